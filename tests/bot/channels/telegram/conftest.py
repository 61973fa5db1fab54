"""A group on Telegram that staff confirmed, and the cards that go there."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from content.texts import Texts
from outreach.opportunities.edit import find_by_tender_id
from outreach.store.unit import Actor
from outreach.venues.post import Posted, post_card
from outreach.venues.register import confirm_venue
from tests.bot.channels.telegram.following import calm
from tests.bot.channels.telegram.town import TelegramTown
from tests.botapi.groups import Group
from tests.botapi.server import BotApi
from tests.clock import Clock
from tests.conftest import LOUD

STAFF = Actor("staff", 1)


@pytest.fixture
def texts(telegram: TelegramTown) -> Texts:
    return Texts(organisation="Gemeente Waterdam", address=telegram.address)


@pytest.fixture
async def strip(telegram: TelegramTown) -> int:
    found = await telegram.store.read(find_by_tender_id, tender_id="WD-2026-01")
    assert found is not None
    return found


@pytest.fixture
def rested(telegram: TelegramTown, clock: Clock) -> Callable[[], Awaitable[None]]:
    """Wait until all that was sent is stored, then pass the seconds for which a group rests."""

    async def wait() -> None:
        await calm(telegram.store)
        clock.passes(seconds=5)

    return wait


@pytest.fixture
async def group(
    telegram: TelegramTown, botapi: BotApi, rested: Callable[[], Awaitable[None]]
) -> Group:
    """A group that took the bot in, and that staff confirmed."""
    group = botapi.group("Buurt Zuid")
    group.add_bot()
    await group.until(1)
    await telegram.store.write(confirm_venue, STAFF, code="buurt-zuid", most_a_week=3)
    await rested()
    return group


@pytest.fixture
def post(
    telegram: TelegramTown, group: Group, texts: Texts, rested: Callable[[], Awaitable[None]]
) -> Callable[[int], Awaitable[Posted]]:
    """Post a card in the group, and wait until it stands there."""

    async def run(opportunity: int) -> Posted:
        values: dict[str, Any] = {"code": "buurt-zuid", "opportunity": opportunity}
        posted = await telegram.store.write(post_card, STAFF, **values, texts=texts, quiet=LOUD)
        await group.shows("Doe mee: ")
        await rested()
        return posted

    return run
