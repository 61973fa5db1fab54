"""Pushing updates to a webhook, as the real one does.

Each chat's messages are a queue, each user's button presses another, so a press may overtake a
text. In a queue one update goes after the other; the first failure is tried again at once, then
after 2, 4, 8 … at most 60–120 seconds, or as `Retry-After` says. A method in the body of a 2xx is
carried out.
"""

import asyncio
import re
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import aiohttp
import orjson

from tests.botapi.changes import Changes
from tests.botapi.protocol import Call, Json, Refused, bad, from_form, from_json
from tests.botapi.updates import Queue, Updates

READ_SECONDS, LONGEST_PAUSE = 60.0, 60.0
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
NEVER_CARRIED_OUT = ("deletewebhook", "setwebhook", "close", "logout")


@dataclass(frozen=True)
class Webhook:
    """The address that updates go to."""

    url: str = ""
    secret: str = ""
    most: int = 40
    allowed: tuple[str, ...] | None = None


@dataclass
class Pushed:
    """One attempt to hand an update over; status None if there was no answer."""

    number: int
    queue: Queue
    status: int | None
    body: str = ""


@dataclass
class Pusher:
    """Hands updates over until it is stopped."""

    updates: Updates
    changes: Changes
    carry_out: Callable[[Call], object]
    clock: Callable[[], int]
    webhook: Webhook = field(default_factory=Webhook)
    pace: float = 0.01
    """What a second of back-off lasts."""
    patience: float = READ_SECONDS
    repeats: int = 0
    """How many times more each update is sent after it was taken: answers that got lost."""
    hosts: dict[str, str] = field(default_factory=dict)
    """Where a public address is found: {"https://bot.example": "http://127.0.0.1:8080"}."""
    attempts: list[Pushed] = field(default_factory=list)
    last_error: tuple[int, str] | None = None
    _lines: dict[Queue, deque[int]] = field(default_factory=lambda: defaultdict(deque))
    _tasks: dict[Queue, asyncio.Task[None]] = field(default_factory=dict)
    _held: set[Queue] = field(default_factory=set)
    _session: aiohttp.ClientSession | None = None
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))

    async def set(self, call: Call, *, gone: bool) -> bool:
        """Answer setWebhook, and deleteWebhook with `gone`."""
        url, secret = "" if gone else call.string("url"), call.string("secret_token")
        most = call.integer("max_connections", 40)
        if url:
            _check(url, secret)
            self.updates.allow(call)
        if call.truth("drop_pending_updates"):
            self.updates.pending.clear()
        await self.end()
        self.last_error = None
        if url:
            named = call.parsed("allowed_updates", "allowed updates")
            self.begin(
                Webhook(url, secret, min(max(most, 1), 100), tuple(named) if named else None)
            )
        return True

    def begin(self, webhook: Webhook) -> None:
        """Push to this address from now on, what waits first."""
        self.webhook, self._places = webhook, asyncio.Semaphore(webhook.most)
        self.updates.told = self._add
        for number, (queue, _) in sorted(self.updates.pending.items()):
            self._add(queue, number)

    async def end(self) -> None:
        """Forget the address; what was not taken stays."""
        self.webhook = Webhook()
        await self.pause()

    async def pause(self) -> None:
        """Push nothing until the next `begin`."""
        self.updates.told = None
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        self._tasks.clear()
        self._lines.clear()
        for error in ends:
            if isinstance(error, Exception):
                raise error

    async def close(self) -> None:
        await self.pause()
        if self._session:
            await self._session.close()
            self._session = None

    def hold(self, queue: Queue) -> None:
        """Keep a queue back, so that others overtake it."""
        self._held.add(queue)

    def release(self, queue: Queue) -> None:
        self._held.discard(queue)
        self.changes.tell()

    def info(self) -> Json:
        """Answer getWebhookInfo."""
        info: Json = {
            "url": self.webhook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates.pending),
        }
        if self.webhook.url:
            info |= {"max_connections": self.webhook.most, "ip_address": "127.0.0.1"}
        if self.webhook.allowed:
            info["allowed_updates"] = list(self.webhook.allowed)
        if self.last_error and self.webhook.url:
            info |= {
                "last_error_date": self.last_error[0],
                "last_error_message": self.last_error[1],
            }
        return info

    def _add(self, queue: Queue, number: int) -> None:
        self._lines[queue].append(number)
        if queue not in self._tasks:
            self._tasks[queue] = asyncio.create_task(self._drain(queue))

    async def _drain(self, queue: Queue) -> None:
        line, failures = self._lines[queue], 0
        while line:
            await self.changes.until(lambda: queue not in self._held, 3600)
            number = line[0]
            async with self._places:
                failure, pause = await self._push(queue, number)
            if failure is None:
                line.popleft()
                failures = 0
                continue
            self.last_error = (self.clock(), failure)
            await asyncio.sleep(self.pace * (pause or _pause(failures)))
            failures += 1
        del self._tasks[queue]

    async def _push(self, queue: Queue, number: int) -> tuple[str | None, float]:
        """Hand one update over; return the fault, and how long the other side wants us to wait."""
        waiting = self.updates.pending.get(number)
        if waiting is None:
            return None, 0
        for _ in range(1 + self.repeats):
            failure, pause = await self._post(queue, number, orjson.dumps(waiting[1]))
            if failure:
                return failure, pause
        self.updates.taken(number)
        return None, 0

    async def _post(self, queue: Queue, number: int, body: bytes) -> tuple[str | None, float]:
        headers = {"Content-Type": "application/json"}
        if self.webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.webhook.secret
        try:
            async with self._client().post(
                self._found(),
                data=body,
                headers=headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=self.patience),
            ) as response:
                answer = await response.read()
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            self._attempted(Pushed(number, queue, None))
            return (
                "Read timeout expired" if isinstance(error, TimeoutError) else "Connection failed"
            ), 0
        self._attempted(Pushed(number, queue, response.status, answer.decode("utf-8", "replace")))
        if not 200 <= response.status <= 299:
            wait = response.headers.get("Retry-After", "")
            failure = f"Wrong response from the webhook: {response.status} {response.reason}"
            return failure, float(wait) if wait.isdigit() else 0
        self._answered(response.content_type, answer)
        return None, 0

    def _attempted(self, attempt: Pushed) -> None:
        self.attempts.append(attempt)
        self.changes.tell()

    def _answered(self, kind: str, body: bytes) -> None:
        """Carry out the call in the answer; a failure is reported to nobody, as on Telegram."""
        try:
            values = from_json(body) if kind == "application/json" else from_form(body)
        except Refused:
            return
        method = str(values.pop("method", "")).lower()
        if method and method not in NEVER_CARRIED_OUT and not method.startswith("get"):
            self.carry_out(Call(method, values))

    def _found(self) -> str:
        for public, real in self.hosts.items():
            if self.webhook.url.startswith(public):
                return real + self.webhook.url.removeprefix(public)
        return self.webhook.url

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        return self._session


def _pause(failures: int) -> float:
    """Return the seconds after so many failures before: none at first, then doubling."""
    return 0 if failures == 0 else min(LONGEST_PAUSE, 2.0**failures)


def _check(url: str, secret: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.scheme == "https" and parts.port not in (None, 443, 80, 88, 8443):
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if len(secret) > 256:
        raise bad("secret token is too long")
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
