"""What a command shows, no matter what people typed into the record."""

import pkgutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import import_module

import orjson
import pytest

from content.texts import Texts
from outreach import commands
from outreach.commands.terminal import Columns, Printer


@dataclass(frozen=True)
class Row:
    id: int
    title: str
    state: str
    answers_until: datetime | None


ROW = Row(1, "Plantsoen", "open", datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC))
COLUMNS = {"title": None, "state": "state", "answers_until": None}

MODULES = [
    import_module(found.name)
    for found in pkgutil.walk_packages(commands.__path__, f"{commands.__name__}.")
]
SHOWN = sorted(
    {
        column
        for module in MODULES
        for name, kind in getattr(module, "__annotations__", {}).items()
        if kind == Columns
        for column in getattr(module, name)
    }
)
"""Every column of a table that a command shows."""


@pytest.fixture
def printer(texts: Texts) -> Printer:
    return Printer(texts, "nl")


def lines(shown: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.split("  ") if cell.strip()]
        for line in shown.splitlines()
        if line.strip()
    ]


def test_a_table_has_headings_and_names_instead_of_codes(
    printer: Printer, capsys: pytest.CaptureFixture[str]
) -> None:
    printer.listing([ROW], COLUMNS)

    heading, _, row = lines(capsys.readouterr().out)
    assert (heading, row) == (
        ["titel", "stand", "reageren tot"],
        ["Plantsoen", "open", "31 december 2026"],
    )


def test_a_listing_as_json_gives_every_field_as_it_is_stored(
    printer: Printer, capsys: pytest.CaptureFixture[str]
) -> None:
    printer.listing([ROW], COLUMNS, as_json=True)

    assert orjson.loads(capsys.readouterr().out) == [
        {
            "id": 1,
            "title": "Plantsoen",
            "state": "open",
            "answers_until": "2026-12-31T22:59:59+00:00",
        }
    ]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("[red]Plantsoen[/red]", "[red]Plantsoen[/red]"),
        (":tree: Plantsoen", ":tree: Plantsoen"),
        ("\x1b[31mPlantsoen\x07", "[31mPlantsoen"),
        ("\u202ePlantsoen\u2066", "Plantsoen"),
        ("Plantsoen \ud800", "Plantsoen "),
        ("👩‍🌾 Plantsoen", "👩‍🌾 Plantsoen"),
    ],
)
def test_no_text_of_people_can_steer_the_terminal(
    printer: Printer, capsys: pytest.CaptureFixture[str], given: str, shown: str
) -> None:
    printer.write(given)
    printer.complain(given)

    captured = capsys.readouterr()
    assert (captured.out, captured.err) == (f"{shown}\n", f"{shown}\n")


def test_a_long_sentence_stays_one_line(
    printer: Printer, capsys: pytest.CaptureFixture[str]
) -> None:
    printer.write("woord " * 100)

    assert capsys.readouterr().out.count("\n") == 1


@pytest.mark.parametrize(
    ("value", "codes", "shown"),
    [
        (None, None, "–"),
        ("", None, "–"),
        ([], "theme", "–"),
        (True, None, "ja"),
        (False, None, "nee"),
        (0, None, "0"),
        (["groen", "jeugd"], "theme", "groen, jeugd"),
        ("equal_partner", "role", "gelijke partner"),
        (date(2026, 12, 31), None, "31 december 2026"),
        (datetime(2026, 7, 1, 15, 0, tzinfo=UTC), None, "1 juli 2026, 17:00"),
    ],
)
def test_a_value_is_shown_as_people_write_it(
    printer: Printer, value: object, codes: str | None, shown: str
) -> None:
    assert printer.value(value, codes) == shown


WIDE = {"title": None, "summary": None, "official": None, "answers_until": None}
GIVEN = {
    "title": "Prikbord buurthuis",
    "summary": "Wie maait het gras?",
    "official": "Nadia Bakker",
    "answers_until": date(2026, 12, 31),
}


@pytest.mark.parametrize("columns", [200, *range(30, 90), 20])
def test_no_word_is_cut_however_narrow_the_screen(
    printer: Printer,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    printer.table([GIVEN], WIDE)

    shown = capsys.readouterr().out
    given = [
        "Prikbord",
        "buurthuis",
        "Wie",
        "maait",
        "het",
        "gras?",
        "Nadia",
        "Bakker",
        "31",
        "december",
        "2026",
    ]
    assert [word for word in given if word not in shown.split()] == []
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= columns or columns < 30


def test_a_screen_too_narrow_for_a_table_shows_a_record_per_row(
    printer: Printer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "34")

    printer.table([GIVEN, GIVEN], WIDE)

    begun = [
        line.split()[0] for line in capsys.readouterr().out.splitlines() if line and line[0] != " "
    ]
    assert begun == ["titel", "in", "contactpersoon", "reageren"] * 2


def test_every_column_has_a_heading_in_each_language(texts: Texts) -> None:
    headings = {
        language: [Printer(texts, language).heading(column) for column in SHOWN]
        for language in ("nl", "en")
    }

    assert "interest" in SHOWN
    assert all(all(found) for found in headings.values())
