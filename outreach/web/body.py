"""Read the body of a request, with a limit on its size and time."""

import asyncio

from aiohttp import web

from outreach.web.attended import doing
from outreach.web.door import State
from outreach.web.limits import BODY_LIMIT

BODY_SECONDS = 20.0
"""Enough for the longest form over the slowest of lines."""


async def read_body(
    request: web.Request, most: int = BODY_LIMIT, seconds: float = BODY_SECONDS
) -> bytes:
    """Read a body; answers 413 if it is too large, and 408 if it does not come."""
    body = bytearray()
    try:
        with doing(request, State.BODY):
            async with asyncio.timeout(seconds):
                async for chunk in request.content.iter_any():
                    body += chunk
                    if len(body) > most:
                        raise web.HTTPRequestEntityTooLarge(most, len(body))
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    return bytes(body)
