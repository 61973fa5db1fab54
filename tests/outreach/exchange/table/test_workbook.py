"""A workbook says what the same table says as text."""

import io
import re
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from content.texts import Texts
from outreach.exchange.findings import BrokenFile, ImportFinding
from outreach.exchange.opened import open_file
from outreach.exchange.table.importing import Tabled, import_table
from outreach.exchange.table.reading import read_table
from outreach.exchange.table.sheets import text_of
from outreach.exchange.table.workbook import read_sheets
from outreach.store.store import Store
from tests.outreach.exchange.conftest import NADIA, ZONE, facts
from tests.outreach.exchange.table.workbooks import open_document, packed, workbook

moment = datetime.fromisoformat
HEADINGS = [
    "kenmerk",
    "titel",
    "waarde",
    "reageren tot",
    "begin",
    "samenwerken verplicht",
    "antwoord binnen (dagen)",
    "beoordelingspunt 1",
    "beoordelingspunt 1 telt mee (%)",
    "beoordelingspunt 2",
    "beoordelingspunt 2 telt mee (%)",
    "hoe lang",
]
VALUES = [
    2026001,
    "=cmd|' /C calc'!A0",
    ("=37500/3", 12500.0),
    (moment("2026-12-01 17:30"), "moment"),
    (date(2027, 1, 1), "day"),
    True,
    5,
    "Buurt",
    (0.4, "percent"),
    "Kosten",
    60,
    2,
]


def enter(
    store: Store, texts: Texts, folder: Path, raw: bytes, name: str = "kansen.xlsx"
) -> Tabled:
    path = folder / name
    path.write_bytes(raw)
    with open_file(path) as opened:
        table = read_table(opened, texts)
    return import_table(
        store, table, actor=NADIA, texts=texts, zone=ZONE, ocid_prefix="ocds-abc123"
    )


@pytest.mark.parametrize("name", ["kansen.xlsx", "kansen.csv", "kansen.json", "kansen"])
def test_workbook_under_any_name_reads_as_the_same_table_in_text(
    store: Store, texts: Texts, tmp_path: Path, name: str
) -> None:
    values = [value if number != 1 else "Buurttuin" for number, value in enumerate(VALUES)]
    text = (
        f"{';'.join(HEADINGS)}\n2026001;Buurttuin;12.500,00;1-12-2026 "
        f"17:30;1-1-2027;WAAR;5;Buurt;40%;Kosten;60;2\n"
    )

    made = enter(store, texts, tmp_path, workbook([HEADINGS, values]), name)
    again = enter(store, texts, tmp_path, text.encode(), "kansen.csv")

    assert (made.made, made.findings.shown, again.same, again.findings.shown) == (1, [], 1, [])
    stored = facts(store, "2026001")
    assert (stored["value_cents"], stored["cooperation"], stored["starts_on"]) == (
        1_250_000,
        True,
        date(2027, 1, 1),
    )
    assert [criterion["weight"] for criterion in stored["criteria"]] == [40, 60]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12500.0, "12500"),
        (0.1 + 0.2, "0,3"),
        (1 / 3, "0,333333333333333"),
        (1e15, "1000000000000000"),
        (-5.5, "-5,5"),
        (100.0, "100"),
        (0.0, "0"),
        (True, "ja"),
        (False, "nee"),
        (date(2026, 12, 31), "2026-12-31"),
        (moment("2026-12-31"), "2026-12-31"),
        (moment("2026-12-31 17:00"), "2026-12-31 17:00"),
        (moment("2026-12-31 23:59:59"), "2026-12-31 23:59:59"),
        (moment("2026-12-31 16:59:59.999990"), "2026-12-31 17:00"),
        (time(9, 30), "09:30:00"),
        ("x", "x"),
    ],
)
def test_value_is_written_as_in_a_dutch_table(value: object, text: str) -> None:
    assert text_of(value) == text


def test_table_of_libreoffice_is_read(store: Store, texts: Texts, tmp_path: Path) -> None:
    raw = open_document([["kenmerk", "titel", "waarde"], ["T-1", "Buurttuin", "12.500,00"]])

    done = enter(store, texts, tmp_path, raw, "kansen.ods")

    assert (done.made, done.findings.shown) == (1, [])
    assert (facts(store)["title"], facts(store)["value_cents"]) == ("Buurttuin", 1_250_000)


def test_amount_out_of_a_formula_is_rounded_to_cents(
    store: Store, texts: Texts, tmp_path: Path
) -> None:
    enter(
        store,
        texts,
        tmp_path,
        workbook([["kenmerk", "titel", "waarde"], ["T-1", "Goed", ("=1000/3", 1000 / 3)]]),
    )

    assert facts(store)["value_cents"] == 33_333


def test_weight_of_one_is_asked(store: Store, texts: Texts, tmp_path: Path) -> None:
    heading = "beoordelingspunt 1 telt mee (%)"
    rows: list[list[Any]] = [
        ["kenmerk", "titel", "beoordelingspunt 1", heading],
        ["T-1", "Titel", "Alles", (1, "percent")],
    ]

    done = enter(store, texts, tmp_path, workbook(rows))

    assert done.findings.shown == [ImportFinding("exchange-cell-one", "2", heading)]


TABLE = [["kenmerk", "titel"], ["T-1", "Goed"]]


def test_sheet_with_the_headings_is_read_and_the_others_are_said(
    store: Store, texts: Texts, tmp_path: Path
) -> None:
    done = enter(store, texts, tmp_path, workbook(TABLE, [["Uitleg"]], TABLE, TABLE, hidden=1))

    assert done.made == 1
    assert done.findings.shown == [
        ImportFinding("exchange-sheets", facts={"sheet": "Blad 3", "others": "Blad 4"})
    ]


def test_row_numbers_are_those_of_the_sheet(store: Store, texts: Texts, tmp_path: Path) -> None:
    done = enter(
        store, texts, tmp_path, workbook([[], [], ["", "kenmerk", "titel"], [], ["", "T-1", ""]])
    )

    assert [found.where for found in done.findings.shown] == ["5"]


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (workbook([["Uitleg"]], TABLE, hidden=0)[:-30], "exchange-unreadable"),
        (workbook(TABLE, [["Uitleg"]], hidden=1), "exchange-sheet-hidden"),
        (workbook([["Uitleg"]]), "exchange-no-key-column"),
        (workbook([[]]), "exchange-no-key-column"),
        (workbook([*TABLE, *[[]] * 700_000, [""] * 99 + ["x"]]), "exchange-cell-far"),
    ],
)
def test_workbook_that_cannot_be_read_says_why(
    store: Store, texts: Texts, tmp_path: Path, raw: bytes, key: str
) -> None:
    with pytest.raises(BrokenFile, match=key):
        enter(store, texts, tmp_path, raw)


@pytest.mark.parametrize(
    "members", [("xl/workbook.xml",), ("xl/workbook.xml", "[Content_Types].xml")]
)
def test_damaged_workbook_is_told(tmp_path: Path, members: tuple[str, ...]) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for member in members:
            archive.writestr(member, "<x/>")
    (tmp_path / "kansen.xlsx").write_bytes(raw.getvalue())

    with pytest.raises(BrokenFile, match="exchange-workbook-broken"):
        read_sheets(tmp_path / "kansen.xlsx")


def test_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "big.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(201):
            archive.writestr(f"xl/{number}", bytes(1_000_000))

    with pytest.raises(BrokenFile, match="exchange-table-large"):
        read_sheets(tmp_path / "big.xlsx")


FIRST = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = f'{FIRST}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
MANY = "".join(
    f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 150_001)
)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (packed(FAR), "exchange-cell-far"),
        (packed(FAR.replace('"', "'")), "exchange-workbook-heavy"),
        (packed(FAR, place="elsewhere.xml"), "exchange-workbook-heavy"),
        (
            packed(f'{FIRST}<row r="1048576">{"<c><v>1</v></c>" * 500}</row>'),
            "exchange-workbook-heavy",
        ),
        (packed(FAR.replace('"XFD1048576"', "'K1048576'")), "exchange-cells-many"),
        (packed(MANY, shared="x" * 100_000), "exchange-workbook-heavy"),
        (packed(MANY, shared="x" * 1_000), "exchange-table-large"),
        (open_document([["kenmerk"]], rows=1_000_000, columns=60), "exchange-workbook-heavy"),
        (open_document([["kenmerk"]], rows=1_000_000, columns=8), "exchange-cells-many"),
    ],
    ids=[
        "far",
        "quotes",
        "elsewhere",
        "no places",
        "column",
        "long text",
        "text",
        "repeated",
        "rows",
    ],
)
def test_little_that_stands_for_very_much_ends_nobody_elses_work(
    tmp_path: Path, raw: bytes, key: str
) -> None:
    (tmp_path / "kansen.xlsx").write_bytes(raw)
    # from here on the kernel notes a new peak (https://man7.org/linux/man-pages/man5/proc.5.html)
    Path("/proc/self/clear_refs").write_text("5")
    held = _kilobytes("VmRSS")

    with pytest.raises(BrokenFile, match=key):
        read_sheets(tmp_path / "kansen.xlsx")

    assert _kilobytes("VmHWM") - held < 100_000


def _kilobytes(name: str) -> int:
    """Return what this process holds of memory now, or held at most."""
    found = re.search(rf"{name}:\s+(\d+)", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1])


def test_reader_that_is_not_there_is_no_empty_workbook(tmp_path: Path) -> None:
    (tmp_path / "kansen.xlsx").write_bytes(workbook(TABLE))

    with pytest.raises(BrokenFile, match="exchange-workbook-heavy"):
        read_sheets(tmp_path / "kansen.xlsx", reader="outreach.exchange.nowhere")
