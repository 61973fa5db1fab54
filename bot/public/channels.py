"""Where each kind of message can be sent, and who answers when (Awb 2:13 and following)."""

from collections.abc import Iterable, Sequence

from aiohttp import web

from outreach.interests.question import ANSWER_DAYS
from outreach.settings import Settings
from outreach.web.keys import PAGES, SETTINGS
from outreach.web.packed import packed
from outreach.web.page import page

HERE = ("question", "interest", "withdrawal", "candidate", "explore")
"""Kinds of messages that can be sent in each channel where we talk."""
BESIDE = ("email", "push")
"""Channels in which people are told, and cannot answer."""
PARTS = ("receipt", "answer", "hours", "outage", "decision")
"""What is told below the table."""


async def show_channels(channels: Sequence[str], request: web.Request) -> web.Response:
    """Show which channel is open for which message, of an installation with these channels."""
    texts, settings = request.app[PAGES].texts, request.app[SETTINGS]
    known = [name for name in channels if texts.has(f"page-channels-{name}")]
    told = [name for name in BESIDE if name in known]
    return packed(
        page(
            request,
            "channels.html",
            subject="channels",
            kinds=HERE,
            talked=[name for name in known if name not in BESIDE],
            told=[f"page-channels-{part}" for part in (*told, *_parts(settings))],
            objections=settings.objections,
            facts={
                "days": ANSWER_DAYS,
                "hours": settings.contact_hours,
                "decision": settings.channels_decision,
            },
        )
    )


def _parts(settings: Settings) -> Iterable[str]:
    """Name what is told below the table, where there is something to tell."""
    silent = {"hours": not settings.contact_hours, "decision": not settings.channels_decision}
    return (part for part in PARTS if not silent.get(part))
