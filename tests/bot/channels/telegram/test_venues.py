"""A group on Telegram: introduced, confirmed, posted in, followed, changed, left."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from content.texts import Texts
from outreach.opportunities.edit import find_by_tender_id, set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.reports.funnel import Reached, funnel
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor, Unit
from outreach.tasks.failed import failures, retry_failed
from outreach.venues.post import Posted, post_card
from outreach.venues.posted import posted_in
from outreach.venues.presence import leave_where_gone
from outreach.venues.register import all_venues, confirm_venue
from tests.bot.channels.telegram.town import TelegramTown, presses, says
from tests.botapi.groups import Group
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.conftest import LOUD, Clock
from tests.telling import and_tell

STAFF = Actor("staff", 1)
PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36"}
PREVIEW = {"User-Agent": "TelegramBot (like TwitterBot)"}


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
        async with asyncio.timeout(20):
            # another program's row tells no event
            while await telegram.store.read(under_way):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
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


def under_way(unit: Unit) -> bool:
    """True if something is claimed that is not written down as sent yet."""
    count = "SELECT count(*) FROM delivery WHERE state = 'claimed'"
    return bool(unit.connection.exec_driver_sql(count).scalar())


def links(text: str) -> list[str]:
    return re.findall(r"https?://\S+", text)


async def follow(user: User, link: str) -> str:
    return await user.answered(lambda who: who.follow(link))


async def visit(link: str, headers: dict[str, str]) -> int:
    async with aiohttp.ClientSession() as session, session.get(link, headers=headers) as answer:
        return answer.status


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


async def test_card_is_followed_by_three_people_and_counted(
    telegram: TelegramTown,
    botapi: BotApi,
    group: Group,
    post: Callable[[int], Awaitable[Posted]],
    strip: int,
) -> None:
    await post(strip)
    page, chat = links((await group.shows("Doe mee: ")).text)
    fatma, bram, cem = (botapi.user(name) for name in ("Fatma", "Bram", "Cem"))

    assert [await visit(page, headers) for headers in (PHONE, PREVIEW)] == [200, 200]
    for who in (fatma, bram, cem):
        assert "Zorg mee voor het plantsoen" in await follow(who, chat)
    for who in (fatma, bram):
        await presses(who, "Ik doe mee")
    for answer in ("alleen", "Fatma", "twee handen", "ja"):
        await says(fatma, answer)

    assert await telegram.store.read(funnel, opportunity=strip) == [
        Reached("buurt-zuid", "Buurt Zuid", "venue", seen=4, started=2, expressed=1, agreed=0)
    ]


async def test_card_changes_in_its_place(
    telegram: TelegramTown,
    group: Group,
    post: Callable[[int], Awaitable[Posted]],
    strip: int,
    texts: Texts,
    rested: Callable[[], Awaitable[None]],
) -> None:
    await post(strip)
    card = await group.shows("Doe mee: ")

    await telegram.store.write(
        and_tell, STAFF, texts, set_facts, opportunity=strip, title="Nieuw plantsoen"
    )
    changed = await group.shows("Doe mee: Nieuw plantsoen")
    await rested()
    await telegram.store.write(
        and_tell, STAFF, texts, move_opportunity, opportunity=strip, state="closed"
    )
    closed = await group.shows("Gesloten: Nieuw plantsoen")

    assert (card.id, changed.id, closed.id) == (card.id,) * 3
    assert group.sent == 2


async def test_card_is_posted_once_whoever_asks_again_and_after_a_restart(
    telegram: TelegramTown, group: Group, post: Callable[[int], Awaitable[Posted]], strip: int
) -> None:
    await post(strip)

    await telegram.restart()
    again = await post(strip)
    await telegram.botapi.calm()

    assert again.before is True
    assert group.sent == 2


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


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        ("TOPIC_CLOSED", "send-topic-closed"),
        ("CHAT_RESTRICTED", "send-not-allowed"),
        ("not enough rights to send text messages to the chat", "send-not-allowed"),
        ("CHAT_WRITE_FORBIDDEN", "send-not-allowed"),
    ],
)
async def test_refused_card_is_seen_and_goes_again_once_the_group_lets_us(
    telegram: TelegramTown,
    group: Group,
    texts: Texts,
    strip: int,
    rested: Callable[[], Awaitable[None]],
    refusal: str,
    reason: str,
) -> None:
    group.refuses(refusal)
    values: dict[str, Any] = {"code": "buurt-zuid", "opportunity": strip}
    await telegram.store.write(post_card, STAFF, **values, texts=texts, quiet=LOUD)
    await telegram.botapi.until(lambda: telegram.botapi.named("sendMessage")[-1].status == 400)
    await rested()
    failed = await telegram.store.read(failures)

    group.refuses(None)
    await telegram.store.write(retry_failed, STAFF, texts=texts, venue="buurt-zuid")
    await group.shows("Doe mee: ")
    await rested()

    assert [(one.kind, one.venue, one.reason) for one in failed] == [("card", "buurt-zuid", reason)]
    assert await telegram.store.read(failures) == []
    assert [
        (one.state, one.reason) for one in await telegram.store.read(posted_in, code="buurt-zuid")
    ] == [("sent", None)]


async def test_refused_change_of_a_card_is_seen_and_goes_again(
    telegram: TelegramTown,
    group: Group,
    post: Callable[[int], Awaitable[Posted]],
    strip: int,
    texts: Texts,
    rested: Callable[[], Awaitable[None]],
) -> None:
    await post(strip)
    group.refuses("TOPIC_CLOSED")
    await telegram.store.write(
        and_tell, STAFF, texts, set_facts, opportunity=strip, title="Nieuw plantsoen"
    )
    await telegram.botapi.until(
        lambda: [one.status for one in telegram.botapi.named("editMessageText")] == [400]
    )
    await rested()
    failed = await telegram.store.read(failures)

    group.refuses(None)
    await telegram.store.write(retry_failed, STAFF, texts=texts, venue="buurt-zuid")
    await group.shows("Doe mee: Nieuw plantsoen")

    assert [(one.kind, one.reason) for one in failed] == [("edit", "send-topic-closed")]


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
