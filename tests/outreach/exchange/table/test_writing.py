"""Tables as files: values stay what they are, and what people wrote never becomes a formula."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from python_calamine import CalamineWorkbook

from outreach.exchange.table.writing import LONGEST, Page, as_csv, as_workbook, write_pages
from outreach.refusal import Refusal
from outreach.store.errors import FileThere

ZONE = ZoneInfo("Europe/Amsterdam")
HOSTILE = [
    '=HYPERLINK("http://x")',
    "+31612345678",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "{=1}",
    "=",
    "'=1",
    "＝1",
]


def page(*values: Any) -> Page:
    return Page("Kansen", ["kop"], [[value] for value in values])


def read(raw: bytes, folder: Path) -> list[list[Any]]:
    """The first sheet, as another program reads it."""
    path = folder / "read.xlsx"
    path.write_bytes(raw)
    rows: list[list[Any]] = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return rows


def test_workbook_holds_real_days_moments_and_numbers(tmp_path: Path) -> None:
    moment = datetime(2026, 12, 1, 16, 30, tzinfo=UTC)
    end = datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC)

    values = (date(2027, 1, 1), moment, end, 5, Decimal("1234.56"), "tekst", None)
    rows = read(as_workbook([page(*values)], ZONE), tmp_path)

    here = moment.astimezone(ZONE).replace(tzinfo=None)
    assert [row[0] for row in rows] == [
        "kop",
        date(2027, 1, 1),
        here,
        date(2026, 12, 1),
        5.0,
        1234.56,
        "tekst",
    ]


def test_text_table_is_written_as_a_dutch_hand_would(tmp_path: Path) -> None:
    moment = datetime(2026, 12, 1, 16, 30, tzinfo=UTC)
    midnight = datetime(2026, 12, 1, 23, tzinfo=UTC)

    raw = as_csv(
        [page(date(2027, 1, 1), moment, midnight, 5, Decimal("1234.56"), "a;b", None)], ZONE
    )

    lines = [
        "kop",
        "01-01-2027",
        "01-12-2026 17:30",
        "02-12-2026 00:00",
        "5",
        "1234,56",
        '"a;b"',
        '""',
        "",
    ]
    assert raw.decode("utf-8-sig").split("\r\n") == lines


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula_in_either_file(tmp_path: Path, text: str) -> None:
    cell = as_csv([page(text)], ZONE).decode("utf-8-sig").split("\r\n", 1)[1].strip('"')
    raw = as_workbook([page(text)], ZONE)

    path = tmp_path / "read.xlsx"
    path.write_bytes(raw)
    book = CalamineWorkbook.from_path(path)
    assert cell[0] not in "=+-@\t\r＝"
    assert str(book.get_sheet_by_index(0).to_python()[1][0]).replace("_x000D_", "\r") == text
    assert b"<f>" not in raw


@pytest.mark.parametrize(
    "far", [date(1, 1, 1), date(1900, 2, 28), datetime(1800, 1, 1, tzinfo=UTC)]
)
def test_day_that_no_workbook_can_count_with_is_written_out(tmp_path: Path, far: date) -> None:
    rows = read(as_workbook([page(far)], ZONE), tmp_path)

    assert str(rows[1][0]).startswith(f"{far.year:04}-")


def test_text_beyond_what_a_cell_holds_says_that_it_goes_on(tmp_path: Path) -> None:
    rows = read(as_workbook([page("a" * LONGEST, "b" * (LONGEST + 1))], ZONE), tmp_path)

    assert [len(row[0]) for row in rows[1:]] == [LONGEST, LONGEST]
    assert rows[2][0].endswith("b…")


def test_each_table_is_a_sheet_with_its_name(tmp_path: Path) -> None:
    raw = as_workbook([page(1), Page("Mensen", ["wie"], [])], ZONE)

    path = tmp_path / "read.xlsx"
    path.write_bytes(raw)
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == ["Kansen", "Mensen"]
    assert book.get_sheet_by_index(1).to_python() == [["wie"]]


@pytest.mark.parametrize("name", ["kansen.xlsx", "kansen.csv", "KANSEN.XLSX"])
def test_file_is_ours_alone_and_never_overwritten(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_pages(path, [page("een")], ZONE)
    before = path.read_bytes()

    with pytest.raises(FileThere):
        write_pages(path, [page("twee")], ZONE)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (before, 0o600)


@pytest.mark.parametrize("name", ["kansen", "kansen.xls", "kansen.txt"])
def test_name_with_another_end_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal, match="refusal-file-kind"):
        write_pages(tmp_path / name, [page("een")], ZONE)
    assert list(tmp_path.iterdir()) == []
