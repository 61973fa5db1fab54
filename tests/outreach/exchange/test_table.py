"""Staff write opportunities in a spreadsheet: good rows come in, faulty ones are told how to mend."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from content.texts import Texts
from outreach.exchange.columns import MOST, Column, all_columns, by_heading
from outreach.exchange.findings import BrokenFile, Finding
from outreach.exchange.opened import open_file
from outreach.exchange.table import read_table
from outreach.exchange.table_in import Tabled, import_table
from outreach.opportunities.edit import new_opportunity, set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.clean import alike
from outreach.store.store import Store
from tests.outreach.exchange.conftest import NADIA, Enter, columns, everything, facts, make, number

FULL_HEADINGS = (
    "kenmerk;titel;in één zin;beschrijving;richting;vorm;rol van de gemeente;inbreng van de gemeente;"
    "samenwerken verplicht;thema's;vragen tot;reageren tot;begin;hoe lang;waarde;munt;contactpersoon;"
    "antwoord binnen (dagen);herkomst;taal;Hoe zit het met schade en verzekering?;onderdeel 1;onderdeel 1 budget;"
    "onderdeel 1 wie beslist mee;onderdeel 3;eis 1;eis 1 voor wie;eis 1 of anders;beoordelingspunt 1;"
    "beoordelingspunt 1 telt mee (%);plekken"
)
FULL_ROW = (
    'T-1;Zorg mee;Kort.;"Eerste alinea.\r\n\r\nTweede; alinea.";Gemengd;zonder geld;gelijke partner;'
    '"geld, ruimte in de regels";ja;groen,overig;20-11-2026;2026-12-01;01-01-2027;2 jaar;"1.234,56";EUR;Nadia;5;'
    "idee van bewoners;nl;Via de gemeente.;Perken;500;Wij;Gras;Vijf mensen;groep bewoners | bedrijf;Bel ons.;"
    "Draagvlak;60%;waterdam"
)


def test_a_full_row_becomes_a_draft(waterdam: Store, enter: Enter):
    done = enter(FULL_HEADINGS, FULL_ROW, into=waterdam)

    part = {"description": "", "translations": {}}
    assert (done.made, done.refused, done.findings.shown) == (1, 0, [])
    assert (columns(waterdam)["official"], columns(waterdam)["state"]) == ("Nadia", "draft")
    assert columns(waterdam)["ocid"] == "ocds-abc123-T-1"
    assert facts(waterdam) == {
        "title": "Zorg mee", "summary": "Kort.", "description": "Eerste alinea.\n\nTweede; alinea.", "language": "nl",
        "translations": {}, "direction": "combined", "origin": "challenge", "arrangement": "no_money",
        "municipality_role": "equal_partner", "contributions": ["money", "room_in_rules"], "cooperation": True,
        "checklist": {"insurance": "Via de gemeente."}, "themes": ["groen", "overig"], "places": ["GM9901"],
        "value_cents": 123_456, "currency": "EUR", "duration": "2 jaar", "answer_days": 5,
        "questions_until": datetime(2026, 11, 20, 22, 59, 59, tzinfo=UTC),
        "answers_until": datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC), "starts_on": date(2027, 1, 1),
        "parts": [
            {"key": "1", "title": "Perken", "budget_cents": 50_000, "say": "Wij"} | part,
            {"key": "2", "title": "Gras", "budget_cents": None, "say": ""} | part,
        ],
        "requirements": [
            {
                "kinds": ["residents_group", "firm"], "text": "Vijf mensen", "alternative": "Bel ons.",
                "translations": {},
            }
        ],
        "criteria": [{"text": "Draagvlak", "weight": 60, "translations": {}}],
    }  # fmt: skip


@pytest.mark.parametrize("steps", [[], ["withdrawn"]])
def test_the_same_table_again_changes_nothing(waterdam: Store, enter: Enter, steps: list[str]):
    enter(FULL_HEADINGS, FULL_ROW, into=waterdam)
    for state in steps:
        waterdam.run(move_opportunity, NADIA, opportunity=number(waterdam), state=state)
    before = everything(waterdam)

    done = enter(FULL_HEADINGS, FULL_ROW.replace("T-1", "t-1"), into=waterdam)

    assert (done.same, done.findings.shown) == (1, [])
    assert everything(waterdam) == before


def test_the_same_row_of_an_open_one_makes_no_version(waterdam: Store, enter: Enter):
    before = everything(waterdam)

    done = enter("kenmerk;richting;onderdeel 1", "WD-2026-01;informeel;", into=waterdam)

    assert (done.same, everything(waterdam)) == (1, before)


def test_a_changed_row_updates_and_an_empty_cell_leaves_as_it_is(store: Store, enter: Enter):
    enter("kenmerk;titel;hoe lang", "T-1;Zorg mee;2 jaar")

    done = enter("kenmerk;titel;hoe lang", "T-1;Zorg voor groen;")

    assert (done.updated, facts(store)["title"], facts(store)["duration"]) == (1, "Zorg voor groen", "2 jaar")


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
):
    enter(FULL_HEADINGS, FULL_ROW, into=waterdam)
    before = facts(waterdam)

    done = enter(f"kenmerk;{heading}", f"T-1;{dash}", into=waterdam)

    assert (done.updated, done.findings.shown) == (1, [])
    assert facts(waterdam) == before | {fact: empty}
    assert enter(f"kenmerk;{heading}", f"T-1;{dash}", into=waterdam).same == 1


def test_a_dash_takes_away_one_fact_of_an_item_or_the_item(store: Store, enter: Enter):
    enter("kenmerk;titel;onderdeel 1;onderdeel 1 budget;onderdeel 2;onderdeel 2 budget", "T-1;Titel;Gras;10;Perken;20")

    done = enter("kenmerk;onderdeel 1;onderdeel 1 budget;onderdeel 2;onderdeel 2 budget", "T-1;Gras;-;-;20")

    assert done.updated == 1
    assert [(part["title"], part["budget_cents"]) for part in facts(store)["parts"]] == [("Gras", None)]


@pytest.mark.parametrize(
    "heading", ["titel", "taal", "munt", "herkomst", "samenwerken verplicht", "antwoord binnen (dagen)"]
)
def test_a_dash_takes_away_nothing_that_always_has_a_value(store: Store, enter: Enter, heading: str):
    enter("kenmerk;titel", "T-1;Titel")
    before = everything(store)

    done = enter(f"kenmerk;{heading}", "T-1;-")

    assert [(found.key, found.column) for found in done.findings.shown] == [("exchange-cell-keeps", heading)]
    assert everything(store) == before


def test_a_dash_cannot_make_a_public_record_incomplete(store: Store, enter: Enter):
    make(store, "open")

    done = enter("kenmerk;in één zin", "T-1;-")

    assert [found.key for found in done.findings.shown] == ["exchange-would-lack"]
    assert facts(store)["summary"] == "Kort."


def test_lists_keep_keys_and_translations_that_a_table_does_not_hold(store: Store, enter: Enter):
    made = store.run(new_opportunity, NADIA, tender_id="T-1", ocid_prefix="ocds-abc123", title="Zorg mee")
    part = {"key": "1", "title": "Gras", "translations": {"en": {"title": "Grass"}}}
    store.run(set_facts, NADIA, opportunity=made, parts=[part])

    enter("kenmerk;onderdeel 1;onderdeel 2;onderdeel 2 budget", "T-1;Perken;Gras;10")

    parts = [(item["key"], item["title"], item["budget_cents"], item["translations"]) for item in facts(store)["parts"]]
    assert parts == [("2", "Perken", None, {}), ("1", "Gras", 1000, {"en": {"title": "Grass"}})]


@pytest.mark.parametrize(
    ("heading", "cell", "key"),
    [
        ("richting", "zijwaarts", "exchange-cell-code"),
        ("thema’s", "groen, paars", "exchange-cell-codes"),
        ("waarde", "veel", "exchange-cell-amount"),
        ("reageren tot", "morgen", "exchange-cell-deadline"),
        ("begin", "31-31-2026", "exchange-cell-date"),
        ("samenwerken verplicht", "misschien", "exchange-cell-yes-no"),
        ("antwoord binnen (dagen)", "0", "exchange-cell-number"),
        ("beoordelingspunt 1 telt mee (%)", "101", "exchange-cell-number"),
        ("munt", "euro", "exchange-cell-short"),
        ("taal", "Nederlands", "exchange-cell-short"),
        ("titel", "a" * 121, "exchange-cell-too-long"),
        ("in één zin", "a" * 401, "exchange-cell-too-long"),
        ("beschrijving", "a" * 20_001, "exchange-cell-too-long"),
        ("waarde", "-500", "exchange-cell-amount-beyond"),
        ("waarde", "1.000.000.000,01", "exchange-cell-amount-beyond"),
        ("onderdeel 1 budget", "-1", "exchange-cell-amount-beyond"),
        ("antwoord binnen (dagen)", "366", "exchange-cell-number"),
        ("plekken", "Nergenshuizen", "refusal-place-unknown"),
    ],
)
def test_a_faulty_cell_is_named_and_good_rows_go_on(
    store: Store, enter: Enter, texts: Texts, heading: str, cell: str, key: str
):
    done = enter(f"kenmerk;hoe lang;titel;{heading}", f'F-1;1 jaar;Fout;"{cell}"', "T-1;2 jaar;Goed;")

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
def test_word_is_read_as_people_write_it(store: Store, enter: Enter, heading: str, cell: str, fact: str, value: object):
    assert enter(f"kenmerk;titel;{heading}", f"T-1;Goed;{cell}").findings.shown == []

    assert facts(store)[fact] == value


@pytest.mark.parametrize("cell", ["12.5", "1,234.5", "€ 0.5"])
def test_amount_that_may_be_two_things_is_asked(enter: Enter, cell: str):
    [found] = enter("kenmerk;titel;waarde", f'T-1;Fout;"{cell}"').findings.shown

    assert found == Finding("exchange-cell-amount", "2", "waarde", {"given": cell})


def test_a_wrong_code_lists_the_right_ones(enter: Enter):
    [found] = enter("kenmerk;titel;richting", "T-1;Fout;schuin").findings.shown

    assert found.facts == {"given": "schuin", "allowed": ["formeel", "informeel", "gemengd"]}


def test_every_faulty_cell_of_a_row_is_named(enter: Enter):
    done = enter("kenmerk;titel;waarde;begin", "T-1;Fout;x;y")

    assert [(found.where, found.column) for found in done.findings.shown] == [("2", "waarde"), ("2", "begin")]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (";Zonder nummer;", Finding("exchange-no-key", "3", "kenmerk")),
        ("t-1;Nog eens;", Finding("exchange-key-twice", "3", "kenmerk", {"given": "t-1", "first": 2})),
        ("T-2;;", Finding("exchange-title-missing", "3", "titel", {"given": "T-2"})),
        ("T-2;Titel;100", Finding("exchange-item-empty", "3", "onderdeel 1 budget", {"list": "parts"})),
    ],
)
def test_a_faulty_row_is_named(enter: Enter, row: str, found: Finding):
    done = enter("kenmerk;titel;onderdeel 1 budget", "T-1;Goed;", row)

    assert (done.made, done.findings.shown) == (1, [found])


def test_a_row_of_an_ended_opportunity_is_refused(store: Store, enter: Enter):
    enter("kenmerk;titel", "T-1;Zorg mee")
    store.run(move_opportunity, NADIA, opportunity=number(store), state="withdrawn")

    done = enter("kenmerk;titel", "T-1;Anders")

    assert done.findings.shown == [Finding("refusal-ended", "2", "kenmerk", {"given": "T-1"})]


def test_rows_are_counted_as_a_spreadsheet_does(enter: Enter):
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
def test_a_table_is_read_in_any_common_form(store: Store, enter: Enter, raw: bytes, title: str):
    done = enter(raw)

    assert (done.made, done.findings.shown, facts(store)["title"]) == (1, [], title)


def test_windows_text_is_read_with_a_warning(store: Store, enter: Enter):
    done = enter("kenmerk;titel\nT-1;Café € \u0081".encode("cp1252", "ignore") + b"\x81")

    assert (done.made, done.findings.shown) == (1, [Finding("exchange-cp1252", "1")])
    assert facts(store)["title"].startswith("Café €")


def test_an_unknown_heading_is_named_and_passed_over(enter: Enter):
    done = enter("kenmerk;titel;kleur;", "T-1;Zorg mee;groen;x")

    assert (done.made, done.findings.shown) == (1, [Finding("exchange-column-unknown", "1", "kleur")])


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "exchange-unreadable"),
        (b"titel;richting\nA;B", "exchange-no-key-column"),
        (b'{"releases": []}', "exchange-no-key-column"),
        (b"PK\x03\x04" * 10, "exchange-unreadable"),
        (b'kenmerk;titel\n"T-1;' + b"a" * 20_000_100, "exchange-table-large"),
    ],
)
def test_what_is_no_table_changes_nothing(enter: Enter, raw: bytes, key: str):
    with pytest.raises(BrokenFile, match=key):
        enter(raw)


def test_every_heading_leads_to_its_column_in_every_language(texts: Texts):
    known = by_heading(texts)

    for language in texts.languages:
        for column in all_columns(MOST):
            assert known[alike(column.heading(texts, language))] == column
    assert known["tender_id"] == Column("tender_id")


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
        "sep=;\nkenmerk;titel\nT-1;Tuin, hof".encode("utf-16-le"),
    ],
)
def test_what_stands_around_a_table_is_no_part_of_it(store: Store, enter: Enter, raw: bytes):
    done = enter(raw)

    assert (done.made, facts(store)["title"]) == (1, "Tuin, hof")


@pytest.mark.parametrize("heading", ["vragen tot", "reageren tot", "begin"])
@pytest.mark.parametrize("cell", ["31-12-9999", "0001-01-01"])
def test_cell_with_a_year_far_off_says_so_and_the_other_rows_come_in(
    store: Store, enter: Enter, heading: str, cell: str
):
    done = enter(f"kenmerk;titel;{heading}", f"T-1;Zorg mee;{cell}", "T-2;Hulp;31-12-2026")

    assert (done.made, done.refused) == (1, 1)
    assert done.findings.shown == [Finding("exchange-cell-year", "2", heading, {"given": cell})]


@pytest.mark.parametrize(
    ("headings", "row", "heading"),
    [
        ("kenmerk;titel;eis 2;eis 2 voor wie", "T-1;Titel;;bedrijf", "eis 2"),
        ("kenmerk;titel;eis 2 of anders;eis 1;eis 2", "T-1;Titel;Bel ons;Vijf mensen", "eis 2"),
        ("kenmerk;titel;beoordelingspunt 3 telt mee (%)", "T-1;Titel;40", "beoordelingspunt 3 telt mee (%)"),
    ],
)
def test_item_without_its_text_is_told_under_its_own_heading(enter: Enter, headings: str, row: str, heading: str):
    done = enter(headings, row)

    assert [(found.key, found.column) for found in done.findings.shown] == [("exchange-item-empty", heading)]
    assert (done.made, done.refused) == (0, 1)


def test_one_faulty_row_of_a_group_stops_none_of_the_others(store: Store, enter: Enter):
    rows = [f"T-{number};Titel {number};{'Nergens' if number == 7 else ''}" for number in range(1, 46)]

    done = enter("kenmerk;titel;plekken", *rows)

    assert (done.made, done.refused) == (44, 1)
    assert [(found.key, found.where) for found in done.findings.shown] == [("refusal-place-unknown", "8")]


def test_units_of_work_grow_with_the_rows_of_the_table_only(
    waterdam: Store, enter: Enter, monkeypatch: pytest.MonkeyPatch
):
    """What one row costs may not grow with what is there."""
    rows = [f"T-{number};Titel {number};informeel;Perken;Waterdam" for number in range(200)]
    headings = "kenmerk;titel;richting;onderdeel 1;plekken"
    units: list[str] = []
    run, look = Store.run, Store.look
    monkeypatch.setattr(Store, "run", lambda *given, **values: (units.append("run"), run(*given, **values))[1])
    monkeypatch.setattr(Store, "look", lambda *given, **values: (units.append("look"), look(*given, **values))[1])

    for start in (0, 100, 100):
        enter(headings, *rows[start : start + 100], into=waterdam)

    assert units == ["look", "run"] * 10 + ["look"] * 5


def test_row_of_a_group_is_the_same_record_as_a_row_by_itself(waterdam: Store, enter: Enter):
    enter(FULL_HEADINGS, FULL_ROW, FULL_ROW.replace("T-1", "T-2"), into=waterdam)
    values = facts(waterdam) | {"tender_id": "x"}
    del values["tender_id"]
    waterdam.run(new_opportunity, NADIA, tender_id="T-3", ocid_prefix="ocds-abc123", **values, official="Nadia")

    alone, grouped = columns(waterdam, "T-3"), columns(waterdam, "T-2")
    unlike = {"id", "tender_id", "ocid", "created_at", "changed_at"}
    assert {name for name in alone if alone[name] != grouped[name]} <= unlike
    assert facts(waterdam, "T-2") == facts(waterdam, "T-3")


@pytest.mark.parametrize(("home", "found"), [("GM9901", []), ("GM0363", ["exchange-elsewhere"]), ("NL-KVK-1", [])])
def test_place_in_another_municipality_is_said_once(
    waterdam: Store, texts: Texts, tmp_path: Path, home: str, found: list[str]
):
    path = tmp_path / "kansen.csv"
    path.write_text("kenmerk;titel;plekken\nT-1;Titel;LINDENKOM\n")
    with open_file(path) as opened:
        table = read_table(opened, texts)

    def enter() -> Tabled:
        zone = ZoneInfo("Europe/Amsterdam")
        return import_table(waterdam, table, actor=NADIA, texts=texts, zone=zone, ocid_prefix="ocds-abc123", home=home)

    assert [item.key for item in enter().findings.shown] == found
    assert enter().findings.shown == []


def test_progress_goes_to_the_end(store: Store, texts: Texts, tmp_path: Path):
    path = tmp_path / "kansen.csv"
    path.write_text("kenmerk;titel\n#;uitleg\nT-1;Een\n;zonder\n")
    shown: list[tuple[int, int]] = []
    with open_file(path) as opened:
        table = read_table(opened, texts)

    import_table(
        store,
        table,
        actor=NADIA,
        texts=texts,
        zone=ZoneInfo("Europe/Amsterdam"),
        ocid_prefix="ocds-abc123",
        progress=lambda done, total: shown.append((done, total)),
    )

    assert shown == [(1, 3), (2, 3), (3, 3), (3, 3)]
