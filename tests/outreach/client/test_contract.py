"""Our client and aiohttp's do the same with any answer; where they differ, the table says so."""

import asyncio
from dataclasses import dataclass

import pytest

from tests.botapi.server import BotApi
from tests.outreach.client.asking import Got, Way
from tests.outreach.client.odd_server import FINE, OddServer, Reply, Then, seen
from tests.proxy import (
    BROKEN,
    HALF,
    HANG,
    PAGE,
    PASS,
    RESET_AFTER,
    RESET_BEFORE,
    SLOW,
    TOO_MANY,
    UNAUTHORISED,
    FaultProxy,
)

pytestmark = pytest.mark.both_loops
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
SIZED = OK + b"Content-Length: 4\r\n"
BODY = b"\r\nbody"
GOT = (200, b"body")
KEPT, CLOSED = 1, 2
"""Connections that two calls need."""
SHORT, LONG = 0.1, 1_000
"""Seconds of silence; bytes that are not sent one by one."""


@dataclass(frozen=True)
class Case:
    """What a server sends; what a client makes of it, and how many connections two calls take.

    `differs`: what aiohttp does instead, which ours is not to do.
    """

    name: str
    sent: bytes
    got: Got = GOT
    connections: int = KEPT
    then: Then = "keep"
    differs: str = ""


CASES = (
    Case("length", SIZED + BODY),
    Case("empty", OK + b"Content-Length: 0\r\n\r\n", (200, b"")),
    Case("other cases", OK + b"CONTENT-length:4 \r\n" + BODY),
    Case("no reason", b"HTTP/1.1 200\r\nContent-Length: 4\r\n" + BODY),
    Case("refusal", b"HTTP/1.1 403 Forbidden\r\nContent-Length: 4\r\n" + BODY, (403, b"body")),
    Case("redirect", b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", (302, b"")),
    Case("chunks", CHUNKED + b"2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n"),
    Case("extensions and trailers", CHUNKED + b"4;a=b\r\nbody\r\n0;c\r\nX: y\r\n\r\n"),
    Case("sizes in letters", CHUNKED + b"00A\r\n0123456789\r\n0\r\n\r\n", (200, b"0123456789")),
    Case("until the end", OK + BODY, GOT, CLOSED, "close"),
    Case("until half an end", OK + BODY, GOT, CLOSED, "half close"),
    Case("nothing until the end", OK + b"\r\n", (200, b""), CLOSED, "close"),
    Case("until a reset", OK + BODY, None, CLOSED, "reset", differs="takes it for whole"),
    Case("says close", SIZED + b"Connection: close\r\n" + BODY, GOT, CLOSED, "close"),
    Case("says close, stays", SIZED + b"Connection: close\r\n" + BODY, GOT, CLOSED),
    Case("old", b"HTTP/1.0 200 OK\r\nContent-Length: 4\r\n" + BODY, GOT, CLOSED),
    Case("old, kept", b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 4\r\n" + BODY),
    Case("old, until the end", b"HTTP/1.0 200 OK\r\n" + BODY, GOT, CLOSED, "close"),
    Case("closes in silence", SIZED + BODY, GOT, CLOSED, "close"),
    Case("closes half in silence", SIZED + BODY, GOT, CLOSED, "half close"),
    Case("204", b"HTTP/1.1 204 No Content\r\n\r\n", (204, b"")),
    Case("304 with a length", b"HTTP/1.1 304 No\r\nContent-Length: 4\r\n\r\n", (304, b"")),
    Case("100 before", b"HTTP/1.1 100 Continue\r\n\r\n" + SIZED + BODY),
    Case("103 before", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + SIZED + BODY),
    Case("100 and the end", b"HTTP/1.1 100 Continue\r\n\r\n", None, CLOSED, "close"),
    Case(
        "101",
        b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        None,
        CLOSED,
        differs="gives it as the answer",
    ),
    Case("nothing", b"", None, CLOSED, "close"),
    Case("nothing, reset", b"", None, CLOSED, "reset"),
    Case("nothing, half closed", b"", None, CLOSED, "half close"),
    Case("nothing ever", b"", None, CLOSED, "hang"),
    Case("ends in the first line", b"HTTP/1.1 20", None, CLOSED, "close"),
    Case("ends in the head", SIZED, None, CLOSED, "close"),
    Case("ends before the body", SIZED + b"\r\n", None, CLOSED, "close"),
    Case("ends in the body", SIZED + b"\r\nbo", None, CLOSED, "close"),
    Case("reset in the body", SIZED + b"\r\nbo", None, CLOSED, "reset"),
    Case("half closed in the body", SIZED + b"\r\nbo", None, CLOSED, "half close"),
    Case("hangs in the head", SIZED, None, CLOSED, "hang"),
    Case("hangs in the body", SIZED + b"\r\nbo", None, CLOSED, "hang"),
    Case("ends in a size", CHUNKED + b"4", None, CLOSED, "close"),
    Case("ends in a chunk", CHUNKED + b"4\r\nbo", None, CLOSED, "close"),
    Case("ends after a chunk", CHUNKED + b"4\r\nbody\r\n", None, CLOSED, "close"),
    Case("ends in the last chunk", CHUNKED + b"4\r\nbody\r\n0\r\n", None, CLOSED, "close"),
    Case("two at once", (SIZED + BODY) * 2, GOT, CLOSED, differs="ends the next call with it"),
    Case(
        "garbage after",
        SIZED + BODY + b"<html>",
        GOT,
        CLOSED,
        differs="refuses both, if they come at once",
    ),
    Case(
        "garbage after close",
        SIZED + b"Connection: close\r\n" + BODY + b"x",
        GOT,
        CLOSED,
        differs="refuses both, if they come at once",
    ),
    Case(
        "body with 204",
        b"HTTP/1.1 204 No\r\nContent-Length: 4\r\n" + BODY,
        (204, b""),
        CLOSED,
        differs="refuses it, if it comes at once",
    ),
    Case("long head", SIZED + b"X: %b\r\n" % (b"x" * 6_000) + BODY),
    Case("gigantic field", SIZED + b"X: %b\r\n" % (b"x" * 100_000) + BODY, None, CLOSED),
    Case("gigantic head", SIZED + b"X: 0123456789\r\n" * 10_000 + BODY, None, CLOSED),
    Case("gigantic trailers", CHUNKED + b"0\r\n" + b"X: 0123456789\r\n" * 10_000, None, CLOSED),
    Case("length twice", SIZED + b"Content-Length: 4\r\n" + BODY, None, CLOSED),
    Case("two lengths", SIZED + b"Content-Length: 2\r\n" + BODY, None, CLOSED),
    Case("list of lengths", OK + b"Content-Length: 4, 4\r\n" + BODY, None, CLOSED),
    Case("signed length", OK + b"Content-Length: +4\r\n" + BODY, None, CLOSED),
    Case("endless length", OK + b"Content-Length: %d\r\n" % 10**30 + BODY, None, CLOSED),
    Case("length and chunks", SIZED + CHUNKED[len(OK) :] + b"4\r\nbody\r\n0\r\n\r\n", None, CLOSED),
    Case(
        "packed on the way",
        OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        None,
        CLOSED,
        differs="gives what is packed",
    ),
    Case(
        "chunks twice",
        OK + 2 * CHUNKED[len(OK) : -2] + b"\r\n0\r\n\r\n",
        None,
        CLOSED,
        differs="reads it somehow",
    ),
    Case(
        "bad size",
        CHUNKED + b"-4\r\nbody\r\n0\r\n\r\n",
        None,
        CLOSED,
        differs="waits for ever, if it comes after the head",
    ),
    Case(
        "endless size",
        CHUNKED + b"f" * 30 + b"\r\nbody\r\n0\r\n\r\n",
        None,
        CLOSED,
        differs="waits for ever, if it comes after the head",
    ),
    Case(
        "chunk too long",
        CHUNKED + b"2\r\nbody\r\n0\r\n\r\n",
        None,
        CLOSED,
        differs="waits for ever, if it comes after the head",
    ),
    Case(
        "folded",
        OK + b"X: a\r\n b\r\nContent-Length: 4\r\n" + BODY,
        None,
        CLOSED,
        differs="reads it",
    ),
    Case(
        "folded length", OK + b"Content-Length:\r\n 4\r\n" + BODY, None, CLOSED, differs="reads it"
    ),
    Case(
        "bare line ends",
        b"HTTP/1.1 200 OK\nContent-Length: 4\n\nbody",
        None,
        CLOSED,
        differs="reads it",
    ),
    Case(
        "space before colon",
        OK + b"Content-Length : 4\r\n" + BODY,
        None,
        CLOSED,
        differs="reads it",
    ),
    Case("no colon", OK + b"X\r\nContent-Length: 4\r\n" + BODY, None, CLOSED),
    Case("NUL", OK + b"X: \0\r\nContent-Length: 4\r\n" + BODY, None, CLOSED),
    Case("no HTTP", b"<html><h1>502</h1></html>\r\n\r\n", None, CLOSED),
    Case("HTTP/1.9", b"HTTP/1.9 200 OK\r\nContent-Length: 4\r\n" + BODY, None, CLOSED),
    Case(
        "status of four digits", b"HTTP/1.1 2000 OK\r\nContent-Length: 4\r\n" + BODY, None, CLOSED
    ),
    Case(
        "status 99",
        b"HTTP/1.1 099 OK\r\nContent-Length: 4\r\n" + BODY,
        None,
        CLOSED,
        differs="gives it as it is",
    ),
    Case(
        "status 999",
        b"HTTP/1.1 999 OK\r\nContent-Length: 4\r\n" + BODY,
        None,
        CLOSED,
        differs="gives it as it is",
    ),
)
RUNS = [
    pytest.param(way, case, one_by_one, id=f"{way}-{case.name}" + one_by_one * "-one by one")
    for case in CASES
    for way in (("ours",) if case.differs else ("ours", "theirs"))
    for one_by_one in ((False, True) if len(case.sent) < LONG else (False,))
]
FAULTS = {
    PASS: (200, 1),
    SLOW: (200, 1),
    TOO_MANY: (429, 0),
    BROKEN: (502, 0),
    UNAUTHORISED: (401, 0),
    PAGE: (502, 0),
    RESET_BEFORE: (None, 0),
    RESET_AFTER: (None, 1),
    HALF: (None, 1),
    HANG: (None, 1),
}
"""The status that is heard, and how often the call took effect."""


@pytest.mark.parametrize(("way", "case", "one_by_one"), RUNS, indirect=["way"])
async def test_answer_is_taken_or_refused(way: Way, case: Case, one_by_one: bool) -> None:
    silence = SHORT if case.then == "hang" else None

    async with OddServer(Reply(case.sent, case.then, one_by_one)) as server:
        first = await way.post(server.address, silence)
        await seen()
        second = await way.post(server.address)

    assert (first, server.connections) == (case.got, case.connections)
    assert (second, len(server.asked)) == ((200, b"fine"), 2)


@pytest.mark.parametrize("fault", FAULTS)
async def test_fault_on_the_way_is_met_once(way: Way, fault: str) -> None:
    async with BotApi(open_door=True) as api, FaultProxy(api.port) as proxy:
        address = f"http://127.0.0.1:{proxy.port}/bot{api.token}/sendMessage"
        proxy.next(fault)
        heard = await way.post(address, SHORT if fault == HANG else None)
        after = await way.post(address)

    assert ((heard and heard[0]), api.count()) == (FAULTS[fault][0], FAULTS[fault][1] + 1)
    assert (after and after[0], proxy.met.total()) == (200, 2)


@pytest.mark.parametrize("then", ["close", "reset", "half close"])
async def test_call_on_a_kept_connection_that_breaks_is_not_made_again(
    way: Way, then: Then
) -> None:
    async with OddServer(FINE, Reply(b"", then)) as server:
        got = [await way.post(server.address) for _ in range(3)]

    assert got == [(200, b"fine"), None, (200, b"fine")]
    assert (len(server.asked), server.connections) == (3, 2)


async def test_silence_is_counted_anew_for_each_call(way: Way) -> None:
    async with OddServer(FINE, Reply(b"", "hang"), Reply(b"", "hang")) as server:
        fine = await way.post(server.address)
        long = asyncio.create_task(way.post(server.address))
        await server.called(2)
        short = await way.post(server.address, SHORT)

        assert (fine, short, long.done()) == ((200, b"fine"), None, False)
        long.cancel()
        await asyncio.wait([long])


async def test_call_that_is_cancelled_closes_its_connection_only(way: Way) -> None:
    async with OddServer(Reply(SIZED, "hang"), FINE) as server:
        cancelled = asyncio.create_task(way.post(server.address))
        await server.called(1)
        other = await way.post(server.address)
        cancelled.cancel()
        await asyncio.wait([cancelled])
        await server.left.wait()
        after = await way.post(server.address)

    assert (cancelled.cancelled(), other, after) == (True, (200, b"fine"), (200, b"fine"))
    assert (len(server.asked), server.connections) == (3, 2)


async def test_calls_at_the_same_time_get_their_own_answers(way: Way) -> None:
    bodies = [b"%04d" % number for number in range(50)]
    sized = [Reply(SIZED + b"\r\n" + body) for body in bodies]

    async with OddServer(*sized) as server:
        got = await asyncio.gather(*[way.post(server.address) for _ in bodies])

    assert sorted(answer[1] for answer in got if answer) == bodies
    assert len(server.asked) == len(bodies)


async def test_large_body_arrives(way: Way) -> None:
    body = b'{"x":"%b"}' % (b"x" * 900_000)

    async with OddServer() as server:
        got = await way.post(server.address, body=body)

    assert (got, server.asked[0].partition(b"\r\n\r\n")[2] == body) == ((200, b"fine"), True)


async def test_large_answer_arrives(way: Way) -> None:
    body = b"x" * 5_000_000

    async with OddServer(Reply(OK + b"Content-Length: 5000000\r\n\r\n" + body)) as server:
        got = await way.post(server.address)

    assert got == (200, body)


async def test_nobody_there(way: Way) -> None:
    async with OddServer() as server:
        pass

    assert await way.post(server.address) is None
