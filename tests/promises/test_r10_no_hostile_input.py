"""R10: no hostile input causes a 5xx, a stack trace or a silent bot, on any public route."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.server import build
from outreach.settings import Settings
from outreach.store.store import Store
from tests.promises.attacking import HOSTILE, TRIES, WORDS, Attack, form, is_kind, quoted

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")
FIELDS = (
    "text",
    "choice",
    "nonce",
    "seen",
    "na",
    "code",
    "opportunity",
    "taal",
    "terug",
    "language",
    "to",
    "x",
)


def routes(app_routes: Any) -> list[str]:
    return sorted({route.resource.canonical for route in app_routes if route.resource is not None})


@pytest.fixture
def paths(waterdam: Store, tmp_path: Path) -> list[str]:
    return routes(build(Settings(), tmp_path, waterdam).router.routes())


def test_every_route_is_attacked(paths: list[str]) -> None:
    assert len(paths) > 10
    assert {"/", "/chat", "/chat/start", "/chat/stream", "/c/{code}", "/taal", "/health"} <= set(
        paths
    )


def test_every_route_answers_every_method(attack: Attack, paths: list[str]) -> None:
    for path in paths:
        for method in METHODS:
            answer = attack(
                method,
                path.replace("{code}", "ABCD2345").replace("{id}", "1").replace("{name}", "x"),
            )
            assert is_kind(answer) or (method == "HEAD" and answer.status < 500), (
                method,
                path,
                answer,
            )


@TRIES
@given(data=st.data())
def test_hostile_paths_and_queries(attack: Attack, paths: list[str], data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths))
    for name in ("{code}", "{id}", "{name}"):
        path = path.replace(name, quoted(data.draw(WORDS)[:500]).decode())
    pairs = data.draw(
        st.lists(
            st.tuples(st.sampled_from(("plek", "thema", "na", "taal", "terug", "x")), WORDS),
            max_size=3,
        )
    )
    query = "&".join(f"{name}={quoted(value[:500]).decode()}" for name, value in pairs)

    answer = attack("GET", f"{path}?{query}")

    assert is_kind(answer), answer


@TRIES
@given(
    path=st.sampled_from(("/chat", "/chat/start", "/chat/weg", "/taal")),
    fields=st.dictionaries(
        st.one_of(st.sampled_from(FIELDS), st.text(max_size=8)), WORDS, max_size=6
    ),
    accept=st.sampled_from(("text/html", "application/json", "*/*", "\x7f", "")),
)
def test_hostile_forms(attack: Attack, path: str, fields: dict[str, str], accept: str) -> None:
    answer = attack("POST", path, form(**fields), {"Accept": accept})

    assert is_kind(answer), answer


@TRIES
@given(
    body=st.one_of(
        st.binary(max_size=500),
        st.recursive(st.none(), st.lists).map(lambda x: json.dumps(x).encode()),
    )
)
@pytest.mark.parametrize(
    "kind",
    ["application/x-www-form-urlencoded", "application/json", "multipart/form-data", "x", ""],
)
def test_hostile_bodies(attack: Attack, kind: str, body: bytes) -> None:
    for path in ("/chat", "/chat/start", "/taal"):
        answer = attack("POST", path, body, {"Content-Type": kind})
        assert is_kind(answer), answer


@TRIES
@given(
    name=st.sampled_from(
        (
            "Cookie",
            "Accept-Language",
            "Accept",
            "Last-Event-ID",
            "User-Agent",
            "Referer",
            "Origin",
            "Sec-Fetch-Site",
            "X-Forwarded-For",
            "Range",
            "If-None-Match",
            "Content-Type",
            "Accept-Encoding",
            "Expect",
            "Upgrade",
            "If-Modified-Since",
        )
    ),
    value=st.one_of(
        st.sampled_from(HOSTILE),
        st.text(max_size=100),
        st.just('kansenbode="\\'),
        st.just("nl;q=١"),
    ),
)
def test_hostile_headers(attack: Attack, name: str, value: str) -> None:
    line = (
        "".join(letter for letter in value if letter not in "\r\n\x00")
        .encode("utf-8", "replace")
        .decode("latin-1")[:6_000]
    )

    for method, path in (
        ("GET", "/"),
        ("GET", "/chat"),
        ("GET", "/chat/stream"),
        ("GET", "/c/ABCD2345"),
        ("GET", "/ocds.json"),
        ("POST", "/chat"),
    ):
        assert is_kind(attack(method, path, headers={name: line})), (method, path)


@pytest.mark.parametrize("size", [1 << 16, 1 << 20, 5 << 20])
def test_huge_body_is_refused_kindly(attack: Attack, size: int) -> None:
    answer = attack("POST", "/chat", b"text=" + b"x" * size)

    assert (answer.status, is_kind(answer)) == (413, True)


@pytest.mark.parametrize(
    "raw",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET /%ff%00%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        (
            b"POST /chat HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: "
            b"close\r\n\r\nzz\r\n"
        ),
        b"POST /chat HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /chat HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 20_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
    ids=[
        "no-host",
        "path",
        "chunks",
        "length",
        "two-lengths",
        "tls",
        "version",
        "proxy",
        "header",
        "line",
    ],
)
async def test_broken_http_is_refused(
    waterdam: Store, open_house: Callable[..., Any], raw: bytes
) -> None:
    async with open_house(waterdam) as enter:
        port = int(enter().address.rpartition(":")[2])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(raw)
        async with asyncio.timeout(20):
            head = await reader.readline()
        writer.close()

    assert head.startswith(b"HTTP/1.")
    assert int(head.split()[1]) < 500
