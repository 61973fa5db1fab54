import asyncio

from structlog.testing import capture_logs

from content.texts import Texts
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.web.app import headers_of, make_app
from outreach.web.serving import SELDOM_SECONDS, Seldom, _busy_page


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


async def test_busy_page_is_a_whole_answer_like_any_other(store: Store) -> None:
    async def well() -> bool:
        return True

    app = make_app(Settings.demo(), Texts(organisation="Gemeente Waterdam"), store, healthy=well)

    head, _, body = _busy_page(app).partition(b"\r\n\r\n")

    status, *lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    assert (status, headers["Retry-After"], headers["Connection"]) == ("HTTP/1.1 503 Service Unavailable", "5", "close")
    assert headers_of(app).items() <= headers.items()
    assert (int(headers["Content-Length"]), "Het is nu te druk" in body.decode()) == (len(body), True)
