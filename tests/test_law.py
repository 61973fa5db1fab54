"""The page about the law names what stands in the data files, and nothing else."""

import re
import tomllib
from pathlib import Path
from typing import Any

from outreach.opportunities.checks import GRAVE

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "outreach" / "opportunities"
DATA: dict[str, Any] = tomllib.loads((FOLDER / "arrangements.toml").read_text("utf-8"))
PAGE = (ROOT / "docs" / "law.md").read_text("utf-8")
CODED = re.compile(r"`([a-z0-9_-]+)`")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, cell by cell."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_arrangement_stands_there_with_its_questions_and_sources() -> None:
    told = [
        (*CODED.findall(code), CODED.findall(asks), CODED.findall(sources))
        for code, asks, _, _, sources in rows("What must be answered, by arrangement")
    ]

    assert told == [
        (given["code"], given["asks"], given["sources"]) for given in DATA["arrangements"]
    ]


def test_every_source_stands_there_in_its_own_words_with_its_date() -> None:
    told = [[*CODED.findall(name), what, day] for name, what, day in rows("Sources")]

    assert told == [
        [name, source["is"], source["date"].isoformat()] for name, source in DATA["sources"].items()
    ]


def test_every_term_stands_there_with_its_days_its_source_and_its_date() -> None:
    told = [[*CODED.findall(name), int(days), *known] for name, days, *known in rows("Terms")]

    assert told == [
        [name, term["days"], term["source"], term["date"].isoformat()]
        for name, term in DATA["terms"].items()
    ]


def test_every_data_file_of_the_room_is_named() -> None:
    named = {Path(path).name for path in re.findall(r"`(outreach/[a-z./]+\.toml)`", PAGE)}

    assert named == {path.name for path in FOLDER.glob("*.toml")}


def test_every_grave_remark_stands_there_with_its_sources() -> None:
    told = [
        (*CODED.findall(name), CODED.findall(sources))
        for name, _, sources, _ in rows("What stands in the way of opening")
    ]

    assert [name for name, _ in told] == [*GRAVE]
    assert {source for _, sources in told for source in sources} <= DATA["sources"].keys()
