"""What Telegram knows: the bot, users, chats, current messages, files, open button presses."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

from tests.botapi.changes import Changes
from tests.botapi.protocol import Json, Upload, bad, forbidden
from tests.botapi.updates import Updates

ChatType = Literal["private", "group", "supergroup", "channel"]
Standing = Literal["member", "administrator", "creator", "left", "kicked"]
"""How somebody stands in a chat; "left" is also: never was there."""
ADMINISTRATOR_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


@dataclass(eq=False)
class Chat:
    """A chat as Telegram keeps it; `log` is all that the bot did in it, in order."""

    id: int
    type: ChatType
    profile: Json
    bot: Standing = "left"
    rights: dict[str, bool] = field(default_factory=dict)
    """What an administrator may (`can_post_messages` in a channel)."""
    people: dict[int, Standing] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    edited: set[int] = field(default_factory=set)
    mine: set[int] = field(default_factory=set)
    """Messages that the bot sent."""
    log: list[tuple[str, Json]] = field(default_factory=list)
    sent: int = 0
    """How many messages of the bot came in."""
    topics: set[int] = field(default_factory=set)
    """The topics of a forum, beside the general one."""
    moved_to: int | None = None
    refuses: str | None = None
    """What is answered to all that the bot would write here, as TOPIC_CLOSED."""
    other_bot: bool = False
    """Another bot was the last to write here."""
    ids: "count[int]" = field(default_factory=lambda: count(1))

    def json(self) -> Json:
        return {"id": self.id, "type": self.type} | self.profile


@dataclass(eq=False)
class Query:
    """A button press that may still be answered."""

    id: str
    user: int
    answer: Json | None = None
    expired: bool = False


@dataclass(eq=False)
class World:
    """All of it. `clock` returns the moment of messages; `open_door` allows writing to any user."""

    token: str
    me: Json
    privacy: bool = True
    mentions_pass: bool = False
    """Let `@bot` through in groups in spite of privacy mode (the manual does not promise it)."""
    open_door: bool = False
    clock: Callable[[], float] = time.time
    changes: Changes = field(default_factory=Changes)
    chats: dict[int, Chat] = field(default_factory=dict)
    people: dict[int, Json] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)
    told: dict[str, dict[tuple[Any, ...], Any]] = field(default_factory=dict)
    """What the bot told about itself: commands, descriptions, menu buttons."""
    updates: Updates = field(init=False)
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    """Message ids of private chats and small groups: one row for them all."""

    def __post_init__(self) -> None:
        self.updates = Updates(self.changes)

    @property
    def name(self) -> str:
        return str(self.me["username"])

    def now(self) -> int:
        return int(self.clock())

    def find(self, name: str) -> Chat:
        """Return the chat that a call names, by number or @name."""
        if not name:
            raise bad("chat_id is empty")
        if name.startswith("@"):
            chat = next(
                (one for one in self.chats.values() if one.profile.get("username") == name[1:]),
                None,
            )
            if chat and chat.type != "private":
                return chat
            raise bad("chat not found")
        number = int(name) if name.removeprefix("-").isdecimal() else 0
        if found := self.chats.get(number):
            return found
        if self.open_door and number > 0:
            return self.meet(number)
        raise bad("chat not found")

    def meet(self, number: int) -> Chat:
        """Make a private chat that the user already started, without anybody in it."""
        person = {"id": number, "is_bot": False, "first_name": f"User {number}"}
        self.people[number] = person
        chat = self.chats[number] = Chat(
            number, "private", {"first_name": person["first_name"]}, "member"
        )
        chat.ids = self.numbers
        return chat

    def writable(self, name: str) -> Chat:
        """Return a chat that the bot may write in; refuses as the real one does."""
        chat = self.find(name)
        if chat.bot not in ("member", "administrator") or chat.moved_to:
            raise no_access(chat)
        if chat.type == "channel" and not (
            chat.bot == "administrator" and chat.rights.get("can_post_messages", True)
        ):
            raise bad("need administrator rights in the channel chat")
        if chat.rights.get("can_send_messages") is False:
            raise bad("not enough rights to send text messages to the chat")
        if chat.refuses is not None:
            raise bad(chat.refuses)
        return chat

    def put(self, chat: Chat, content: Json, sender: Json | None) -> Json:
        """Add a message to a chat."""
        number = next(chat.ids)
        message: Json = {"message_id": number}
        if sender and chat.type != "channel":
            message["from"] = sender
        elif chat.type == "channel":
            message["sender_chat"] = chat.json()
        message |= {"chat": chat.json(), "date": self.now()} | content
        chat.messages[number] = message
        return message

    def keep(self, upload: Upload, kind: str) -> Json:
        """Keep a file; return its ids, the same for the same content."""
        unique = hashlib.sha256(upload.content).hexdigest()[:16]
        self.files[f"{kind}-{unique}"] = upload
        return {
            "file_id": f"{kind}-{unique}",
            "file_unique_id": unique,
            "file_size": len(upload.content),
        }


def no_access(chat: Chat) -> Exception:
    """Return the reason why the bot cannot be in a chat."""
    if chat.moved_to:
        error = bad("group chat was upgraded to a supergroup chat")
        error.parameters = {"migrate_to_chat_id": chat.moved_to}
        return error
    if chat.type == "private":
        blocked = chat.bot == "kicked"
        return forbidden(
            "bot was blocked by the user"
            if blocked
            else "bot can't initiate conversation with a user"
        )
    if chat.bot == "kicked":
        return forbidden(f"bot was kicked from the {chat.type} chat")
    return forbidden(f"bot is not a member of the {chat.type} chat")


def member(user: Json, standing: Standing, rights: dict[str, bool]) -> Json:
    """Return a ChatMember in the shape of its status."""
    status: Json = {"user": user, "status": standing}
    if standing == "administrator":
        status |= (
            {"can_be_edited": False, "is_anonymous": False}
            | dict.fromkeys(ADMINISTRATOR_RIGHTS, False)
            | rights
        )
    elif standing == "creator":
        status["is_anonymous"] = False
    elif standing == "kicked":
        status["until_date"] = 0
    return status
