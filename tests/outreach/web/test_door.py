import asyncio

import pytest

from outreach.web import door as door_of_web
from outreach.web.door import (
    BEYOND,
    GRACE_SECONDS,
    HEAD_SECONDS,
    Connection,
    Door,
    State,
)
from tests.clock import Seconds

IDLE, HEAD, BODY, STREAM, WORK = State


class Line(asyncio.Transport):
    """One end of a connection that nobody has at the other end."""

    def __init__(self, client: str) -> None:
        super().__init__({"peername": (client, 1)})
        self.gone = False
        self.unread = 0

    def get_write_buffer_size(self) -> int:
        return self.unread

    def abort(self) -> None:
        self.gone = True


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


def come(door: Door, client: str, state: State = HEAD) -> Line:
    """Make a connection that does something."""
    line = Line(client)
    new = Connection(door, asyncio.Protocol)
    new.connection_made(line)
    new.turn(state)
    return line


def gone(lines: list[Line]) -> list[int]:
    return [place for place, line in enumerate(lines) if line.gone]


@pytest.mark.parametrize(
    ("states", "waits", "way"),
    [
        ([WORK, IDLE, IDLE], 0, 1),
        ([STREAM, BODY, HEAD, IDLE], 9, 3),
        ([STREAM, BODY, HEAD, WORK], 9, 2),
        ([STREAM, BODY, WORK], 9, 1),
        ([WORK, STREAM, STREAM], 0, 1),
        ([HEAD, BODY], GRACE_SECONDS - 1, None),
        ([WORK, WORK], 9, None),
    ],
)
def test_who_does_least_makes_way_for_who_comes(
    clock: Seconds, states: list[State], waits: float, way: int | None
) -> None:
    door = Door(len(states), alike=True, clock=clock)
    lines = [come(door, "proxy", state) for state in states]
    clock.now += waits

    lines.append(come(door, "proxy"))

    assert gone(lines) == [len(states) if way is None else way]


@pytest.mark.parametrize(("waits", "way"), [(GRACE_SECONDS - 1, 1), (GRACE_SECONDS, 0)])
def test_who_still_fetches_an_answer_is_not_idle_for_a_moment(
    clock: Seconds, waits: float, way: int
) -> None:
    door = Door(2, alike=True, clock=clock)
    lines = [come(door, "proxy", IDLE), come(door, "proxy", STREAM)]
    lines[0].unread = 1
    clock.now += waits

    lines.append(come(door, "proxy"))

    assert gone(lines) == [way]


def test_who_comes_and_goes_leaves_no_trace(clock: Seconds) -> None:
    door = Door(16, alike=False, clock=clock)
    door.busy = b"busy"
    for state in (WORK, IDLE):
        inside = [Connection(door, asyncio.Protocol) for _ in range(20)]
        for one in inside:
            one.connection_made(Line("a"))
            one.turn(state)
        for one in inside + inside:
            one.connection_lost(None)

    assert (door._of, door._extra.count, door._count, door.inside) == ({}, 0, 0, {})


def test_who_makes_way_is_found_without_asking_all(
    clock: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Connection] = []
    may_go = door_of_web._may_go

    def noted(one: Connection, now: float) -> bool:
        asked.append(one)
        return may_go(one, now)

    monkeypatch.setattr(door_of_web, "_may_go", noted)
    door = Door(500, alike=True, clock=clock)

    for _ in range(1_000):
        come(door, "proxy", WORK if len(asked) % 2 else STREAM)

    assert len(asked) <= 3 * 500


def test_one_client_gets_half_of_the_room_at_most(clock: Seconds) -> None:
    door = Door(8, alike=False, clock=clock)

    many = [come(door, "1.1.1.1", IDLE) for _ in range(20)]
    others = [come(door, f"2.2.2.{place}", IDLE) for place in range(4)]

    assert (gone(many), gone(others)) == (list(range(16)), [])


def test_full_house_asks_who_has_most(clock: Seconds) -> None:
    door = Door(6, alike=False, clock=clock)
    lines = [come(door, client, IDLE) for client in ("a", "b", "b", "c", "c", "c")]

    lines += [come(door, client, IDLE) for client in ("d", "e")]

    assert gone(lines) == [1, 3]


def test_who_left_leaves_room(clock: Seconds) -> None:
    door = Door(1, alike=True, clock=clock)
    first = Connection(door, asyncio.Protocol)
    first.connection_made(Line("a"))

    first.connection_lost(None)
    second = come(door, "a", WORK)

    assert (second.gone, len(door.inside)) == (False, 1)


def test_slow_head_ends_and_what_goes_on_does_not(clock: Seconds) -> None:
    door = Door(9, alike=True, clock=clock)
    lines = [come(door, "a", state) for state in State]
    clock.now += HEAD_SECONDS + 1

    door.look()
    heads = gone(lines)
    clock.now += 600
    door.look()

    assert (heads, gone(lines)) == ([HEAD], [IDLE, HEAD, BODY, WORK])


def test_first_byte_begins_a_request(clock: Seconds) -> None:
    door = Door(9, alike=True, clock=clock)
    one = Connection(door, asyncio.Protocol)
    one.connection_made(Line("a"))
    one.turn(IDLE)
    clock.now += 50

    one.data_received(b"G")
    first = (one.state, one.since)
    clock.now += 5
    one.data_received(b"E")

    assert (first, one.state, one.since) == ((HEAD, 150.0), HEAD, 150.0)


class Written(Line):
    """A line that keeps what is written to it."""

    def __init__(self) -> None:
        super().__init__("a")
        self.told = b""

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.told += data

    def write_eof(self) -> None:
        self.gone = True


def ask(door: Door, request: bytes) -> tuple[Connection, Written]:
    line = Written()
    one = Connection(door, asyncio.Protocol)
    one.connection_made(line)
    one.data_received(request)
    return one, line


NEW, KNOWN, HEALTH = b"GET / ", b"GET / HTTP/1.1\r\nCookie: kansenbode=x", b"GET /health HTTP/1.1"
END = b"\r\n\r\n"


def test_crowd_is_asked_to_come_back_and_who_talks_already_is_let_in() -> None:
    door = Door(99, alike=True, most_asking=2)
    door.busy = b"busy"

    told = [
        ask(door, request + END)[1].told
        for request in (NEW, NEW, NEW, KNOWN, HEALTH, KNOWN, HEALTH)
    ]

    assert told == [b"", b"", b"busy", b"", b"", b"busy", b"busy"]


def test_who_is_one_too_many_of_a_client_is_told_so_while_there_is_room(clock: Seconds) -> None:
    door = Door(16, alike=False, clock=clock)
    door.busy = b"busy"
    working = [come(door, "a", WORK) for _ in range(8)]

    told = [ask(door, NEW) for _ in range(6)]
    others = [come(door, f"2.2.2.{place}", WORK) for place in range(4)]

    assert [(line.told, line.gone) for _, line in told] == [(b"busy", True)] * 4 + [(b"", True)] * 2
    assert (gone(working), gone(others)) == ([], [])


def test_who_finds_the_house_full_is_told_so_and_has_the_time_to_read_it(clock: Seconds) -> None:
    door = Door(4, alike=True, clock=clock)
    door.busy = b"busy"
    working = [come(door, "proxy", WORK) for _ in range(4)]

    told = [ask(door, NEW) for _ in range(BEYOND + 1)]
    at_once = [line.told for _, line in told]
    clock.now += GRACE_SECONDS + 1
    door.look()
    _, later = ask(door, NEW)

    assert at_once == [b"busy"] * BEYOND + [b""]
    assert (gone(working), later.told) == ([], b"busy")


def test_who_is_told_to_come_back_makes_no_room_beyond_the_rest(clock: Seconds) -> None:
    door = Door(400, alike=False, clock=clock)
    door.busy = b"busy"
    for client in ("a", "b"):
        for _ in range(250):
            ask(door, NEW)
            come(door, client, WORK)

    lines = [come(door, f"2.2.2.{place}", WORK) for place in range(200)]

    assert (door._count <= 400 + BEYOND, gone(lines) != []) == (True, True)


def test_only_who_waits_for_an_answer_makes_a_crowd() -> None:
    door = Door(99, alike=True, most_asking=1)
    door.busy = b"busy"

    ask(door, NEW)
    counts = [door.asking]
    asking, _ = ask(door, NEW + END)
    for state in (WORK, BODY, WORK, STREAM, WORK, IDLE):
        asking.turn(state)
        counts.append(door.asking)
    gone_away, _ = ask(door, NEW + END)
    gone_away.connection_lost(None)

    assert (counts, door.asking, ask(door, NEW + END)[1].told) == ([0, 1, 0, 1, 0, 1, 0], 0, b"")
