"""The frame of every page of the console: who is signed in, where to go, what was just done."""

from dataclasses import dataclass

from aiohttp import web

from content.page.pages import fresh_nonce
from outreach.console.signed_in import WHO
from outreach.staff.staff import Right
from outreach.web.page import STAFF, page

DONE, MANY = "klaar", "aantal"
"""What an address says of the deed that led to it, and of how many it was about."""
DEEDS = (
    "saved",
    "answered",
    "moved",
    "session-ended",
    "sessions-ended",
    "role-set",
    "password-set",
    "colleague-left",
    "invited",
)
"""Deeds that a page may say are done, each with its text: `console-done` and its attributes."""
MOST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Section:
    """A place in the navigation, for whoever has its right."""

    path: str
    key: str
    icon: str
    right: Right


SECTIONS = (
    Section("/werk", "console-nav-today", "time", "see"),
    Section("/werk/kansen", "console-nav-opportunities", "place", "see"),
    Section("/werk/instellingen/collegas", "console-nav-colleagues", "people", "administer"),
)
"""What there is, in the order in which a day goes; a page that does not exist has no line."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What was just done, and to how many."""

    deed: str
    count: int


def show(
    request: web.Request, template: str, /, *, status: int = 200, **values: object
) -> web.Response:
    """Answer with a page of the console, in its frame; signed out it has no navigation."""
    who = request.get(WHO)
    frame = {
        "who": who,
        "home": STAFF,
        "sections": [] if who is None else [each for each in SECTIONS if who.may(each.right)],
        "notice": _notice(request),
        "form_number": fresh_nonce,
        # the answer to a form stands at the address of its page, which can be opened again
        "path": request.path_qs if request.method == "GET" else request.path,
    }
    return page(request, f"console/{template}", status=status, **(frame | values))


def done_path(path: str, deed: str, count: int = 1) -> str:
    """Return the address of a page that says what was done (post, redirect, get)."""
    return f"{path}?{DONE}={deed}&{MANY}={count}"


def _notice(request: web.Request) -> Notice | None:
    """Read what was done from an address; only what is in our list is ever said."""
    deed, count = request.query.get(DONE, ""), request.query.get(MANY, "1")
    if deed not in DEEDS or not (count.isascii() and count.isdecimal()):
        return None
    return Notice(deed, int(count[:MOST_DIGITS]))
