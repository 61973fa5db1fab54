"""The table to fill in, and the one with what is stored: both can be read again unchanged."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from content.texts import Texts
from outreach.exchange.table.columns import all_columns
from outreach.exchange.table.template import opportunities_page, template
from outreach.exchange.table.writing import as_csv, as_workbook
from outreach.opportunities.edit import new_opportunity, set_facts
from outreach.opportunities.facts import FACT
from outreach.opportunities.place import add_places
from outreach.opportunities.questions import all_questions
from outreach.store.store import Store
from tests.outreach.exchange.conftest import NADIA, READY, ZONE, Enter, everything, facts, make

MADE = {"workbook": as_workbook, "text": as_csv}


def given(store: Store, texts: Texts, language: str = "nl") -> Any:
    """Every opportunity of the store as a table."""
    numbers = store.look(
        lambda unit: list(unit.connection.exec_driver_sql("SELECT id FROM opportunity").scalars())
    )
    return store.look(opportunities_page, opportunities=numbers, texts=texts, language=language)


@pytest.mark.parametrize("form", MADE)
def test_the_template_comes_in_without_making_anything(
    store: Store, enter: Enter, texts: Texts, form: str
) -> None:
    before = everything(store)

    for language in texts.languages:
        done = enter(MADE[form]([template(texts, language)], ZONE))

        assert (done.made, done.refused, done.findings.shown) == (0, 0, [])
    assert everything(store) == before


def test_the_template_opens_in_a_dutch_spreadsheet(texts: Texts) -> None:
    raw = as_csv([template(texts, "nl")], ZONE)

    first = raw.decode("utf-8-sig").splitlines()[0].split(";")
    assert raw.startswith(b"\xef\xbb\xbf")
    assert first[:4] == ["kenmerk", "titel", "in één zin", "beschrijving"]
    assert first[-1] == "beoordelingspunt 3 telt mee (%)"


def test_the_template_has_a_column_for_every_fact_that_can_be_set() -> None:
    found = {column.among or column.fact for column in all_columns(1)}

    assert FACT.keys() - {"translations"} <= found
    assert {"places", "parts", "requirements", "criteria"} <= found
    assert {column.fact for column in all_columns(1) if column.among == "checklist"} == set(
        all_questions()
    )


def test_the_template_offers_what_can_be_chosen(texts: Texts, tmp_path: Path) -> None:
    path = tmp_path / "leeg.xlsx"
    path.write_bytes(as_workbook([template(texts, "nl")], ZONE))

    book = CalamineWorkbook.from_path(path)
    seen = [
        known.name for known in book.sheets_metadata if known.visible == SheetVisibleEnum.Visible
    ]
    offered = list(zip(*book.get_sheet_by_name("choices").to_python(), strict=True))
    assert seen == ["Kansen"]
    assert [name for name in offered[0] if name] == ["formeel", "informeel", "gemengd"]
    assert ("ja", "nee") in [tuple(name for name in names if name) for names in offered]


@pytest.mark.parametrize("form", MADE)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_there_comes_in_again_and_changes_nothing(
    waterdam: Store, enter: Enter, texts: Texts, form: str, language: str
) -> None:
    raw = MADE[form]([given(waterdam, texts, language)], ZONE)
    before = everything(waterdam)

    done = enter(raw, into=waterdam, keep="unnoticed")

    assert (done.made, done.updated, done.held, done.refused, done.findings.shown) == (
        0,
        0,
        0,
        0,
        [],
    )
    assert (done.same, everything(waterdam)) == (8, before)


HOSTILE: Sequence[dict[str, Any]] = (
    {"title": "=1+1", "description": "- een\n- twee\n\n+31 6 12345678", "duration": "@morgen"},
    {
        "parts": [
            {"key": "b", "title": "Gras", "budget_cents": 1},
            {"key": "a", "title": "Gras", "say": "=Wij"},
        ]
    },
    {
        "requirements": [{"text": f"-{n}", "kinds": ["firm"]} for n in range(5)],
        "value_cents": 123_456_789_01,
    },
    {
        "places": ["BU99010001", "BU99010002", "GM9901"],
        "cooperation": True,
        "themes": ["overig", "groen"],
    },
    {
        "checklist": {"insurance": "'=1"},
        "criteria": [{"text": "+", "weight": 100}],
        "answer_days": 365,
    },
    *(
        {"criteria": [{"text": f"Punt {weight}", "weight": weight} for weight in weights]}
        for weights in (range(101), (1,), (100,), (0, 1, 99))
    ),
    {"parts": [{"key": str(n), "title": f"Deel {n}", "budget_cents": n} for n in range(102)]},
    *({"value_cents": cents} for cents in (0, 1, 10, 50, 99, 100, 101, 5_000, 100_000_000_000)),
)


@pytest.mark.parametrize("form", MADE)
@pytest.mark.parametrize("odd", HOSTILE)
def test_whatever_a_record_holds_comes_in_again_and_changes_nothing(
    store: Store, enter: Enter, texts: Texts, form: str, odd: dict[str, Any]
) -> None:
    names = {"BU99010001": "Zuid", "BU99010002": "Zuid", "GM9901": "Waterdam, stad"}
    store.run(
        add_places,
        NADIA,
        places=[{"code": code, "year": 2026, "name": name} for code, name in names.items()],
    )
    store.run(new_opportunity, NADIA, tender_id="T-1", ocid_prefix="ocds-abc123", **READY | odd)
    before = everything(store)

    done = enter(MADE[form]([given(store, texts)], ZONE))

    assert (done.same, done.findings.shown, everything(store)) == (1, [], before)


def test_number_that_begins_with_a_zero_stays_as_it_is(
    store: Store, enter: Enter, texts: Texts
) -> None:
    store.run(new_opportunity, NADIA, tender_id="007", ocid_prefix="ocds-abc123", title="Zeven")

    done = enter(as_workbook([given(store, texts)], ZONE))

    assert (done.same, done.made) == (1, 0)


def test_one_cell_that_was_changed_in_the_file_is_the_one_change(
    store: Store, enter: Enter, texts: Texts
) -> None:
    about = make(store)
    store.run(set_facts, NADIA, opportunity=about, duration="2 jaar")
    raw = as_csv([given(store, texts)], ZONE).replace(b"2 jaar", b"3 jaar")
    before = facts(store)

    done = enter(raw)

    assert (done.updated, facts(store)) == (1, before | {"duration": "3 jaar"})
