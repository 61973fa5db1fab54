"""A decision gives no more for a part than there is for it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from content.texts import Money
from outreach.interests.decide import Undecided, decide
from outreach.interests.pencil import pencil
from outreach.interests.tell import Telling, Told
from outreach.opportunities.edit import get_opportunity, set_facts
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.interests.conftest import NADIA
from tests.statements import run_sql

Given = tuple[int, str]
"""An amount in euros, and the keys of the parts that it is for."""
PARTS = [
    {"key": "a", "title": "Perken", "budget_cents": 300_00},
    {"key": "b", "title": "Gras", "budget_cents": 100_00},
    {"key": "c", "title": "Bank"},
]


@pytest.fixture
def choose(
    waterdam: Store, strip: int, join: Callable[..., Actor], move: Callable[[str], Told]
) -> Callable[..., None]:
    """Choose three people in pencil, each with an amount for some parts."""
    for name in ("ada", "bob", "cem"):
        join(name)
    waterdam.run(set_facts, NADIA, opportunity=strip, value_cents=1_000_00, parts=PARTS)
    move("closed")

    def run(given: list[Given]) -> None:
        for interest, (amount, keys) in enumerate(given, 1):
            listed = json.dumps(keys.split())
            run_sql(waterdam, f"UPDATE interest SET part_keys = '{listed}' WHERE id = {interest}")
            about: dict[str, Any] = {"interest": interest, "outcome": "chosen", "reason": "Goed."}
            waterdam.run(pencil, NADIA, **about, amount_cents=amount * 100)

    return run


@pytest.mark.parametrize(
    "given",
    [
        [(300, "a"), (100, "b"), (600, "c")],
        # nobody can tell how much of this is for the part that has an amount
        [(900, "b c"), (50, "b"), (50, "")],
        # what is given for all of it counts in the whole alone
        [(800, ""), (100, "b"), (100, "a")],
    ],
)
def test_what_fits_is_decided(
    waterdam: Store, strip: int, telling: Telling, choose: Callable[..., None], given: list[Given]
) -> None:
    choose(given)

    waterdam.run(decide, NADIA, opportunity=strip, telling=telling)

    assert waterdam.look(get_opportunity, opportunity=strip).state == "decided"


@pytest.mark.parametrize(
    ("given", "parts", "total", "value"),
    [
        ([(200, "a"), (101, "a"), (100, "b")], ["Perken"], 301_00, 300_00),
        ([(300, "a"), (50, "b"), (51, "b a")], ["Perken", "Gras"], 401_00, 400_00),
    ],
)
def test_more_for_a_part_than_there_is_for_it_is_refused(
    waterdam: Store,
    strip: int,
    telling: Telling,
    choose: Callable[..., None],
    given: list[Given],
    parts: list[str],
    total: int,
    value: int,
) -> None:
    choose(given)

    with pytest.raises(Undecided) as undecided:
        waterdam.run(decide, NADIA, opportunity=strip, telling=telling)

    assert [(lack.key, lack.facts) for lack in undecided.value.lacks] == [
        (
            "refusal-lack-part",
            {"parts": parts, "total": Money(total, "EUR"), "value": Money(value, "EUR")},
        )
    ]
