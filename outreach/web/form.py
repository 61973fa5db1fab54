"""What a browser posts: a form in UTF-8, never compressed."""

import re
from urllib.parse import parse_qsl

from aiohttp import web

from outreach.web.body import read_body

FORM_FIELDS = 20
LONGEST_KIND = 200
FORM = re.compile(
    r'application/x-www-form-urlencoded\s*(;\s*(charset="?(utf-?8|us-ascii)"?\s*;?\s*)?)?',
    re.IGNORECASE,
)
"""The content types of browsers. aiohttp's parser takes quadratic time, and may fail."""


async def read_form(request: web.Request) -> dict[str, str]:
    """Read a posted form: the last value of each field. Refuses other and compressed bodies."""
    if not _is_form(request):
        raise web.HTTPUnsupportedMediaType
    body = await read_body(request)
    try:
        return dict(
            parse_qsl(
                body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FORM_FIELDS
            )
        )
    except ValueError as error:
        raise web.HTTPBadRequest from error


def _is_form(request: web.Request) -> bool:
    """True if a body is a form of a browser: in UTF-8 (https://url.spec.whatwg.org/#urlencoded).

    A compressed one is refused: if it is cut short, or compressed in an unknown way, aiohttp would
    take it for text.
    """
    if request.headers.get("Content-Type") is None and not request.can_read_body:
        return True
    plain = all(
        each.strip().lower() in ("", "identity")
        for each in request.headers.getall("Content-Encoding", [])
    )
    kind = request.headers.get("Content-Type", "").strip()
    return plain and len(kind) <= LONGEST_KIND and FORM.fullmatch(kind) is not None
