"""Moving people, and reading chats and counts, over HTTP: for a server in its own process."""

import inspect
from dataclasses import dataclass, field
from typing import Any

from tests.botapi.protocol import Json
from tests.botapi.user import Press, Reading, User
from tests.botapi.world import World

DEEDS = (
    "start",
    "follow",
    "write",
    "press",
    "block",
    "unblock",
    "photo",
    "voice",
    "location",
    "sticker",
)


class Unclear(Exception):
    """Nothing stands at that address, or the deed cannot be done; the message says what can."""


@dataclass
class People:
    """The people of a server, by the name they are called by."""

    world: World
    known: dict[str, User] = field(default_factory=dict)

    def handle(self, path: list[str], values: Json) -> Any:
        """Answer /people, /people/<name> (what they read) or /people/<name>/<deed>."""
        if not path:
            return {name: user.id for name, user in self.known.items()}
        user = self.known.get(path[0])
        if user is None:
            language = str(values.pop("language", "nl"))
            user = self.known[path[0]] = User(self.world, path[0], language)
        if len(path) == 1:
            return {"id": user.id, "messages": chat(user.chat)}
        return self._do(user, path[1], values)

    def _do(self, user: User, deed: str, values: Json) -> Any:
        if deed not in DEEDS:
            raise Unclear(f"no such deed; there are {', '.join(DEEDS)}")
        try:
            inspect.signature(getattr(user, deed)).bind(**values)
            done = getattr(user, deed)(**values)
        except (TypeError, ValueError, LookupError, RuntimeError) as error:
            raise Unclear(str(error)) from error
        return {"query": done.query.id} if isinstance(done, Press) else {"message": done}


def chat(reading: Reading) -> list[Json]:
    """Return a chat as it stands now."""
    return [
        {
            "id": one.id,
            "by_bot": one.by_bot,
            "text": one.text,
            "buttons": one.buttons,
            "edited": one.edited,
        }
        for one in reading.messages
    ]
