"""Conversations in Telegram, over real HTTP both ways, with the whole server."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from outreach.store.store import Store
from tests.bot.channels.telegram.following import INTEREST, follow
from tests.bot.channels.telegram.town import TelegramTown, asked, presses, says
from tests.botapi.server import BotApi
from tests.clock import Clock

WAYS = ["Wat we met je gegevens doen"]
"""What leads to a page stays below a question that was answered."""
EXTRAS = r"""
> [Ja, graag]
Met hoeveel mensen zijn jullie ongeveer?
[Overslaan]
> 12
Wil je één onderdeel doen, of meer?
[Kreekspiegel: naar de bushalte en de winkel] [Bloesemdreef: rond de school]
[Hazelhorn: bij de woningen voor ouderen] [Overslaan]
> [Bloesemdreef: rond de school]
Waar doe je het liefst iets?
[Overslaan]
> [Overslaan]
Wat heb je van de gemeente nodig?
[Overslaan]
> zout
Met wie zou je graag samenwerken?
[Overslaan]
> [Overslaan]
Hoe kunnen we je nog meer bereiken?
[Overslaan]
> [Overslaan]
Wil je hier een bericht krijgen bij nieuwe kansen?
[Ja] [Nee]
> [Ja]
Is er nog iemand bij jullie die mee mag lezen en antwoorden?
[Ja] [Nee]
> [Nee]
Dit is veranderd in je aanmelding
"""


@pytest.mark.parametrize("telegram", ["webhook", "polling"], indirect=True)
async def test_interest_is_given_in_telegram(
    telegram: TelegramTown, botapi: BotApi, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    fatma = botapi.user("Fatma")

    await follow(fatma, INTEREST)

    assert stored(telegram.store, "SELECT brings FROM interest") == [("zes paar handen",)]
    assert stored(telegram.store, "SELECT name FROM party") == [("De <buren> & co",)]


async def test_whole_interest_with_all_that_follows_is_given_in_telegram(
    telegram: TelegramTown, botapi: BotApi, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    fatma = botapi.user("Fatma")

    await follow(fatma, INTEREST.rstrip() + EXTRAS)

    assert stored(telegram.store, "SELECT people, needs FROM interest") == [(12, "zout")]
    assert stored(telegram.store, "SELECT purpose, given FROM consent ORDER BY purpose") == [
        ("news", 1)
    ]
    assert [call.status for call in botapi.named("sendMessage")] == [200] * 17
    assert {call.status for call in botapi.named("answerCallbackQuery")} == {200}


async def test_answered_question_stays_with_what_was_chosen_and_without_options(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    fatma = botapi.user("Fatma")
    question = await asked(fatma)

    await presses(fatma, "Alles bekijken")
    await botapi.until(lambda: fatma.chat.by_bot()[0].edited)

    first = fatma.chat.by_bot()[0]
    assert (first.text, first.labels) == (f"{question}\n\n✓ Alles bekijken", WAYS)


@pytest.mark.parametrize("telegram", ["webhook", "polling"], indirect=True)
async def test_press_is_answered_so_that_the_button_stops_waiting(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    fatma = botapi.user("Fatma")
    await asked(fatma)

    press = fatma.press("Per thema")

    assert await press.answered() == ""


async def test_button_from_before_a_restart_works(telegram: TelegramTown, botapi: BotApi) -> None:
    fatma = botapi.user("Fatma")
    await follow(fatma, INTEREST, 4)

    await telegram.restart()

    assert (await presses(fatma, "met een groep")).startswith("Hoe heet jullie groep?")


async def test_button_of_an_old_question_gets_the_present_one_and_goes_without_a_mark(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    fatma = botapi.user("Fatma")
    await asked(fatma)
    old = fatma.chat.last
    present = await says(fatma, "per thema")

    answer = await fatma.answered(lambda who: who.press("Bij mij in de buurt", old))
    await botapi.until(lambda: fatma.chat.by_bot()[0].edited)

    assert answer.startswith("Die knop hoort bij een oude vraag.")
    assert answer.endswith(present.split("\n\n")[-1])
    assert (fatma.chat.by_bot()[0].text, fatma.chat.by_bot()[0].labels) == (old.text, WAYS)


async def test_update_that_comes_twice_is_answered_once(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    botapi.pusher.repeats = 2
    fatma = botapi.user("Fatma")

    await follow(fatma, INTEREST, 3)
    await botapi.calm()

    assert fatma.chat.sent == 3


async def test_press_that_overtakes_a_text_is_answered_first(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    fatma = botapi.user("Fatma")
    await follow(fatma, INTEREST, 4)
    botapi.pusher.hold(("chat", fatma.id))
    fatma.write("De buren")

    first = await presses(fatma, "met een groep")
    botapi.pusher.release(("chat", fatma.id))
    await fatma.chat.until(6)

    assert first.startswith("Hoe heet jullie groep?")
    # The text came right behind the choice, and is none: it is what follows, the name.
    assert fatma.chat.last.text.startswith("Wat wil je doen of meebrengen?")


async def test_three_messages_at_once_are_one_answer(
    telegram: TelegramTown, botapi: BotApi, clock: Clock
) -> None:
    fatma = botapi.user("Fatma")
    await follow(fatma, INTEREST, 6)

    for text in ("zes paar handen", "en een kruiwagen", "en soep"):
        fatma.write(text)
    await fatma.chat.until(8)
    # two answers may come at once, the third in the pace of the chat
    clock.passes(seconds=1)
    summary = (await fatma.chat.until(9))[-1]

    assert "meebrengt: zes paar handen\nen een kruiwagen\nen soep\n" in summary.text
    assert summary.labels == ["Ja, opslaan", "Nee, veranderen"]


@pytest.mark.parametrize("hours", [-30, 30])
async def test_clocks_apart_change_nothing(
    telegram: TelegramTown,
    botapi: BotApi,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    hours: int,
) -> None:
    fatma = botapi.user("Fatma")
    botapi.world.clock = lambda: time.time() + hours * 3600

    await follow(fatma, INTEREST)

    assert stored(telegram.store, "SELECT brings FROM interest") == [("zes paar handen",)]


async def test_block_half_way_is_remembered_and_writing_again_goes_on(
    telegram: TelegramTown, botapi: BotApi, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    fatma = botapi.user("Fatma")
    await follow(fatma, INTEREST, 6)

    fatma.block()
    await botapi.calm()
    gone = stored(telegram.store, "SELECT gone_at IS NOT NULL FROM address")
    fatma.unblock()
    summary = await says(fatma, "zes paar handen")

    assert gone == [(1,)]
    assert summary.startswith("Dit ga ik opslaan\n")
    assert stored(telegram.store, "SELECT gone_at IS NULL FROM address") == [(1,)]


@pytest.mark.parametrize("command", ["/help", "/HELP", "/help@waterdam_bot"])
async def test_command_is_understood_however_it_is_written(
    telegram: TelegramTown, botapi: BotApi, command: str
) -> None:
    fatma = botapi.user("Fatma")
    await asked(fatma)

    assert "Ik stel één vraag tegelijk" in await says(fatma, command)


async def test_start_again_after_a_stop_asks_what_may_be_sent(
    telegram: TelegramTown, botapi: BotApi, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    fatma = botapi.user("Fatma")
    await asked(fatma)

    await says(fatma, "/stop@waterdam_bot")
    stopped = stored(telegram.store, "SELECT stopped_at IS NOT NULL FROM person")
    await says(fatma, "/start")

    assert stopped == [(1,)]
    assert stored(telegram.store, "SELECT stopped_at FROM person") == [(None,)]


@pytest.mark.parametrize(
    ("sends", "kept"),
    [
        (lambda user: user.photo(), "photo"),
        (lambda user: user.voice(), "voice"),
        (lambda user: user.sticker(), None),
        (lambda user: user.location(), None),
        (lambda user: user.contact(), None),
    ],
)
async def test_media_is_answered_kindly_and_kept_as_reference(
    telegram: TelegramTown,
    botapi: BotApi,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    sends: Callable[..., Any],
    kept: str | None,
) -> None:
    fatma = botapi.user("Fatma")
    question = await asked(fatma)

    answer = await fatma.answered(sends)

    media = stored(telegram.store, "SELECT json_extract(media, '$.file') FROM inbound ORDER BY id")[
        -1
    ][0]
    assert answer.endswith(question.split("\n\n")[-1])
    assert (media or "").split("-")[0] == (kept or "")


async def test_english_app_is_answered_in_english(telegram: TelegramTown, botapi: BotApi) -> None:
    joe = botapi.user("Joe", "en-GB")

    assert (await asked(joe)).startswith("Hi! I am the automatic assistant")


async def test_unknown_language_is_answered_in_dutch(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    assert (await asked(botapi.user("Astrid", "sv"))).startswith("Hoi!")


async def test_start_with_an_unknown_code_says_so(telegram: TelegramTown, botapi: BotApi) -> None:
    fatma = botapi.user("Fatma")

    assert "Deze code ken ik niet." in await fatma.answered(lambda who: who.start("ZZZZ9999"))
