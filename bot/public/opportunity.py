"""The page of one opportunity, from the list or a trail, with its way into a conversation."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.public.overview import LONGEST_ASKED, days_near
from content.qr import qr_inline
from outreach.interests.question import Answered, answers
from outreach.interests.taking import taking_part
from outreach.interests.weigh import SCALE
from outreach.meetings.meeting import MeetingCard, meetings_shown
from outreach.opportunities.card import OpportunityPage, opportunity_page
from outreach.opportunities.codes import EXPLORING
from outreach.opportunities.deadline import is_over
from outreach.opportunities.draw import LOT, Published, published_draw
from outreach.refusal import Refusal
from outreach.store.unit import Unit
from outreach.web.keys import SETTINGS, STORE
from outreach.web.packed import packed
from outreach.web.page import page, reader_language


@dataclass(frozen=True, slots=True)
class Shown:
    """An opportunity with its answers to all.

    `explored` if it is a draft of which people may say what is missing. `takes_answers` if people
    may still join, `takes_questions` if they may still ask; `days` if few
    are left for that; `taking_part` is how many signed up, as far as everybody may know; `draw` is
    what can be read of a lot; `meetings` are those that are not over.
    """

    opportunity: OpportunityPage
    answers: list[Answered]
    explored: bool
    takes_answers: bool
    takes_questions: bool
    days: int | None
    taking_part: int
    draw: Published | None
    meetings: list[MeetingCard]
    back: str = "/"
    """The address of the list from which somebody came, as they had it."""


def shown_opportunity(
    unit: Unit, *, opportunity: int, language: str, zone: ZoneInfo
) -> Shown | None:
    """Gather all that a resident may read of an opportunity; None if they may not see it."""
    try:
        found = opportunity_page(unit, opportunity=opportunity, language=language)
    except Refusal:
        return None
    # A card says closed as soon as the deadline is over.
    open_now, explored = (found.card.state == state for state in ("open", EXPLORING))
    lot = found.chosen.get("division") == LOT
    return Shown(
        found,
        answers(unit, opportunity=opportunity),
        explored=explored,
        takes_answers=open_now,
        takes_questions=(open_now or explored) and not is_over(found.questions_until, unit.now),
        days=days_near(found.card, unit.now, zone),
        taking_part=taking_part(unit, opportunity=opportunity, direction=found.card.direction),
        draw=published_draw(unit, opportunity=opportunity) if lot else None,
        meetings=meetings_shown(unit, opportunity=opportunity),
    )


async def show_opportunity(request: web.Request) -> web.Response:
    """Show the opportunity whose number is in the address."""
    return await answer_with_opportunity(request, int(request.match_info["id"]))


async def answer_with_opportunity(
    request: web.Request, opportunity: int, code: str | None = None
) -> web.Response:
    """Answer with an opportunity's page; `code` is the trail that led here."""
    settings = request.app[SETTINGS]
    view = await request.app[STORE].read(
        shown_opportunity,
        opportunity=opportunity,
        language=reader_language(request),
        zone=settings.zone_info,
    )
    if view is None:
        raise web.HTTPNotFound
    view = replace(view, back=_back(request))
    address = (
        f"{settings.base_url}/c/{code}" if code else f"{settings.base_url}/kansen/{opportunity}"
    )
    answer = page(
        request,
        "opportunity.html",
        view=view,
        page=view.opportunity,
        code=code,
        square=qr_inline(address),
        short=address.partition("://")[2],
        scale=SCALE,
    )
    return packed(answer)


def _back(request: web.Request) -> str:
    asked = {name: request.query.get(name, "")[:LONGEST_ASKED] for name in ("plek", "thema")}
    query = urlencode({name: said for name, said in asked.items() if said}, errors="replace")
    return f"/?{query}#kansen" if query else "/"
