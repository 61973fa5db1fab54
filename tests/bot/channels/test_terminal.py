"""The terminal prints what is said and hands in each line after the answer to the last one."""

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.terminal import SENDER, Terminal, typed_lines
from bot.inbox import Arrival
from content.message import Message, Option
from outreach.delivery.channel import Recipient
from outreach.delivery.errors import Unreachable
from outreach.delivery.fit import fit
from outreach.store.errors import StoreBusy

TO = Recipient(1, 1, SENDER)


class Talker:
    """An inbox that answers each arrival through the terminal, a moment later."""

    def __init__(self, terminal: Terminal, duplicates: tuple[str, ...] = ()) -> None:
        self.terminal, self.duplicates = terminal, duplicates
        self.taken: list[Arrival] = []
        self.answered = 0
        self._answers: set[asyncio.Task[None]] = set()

    async def take(self, arrival: Arrival) -> bool:
        assert self.answered == len([one for one in self.taken if one.text not in self.duplicates])
        self.taken.append(arrival)
        if arrival.text in self.duplicates:
            return False
        self._answers.add(asyncio.create_task(self._answer(arrival.text)))
        return True

    async def _answer(self, text: str) -> None:
        await asyncio.sleep(0)
        self.answered += 1
        try:
            await self.terminal.send(TO, Message(f"je zei {text}"))
        except Unreachable:
            return


async def lines(*typed: str) -> AsyncIterator[str]:
    for line in typed:
        yield line


async def talk(terminal: Terminal, talker: Talker, *typed: str, language: str = "nl") -> None:
    async with asyncio.timeout(10):
        await terminal.converse(talker, lines(*typed), language)  # type: ignore[arg-type]


async def test_conversation_starts_by_itself_and_goes_on_line_by_line() -> None:
    printed: list[str] = []
    terminal = Terminal(printed.append)
    talker = Talker(terminal)

    await talk(terminal, talker, "hoi", "2", language="en")

    assert [(one.channel, one.sender, one.text, one.language) for one in talker.taken] == [
        ("terminal", SENDER, "start", "en"),
        ("terminal", SENDER, "hoi", "en"),
        ("terminal", SENDER, "2", "en"),
    ]
    assert printed == ["\nje zei start\n\n", "\nje zei hoi\n\n", "\nje zei 2\n\n"]


async def test_each_line_has_its_own_number() -> None:
    terminal = Terminal(lambda text: None)
    talker = Talker(terminal)

    await talk(terminal, talker, "ja", "ja", "ja")

    assert len({one.external_id for one in talker.taken}) == 4


async def test_duplicate_is_not_waited_for() -> None:
    terminal = Terminal(lambda text: None)
    talker = Talker(terminal, duplicates=("weer",))

    await talk(terminal, talker, "weer", "verder")

    assert [one.text for one in talker.taken] == ["start", "weer", "verder"]


async def test_store_in_trouble_ends_the_conversation_with_its_error() -> None:
    class Busy:
        async def take(self, arrival: Arrival) -> bool:
            raise StoreBusy

    inbox: Any = Busy()
    with pytest.raises(StoreBusy):
        await Terminal(lambda text: None).converse(inbox, lines("hoi"), "nl")


@pytest.mark.parametrize(
    "fault", [BrokenPipeError(), ValueError("I/O operation on closed file"), OSError(5, "i/o")]
)
async def test_closed_output_does_not_hang_the_conversation(fault: Exception) -> None:
    def write(text: str) -> None:
        raise fault

    terminal = Terminal(write)
    talker = Talker(terminal)

    await talk(terminal, talker, "hoi")

    assert [one.text for one in talker.taken] == ["start", "hoi"]


async def test_options_come_as_numbers() -> None:
    printed: list[str] = []
    terminal = Terminal(printed.append)
    message = Message("Doe je mee?", (Option("yes", "Ja"), Option("no", "Nee")))

    for piece in fit(message, terminal.can):
        await terminal.send(TO, piece)

    assert printed == ["\nDoe je mee?\n\n1. Ja\n2. Nee\n\n"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hoi\nja\n", ["hoi", "ja"]),
        ("hoi", ["hoi"]),
        ("\n  \n\thoi \n\n", ["hoi"]),
        ("", []),
        ("een\r\ntwee\r\n", ["een", "twee"]),
        ("x" * 100_000 + "\nja", ["x" * 100_000, "ja"]),
        ("\ud800\x00\x1b[2J\n", ["\ud800\x00\x1b[2J"]),
    ],
)
async def test_typed_lines_are_read_to_the_end(typed: str, read: list[str]) -> None:
    assert [line async for line in typed_lines(io.StringIO(typed))] == read


async def test_terminal_is_always_there() -> None:
    assert await Terminal(lambda text: None).check() is None
