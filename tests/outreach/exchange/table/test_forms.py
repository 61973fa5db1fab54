"""A table from any program comes in, and what is no table changes nothing."""

import pytest

from content.texts import Texts
from outreach.exchange.findings import BrokenFile, ImportFinding
from outreach.exchange.table.columns import Column, all_columns, by_heading
from outreach.opportunities.facts import MOST_ITEMS
from outreach.store.store import Store
from tests.outreach.exchange.conftest import Enter, facts


def test_rows_are_counted_as_a_spreadsheet_does(enter: Enter) -> None:
    done = enter("kenmerk;titel;beschrijving", '"A";"B";"over\ntwee regels"', "", ";;", "C;;")

    assert [found.where for found in done.findings.shown] == ["5"]


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("kenmerk;titel\r\nT-1;Café\r\n".encode(), "Café"),
        ("\ufeffkenmerk;titel\nT-1;Café".encode(), "Café"),
        ('kenmerk,titel\nT-1,"Café, terras"'.encode(), "Café, terras"),
        ("KENMERK \t Titel\nT-1\tCafé".encode(), "Café"),
        ("reference number;title\nT-1;Café".encode(), "Café"),
        ("tender_id;title\nT-1;Café".encode(), "Café"),
        ("kenmerk;titel\nT-1;Café".encode("utf-16"), "Café"),
        ("kenmerk;titel\nT-1;Ca\0fé".encode(), "Café"),
    ],
)
def test_a_table_is_read_in_any_common_form(
    store: Store, enter: Enter, raw: bytes, title: str
) -> None:
    done = enter(raw)

    assert (done.made, done.findings.shown, facts(store)["title"]) == (1, [], title)


def test_windows_text_is_read_with_a_warning(store: Store, enter: Enter) -> None:
    done = enter("kenmerk;titel\nT-1;Café € \u0081".encode("cp1252", "ignore") + b"\x81")

    assert (done.made, done.findings.shown) == (1, [ImportFinding("exchange-cp1252", "1")])
    assert facts(store)["title"].startswith("Café €")


def test_an_unknown_heading_is_named_and_passed_over(enter: Enter) -> None:
    done = enter("kenmerk;titel;kleur;", "T-1;Zorg mee;groen;x")

    assert (done.made, done.findings.shown) == (
        1,
        [ImportFinding("exchange-column-unknown", "1", "kleur")],
    )


def test_heading_that_stands_there_twice_is_read_once_and_told(store: Store, enter: Enter) -> None:
    done = enter("kenmerk;titel;TITEL", "T-1;Zorg mee;Anders")

    assert (done.made, done.findings.shown) == (
        1,
        [ImportFinding("exchange-column-twice", "1", "TITEL")],
    )
    assert facts(store)["title"] == "Zorg mee"


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "exchange-unreadable"),
        (b'kenmerk;titel\nT-1;"Zorg mee\nT-2;Samen koken\n', "exchange-quote-open"),
        (b"kenmerk;titel\n" + b"\n" * 2_000_000, "exchange-cells-many"),
        (b"kenmerk;titel\n" + b";" * 6_000_000, "exchange-cells-many"),
        (b"titel;richting\nA;B", "exchange-no-key-column"),
        (b'{"releases": []}', "exchange-no-key-column"),
        (b"PK\x03\x04" * 10, "exchange-unreadable"),
        (b'kenmerk;titel\n"T-1;' + b"a" * 20_000_100, "exchange-table-large"),
    ],
)
def test_what_is_no_table_changes_nothing(enter: Enter, raw: bytes, key: str) -> None:
    with pytest.raises(BrokenFile, match=key):
        enter(raw)


def test_every_heading_leads_to_its_column_in_every_language(texts: Texts) -> None:
    find = by_heading(texts)

    for language in texts.languages:
        for column in all_columns(MOST_ITEMS):
            assert find(column.heading(texts, language)) == column
    assert find("tender_id") == Column("tender_id")


@pytest.mark.parametrize(
    "heading",
    ["onderdeel", "onderdeel 0", "onderdeel 01", "onderdeel 501", "onderdeel 1 2", "titel 1", "1"],
)
def test_heading_of_no_column_leads_nowhere(texts: Texts, heading: str) -> None:
    assert by_heading(texts)(heading) is None


@pytest.mark.parametrize(
    "raw",
    [
        b"sep=;\r\nkenmerk;titel\r\nT-1;Tuin, hof\r\n",
        b'"sep=,"\nkenmerk,titel\nT-1,"Tuin, hof"\n',
        "\ufeffSEP=\t\nkenmerk\ttitel\nT-1\tTuin, hof\n".encode(),
        b"sep=;;;\nkenmerk;titel;;\nT-1;Tuin, hof;;\n",
        b"kenmerk;titel\rT-1;Tuin, hof\r",
        b'kenmerk,titel,hoe lang\rT-1,"Tuin, hof",1;2;3;4\r',
        b'kenmerk;titel;"a, b, c, d"\nT-1;Tuin, hof\n',
        b"\n\nkenmerk;titel\nT-1;Tuin, hof\n",
        b"kenmerk|titel\nT-1|Tuin, hof\n",
        b"sep=|\nkenmerk|titel\nT-1|Tuin, hof",
        "sep=;\nkenmerk;titel\nT-1;Tuin, hof".encode("utf-16-le"),
    ],
)
def test_what_stands_around_a_table_is_no_part_of_it(
    store: Store, enter: Enter, raw: bytes
) -> None:
    done = enter(raw)

    assert (done.made, facts(store)["title"]) == (1, "Tuin, hof")
