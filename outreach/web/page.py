"""A page in the reader's language."""

from aiohttp import web

from content.fluent import met
from outreach.web.keys import PAGES, SETTINGS

LANGUAGE_COOKIE = "taal"
YEAR = 365 * 24 * 3600
TALK, STAFF = "/chat", "/werk"
UNREAD = web.RequestKey("unread", bool)
"""Whether something was said in the reader's conversation that they did not see yet."""


def page(
    request: web.Request, template: str, /, *, status: int = 200, **values: object
) -> web.Response:
    """Answer with a page in the reader's language, or in the one that is given."""
    language = str(values.pop("language", None) or reader_language(request))
    pages = request.app[PAGES]
    frame = {"path": path_to(request), "address": request.app[SETTINGS].base_url}
    frame["unread"] = request.get(UNREAD, False)
    frame["abroad"] = abroad(request)
    body = pages.render(template, language, **(frame | values))
    headers = {
        "Cache-Control": "no-store",
        "Content-Language": language,
        "Vary": "Cookie, Accept-Language",
    }
    return web.Response(text=body, content_type="text/html", status=status, headers=headers)


def path_to(request: web.Request) -> str:
    """Return the address at which a page can be opened again; an answer to a form has none."""
    return request.path_qs if request.method in ("GET", "HEAD") else part_of(request)


def part_of(request: web.Request) -> str:
    """Return the first page of this part of the site: the conversation, staff's, or all else."""
    return next((part for part in (TALK, STAFF) if request.path.startswith(part)), "/")


def reader_language(request: web.Request) -> str:
    """Return the language that the reader chose, or else their browser's, or else the first."""
    languages = request.app[PAGES].languages
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    return (
        chosen
        if chosen in languages
        else preferred(request.headers.get("Accept-Language", ""), languages)
    )


def abroad(request: web.Request) -> str:
    """Return the language in which a reader is met before they choose one of ours; or nothing.

    Their browser wants it most of all that we know, and no page is written in it.
    """
    ours = request.app[PAGES].languages
    if len(ours) < 2 or request.cookies.get(LANGUAGE_COOKIE) in ours:
        return ""
    wanted = preferred(request.headers.get("Accept-Language", ""), (*ours, *met()))
    return "" if wanted in ours else wanted


def language_asked(request: web.Request) -> str:
    """Return the language that an address asks for (`taal`), or else the first of ours.

    So what is kept by others is the same for every reader.
    """
    languages, asked = request.app[PAGES].languages, request.query.get("taal", "")
    return asked if asked in languages else languages[0]


def keep_language(request: web.Request, answer: web.StreamResponse, language: str) -> None:
    """Show this browser our pages in a language from now on, if we speak it."""
    if language in request.app[PAGES].languages:
        secure = request.app[SETTINGS].https
        answer.set_cookie(
            LANGUAGE_COOKIE,
            language,
            max_age=YEAR,
            path="/",
            httponly=True,
            samesite="Lax",
            secure=secure,
        )


def preferred(header: str, languages: tuple[str, ...]) -> str:
    """Choose a language by an Accept-Language header (RFC 9110 §12.5.4); the first if none fits."""
    wishes = []
    for place, part in enumerate(header[:500].replace(" ", "").split(",")):
        name, _, quality = part.lower().partition(";q=")
        weight = (
            float(quality) if quality.replace(".", "", 1).isdecimal() and quality.isascii() else 1.0
        )
        wishes.append((-weight, place, name.partition("-")[0]))
    return next(
        (name for weight, _, name in sorted(wishes) if weight and name in languages), languages[0]
    )


def wants_json(request: web.Request) -> bool:
    """True if our own script asks, not a person's browser."""
    return "application/json" in request.headers.get("Accept", "")
