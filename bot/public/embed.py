"""What is open, inside a page of the town's own site: without cookie or script."""

from aiohttp import web

from bot.public.overview import overview
from outreach.web.app import HEADERS
from outreach.web.keys import PAGES, SETTINGS, STORE
from outreach.web.packed import packed
from outreach.web.page import page, reader_language

POLICY = "Content-Security-Policy"
NOBODY = "frame-ancestors 'none'"
MOST = 12
"""So many opportunities are shown at most, and never fewer than one."""


async def show_embedded(request: web.Request) -> web.Response:
    """Show what is open near a place and about a theme, to the sites that a setting names."""
    settings = request.app[SETTINGS]
    if not settings.embed_on:
        raise web.HTTPNotFound
    asked = request.query.get("taal", "")
    language = asked if asked in request.app[PAGES].languages else reader_language(request)
    view = await request.app[STORE].read(
        overview,
        language=language,
        place=request.query.get("plek"),
        theme=request.query.get("thema"),
        zone=settings.zone_info,
    )
    answer = page(request, "embed.html", language=language, view=view, most=_most(request))
    ancestors = " ".join(("frame-ancestors 'self'", *settings.embed_on))
    answer.headers[POLICY] = HEADERS[POLICY].replace(NOBODY, ancestors)
    return packed(answer)


def _most(request: web.Request) -> int:
    given = request.query.get("aantal", "")
    wanted = int(given) if given.isascii() and given.isdecimal() and len(given) < 4 else MOST
    return max(1, min(wanted, MOST))
