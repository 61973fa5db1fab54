"""A card in a group on Telegram: followed, changed, refused and sent again."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from content.texts import Texts
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.reports.funnel import Reached, funnel
from outreach.store.unit import Actor
from outreach.tasks.failed import failures, retry_failed
from outreach.venues.post import Posted, post_card
from outreach.venues.posted import posted_in
from tests.bot.channels.telegram.town import TelegramTown, presses, says
from tests.botapi.groups import Group
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.conftest import LOUD
from tests.telling import and_tell

STAFF = Actor("staff", 1)
PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36"}
PREVIEW = {"User-Agent": "TelegramBot (like TwitterBot)"}


async def follow(user: User, link: str) -> str:
    return await user.answered(lambda who: who.follow(link))


async def visit(link: str, headers: dict[str, str]) -> int:
    async with aiohttp.ClientSession() as session, session.get(link, headers=headers) as answer:
        return answer.status


async def test_card_is_followed_by_three_people_and_counted(
    telegram: TelegramTown,
    botapi: BotApi,
    group: Group,
    post: Callable[[int], Awaitable[Posted]],
    strip: int,
) -> None:
    await post(strip)
    (_, page), (_, chat) = (await group.shows("Doe mee: ")).buttons
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
