"""Pages that only tell: what this is, what happens with data, and who can use it."""

from collections.abc import Sequence

from aiohttp import web

from outreach.web.keys import PAGES, SETTINGS
from outreach.web.packed import packed
from outreach.web.page import page

TOLD = ("what", "why", "who", "where")
FILES = "files"
ALSO = ("long", "cookie", "rights", "robot")


async def show_privacy(channels: Sequence[str], request: web.Request) -> web.Response:
    """Show what happens with what people tell us, in our pages and in channels of others."""
    texts, settings = request.app[PAGES].texts, request.app[SETTINGS]
    others = [name for name in channels if texts.has(f"page-privacy-{name}")]
    officer = ("officer",) if settings.privacy_officer else ()
    facts = {
        "days": settings.message_days,
        "months": settings.interest_months,
        "backups": settings.backup_days,
        "contact": settings.privacy_contact,
        "officer": settings.privacy_officer,
    }
    files = (FILES,) if settings.files_mb else ()
    told = [f"page-privacy-{part}" for part in (*TOLD, *files, *others, *ALSO, *officer)]
    return _tell(request, "privacy", told, facts)


async def show_accessibility(request: web.Request) -> web.Response:
    """Show who can use these pages, and what to do if somebody cannot."""
    statement = request.app[SETTINGS].accessibility_statement
    told = ["page-accessibility-how", "page-accessibility-tell"]
    if statement:
        told.insert(1, "page-accessibility-statement")
    return _tell(request, "accessibility", told, {"statement": statement})


async def show_about(request: web.Request) -> web.Response:
    """Show what this is and who is behind it."""
    told = ["page-about-how", "page-about-robot", "page-about-open"]
    return _tell(request, "about", told, {})


def _tell(
    request: web.Request, subject: str, told: Sequence[str], facts: dict[str, object]
) -> web.Response:
    return packed(page(request, "plain.html", subject=subject, told=told, facts=facts))
