"""We answer what aiohttp would answer by itself: our headers, a kind page, nothing logged."""

import asyncio
import gzip
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from content.log import GATE, MOST
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.web.app import HEADERS, make_app
from tests.outreach.conftest import TEXTS, well
from tests.webclient import WebClient

pytestmark = pytest.mark.both_loops
SECRET = "GEHEIM-0c8f"
HOST = "Host: x\r\n"
POST = f"POST /raw HTTP/1.1\r\n{HOST}"
PACKED = gzip.compress(b"text=hoi" * 50)
REFUSED = {
    "control in cookie": f"GET / HTTP/1.1\r\n{HOST}Cookie: kansenbode={SECRET}\x01\r\n\r\n",
    "control in path": f"GET /chat/back/{SECRET}\x01 HTTP/1.1\r\n{HOST}\r\n",
    "control in name": f"GET / HTTP/1.1\r\n{HOST}A\x01: {SECRET}\r\n\r\n",
    "nothing in path": f"GET /{SECRET}\0 HTTP/1.1\r\n{HOST}\r\n",
    "bytes in path": f"GET /{SECRET}\xff HTTP/1.1\r\n{HOST}\r\n",
    "long line": f"GET /{SECRET}{'a' * 9_000} HTTP/1.1\r\n{HOST}\r\n",
    "slashes": f"GET /{SECRET}{'/' * 30_000} HTTP/1.1\r\n{HOST}\r\n",
    "long header": f"GET / HTTP/1.1\r\n{HOST}X: {SECRET}{'a' * 40_000}\r\n\r\n",
    "many headers": f"GET / HTTP/1.1\r\n{HOST}"
    + "".join(f"X{n}: {SECRET}\r\n" for n in range(300))
    + "\r\n",
    "folded header": f"GET / HTTP/1.1\r\n{HOST}X: a\r\n {SECRET}\r\n\r\n",
    "expectation": f"{POST}Expect: {SECRET}\r\nContent-Length: 0\r\n\r\n",
    "bad chunk": f"{POST}Transfer-Encoding: chunked\r\n\r\n{SECRET}\r\n",
    "two lengths": f"{POST}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "bad length": f"{POST}Content-Length: {SECRET}\r\n\r\n",
    "unknown transfer": f"{POST}Transfer-Encoding: {SECRET}\r\n\r\n",
    "HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "TLS": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + "a" * 100,
    "CONNECT": f"CONNECT x:443 HTTP/1.1\r\n{HOST}\r\n",
    "bad address": f"GET http://[::1/{SECRET} HTTP/1.1\r\n{HOST}\r\n",
    "bad port": f"GET http://x:99999/{SECRET} HTTP/1.1\r\n{HOST}\r\n",
    "no slash": f"GET {SECRET} HTTP/1.1\r\n{HOST}\r\n",
    "version": f"GET /{SECRET} HTTP/9.9\r\n{HOST}\r\n",
    "method": f"G(T /{SECRET} HTTP/1.1\r\n{HOST}\r\n",
    "no host": f"GET /{SECRET} HTTP/1.1\r\n\r\n",
    "two hosts": f"GET /{SECRET} HTTP/1.1\r\n{HOST}{HOST}\r\n",
    "after a good one": (
        f"GET /health HTTP/1.1\r\n{HOST}Connection: keep-alive\r\n\r\n{SECRET}\r\n\r\n"
    ),
}
BODIES = {
    "br": ("br", b"\x0b\x02\x80abc\x03"),
    "zstd": ("zstd", b"\x28\xb5\x2f\xfd"),
    "rubbish": ("gzip", b"\x1f\x8bnonsense"),
    "cut": ("gzip", PACKED[:20]),
    "flipped": ("gzip", PACKED[:12] + b"\xff\xff" + PACKED[14:]),
    "one byte": ("gzip", b"\x1f"),
    "wrong sum": ("gzip", PACKED[:-6] + b"x" + PACKED[-5:]),
    "rubbish behind": ("gzip", PACKED + b"more" * 9),
    "twice": ("gzip", PACKED + PACKED),
    "deflate": ("deflate", b"\xff" * 9),
    "bomb": ("gzip", gzip.compress(b"a" * 30_000_000)),
}


async def ask(client: WebClient, raw: bytes) -> str:
    """Send bytes as they are; return all that comes back until the other side closes."""
    reader, writer = await asyncio.open_connection(client.host, client.port)
    writer.write(raw)
    answer = b""
    try:
        async with asyncio.timeout(10):
            while b"</html>" not in answer and b"gelezen" not in answer:
                more = await reader.read(65_536)
                if not more:
                    break
                answer += more
    finally:
        writer.close()
    return answer.decode("latin-1")


async def raw_body(request: web.Request) -> web.Response:
    await request.read()
    return web.Response(text="gelezen")


@pytest.fixture
async def client(store: Store) -> AsyncIterator[WebClient]:
    app = make_app(Settings.demo(), TEXTS, store, healthy=well)
    app.router.add_post("/raw", raw_body)
    async with TestClient(TestServer(app)) as client:
        yield client


@pytest.mark.parametrize("name", REFUSED)
async def test_what_cannot_be_read_gets_our_page_with_our_headers_and_leaves_no_trace(
    client: WebClient,
    name: str,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = await ask(client, REFUSED[name].encode("latin-1"))

    head, _, body = answer.rpartition("\r\n\r\n")
    told = capsys.readouterr()
    assert "HTTP/1.0 4" in head or "HTTP/1.1 4" in head
    assert [
        f"{key}: {value}" for key, value in HEADERS.items() if f"{key}: {value}" not in head
    ] == []
    assert ("Server: kansenbode" in head, "aiohttp" in answer, "Python" in answer) == (
        True,
        False,
        False,
    )
    assert "<h1>" in body
    assert SECRET not in answer + told.err + told.out + caplog.text


async def test_who_says_nothing_of_a_language_reads_both(client: WebClient) -> None:
    answer = (await ask(client, REFUSED["method"].encode())).encode("latin-1").decode("utf-8")

    assert "Er ging iets mis met wat je stuurde." in answer
    assert '<p lang="en">Something was wrong with what you sent' in answer


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("name", BODIES)
async def test_body_that_is_not_what_its_headers_say_is_no_fault_of_ours(
    client: WebClient, name: str, chunked: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    encoding, body = BODIES[name]
    head = f"{POST}Content-Encoding: {encoding}\r\n"
    length = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {len(body)}"
    sent = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if chunked else body

    answer = await ask(client, f"{head}{length}\r\n\r\n".encode() + sent)

    # What is cut off is read as far as it goes.
    right = {"bomb": "413", **dict.fromkeys(("cut", "one byte"), "200")}.get(name, "400")
    assert answer.split(" ")[1] in (
        (right, "200") if name in ("rubbish behind", "twice") else (right,)
    )
    assert "Server: kansenbode" in answer
    assert len(capsys.readouterr().err.splitlines()) <= 2


async def test_flood_of_bad_requests_is_a_few_lines(
    client: WebClient, capsys: pytest.CaptureFixture[str]
) -> None:
    GATE.sum_up()
    capsys.readouterr()
    for _ in range(60):
        await ask(client, REFUSED["method"].encode())
    GATE.sum_up()

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == MOST + 1
    assert lines[-1].endswith("request.unread ×60 in the last minute")


async def test_applications_of_others_answer_as_aiohttp_made_them() -> None:
    async with TestClient(TestServer(web.Application())) as client:
        answer = await ask(client, b"G(T / HTTP/1.1\r\nHost: x\r\n\r\n")

    assert "Invalid method encountered" in answer
