"""Updates of any shape, as hypothesis makes them."""

from typing import Any

import orjson
from hypothesis import strategies as st

from bot.channels.telegram.updates import Me, News, news_in
from bot.inbox import Arrival, VenueNews

FATMA = {"id": 5, "is_bot": False, "first_name": "Fatma", "language_code": "nl-NL"}
OTHER_BOT = FATMA | {"is_bot": True}
ANONYMOUS = {"id": 1_087_968_824, "is_bot": True}
PRIVATE = {"id": 5, "type": "private"}
GROUP = {"id": -8, "type": "supergroup", "title": "Buren"}
NEWS = {"id": -9, "type": "channel", "title": "Nieuws"}
FILES = [{"file_id": "small"}, {"file_id": "large"}]
THERE, GONE = {"status": "member"}, {"status": "kicked"}
RESTRICTED = {"status": "restricted", "is_member": True}
ADMIN = {"status": "administrator"}
odd = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.just([]),
    st.just({}),
    st.just([{}]),
)
NAMES = (
    "text",
    "caption",
    "photo",
    "voice",
    "audio",
    "document",
    "sticker",
    "location",
    "contact",
    "reply_to_message",
    "reply_markup",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "message_id",
    "from",
    "chat",
    "new_chat_members",
    "poll",
    "entities",
    "forward_origin",
)
GOOD: dict[str, st.SearchStrategy[Any]] = {
    "text": st.sampled_from(
        ["hoi", "/start", "/start K7M2AB", "@waterdam_bot", "/", "1", "\u0000", "👍🏽" * 50]
    ),
    "photo": st.just(FILES),
    "voice": st.just(FILES[0]),
    "from": st.sampled_from([FATMA, OTHER_BOT, ANONYMOUS]),
    "chat": st.sampled_from([PRIVATE, GROUP, NEWS, PRIVATE | {"type": "sender"}]),
    "reply_markup": st.just(
        {"inline_keyboard": [[{"text": "Ja", "callback_data": "1.1.yes"}], []]}
    ),
}
messages = st.dictionaries(st.sampled_from(NAMES), st.none(), max_size=5).flatmap(
    lambda names: st.fixed_dictionaries(
        {"message_id": st.integers(1, 99), "chat": GOOD["chat"]}
        | {name: st.one_of(GOOD.get(name, odd), odd) for name in names}
    )
)
standings = st.one_of(odd, st.sampled_from([THERE, GONE, ADMIN, RESTRICTED]))
changes = st.fixed_dictionaries(
    {"chat": st.one_of(GOOD["chat"], odd), "from": GOOD["from"]},
    optional={"old_chat_member": standings, "new_chat_member": standings},
)
presses = st.fixed_dictionaries(
    {"id": st.one_of(st.just("q"), odd), "from": GOOD["from"]},
    optional={
        "message": messages,
        "data": st.one_of(st.sampled_from(["1.1.yes", "1.1.#0", "..", "x"]), odd),
    },
)
updates = st.fixed_dictionaries(
    {"update_id": st.integers(1, 10**30)},
    optional={
        "message": st.one_of(messages, messages, odd),
        "channel_post": messages,
        "callback_query": st.one_of(presses, odd),
        "my_chat_member": st.one_of(changes, odd),
        "edited_message": messages,
        "message_reaction": odd,
    },
)


ME = Me(77, "waterdam_bot")
AS_CHANNEL = {"id": 136_817_688, "is_bot": True}
TELEGRAM_ITSELF = {"id": 777_000, "is_bot": False, "first_name": "Telegram"}


def message(
    chat: dict[str, Any] = PRIVATE, sender: dict[str, Any] | None = FATMA, **more: Any
) -> dict[str, Any]:
    return {"message_id": 3, "chat": chat, "date": 1} | ({"from": sender} if sender else {}) | more


def read(**update: Any) -> News:
    return news_in(orjson.dumps({"update_id": 1} | update), ME)


def arrival(**facts: Any) -> Arrival:
    return Arrival(**{"channel": "telegram", "external_id": "77.1", "sender": "5"} | facts)


def venue(event: Any, **facts: Any) -> VenueNews:
    named = {"name": "Buren", "venue": "-8"} | facts
    return VenueNews(channel="telegram", external_id="77.1", event=event, **named)
