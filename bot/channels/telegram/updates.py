"""What Telegram's updates mean for the inbox; their fields are in `model.py`."""

import json
import re
from dataclasses import dataclass
from typing import Any, TypeGuard

from pydantic import ValidationError

from bot.channels.telegram.buttons import pressed_label
from bot.channels.telegram.model import Bare, Change, Chat, File, Message, Press, Update, User
from bot.inbox import AddressNews, Arrival, VenueNews

CHANNEL = "telegram"
WANTED = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")
"""The kinds of update that we ask for."""
START = re.compile(r"/start(?:@\w+)?\s+(\S{1,64})\s*", re.IGNORECASE)
OTHER_KINDS = (
    "animation",
    "checklist",
    "contact",
    "dice",
    "game",
    "invoice",
    "location",
    "paid_media",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
)
"""What a person may send that we cannot read. Messages without any of these need no answer."""
MAY_FIT = re.compile(r"(image|audio)/|application/pdf\b")
"""The declared types of what may be accepted; its content decides."""
IN_ANOTHER_NAME = (1_087_968_824, 136_817_688)
"""The bots in whose names hidden people write: as the group, or as a channel of theirs."""


class Odd(ValueError):
    """This is no update at all."""


@dataclass(frozen=True, slots=True)
class Me:
    """Our own bot, as Telegram calls it; the name is empty until it was told."""

    id: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press: the query to answer, what it means, and the message with the button."""

    query: str
    arrival: Arrival | None = None
    message: Message | None = None

    @property
    def rev(self) -> int:
        """The number of the question that it answers; 0 if the button has none."""
        rev = "" if self.arrival is None else (self.arrival.choice or "").split(".")[1:2]
        return int(rev[0]) if rev and rev[0].isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote, and the number of their message in the chat, if it has one."""

    arrival: Arrival
    number: int | None = None


News = Written | VenueNews | AddressNews | Pressed | None


def news_in(body: bytes, me: Me) -> News:
    """Read what was posted; None if it is nothing for us. Raises Odd if it is not an update."""
    try:
        return news_of(Update.model_validate_json(body), me)
    except ValidationError:
        pass
    try:
        return sense(json.loads(body), me)
    except (ValueError, RecursionError) as error:
        raise Odd from error


def sense(update: Any, me: Me) -> News:
    """Read a parsed update; from an unreadable one, find at least who needs an answer."""
    try:
        return news_of(Update.model_validate(update), me)
    except ValidationError:
        pass
    number = update.get("update_id") if isinstance(update, dict) else None
    if type(number) is not int:
        raise Odd
    try:
        bare = Bare.model_validate(update.get("message"))
    except ValidationError:
        return None
    if bare.chat.type != "private" or _is_bot(bare.sender):
        return None
    return Written(_arrival(number, bare, me, media={"kind": "other"}))


def news_of(update: Update, me: Me) -> News:
    """Return what an update means for us."""
    if update.callback_query is not None:
        return _press(update.update_id, update.callback_query, me)
    if update.my_chat_member is not None:
        return _change(update.update_id, update.my_chat_member, me)
    if update.edited_message is not None:
        return _correction(update.update_id, update.edited_message, me)
    message = update.message or update.channel_post
    if message is None:
        return None
    if message.chat.type == "private":
        return None if _is_bot(message.sender) else _message(update.update_id, message, me)
    return _in_venue(update.update_id, message, me)


def _message(number: int, message: Message, me: Me) -> Written | None:
    text, media = message.text or message.caption or "", _media(message)
    if not text and media is None:
        return None
    start = START.fullmatch(text)
    said: dict[str, Any] = {"text": text, "media": media} if start is None else {"code": start[1]}
    return Written(_arrival(number, message, me, topic=_topic(message), **said), message.message_id)


def _correction(number: int, message: Message, me: Me) -> Written | None:
    """Read a correction. A live location comes as an edit too, without a text."""
    text = message.text or message.caption or ""
    if message.chat.type != "private" or _is_bot(message.sender) or not text:
        return None
    where = {"topic": _topic(message)}
    return Written(
        _arrival(number, message, me, text=text, corrects=True, **where), message.message_id
    )


def _media(message: Message) -> dict[str, str] | None:
    """Name what came along, and its album."""
    found = _file(message)
    return (
        found
        if found is None or message.media_group_id is None
        else found | {"album": message.media_group_id}
    )


def _file(message: Message) -> dict[str, str] | None:
    """Name a file by its number at Telegram; one of a kind that is not accepted is not fetched."""
    others = message.model_extra or {}
    # an animation comes as a document too
    if any(others.get(name) is not None for name in OTHER_KINDS):
        return {"kind": "other"}
    if message.photo:
        return _named("photo", message.photo[-1])
    sound = message.voice or message.audio
    if sound is not None:
        return _named("voice", sound)
    if message.document is None:
        return None
    drawn = (message.document.mime_type or "").startswith("image/")
    return _named("photo" if drawn else "file", message.document)


def _named(kind: str, file: File) -> dict[str, str]:
    named = {"kind": kind}
    named |= {"name": file.file_name} if file.file_name else {}
    if file.mime_type is not None and not MAY_FIT.match(file.mime_type):
        return named | {"refused": "kind"}
    named |= {"size": str(file.file_size)} if file.file_size is not None else {}
    return named | {"file": file.file_id}


def _press(number: int, press: Press, me: Me) -> Pressed:
    message = press.message
    if message is None or message.chat.type != "private" or not press.data or press.sender.is_bot:
        return Pressed(press.id)
    rows = [] if message.reply_markup is None else message.reply_markup.inline_keyboard
    label = pressed_label(rows, press.data)
    arrival = Arrival(
        channel=CHANNEL,
        external_id=_id(number, me),
        sender=str(message.chat.id),
        text=label,
        choice=press.data,
        language=_language(press.sender),
        topic=_topic(message),
    )
    return Pressed(press.id, arrival, message)


def _change(number: int, change: Change, me: Me) -> VenueNews | AddressNews | None:
    there, before = change.new_chat_member.there, change.old_chat_member.there
    if change.chat.type == "private":
        return AddressNews(channel=CHANNEL, sender=str(change.chat.id), gone=not there)
    if there == before:
        return None
    return _venue(number, change.chat, change.sender, me, event="joined" if there else "left")


def _in_venue(number: int, message: Message, me: Me) -> VenueNews | None:
    """Read what happened in a group; of what people say there, only that somebody spoke to us."""
    facts: dict[str, Any] = {}
    chat = message.chat
    if message.migrate_to_chat_id is not None:
        facts = {"event": "moved", "moved_to": str(message.migrate_to_chat_id)}
    elif message.migrate_from_chat_id is not None:
        facts = {"event": "moved", "moved_to": str(chat.id)}
        chat = chat.model_copy(update={"id": message.migrate_from_chat_id})
    elif _is_for_us(message, me):
        facts = {"event": "addressed", "topic": _topic(message), "message": message.message_id}
        if message.reply_to_message is not None:
            facts["answered"] = message.reply_to_message.message_id
    return _venue(number, chat, message.sender, me, **facts) if facts else None


def _is_for_us(message: Message, me: Me) -> bool:
    """True for a command or mention with our name, or an answer to us; never from another bot.

    What is posted in a channel is for its readers, even if it names us: an answer would go to all
    of them. The same post comes by itself into the channel's discussion group, and people forward
    it: nobody asks us anything there.
    """
    if message.chat.type == "channel" or message.is_automatic_forward or _forwarded(message):
        return False
    if _is_bot(message.sender) and message.sender.id not in IN_ANOTHER_NAME:
        return False
    answered = message.reply_to_message
    if answered is not None and answered.sender is not None and answered.sender.id == me.id:
        return True
    text = message.text or message.caption or ""
    return (
        bool(me.name)
        and re.search(rf"(?:^/\w+|(?<!\w))@{re.escape(me.name)}(?!\w)", text, re.I) is not None
    )


def _forwarded(message: Message) -> bool:
    return (message.model_extra or {}).get("forward_origin") is not None


def _topic(message: Message) -> int | None:
    """The topic of a forum, or of a private chat, in which somebody wrote; there may be none."""
    return message.message_thread_id if message.is_topic_message else None


def _is_bot(user: User | None) -> TypeGuard[User]:
    return user is not None and user.is_bot


def _venue(number: int, chat: Chat, sender: User | None, me: Me, **facts: Any) -> VenueNews:
    kind: Any = "broadcast" if chat.type == "channel" else "neighbourhood_group"
    facts |= {"kind": kind, "name": chat.title or "", "language": _language(sender)}
    return VenueNews(channel=CHANNEL, external_id=_id(number, me), venue=str(chat.id), **facts)


def _arrival(number: int, message: Message | Bare, me: Me, **facts: Any) -> Arrival:
    facts["language"] = _language(message.sender)
    return Arrival(
        channel=CHANNEL, external_id=_id(number, me), sender=str(message.chat.id), **facts
    )


def _id(number: int, me: Me) -> str:
    """Return the id of an update: each bot numbers its own from the start."""
    return f"{me.id}.{number}"


def _language(user: User | None) -> str:
    """Return the language of somebody's app without its region.

    It is an IETF tag (https://core.telegram.org/bots/api#user).
    """
    code = "" if user is None else user.language_code or ""
    return code.partition("-")[0].casefold() or "nl"
