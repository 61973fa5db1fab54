"""Calls to the Bot API by the application's one client.

Frequent calls are our own, rare ones go through python-telegram-bot. The token is part of the
addresses, so no error of a client is passed on, or kept as the context of ours.
"""

import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from typing import Any
from urllib.parse import quote

import orjson
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.channels.telegram.form import form
from bot.papers import File
from outreach.client.answer import Answer, NoAnswer
from outreach.client.client import JSON, Client
from outreach.delivery.errors import (
    AddressGone,
    AddressMoved,
    ChannelBroken,
    MessageLost,
    NotAllowed,
    SendError,
    TooFast,
    TopicClosed,
    Unreachable,
)

# it logs whole bodies, and addresses with the token
logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)

SAYS: Mapping[type[SendError], tuple[str, ...]] = {
    AddressGone: (
        "chat not found",
        "user not found",
        "user is deactivated",
        "peer_id_invalid",
        "chat was deleted",
    ),
    TopicClosed: ("topic_closed", "topic_deleted", "thread not found"),
    NotAllowed: (
        "chat_restricted",
        "chat_write_forbidden",
        "chat_send_",
        "chat_guest_send_forbidden",
        "chat_admin_required",
        "not enough rights",
        "no rights",
        "administrator rights",
        "user_banned_in_channel",
    ),
    MessageLost: ("edit not found", "be edited", "message_id_invalid"),
}
"""What Bad Request or Forbidden says about a place or a message there; others are about our text.
"""
UNCHANGED = "not modified"
TOO_MANY = 429
LEAST_WAIT, LONGEST_WAIT = 1.0, 86_400.0


class Unchanged(SendError):
    """The message stood there as it is already."""


class Elsewhere(ChannelBroken):
    """Another program takes this bot's messages."""


class Calls:
    """One bot's way to the Bot API; `bot` is python-telegram-bot's, for rare calls."""

    def __init__(self, token: str, api: str) -> None:
        token = quote(token, safe=":")
        self._address = f"{api.rstrip('/')}/bot"
        methods = URL(f"{self._address}{token}/", encoded=True)
        self._files = URL(f"{api.rstrip('/')}/file/bot{token}/", encoded=True)
        self._method = cache(methods.joinpath)
        self._client: Client | None = None
        request = ByClient(self)
        self.bot = Bot(
            token or "-", base_url=self._address, request=request, get_updates_request=request
        )

    def __repr__(self) -> str:
        return f"Calls({self._address}***)"

    def use(self, client: Client) -> None:
        """Make calls by this client from now on."""
        self._client = client

    @property
    def ready(self) -> bool:
        """True if there is a client to make calls by."""
        return self._client is not None

    async def call(
        self, method: str, values: Mapping[str, Any], *, seconds: float | None = None
    ) -> Any:
        """Call a method and return its result; raises errors of the family.

        `seconds` is how long it may be silent.
        """
        return await self.call_encoded(method, orjson.dumps(values), seconds=seconds)

    async def call_encoded(self, method: str, body: bytes, *, seconds: float | None = None) -> Any:
        """As `call`, with values that are JSON already."""
        return await self._result(await self.post(self._method(method), body, seconds))

    async def upload(self, method: str, values: Mapping[str, Any], name: str, file: File) -> Any:
        """As `call`, with a file as the value of a name."""
        kind, body = form(values, name, file)
        return await self._result(await self.post(self._method(method), body, kind=kind))

    async def _result(self, answered: Answer | None) -> Any:
        if answered is None:
            raise Unreachable
        status, body = answered
        answer = _read(body)
        if status == 200 and answer.get("ok") is True:
            return answer.get("result")
        raise await named(status, body)

    async def download(self, path: str) -> bytes:
        """Return the file at a path that `getFile` told; raises Unreachable."""
        if self._client is None:
            raise Unreachable
        try:
            answer = await self._client.get(self._files.joinpath(*path.split("/")))
        except NoAnswer:
            answer = None
        # outside: the error of the client would name the address
        if answer is None or answer.status != 200:
            raise Unreachable
        return answer.body

    async def post(
        self, address: URL, body: bytes, seconds: float | None = None, kind: str = JSON
    ) -> Answer | None:
        """Post; None if no answer came. The call may still have taken effect."""
        if self._client is None:
            return None
        try:
            return await self._client.post(address, body, seconds, kind)
        except NoAnswer:
            return None


class ByClient(BaseRequest):
    """Lets python-telegram-bot make its calls by our client."""

    @property
    def read_timeout(self) -> None:
        """None: the client has the deadlines."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def initialize(self) -> None:
        """Nothing of its own is opened."""

    async def shutdown(self) -> None:
        """Nothing of its own is closed."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **more: Any,
    ) -> tuple[int, bytes]:
        """Make one call; its deadlines are the client's."""
        values = {} if request_data is None else request_data.parameters
        answered = await self._calls.post(URL(url, encoded=True), orjson.dumps(values))
        if answered is None:
            raise NetworkError("no answer")
        answer = _read(answered[1])
        if answered[0] == TOO_MANY or not ("result" in answer or _refuses(answer)):
            # `_wait` reads the wait of a 429
            raise NetworkError("no answer that says anything")
        return answered


class InHand(BaseRequest):
    """Lets python-telegram-bot name the error in an answer that we have already."""

    @property
    def read_timeout(self) -> None:
        """None: nothing is waited for."""

    def __init__(self, status: int, body: bytes) -> None:
        self._answer = status, body

    async def initialize(self) -> None:
        """Nothing is opened."""

    async def shutdown(self) -> None:
        """Nothing is closed."""

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        """Return what is in hand."""
        return self._answer


async def named(status: int, body: bytes) -> SendError:
    """Map an error response to our error family; a proxy's HTML page means Unreachable."""
    answer = _read(body)
    if not _refuses(answer):
        return Unreachable()
    wait = _wait(answer)
    if wait is not None:
        return TooFast(min(max(LEAST_WAIT, wait), LONGEST_WAIT))
    try:
        await InHand(status, body).post("")
    except Exception as error:
        # the library's own error, or one about an odd body
        return _ours(error)
    return Unreachable()


def _wait(answer: Mapping[str, Any]) -> float | None:
    """Read `retry_after` from the body: the library's attribute emits a deprecation warning."""
    parameters = answer.get("parameters")
    wait = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return float(wait) if isinstance(wait, (int, float)) else None


def _ours(error: Exception) -> SendError:
    match error:
        case ChatMigrated():
            return AddressMoved(str(error.new_chat_id))
        case Forbidden():
            return _said(error.message) or AddressGone()
        case InvalidToken():
            return ChannelBroken()
        case Conflict():
            return Elsewhere()
        # a subclass of NetworkError, which would mean: try again
        case BadRequest():
            return (
                Unchanged()
                if UNCHANGED in error.message.casefold()
                else _said(error.message) or SendError()
            )
    return Unreachable()


def _said(message: str) -> SendError | None:
    """Return the error that a refusal means; None if it is about our message itself."""
    said = message.casefold()
    return next(
        (error() for error, marks in SAYS.items() if any(mark in said for mark in marks)), None
    )


def _refuses(answer: Mapping[str, Any]) -> bool:
    return answer.get("ok") is False and isinstance(answer.get("description"), str)


def _read(body: bytes) -> Mapping[str, Any]:
    """Read a response. orjson refuses half a letter; one of those may not make all messages
    unreadable.
    """
    for read in (orjson.loads, json.loads):
        with suppress(ValueError, RecursionError):
            answer = read(body)
            return answer if isinstance(answer, dict) else {}
    return {}
