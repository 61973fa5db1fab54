"""A person with Telegram: starts the bot, writes, presses buttons, reads the chat, blocks."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from tests.attached import jpeg, ogg
from tests.botapi.changes import PATIENCE
from tests.botapi.entities import find_entities
from tests.botapi.limits import check_start
from tests.botapi.protocol import Json, Upload
from tests.botapi.world import Chat, Query, Standing, World, member

JPEG, OGG = jpeg(), ogg()
QUERIES = count(7_200_000_001)
PEOPLE = count(610_001)


@dataclass(frozen=True)
class Shown:
    """A message as it stands in a chat now."""

    id: int
    by_bot: bool
    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    """Label and data (or address) of each button, row after row."""
    edited: bool = False
    raw: Json | None = None

    @property
    def labels(self) -> list[str]:
        return [label for label, _ in self.buttons]


@dataclass
class Reading:
    """A chat as those in it see it."""

    world: World
    chat: Chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Shown]:
        """Return all messages as they stand now, edited ones too."""
        return [self._shown(message) for message in self.chat.messages.values()]

    def by_bot(self) -> list[Shown]:
        return [message for message in self.messages if message.by_bot]

    @property
    def last(self) -> Shown:
        """Return the newest message of the bot."""
        return self.by_bot()[-1]

    @property
    def sent(self) -> int:
        """Return how many messages the bot sent here, deleted ones too."""
        return self.chat.sent

    @property
    def log(self) -> list[tuple[str, Json]]:
        """Return all that the bot did here in order: (sent, edited, deleted or action; message)."""
        return self.chat.log

    async def until(self, number: int, seconds: float = PATIENCE) -> list[Shown]:
        """Wait until the bot sent so many messages here; return its messages."""
        await self.world.changes.until(lambda: self.chat.sent >= number, seconds)
        return self.by_bot()

    async def shows(
        self, condition: str | Callable[[Shown], object], seconds: float = PATIENCE
    ) -> Shown:
        """Wait until a message of the bot holds this text, or fits; return it."""

        def fits(message: Shown) -> bool:
            return (
                condition in message.text
                if isinstance(condition, str)
                else bool(condition(message))
            )

        await self.world.changes.until(lambda: any(map(fits, self.by_bot())), seconds)
        return next(message for message in reversed(self.by_bot()) if fits(message))

    def button(self, label: str, on: Shown | None = None) -> tuple[Shown, str]:
        """Find a button by label or data: on this message as it was, or on the newest with it."""
        for message in [on] if on else reversed(self.by_bot()):
            for name, data in message.buttons:
                if label in (name, data):
                    return message, data
        raise LookupError(f"no button {label!r}; there is {[one.labels for one in self.by_bot()]}")

    def _shown(self, message: Json) -> Shown:
        number = message["message_id"]
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = tuple(
            (one["text"], str(one.get("callback_data") or one.get("url", "")))
            for row in rows
            for one in row
        )
        text = message.get("text") or message.get("caption", "")
        return Shown(
            number, number in self.chat.mine, text, buttons, number in self.chat.edited, message
        )


@dataclass
class Press:
    """A button that was pressed; `answer` is what answerCallbackQuery said."""

    world: World
    query: Query

    @property
    def answer(self) -> Json | None:
        return self.query.answer

    async def answered(self, seconds: float = PATIENCE) -> str:
        """Wait until the little clock on the button is gone; return the text that came with it."""
        await self.world.changes.until(lambda: self.query.answer is not None, seconds)
        return str((self.query.answer or {}).get("text", ""))

    def grows_old(self) -> None:
        """Let the time to answer run out."""
        self.query.expired = True


class User:
    """Somebody with Telegram. `chat` is the private chat with the bot."""

    def __init__(self, world: World, first_name: str, language: str | None, **profile: str) -> None:
        self.world, self.id = world, next(PEOPLE)
        self.json: Json = {"id": self.id, "is_bot": False, "first_name": first_name} | profile
        if language:
            self.json["language_code"] = language
        known = {
            name: value
            for name, value in self.json.items()
            if name in ("first_name", "last_name", "username")
        }
        place = world.chats[self.id] = Chat(self.id, "private", known)
        place.ids = world.numbers
        world.people[self.id] = self.json
        self.chat = Reading(world, place)

    # The private chat

    def start(self, payload: str | None = None) -> int:
        """Press START, or follow a link with a payload; starting again unblocks."""
        if payload is not None:
            check_start(payload)
        if self.chat.chat.bot == "kicked":
            self.unblock()
        self.chat.chat.bot = "member"
        return self.write(f"/start {payload}" if payload else "/start")

    def follow(self, link: str) -> int:
        """Follow a link to the bot (https://t.me/name?start=payload)."""
        parts = urlsplit(link)
        if (
            parts.hostname not in ("t.me", "telegram.me")
            or parts.path.strip("/").lower() != self.world.name.lower()
        ):
            raise ValueError(f"no link to the bot: {link}")
        return self.start(parse_qs(parts.query).get("start", [None])[0])

    def write(
        self, text: str, reply_to: int | None = None, chat: Reading | None = None, **more: Any
    ) -> int:
        """Write a text in the private chat (or another); return the number of the message."""
        content: Json = {"text": text}
        if entities := find_entities(text):
            content["entities"] = entities
        return self.send(content | more, reply_to, chat)

    def send(self, content: Json, reply_to: int | None = None, chat: Reading | None = None) -> int:
        """Send a message of any kind, in the words of the Bot API."""
        place = (chat or self.chat).chat
        if place.type == "private" and place.bot != "member":
            raise RuntimeError("the bot is not started, or is blocked")
        if reply_to is not None:
            earlier = place.messages[reply_to]
            content = content | {
                "reply_to_message": {k: v for k, v in earlier.items() if k != "reply_to_message"}
            }
        message = self.world.put(place, content, self.json)
        if place.type == "private" or _reaches(self.world, place, message):
            self.world.updates.add("message", message, ("chat", place.id))
        return int(message["message_id"])

    def photo(self, content: bytes = JPEG, caption: str | None = None) -> int:
        kept = self.world.keep(Upload("photo.jpg", content, "image/jpeg"), "photo")
        sizes = [kept | {"width": 90, "height": 67}, kept | {"width": 800, "height": 600}]
        return self.send({"photo": sizes} | ({"caption": caption} if caption else {}))

    def album(self, *contents: bytes, caption: str | None = None) -> None:
        """Send several photos at once; each comes as a message of its own."""
        group = {"media_group_id": str(next(QUERIES))}
        for place, content in enumerate(contents):
            kept = self.world.keep(Upload("photo.jpg", content, "image/jpeg"), "photo")
            more = {"caption": caption} if caption and place == 0 else {}
            self.send({"photo": [kept | {"width": 800, "height": 600}]} | group | more)

    def document(self, name: str, content: bytes, kind: str = "application/pdf") -> int:
        kept = self.world.keep(Upload(name, content, kind), "document")
        return self.send({"document": kept | {"file_name": name, "mime_type": kind}})

    def voice(self, content: bytes = OGG, seconds: int = 4) -> int:
        kept = self.world.keep(Upload("voice.ogg", content, "audio/ogg"), "voice")
        return self.send({"voice": kept | {"duration": seconds, "mime_type": "audio/ogg"}})

    def location(self, latitude: float = 52.37, longitude: float = 4.9) -> int:
        return self.send({"location": {"latitude": latitude, "longitude": longitude}})

    def sticker(self, emoji: str = "👍") -> int:
        kept = self.world.keep(Upload("sticker.webp", emoji.encode()), "sticker")
        shape = {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
        }
        return self.send({"sticker": kept | shape | {"emoji": emoji}})

    def contact(self, phone_number: str = "+31612345678") -> int:
        own = {
            "phone_number": phone_number,
            "first_name": self.json["first_name"],
            "user_id": self.id,
        }
        return self.send({"contact": own})

    def edit(self, number: int, text: str, chat: Reading | None = None) -> None:
        """Change one's own message."""
        place = (chat or self.chat).chat
        message = {
            name: value for name, value in place.messages[number].items() if name != "entities"
        }
        message |= {"text": text, "edit_date": self.world.now()}
        if entities := find_entities(text):
            message["entities"] = entities
        place.messages[number] = message
        place.edited.add(number)
        if place.type == "private" or _reaches(self.world, place, message):
            self.world.updates.add("edited_message", message, ("chat", place.id))

    def press(self, label: str, on: Shown | None = None, chat: Reading | None = None) -> Press:
        """Press a button by label or data; `on` is a message as it was shown at some moment."""
        where = chat or self.chat
        message, data = where.button(label, on)
        query = Query(str(next(QUERIES)), self.id)
        self.world.queries[query.id] = query
        now = where.chat.messages.get(message.id)
        gone = {"chat": where.chat.json(), "message_id": message.id, "date": 0}
        content = {
            "id": query.id,
            "from": self.json,
            "message": now or gone,
            "chat_instance": str(where.id * 7919),
            "data": data,
        }
        self.world.updates.add("callback_query", content, ("presses", self.id))
        return Press(self.world, query)

    def block(self) -> None:
        self._stands("kicked")

    def unblock(self) -> None:
        self._stands("member")

    def reads(self) -> list[str]:
        """Return the texts of the bot in the private chat, as they stand now."""
        return [message.text for message in self.chat.by_bot()]

    async def answered(self, deed: Callable[[Self], object], number: int = 1) -> str:
        """Do something and wait for so many new messages; return the text of the last."""
        before = self.chat.sent
        deed(self)
        return (await self.chat.until(before + number))[-1].text

    def _stands(self, standing: Standing) -> None:
        place = self.chat.chat
        before, place.bot = member(self.world.me, place.bot, {}), standing
        told: Json = {
            "chat": place.json(),
            "from": self.json,
            "date": self.world.now(),
            "old_chat_member": before,
        }
        told["new_chat_member"] = member(self.world.me, standing, {})
        self.world.updates.add("my_chat_member", told, ("bot", place.id))


def _reaches(world: World, chat: Chat, message: Json) -> bool:
    """True if the bot gets a group's message
    (https://core.telegram.org/bots/features#privacy-mode).
    """
    if chat.bot not in ("member", "administrator"):
        return False
    if chat.bot == "administrator" or not world.privacy:
        return True
    if message.get("reply_to_message", {}).get("message_id") in chat.mine:
        return True
    text, name = str(message.get("text", message.get("caption", ""))), f"@{world.name}".lower()
    command = text.split(maxsplit=1)[0].lower() if text.startswith("/") else ""
    if command:
        return command.endswith(name) if "@" in command else not chat.other_bot
    return world.mentions_pass and name in text.lower()
