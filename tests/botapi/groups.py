"""Groups, supergroups and channels: members, the bot's coming and going, and upgrades."""

from itertools import count
from typing import Any

from tests.botapi.entities import find_entities
from tests.botapi.protocol import Json
from tests.botapi.user import Press, Reading, Shown, User
from tests.botapi.world import Chat, ChatType, Standing, World, member

GROUPS, SUPERGROUPS = count(4_100_001), count(1_001_500_000_001)
POSTING = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}


class Group(Reading):
    """A chat of many; `owner` made it."""

    def __init__(
        self, world: World, kind: ChatType, title: str, owner: User, name: str | None = None
    ) -> None:
        profile: Json = {"title": title} | ({"username": name} if name else {})
        number = -next(GROUPS if kind == "group" else SUPERGROUPS)
        chat = world.chats[number] = Chat(number, kind, profile, people={owner.id: "creator"})
        if kind == "group":
            chat.ids = world.numbers
            chat.profile["all_members_are_administrators"] = False
        super().__init__(world, chat)
        self.owner = owner

    # The bot comes and goes

    def add_bot(
        self, by: User | None = None, *, administrator: bool | None = None, **rights: bool
    ) -> None:
        """Let somebody add the bot; in a channel it comes as administrator, who may post."""
        channel = self.chat.type == "channel"
        administrator = channel if administrator is None else administrator
        self.stands(
            "administrator" if administrator else "member",
            by,
            **((POSTING if channel else {}) | rights),
        )
        if not channel:
            self._service(
                {"new_chat_members": [self.world.me], "new_chat_member": self.world.me}, by
            )

    def remove_bot(self, by: User | None = None) -> None:
        """Let somebody throw the bot out."""
        if self.chat.type == "group":
            self._service({"left_chat_member": self.world.me}, by)
        self.stands("kicked", by)

    def stands(self, standing: Standing, by: User | None = None, **rights: bool) -> None:
        """Change how the bot stands here (promote, restrict, throw out); it is told so."""
        before = member(self.world.me, self.chat.bot, self.chat.rights)
        self.chat.bot, self.chat.rights = standing, dict(rights)
        told: Json = {
            "chat": self.chat.json(),
            "from": (by or self.owner).json,
            "date": self.world.now(),
        }
        told |= {
            "old_chat_member": before,
            "new_chat_member": member(self.world.me, standing, self.chat.rights),
        }
        self.world.updates.add("my_chat_member", told, ("bot", self.id))

    def refuses(self, why: str | None) -> None:
        """Answer this to all that the bot writes here (TOPIC_CLOSED, …); None: accept it again."""
        self.chat.refuses = why

    # People

    def join(self, user: User) -> None:
        self.chat.people[user.id] = "member"
        self._service({"new_chat_members": [user.json]}, user)

    def leave(self, user: User) -> None:
        self.chat.people[user.id] = "left"
        self._service({"left_chat_member": user.json}, user)

    def write(self, user: User, text: str, reply_to: int | None = None, **more: Any) -> int:
        """Write as a member; somebody who is not a member joins first."""
        if self.chat.people.get(user.id, "left") == "left":
            self.join(user)
        return user.write(text, reply_to, self, **more)

    def mention(self, user: User, text: str) -> int:
        """Write to the bot by name."""
        return self.write(user, f"@{self.world.name} {text}")

    def command(self, user: User, command: str, rest: str = "") -> int:
        """Give a command to the bot by name: /help@bot."""
        return self.write(user, f"/{command}@{self.world.name} {rest}".rstrip())

    def press(self, user: User, label: str, on: Shown | None = None) -> Press:
        return user.press(label, on, self)

    def other_bot_writes(self, text: str = "Ik ben een andere bot.") -> None:
        """Let another bot write; bots never see each other."""
        other = {"id": 99, "is_bot": True, "first_name": "Ander", "username": "ander_bot"}
        self.world.put(self.chat, {"text": text}, other)
        self.chat.other_bot = True

    # Channels

    def post(self, text: str | None = None, **more: Any) -> int:
        """Post in a channel; without a text: a photo, a poll, or anything that `more` says."""
        content: Json = ({"text": text} if text is not None else {}) | more
        if text and (entities := find_entities(text)):
            content["entities"] = entities
        message = self.world.put(self.chat, content, None)
        if self.chat.bot in ("member", "administrator"):
            self.world.updates.add("channel_post", message, ("chat", self.id))
        return int(message["message_id"])

    # A group that grows

    def upgrade(self) -> "Group":
        """Move to a supergroup with another id; calls to the old id are told so."""
        new = Group(self.world, "supergroup", str(self.chat.profile["title"]), self.owner)
        new.chat.people, new.chat.bot, new.chat.rights = (
            dict(self.chat.people),
            self.chat.bot,
            self.chat.rights,
        )
        self._service({"migrate_to_chat_id": new.id}, None)
        self.chat.moved_to = new.id
        new._service({"migrate_from_chat_id": self.id}, None)
        return new

    def rename(self, title: str, by: User | None = None) -> None:
        self.chat.profile["title"] = title
        self._service({"new_chat_title": title}, by)

    def _service(self, content: Json, by: User | None) -> None:
        """Add a service message; the bot gets all of them."""
        message = self.world.put(self.chat, content, (by or self.owner).json)
        if self.chat.bot in ("member", "administrator"):
            self.world.updates.add("message", message, ("chat", self.id))
