"""What Telegram hands in as several messages, or again, gets one answer."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.store.store import Store
from tests.bot.channels.telegram.town import TelegramTown, asked, presses, says
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.clock import Clock

SENTENCE = "Ik kom graag helpen met harken. "
TO_GIVE = ("Alles bekijken", "4", "Ik doe mee", "alleen")


@pytest.fixture
async def fatma(telegram: TelegramTown, botapi: BotApi) -> User:
    """Fatma was asked what she wants to do or bring."""
    fatma = botapi.user("Fatma")
    fatma.chat.chat.bot = "member"
    await asked(fatma)
    for label in TO_GIVE:
        await presses(fatma, label)
    assert "Wat wil je doen of meebrengen?" in await says(fatma, "Fatma")
    return fatma


async def test_album_is_one_thing(
    telegram: TelegramTown,
    botapi: BotApi,
    fatma: User,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    before = fatma.chat.sent

    fatma.album(b"een", b"twee", b"drie")
    await fatma.chat.until(before + 1)
    await botapi.calm()

    assert fatma.chat.sent == before + 1
    assert "Wat je stuurde, is binnen." in fatma.chat.last.text
    assert stored(telegram.store, "SELECT count(*) FROM inbound WHERE media LIKE '%album%'") == [
        (3,)
    ]


async def test_two_albums_are_two_things(
    telegram: TelegramTown, botapi: BotApi, fatma: User
) -> None:
    before = fatma.chat.sent

    fatma.album(b"een", b"twee")
    fatma.album(b"drie", b"vier")
    await fatma.chat.until(before + 2)
    await botapi.calm()

    assert fatma.chat.sent == before + 2


async def test_rest_of_a_text_that_was_cut_is_no_answer_by_itself(
    telegram: TelegramTown,
    botapi: BotApi,
    fatma: User,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    before = fatma.chat.sent
    first, rest = (SENTENCE * 128).strip(), (SENTENCE * 13).strip()

    fatma.write(first)
    fatma.write(rest)
    await fatma.chat.until(before + 1)
    await botapi.calm()

    assert fatma.chat.sent == before + 1
    assert "Dat is te lang" in fatma.chat.last.text
    assert stored(
        telegram.store, "SELECT count(*) FROM inbound WHERE text LIKE 'Ik kom graag%'"
    ) == [(2,)]
    assert "Dit ga ik opslaan" in await says(fatma, "harken")
    assert "Wat je doet of meebrengt: harken" in fatma.chat.last.text


async def test_stop_right_after_a_long_text_is_a_stop(
    telegram: TelegramTown,
    botapi: BotApi,
    fatma: User,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    before = fatma.chat.sent

    fatma.write(SENTENCE * 128)
    fatma.write("stop")
    await fatma.chat.until(before + 2)

    assert stored(telegram.store, "SELECT count(*) FROM person WHERE stopped_at IS NOT NULL") == [
        (1,)
    ]


async def test_correction_takes_the_place_of_the_answer_just_given(
    telegram: TelegramTown, fatma: User, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    number = (
        await fatma.answered(lambda who: who.write("maandag harken")),
        fatma.chat.messages[-2].id,
    )[1]

    first = await fatma.answered(lambda who: who.edit(number, "dinsdag harken"))
    second = await fatma.answered(lambda who: who.edit(number, "woensdag harken"))
    await presses(fatma, "Ja, opslaan")

    assert first.startswith("Dat heb ik in je antwoord veranderd.")
    assert "Wat je doet of meebrengt: dinsdag harken" in first
    assert "Wat je doet of meebrengt: woensdag harken" in second
    assert stored(telegram.store, "SELECT brings FROM interest") == [("woensdag harken",)]


async def test_correction_of_what_was_not_understood_is_an_answer(
    telegram: TelegramTown, fatma: User
) -> None:
    await fatma.answered(lambda who: who.write("x" * 700))
    number = fatma.chat.messages[-2].id

    answer = await fatma.answered(lambda who: who.edit(number, "harken"))

    assert "Wat je doet of meebrengt: harken" in answer


async def test_correction_of_an_older_answer_changes_nothing_and_says_so(
    telegram: TelegramTown, fatma: User, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    await says(fatma, "maandag harken")
    name = next(message for message in fatma.chat.messages if message.text == "Fatma")

    answer = await fatma.answered(lambda who: who.edit(name.id, "Fatima"))
    await presses(fatma, "Ja, opslaan")

    assert answer.startswith("Je hebt een eerder bericht veranderd.")
    assert stored(telegram.store, "SELECT name FROM party") == [("Fatma",)]


async def test_correction_after_a_restart_changes_nothing_and_says_so(
    telegram: TelegramTown, fatma: User
) -> None:
    await says(fatma, "maandag harken")
    number = fatma.chat.messages[-2].id
    await telegram.restart()

    answer = await fatma.answered(lambda who: who.edit(number, "dinsdag harken"))

    assert answer.startswith("Je hebt een eerder bericht veranderd.")
    assert "Wat je doet of meebrengt: maandag harken" in answer


async def test_change_that_nobody_sees_is_passed_over(
    telegram: TelegramTown, botapi: BotApi, fatma: User
) -> None:
    await says(fatma, "maandag harken")
    number, before = fatma.chat.messages[-2].id, fatma.chat.sent

    fatma.edit(number, "maandag harken")
    await botapi.calm()

    assert fatma.chat.sent == before


async def test_question_in_a_topic_is_answered_in_that_topic(
    telegram: TelegramTown, botapi: BotApi, clock: Clock
) -> None:
    group = botapi.supergroup("Buurt Zuid")
    group.chat.topics = {77}
    group.add_bot()
    await group.until(1)
    clock.passes(seconds=3)

    group.write(
        botapi.user("Bram"),
        f"/help@{botapi.world.name}",
        message_thread_id=77,
        is_topic_message=True,
    )
    answer = (await group.until(2))[-1]

    assert answer.text.startswith("Ik antwoord hier kort")
    assert answer.raw is not None
    assert answer.raw["message_thread_id"] == 77


async def test_comment_below_a_post_is_answered_below_it(
    telegram: TelegramTown, botapi: BotApi, clock: Clock
) -> None:
    group = botapi.supergroup("Praat mee")
    group.add_bot(administrator=True)
    await group.until(1)
    clock.passes(seconds=3)
    telegram_itself = {"id": 777_000, "is_bot": False, "first_name": "Telegram"}
    post = botapi.world.put(
        group.chat, {"text": "Nieuws!", "is_automatic_forward": True}, telegram_itself
    )

    bram, hello = botapi.user("Bram"), f"@{botapi.world.name} hoi"
    comment = group.write(
        bram, hello, reply_to=post["message_id"], message_thread_id=post["message_id"]
    )
    answer = (await group.until(2))[-1]

    assert answer.raw is not None
    assert answer.raw["reply_to_message"]["message_id"] == comment
    assert "message_thread_id" not in answer.raw


async def test_private_chat_with_topics_is_answered_in_the_topic_of_the_message(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    fatma = botapi.user("Fatma")
    fatma.chat.chat.bot, fatma.chat.chat.topics = "member", {5}
    here: dict[str, Any] = {"message_thread_id": 5, "is_topic_message": True}

    await fatma.answered(lambda who: who.write("/start", **here))
    inside = fatma.chat.last.raw or {}
    fatma.chat.chat.topics.clear()
    await fatma.answered(lambda who: who.write("alles", **here))
    beside = fatma.chat.last.raw or {}

    assert inside["message_thread_id"] == 5
    assert "message_thread_id" not in beside
    assert "Hier kun je nu aan meedoen" in beside["text"]


async def test_post_that_telegram_forwards_into_the_group_is_not_answered(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    channel, group = botapi.channel("Wijknieuws"), botapi.supergroup("Praat mee")
    channel.add_bot()
    group.add_bot(administrator=True)
    await channel.until(1)
    await group.until(1)

    channel.post(f"Vragen? Praat met @{botapi.world.name}")
    telegram_itself = {"id": 777_000, "is_bot": False, "first_name": "Telegram"}
    text = {"text": f"Vragen? Praat met @{botapi.world.name}", "is_automatic_forward": True}
    forwarded = botapi.world.put(group.chat, text, telegram_itself)
    botapi.world.updates.add("message", forwarded, ("chat", group.id))
    await botapi.calm()

    assert (channel.sent, group.sent) == (1, 1)
