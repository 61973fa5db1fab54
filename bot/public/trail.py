"""The page behind a code: on a poster, in a shared message, in an invitation, with an interest."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from aiohttp import web

from bot.public.opportunity import answer_with_opportunity
from bot.public.overview import answer_with_overview
from content.log import log
from outreach.parties.party import party_behind
from outreach.store.codes import Kind, code_in, find_code, tidy
from outreach.store.errors import StoreError
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.venues.trail import Followed, count_view, follow_trail
from outreach.web.guesses import Guesses
from outreach.web.keys import STORE
from outreach.web.limits import client_of, hold_back
from outreach.web.page import page

GUESSES = web.AppKey("guesses", Guesses)
LONGEST_TYPED = 200
NO_CODE = "-"
"""What stands in the address if somebody filled in no code: its page is not found."""
SHOWN = ("trail", "invitation", "reference", "link")
"""Kinds of code that have a page."""
NOT_PEOPLE: tuple[str, ...] = tuple(
    tomllib.loads(files("bot.public").joinpath("not_people.toml").read_text(encoding="utf-8"))[
        "agents"
    ]
)


@dataclass(frozen=True, slots=True)
class Personal:
    """A code that leads into the conversation: of an interest, an invitation or a link.

    An invitation names its `party`.
    """

    kind: Kind
    party: str = ""


def behind_code(unit: Unit, *, code: str) -> Followed | Personal | None:
    """Return what a code stands for, as its page tells it; None for an unknown or expired one."""
    meaning = find_code(unit, code)
    if meaning is None or meaning.kind not in SHOWN:
        return None
    if meaning.kind == "trail":
        return follow_trail(unit, code=code)
    party = party_behind(unit, code=code) if meaning.kind == "invitation" else ""
    return Personal(meaning.kind, party)


async def find_trail(request: web.Request) -> web.Response:
    """Go to the page of a code that somebody filled in; the code itself is looked at there."""
    code = tidy(code_in(request.query.get("code", "")[:LONGEST_TYPED]) or "")
    return web.Response(status=303, headers={"Location": f"/c/{code or NO_CODE}"})


async def show_trail(request: web.Request) -> web.Response:
    """Show what is behind a code, and count a person's view; unknown and expired look alike."""
    guesses, client = request.app[GUESSES], client_of(request)
    hold_back(guesses, client)
    code = tidy(code_in(request.match_info["code"]) or "")
    # what cannot be a code is not counted as a guess
    if not code:
        raise web.HTTPNotFound
    found = await request.app[STORE].read(behind_code, code=code)
    if found is None:
        guesses.spend(client)
        raise web.HTTPNotFound
    if isinstance(found, Personal):
        if found.kind == "reference":
            # it says nothing of the interest, but who tries many learns which codes there are
            guesses.spend(client)
        answer = page(request, "code.html", code=code, kind=found.kind, party=found.party)
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer
    if found.opportunity is None:
        answer = await answer_with_overview(request, code)
    else:
        answer = await answer_with_opportunity(request, found.opportunity, code)
    if request.method == "GET" and is_person(request.headers.get("User-Agent", "")):
        await _count(request.app[STORE], found.id)
    return answer


async def _count(store: Store, trail: int) -> None:
    """Count a view; if the store cannot, the reader still gets the page."""
    try:
        await store.write(count_view, NOBODY, trail=trail)
    except StoreError as error:
        log.error("view not counted", error=type(error).__name__, reason=str(error))


def is_person(agent: str) -> bool:
    """True if a browser asks, not a messenger that makes a preview or a search engine."""
    return bool(agent) and not any(name in agent.lower() for name in NOT_PEOPLE)
