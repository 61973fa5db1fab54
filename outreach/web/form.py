"""What a browser posts: a form, never packed, in UTF-8."""

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
"""What browsers say that they send. Read by ourselves: aiohttp's way takes the square of
its length, and may fail.
"""


async def read_form(request: web.Request) -> dict[str, str]:
    """Read a posted form: the last value of each field. Other kinds of body are
    refused, and packed ones.
    """
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
    """Tell whether a body is what browsers send: never packed, and in UTF-8
    (https://url.spec.whatwg.org/#urlencoded).

    Unpacked by aiohttp, what is cut short or packed in a way that it does not
    know would count as a text.
    """
    if request.headers.get("Content-Type") is None and not request.can_read_body:
        return True
    plain = all(
        each.strip().lower() in ("", "identity")
        for each in request.headers.getall("Content-Encoding", [])
    )
    kind = request.headers.get("Content-Type", "").strip()
    return plain and len(kind) <= LONGEST_KIND and FORM.fullmatch(kind) is not None
