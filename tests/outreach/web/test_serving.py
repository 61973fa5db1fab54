import asyncio

from structlog.testing import capture_logs

from outreach.web.serving import SELDOM_SECONDS, Seldom


async def test_same_error_is_told_once_a_minute_with_how_often_it_was() -> None:
    now = 0.0
    loop, seldom = asyncio.get_running_loop(), Seldom(lambda: now)

    with capture_logs() as lines:
        for _ in range(1_000):
            seldom(loop, {"message": "socket.accept() out of system resource", "exception": OSError(24, "secret")})
        seldom(loop, {"message": "Exception in callback answer('secret')"})
        now = SELDOM_SECONDS
        seldom(loop, {"message": "socket.accept() out of system resource", "exception": OSError(24, "secret")})

    assert [(line["what"], line["error"], line["times"]) for line in lines] == [
        ("socket.accept() out of system resource", "OSError", 1),
        ("Exception in", "NoneType", 1),
        ("socket.accept() out of system resource", "OSError", 1_000),
    ]
