"""An unreadable value is reported with its place, stops no list, and is never misread."""

from functools import partial

import pytest
from sqlmodel import col

from outreach.opportunities.card import open_opportunities, opportunity_page
from outreach.opportunities.opportunity import Opportunity
from outreach.store.errors import Unreadable
from outreach.store.page import Cut, page
from outreach.store.query import pick
from outreach.store.sqlite.spots import Spot, unreadable
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.outreach.store.spoiling import spoil_value

pytestmark = pytest.mark.sqlite
ROWS = [
    ("opportunity", "answers_until", 1, "rommel", "datetime"),
    ("opportunity", "answers_until", 1, "5", "datetime"),
    ("opportunity", "starts_on", 2, "31-12-2026", "date"),
    ("opportunity", "translations", 3, "{rommel", "json"),
    ("opportunity", "themes", 3, '{"groen": 1}', "json"),
    ("opportunity", "themes", 3, "null", "json"),
    ("opportunity", "checklist", 4, '{"insurance": ["ja"]}', "json"),
    ("opportunity", "answer_days", 4, "veel", "integer"),
    ("opportunity", "cooperation", 5, "ja", "boolean"),
    ("part", "translations", 1, "", "json"),
    ("event", "at", 1, "gisteren", "datetime"),
]


@pytest.mark.parametrize(("table", "column", "row", "value", "kind"), ROWS)
def test_value_that_is_none_of_its_kind_is_found_with_its_place(
    waterdam: Store, table: str, column: str, row: int, value: str, kind: str
) -> None:
    before = list(unreadable(waterdam.path))
    spoil_value(waterdam.path, table, column, row, value)

    assert (before, list(unreadable(waterdam.path))) == ([], [Spot(table, column, row, kind)])
    assert list(unreadable(waterdam.path, 0.0)) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("answers_until", "rommel"), ("translations", "{"), ("starts_on", "x"), ("checklist", "[1]")],
)
@pytest.mark.parametrize("writes", [False, True], ids=["look", "unit"])
def test_one_record_that_cannot_be_read_says_so(
    waterdam: Store, column: str, value: str, writes: bool
) -> None:
    spoil_value(waterdam.path, "opportunity", column, 1, value)

    rule = partial(opportunity_page, opportunity=1, language="nl")
    with pytest.raises(Unreadable):
        waterdam.run(rule, NOBODY) if writes else waterdam.look(rule)

    assert waterdam.look(opportunity_page, opportunity=2, language="nl").card.id == 2


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("themes", "{"),
        ("themes", "5"),
        ("themes", '"groen"'),
        ("themes", "[[1]]"),
        ("translations", "rommel"),
        ("translations", "[]"),
        ("translations", '{"en": 5}'),
        ("answers_until", "9rommel"),
    ],
)
def test_list_goes_on_without_what_cannot_be_read(waterdam: Store, column: str, value: str) -> None:
    before = waterdam.look(open_opportunities, language="nl")
    spoil_value(waterdam.path, "opportunity", column, 1, value)

    after = waterdam.look(open_opportunities, language="nl")

    assert after == [card for card in before if card.id != 1]
    assert len(after) == len(before) - 1


@pytest.mark.parametrize("expanding", [False, True])
def test_pages_go_on_behind_what_cannot_be_read(waterdam: Store, expanding: bool) -> None:
    chosen = pick(Opportunity.id, Opportunity.answers_until).where(col(Opportunity.state) == "open")
    if expanding:
        chosen = chosen.where(col(Opportunity.id).in_(list(range(100))))

    def part(unit: Unit, cut: Cut) -> tuple[list[int], int | None]:
        found = page(unit, chosen, col(Opportunity.id), cut)
        return [row.id for row in found], found.last

    whole, _ = waterdam.look(part, Cut())
    spoil_value(waterdam.path, "opportunity", "answers_until", whole[1], "rommel")
    first, last = waterdam.look(part, Cut(3))
    rest, _ = waterdam.look(part, Cut(None, last))

    assert first + rest == [whole[0], *whole[2:]]
