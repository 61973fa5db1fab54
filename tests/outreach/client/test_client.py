"""What a server is asked, over which connections, and how all of it ends."""

import asyncio
import logging
import ssl
import traceback
from pathlib import Path
from typing import Any

import pytest
from yarl import URL

from outreach.client.answer import NoAnswer
from outreach.client.client import Client, head
from outreach.client.pool import Patience
from tests.certificates import make_certificate
from tests.outreach.client.asking import PATIENCE, Ours
from tests.outreach.client.odd_server import FINE, TOKEN, OddServer, Reply, Then, seen

pytestmark = pytest.mark.both_loops
SHORT = Patience(connect=0.1, silence=0.1)


def tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return make_certificate(tmp_path / "server.pem", "DNS:localhost")


async def refused(client: Client, address: str) -> str:
    """Why no answer comes, with all that is told of it."""
    with pytest.raises(NoAnswer) as error:
        await client.post(URL(address, encoded=True), b"{}")
    return "".join(traceback.format_exception(error.value))


async def test_call_is_one_request(ours: Ours) -> None:
    async with OddServer() as server:
        await ours.post(server.address, body=b'{"text":"hoi"}')
        host = URL(server.address).authority

    assert server.asked == [
        f"POST /bot{TOKEN}/sendMessage HTTP/1.1\r\nHost: {host}\r\n".encode()
        + b"User-Agent: kansenbode\r\nAccept-Encoding: identity\r\n"
        b"Content-Type: application/json\r\nContent-Length: 14\r\n\r\n"
        b'{"text":"hoi"}'
    ]


async def test_file_is_got_by_one_request(ours: Ours) -> None:
    async with OddServer() as server, Client(PATIENCE) as client:
        answer = await client.get(URL(server.address))
        host = URL(server.address).authority

    assert answer.status == 200
    assert server.asked == [
        f"GET /bot{TOKEN}/sendMessage HTTP/1.1\r\nHost: {host}\r\n".encode()
        + b"User-Agent: kansenbode\r\nAccept-Encoding: identity\r\n\r\n"
    ]


@pytest.mark.parametrize(
    ("address", "target", "host"),
    [
        ("https://api.telegram.org/bot1:a/getMe", "/bot1:a/getMe", "api.telegram.org"),
        ("https://api.telegram.org:443/x?y=%20", "/x?y=%20", "api.telegram.org"),
        ("http://127.0.0.1:8081", "/", "127.0.0.1:8081"),
        ("http://[::1]:8081/x", "/x", "[::1]:8081"),
        ("http://kansen.café/x", "/x", "kansen.xn--caf-dma"),
    ],
)
def test_head_names_what_is_asked_and_whom(address: str, target: str, host: str) -> None:
    assert head(URL(address)).startswith(f"POST {target} HTTP/1.1\r\nHost: {host}\r\n".encode())


def test_name_and_word_of_an_address_are_told_apart_from_it() -> None:
    told = head(URL("http://ada:ge%3Aheim@localhost/x"))

    assert told.endswith(b"\r\nAuthorization: Basic YWRhOmdlOmhlaW0=")
    assert b"Host: localhost\r\n" in told


@pytest.mark.parametrize("target", ["/a b", "/a\r\nX: y", "/é", "/\0"])
async def test_address_that_would_break_the_head_is_refused(target: str) -> None:
    async with Client() as client:
        told = await refused(client, f"http://127.0.0.1:9{target}")

    assert "no address" in told


@pytest.mark.parametrize("host", ["a..b", "x" * 70 + ".example", "256.256.256.256.example."])
async def test_name_that_is_none_is_no_connection(host: str) -> None:
    async with Client(SHORT) as client:
        assert "there is no connection" in await refused(client, f"http://{host}:9/x")


async def test_more_calls_than_connections_wait() -> None:
    async with OddServer() as server, Client(PATIENCE, most=2) as client:
        calls = [client.post(URL(server.address), b"{}") for _ in range(7)]
        got = await asyncio.gather(*calls)

    assert [answer.body for answer in got] == [b"fine"] * 7
    assert (server.connections, len(server.asked)) == (2, 7)


async def test_call_that_gave_up_leaves_its_place() -> None:
    async with OddServer(Reply(b"", "hang")) as server, Client(PATIENCE, most=1) as client:
        with pytest.raises(NoAnswer):
            await client.post(URL(server.address), b"{}", 0.05)
        got = await client.post(URL(server.address), b"{}")

    assert got.body == b"fine"


async def test_end_closes_all_and_ends_the_calls_under_way() -> None:
    async with OddServer(FINE, Reply(b"", "hang")) as server:
        async with Client(PATIENCE) as client:
            await client.post(URL(server.address), b"{}")
            under_way = asyncio.create_task(client.post(URL(server.address), b"{}"))
            await server.called(2)
        told = await refused(client, server.address)
        await server.left.wait()

        with pytest.raises(NoAnswer):
            await under_way
    assert "the client is closed" in told
    assert len(server.asked) == 2


async def test_client_that_closes_while_it_connects_leaves_nothing_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop, looking, found = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()
    look = loop.getaddrinfo

    async def slow(*words: Any, **more: Any) -> Any:
        looking.set()
        await found.wait()
        return await look(*words, **more)

    monkeypatch.setattr(loop, "getaddrinfo", slow)
    async with OddServer() as server:
        async with Client(PATIENCE) as client:
            late = asyncio.create_task(client.post(URL(server.address), b"{}"))
            await looking.wait()
        found.set()

        with pytest.raises(NoAnswer, match="closed"):
            await late
    assert server.asked == []


async def test_addresses_are_looked_up_once_and_tried_in_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop, asked = asyncio.get_running_loop(), []
    look = loop.getaddrinfo

    async def two(host: str, port: int, **more: Any) -> Any:
        if host != "localhost":
            # uvloop asks again while it connects
            return await look(host, port, **more)
        asked.append(host)
        # nobody listens at the first
        return [
            *await look("127.0.0.2", port, **more),
            *await look("127.0.0.1", port, **more),
        ]

    monkeypatch.setattr(loop, "getaddrinfo", two)
    async with OddServer() as server, Client(PATIENCE) as client:
        got = await asyncio.gather(*[client.post(URL(server.address), b"{}") for _ in range(20)])

    assert [answer.body for answer in got] == [b"fine"] * 20
    assert asked == ["localhost"]


async def test_tls_is_checked_and_its_connection_kept(certificate: Path) -> None:
    names: list[str | None] = []
    context = tls(certificate)
    context.sni_callback = lambda _, name, __: names.append(name)

    async with (
        OddServer(tls=context) as server,
        Client(PATIENCE, trust=lambda: trusting(certificate)) as client,
    ):
        got = [await client.post(URL(server.address), b"{}") for _ in range(3)]

    assert [answer.body for answer in got] == [b"fine"] * 3
    assert (server.connections, names) == (1, ["localhost"])


@pytest.mark.parametrize("then", ["close", "hang", "reset"])
async def test_answer_over_tls_that_breaks_is_none(certificate: Path, then: Then) -> None:
    half = Reply(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfi", then)

    async with (
        OddServer(half, tls=tls(certificate)) as server,
        Client(PATIENCE, trust=lambda: trusting(certificate)) as client,
    ):
        with pytest.raises(NoAnswer):
            await client.post(URL(server.address), b"{}", 0.1 if then == "hang" else None)
        after = await client.post(URL(server.address), b"{}")

    assert (after.body, len(server.asked), server.connections) == (b"fine", 2, 2)


async def test_certificate_of_a_stranger_is_refused(certificate: Path) -> None:
    async with OddServer(tls=tls(certificate)) as server, Client(PATIENCE) as client:
        told = await refused(client, server.address)

    assert ("CERTIFICATE_VERIFY_FAILED" in told, server.asked) == (True, [])


async def test_certificate_for_another_name_is_refused(tmp_path: Path) -> None:
    other = make_certificate(tmp_path / "other.pem", "DNS:other.example")

    async with (
        OddServer(tls=tls(other)) as server,
        Client(PATIENCE, trust=lambda: trusting(other)) as client,
    ):
        told = await refused(client, server.address)

    assert ("Hostname mismatch" in told, server.asked) == (True, [])


async def test_server_that_shakes_no_hands_is_given_up() -> None:
    """It accepts, and says nothing."""
    async with OddServer() as server, Client(SHORT) as client:
        told = await refused(client, server.address.replace("http:", "https:"))
        await server.left.wait()

    assert "there is no connection" in told


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"", "close"),
        Reply(b"", "reset"),
        Reply(b"", "hang"),
        Reply(b"<html>"),
        Reply(b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"),
    ],
)
async def test_token_is_told_nowhere(reply: Reply, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    asyncio.get_running_loop().set_debug(True)

    async with OddServer(reply) as server, Client(SHORT) as client:
        told = await refused(client, server.address)
        nobody = await refused(client, f"http://127.0.0.1:9/bot{TOKEN}/x")
        broken = await refused(client, f"http://127.0.0.1:9/bot{TOKEN}/ x")
        await seen()

    said = f"{told} {nobody} {broken} {caplog.text} {client!r}"
    # the test's own line that asks stands in it
    assert TOKEN not in said
