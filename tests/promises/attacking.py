"""Hostile words, and what sends them to a server byte by byte as a stranger would."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web
from hypothesis import HealthCheck
from hypothesis import settings as bounded
from hypothesis import strategies as st

TRIES = bounded(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
HOSTILE = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\ud800",
    "\udfff tekst",
    "\u202eomgekeerd",
    "\u200b\u200d",
    "👨‍👩‍👧‍👦" * 50,
    "é" * 3_000,
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "${jndi:ldap://x}",
    "%s%n%x",
    "'; DROP TABLE person; --",
    "../../../etc/passwd",
    "/stop",
    "!human",
    "1.1.!forget",
    "0.0.",
    "1.1.",
    "-1",
    "9" * 24 + ".1.yes",
    "1" * 4_000,
    "x" * 4_000,
    "\r\nSet-Cookie: a=b",
    "true",
    "null",
    "[]",
    "\u0301" * 4_000,
    "ﷺ" * 500,
    "\ufeff",
    "٣",
    "１",
    "=cmd|'/c calc'!A1",
    "a\n" * 2_000,
    "stop",
    "vergeet mij",
    "ja",
    "terug",
    "menu",
    "mijn gegevens",
    "2 3 1",
    "👍",
)
WORDS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=300),
    st.binary(max_size=60).map(lambda b: b.decode("latin-1")),
)
TRACES = ("Traceback", "sqlalchemy", "sqlite3", "site-packages", "jinja2.exceptions")


@dataclass(frozen=True)
class Answer:
    status: int
    body: str
    headers: dict[str, str]


Attack = Callable[..., Answer]


async def started(runner: web.AppRunner) -> int:
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    return int(runner.addresses[0][1])


async def exchanged(port: int, sent: bytes) -> Answer:
    """Send a request and read to the end; a stream is read up to its first line."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        async with asyncio.timeout(20):
            writer.write(sent)
            await writer.drain()
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            lines = [line.partition(": ") for line in head.split("\r\n")[1:] if ": " in line]
            headers = {name.lower(): value for name, _, value in lines}
            stream = "text/event-stream" in headers.get("content-type", "")
            body = b"" if stream else await reader.read()
    finally:
        writer.close()
    return Answer(int(head.split(" ", 2)[1]), body.decode("utf-8", "replace"), headers)


def form(**fields: str) -> bytes:
    return b"&".join(quoted(name) + b"=" + quoted(value) for name, value in fields.items())


def quoted(text: str) -> bytes:
    return b"".join(b"%%%02X" % byte for byte in text.encode("utf-8", "surrogatepass"))


def is_kind(answer: Answer) -> bool:
    """True if an answer is no fault of ours, reveals nothing internal, and explains a refusal."""
    silent = (
        answer.status >= 400
        and "text/html" in answer.headers.get("content-type", "")
        and len(answer.body) < 200
    )
    return answer.status < 500 and not any(trace in answer.body for trace in TRACES) and not silent
