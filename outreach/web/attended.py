"""What a request tells the door of its connection: what is done with it, until it is answered."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from aiohttp import web

from outreach.web.door import Door, State
from outreach.web.keys import Handler

DOOR = web.AppKey("door", Door)


@contextmanager
def doing(request: web.Request, state: State, then: State = State.WORK) -> Iterator[None]:
    """Set the state of a request's connection for the block, and after it to `then`."""
    # an application can be served without a door
    door = request.app.get(DOOR)
    here = None if door is None else door.inside.get(cast(asyncio.Protocol, request.protocol))
    if here is not None:
        here.turn(state)
    try:
        yield
    finally:
        if here is not None:
            here.turn(then)


def turned_away(app: web.Application, protocol: asyncio.Protocol) -> None:
    """Mark a connection as idle whose request was answered without asking a handler."""
    here = app[DOOR].inside.get(protocol) if DOOR in app else None
    if here is not None:
        here.turn(State.IDLE)


@web.middleware
async def attended(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Keep a connection open while its request is answered."""
    with doing(request, State.WORK, State.IDLE):
        return await handler(request)
