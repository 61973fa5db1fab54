"""Whom to tell of a weakness, where people who look for one look (RFC 9116)."""

from datetime import timedelta

from aiohttp import web

from outreach.settings import Settings
from outreach.web.keys import SETTINGS, STORE

PATH = "/.well-known/security.txt"
FRESH = timedelta(days=180)
"""It must end within a year; as it is made anew each time, it never does."""


async def show_contact(request: web.Request) -> web.Response:
    """Show whom to tell, in which languages, and until when that holds."""
    settings = request.app[SETTINGS]
    expires = request.app[STORE].clock() + FRESH
    lines = (
        f"Contact: {_reached(settings)}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(settings.languages)}",
        f"Canonical: {settings.base_url}{PATH}",
    )
    return web.Response(
        text="\n".join(lines) + "\n", headers={"Cache-Control": "public, max-age=86400"}
    )


def _reached(settings: Settings) -> str:
    """A contact as an address that a program can follow; what stands behind a
    space or a new line is none.
    """
    contact = (settings.security_contact.split() or settings.privacy_contact.split())[0]
    if "://" in contact or contact.startswith(("mailto:", "tel:")):
        return contact
    return f"mailto:{contact}" if "@" in contact else f"https://{contact}"
