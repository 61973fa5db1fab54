"""A list of streets and postcodes is read in whole, again without a change, and rows are told."""

from typing import Any

import pytest

from outreach.opportunities.place import add_places
from outreach.opportunities.street_list import (
    StreetsAdded,
    has_streets,
    read_streets,
    replace_streets,
)
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY

KOM, KAAI = "BU03630101", "BU0363AF03"


@pytest.fixture
def town(store: Store) -> Store:
    """A town with two neighbourhoods, and a name that several have."""
    named = (
        ("GM0363", "Waterdam"),
        (KOM, "Lindenkom"),
        (KAAI, "Pannenkaai"),
        ("BU03630201", "Centrum"),
        ("BU03630301", "Centrum"),
    )
    places = [{"code": code, "year": 2026, "name": name} for code, name in named]
    store.run(add_places, NOBODY, places=places)
    return store


def replaced(town: Store, headings: list[str], *rows: list[str]) -> StreetsAdded:
    """Read in a table."""
    read = read_streets(headings, list(enumerate(rows, 2)))
    return town.run(replace_streets, NOBODY, rows=read)


def stored(town: Store) -> list[Any]:
    """Return what there is."""
    query = "SELECT name, code FROM street ORDER BY name, code"
    return town.look(lambda unit: [tuple(row) for row in unit.connection.exec_driver_sql(query)])


@pytest.mark.parametrize(
    ("headings", "fits"),
    [
        (["PC6", "Huisnummer", "Buurt2023", "Wijk2023", "Gemeente2023"], True),
        (["straatnaam", "buurtnaam"], True),
        (["Postcode", "buurt_code_2025"], True),
        (["street", "neighbourhood"], True),
        (["code", "naam"], False),
        (["straat", "wijk"], False),
        (["buurt", "aantal"], False),
        ([], False),
    ],
)
def test_table_is_known_by_its_headings(headings: list[str], fits: bool) -> None:
    assert has_streets(headings) == fits


def test_table_of_cbs_is_read_with_its_bare_codes_and_keeps_no_house_number(town: Store) -> None:
    headings = ["PC6", "Huisnummer", "Buurt2023", "Wijk2023", "Gemeente2023"]

    added = replaced(
        town,
        headings,
        ["1011AB", "105", "3630101", "36301", "363"],
        ["1011AB", "107", "3630101", "36301", "363"],
        ["1011AC", "1", "363AF03", "363AF", "363"],
    )

    assert (added.streets, added.postcodes, added.passed) == (0, 2, [])
    assert stored(town) == [("1011AB", KOM), ("1011AC", KAAI)]


@pytest.mark.parametrize(
    ("bare", "code"), [("140101", "BU00140101"), ("340AB3", "BU00340AB3"), ("30101", "BU00030101")]
)
def test_bare_code_of_a_municipality_with_a_low_number_is_read(
    town: Store, bare: str, code: str
) -> None:
    town.run(add_places, NOBODY, places=[{"code": code, "year": 2026, "name": "Binnenstad"}])

    added = replaced(town, ["PC6", "Buurt2025"], ["9711AA", bare])

    assert (added.passed, stored(town)) == ([], [("9711AA", code)])


def test_same_list_again_changes_nothing(town: Store) -> None:
    rows = ["Lindenstraat", "Lindenkom"], ["Havendijk", KAAI], ["lindenstraat", KOM]
    replaced(town, ["straat", "buurt"], *rows)
    before = stored(town)

    again = replaced(town, ["straat", "buurt"], *rows)

    assert (again.streets, stored(town) == before, len(before)) == (2, True, 2)


def test_new_list_takes_the_place_of_the_old_one_of_its_kind(town: Store) -> None:
    replaced(town, ["straat", "postcode", "buurt"], ["Lindenstraat", "1011 AB", KOM])

    replaced(town, ["straat", "buurt"], ["Havendijk", KAAI])

    assert stored(town) == [("1011 AB", KOM), ("Havendijk", KAAI)]


def test_rows_without_a_known_neighbourhood_are_passed_over_and_told(town: Store) -> None:
    added = replaced(
        town,
        ["straat", "postcode", "buurt"],
        ["Lindenstraat", "", KOM],
        ["Verreweg", "", "BU03440101"],
        ["Kerkstraat", "", "Centrum"],
        ["Dorpsstraat", "", "Waterdam"],
        ["Dijk", "", ""],
        ["", "0123 AB", KOM],
        ["-", "", KOM],
        ["x" * 300, "", KOM],
        ["", "", KOM],
        [],
    )

    assert stored(town) == [("Lindenstraat", KOM)]
    assert [row.number for row in added.passed] == [3, 4, 5, 6, 7, 8, 9]


def test_list_of_another_town_leaves_ours_as_it_is(town: Store) -> None:
    replaced(town, ["straat", "buurt"], ["Lindenstraat", KOM])

    with pytest.raises(Refusal, match="refusal-streets-none"):
        replaced(town, ["straat", "buurt"], ["Verreweg", "BU03440101"])

    assert stored(town) == [("Lindenstraat", KOM)]
