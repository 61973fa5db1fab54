import asyncio
import errno
import socket
from typing import Any

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from content.texts import Texts
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.web.app import headers_of, make_app
from outreach.web.serving import _busy_page, serve_app, tell_of_loop


async def test_what_a_loop_met_is_told_without_what_was_sent() -> None:
    loop = asyncio.get_running_loop()

    with capture_logs() as lines:
        tell_of_loop(
            loop,
            {
                "message": "socket.accept() out of system resource",
                "exception": OSError(24, "secret"),
            },
        )
        tell_of_loop(loop, {"message": "Exception in callback answer('secret')"})

    assert [(line["event"], line["what"], line["error"]) for line in lines] == [
        ("loop met an error", "socket.accept() out of system resource", "OSError"),
        ("loop met an error", "Exception in", "NoneType"),
    ]


def test_port_that_is_taken_is_told_before_anything_is_started(store: Store) -> None:
    async def well() -> bool:
        return True

    async def start(app: web.Application) -> None:
        told.append("started")

    told: list[Any] = []
    app = make_app(Settings.demo(), Texts(organisation="Gemeente Waterdam"), store, healthy=well)
    app.on_startup.append(start)

    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        capture_logs() as lines,
        pytest.raises(OSError, match="bind") as refused,
    ):
        serve_app(app, "127.0.0.1", other.getsockname()[1], told.append)

    assert refused.value.errno == errno.EADDRINUSE
    assert (told, [line["event"] for line in lines]) == ([], [])


async def test_busy_page_is_a_whole_answer_like_any_other(store: Store) -> None:
    async def well() -> bool:
        return True

    app = make_app(Settings.demo(), Texts(organisation="Gemeente Waterdam"), store, healthy=well)

    head, _, body = _busy_page(app).partition(b"\r\n\r\n")

    status, *lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    assert (status, headers["Retry-After"], headers["Connection"]) == (
        "HTTP/1.1 503 Service Unavailable",
        "5",
        "close",
    )
    assert headers_of(app).items() <= headers.items()
    assert (int(headers["Content-Length"]), "Het is nu te druk" in body.decode()) == (
        len(body),
        True,
    )
