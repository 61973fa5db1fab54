"""People who chat over Telegram's webhook, and the Bot API that takes the answers.

Both run in one process without a framework, so that they cost little beside the measured program. A
person writes, waits until the answer has reached the Bot API, and writes again. One chat gets one
message a second, so a person writes in many of them in turn: the channel's rule paces nobody.
"""

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import cast
from urllib.parse import unquote, urlsplit

import orjson

TOKEN = "123456:BENCH-abcdefghijklmnopqrstuvwxyz012345"
CHAT = re.compile(rb"chat_id\W+(\d+)")
URL = re.compile(rb'"?url"?\W+(http[^"&\s]+)')
SECRET = re.compile(rb"secret_token\W+([A-Za-z0-9_-]+)")
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
BOT = {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
ANSWERS = ("Ik doe mee", "alleen", "Lieke", "Elke zaterdag twee uur snoeien en vegen.", "ja")
NUMBERS = count(1)
CHATS = 64
"""Chats in which one person writes in turn, so that a second passes before one has its turn again.
"""


@dataclass
class Took:
    """What was measured: seconds per turn."""

    seconds: list[float] = field(default_factory=list)


class BotApi:
    """The Bot API as far as a chat needs it; keeps the webhook, and wakes those who wait."""

    def __init__(self) -> None:
        self.webhook = asyncio.get_running_loop().create_future()
        self.waiting: dict[int, asyncio.Future[None]] = {}
        self.port = 0
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> "BotApi":
        self._server = await asyncio.get_running_loop().create_server(
            partial(Http, self.serve), "127.0.0.1", 0
        )
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()

    def serve(self, http: "Http", head: bytes, body: bytes) -> None:
        """Answer one request."""
        method = head.split(b" ", 2)[1].rpartition(b"/")[2].partition(b"?")[0]
        result = b'{"ok":true,"result":' + self.answer(method, body) + b"}"
        header = (
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            % len(result)
        )
        http.transport.write(header + result)

    def answer(self, method: bytes, body: bytes) -> bytes:
        """Carry out one call; return the result as JSON."""
        if method == b"sendMessage":
            found = CHAT.search(body)
            assert found is not None
            chat = int(found.group(1))
            if (waits := self.waiting.pop(chat, None)) is not None and not waits.done():
                waits.set_result(None)
            return b'{"message_id":%d,"date":1790000000,"chat":{"id":%d,"type":"private"}}' % (
                next(NUMBERS),
                chat,
            )
        if method == b"getMe":
            return orjson.dumps(BOT)
        if method == b"getWebhookInfo":
            return b'{"url":"","has_custom_certificate":false,"pending_update_count":0}'
        if method == b"setWebhook" and not self.webhook.done():
            plain = unquote(body.decode()).encode()
            url, secret = URL.search(plain), SECRET.search(plain)
            assert url is not None
            self.webhook.set_result((url.group(1).decode(), secret.group(1) if secret else b""))
        return b"true"


class Http(asyncio.Protocol):
    """HTTP/1.1 messages with a Content-Length, in order; `heard` gets each head and body."""

    def __init__(self, heard: Callable[["Http", bytes, bytes], None]) -> None:
        self.heard, self.held = heard, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self.held += data
        while (end := self.held.find(b"\r\n\r\n")) >= 0:
            head = self.held[:end]
            found = LENGTH.search(head)
            whole = end + 4 + (int(found.group(1)) if found else 0)
            if len(self.held) < whole:
                return
            body, self.held = self.held[end + 4 : whole], self.held[whole:]
            self.heard(self, head, body)


class Line:
    """Telegram's connection to the webhook."""

    async def open(self, host: str, port: int) -> None:
        """Connect."""
        make = partial(Http, self._answer)
        _, self.http = await asyncio.get_running_loop().create_connection(make, host, port)

    async def post(self, request: bytes) -> int:
        """Post an update; return the status."""
        self.answered: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.http.transport.write(request)
        return await self.answered

    def close(self) -> None:
        """Hang up."""
        self.http.transport.close()

    def _answer(self, http: Http, head: bytes, body: bytes) -> None:
        self.answered.set_result(int(head[9:12]))


@dataclass
class Load:
    """Many people at once who chat with a webhook; each conversation is a new person's.

    `begins` is the first message. `waits`: a person waits for the answer in the chat, not only
    until the webhook has the message.
    """

    api: BotApi
    webhook: str
    secret: bytes
    waits: bool
    begins: str

    async def run(self, persons: int, seconds: float, rate: float | None = None) -> Took:
        """Chat for some seconds; `rate` turns a second, or as fast as it goes."""
        took, begun = Took(), time.perf_counter()
        pause = None if rate is None else persons / rate
        await asyncio.gather(
            *[
                self._somebody(begun + seconds, took, pause, number / persons)
                for number in range(persons)
            ]
        )
        return took

    async def _somebody(self, until: float, took: Took, pause: float | None, share: float) -> None:
        where = urlsplit(self.webhook)
        line = Line()
        assert where.hostname is not None
        assert where.port is not None
        await line.open(where.hostname, where.port)
        next_at = time.perf_counter() + (pause or 0) * share
        for request, chat in self._turns(where.path.encode(), where.netloc.encode()):
            if pause is not None:
                await asyncio.sleep(max(0.0, next_at - time.perf_counter()))
                next_at += pause
            begun = time.perf_counter()
            if begun >= until:
                break
            answer = asyncio.get_running_loop().create_future()
            self.api.waiting[chat] = answer
            if await line.post(request) != 200:
                raise RuntimeError("the webhook refused an update")
            if self.waits:
                await asyncio.wait_for(answer, 20)
            took.seconds.append(time.perf_counter() - begun)
        line.close()

    def _turns(self, path: bytes, host: bytes) -> Iterator[tuple[bytes, int]]:
        """Yield what is written in each chat in turn; not all of them begin in the same round."""
        chats: list[Iterator[tuple[bytes, int]]] = [iter(()) for _ in range(CHATS)]
        for number in count():
            round_, place = divmod(number, CHATS)
            if round_ < place % (len(ANSWERS) + 1):
                continue
            turn = next(chats[place], None)
            if turn is None:
                chats[place] = self._conversation(path, host)
                turn = next(chats[place])
            yield turn

    def _conversation(self, path: bytes, host: bytes) -> Iterator[tuple[bytes, int]]:
        chat = 10_000_000 + next(NUMBERS)
        for text in (self.begins, *ANSWERS):
            yield self._request(path, host, chat, text), chat

    def _request(self, path: bytes, host: bytes, chat: int, text: str) -> bytes:
        who = {"id": chat, "is_bot": False, "first_name": "Lieke", "language_code": "nl"}
        message = {
            "message_id": next(NUMBERS),
            "from": who,
            "chat": {"id": chat, "first_name": "Lieke", "type": "private"},
            "date": int(time.time()),
            "text": text,
        }
        if text.startswith("/"):
            length = len(text.split(" ")[0])
            message["entities"] = [{"offset": 0, "length": length, "type": "bot_command"}]
        body = orjson.dumps({"update_id": next(NUMBERS), "message": message})
        return b"\r\n".join(
            (
                b"POST %s HTTP/1.1" % path,
                b"Host: %s" % host,
                b"Content-Type: application/json",
                b"X-Telegram-Bot-Api-Secret-Token: %s" % self.secret,
                b"Content-Length: %d" % len(body),
                b"",
                body,
            )
        )
