"""Serve the application on a port until it is stopped: how many connections, and how it ends."""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable
from typing import Any, cast

from aiohttp import web

from content.log import log
from outreach.store.meanwhile import meanwhile
from outreach.web.app import NAME, headers_of
from outreach.web.attended import DOOR
from outreach.web.door import Door
from outreach.web.errors import error_page
from outreach.web.files import room_for_visitors
from outreach.web.keys import PAGES, SETTINGS, STORE
from outreach.web.loop import fastest
from outreach.web.pace import PACE, WebPace

KEEPALIVE_SECONDS = 75.0
FINISH_SECONDS = 3.0
"""How long shutdown waits for requests while new ones are still taken: nobody else would take them.
"""
END_SECONDS = 1.5
"""How long they get after that, twice: a post that is half sent ends here."""
LOOKS = 60
BUSY_SECONDS = 5
LONGEST_KIND = 60


Tell = Callable[[int], None]


def serve_app(app: web.Application, host: str, port: int, tell: Tell, pace: WebPace = PACE) -> None:
    """Serve until this process is told to stop; `tell` is called with the port once it listens.

    Raises OSError if it cannot listen there; then nothing of the application was started.
    """
    loop = fastest()

    def listens(at: int) -> None:
        log.info("served", loop=loop.name, version=loop.version)
        tell(at)

    with asyncio.Runner(loop_factory=loop.make) as runner:
        runner.run(_serve(app, host, port, listens, pace))


async def _serve(app: web.Application, host: str, port: int, tell: Tell, pace: WebPace) -> None:
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, told.set)
    loop.set_exception_handler(tell_of_loop)
    # it warns at each write to a closed connection
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    alike = app[SETTINGS].behind_proxy
    app[DOOR] = door = Door(room_for_visitors(), alike=alike, most_asking=pace.asking)
    door.busy = _busy_page(app)
    runner = web.AppRunner(
        app, access_log=None, shutdown_timeout=END_SECONDS, keepalive_timeout=KEEPALIVE_SECONDS
    )

    def meet() -> asyncio.Protocol:
        return cast(web.Server, runner.server)()

    # the port is taken first: a start that fails there must not have sent or fetched anything
    listening = await loop.create_server(door.wrap(meet), host, port, start_serving=False)
    try:
        await runner.setup()
        await listening.start_serving()
        tell(listening.sockets[0].getsockname()[1])
        async with meanwhile(app[STORE].vigil.task("door", door.watch)):
            await told.wait()
            _end_anyway(pace.end)
            await _finish(door)
            listening.close()
    finally:
        listening.close()
        await runner.cleanup()


def _busy_page(app: web.Application) -> bytes:
    """Return the whole response for too many requests, made beforehand."""
    language, address = app[PAGES].languages[0], app[SETTINGS].base_url
    body = error_page(app[PAGES], "page-error-503", language, address, everybody=True)
    own = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": language,
        "Cache-Control": "no-store",
    }
    own |= {
        "Retry-After": str(BUSY_SECONDS),
        "Content-Length": str(len(body)),
        "Connection": "close",
        "Server": NAME,
    }
    lines = [f"{name}: {value}" for name, value in (headers_of(app) | own).items()]
    return "\r\n".join(["HTTP/1.1 503 Service Unavailable", *lines, "", ""]).encode() + body


def _end_anyway(seconds: float) -> None:
    last = threading.Timer(seconds, _cut_off)
    last.daemon = True
    last.start()


def _cut_off() -> None:
    log.warning("end cut off")
    os._exit(0)


async def _finish(door: Door) -> None:
    """Wait a moment for requests from before now."""
    since = door.clock()
    for _ in range(LOOKS):
        if not door.under_way(since):
            return
        await asyncio.sleep(FINISH_SECONDS / LOOKS)


def tell_of_loop(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log errors that the event loop reports."""
    # cut before the arguments of a callback: they may be what somebody wrote
    what = str(context.get("message", "")).partition(" callback ")[0][:LONGEST_KIND]
    log.error("loop met an error", what=what, error=type(context.get("exception")).__name__)
