"""Faults by script: the next calls of a method, or to a chat, meet these as their answer.

botapi.faults.next("sendMessage", too_many(3), chat=user.id, times=2)
"""

import asyncio
import socket
import struct
from dataclasses import dataclass
from typing import Literal

import orjson
from aiohttp import web

from tests.botapi.protocol import Call, Refused

PAGE = (
    b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
)
BROKEN_SOCKET = struct.pack("ii", 1, 0)
"""SO_LINGER that makes a close a reset."""


@dataclass(eq=False)
class Fault:
    """One way to fail. With `carried_out` the call takes effect first, though
    its caller does not hear so.
    """

    kind: Literal["answer", "hang", "reset", "slow", "cut"]
    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    carried_out: bool = False
    seconds: float = 0.0
    met: int = 0
    """How many calls it met."""


def too_many(retry_after: int) -> Fault:
    """Answer 429 with a time to wait."""
    text = f"Too Many Requests: retry after {retry_after}"
    return Fault("answer", 429, Refused(429, text, retry_after=retry_after).body())


def refused(status: int, description: str, **parameters: int) -> Fault:
    """Answer with any refusal."""
    return Fault("answer", status, Refused(status, description, **parameters).body())


def broken(status: int = 502, carried_out: bool = False) -> Fault:
    """Answer a 5xx in JSON, as the Bot API server itself does."""
    body = orjson.dumps({"ok": False, "error_code": status, "description": "Bad Gateway"})
    return Fault("answer", status, body, carried_out=carried_out)


def page(status: int = 502, carried_out: bool = False) -> Fault:
    """Answer a page of HTML, as the proxy before the Bot API does."""
    return Fault("answer", status, PAGE, "text/html", carried_out)


def hang(carried_out: bool = False) -> Fault:
    """Never answer."""
    return Fault("hang", carried_out=carried_out)


def reset(carried_out: bool = False) -> Fault:
    """Break the connection, before or after the call took effect."""
    return Fault("reset", carried_out=carried_out)


def slow(seconds: float) -> Fault:
    """Answer well, but late."""
    return Fault("slow", carried_out=True, seconds=seconds)


def cut() -> Fault:
    """Carry out, then break off in the middle of the answer."""
    return Fault("cut", carried_out=True)


@dataclass(slots=True)
class _Planned:
    method: str | None
    fault: Fault
    chat: int | None
    text: str | None
    left: int

    def fits(self, call: Call) -> bool:
        return (
            self.left > 0
            and self.method in (None, call.method.lower())
            and self.chat in (None, call.chat)
            and (self.text is None or self.text in (call.text or ""))
        )


class Faults:
    """The script; the first line that fits a call is met."""

    def __init__(self) -> None:
        self._planned: list[_Planned] = []

    def next(
        self,
        method: str | None,
        fault: Fault,
        *,
        chat: int | None = None,
        text: str | None = None,
        times: int = 1,
    ) -> Fault:
        """Let the next calls of this method (None: any), to this chat, with this text, fail."""
        self._planned.append(_Planned(method and method.lower(), fault, chat, text, times))
        return fault

    def clear(self) -> None:
        """Let everything go well from now on."""
        self._planned.clear()

    def meet(self, call: Call) -> Fault | None:
        if not self._planned:
            return None
        for planned in self._planned:
            if planned.fits(call):
                planned.left -= 1
                planned.fault.met += 1
                return planned.fault
        return None


async def fail(
    request: web.BaseRequest, fault: Fault, status: int, body: bytes
) -> web.StreamResponse:
    """Answer as the fault says; status and body are what the answer would have been."""
    if fault.kind == "hang":
        await asyncio.get_running_loop().create_future()
    if fault.kind == "reset":
        _reset(request)
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
        return web.Response(status=status, body=body, content_type="application/json")
    if fault.kind == "cut":
        return await _cut(request, status, body)
    return web.Response(status=fault.status, body=fault.body, content_type=fault.content_type)


def _reset(request: web.BaseRequest) -> None:
    if request.transport is not None:
        request.transport.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, BROKEN_SOCKET
        )
        request.transport.abort()


async def _cut(request: web.BaseRequest, status: int, body: bytes) -> web.StreamResponse:
    response = web.StreamResponse(status=status, headers={"Content-Type": "application/json"})
    response.content_length = len(body)
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return response
