"""Several messages come whole and in order, in Telegram's pace, despite its refusals."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest
from sqlmodel import col, func, select

from bot.server import make_texts
from content.message import Message
from outreach.delivery.notice import notify
from outreach.opportunities.edit import find_by_tender_id
from outreach.parties.address import Address
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.bot.channels.telegram.following import INTEREST, calm, follow
from tests.bot.channels.telegram.town import TelegramTown, asked, presses
from tests.bot.dialogues.answering import answered
from tests.botapi.rates import Rates
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.clock import Clock
from tests.conftest import LOUD

FREE_AT = select(func.max(col(Address.free_at)))
SLOW = {"a message a second": 1.0, "a message in five seconds": 0.2}
ANSWERS = {letter: f"{letter} " * 949 + "Klaar." for letter in "abc"}


@pytest.fixture
def goes_on(
    telegram: TelegramTown, botapi: BotApi, waterdam: Store, clock: Clock
) -> Callable[[User, int], Awaitable[None]]:
    """Advance to the next free moment of an address until the messages are there; twenty times."""

    async def run(user: User, messages: int) -> None:
        for _ in range(20):
            await calm(waterdam)
            if user.chat.sent >= messages:
                return
            calls = len(botapi.named("sendMessage"))
            free_at = waterdam.look(lambda unit: unit.connection.execute(FREE_AT).scalar())
            assert free_at is not None
            clock.now = max(clock.now, free_at)
            await botapi.until(partial(_sent_more_than, botapi, calls))
        raise AssertionError(f"{user.chat.sent} of {messages} messages came: {user.reads()}")

    return run


def _sent_more_than(botapi: BotApi, calls: int) -> bool:
    return len(botapi.named("sendMessage")) > calls


def slow_down(botapi: BotApi, clock: Clock, chat: float) -> Rates:
    """Let Telegram allow no burst, and no more than this in a second."""
    botapi.rates = Rates(chat=chat, burst=1, now=lambda: clock().timestamp())
    return botapi.rates


@pytest.mark.parametrize("telegram", ["webhook", "polling"], indirect=True)
@pytest.mark.parametrize("chat", SLOW.values(), ids=SLOW)
async def test_long_answers_of_others_come_once_and_before_what_follows(
    telegram: TelegramTown,
    botapi: BotApi,
    waterdam: Store,
    clock: Clock,
    goes_on: Callable[[User, int], Awaitable[None]],
    chat: float,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    fatma, texts = botapi.user("Fatma"), make_texts(telegram.settings)
    strewing = waterdam.look(find_by_tender_id, tender_id="WD-2026-05")
    assert strewing is not None
    for letter, said in ANSWERS.items():
        answered(waterdam, texts, strewing, f"Vraag {letter}?", said)
    await follow(fatma, INTEREST, 2)
    await presses(fatma, "4")
    await calm(waterdam)
    before = fatma.chat.sent
    clock.passes(seconds=10)
    slow_down(botapi, clock, chat)

    fatma.press("Wat anderen vroegen")
    await fatma.chat.until(before + 1)
    fatma.write("menu")
    await botapi.calm()
    await goes_on(fatma, before + 3)

    *pieces, menu = fatma.reads()[before:]
    assert (
        "".join("".join(pieces).split()).count("".join("".join(ANSWERS.values()).split())[:900])
        == 1
    )
    assert [
        letter for letter in "abc" if sum(piece.count(f"{letter} {letter}") for piece in pieces)
    ] == list("abc")
    assert pieces[0].startswith("Dit vroegen anderen al:")
    assert menu.startswith("Wat wil je")
    rows = stored(waterdam, "SELECT state, arrived FROM delivery ORDER BY id DESC LIMIT 2")
    assert rows == [("sent", None), ("sent", len(pieces) - 1)]


async def test_restart_in_the_middle_says_nothing_twice(
    telegram: TelegramTown,
    botapi: BotApi,
    waterdam: Store,
    clock: Clock,
    goes_on: Callable[[User, int], Awaitable[None]],
) -> None:
    fatma = botapi.user("Fatma")
    await asked(fatma)
    await calm(waterdam)
    before = fatma.chat.sent
    clock.passes(seconds=10)
    sentences = [f"{letter * 4000}." for letter in "abc"]
    say = Message(" ".join(sentences))
    waterdam.run(notify, TICK, name="notice-answer", persons=[1], say=lambda _: say, quiet=LOUD)

    await fatma.chat.until(before + 1)
    await calm(waterdam)
    await telegram.restart()
    await goes_on(fatma, before + 3)

    # the open question stands below news
    asked_again = f"{sentences[2]}\n\nWaar wil je kijken?"
    assert fatma.reads()[before:] == [*sentences[:2], asked_again]
