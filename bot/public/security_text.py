"""The contact for reports of a weakness (RFC 9116)."""

from datetime import timedelta

from aiohttp import web

from outreach.settings import Settings
from outreach.web.keys import SETTINGS, STORE

PATH = "/.well-known/security.txt"
FRESH = timedelta(days=180)
"""The date must be within a year. It is made at each request, so it never expires."""


async def show_contact(request: web.Request) -> web.Response:
    """Show the contact for security reports, its languages, and how long it is valid."""
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
    """Return the contact as an address that a program can follow: only its first word."""
    contact = (settings.security_contact.split() or settings.privacy_contact.split())[0]
    if "://" in contact or contact.startswith(("mailto:", "tel:")):
        return contact
    return f"mailto:{contact}" if "@" in contact else f"https://{contact}"
