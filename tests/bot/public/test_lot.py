"""The page of an opportunity whose money is divided by lot."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.lot import draw_lot
from outreach.opportunities.draw import published_draw
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from tests.bot.public.listed import looked
from tests.webclient import WebClient

SCARCE = {"scheme": "Begroting, programma 4.", "scarce": "scarce", "division": "lot"}


@pytest.fixture
def strip(number: Callable[[str], int], change: Callable[..., Any]) -> int:
    """The green strip as a subsidy that is divided by lot."""
    opportunity = number("WD-2026-01")
    facts: dict[str, Any] = {"arrangement": "subsidy", "value_cents": 500_00, "checklist": SCARCE}
    change(set_facts, opportunity=opportunity, **facts)
    return opportunity


async def test_page_shows_the_hash_beforehand_and_the_number_afterwards(
    browser: WebClient, waterdam: Store, strip: int, change: Callable[..., Any]
) -> None:
    before = await looked(browser, f"/kansen/{strip}")
    change(move_opportunity, opportunity=strip, state="closed")
    change(draw_lot, opportunity=strip)
    after = await looked(browser, f"/kansen/{strip}")

    drawn = waterdam.look(published_draw, opportunity=strip)
    assert drawn is not None
    assert (drawn.digest in before, drawn.seed in before) == (True, False)
    assert (drawn.digest in after, drawn.seed in after) == (True, True)
    assert "Jouw nummer staat in je gesprek, bij “Mijn aanmeldingen”." in after


async def test_page_says_nothing_of_a_lot_once_the_money_is_divided_otherwise(
    browser: WebClient, strip: int, change: Callable[..., Any]
) -> None:
    change(set_facts, opportunity=strip, checklist={"division": "arrival"})

    assert 'id="loting"' not in await looked(browser, f"/kansen/{strip}")
