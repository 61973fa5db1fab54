"""One item of a list put in, changed or taken out."""

from typing import Any

import pytest

from content.texts import Named
from outreach.opportunities.items import with_items
from outreach.refusal import Refusal

HAVE = [
    {
        "text": "Een plan",
        "kinds": ["firm"],
        "alternative": "",
        "translations": {"en": {"text": "A plan"}},
    },
    {"text": "Verzekerd", "kinds": [], "alternative": "", "translations": {}},
]
PARTS: list[dict[str, Any]] = [
    {
        "key": "1",
        "title": "Maaien",
        "description": "",
        "budget_cents": None,
        "say": "",
        "translations": {},
    },
    {
        "key": "Lot-2",
        "title": "Snoeien",
        "description": "",
        "budget_cents": None,
        "say": "",
        "translations": {},
    },
]


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        ({}, ["Een plan", "Verzekerd"]),
        ({"1": None}, ["Verzekerd"]),
        ({"1": None, "2": {"text": "Een slot"}}, ["Een slot"]),
        (
            {"3": {"text": "Een slot"}, "2": {"text": "Goed verzekerd"}},
            ["Een plan", "Goed verzekerd", "Een slot"],
        ),
        ({"new": {"text": "Een slot"}, "2": None}, ["Een plan", "Een slot"]),
    ],
)
def test_items_change_by_number(given: dict[str, Any], texts: list[str]) -> None:
    assert [item["text"] for item in with_items("requirements", HAVE, given)] == texts


def test_what_is_not_named_stays_and_words_are_merged_in() -> None:
    given = {
        "1": {
            "alternative": "Wij helpen",
            "translations": {"en": {"alternative": "We help", "text": ""}},
        }
    }

    changed = with_items("requirements", HAVE, given)

    assert changed == [
        {
            "text": "Een plan",
            "kinds": ["firm"],
            "alternative": "Wij helpen",
            "translations": {"en": {"alternative": "We help"}},
        },
        HAVE[1],
    ]


def test_a_part_goes_by_its_key_and_a_new_one_gets_the_number_after_the_highest() -> None:
    changed = with_items(
        "parts", PARTS, {"lot-2": {"say": "de buurt"}, "1": None, "new": {"title": "Harken"}}
    )

    assert [(part["key"], part["title"], part["say"]) for part in changed] == [
        ("Lot-2", "Snoeien", "de buurt"),
        ("2", "Harken", ""),
    ]


@pytest.mark.parametrize(
    ("name", "given", "key", "facts"),
    [
        ("requirements", {"7": None}, "refusal-item", {"given": "7", "allowed": ["1", "2"]}),
        ("criteria", {"1": None}, "refusal-item", {"given": "1", "allowed": "none"}),
        ("requirements", {"7": {"kinds": ["firm"]}}, "refusal-item-empty", {"given": "7"}),
    ],
)
def test_a_number_that_is_not_there_is_refused_with_those_there_are(
    name: str, given: dict[str, Any], key: str, facts: dict[str, Any]
) -> None:
    with pytest.raises(Refusal) as refusal:
        with_items(name, HAVE if name == "requirements" else [], given)

    assert (refusal.value.key, refusal.value.facts) == (key, facts | {"what": Named("fact", name)})


def test_number_of_a_part_goes_on_beside_a_key_of_thousands_of_figures() -> None:
    have = [{"key": "9" * 5_000, "title": "Groen"}, {"key": "3", "title": "Hek"}]

    after = with_items("parts", have, {"new": {"title": "Bank"}})

    assert [item["key"] for item in after][1:] == ["3", "4"]
