"""Places carry CBS codes, letters and padding included; near reaches up and down."""

import pytest

from outreach.opportunities.card import open_opportunities
from outreach.opportunities.edit import find_by_tender_id, set_facts
from outreach.opportunities.nearby import all_places
from outreach.opportunities.place import (
    PLACE_PARENTS,
    add_places,
    around,
    find_places,
    lies_in,
    nested,
    place_kind,
    within,
)
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit

NADIA = Actor("staff", 1)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("GM0344", "municipality"),
        ("WK0344AB", "district"),
        ("WK034401", "district"),
        ("BU0344000Z", "neighbourhood"),
        ("BU03440123", "neighbourhood"),
        ("gm0344", None),
        ("GM344", None),
        ("WK0344ab", None),
        ("BU034401234", None),
        ("GM٠٣٤٤", None),
        ("GM0344\n", None),
        ("", None),
    ],
)
def test_code_tells_the_kind_of_place(code: str, kind: str | None) -> None:
    assert place_kind(code) == kind


def test_padded_codes_are_stored_tidy(store: Store) -> None:
    places = [
        {"code": "WK0344AB  ", "year": 2026, "name": "Wijk", "parent": "GM0344    "},
        {"code": "BU0344AB0Z", "year": 2026, "name": "Buurt", "parent": "WK0344AB  "},
    ]

    store.run(add_places, NADIA, places=places)

    query = "SELECT code, kind, parent FROM place ORDER BY id"
    stored = store.look(lambda unit: [tuple(row) for row in unit.connection.exec_driver_sql(query)])
    assert stored == [
        ("WK0344AB", "district", "GM0344"),
        ("BU0344AB0Z", "neighbourhood", "WK0344AB"),
    ]


def test_same_place_again_changes_its_name(store: Store) -> None:
    for name in ("Oud", "Nieuw"):
        store.run(add_places, NADIA, places=[{"code": "GM0344", "year": 2026, "name": name}])

    assert store.look(found, "GM0344") == [("GM0344", 2026, "Nieuw")]


def test_place_is_found_in_its_newest_year(store: Store) -> None:
    places: list[dict[str, object]] = [
        {"code": "GM0344", "year": year, "name": f"Utrecht {year}"} for year in (2024, 2026, 2025)
    ]
    store.run(add_places, NADIA, places=places)

    assert store.look(found, " GM0344 ") == [("GM0344", 2026, "Utrecht 2026")]


def test_wrong_code_is_refused_and_nothing_stored(store: Store) -> None:
    places: list[dict[str, object]] = [
        {"code": "GM0344", "year": 2026, "name": "Utrecht"},
        {"code": "XX", "year": 2026, "name": "?"},
    ]

    with pytest.raises(Refusal, match="refusal-place-code"):
        store.run(add_places, NADIA, places=places)
    with pytest.raises(Refusal, match="refusal-place-unknown"):
        store.look(found, "GM0344")


@pytest.mark.parametrize("name", ["%", "W%", "_aterdam", "GM9999", "", "'; DROP TABLE place; --"])
def test_unknown_place_is_refused(waterdam: Store, name: str) -> None:
    with pytest.raises(Refusal, match="refusal-place-unknown"):
        waterdam.look(found, name)


def test_place_is_found_by_name_whatever_the_case(waterdam: Store) -> None:
    assert waterdam.look(found, "lindenkom") == [("BU99010101", 2026, "Lindenkom")]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("’s-Gravenhage", "'s-Gravenhage"),
        ("'s-Gravenhage", "‘S-GRAVENHAGE"),
        ("`t Hof", "´t  hof"),
        ("Súdwest-Fryslân", "SÚDWEST–FRYSLÂN"),
        ("SÚDWEST-FRYSLÂN", "su\u0301dwest-frysla\u0302n"),
        ("IJmuiden", "Ĳmuiden"),
        ("Straße", "STRASSE"),
        ("De Eilanden", " de\u00a0eilanden "),
    ],
)
def test_place_is_found_however_its_name_is_typed(store: Store, name: str, typed: str) -> None:
    store.run(add_places, NADIA, places=[{"code": "GM0518", "year": 2026, "name": name}])

    assert store.look(found, typed) == [("GM0518", 2026, name)]


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["Nuenen", "Gerwen en Nederwetten"], ["GM0820"]),
        (["Bergen", "nuenen", "gerwen en nederwetten", "Hof"], ["GM0373", "GM0820", "WK037301"]),
        (["Nuenen, Gerwen en Nederwetten", "gm0373"], ["GM0820", "GM0373"]),
        (["Bergen", "Hof"], ["GM0373", "WK037301"]),
        ([], []),
    ],
)
def test_name_that_a_comma_parted_is_one_place(
    store: Store, names: list[str], codes: list[str]
) -> None:
    named = {"GM0820": "Nuenen, Gerwen en Nederwetten", "GM0373": "Bergen", "WK037301": "Hof"}
    store.run(
        add_places,
        NADIA,
        places=[{"code": code, "year": 2026, "name": name} for code, name in named.items()],
    )

    assert [place.code for place in store.look(find_places, names=names)] == codes


def test_name_of_several_places_is_refused_with_their_codes(store: Store) -> None:
    codes = ("WK051801", "WK036101", "WK036101")
    places = [
        {"code": code, "year": year, "name": "Centrum"}
        for year, code in zip((2026, 2025, 2026), codes, strict=True)
    ]
    store.run(add_places, NADIA, places=places)

    with pytest.raises(Refusal) as refused:
        store.look(found, "centrum")

    assert refused.value.key == "refusal-place-many"
    assert refused.value.facts == {"given": "centrum", "count": 2, "codes": "WK036101, WK051801"}
    assert store.look(found, "WK036101") == [("WK036101", 2026, "Centrum")]


@pytest.mark.parametrize(
    ("code", "municipality", "inside"),
    [
        ("BU03440101", "GM0344", True),
        ("GM0344", "GM0344", True),
        ("WK034401", "GM0363", False),
        ("WK034401", "NL-KVK-123", True),
    ],
)
def test_place_lies_in_its_municipality(code: str, municipality: str, inside: bool) -> None:
    assert lies_in(code, municipality) is inside


@pytest.mark.parametrize(
    ("where", "seen_from"),
    [
        ("BU99010101", {"BU99010101", "WK990101", "GM9901"}),
        ("WK990101", {"BU99010101", "BU99010102", "WK990101", "GM9901"}),
        ("GM9901", {"BU99010101", "BU99010102", "WK990101", "GM9901", "WK990102"}),
    ],
)
def test_near_reaches_what_a_place_is_part_of_and_what_is_in_it(
    waterdam: Store, where: str, seen_from: set[str]
) -> None:
    opportunity = waterdam.look(find_by_tender_id, tender_id="WD-2026-01")
    assert opportunity is not None
    waterdam.run(set_facts, NADIA, opportunity=opportunity, places=[where])

    near = {
        place
        for place in (
            "BU99010101",
            "BU99010102",
            "WK990101",
            "WK990102",
            "GM9901",
            "GM0344",
            "nonsense",
        )
        if opportunity
        in [card.id for card in waterdam.look(open_opportunities, language="nl", place=place)]
    }

    assert near == seen_from


def found(unit: Unit, name: str) -> list[tuple[str, int, str]]:
    return [(place.code, place.year, place.name) for place in find_places(unit, names=[name])]


def hierarchy(store: Store) -> dict[int, str]:
    """A town with two districts and a neighbourhood, over two years: codes by id."""
    parents = {"GM9902": "", "WK990201": "GM9902", "WK990202": "GM9902", "BU99020101": "WK990201"}
    rows: list[dict[str, object]] = [
        {"code": code, "year": year, "name": f"{code} in {year}", "parent": parent}
        for year in (2025, 2026)
        for code, parent in parents.items()
    ]
    store.run(add_places, NADIA, places=rows)
    return store.look(lambda unit: {row.id: row.code for row in unit.run(PLACE_PARENTS)})


@pytest.mark.parametrize(
    ("code", "inside", "near"),
    [
        (
            "GM9902",
            {"GM9902", "WK990201", "WK990202", "BU99020101"},
            {"GM9902", "WK990201", "WK990202", "BU99020101"},
        ),
        ("WK990201", {"WK990201", "BU99020101"}, {"GM9902", "WK990201", "BU99020101"}),
        ("BU99020101", {"BU99020101"}, {"GM9902", "WK990201", "BU99020101"}),
        ("GM0001", set(), set()),
    ],
)
def test_place_holds_its_parts_of_every_year_and_lies_in_what_is_above(
    store: Store, code: str, inside: set[str], near: set[str]
) -> None:
    codes = hierarchy(store)

    found = store.look(within, codes=[code]), store.look(around, code=code)

    assert [{codes[id] for id in ids} for ids in found] == [inside, near]
    assert [len(ids) for ids in found] == [2 * len(inside), 2 * len(near)]


def test_places_stand_behind_what_they_lie_in(store: Store) -> None:
    hierarchy(store)

    found = nested(store.look(all_places))

    assert [(place.code, depth) for place, depth in found] == [
        ("GM9902", 0),
        ("WK990201", 1),
        ("BU99020101", 2),
        ("WK990202", 1),
    ]
