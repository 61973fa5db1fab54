"""Answers that Telegram delivers late: they come at a new number, or are known to be lost."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from bot.server import Pace
from outreach.delivery.pace import SenderPace
from outreach.store.store import Store
from tests.bot.channels.telegram.town import TelegramTown, asked
from tests.botapi.faults import Fault, broken, page, too_many
from tests.botapi.server import BotApi
from tests.clock import Clock


@pytest.fixture
def pace() -> Pace:
    """The sender looks, and writes, without pauses."""
    return Pace(sender=SenderPace(poll=0.01, group=0.01))


@pytest.mark.parametrize("fault", [too_many(3), broken(), page(502), page(403), page(404)])
async def test_answer_that_could_not_be_sent_comes_later(
    telegram: TelegramTown,
    botapi: BotApi,
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    fault: Fault,
) -> None:
    fatma = botapi.user("Fatma")
    botapi.faults.next("sendMessage", fault)

    fatma.start()
    await botapi.until(
        lambda: stored(telegram.store, "SELECT id FROM delivery WHERE state = 'planned'")
    )
    clock.passes(seconds=5)

    assert (await fatma.chat.until(1))[0].text.startswith("Hoi!")
    assert fatma.chat.sent == 1


async def test_group_that_moved_gets_its_message_at_the_new_number(
    telegram: TelegramTown,
    botapi: BotApi,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    clock: Clock,
) -> None:
    group = botapi.group("Buren")
    group.add_bot()
    await group.until(1)
    # what we are told of the move comes later
    await botapi.pusher.pause()
    supergroup = group.upgrade()
    clock.passes(seconds=3)
    chat = {"id": group.id, "type": "group", "title": "Buren"}
    message = {
        "message_id": 9,
        "from": group.owner.json,
        "chat": chat,
        "date": 1,
        "text": "@waterdam_bot wie ben je?",
    }

    status = await telegram.post(
        orjson.dumps({"update_id": 1, "message": message}), **telegram.secret
    )

    assert (status, len(await supergroup.until(1))) == (200, 1)
    assert stored(telegram.store, "SELECT external_id FROM address") == [(str(supergroup.id),)]


async def test_answer_to_somebody_who_just_blocked_us_is_gone(
    telegram: TelegramTown, botapi: BotApi, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    fatma = botapi.user("Fatma")
    await asked(fatma)
    botapi.pusher.hold(("bot", fatma.id))
    fatma.write("per thema")
    fatma.block()

    await botapi.until(
        lambda: stored(telegram.store, "SELECT id FROM delivery WHERE state = 'gone'")
    )

    assert stored(telegram.store, "SELECT state, reason FROM delivery ORDER BY id") == [
        ("sent", None),
        ("gone", "send-address-gone"),
    ]
    assert stored(telegram.store, "SELECT stopped_at FROM person") == [(None,)]
