from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.botapi.conftest import Answer
from tests.botapi.server import BotApi
from tests.botapi.user import User

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Ja", "callback_data": "1.ja"}],
        [{"text": "Lees", "url": "https://waterdam.nl"}],
    ]
}


@pytest.fixture
def fatma(botapi: BotApi) -> User:
    fatma = botapi.user("Fatma", "nl", username="fatma_w")
    fatma.start()
    return fatma


def news(botapi: BotApi) -> list[tuple[str, Any]]:
    """What waits for the bot: the kind and its content."""
    return [tuple(update.items())[1] for _, update in botapi.world.updates.pending.values()]


async def test_bot_cannot_write_first(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]]
) -> None:
    joop = botapi.user("Joop")

    answer = await call("sendMessage", chat_id=joop.id, text="hoi")

    assert answer == (403, "Forbidden: bot can't initiate conversation with a user")


async def test_blocking_and_starting_again(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], fatma: User
) -> None:
    fatma.block()
    blocked = await call("sendMessage", chat_id=fatma.id, text="hoi")
    fatma.start("terug")
    again = await call("sendMessage", chat_id=fatma.id, text="hoi")

    assert (blocked, again[0]) == ((403, "Forbidden: bot was blocked by the user"), 200)
    kinds = [
        (kind, one.get("text") or one["new_chat_member"]["status"]) for kind, one in news(botapi)
    ]
    assert kinds == [
        ("message", "/start"),
        ("my_chat_member", "kicked"),
        ("my_chat_member", "member"),
        ("message", "/start terug"),
    ]


async def test_old_button_can_still_be_pressed(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], fatma: User
) -> None:
    number = (await call("sendMessage", chat_id=fatma.id, text="Kies", reply_markup=KEYBOARD))[1][
        "message_id"
    ]
    old = fatma.chat.last
    await call("editMessageText", chat_id=fatma.id, message_id=number, text="Gekozen")

    fatma.press("Ja", on=old)

    kind, query = news(botapi)[-1]
    assert (kind, query["data"], query["message"]["text"], query["from"]["username"]) == (
        "callback_query",
        "1.ja",
        "Gekozen",
        "fatma_w",
    )
    with pytest.raises(LookupError, match="no button 'Ja'"):
        fatma.press("Ja")


async def test_press_is_answered_once_and_in_time(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], fatma: User
) -> None:
    await call("sendMessage", chat_id=fatma.id, text="Kies", reply_markup=KEYBOARD)
    press, late = fatma.press("Ja"), fatma.press("1.ja")
    late.grows_old()

    first = await call(
        "answerCallbackQuery", callback_query_id=press.query.id, text="Fijn!", show_alert=True
    )
    rest = [
        await call("answerCallbackQuery", callback_query_id=number)
        for number in (press.query.id, late.query.id, "7")
    ]

    old = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    assert (first, rest, press.answer) == (
        (200, True),
        [old] * 3,
        {"text": "Fijn!", "show_alert": True, "url": ""},
    )


async def test_everything_a_person_can_send_arrives(botapi: BotApi, fatma: User) -> None:
    number = fatma.write("Kijk op /hulp 😀 https://waterdam.nl")
    fatma.write("ja", reply_to=number)
    fatma.edit(number, "Kijk")
    fatma.photo(caption="stoep")
    fatma.voice()
    fatma.location()
    fatma.sticker()
    fatma.contact()

    got = [
        (kind, sorted(one.keys() - {"message_id", "from", "chat", "date"}))
        for kind, one in news(botapi)[1:]
    ]

    assert got == [
        ("message", ["entities", "text"]),
        ("message", ["reply_to_message", "text"]),
        ("edited_message", ["edit_date", "text"]),
        ("message", ["caption", "photo"]),
        ("message", ["voice"]),
        ("message", ["location"]),
        ("message", ["sticker"]),
        ("message", ["contact"]),
    ]


async def test_chat_shows_messages_as_they_stand_now(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], fatma: User
) -> None:
    first = (await call("sendMessage", chat_id=fatma.id, text="Kies", reply_markup=KEYBOARD))[1]
    second = (await call("sendMessage", chat_id=fatma.id, text="weg"))[1]
    await call("editMessageReplyMarkup", chat_id=fatma.id, message_id=first["message_id"])
    await call("deleteMessage", chat_id=fatma.id, message_id=second["message_id"])

    shown = [(one.by_bot, one.text, one.labels, one.edited) for one in fatma.chat.messages]

    assert shown == [(False, "/start", [], False), (True, "Kies", [], True)]
    assert (fatma.chat.sent, fatma.chat.log[0][1]["reply_markup"]) == (2, KEYBOARD)


async def test_waiting_ends_when_the_message_is_there(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], fatma: User
) -> None:
    await call("sendMessage", chat_id=fatma.id, text="Hoi Fatma")

    assert (await fatma.chat.until(1))[0].text == (await fatma.chat.shows("Fatma")).text
    with pytest.raises(TimeoutError):
        await fatma.chat.until(2, seconds=0.01)


async def test_link_leads_to_the_bot(botapi: BotApi, fatma: User) -> None:
    fatma.follow("https://t.me/waterdam_bot?start=K7M2")

    assert news(botapi)[-1][1]["text"] == "/start K7M2"
    with pytest.raises(ValueError, match="no link to the bot"):
        fatma.follow("https://t.me/ander_bot?start=K7M2")
