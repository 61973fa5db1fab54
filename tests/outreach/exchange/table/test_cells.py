"""A cell is read as people write it; one that cannot be read is named with its row and column."""

import pytest

from content.texts import Texts
from outreach.exchange.findings import ImportFinding
from outreach.store.store import Store
from tests.outreach.exchange.conftest import FULL_HEADINGS, FULL_ROW, Enter, everything, facts, make


@pytest.mark.parametrize(
    ("heading", "fact", "empty"),
    [
        ("hoe lang", "duration", ""),
        ("waarde", "value_cents", None),
        ("reageren tot", "answers_until", None),
        ("begin", "starts_on", None),
        ("richting", "direction", None),
        ("thema’s", "themes", []),
        ("plekken", "places", []),
        ("Hoe zit het met schade en verzekering?", "checklist", {"insurance": ""}),
        ("onderdeel 1", "parts", []),
        ("eis 1", "requirements", []),
        ("beoordelingspunt 1", "criteria", []),
    ],
)
@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dash_takes_away_what_was_there(
    waterdam: Store, enter: Enter, heading: str, fact: str, empty: object, dash: str
) -> None:
    enter(FULL_HEADINGS, FULL_ROW, into=waterdam)
    before = facts(waterdam)

    done = enter(f"kenmerk;{heading}", f"T-1;{dash}", into=waterdam)

    assert (done.updated, done.findings.shown) == (1, [])
    assert facts(waterdam) == before | {fact: empty}
    assert enter(f"kenmerk;{heading}", f"T-1;{dash}", into=waterdam).same == 1


def test_a_dash_takes_away_one_fact_of_an_item_or_the_item(store: Store, enter: Enter) -> None:
    enter(
        "kenmerk;titel;onderdeel 1;onderdeel 1 budget;onderdeel 2;onderdeel 2 budget",
        "T-1;Titel;Gras;10;Perken;20",
    )

    done = enter(
        "kenmerk;onderdeel 1;onderdeel 1 budget;onderdeel 2;onderdeel 2 budget", "T-1;Gras;-;-;20"
    )

    assert done.updated == 1
    assert [(part["title"], part["budget_cents"]) for part in facts(store)["parts"]] == [
        ("Gras", None)
    ]


@pytest.mark.parametrize(
    "heading",
    ["titel", "taal", "munt", "herkomst", "samenwerken verplicht", "antwoord binnen (dagen)"],
)
def test_a_dash_takes_away_nothing_that_always_has_a_value(
    store: Store, enter: Enter, heading: str
) -> None:
    enter("kenmerk;titel", "T-1;Titel")
    before = everything(store)

    done = enter(f"kenmerk;{heading}", "T-1;-")

    assert [(found.key, found.column) for found in done.findings.shown] == [
        ("exchange-cell-keeps", heading)
    ]
    assert everything(store) == before


def test_a_dash_cannot_make_a_public_record_incomplete(store: Store, enter: Enter) -> None:
    make(store, "open")

    done = enter("kenmerk;in één zin", "T-1;-")

    assert [found.key for found in done.findings.shown] == ["exchange-would-lack"]
    assert facts(store)["summary"] == "Kort."


def test_a_dash_cannot_clear_the_deadline_of_a_public_record(store: Store, enter: Enter) -> None:
    make(store, "open")
    before = facts(store)["answers_until"]

    done = enter("kenmerk;reageren tot", "T-1;-")

    assert [found.key for found in done.findings.shown] == ["fault-deadline-cleared"]
    assert facts(store)["answers_until"] == before


@pytest.mark.parametrize(
    ("heading", "cell", "key"),
    [
        ("richting", "zijwaarts", "exchange-cell-code"),
        ("thema’s", "groen, paars", "exchange-cell-codes"),
        ("waarde", "veel", "exchange-cell-money"),
        ("reageren tot", "morgen", "exchange-cell-deadline"),
        ("begin", "31-31-2026", "exchange-cell-day"),
        ("samenwerken verplicht", "misschien", "exchange-cell-yes-no"),
        ("antwoord binnen (dagen)", "0", "exchange-cell-number-beyond"),
        ("beoordelingspunt 1 telt mee (%)", "101", "exchange-cell-number-beyond"),
        ("munt", "euro", "exchange-cell-currency"),
        ("taal", "Nederlands", "exchange-cell-language"),
        ("titel", "a" * 121, "exchange-cell-too-long"),
        ("in één zin", "a" * 401, "exchange-cell-too-long"),
        ("beschrijving", "a" * 20_001, "exchange-cell-too-long"),
        ("waarde", "-500", "exchange-cell-money-beyond"),
        ("waarde", "1.000.000.000,01", "exchange-cell-money-beyond"),
        ("onderdeel 1 budget", "-1", "exchange-cell-money-beyond"),
        ("antwoord binnen (dagen)", "366", "exchange-cell-number-beyond"),
        ("antwoord binnen (dagen)", "\uff11\uff12", "exchange-cell-number"),
        ("waarde", "\uff11\uff12", "exchange-cell-money"),
        ("plekken", "Nergenshuizen", "refusal-place-unknown"),
    ],
)
def test_a_faulty_cell_is_named_and_good_rows_go_on(
    store: Store, enter: Enter, texts: Texts, heading: str, cell: str, key: str
) -> None:
    # The same heading twice would be a finding too.
    if heading == "titel":
        done = enter("kenmerk;hoe lang;titel", f'F-1;1 jaar;"{cell}"', "T-1;2 jaar;Goed")
    else:
        done = enter(
            f"kenmerk;hoe lang;titel;{heading}", f'F-1;1 jaar;Fout;"{cell}"', "T-1;2 jaar;Goed;"
        )

    [found] = done.findings.shown
    assert (done.made, done.refused) == (1, 1)
    assert (found.key, found.where, found.column) == (key, "2", heading)
    assert texts.text(found.key, "nl", **found.facts)
    assert facts(store)["duration"] == "2 jaar"


@pytest.mark.parametrize(
    ("heading", "cell", "fact", "value"),
    [
        ("richting", "Gecombineerd", "direction", "combined"),
        ("taal", "NL", "language", "nl"),
        ("munt", "eur", "currency", "EUR"),
        ("waarde", "12,5", "value_cents", 1250),
    ],
)
def test_word_is_read_as_people_write_it(
    store: Store, enter: Enter, heading: str, cell: str, fact: str, value: object
) -> None:
    assert enter(f"kenmerk;titel;{heading}", f"T-1;Goed;{cell}").findings.shown == []

    assert facts(store)[fact] == value


@pytest.mark.parametrize("cell", ["12.5", "1,234.5", "€ 0.5"])
def test_amount_that_may_be_two_things_is_asked(enter: Enter, cell: str) -> None:
    [found] = enter("kenmerk;titel;waarde", f'T-1;Fout;"{cell}"').findings.shown

    assert found == ImportFinding("exchange-cell-money", "2", "waarde", {"given": cell})


def test_a_wrong_code_lists_the_right_ones(enter: Enter) -> None:
    [found] = enter("kenmerk;titel;richting", "T-1;Fout;schuin").findings.shown

    assert found.facts == {"given": "schuin", "allowed": ["formeel", "informeel", "gemengd"]}


def test_every_faulty_cell_of_a_row_is_named(enter: Enter) -> None:
    done = enter("kenmerk;titel;waarde;begin", "T-1;Fout;x;y")

    assert [(found.where, found.column) for found in done.findings.shown] == [
        ("2", "waarde"),
        ("2", "begin"),
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (
            "T-1;Fout;x;Nergens",
            [("exchange-cell-money", "waarde"), ("refusal-place-unknown", "plekken")],
        ),
        ("T-1;;x;", [("exchange-cell-money", "waarde"), ("exchange-title-missing", "titel")]),
        (";;;Nergens", [("exchange-no-key", "kenmerk"), ("refusal-place-unknown", "plekken")]),
        (
            "T-1;Goed;;Nergens, Ergens",
            [("refusal-place-unknown", "plekken"), ("refusal-place-unknown", "plekken")],
        ),
        (f"T-1;{'a' * 121};;", [("exchange-cell-too-long", "titel")]),
        ("T-1;-;;", [("exchange-cell-keeps", "titel")]),
    ],
)
def test_what_the_store_cannot_take_of_a_row_is_told_with_its_faulty_cells(
    enter: Enter, row: str, found: list[tuple[str, str]]
) -> None:
    done = enter("kenmerk;titel;waarde;plekken", row, "T-2;Goed;;")

    assert [(item.key, item.column) for item in done.findings.shown] == found
    assert (done.made, done.refused) == (1, 1)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (";Zonder nummer;", ImportFinding("exchange-no-key", "3", "kenmerk")),
        (
            "t-1;Nog eens;",
            ImportFinding("exchange-key-twice", "3", "kenmerk", {"given": "t-1", "first": "2"}),
        ),
        ("T-2;;", ImportFinding("exchange-title-missing", "3", "titel", {"given": "T-2"})),
        (
            "T-2;Titel;100",
            ImportFinding("exchange-item-empty", "3", "onderdeel 1 budget", {"list": "parts"}),
        ),
    ],
)
def test_a_faulty_row_is_named(enter: Enter, row: str, found: ImportFinding) -> None:
    done = enter("kenmerk;titel;onderdeel 1 budget", "T-1;Goed;", row)

    assert (done.made, done.findings.shown) == (1, [found])


@pytest.mark.parametrize("heading", ["vragen tot", "reageren tot", "begin"])
@pytest.mark.parametrize("cell", ["31-12-9999", "0001-01-01"])
def test_cell_with_a_year_far_off_says_so_and_the_other_rows_come_in(
    store: Store, enter: Enter, heading: str, cell: str
) -> None:
    done = enter(f"kenmerk;titel;{heading}", f"T-1;Zorg mee;{cell}", "T-2;Hulp;31-12-2026")

    assert (done.made, done.refused) == (1, 1)
    assert done.findings.shown == [
        ImportFinding("exchange-cell-year", "2", heading, {"given": cell})
    ]


@pytest.mark.parametrize(
    ("headings", "row", "heading"),
    [
        ("kenmerk;titel;eis 2;eis 2 voor wie", "T-1;Titel;;bedrijf", "eis 2"),
        ("kenmerk;titel;eis 2 of anders;eis 1;eis 2", "T-1;Titel;Bel ons;Vijf mensen", "eis 2"),
        (
            "kenmerk;titel;beoordelingspunt 3 telt mee (%)",
            "T-1;Titel;40",
            "beoordelingspunt 3 telt mee (%)",
        ),
    ],
)
def test_item_without_its_text_is_told_under_its_own_heading(
    enter: Enter, headings: str, row: str, heading: str
) -> None:
    done = enter(headings, row)

    assert [(found.key, found.column) for found in done.findings.shown] == [
        ("exchange-item-empty", heading)
    ]
    assert (done.made, done.refused) == (0, 1)


def test_one_faulty_row_of_a_group_stops_none_of_the_others(store: Store, enter: Enter) -> None:
    rows = [
        f"T-{number};Titel {number};{'Nergens' if number == 7 else ''}" for number in range(1, 46)
    ]

    done = enter("kenmerk;titel;plekken", *rows)

    assert (done.made, done.refused) == (44, 1)
    assert [(found.key, found.where) for found in done.findings.shown] == [
        ("refusal-place-unknown", "8")
    ]
