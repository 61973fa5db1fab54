"""How the Bot API is spoken: what a call brings along, and what goes back. No
method is carried out here.

Source: https://core.telegram.org/bots/api#making-requests.
"""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

Json = dict[str, Any]

LARGEST_BODY = 60 * 1024 * 1024


class Refused(Exception):
    """What the Bot API says no with; the description holds its own prefix ("Bad Request: …")."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status, self.description, self.parameters = status, description, parameters

    def body(self) -> bytes:
        answer: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return orjson.dumps(answer)


def bad(description: str) -> Refused:
    return Refused(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refused:
    return Refused(403, f"Forbidden: {description}")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in."""

    name: str
    content: bytes
    mime: str = "application/octet-stream"


@dataclass(slots=True)
class Call:
    """One call: its method as the caller spelled it, its values, and its result."""

    method: str
    values: Json
    files: dict[str, Upload] = field(default_factory=dict)
    chat: int | None = None
    text: str | None = None
    status: int | None = None
    """The status of our answer; None as long as there is none, and where
    the connection was broken.
    """
    done: bool = False
    """It was carried out, whether or not the caller ever heard so."""
    moment: float = 0.0

    def string(self, name: str) -> str:
        """Return a value as the real server reads it: everything is a string first."""
        value = self.values.get(name, "")
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        return "" if value is None else orjson.dumps(value).decode()

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.string(name) or default)
        except ValueError:
            return default

    def truth(self, name: str) -> bool:
        return self.string(name).strip().lower() in ("true", "yes", "1")

    def parsed(self, name: str, what: str) -> Any:
        """Return a value that is JSON; a form carries it as a string, a JSON body as it is."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value) if value else None
        except orjson.JSONDecodeError as error:
            raise bad(f"can't parse {what} JSON object") from error


async def read_call(method: str, request: web.BaseRequest) -> Call:
    """Read the values of a call from its address and its body, in any shape."""
    values: Json = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _read_multipart(method, request, values)
    if request.can_read_body:
        body = await request.read()
        values |= from_json(body) if kind == "application/json" else from_form(body)
    return Call(method, values)


def from_json(body: bytes) -> Json:
    try:
        values = orjson.loads(body) if body else {}
    except orjson.JSONDecodeError as error:
        raise bad("can't parse request body as JSON object") from error
    if not isinstance(values, dict):
        raise bad("request body must be a JSON object")
    return values


def from_form(body: bytes) -> Json:
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def large_request(
    message: Any, payload: Any, protocol: Any, writer: Any, task: Any
) -> web.BaseRequest:
    """Make a request that may bring a file along."""
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=LARGEST_BODY
    )


def good(result: Any) -> bytes:
    try:
        told = orjson.dumps(result)
    except TypeError:
        # half a letter: in JSON it can be written, and orjson will not
        told = json.dumps(result).encode()
    return b'{"ok":true,"result":' + told + b"}"


def respond(status: int, body: bytes) -> web.Response:
    return web.Response(status=status, body=body, content_type="application/json")


async def _read_multipart(method: str, request: web.BaseRequest, values: Json) -> Call:
    call = Call(method, values)
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            call.files[name] = Upload(value.filename, value.file.read(), value.content_type)
        else:
            call.values[name] = cast(str, value)
    return call
