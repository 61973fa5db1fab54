"""Answers that a server may give, and what a client is to make of each."""

from dataclasses import dataclass

from tests.outreach.client.asking import Got
from tests.outreach.client.odd_server import Then

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
SIZED = OK + b"Content-Length: 4\r\n"
BODY = b"\r\nbody"
GOT = (200, b"body")
KEPT, CLOSED = 1, 2
"""Connections that two calls need."""


@dataclass(frozen=True)
class Case:
    """What a server sends; what a client makes of it, and how many connections two calls take.

    `differs`: what aiohttp does instead, which ours is not to do.
    """

    name: str
    sent: bytes
    got: Got = GOT
    connections: int = KEPT
    then: Then = "keep"
    differs: str = ""


CASES = (
    Case("length", SIZED + BODY),
    Case("empty", OK + b"Content-Length: 0\r\n\r\n", (200, b"")),
    Case("other cases", OK + b"CONTENT-length:4 \r\n" + BODY),
    Case("no reason", b"HTTP/1.1 200\r\nContent-Length: 4\r\n" + BODY),
    Case("refusal", b"HTTP/1.1 403 Forbidden\r\nContent-Length: 4\r\n" + BODY, (403, b"body")),
    Case("redirect", b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", (302, b"")),
    Case("chunks", CHUNKED + b"2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n"),
    Case("extensions and trailers", CHUNKED + b"4;a=b\r\nbody\r\n0;c\r\nX: y\r\n\r\n"),
    Case("sizes in letters", CHUNKED + b"00A\r\n0123456789\r\n0\r\n\r\n", (200, b"0123456789")),
    Case("until the end", OK + BODY, GOT, CLOSED, "close"),
    Case("until half an end", OK + BODY, GOT, CLOSED, "half close"),
    Case("nothing until the end", OK + b"\r\n", (200, b""), CLOSED, "close"),
    Case("until a reset", OK + BODY, None, CLOSED, "reset", differs="takes it for whole"),
    Case("says close", SIZED + b"Connection: close\r\n" + BODY, GOT, CLOSED, "close"),
    Case("says close, stays", SIZED + b"Connection: close\r\n" + BODY, GOT, CLOSED),
    Case("old", b"HTTP/1.0 200 OK\r\nContent-Length: 4\r\n" + BODY, GOT, CLOSED),
    Case("old, kept", b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 4\r\n" + BODY),
    Case("old, until the end", b"HTTP/1.0 200 OK\r\n" + BODY, GOT, CLOSED, "close"),
    Case("closes in silence", SIZED + BODY, GOT, CLOSED, "close"),
    Case("closes half in silence", SIZED + BODY, GOT, CLOSED, "half close"),
    Case("204", b"HTTP/1.1 204 No Content\r\n\r\n", (204, b"")),
    Case("304 with a length", b"HTTP/1.1 304 No\r\nContent-Length: 4\r\n\r\n", (304, b"")),
    Case("100 before", b"HTTP/1.1 100 Continue\r\n\r\n" + SIZED + BODY),
    Case("103 before", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + SIZED + BODY),
    Case("100 and the end", b"HTTP/1.1 100 Continue\r\n\r\n", None, CLOSED, "close"),
    Case(
        "101",
        b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        None,
        CLOSED,
        differs="gives it as the answer",
    ),
    Case("nothing", b"", None, CLOSED, "close"),
    Case("nothing, reset", b"", None, CLOSED, "reset"),
    Case("nothing, half closed", b"", None, CLOSED, "half close"),
    Case("nothing ever", b"", None, CLOSED, "hang"),
    Case("ends in the first line", b"HTTP/1.1 20", None, CLOSED, "close"),
    Case("ends in the head", SIZED, None, CLOSED, "close"),
    Case("ends before the body", SIZED + b"\r\n", None, CLOSED, "close"),
    Case("ends in the body", SIZED + b"\r\nbo", None, CLOSED, "close"),
    Case("reset in the body", SIZED + b"\r\nbo", None, CLOSED, "reset"),
    Case("half closed in the body", SIZED + b"\r\nbo", None, CLOSED, "half close"),
    Case("hangs in the head", SIZED, None, CLOSED, "hang"),
    Case("hangs in the body", SIZED + b"\r\nbo", None, CLOSED, "hang"),
    Case("ends in a size", CHUNKED + b"4", None, CLOSED, "close"),
    Case("ends in a chunk", CHUNKED + b"4\r\nbo", None, CLOSED, "close"),
    Case("ends after a chunk", CHUNKED + b"4\r\nbody\r\n", None, CLOSED, "close"),
    Case("ends in the last chunk", CHUNKED + b"4\r\nbody\r\n0\r\n", None, CLOSED, "close"),
    Case("two at once", (SIZED + BODY) * 2, GOT, CLOSED, differs="ends the next call with it"),
    Case(
        "garbage after",
        SIZED + BODY + b"<html>",
        GOT,
        CLOSED,
        differs="refuses both, if they come at once",
    ),
    Case(
        "garbage after close",
        SIZED + b"Connection: close\r\n" + BODY + b"x",
        GOT,
        CLOSED,
        differs="refuses both, if they come at once",
    ),
    Case(
        "body with 204",
        b"HTTP/1.1 204 No\r\nContent-Length: 4\r\n" + BODY,
        (204, b""),
        CLOSED,
        differs="refuses it, if it comes at once",
    ),
    Case("long head", SIZED + b"X: %b\r\n" % (b"x" * 6_000) + BODY),
    Case("gigantic field", SIZED + b"X: %b\r\n" % (b"x" * 100_000) + BODY, None, CLOSED),
    Case("gigantic head", SIZED + b"X: 0123456789\r\n" * 10_000 + BODY, None, CLOSED),
    Case("gigantic trailers", CHUNKED + b"0\r\n" + b"X: 0123456789\r\n" * 10_000, None, CLOSED),
    Case("length twice", SIZED + b"Content-Length: 4\r\n" + BODY, None, CLOSED),
    Case("two lengths", SIZED + b"Content-Length: 2\r\n" + BODY, None, CLOSED),
    Case("list of lengths", OK + b"Content-Length: 4, 4\r\n" + BODY, None, CLOSED),
    Case("signed length", OK + b"Content-Length: +4\r\n" + BODY, None, CLOSED),
    Case("endless length", OK + b"Content-Length: %d\r\n" % 10**30 + BODY, None, CLOSED),
    Case("length and chunks", SIZED + CHUNKED[len(OK) :] + b"4\r\nbody\r\n0\r\n\r\n", None, CLOSED),
    Case(
        "packed on the way",
        OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        None,
        CLOSED,
        differs="gives what is packed",
    ),
    Case(
        "chunks twice",
        OK + 2 * CHUNKED[len(OK) : -2] + b"\r\n0\r\n\r\n",
        None,
        CLOSED,
        differs="reads it somehow",
    ),
    Case(
        "bad size",
        CHUNKED + b"-4\r\nbody\r\n0\r\n\r\n",
        None,
        CLOSED,
        differs="waits for ever, if it comes after the head",
    ),
    Case(
        "endless size",
        CHUNKED + b"f" * 30 + b"\r\nbody\r\n0\r\n\r\n",
        None,
        CLOSED,
        differs="waits for ever, if it comes after the head",
    ),
    Case(
        "chunk too long",
        CHUNKED + b"2\r\nbody\r\n0\r\n\r\n",
        None,
        CLOSED,
        differs="waits for ever, if it comes after the head",
    ),
    Case(
        "folded",
        OK + b"X: a\r\n b\r\nContent-Length: 4\r\n" + BODY,
        None,
        CLOSED,
        differs="reads it",
    ),
    Case(
        "folded length", OK + b"Content-Length:\r\n 4\r\n" + BODY, None, CLOSED, differs="reads it"
    ),
    Case(
        "bare line ends",
        b"HTTP/1.1 200 OK\nContent-Length: 4\n\nbody",
        None,
        CLOSED,
        differs="reads it",
    ),
    Case(
        "space before colon",
        OK + b"Content-Length : 4\r\n" + BODY,
        None,
        CLOSED,
        differs="reads it",
    ),
    Case("no colon", OK + b"X\r\nContent-Length: 4\r\n" + BODY, None, CLOSED),
    Case("NUL", OK + b"X: \0\r\nContent-Length: 4\r\n" + BODY, None, CLOSED),
    Case("no HTTP", b"<html><h1>502</h1></html>\r\n\r\n", None, CLOSED),
    Case("HTTP/1.9", b"HTTP/1.9 200 OK\r\nContent-Length: 4\r\n" + BODY, None, CLOSED),
    Case(
        "status of four digits", b"HTTP/1.1 2000 OK\r\nContent-Length: 4\r\n" + BODY, None, CLOSED
    ),
    Case(
        "status 99",
        b"HTTP/1.1 099 OK\r\nContent-Length: 4\r\n" + BODY,
        None,
        CLOSED,
        differs="gives it as it is",
    ),
    Case(
        "status 999",
        b"HTTP/1.1 999 OK\r\nContent-Length: 4\r\n" + BODY,
        None,
        CLOSED,
        differs="gives it as it is",
    ),
)
