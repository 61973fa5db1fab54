"""A door around a real server: what each connection is said to do, and who is refused."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from outreach.web.attended import DOOR, attended
from outreach.web.body import BODY_SECONDS, read_body
from outreach.web.door import Door, State

pytestmark = pytest.mark.both_loops


@asynccontextmanager
async def house(
    door: Door, states: list[State], seconds: float = BODY_SECONDS
) -> AsyncIterator[int]:
    """Serve a page that reads a post, behind a door; notes what each connection did meanwhile."""

    async def show(request: web.Request) -> web.Response:
        states.extend(one.state for one in door.inside.values())
        return web.Response(body=await read_body(request, 10, seconds))

    app = web.Application(middlewares=[attended])
    app[DOOR] = door
    app.router.add_post("/", show)
    runner = web.AppRunner(app, access_log=None, lingering_time=0)
    await runner.setup()
    assert runner.server is not None
    server = await asyncio.get_running_loop().create_server(
        door.wrap(runner.server), "127.0.0.1", 0
    )
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await runner.cleanup()


async def post(port: int, text: bytes, length: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        b"POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
        % (length, text)
    )
    async with asyncio.timeout(10):
        answer = await reader.read()
    writer.close()
    return answer.split(b"\r\n")[0] + b" " + answer.rpartition(b"\r\n")[2]


async def test_request_is_attended_to_and_its_body_read() -> None:
    states: list[State] = []

    async with house(Door(9, alike=True), states) as port:
        answer = await post(port, b"tien", 4)

    assert (answer, states) == (b"HTTP/1.1 200 OK tien", [State.WORK])


async def test_body_that_does_not_come_or_is_too_large_is_refused() -> None:
    async with house(Door(9, alike=True), [], seconds=0.05) as port:
        answers = [await post(port, b"half", 8), await post(port, b"x" * 11, 11)]

    assert [answer.split(b" ", 2)[1] for answer in answers] == [b"408", b"413"]


async def test_full_house_takes_nobody_and_lets_in_who_comes_later() -> None:
    door = Door(1, alike=True)
    async with house(door, []) as port:
        _, waiting = await asyncio.open_connection("127.0.0.1", port)
        while_full = await post(port, b"vol", 3)
        waiting.close()
        await waiting.wait_closed()
        later = await post(port, b"leeg", 4)

    assert (while_full, later) == (b" ", b"HTTP/1.1 200 OK leeg")
