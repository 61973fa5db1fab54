"""What the real Bot API refuses is refused, in its words."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from tests.botapi.conftest import Answer
from tests.botapi.server import BotApi

BUTTON = {"text": "Ja", "callback_data": "1"}


def keyboard(*buttons: object) -> dict[str, object]:
    return {"reply_markup": {"inline_keyboard": [list(buttons)]}}


REFUSED = [
    ({}, "message text is empty"),
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "text must be non-empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "😀" * 2049}, "message is too long"),
    ({"text": "hoi", "parse_mode": "Markdown5"}, "unsupported parse_mode"),
    ({"text": "hoi", "chat_id": ""}, "chat_id is empty"),
    ({"text": "hoi", "chat_id": 0}, "chat not found"),
    ({"text": "hoi", "chat_id": 5_000_000_000}, "chat not found"),
    ({"text": "hoi", "chat_id": "buurt"}, "chat not found"),
    ({"text": "hoi", "chat_id": "@nergens"}, "chat not found"),
    ({"text": "hoi", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({"text": "hoi", "reply_markup": [1]}, "object expected as reply markup"),
    (
        {"text": "hoi", "reply_markup": {"inline_keyboard": "x"}},
        'field "inline_keyboard" must be of type Array',
    ),
    (
        {"text": "hoi", "reply_markup": {"force_reply": "ja"}},
        'field "force_reply" must be of type Boolean',
    ),
    (
        {"text": "hoi"} | keyboard({"callback_data": "1"}),
        "can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (
        {"text": "hoi"} | keyboard({"text": 5, "callback_data": "1"}),
        'can\'t parse inline keyboard button: Field "text" must be of type String',
    ),
    (
        {"text": "hoi"} | keyboard({"text": "Ja"}),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        {"text": "hoi"} | keyboard({"text": "Ja", "callback_data": ""}),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        {"text": "hoi"} | keyboard(BUTTON | {"url": "https://waterdam.nl"}),
        "can't parse inline keyboard button: exactly one action field must be used",
    ),
    (
        {"text": "hoi"} | keyboard({"text": " ", "callback_data": "1"}),
        "inline keyboard button text is empty",
    ),
    ({"text": "hoi"} | keyboard({"text": "Ja", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
    ({"text": "hoi"} | keyboard({"text": "Ja", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
    (
        {"text": "hoi"} | keyboard({"text": "Ja", "url": "http://localhost:80"}),
        "inline keyboard button URL 'http://localhost:80' is invalid: Wrong HTTP URL",
    ),
    (
        {"text": "hoi"} | keyboard({"text": "Ja", "url": "ftp://waterdam.nl"}),
        "inline keyboard button URL 'ftp://waterdam.nl' is invalid: Unsupported URL protocol",
    ),
    ({"text": "hoi"} | keyboard(*[BUTTON] * 101), "reply markup is too long"),
    ({"text": "hoi", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ({"text": "hoi", "reply_parameters": {}}, 'can\'t find field "message_id"'),
    (
        {"text": "hoi", "entities": [{"type": "bold", "offset": 9, "length": 1}]},
        "entity begins after the end of the text at UTF-16 offset 9",
    ),
]


@pytest.mark.parametrize(("values", "description"), REFUSED)
async def test_message_is_refused(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], values: dict[str, Any], description: str
) -> None:
    fatma = botapi.user()
    fatma.start()

    answer = await call("sendMessage", **({"chat_id": fatma.id} | values))

    assert (answer, fatma.reads()) == ((400, f"Bad Request: {description}"), [])


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"text": "x" * 4096}, "x" * 4096),
        ({"text": "😀" * 2048}, "😀" * 2048),
        ({"text": "<b>" + "&amp;" * 4096 + "</b>", "parse_mode": "html"}, "&" * 4096),
        ({"text": " hoi\n"}, "hoi"),
        ({"text": "hoi\u202e\x07"}, "hoi"),
        ({"text": "Ja"} | keyboard({"text": "Ja", "callback_data": "é" * 32}), "Ja"),
        (
            {
                "text": "hoi",
                "reply_parameters": {"message_id": 999, "allow_sending_without_reply": True},
            },
            "hoi",
        ),
    ],
)
async def test_message_at_the_limit_is_taken(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], values: dict[str, Any], text: str
) -> None:
    fatma = botapi.user()
    fatma.start()

    status, message = await call("sendMessage", chat_id=str(fatma.id), **values)

    assert (status, message["text"], fatma.reads()) == (200, text, [text])


async def test_caption_is_counted_after_reading_markup(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]]
) -> None:
    fatma = botapi.user()
    fatma.start()
    fatma.photo()
    (picture,) = botapi.world.files

    fits = await call(
        "sendPhoto", chat_id=fatma.id, photo=picture, caption="&lt;" * 1024, parse_mode="HTML"
    )
    long = await call("sendPhoto", chat_id=fatma.id, photo=picture, caption="x" * 1025)

    assert (fits[1]["caption"], long) == (
        "<" * 1024,
        (400, "Bad Request: message caption is too long"),
    )


@pytest.mark.parametrize(
    ("method", "values", "description"),
    [
        ("editMessageText", {"message_id": 2, "text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        ("editMessageText", {"message_id": 77, "text": "ha"}, "message to edit not found"),
        ("editMessageText", {"message_id": 1, "text": "ha"}, "message can't be edited"),
        ("editMessageText", {"text": "ha"}, "message identifier is not specified"),
        ("editMessageReplyMarkup", {"message_id": 77}, "message to edit not found"),
        ("deleteMessage", {"message_id": 77}, "message to delete not found"),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
        ("getChatMember", {"user_id": 3}, "invalid user_id specified"),
        ("getFile", {"file_id": "weg"}, "invalid file_id"),
        ("sendPhoto", {}, "there is no photo in the request"),
        (
            "setMyCommands",
            {"commands": [{"command": "Hulp!", "description": "x"}]},
            "BOT_COMMAND_INVALID",
        ),
        ("setMyCommands", {"commands": [{"command": "hulp"}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        (
            "setMyCommands",
            {"commands": [], "language_code": "nl-NL"},
            "invalid language code specified",
        ),
        ("setMyDescription", {"description": "x" * 513}, "BOT_DESCRIPTION_INVALID"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "BOT_ABOUT_INVALID"),
        (
            "setWebhook",
            {"url": "http://bot.example"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            "setWebhook",
            {"url": "https://bot.example:8000"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            "setWebhook",
            {"url": "https://bot.example", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
        (
            "setWebhook",
            {"url": "https://bot.example", "secret_token": "a" * 257},
            "secret token is too long",
        ),
    ],
)
async def test_call_is_refused(
    botapi: BotApi,
    call: Callable[..., Awaitable[Answer]],
    method: str,
    values: dict[str, Any],
    description: str,
) -> None:
    fatma = botapi.user()
    fatma.start()
    await call("sendMessage", chat_id=fatma.id, text="hoi")

    answer = await call(method, **({"chat_id": fatma.id} | values))

    assert answer == (400, f"Bad Request: {description}")


async def test_unchanged_message_is_not_edited(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]]
) -> None:
    fatma = botapi.user()
    fatma.start()
    values = {"chat_id": fatma.id, "text": "<b>Kies</b>", "parse_mode": "HTML"} | keyboard(BUTTON)
    number = (await call("sendMessage", **values))[1]["message_id"]

    status, description = await call("editMessageText", **values, message_id=number)

    assert (status, description.split(":")[1]) == (400, " message is not modified")


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("bot{token}/getMee", (404, "Not Found: method not found")),
        ("bot4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX/getMe", (401, "Unauthorized")),
        ("botGEHEIM/getMe", (404, "Not Found")),
        ("getMe", (404, "Not Found")),
        ("file/bot{token}/photos/weg", (404, "Not Found")),
    ],
)
async def test_wrong_address_is_refused(
    botapi: BotApi, http: aiohttp.ClientSession, path: str, answer: tuple[int, str]
) -> None:
    async with http.get(f"{botapi.address}/{path.format(token=botapi.token)}") as response:
        body = await response.json()

    assert (response.status, body["description"]) == answer


@pytest.mark.parametrize("payload", ["", "a b", "é", "x" * 65, "a.b"])
async def test_link_with_an_impossible_payload_leads_nowhere(botapi: BotApi, payload: str) -> None:
    with pytest.raises(ValueError, match="no start parameter"):
        botapi.user().start(payload)
