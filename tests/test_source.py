"""The places in the source of tables, statements, channels, the environment, and texts."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.sources import ROOT, SOURCES, STEPS, imports, tables, trees

SENTENCE = re.compile(r"(?:[^\W\d_][\w'’-]*[,;:]? ){3,}[^\W\d_]")
"""Four words in a row: what a person would read. Codes, keys and patterns do not look like that."""
WRITES = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)")
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA)\b")


def test_a_table_is_written_by_its_own_room() -> None:
    """Other rooms call its verbs: so what a row may become is decided in one place."""
    exceptions = {
        # an address keeps the order of what is sent there, and which of its messages comes first
        *(
            (f"outreach/delivery/{name}.py", "address")
            for name in ("claim", "delivery", "numbers", "results", "taken")
        ),
        # an address is a person's or a venue's
        ("outreach/venues/presence.py", "address"),
        # wrong codes are counted where they were typed
        ("outreach/venues/trail.py", "address"),
        # the code that doctor makes for its own test
        ("outreach/commands/doctor/address.py", "code"),
        # campaigns refer to a place; its own room does not know them
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
    """True if a condition takes each value of a list made by a call; constants are in capitals."""
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
