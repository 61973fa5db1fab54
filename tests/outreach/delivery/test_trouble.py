"""Many failures alike hold a mailing; some do not, and different ones do not."""

import random

import pytest

from outreach.delivery.trouble import LOOKED_AT, Troubles


def told(outcomes: list[str | None], mailing: int = 1) -> list[str]:
    troubles = Troubles()
    return [reason for outcome in outcomes if (reason := troubles.note(mailing, outcome))]


def test_many_alike_hold_it_once_and_it_begins_anew() -> None:
    assert told(["x"] * LOOKED_AT) == ["x"]
    assert told(["x"] * (2 * LOOKED_AT - 1)) == ["x"]
    errors: list[str | None] = ["x" for _ in range(2 * LOOKED_AT)]
    assert told(errors) == ["x", "x"]


@pytest.mark.parametrize("seed", range(5))
def test_three_in_ten_do_not(seed: int) -> None:
    chance = random.Random(seed)

    assert told([chance.choices(["x", None], [0.3, 0.7])[0] for _ in range(2_000)]) == []


def test_different_reasons_and_different_mailings_do_not() -> None:
    troubles = Troubles()

    noted = [troubles.note(number % 40, "x") for number in range(LOOKED_AT * 10)]

    assert told(["x", "y"] * 100) == []
    assert noted == [None] * (LOOKED_AT * 10)
