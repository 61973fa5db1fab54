"""What a channel hands in when somebody writes or presses, and the promise it gets back."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One message or button press.

    `external_id` is the channel's own number for it: the same one again is a duplicate. `sender` is the external id of
    the address. `choice` is the code of a pressed option, `<conversation>.<rev>.<option>`. `seen` is the `rev` of the
    last question that the person had on screen, where the channel knows it. `code` and `opportunity` say where a new
    conversation begins: behind a trail, or from a page.
    """

    channel: str
    external_id: str
    sender: str
    text: str = ""
    choice: str | None = None
    seen: int | None = None
    language: str = "nl"
    code: str | None = None
    opportunity: int | None = None


class Inbox(Protocol):
    """Where channels hand in. When `take` returns, the message and its answer are stored for good."""

    async def take(self, arrival: Arrival) -> bool:
        """Store and answer one arrival; False where it came in before. Raises StoreError: the sender tries again."""
