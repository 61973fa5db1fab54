"""The whole bot in a shell: the same dialogues, options by number."""

import asyncio
import sys
import uuid
from collections.abc import AsyncIterator, Callable
from typing import TextIO

from bot.inbox import Arrival, Inbox
from content.message import Message
from outreach.delivery.channel import Abilities, Receipt, Recipient
from outreach.delivery.errors import Unreachable

SENDER = "terminal"


class Terminal:
    """Print what is sent, take in what is typed: one person, at this keyboard."""

    name = "terminal"
    can = Abilities(buttons=False, links=False)

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self._printed = asyncio.Event()

    async def send(self, to: Recipient, message: Message) -> Receipt:
        """Print a message between blank lines; raises Unreachable if nobody reads the output."""
        try:
            self._write(f"\n{message.text}\n\n")
        except (OSError, ValueError) as error:
            raise Unreachable from error
        finally:
            # also if it failed: the conversation may not wait for ever
            self._printed.set()
        return Receipt(uuid.uuid4().hex)

    async def check(self) -> str | None:
        """A terminal is always there."""
        return None

    async def converse(self, inbox: Inbox, lines: AsyncIterator[str], language: str) -> None:
        """Hand in line after line, each after the answer to the one before was printed."""
        await self._take(inbox, "start", language)
        async for line in lines:
            await self._take(inbox, line, language)

    async def _take(self, inbox: Inbox, text: str, language: str) -> None:
        self._printed.clear()
        arrival = Arrival(
            channel=self.name,
            external_id=uuid.uuid4().hex,
            sender=SENDER,
            text=text,
            language=language,
        )
        if await inbox.take(arrival):
            await self._printed.wait()


async def typed_lines(file: TextIO = sys.stdin) -> AsyncIterator[str]:
    """Yield the lines that are typed, without blocking anything else, until the end of the file."""
    while line := await asyncio.to_thread(file.readline):
        if line.strip():
            yield line.strip()
