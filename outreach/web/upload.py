"""What a browser uploads: a form with one file in it (RFC 7578), read as it comes.

No more than the limit is ever held. What is larger is read to its end all the same, and dropped: a
browser that is still sending would not see our answer. Its first fields are kept.
"""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from aiohttp import web

from outreach.web.attended import doing
from outreach.web.door import State
from outreach.web.form import LONGEST_KIND

UPLOAD_SECONDS = 180.0
"""Enough for eight megabytes over half a megabit a second."""
FIELDS_ROOM = 16 * 1024
"""Bytes of all that is not the file."""
DROPPED = 64 * 1024 * 1024
"""So much is read of what is too large; beyond it, the connection ends."""
MOST_PARTS, LONGEST_HEAD, LONGEST_FIELD = 20, 2_000, 4_000
KIND = re.compile(
    r"""multipart/form-data\s*;\s*boundary="?([A-Za-z0-9'()+_,./:=?-]{1,70})"?\s*""", re.IGNORECASE
)
NAMED = re.compile(
    rb'content-disposition:\s*form-data;\s*name="([^"\r\n]*)"(;\s*filename="([^"\r\n]*)")?',
    re.IGNORECASE,
)
"""As browsers write it (https://html.spec.whatwg.org/#multipart-form-data)."""
ESCAPED = {"%22": '"', "%0D": "", "%0A": ""}


@dataclass(frozen=True, slots=True)
class Upload:
    """A posted form: its fields, and its file. `too_large`: that was not kept."""

    fields: dict[str, str]
    name: str
    content: bytes = field(repr=False)
    too_large: bool


async def read_upload(request: web.Request, most: int, seconds: float = UPLOAD_SECONDS) -> Upload:
    """Read a form with a file of at most so many bytes; answers 400, 408, 413 or 415."""
    told = request.headers.get("Content-Type", "").strip()
    kind = KIND.fullmatch(told) if len(told) <= LONGEST_KIND else None
    if kind is None or request.headers.get("Content-Encoding"):
        raise web.HTTPUnsupportedMediaType
    body, size = bytearray(), 0
    try:
        with doing(request, State.BODY):
            async with asyncio.timeout(seconds):
                async for chunk in request.content.iter_any():
                    size += len(chunk)
                    if size > DROPPED:
                        raise web.HTTPRequestEntityTooLarge(most, size)
                    body += chunk
                    if size > most + FIELDS_ROOM:
                        del body[FIELDS_ROOM:]
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    return parsed(bytes(body), kind[1].encode(), most, whole=size <= most + FIELDS_ROOM)


def parsed(body: bytes, boundary: bytes, most: int, *, whole: bool = True) -> Upload:
    """Take a form apart; answers 400 if it is none. `whole`: nothing of it was dropped."""
    fields: dict[str, str] = {}
    name, content = "", b""
    ended = False
    for head, inside, ends in _parts(body, boundary):
        ended = ends
        found = NAMED.search(head)
        if found is None:
            raise web.HTTPBadRequest
        if found[2] is None:
            fields[_text(found[1])] = inside[:LONGEST_FIELD].decode("utf-8", "replace")
        elif not content:
            name, content = _text(found[3]), inside
    if whole and not ended:
        raise web.HTTPBadRequest
    too_large = not whole or len(content) > most
    return Upload(fields, name, b"" if too_large else content, too_large)


def _parts(body: bytes, boundary: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """Yield head and inside of each part, and whether the form ends properly behind it."""
    mark = b"\r\n--" + boundary
    at = len(mark) - 2
    if body[:at] != mark[2:]:
        raise web.HTTPBadRequest
    for _ in range(MOST_PARTS):
        begin = body.find(b"\r\n\r\n", at, at + LONGEST_HEAD)
        if begin < 0:
            raise web.HTTPBadRequest
        end = body.find(mark, begin + 2)
        after = end + len(mark)
        closes = end >= 0 and body[after : after + 2] == b"--"
        yield body[at:begin], body[begin + 4 : end if end >= 0 else None], closes
        if end < 0 or closes:
            return
        at = after
    raise web.HTTPBadRequest


def _text(given: bytes) -> str:
    text = given.decode("utf-8", "replace")
    for written, meant in ESCAPED.items():
        text = text.replace(written, meant)
    return text
