import pytest

from outreach.opportunities.nearby import FAR, Town
from outreach.opportunities.place import Place

HERE, BESIDE, EMPTY = "BU00010101", "BU00010102", "BU00010201"


def place(code: str, name: str, parent: str | None) -> Place:
    return Place(id=1, code=code, name=name, kind="", parent=parent, year=2026)


@pytest.fixture
def town() -> Town:
    """A town with two districts, an orphan, a place in itself, and an opportunity at each level."""
    places = [
        place("GM0001", "Waterdam", None),
        place("WK000101", "Sluiskom", "GM0001"),
        place(HERE, "Kom", "WK000101"),
        place(BESIDE, "Kaai", "WK000101"),
        place("WK000102", "Kom", "GM0001"),
        place(EMPTY, "Werf", "WK000102"),
        place("BU00000001", "Wees", "WK999999"),
        place("BU00000002", "Rond", "BU00000002"),
    ]
    codes = {1: [HERE], 2: ["WK000101"], 3: ["GM0001"], 4: [BESIDE], 5: ["BU99999999"]}
    return Town({one.code: one for one in places}, codes)


@pytest.mark.parametrize(
    ("code", "distances"),
    [
        (HERE, [0, 1, 2, FAR, FAR]),
        ("WK000101", [0, 0, 1, 0, FAR]),
        ("GM0001", [0, 0, 0, 0, FAR]),
        (EMPTY, [FAR, FAR, 2, FAR, FAR]),
        ("BU00000001", [FAR, FAR, FAR, FAR, FAR]),
        ("BU00000002", [FAR, FAR, FAR, FAR, FAR]),
    ],
)
def test_each_place_that_one_lies_in_is_a_step_further(
    town: Town, code: str, distances: list[int]
) -> None:
    known = town.distances(code)

    assert [town.distance(opportunity, known) for opportunity in range(1, 6)] == distances


def test_counts_are_what_a_search_for_the_place_finds(town: Town) -> None:
    counts = town.counts(range(1, 6))

    found = {
        code: sum(town.distance(one, town.distances(code)) < FAR for one in range(1, 6))
        for code in town.places
    }
    assert counts == {code: count for code, count in found.items() if count}
    assert counts[HERE] == 3


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("kaai", BESIDE),
        (" KAAI ", BESIDE),
        ("bu00010102", BESIDE),
        ("Kom", "WK000102"),
        ("Ka", None),
        ("", None),
    ],
)
def test_place_is_meant_by_its_name_or_its_code(town: Town, given: str, code: str | None) -> None:
    found = town.called(given)

    assert (found and found.code) == code
