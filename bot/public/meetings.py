"""The file of a meeting that people put into their own calendar."""

from aiohttp import web

from outreach.meetings.calendar import calendar
from outreach.meetings.meeting import MeetingCard, published_meeting
from outreach.opportunities.card import opportunity_card
from outreach.store.unit import Unit
from outreach.web.keys import PAGES, SETTINGS, STORE
from outreach.web.page import reader_language

HEADERS = {"Cache-Control": "no-store", "Vary": "Cookie, Accept-Language"}
"""It may be changed or called off at any time."""


def attach_meetings(app: web.Application) -> None:
    """Add the files of meetings to the application."""
    app.router.add_get("/bijeenkomsten/{id:[1-9][0-9]{0,14}}.ics", show_calendar)


async def show_calendar(request: web.Request) -> web.Response:
    """Answer with the meeting whose number is in the address, also one that was called off."""
    language = reader_language(request)
    number = int(request.match_info["id"])
    found = await request.app[STORE].read(_titled, meeting=number, language=language)
    if found is None:
        raise web.HTTPNotFound
    meeting, title = found
    base, say = request.app[SETTINGS].base_url, request.app[PAGES].texts.spoken(language)
    name = f"attachment; filename=bijeenkomst-{meeting.id}.ics"
    return web.Response(
        text=calendar(meeting, title, base, say),
        content_type="text/calendar",
        charset="utf-8",
        headers=HEADERS | {"Content-Disposition": name, "Content-Language": language},
    )


def _titled(unit: Unit, *, meeting: int, language: str) -> tuple[MeetingCard, str] | None:
    found = published_meeting(unit, meeting=meeting)
    if found is None:
        return None
    return found, opportunity_card(unit, opportunity=found.opportunity, language=language).title
