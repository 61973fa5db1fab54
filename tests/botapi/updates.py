"""The queue of what the bot has not taken yet, and long polling. Pushing it to
a webhook is the pusher's.
"""

import asyncio
from collections.abc import Callable
from itertools import count, islice

from tests.botapi.changes import Changes
from tests.botapi.protocol import Call, Json, Refused

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "callback_query",
    "my_chat_member",
    "chat_member",
)
UNASKED = frozenset(KINDS) - {"chat_member"}
"""What a bot gets that named nothing."""
LONGEST_POLL, MOST = 50, 100

Queue = tuple[str, int]
"""Updates of one queue come one after the other: ("chat", id), ("presses", user), ("bot", chat)."""


class Updates:
    """All updates that wait, by id, and which kinds the bot wants."""

    def __init__(self, changes: Changes) -> None:
        self.pending: dict[int, tuple[Queue, Json]] = {}
        self.kept: dict[int, tuple[Queue, Json]] = {}
        """Every update ever, to send again on demand."""
        self.allowed: frozenset[str] = UNASKED
        self.told: Callable[[Queue, int], None] | None = None
        """The pusher, while there is a webhook."""
        self.passes: Callable[[], object] | None = None
        """Told of each update: somebody took the time to do something."""
        self._ids = count(731_000_001)
        self._changes = changes
        self._poll: asyncio.Future[None] | None = None

    def add(self, kind: str, content: Json, queue: Queue) -> int | None:
        """Queue an update; return its id, or None if the bot did not ask for this kind."""
        if kind not in self.allowed:
            return None
        return self.put({kind: content}, queue)

    def put(self, content: Json, queue: Queue) -> int:
        """Queue an update as it is, of any kind and shape; return its id."""
        number = next(self._ids)
        if self.passes:
            self.passes()
        self.pending[number] = self.kept[number] = (queue, {"update_id": number} | content)
        if self.told:
            self.told(queue, number)
        self._changes.tell()
        return number

    def again(self, number: int) -> None:
        """Send an old update once more, as after an answer that got lost."""
        queue, update = self.kept[number]
        self.pending[number] = (queue, update)
        if self.told:
            self.told(queue, number)
        self._changes.tell()

    def taken(self, number: int) -> None:
        self.pending.pop(number, None)
        self._changes.tell()

    def allow(self, call: Call) -> None:
        """Keep to the kinds that a call names, if it has the list; an empty list is the default."""
        if "allowed_updates" not in call.values:
            return
        names = call.parsed("allowed_updates", "allowed updates") or []
        self.allowed = frozenset(name for name in names if name in KINDS) or UNASKED

    async def poll(self, call: Call) -> list[Json]:
        """Answer getUpdates: confirm what lies before the offset, then wait for what comes."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(
                Refused(
                    409,
                    (
                        "Conflict: terminated by other getUpdates request; make sure that only "
                        "one "
                        "bot instance is running"
                    ),
                )
            )
        poll = self._poll = asyncio.get_running_loop().create_future()
        self.allow(call)
        self._confirm(call.integer("offset"))
        limit = min(max(call.integer("limit", MOST), 1), MOST)
        seconds = min(max(call.integer("timeout"), 0), LONGEST_POLL)
        await self._wait(poll, seconds)
        if not poll.done():
            poll.cancel()
        return [update for _, update in islice(sorted(self.pending.values(), key=_number), limit)]

    def _confirm(self, offset: int) -> None:
        numbers = sorted(self.pending)
        keep = (
            numbers[offset:] if offset < 0 else [number for number in numbers if number >= offset]
        )
        for number in set(numbers) - set(keep):
            self.taken(number)

    async def _wait(self, poll: asyncio.Future[None], seconds: float) -> None:
        changed = asyncio.ensure_future(self._changes.until(lambda: self.pending, seconds + 1))
        try:
            await asyncio.wait(
                [poll, changed], timeout=seconds, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            changed.cancel()
        if poll.done():
            poll.result()


def _number(entry: tuple[Queue, Json]) -> int:
    return int(entry[1]["update_id"])
