"""How long a connection waits and is kept, at a clock that a test moves."""

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest

from outreach.client.answer import NoAnswer
from outreach.client.connection import KEEP_SECONDS, Connection

FINE = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine"


class Wire(asyncio.Transport):
    """The other end: what was sent, and whether it was cut off."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[bytes] = []
        self.cut = False

    def write(self, data: "bytes | bytearray | memoryview[Any]") -> None:
        self.sent.append(bytes(data))

    def abort(self) -> None:
        self.cut = True


class Timer:
    def __init__(self, rings: float, ring: Callable[[], None]) -> None:
        self.rings, self.ring, self.cancelled = rings, ring, False

    def cancel(self) -> None:
        self.cancelled = True


class Clock:
    """A loop as far as a connection needs it; time passes as a test says."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.timers: list[Timer] = []

    def time(self) -> float:
        return self.now

    def create_future(self) -> "asyncio.Future[Any]":
        return asyncio.get_running_loop().create_future()

    def call_at(self, when: float, ring: Callable[[], None]) -> Timer:
        self.timers.append(Timer(when, ring))
        return self.timers[-1]

    def passes(self, seconds: float) -> None:
        self.now += seconds
        for timer in list(self.timers):
            if not timer.cancelled and timer.rings <= self.now:
                timer.cancel()
                timer.ring()


@pytest.fixture
async def clock() -> Clock:
    return Clock()


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
async def connection(clock: Clock, wire: Wire) -> Connection:
    connection = Connection(cast(asyncio.AbstractEventLoop, clock))
    connection.connection_made(wire)
    return connection


async def test_answer_is_waited_for_until_nothing_comes(
    clock: Clock, wire: Wire, connection: Connection
) -> None:
    answer = connection.ask(b"call", 60)
    for piece in (FINE[:10], FINE[10:20]):
        clock.passes(59)
        connection.data_received(piece)
    clock.passes(59)
    assert not answer.done()
    clock.passes(2)

    with pytest.raises(NoAnswer, match="nothing came"):
        await answer
    assert (wire.cut, connection.usable) == (True, False)


async def test_short_silence_is_kept_to_on_a_connection_that_waits_long(
    clock: Clock, connection: Connection
) -> None:
    first = connection.ask(b"call", 60)
    connection.data_received(FINE)
    second = connection.ask(b"call", 1)
    clock.passes(1)

    assert (await first).body == b"fine"
    with pytest.raises(NoAnswer):
        await second


async def test_unused_connection_is_closed(
    clock: Clock, wire: Wire, connection: Connection
) -> None:
    answer = connection.ask(b"call", 60)
    clock.passes(10)
    connection.data_received(FINE)
    clock.passes(KEEP_SECONDS - 1)
    assert (connection.usable, wire.cut) == (True, False)
    clock.passes(1)

    assert (await answer).status == 200
    assert (connection.usable, wire.cut) == (False, True)


async def test_calls_set_no_timer_each(clock: Clock, connection: Connection) -> None:
    for _ in range(100):
        answer = connection.ask(b"call", KEEP_SECONDS)
        connection.data_received(FINE)
        await answer

    assert len(clock.timers) == 1


async def test_what_nobody_asked_for_ends_the_connection(
    wire: Wire, connection: Connection
) -> None:
    connection.data_received(FINE)

    assert (wire.cut, connection.usable) == (True, False)


async def test_closed_connection_rings_no_more(clock: Clock, connection: Connection) -> None:
    connection.connection_lost(None)

    assert [timer for timer in clock.timers if not timer.cancelled] == []
    assert connection.gone.done()


async def test_answer_that_comes_after_a_cancel_is_nobodys(connection: Connection) -> None:
    answer = connection.ask(b"call", 60)
    answer.cancel()
    connection.data_received(FINE)
    connection.connection_lost(None)

    assert answer.cancelled()
