"""The page of one opportunity, from the list or a trail, with its way into a conversation."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from aiohttp import web

from bot.public.overview import LONGEST_ASKED
from outreach.interests.question import Answered, answers
from outreach.opportunities.card import OpportunityPage, opportunity_page
from outreach.refusal import Refusal
from outreach.store.unit import Unit
from outreach.web.keys import STORE
from outreach.web.page import page, reader_language


@dataclass(frozen=True, slots=True)
class Shown:
    """An opportunity with its answers to all; `takes_answers` if people may still join."""

    opportunity: OpportunityPage
    answers: list[Answered]
    takes_answers: bool
    back: str = "/"
    """The address of the list from which somebody came, as they had it."""


def shown_opportunity(unit: Unit, *, opportunity: int, language: str) -> Shown | None:
    """Gather all that a resident may read of an opportunity; None if they may not see it."""
    try:
        found = opportunity_page(unit, opportunity=opportunity, language=language)
    except Refusal:
        return None
    # A card says closed as soon as the deadline is over.
    return Shown(found, answers(unit, opportunity=opportunity), found.card.state == "open")


async def show_opportunity(request: web.Request) -> web.Response:
    """Show the opportunity whose number is in the address."""
    return await answer_with_opportunity(request, int(request.match_info["id"]))


async def answer_with_opportunity(
    request: web.Request, opportunity: int, code: str | None = None
) -> web.Response:
    """Answer with an opportunity's page; `code` is the trail that led here."""
    view = await request.app[STORE].read(
        shown_opportunity, opportunity=opportunity, language=reader_language(request)
    )
    if view is None:
        raise web.HTTPNotFound
    view = replace(view, back=_back(request))
    return page(request, "opportunity.html", view=view, page=view.opportunity, code=code)


def _back(request: web.Request) -> str:
    asked = {name: request.query.get(name, "")[:LONGEST_ASKED] for name in ("plek", "thema")}
    query = urlencode({name: said for name, said in asked.items() if said}, errors="replace")
    return f"/?{query}#kansen" if query else "/"
