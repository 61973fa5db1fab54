"""The house stands as `docs/house.md` tells: rooms and their order, words, promises,
and where texts may stand.
"""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from sqlmodel import SQLModel

import outreach
from tests.conftest import ON_BOTH

ROOT = Path(__file__).parent.parent
MAP = (ROOT / "docs" / "house.md").read_text("utf-8")
PACKAGES = ("content", "outreach", "bot")
SOURCES = [
    ROOT / "main.py",
    *(file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))),
]
STEPS = ROOT / "outreach" / "store" / "migrations" / "versions"
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
LONGEST_FILE, LONGEST_FUNCTION = 380, 52
WRITTEN = (*PACKAGES, "bench", "docs", "tests")
WIDEST = 100
SENTENCE = re.compile(r"(?:[^\W\d_][\w'’-]*[,;:]? ){3,}[^\W\d_]")
"""Four words in a row: what a person would read. Codes, keys and patterns do not look like that."""
WRITES = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)")
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA)\b")


def rooms(package: str) -> list[str]:
    """The rooms of a package as the map lists them, in order."""
    section = MAP.split(f"### {package}\n")[1].split("\n#")[0]
    return re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)


def trees(*files: Path) -> Iterator[tuple[str, ast.Module]]:
    for file in files or SOURCES:
        yield str(file.relative_to(ROOT)), ast.parse(file.read_text("utf-8"))


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)


def allowed(place: tuple[str, ...]) -> set[tuple[str, ...]]:
    """What a file may import of ours: packages to the right, rooms above, and its own room."""
    package = place[0]
    if package == "main":
        return {(name,) for name in PACKAGES}
    right = {(name,) for name in PACKAGES[: PACKAGES.index(package)]}
    order = rooms(package)
    above = order[: order.index(place[1]) + 1] if len(place) > 1 else []
    return right | {(package, room) for room in above}


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_file_imports_only_what_is_above_it(file: Path) -> None:
    place = file.relative_to(ROOT).with_suffix("").parts
    place = place[:1] if place[1:] == ("__init__",) else place
    may = allowed(place)

    wrong = [
        f"line {line}: {name}"
        for _, tree in trees(file)
        for line, name in imports(tree)
        if name.split(".")[0] in (*PACKAGES, "main")
        and not {tuple(name.split("."))[:n] for n in (1, 2)} & may
    ]

    assert wrong == []


def test_migration_step_imports_nothing_of_ours() -> None:
    wrong = [
        f"{name} line {line}: {module}"
        for name, tree in trees(*STEPS.glob("*.py"))
        for line, module in imports(tree)
        if module.split(".")[0] in (*PACKAGES, "main")
    ]

    assert wrong == []


@pytest.mark.parametrize("package", PACKAGES)
def test_map_names_every_room_that_exists_and_no_other(package: str) -> None:
    built = {
        entry.stem
        for entry in (ROOT / package).iterdir()
        if not entry.name.startswith("_")
        and (entry.suffix == ".py" or (entry.is_dir() and any(entry.iterdir())))
    }

    assert sorted(rooms(package)) == sorted(built)


def test_map_names_every_table_and_no_other() -> None:
    tables()
    words = MAP.split("## Words\n")[1].split("\n## ")[0]
    rows = [row.split("|")[-2] for row in words.splitlines() if row.startswith("| ")]

    assert sorted(re.findall(r"`(\w+)`", " ".join(rows))) == sorted(SQLModel.metadata.tables)


def test_map_names_every_promise_with_its_tests() -> None:
    promises = dict(re.findall(r"^\| (R\d+) \| [^|]+ \| ([^|]+) \|$", MAP, re.MULTILINE))

    assert list(promises) == [f"R{number}" for number in range(1, 12)]
    assert [name for name, attack in promises.items() if "::" not in attack] == []


@pytest.mark.parametrize("attack", re.findall(r"`(tests/[\w/]+\.py::\w+)`", MAP))
def test_map_names_only_tests_that_exist(attack: str) -> None:
    file, name = attack.split("::")

    functions = {
        node.name
        for node in ast.walk(ast.parse((ROOT / file).read_text("utf-8")))
        if isinstance(node, FUNCTION)
    }

    assert name in functions


def test_every_decision_is_a_short_record() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    assert records
    assert [record.name[:4] for record in records] == [
        f"{number:04}" for number in range(1, len(records) + 1)
    ]
    for record in records:
        lines = record.read_text("utf-8").splitlines()
        assert len(lines) <= 60, record.name
        assert [line for line in lines if line.startswith("## ")] == [
            "## Status",
            "## Context",
            "## Decision",
            "## Consequences",
        ], record.name


def test_every_module_says_why_it_exists() -> None:
    assert [name for name, tree in trees() if not ast.get_docstring(tree)] == []


def test_no_import_is_relative_or_of_everything() -> None:
    wrong = [
        name
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.level or node.names[0].name == "*")
    ]

    assert wrong == []


def test_a_table_is_written_by_its_own_room() -> None:
    """Other rooms call its verbs: so what a row may become is decided in one place."""
    exceptions = {
        # an address keeps the order of what is sent there, and which of its messages comes first
        *(
            (f"outreach/delivery/{name}.py", "address")
            for name in ("claim", "delivery", "history", "results")
        ),
        # an address is a person's or a venue's
        ("outreach/venues/presence.py", "address"),
        # wrong codes are counted where they were typed
        ("outreach/venues/trail.py", "address"),
        # the code that doctor makes for its own test
        ("outreach/commands/doctor/address.py", "code"),
        # a place is named by campaigns, of which its own room knows nothing
        ("outreach/campaigns/places.py", "place"),
    }

    found = {
        (name, table)
        for name, tree in trees(*(file for file in SOURCES if STEPS not in file.parents))
        for table, home in _written(tree)
        if not name.startswith((f"{home}/", f"{home}.py", "outreach/privacy/"))
    }

    assert found == exceptions


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("update(Delivery).where(x)", [("delivery", "outreach/delivery")]),
        ("plain_insert(Person)", [("person", "outreach/parties")]),
        ('Many("UPDATE mailing SET a = 1")', [("mailing", "outreach/delivery")]),
        ("select(Delivery.id)", []),
    ],
)
def test_search_for_writes_knows_one_when_it_sees_it(
    source: str, found: list[tuple[str, str]]
) -> None:
    assert list(_written(ast.parse(source))) == found


def _written(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The tables that a module writes, each with the folder of its own room."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            if node.func.id in ("insert", "plain_insert", "update", "delete"):
                yield from homes(ast.unparse(node.args[0]))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            for name in WRITES.findall(node.value):
                yield from homes(name)


def homes(name: str) -> list[tuple[str, str]]:
    """A table, by its own name or that of its model, with the folder of its room."""
    return [(table, home) for table, model, home in tables() if name in (table, model)]


@cache
def tables() -> list[tuple[str, str, str]]:
    """Every table with its model and the folder of its room."""
    for module in pkgutil.walk_packages(outreach.__path__, "outreach."):
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
    return [
        (str(model.__tablename__), model.__name__, "/".join(model.__module__.split(".")[:2]))
        for model in SQLModel.__subclasses__()
        if "__table__" in vars(model)
    ]


AUDIENCE = "outreach/campaigns/audience.py"
"""Builds its statement from what an audience asks, and reads hundreds of thousands of rows."""


def test_statements_are_run_by_the_unit_alone() -> None:
    """The store has the connection; nobody has a session of an object mapper."""
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in trees()
        if not name.startswith("outreach/store/") and name != AUDIENCE
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and (
            node.attr == "exec_driver_sql"
            or ast.unparse(node).endswith(("connection.execute", "connection.scalars"))
        )
    ]
    wrong += [
        f"{name}:{node.lineno}"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(("sqlmodel", "sqlalchemy"))
        and any(imported.name.endswith("Session") for imported in node.names)
    ]

    assert wrong == []


def test_bot_asks_the_database_nothing_by_itself() -> None:
    """What is read and written is a rule of `outreach`; the bot runs it."""
    asking = [
        f"{name}:{line}"
        for name, tree in trees()
        if name.startswith("bot/")
        for line, module in imports(tree)
        if module.split(".")[0] in ("sqlmodel", "sqlalchemy")
    ]

    assert asking == []


def test_only_its_own_folder_knows_a_channel_by_name() -> None:
    """The settings and the list of channels name it too; others ask what a channel can."""
    at_home = {"outreach/settings.py", "bot/server.py"}
    naming = [
        str(file.relative_to(ROOT))
        for file in SOURCES
        if ROOT / "bot" / "channels" / "telegram" not in file.parents
        and "telegram" in re.sub(r"https?://\S+", "", file.read_text("utf-8")).lower()
    ]

    assert set(naming) == at_home


def test_environment_is_read_in_one_place_only() -> None:
    readers = [
        name
        for name, tree in trees()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv"))
        or (isinstance(node, ast.alias) and node.name in ("environ", "getenv"))
    ]

    assert set(readers) == {"outreach/environment.py"}


def test_files_and_functions_stay_small() -> None:
    files = [file for file in SOURCES if STEPS not in file.parents]
    long_files = [
        str(file) for file in files if len(file.read_text("utf-8").splitlines()) > LONGEST_FILE
    ]
    long_functions = [
        f"{name}:{node.name}"
        for name, tree in trees(*files)
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]

    assert (long_files, long_functions) == ([], [])


def test_lines_fit_and_nothing_is_formatted_by_hand() -> None:
    written = [file for folder in WRITTEN for file in sorted((ROOT / folder).rglob("*.py"))]
    long_lines, by_hand = [], []
    for file in written:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if len(line) > WIDEST:
                long_lines.append(f"{file.relative_to(ROOT)}:{number}")
            if re.search("# fmt: ?(skip|off)", line):
                by_hand.append(f"{file.relative_to(ROOT)}:{number}")

    assert (long_lines, by_hand) == ([], [])


def test_no_test_changes_a_constant() -> None:
    """How long something waits, and how much it does at a time, is handed in as a value."""
    # on their way into such values: this list only becomes shorter
    left = {
        "campaigns/test_fresh.py": {"DELIVERY_ELSEWHEN"},
        "campaigns/test_write.py": {"SLICE", "ABREAST"},
        "commands/doctor/test_address.py": {"PATIENCE"},
        "commands/test_backup.py": {"AGAIN_SECONDS"},
        "commands/test_failed.py": {"TO_ASK"},
        "exchange/ocds/test_package.py": {"LARGEST_VALUE"},
        "store/postgresql/test_writer.py": {"PATIENCE_SECONDS"},
        "store/test_bells.py": {"PAUSE_SECONDS"},
        "store/test_damage.py": {"STEPS"},
        "store/test_migrate.py": {"STEPS"},
        "store/test_own_role.py": {"PATIENCE_SECONDS"},
        "store/test_store.py": {"PRAGMAS"},
        "test_ticks_wipe.py": {"AGAIN_SECONDS"},
    }

    found = {
        (file.relative_to(ROOT / "tests").as_posix().removeprefix("outreach/"), name.value)
        for file in sorted((ROOT / "tests").rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "setattr"
        for name in call.args[1:2]
        if isinstance(name, ast.Constant) and str(name.value).isupper()
    }

    assert found - {(file, name) for file, names in left.items() for name in names} == set()


def test_no_test_module_imports_another() -> None:
    """What two of them need stands in a module of helpers, which pytest does not collect."""
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in sorted((ROOT / "tests").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("tests.")
        and (node.module or "").rpartition(".")[2].startswith("test_")
    ]

    assert found == []


def test_rooms_tested_on_both_databases_exist() -> None:
    """A room that was renamed would be tested on one of them only, without a word."""
    assert [room for room in ON_BOTH if not list((ROOT / "tests" / room).glob("test_*.py"))] == []


def test_no_list_that_grows_is_a_placeholder_for_each_value() -> None:
    """A database takes so many placeholders and no more: `among` hands a list over as one value."""
    # the channels; what is claimed at a time; what an audience is chosen by, and the mailings of
    # some weeks
    bounded = {
        f"outreach/{name}.py"
        for name in (
            "delivery/claim",
            "campaigns/claim",
            "campaigns/audience",
            "campaigns/exclusions",
        )
    }
    found = {
        f"{name}:{node.lineno}"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and name not in bounded and _takes_a_list(node)
    }

    assert found == set()


def _takes_a_list(call: ast.Call) -> bool:
    """Tell whether a condition takes each value of a list that only a call brings;
    constants are in capitals.
    """
    if any(keyword.arg == "expanding" for keyword in call.keywords):
        return True
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in ("in_", "not_in"):
        return False
    values = ast.unparse(call.args[0])
    written = isinstance(call.args[0], ast.Tuple | ast.List | ast.ListComp)
    return not written and values != values.upper() and "select(" not in values


def test_nothing_that_people_read_stands_in_python() -> None:
    spoken = [
        f"{name}:{line}: {said}"
        for name, tree in trees()
        if name.startswith(("bot/", "outreach/commands/")) or name == "main.py"
        for line, said in _literals(tree)
        if SENTENCE.search(said) and not SQL.match(said)
    ]

    assert spoken == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('say("Hoe heet jullie groep?")', 1),
        ('say(f"Dank je wel, {name}, tot ziens en tot snel")', 1),
        ('say("interest-thanks")', 0),
        ('"""Say it in one sentence."""', 0),
        ('raise ValueError("this is for a developer")', 0),
        ('x = "a b c"', 0),
    ],
)
def test_search_for_sentences_knows_one_when_it_sees_it(source: str, found: int) -> None:
    assert len([said for _, said in _literals(ast.parse(source)) if SENTENCE.search(said)]) == found


def _literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The texts of a module with their lines.

    Docstrings (a text that stands alone) and what only developers meet (raise) are left out.
    """
    apart = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    apart |= {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield node.lineno, node.value
