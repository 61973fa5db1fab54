"""Staff write opportunities in a spreadsheet: good rows come in, faulty ones are explained."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import pytest

from content.texts import Texts
from outreach.exchange.findings import ImportFinding
from outreach.exchange.opened import open_file
from outreach.exchange.stored import facts_of_many
from outreach.exchange.table import rows
from outreach.exchange.table.importing import Tabled, import_table
from outreach.exchange.table.reading import read_table
from outreach.opportunities.edit import new_opportunity, set_facts, set_facts_of_many
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.place import add_places
from outreach.store.store import Store
from tests.outreach.exchange.conftest import (
    FULL_HEADINGS,
    FULL_ROW,
    NADIA,
    Enter,
    columns,
    everything,
    facts,
    number,
)

P = ParamSpec("P")
R = TypeVar("R")


def noted(names: list[str], name: str, function: Callable[P, R]) -> Callable[P, R]:
    """The same function, which writes its name down each time."""

    def run(*given: P.args, **values: P.kwargs) -> R:
        names.append(name)
        return function(*given, **values)

    return run


def test_a_full_row_becomes_a_draft(waterdam: Store, enter: Enter) -> None:
    done = enter(FULL_HEADINGS, FULL_ROW, into=waterdam)

    part = {"description": "", "translations": {}}
    assert (done.made, done.refused, done.findings.shown) == (1, 0, [])
    assert (columns(waterdam)["official"], columns(waterdam)["state"]) == ("Nadia", "draft")
    assert columns(waterdam)["ocid"] == "ocds-abc123-T-1"
    assert facts(waterdam) == {
        "title": "Zorg mee",
        "summary": "Kort.",
        "description": "Eerste alinea.\n\nTweede; alinea.",
        "language": "nl",
        "translations": {},
        "direction": "combined",
        "origin": "challenge",
        "arrangement": "no_money",
        "municipality_role": "equal_partner",
        "contributions": ["money", "room_in_rules"],
        "cooperation": True,
        "checklist": {"insurance": "Via de gemeente."},
        "themes": ["groen", "overig"],
        "places": ["GM9901"],
        "value_cents": 123_456,
        "currency": "EUR",
        "duration": "2 jaar",
        "answer_days": 5,
        "questions_until": datetime(2026, 11, 20, 22, 59, 59, tzinfo=UTC),
        "answers_until": datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC),
        "plan_until": None,
        "plan_asks": "",
        "starts_on": date(2027, 1, 1),
        "parts": [
            {"key": "1", "title": "Perken", "budget_cents": 50_000, "say": "Wij"} | part,
            {"key": "2", "title": "Gras", "budget_cents": None, "say": ""} | part,
        ],
        "requirements": [
            {
                "kinds": ["residents_group", "firm"],
                "text": "Vijf mensen",
                "alternative": "Bel ons.",
                "translations": {},
            }
        ],
        "criteria": [{"text": "Draagvlak", "weight": 60, "translations": {}}],
    }


@pytest.mark.parametrize("steps", [[], ["withdrawn"]])
def test_the_same_table_again_changes_nothing(
    waterdam: Store, enter: Enter, steps: list[str]
) -> None:
    enter(FULL_HEADINGS, FULL_ROW, into=waterdam)
    for state in steps:
        waterdam.run(move_opportunity, NADIA, opportunity=number(waterdam), state=state)
    before = everything(waterdam)

    done = enter(FULL_HEADINGS, FULL_ROW.replace("T-1", "t-1"), into=waterdam)

    assert (done.same, done.findings.shown) == (1, [])
    assert everything(waterdam) == before


def test_the_same_row_of_an_open_one_makes_no_version(waterdam: Store, enter: Enter) -> None:
    before = everything(waterdam)

    done = enter("kenmerk;richting;onderdeel 1", "WD-2026-01;informeel;", into=waterdam)

    assert (done.same, everything(waterdam)) == (1, before)


def test_a_changed_row_updates_and_an_empty_cell_leaves_as_it_is(
    store: Store, enter: Enter
) -> None:
    enter("kenmerk;titel;hoe lang", "T-1;Zorg mee;2 jaar")

    done = enter("kenmerk;titel;hoe lang", "T-1;Zorg voor groen;")

    assert (done.updated, facts(store)["title"], facts(store)["duration"]) == (
        1,
        "Zorg voor groen",
        "2 jaar",
    )


def test_lists_keep_keys_and_translations_that_a_table_does_not_hold(
    store: Store, enter: Enter
) -> None:
    made = store.run(
        new_opportunity, NADIA, tender_id="T-1", ocid_prefix="ocds-abc123", title="Zorg mee"
    )
    part = {"key": "1", "title": "Gras", "translations": {"en": {"title": "Grass"}}}
    store.run(set_facts, NADIA, opportunity=made, parts=[part])

    enter("kenmerk;onderdeel 1;onderdeel 2;onderdeel 2 budget", "T-1;Perken;Gras;10")

    parts = [
        (item["key"], item["title"], item["budget_cents"], item["translations"])
        for item in facts(store)["parts"]
    ]
    assert parts == [("2", "Perken", None, {}), ("1", "Gras", 1000, {"en": {"title": "Grass"}})]


def test_a_row_of_an_ended_opportunity_is_refused(store: Store, enter: Enter) -> None:
    enter("kenmerk;titel", "T-1;Zorg mee")
    store.run(move_opportunity, NADIA, opportunity=number(store), state="withdrawn")

    done = enter("kenmerk;titel", "T-1;Anders")

    assert done.findings.shown == [ImportFinding("refusal-ended", "2", "kenmerk", {"given": "T-1"})]


def test_units_of_work_grow_with_the_rows_of_the_table_only(
    waterdam: Store, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one row costs may not grow with what is there."""
    rows = [f"T-{number};Titel {number};informeel;Perken;Waterdam" for number in range(200)]
    headings = "kenmerk;titel;richting;onderdeel 1;plekken"
    units: list[str] = []
    monkeypatch.setattr(Store, "run", noted(units, "run", Store.run))
    monkeypatch.setattr(Store, "look", noted(units, "look", Store.look))

    for start in (0, 100, 100):
        enter(headings, *rows[start : start + 100], into=waterdam)

    assert units == ["look", "run"] * 10 + ["look"] * 5


def test_changed_drafts_of_a_group_are_looked_up_together(
    store: Store, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter("kenmerk;titel;eis 1", *[f"T-{number};Titel;Vijf mensen" for number in range(30)])
    looked: list[str] = []
    monkeypatch.setattr(rows, "facts_of_many", noted(looked, "look", facts_of_many))
    monkeypatch.setattr(rows, "set_facts_of_many", noted(looked, "set", set_facts_of_many))

    done = enter(
        "kenmerk;titel;eis 1", *[f"T-{number};Anders {number};Tien mensen" for number in range(30)]
    )

    assert (done.updated, looked) == (30, ["look", "set"] * 2)
    assert [facts(store, f"T-{number}")["title"] for number in (0, 29)] == ["Anders 0", "Anders 29"]
    assert facts(store, "T-29")["requirements"][0]["text"] == "Tien mensen"


def test_changed_draft_that_is_refused_stops_none_of_its_group(store: Store, enter: Enter) -> None:
    enter("kenmerk;titel", *[f"T-{number};Titel" for number in range(1, 4)])
    store.run(move_opportunity, NADIA, opportunity=number(store, "T-2"), state="withdrawn")

    done = enter("kenmerk;titel", *[f"T-{number};Anders" for number in range(1, 4)])

    assert (done.updated, done.refused) == (2, 1)
    assert done.findings.shown == [ImportFinding("refusal-ended", "3", "kenmerk", {"given": "T-2"})]
    assert [facts(store, f"T-{number}")["title"] for number in range(1, 4)] == [
        "Anders",
        "Titel",
        "Anders",
    ]


def test_two_rows_about_one_draft_both_stay(store: Store, enter: Enter) -> None:
    enter("kenmerk;titel;in één zin", "T-1;Titel;Kort", "T-2;Titel;Kort")

    done = enter(
        "kenmerk;titel;in één zin", "T-1;Anders;", "ocds-abc123-T-1;;Langer", "T-2;Anders;"
    )

    assert (done.updated, done.findings.shown) == (3, [])
    assert (facts(store)["title"], facts(store)["summary"]) == ("Anders", "Langer")


def test_row_of_a_group_is_the_same_record_as_a_row_by_itself(
    waterdam: Store, enter: Enter
) -> None:
    enter(FULL_HEADINGS, FULL_ROW, FULL_ROW.replace("T-1", "T-2"), into=waterdam)
    values = facts(waterdam) | {"tender_id": "x"}
    del values["tender_id"]
    waterdam.run(
        new_opportunity,
        NADIA,
        tender_id="T-3",
        ocid_prefix="ocds-abc123",
        **values,
        official="Nadia",
    )

    alone, grouped = columns(waterdam, "T-3"), columns(waterdam, "T-2")
    unlike = {"id", "tender_id", "ocid", "created_at", "changed_at"}
    assert {name for name in alone if alone[name] != grouped[name]} <= unlike
    assert facts(waterdam, "T-2") == facts(waterdam, "T-3")


def test_place_with_a_comma_in_its_name_stays_one_place(store: Store, enter: Enter) -> None:
    places = [{"code": "GM0820", "year": 2026, "name": "Nuenen, Gerwen en Nederwetten"}]
    store.run(add_places, NADIA, places=places)

    made = enter("kenmerk;titel;plekken", "T-1;Zorg mee;Nuenen, Gerwen en Nederwetten")
    again = enter("kenmerk;titel;plekken", "T-1;Zorg mee;Nuenen, Gerwen en Nederwetten")
    changed = enter("kenmerk;titel;plekken", "T-1;Anders;Nuenen, Gerwen en Nederwetten")

    assert (made.made, again.same, changed.updated) == (1, 1, 1)
    assert facts(store)["places"] == ["GM0820"]


@pytest.mark.parametrize(
    ("home", "found"), [("GM9901", []), ("GM0363", ["exchange-elsewhere"]), ("NL-KVK-1", [])]
)
def test_place_in_another_municipality_is_said_once(
    waterdam: Store, texts: Texts, tmp_path: Path, home: str, found: list[str]
) -> None:
    path = tmp_path / "kansen.csv"
    path.write_text("kenmerk;titel;plekken\nT-1;Titel;LINDENKOM\n")
    with open_file(path) as opened:
        table = read_table(opened, texts)

    def enter() -> Tabled:
        zone = ZoneInfo("Europe/Amsterdam")
        return import_table(
            waterdam,
            table,
            actor=NADIA,
            texts=texts,
            zone=zone,
            ocid_prefix="ocds-abc123",
            home=home,
        )

    assert [item.key for item in enter().findings.shown] == found
    assert enter().findings.shown == []


def test_progress_goes_to_the_end(store: Store, texts: Texts, tmp_path: Path) -> None:
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
