"""A Bot API server for tests, over real HTTP on a loopback port.

    async with BotApi() as botapi:
        fatma = botapi.user("Fatma") fatma.start() ...                                      # the
        bot under test, with botapi.token and botapi.base_url await fatma.chat.until(1) assert
        fatma.reads() == ["Hoi!"]

It refuses what the real one refuses. What a person or a group does stands in `user.py` and
`groups.py`, what goes wrong in `faults.py`. Differences: http addresses on this machine are allowed
as webhook; Markdown is not known; a button without text is refused (the real one leaves it out).
"""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable
from typing import Any, Self

import orjson
from aiohttp import web

from tests.botapi import about, messages
from tests.botapi.changes import PATIENCE
from tests.botapi.control import People, Unclear
from tests.botapi.faults import Fault, Faults, fail
from tests.botapi.groups import Group
from tests.botapi.protocol import Call, Json, Refused, good, large_request, read_call, respond
from tests.botapi.pushing import Pusher
from tests.botapi.rates import Rates
from tests.botapi.user import User
from tests.botapi.world import World

TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcK"
TOKEN_SHAPE = re.compile(r"[1-9]\d{4,15}:[A-Za-z0-9_-]{30,60}")
METHODS: dict[str, Callable[[World, Call], Any]] = {
    name.replace("_", ""): function
    for module in (messages, about)
    for name, function in vars(module).items()
    if re.match(r"(get|set|send|edit|delete|answer|leave)_", name)
}
WRITING = ("sendmessage", "sendphoto", "sendvoice", "senddocument")


class BotApi:
    """The server, with other limits of speed in `rates`; each answer takes `delay`.

    Each thing that somebody does takes a second, by the clock of those limits; `passes` lets it
    pass on another clock too.
    """

    def __init__(
        self,
        token: str = TOKEN,
        name: str = "waterdam_bot",
        *,
        rates: Rates | None = None,
        privacy: bool = True,
        open_door: bool = False,
        delay: float = 0.0,
        keep_calls: bool = True,
        control: bool = False,
        passes: Callable[[], object] | None = None,
    ) -> None:
        me = {
            "id": int(token.split(":")[0]),
            "is_bot": True,
            "first_name": "Kansenbode",
            "username": name,
        }
        self.token, self.delay, self.keep_calls = token, delay, keep_calls
        self.rates = rates or Rates(now=self.seconds)
        self.world = World(token, me, privacy=privacy, open_door=open_door)
        self.world.updates.passes = passes
        self.faults = Faults()
        self.pusher = Pusher(self.world.updates, self.world.changes, self.carry_out, self.world.now)
        self.calls: list[Call] = []
        self.tally: Counter[tuple[str, int | None, str | None]] = Counter()
        """Calls that were carried out, by method, chat and the text as
        people see it (no markup).
        """
        self.port = 0
        self._people = People(self.world) if control else None
        self._runner: web.ServerRunner | None = None

    # What a test does

    def user(self, first_name: str = "Fatma", language: str | None = "nl", **profile: str) -> User:
        """Make somebody with Telegram, who has not met the bot yet."""
        return User(self.world, first_name, language, **profile)

    def group(self, title: str = "Buurt", by: User | None = None) -> Group:
        return Group(self.world, "group", title, by or self.user("Beheerder"))

    def supergroup(
        self, title: str = "Buurt", by: User | None = None, name: str | None = None
    ) -> Group:
        return Group(self.world, "supergroup", title, by or self.user("Beheerder"), name)

    def channel(
        self, title: str = "Nieuws", by: User | None = None, name: str | None = None
    ) -> Group:
        return Group(self.world, "channel", title, by or self.user("Beheerder"), name)

    def count(
        self, chat: int | None = None, text: str | None = None, method: str | None = None
    ) -> int:
        """Return how many calls were carried out: of a method, to a chat, with this exact text."""
        wanted = method and method.lower()
        return sum(
            times
            for (name, where, what), times in self.tally.items()
            if wanted in (None, name) and chat in (None, where) and text in (None, what)
        )

    def named(self, method: str) -> list[Call]:
        """Return the calls of a method, refused ones too, in order."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    async def until(self, condition: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Wait until something holds; looked at after each call, update and webhook attempt."""
        await self.world.changes.until(condition, seconds)

    def odd(self, content: Json, line: int = 0) -> int:
        """Send the bot an update of any shape, in order (`update_id` is added)."""
        return self.world.updates.put(content, ("odd", line))

    def seconds(self) -> float:
        """The clock of the speed limits, if a test has none of its own."""
        return time.monotonic() + len(self.world.updates.kept)

    async def calm(self, seconds: float = PATIENCE) -> None:
        """Wait until the bot has taken every update."""
        await self.until(lambda: not self.world.updates.pending, seconds)

    # Running

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        return f"{self.address}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.address}/file/bot"

    async def start(self, port: int = 0) -> Self:
        server = web.Server(self._handle, request_factory=large_request)
        self._runner = web.ServerRunner(server, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        if self.pusher.webhook.url:
            self.pusher.begin(self.pusher.webhook)
        return self

    async def stop(self) -> None:
        """Be gone, as in an outage; `start` with the same port goes on with all that was known."""
        await self.pusher.close()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    # Answering

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        parts = request.path.split("/")
        if len(parts) > 3 and parts[1] == "file":
            return self._download(parts)
        if self._people and parts[1] in ("people", "tally"):
            return await self._control(self._people, parts[1:], request)
        try:
            if len(parts) != 3 or not parts[1].startswith("bot"):
                raise Refused(404, "Not Found")
            self._check_token(parts[1][3:])
            call = await read_call(parts[2], request)
        except Refused as refused:
            return respond(refused.status, refused.body())
        self._note(call)
        if fault := self.faults.meet(call):
            return await self._fail(request, call, fault)
        body = await self._answer(call)
        if self.delay:
            await asyncio.sleep(self.delay)
        return respond(call.status or 500, body)

    async def _fail(self, request: web.BaseRequest, call: Call, fault: Fault) -> web.StreamResponse:
        body = await self._answer(call) if fault.carried_out else b""
        status, call.status = call.status or 200, fault.status if fault.kind == "answer" else None
        self.world.changes.tell()
        return await fail(request, fault, status, body)

    def _check_token(self, token: str) -> None:
        if token != self.token:
            raise (
                Refused(401, "Unauthorized")
                if TOKEN_SHAPE.fullmatch(token)
                else Refused(404, "Not Found")
            )

    def _note(self, call: Call) -> None:
        where = str(call.values.get("chat_id", ""))
        call.chat = int(where) if where.removeprefix("-").isdecimal() else None
        text = call.values.get("text") or call.values.get("caption")
        call.text = text if isinstance(text, str) else None
        call.moment = asyncio.get_running_loop().time()
        if self.keep_calls:
            self.calls.append(call)
        self.world.changes.tell()

    async def _answer(self, call: Call) -> bytes:
        try:
            method = call.method.lower()
            if method == "getupdates":
                body = good(await self._get_updates(call))
            elif method in ("setwebhook", "deletewebhook"):
                body = good(await self.pusher.set(call, gone=method == "deletewebhook"))
            else:
                body = good(self._do(call))
            call.status = 200
        except Refused as refused:
            call.status, body = refused.status, refused.body()
        self.world.changes.tell()
        return body

    def _do(self, call: Call) -> Any:
        name = call.method.lower()
        if name == "getwebhookinfo":
            return self.pusher.info()
        method = METHODS.get(name)
        if method is None:
            raise Refused(404, "Not Found: method not found")
        if name in WRITING:
            self.rates.check(self.world.find(call.string("chat_id")))
        result = method(self.world, call)
        call.done = True
        shown = result.get("text", result.get("caption")) if isinstance(result, dict) else call.text
        self.tally[name, call.chat, shown] += 1
        return result

    def carry_out(self, call: Call) -> None:
        """Carry out what stood in the answer of a webhook; nobody hears how it went."""
        self._note(call)
        try:
            self._do(call)
            call.status = 200
        except Refused as refused:
            call.status = refused.status
        self.world.changes.tell()

    async def _get_updates(self, call: Call) -> list[Json]:
        if self.pusher.webhook.url:
            raise Refused(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        return await self.world.updates.poll(call)

    async def _control(
        self, people: People, path: list[str], request: web.BaseRequest
    ) -> web.Response:
        if path[0] == "tally":
            lines = [[*key, times] for key, times in self.tally.items()]
            return respond(200, orjson.dumps({"calls": self.tally.total(), "lines": lines}))
        try:
            call = await read_call(path[-1], request)
            return respond(200, orjson.dumps(people.handle(path[1:], call.values)))
        except Unclear as unclear:
            return respond(400, orjson.dumps({"unclear": str(unclear)}))

    def _download(self, parts: list[str]) -> web.Response:
        if parts[2] != f"bot{self.token}" or (upload := self.world.files.get(parts[-1])) is None:
            return respond(404, Refused(404, "Not Found").body())
        return web.Response(body=upload.content, content_type="application/octet-stream")
