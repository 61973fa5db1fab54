"""`kansenbode interests weigh`, and the weighing as staff see it."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown

FORMULA = "=1+1 is wat ze bieden"
Type = Callable[..., Shown]


def settle(type_: Type, *words: str) -> None:
    for criterion, word in enumerate(words, 1):
        shown = type_(
            "interests", "weigh", "1", str(criterion), word, "--reason", FORMULA, "--settle"
        )
        assert shown.code == 0, shown.err


def test_word_goes_by_its_name_in_any_language_and_is_told(type_: Type, fatima: Actor) -> None:
    dutch = type_("interests", "weigh", "1", "1", "heel goed", "--reason", "Zes buren.")
    again = type_("interests", "weigh", "1", "1", "very good", "--reason", "Zes buren.")
    settled = type_("interests", "weigh", "1", "1", "goed", "--reason", "Zes.", "--settle")

    assert dutch.out == "Jouw woord bij aanmelding 1, punt 1: heel goed.\n"
    assert again.out.startswith("Dit stond er al.\n")
    assert settled.out == "Vastgesteld bij aanmelding 1, punt 1: goed.\n"


def test_refusals_say_what_to_do(type_: Type, fatima: Actor) -> None:
    bare = type_("interests", "weigh", "1", "1", "goed")
    beyond = type_("interests", "weigh", "1", "9", "goed", "--reason", "Zes buren.")
    which = type_("interests", "list", "--decision")

    assert (bare.code, beyond.code, which.code) == (1, 1, 1)
    assert bare.err == 'Schrijf er in een zin bij waarom: --reason "Waarom"\n'
    assert "Wel: 1, 2 of 3" in beyond.err
    assert which.err == "Van welke kans? Geef die erbij: --opportunity KENMERK\n"


def test_list_shows_each_interest_with_its_words_the_sum_and_that_it_decides_nothing(
    type_: Type, fatima: Actor
) -> None:
    settle(type_, "strong", "good")
    type_("interests", "weigh", "1", "3", "fair", "--reason", "Alleen in de zomer.")

    shown = type_("interests", "list", "--opportunity", "WD-2026-01", "--decision")

    assert "1: heel goed, 2: goed, 3: matig?" in shown.out
    assert "onvoldoende (0), matig (1), voldoende (2), goed (3) en heel goed (4)" in shown.out
    assert "beslist niets" not in shown.out
    settle(type_, "strong", "good", "fair")
    assert "beslist niets" in type_("interests", "show", "1", "--decision").out


def test_one_interest_shows_who_said_what_why_and_before(type_: Type, fatima: Actor) -> None:
    type_("interests", "weigh", "1", "1", "poor", "--reason", "Te weinig.")
    type_("interests", "weigh", "1", "1", "good", "--reason", "Toch genoeg.")

    shown = type_("interests", "show", "1", "--decision")
    found = type_("interests", "show", "1", "--decision", "--json").json[0]

    assert "Toch genoeg." in shown.out
    assert "vond Nadia: onvoldoende. Te weinig." in shown.out
    assert [point["weight"] for point in found["points"]] == [40, 35, 25]
    assert found["points"][0]["words"][0]["word"] == "good"
    assert found["points"][0]["differs"] is False
    assert found["score"] is None


def test_file_for_a_spreadsheet_holds_no_formula(
    type_: Type, fatima: Actor, tmp_path: Path
) -> None:
    settle(type_, "strong", "good", "fair")
    to = tmp_path / "weging.xlsx"

    type_("interests", "list", "--opportunity", "1", "--decision", "--to", str(to))

    book = CalamineWorkbook.from_path(to)
    cells = [
        cell
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    ]
    assert 72.5 in cells
    assert FORMULA in cells
    with ZipFile(to) as packed:
        written = [packed.read(name) for name in packed.namelist() if "worksheets" in name]
    assert [sheet for sheet in written if b"<f>" in sheet] == []


def test_reader_who_may_only_see_gets_words_without_names_and_reasons(
    type_: Type, fatima: Actor
) -> None:
    type_("staff", "add", "kim@waterdam.example", "--role", "viewer")
    settle(type_, "strong", "good", "fair")

    shown = type_(
        "interests", "list", "--opportunity", "1", "--decision", "--as", "kim@waterdam.example"
    )

    assert "1: heel goed" in shown.out
    assert [word for word in ("Groen op Zuid", FORMULA) if word in shown.out] == []


@pytest.mark.parametrize("role", ["viewer", "privacy_officer"])
def test_role_that_may_not_change_does_not_weigh(type_: Type, fatima: Actor, role: str) -> None:
    type_("staff", "add", "kim@waterdam.example", "--role", role)

    shown = type_(
        *("interests", "weigh", "1", "1", "goed", "--reason", "Zes buren."),
        *("--as", "kim@waterdam.example"),
    )

    assert shown.code == 1
    assert "kim@waterdam.example" in shown.err
