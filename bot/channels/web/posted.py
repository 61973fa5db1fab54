"""What a browser posted, as the inbox takes it."""

import re
from typing import Any

from aiohttp import web

from bot.channels.web import CHANNEL
from bot.channels.web.cookie import sender_of
from bot.inbox import Arrival
from content.page.pages import fresh_nonce
from outreach.web.page import reader_language

NONCE = re.compile(r"[A-Za-z0-9_-]{8,64}")


async def arrival_of(request: web.Request, sender: str, nonce: str | None, **facts: Any) -> Arrival:
    """Return what a browser posted, as it is handed in with these facts."""
    known = nonce if nonce is not None and NONCE.fullmatch(nonce) else fresh_nonce()
    # A form sent again after "forget me" keeps its number, though its cookie is not valid any
    # more.
    by = await sender_of(request) or sender
    return Arrival(
        channel=CHANNEL,
        external_id=f"{by[:16]}.{known}",
        sender=sender,
        language=reader_language(request),
        **facts,
    )
