"""A receipt as a file in Telegram: through the same rows as any message, once, to who got it."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.server import Pace
from outreach.delivery.pace import SenderPace
from outreach.privacy.forget import forget_person
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.bot.channels.telegram.following import calm
from tests.bot.channels.telegram.town import TelegramTown, presses, says
from tests.botapi.faults import Fault, reset, too_many
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.clock import Clock

Stored = Callable[[Store, str], list[tuple[Any, ...]]]
LAST = "SELECT state, tries FROM delivery ORDER BY id DESC LIMIT 1"


@pytest.fixture
def pace() -> Pace:
    """The sender looks, and writes, without pauses."""
    return Pace(sender=SenderPace(poll=0.01, group=0.01))


@pytest.fixture
async def fatma(telegram: TelegramTown, botapi: BotApi, clock: Clock) -> User:
    """Somebody who asked something; a second later the chat has rested."""
    fatma = botapi.user("Fatma", "nl")
    await fatma.answered(User.start)
    for text in ("vraag", "Is er een zwembad met een glijbaan?"):
        await says(fatma, text)
    await calm(telegram.store)
    clock.passes(seconds=2)
    return fatma


async def test_receipt_is_a_document_that_an_archive_takes(
    telegram: TelegramTown, botapi: BotApi, fatma: User
) -> None:
    said = await says(fatma, "ontvangstbewijs")

    [call] = botapi.named("sendDocument")
    file = call.files["document"]
    assert said.startswith("Je ontvangstbewijs als pdf: Je vraag is verstuurd, ")
    assert (file.name, file.mime) == ("ontvangstbewijs-1.pdf", "application/pdf")
    assert file.content.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in file.content
    assert call.status == 200


async def test_buttons_of_the_open_question_stand_below_it_and_work(fatma: User) -> None:
    labels = fatma.chat.last.labels
    await says(fatma, "pdf")

    below = fatma.chat.last.labels
    await presses(fatma, below[0])

    assert below == labels


@pytest.mark.parametrize("fault", [too_many(3), reset()])
async def test_document_that_could_not_be_sent_comes_later_and_once(
    telegram: TelegramTown,
    botapi: BotApi,
    fatma: User,
    clock: Clock,
    stored: Stored,
    fault: Fault,
) -> None:
    sent = fatma.chat.sent
    botapi.faults.next("sendDocument", fault)

    fatma.write("ontvangstbewijs")
    await botapi.until(lambda: stored(telegram.store, LAST)[0][0] == "planned")
    clock.passes(seconds=5)
    await fatma.chat.until(sent + 1)
    await calm(telegram.store)

    assert fatma.chat.sent == sent + 1
    assert "document" in (fatma.chat.last.raw or {})
    assert stored(telegram.store, LAST)[0][0] == "sent"


async def test_receipt_that_is_gone_leaves_its_words(
    telegram: TelegramTown, botapi: BotApi, fatma: User, clock: Clock, stored: Stored
) -> None:
    sent = fatma.chat.sent
    botapi.faults.next("sendDocument", too_many(3))
    fatma.write("ontvangstbewijs")
    await botapi.until(lambda: stored(telegram.store, LAST)[0][0] == "planned")
    telegram.store.run(_lose, TICK)

    clock.passes(seconds=5)
    await fatma.chat.until(sent + 1)

    assert fatma.chat.last.text.startswith("Je ontvangstbewijs als pdf")
    assert "document" not in (fatma.chat.last.raw or {})


def _lose(unit: Any) -> None:
    unit.connection.exec_driver_sql("DELETE FROM receipt")


async def test_nothing_of_it_is_left_with_who_was_forgotten(
    telegram: TelegramTown, fatma: User, stored: Stored
) -> None:
    await says(fatma, "ontvangstbewijs")
    await calm(telegram.store)

    telegram.store.run(forget_person, TICK, person=1)

    assert stored(telegram.store, "SELECT id FROM receipt") == []
