"""`docs/security.md` is exact: its tests exist, and it has each ASVS 5.0 level 2 item once."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "security.md").read_text("utf-8")
LAST = {
    "1.1": 2,
    "1.2": 9,
    "1.3": 11,
    "1.4": 3,
    "1.5": 2,
    "2.1": 3,
    "2.2": 3,
    "2.3": 4,
    "2.4": 1,
    "3.2": 2,
    "3.3": 4,
    "3.4": 6,
    "3.5": 5,
    "3.7": 2,
    "4.1": 3,
    "4.2": 1,
    "4.3": 2,
    "4.4": 4,
    "5.1": 1,
    "5.2": 3,
    "5.3": 2,
    "5.4": 3,
    "6.1": 3,
    "6.2": 12,
    "6.3": 4,
    "6.4": 4,
    "6.5": 5,
    "6.6": 3,
    "6.8": 4,
    "7.1": 3,
    "7.2": 4,
    "7.3": 2,
    "7.4": 5,
    "7.5": 2,
    "7.6": 2,
    "8.1": 2,
    "8.2": 3,
    "8.3": 1,
    "8.4": 1,
    "9.1": 3,
    "9.2": 4,
    "10.1": 2,
    "10.2": 2,
    "10.3": 4,
    "10.4": 11,
    "10.5": 5,
    "10.6": 2,
    "10.7": 3,
    "11.1": 2,
    "11.2": 3,
    "11.3": 3,
    "11.4": 4,
    "11.5": 1,
    "11.6": 1,
    "12.1": 3,
    "12.2": 2,
    "12.3": 4,
    "13.1": 1,
    "13.2": 5,
    "13.3": 2,
    "13.4": 5,
    "14.1": 2,
    "14.2": 4,
    "14.3": 3,
    "15.1": 3,
    "15.2": 3,
    "15.3": 7,
    "16.1": 1,
    "16.2": 5,
    "16.3": 4,
    "16.4": 3,
    "16.5": 3,
    "17.1": 1,
    "17.2": 4,
    "17.3": 2,
}
"""The last requirement of level 1 or 2 in each section of version 5.0.0; those
of level 3 come after them.
"""
STATES = {"met", "part", "no", "proxy", "operator", "console", "n/a"}
ROW = re.compile(r"^\| (V\d[^|]*) \| ([^|]+) \| ([^|]*) ?\|$", re.MULTILINE)


def rows() -> list[tuple[list[str], str, str]]:
    """The lines of the tables: requirements, state, how."""
    return [(named.split(", "), state, how.strip()) for named, state, how in ROW.findall(TEXT)]


def test_every_requirement_of_level_two_stands_there_once() -> None:
    asked = [
        f"V{section}.{number}" for section, last in LAST.items() for number in range(1, last + 1)
    ]
    named = Counter(name for names, _, _ in rows() for name in names)

    assert len(asked) == 253
    assert (sorted(set(asked) - set(named)), sorted(set(named) - set(asked))) == ([], [])
    assert [name for name, count in named.items() if count > 1] == []


def test_every_state_is_one_that_is_explained_and_says_how() -> None:
    assert {state for _, state, _ in rows()} <= STATES
    assert [
        names for names, state, how in rows() if state in ("met", "part", "no") and not how
    ] == []
    for state in STATES:
        assert f"*{state}*" in TEXT


def test_every_test_that_is_named_exists() -> None:
    missing = []
    for file, _, test in re.findall(r"`(tests/[\w/]+\.py)(::(\w+))?`", TEXT):
        path = ROOT / file
        if not path.exists() or (test and not re.search(rf"def {test}\(", path.read_text("utf-8"))):
            missing.append(f"{file}::{test}")

    assert missing == []


def test_every_link_leads_somewhere() -> None:
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link}

    assert {link for link in links if not (ROOT / "docs" / link).exists()} == set()
