"""What programs read to find the pages: the map of the site, the feed, the manifest, robots."""

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from aiohttp import web

from content.page.tokens import colours
from content.texts import Span, Spoken
from outreach.meetings.announced import Announced, announced
from outreach.opportunities.opened import Opened, opened
from outreach.web.keys import PAGES, SETTINGS, STORE
from outreach.web.packed import packed
from outreach.web.page import language_asked, reader_language

ROBOTS = "User-agent: *\nDisallow: /chat\nDisallow: /c/\nDisallow: /taal\n\nSitemap: {address}\n"
DAY = {"Cache-Control": "public, max-age=86400"}
FRESH = {"Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*"}
ATOM = "http://www.w3.org/2005/Atom"
MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
PAGES_OF_OURS = ("/", "/over", "/kanalen", "/privacy", "/toegankelijkheid")
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""When a feed changed in which nothing ever was."""


def attach_machines(app: web.Application) -> None:
    """Add what programs read to the application."""
    app.router.add_get("/robots.txt", show_robots)
    app.router.add_get("/sitemap.xml", show_sitemap)
    app.router.add_get("/kansen.atom", show_feed)
    app.router.add_get("/site.webmanifest", show_manifest)


async def show_robots(request: web.Request) -> web.Response:
    """Keep search engines out of conversations and personal links, and show them the rest."""
    address = f"{request.app[SETTINGS].base_url}/sitemap.xml"
    return web.Response(text=ROBOTS.format(address=address), headers=DAY)


async def show_sitemap(request: web.Request) -> web.Response:
    """Name all pages (sitemaps.org), those of open opportunities with when they changed."""
    base, found = request.app[SETTINGS].base_url, await _entries(request)
    top = Element("urlset", xmlns=MAP)
    for path in PAGES_OF_OURS:
        SubElement(SubElement(top, "url"), "loc").text = base + path
    for entry in found:
        url = SubElement(top, "url")
        SubElement(url, "loc").text = f"{base}/kansen/{entry.card.id}"
        SubElement(url, "lastmod").text = _moment(entry.changed_at)
    return _xml(top, "application/xml")


async def show_feed(request: web.Request) -> web.Response:
    """Tell what is open now and where people meet, for who wants to follow it (Atom, RFC 4287)."""
    base, found = request.app[SETTINGS].base_url, await _entries(request)
    language = language_asked(request)
    meetings = await request.app[STORE].read(announced, language=language)
    spoken = request.app[PAGES].texts.spoken(language)
    top = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    moments = [entry.changed_at for entry in found]
    newest = max([*moments, *(each.meeting.changed_at for each in meetings)], default=EPOCH)
    head = (
        ("title", f"{spoken.text('page-site')}: {spoken.text('page-nav-overview')}"),
        ("id", f"{base}/kansen.atom"),
        ("updated", _moment(newest)),
    )
    for name, said in head:
        SubElement(top, name).text = said
    SubElement(SubElement(top, "author"), "name").text = request.app[SETTINGS].organisation
    SubElement(top, "link", rel="self", href=f"{base}{request.rel_url}")
    SubElement(top, "link", rel="alternate", href=f"{base}/")
    for entry in found:
        item = SubElement(top, "entry")
        for name, said in _told(entry, base):
            SubElement(item, name).text = said
        SubElement(item, "link", rel="alternate", href=f"{base}/kansen/{entry.card.id}")
        for theme in entry.card.themes:
            SubElement(item, "category", term=theme, label=spoken.name("theme", theme))
    for each in meetings:
        page = f"{base}/kansen/{each.meeting.opportunity}"
        item = SubElement(top, "entry")
        for name, said in _announced(each, base, spoken):
            SubElement(item, name).text = said
        SubElement(item, "link", rel="alternate", href=f"{page}#bijeenkomsten")
        SubElement(item, "link", rel="related", href=page)
    return _xml(top, "application/atom+xml")


async def show_manifest(request: web.Request) -> web.Response:
    """Say how the site is called and looks on a home screen (W3C, Web Application Manifest)."""
    spoken = request.app[PAGES].texts.spoken(reader_language(request))
    manifest = {
        "name": spoken.text("page-site"),
        "short_name": spoken.text("page-brand"),
        "lang": spoken.language,
        "start_url": "/",
        # on an iPhone only such a site rings
        "display": "standalone",
        "background_color": colours()["paper"],
        "theme_color": request.app[PAGES].town.style.light.accent,
        "icons": [
            {"src": f"/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
            for size in (192, 512)
        ],
    }
    kind = "application/manifest+json"
    headers = FRESH | {"Vary": "Cookie, Accept-Language"}
    return web.json_response(manifest, content_type=kind, headers=headers)


def _told(entry: Opened, base: str) -> Iterator[tuple[str, str]]:
    yield "title", entry.card.title
    yield "id", f"{base}/kansen/{entry.card.id}"
    yield "published", _moment(entry.opened_at)
    yield "updated", _moment(entry.changed_at)
    yield "summary", entry.card.summary


def _announced(each: Announced, base: str, spoken: Spoken) -> Iterator[tuple[str, str]]:
    meeting = each.meeting
    kind = spoken.name("meeting", meeting.kind)
    title = f"{kind[:1].upper()}{kind[1:]}: {each.title}"
    off = f"{spoken.text('page-meeting-off')}. " if meeting.cancelled else ""
    when = spoken.shown(Span(meeting.begins_at, meeting.ends_at))
    yield "title", off + title
    yield "id", f"{base}/bijeenkomsten/{meeting.id}.ics"
    yield "updated", _moment(meeting.changed_at)
    yield "summary", f"{when}, {meeting.location}"


async def _entries(request: web.Request) -> list[Opened]:
    return await request.app[STORE].read(opened, language=language_asked(request))


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _xml(top: Element, kind: str) -> web.Response:
    body: bytes = tostring(top, encoding="utf-8", xml_declaration=True)
    answer = web.Response(body=body, content_type=kind, charset="utf-8", headers=FRESH)
    return packed(answer)
