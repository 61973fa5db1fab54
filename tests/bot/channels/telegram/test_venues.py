"""A group on Telegram: introduced, confirmed, answered, left."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from content.texts import Texts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from outreach.venues.post import Posted, post_card
from outreach.venues.presence import leave_where_gone
from outreach.venues.register import all_venues
from tests.bot.channels.telegram.town import TelegramTown
from tests.botapi.groups import Group
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.conftest import LOUD
from tests.telling import and_tell

STAFF = Actor("staff", 1)


def links(text: str) -> list[str]:
    return re.findall(r"https?://\S+", text)


async def follow(user: User, link: str) -> str:
    return await user.answered(lambda who: who.follow(link))


@pytest.mark.parametrize("telegram", ["webhook", "polling"], indirect=True)
async def test_group_is_introduced_to_us_once_and_waits_for_staff(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    group = botapi.group("Buurt Zuid")

    group.add_bot()
    group.stands("administrator")
    [introduction] = await group.until(1)
    await botapi.calm()

    assert introduction.text.startswith(
        "Hoi! Ik ben de automatische assistent van Gemeente Waterdam."
    )
    assert links(introduction.text)[0].startswith("https://t.me/waterdam_bot?start=")
    assert group.sent == 1
    assert [(line.code, line.state) for line in await telegram.store.read(all_venues)] == [
        ("buurt-zuid", "new")
    ]


async def test_broadcast_is_a_venue_too_and_a_post_in_it_is_not_for_us(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    channel = botapi.channel("Wijknieuws")

    channel.add_bot()
    channel.post()
    channel.post("Morgen markt")
    await channel.until(1)
    await botapi.calm()

    assert channel.sent == 1
    assert [(line.kind, line.state) for line in await telegram.store.read(all_venues)] == [
        ("broadcast", "new")
    ]


async def test_group_is_answered_only_when_it_speaks_to_us_and_a_flood_only_once(
    telegram: TelegramTown,
    botapi: BotApi,
    group: Group,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    bea = botapi.user("Bea")
    group.write(bea, "geheim onder buren")

    for _ in range(25):
        group.mention(bea, "wat is er te doen?")
    group.command(bea, "help")
    answer = (await group.until(2))[-1]
    await botapi.calm()

    assert answer.text.startswith("Ik antwoord hier kort")
    assert group.sent == 2
    assert {text for (text,) in stored(telegram.store, "SELECT text FROM inbound")} == {None}
    assert (await follow(bea, links(answer.text)[0])).startswith(
        "Hoi! Ik ben de automatische assistent"
    )


async def test_group_that_throws_us_out_is_left(
    telegram: TelegramTown,
    botapi: BotApi,
    group: Group,
    post: Callable[[int], Awaitable[Posted]],
    strip: int,
    texts: Texts,
) -> None:
    await post(strip)

    group.remove_bot()
    await botapi.calm()

    assert [line.state for line in await telegram.store.read(all_venues)] == ["left"]
    await telegram.store.write(
        and_tell, STAFF, texts, move_opportunity, opportunity=strip, state="closed"
    )
    await telegram.restart()
    assert group.last.text.startswith("Doe mee: ")


async def test_group_that_refuses_us_in_silence_is_left_too(
    telegram: TelegramTown,
    group: Group,
    texts: Texts,
    strip: int,
    rested: Callable[[], Awaitable[None]],
) -> None:
    # and we are not told
    group.chat.bot = "kicked"
    values: dict[str, Any] = {"code": "buurt-zuid", "opportunity": strip}
    await telegram.store.write(post_card, STAFF, **values, texts=texts, quiet=LOUD)

    await telegram.botapi.until(lambda: telegram.botapi.named("sendMessage")[-1].status == 403)
    await rested()

    assert [line.state for line in await telegram.store.read(all_venues)] == ["left"]
    assert await telegram.store.write(leave_where_gone, TICK) == 1


async def test_group_that_grows_stays_the_same_venue(
    telegram: TelegramTown, botapi: BotApi, group: Group, strip: int, texts: Texts
) -> None:
    grown = group.upgrade()
    await botapi.calm()

    values: dict[str, Any] = {"code": "buurt-zuid", "opportunity": strip}
    await telegram.store.write(post_card, STAFF, **values, texts=texts, quiet=LOUD)
    await grown.shows("Doe mee: ")

    assert [(line.code, line.state) for line in await telegram.store.read(all_venues)] == [
        ("buurt-zuid", "confirmed")
    ]
