"""A street or a postcode, however it is typed, leads to the places that it lies in."""

import pytest

from outreach.opportunities.place import add_places
from outreach.opportunities.street import (
    Lying,
    has_street_list,
    places_of,
    street_named,
)
from outreach.opportunities.street_list import read_streets, replace_streets
from outreach.store.store import Store
from outreach.store.unit import NOBODY

KOM, KAAI, WAAG = "BU99010101", "BU99010102", "BU99010103"
HEADINGS = ["straat", "postcode", "buurt"]
LIST = [
    ["Lindenstraat", "1234 AB", KOM],
    ["Havendijk", "1234 BC", KAAI],
    ["Havendijk", "1235 AA", WAAG],
    ["Laan van Meerdervoort", "", KOM],
    ["Burgemeester Röellplein", "", KOM],
    ["1e Dwarsstraat", "", WAAG],
    ["Plein 1944", "", WAAG],
    ["Markt", "", KAAI],
    ["'s-Gravenweg", "", KAAI],
]


@pytest.fixture
def town(store: Store) -> Store:
    """A town with three neighbourhoods and its streets."""
    places = [
        {"code": code, "year": 2026, "name": name}
        for code, name in ((KOM, "Lindenkom"), (KAAI, "Pannenkaai"), (WAAG, "Waagsteiger"))
    ]
    store.run(add_places, NOBODY, places=places)
    store.run(replace_streets, NOBODY, rows=read_streets(HEADINGS, list(enumerate(LIST, 2))))
    return store


def named(town: Store, text: str) -> Lying | None:
    """Return what a text names."""
    return town.look(street_named, text=text)


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("Lindenstraat", "Lindenstraat", (KOM,)),
        ("LINDENSTRAAT 12a", "Lindenstraat", (KOM,)),
        ("lindenstr. 12-3", "Lindenstraat", (KOM,)),
        ("linden straat", "Lindenstraat", (KOM,)),
        ("wij wonen in de lindenstraat", "Lindenstraat", (KOM,)),
        ("lindestraat", "Lindenstraat", (KOM,)),
        ("Lindnestraat 4", "Lindenstraat", (KOM,)),
        ("in de lindestraat", "Lindenstraat", (KOM,)),
        ("Havendijk", "Havendijk", (KAAI, WAAG)),
        ("laan van meerdervoort 3", "Laan van Meerdervoort", (KOM,)),
        ("laan v meerdervoort", "Laan van Meerdervoort", (KOM,)),
        ("burgemeester roellplein", "Burgemeester Röellplein", (KOM,)),
        ("1e dwarsstraat 2", "1e Dwarsstraat", (WAAG,)),
        ("plein 1944", "Plein 1944", (WAAG,)),
        ("markt", "Markt", (KAAI,)),
        ("s gravenweg", "'s-Gravenweg", (KAAI,)),
        ("1234 AB", "1234 AB", (KOM,)),
        ("1234ab 12", "1234 AB", (KOM,)),
        ("Onbekendeweg 1, 1234 BC Waterdam", "1234 BC", (KAAI,)),
        ("1235 ZZ", "1235", (WAAG,)),
        ("1234", "1234", (KOM, KAAI)),
    ],
)
def test_place_is_found_however_it_is_typed(
    town: Store, text: str, name: str, codes: tuple[str, ...]
) -> None:
    assert named(town, text) == Lying(name, codes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "1944",
        "9999 ZZ",
        "marktje",
        "ik ga zaterdag graag naar de markt",
        "wat kost het",
        "linde",
        "havenweg",
        "lindenstraat 1234 euro voor alle buren die met ons willen koken",
        "%",
        "\x00",
        "a" * 5_000,
        "lindenstraat " * 400,
    ],
)
def test_other_texts_name_no_street(town: Store, text: str) -> None:
    assert named(town, text) is None


def test_town_without_a_list_knows_none(store: Store) -> None:
    assert not store.look(has_street_list)
    assert named(store, "Lindenstraat") is None


def test_places_are_known_by_name_and_one_that_is_gone_is_left_out(town: Store) -> None:
    found = town.look(places_of, codes=[WAAG, KOM, "BU00000000"])

    assert town.look(has_street_list)
    assert [place.name for place in found] == ["Lindenkom", "Waagsteiger"]
