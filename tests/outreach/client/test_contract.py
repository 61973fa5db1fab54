"""Our client and aiohttp's do the same with any answer; where they differ, the table says so."""

import asyncio

import pytest

from tests.botapi.server import BotApi
from tests.outreach.client.asking import Way
from tests.outreach.client.cases import CASES, OK, SIZED, Case
from tests.outreach.client.odd_server import FINE, OddServer, Reply, Then, seen
from tests.proxy import FAULTS, HANG, FaultProxy

pytestmark = pytest.mark.both_loops
SHORT, LONG = 0.1, 1_000
"""Seconds of silence; bytes that are not sent one by one."""
RUNS = [
    pytest.param(way, case, one_by_one, id=f"{way}-{case.name}" + one_by_one * "-one by one")
    for case in CASES
    for way in (("ours",) if case.differs else ("ours", "theirs"))
    for one_by_one in ((False, True) if len(case.sent) < LONG else (False,))
]


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

    assert (heard and heard[0], api.count() - 1) == FAULTS[fault]
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
