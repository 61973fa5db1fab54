"""The house stands as `docs/house.md` tells: rooms and their order, words and promises.

The limits that every file keeps, of the tests too, are here as well.
"""

import ast
import re
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from tests.conftest import ON_BOTH
from tests.constants import changed
from tests.sources import PACKAGES, ROOT, SOURCES, STEPS, imports, tables, trees

MAP = (ROOT / "docs" / "house.md").read_text("utf-8")
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
LONGEST_FILE, LONGEST_FUNCTION = 320, 40
WRITTEN = (*PACKAGES, "bench", "docs", "tests")
WIDEST = 100


def rooms(package: str) -> list[str]:
    """The rooms of a package as the map lists them, in order."""
    section = MAP.split(f"### {package}\n")[1].split("\n#")[0]
    return re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)


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


def test_no_test_and_no_measurement_changes_a_constant() -> None:
    """How long something waits, and how much it does at a time, is handed in as a value."""
    found = {
        (str(file.relative_to(ROOT)), name)
        for folder in ("tests", "bench")
        for file in sorted((ROOT / folder).rglob("*.py"))
        # its examples of programs' texts
        if file.name != "test_constants.py"
        for name in changed(file.read_text("utf-8"))
    }

    assert found == set()


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
