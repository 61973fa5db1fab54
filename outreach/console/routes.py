"""Every page of the console, with the right that it asks for: a page is here, or it is not there.

`anyone` is for signing in alone. `tests/outreach/console/test_walk.py` walks this table as each
role, and signed out.
"""

import time
from collections.abc import Callable

from aiohttp import web

from outreach.console.colleagues import (
    COLLEAGUES,
    ask_to_leave,
    change_role,
    invite_again,
    invite_colleague,
    let_go,
    show_colleagues,
)
from outreach.console.door import Page
from outreach.console.hashing import HASHING, Hashing
from outreach.console.interest import change_interest, show_interest
from outreach.console.invitation import follow_invitation, show_invitation
from outreach.console.me import change_password, end_mine, end_others, show_me, sign_out
from outreach.console.opportunities import send_opportunities, show_opportunities
from outreach.console.opportunity import change_opportunity, show_opportunity
from outreach.console.question import answer, show_question
from outreach.console.signing_in import DEMO, show_sign_in, sign_in, sign_in_to_demo
from outreach.console.today import show_today
from outreach.console.tries import TRIES, Tries
from outreach.staff.invitation import PATH

INVITATION = PATH + "/{secret:[A-Za-z0-9_-]{43}}"
PAGES = (
    Page("/werk/inloggen", "anyone", show_sign_in),
    Page("/werk/inloggen", "anyone", sign_in, "POST"),
    Page(INVITATION, "anyone", show_invitation),
    Page(INVITATION, "anyone", follow_invitation, "POST"),
    Page("/werk/uitloggen", "see", sign_out, "POST"),
    Page("/werk", "see", show_today),
    Page("/werk/kansen", "see", show_opportunities),
    Page("/werk/kansen.csv", "see", send_opportunities),
    Page("/werk/kansen.xlsx", "see", send_opportunities),
    Page("/werk/kansen/{number}", "see", show_opportunity),
    Page("/werk/kansen/{number}", "edit", change_opportunity, "POST"),
    Page("/werk/aanmeldingen/{number}", "see", show_interest),
    Page("/werk/aanmeldingen/{number}", "edit", change_interest, "POST"),
    Page("/werk/vragen/{number}", "see", show_question),
    Page("/werk/vragen/{number}", "edit", answer, "POST"),
    Page("/werk/ik", "see", show_me),
    Page("/werk/ik/wachtwoord", "see", change_password, "POST"),
    Page("/werk/ik/sessie", "see", end_mine, "POST"),
    Page("/werk/ik/andere-sessies", "see", end_others, "POST"),
    Page(COLLEAGUES, "administer", show_colleagues),
    Page(COLLEAGUES, "administer", invite_colleague, "POST"),
    Page(COLLEAGUES + "/{number}/rol", "administer", change_role, "POST"),
    Page(COLLEAGUES + "/{number}/link", "administer", invite_again, "POST"),
    Page(COLLEAGUES + "/{number}/weg", "administer", ask_to_leave),
    Page(COLLEAGUES + "/{number}/weg", "administer", let_go, "POST"),
)
PAGES_OF_DEMO = (Page("/werk/inloggen/demo", "anyone", sign_in_to_demo, "POST"),)
"""In a demo alone anybody may sign in as any colleague."""


def attach_console(
    app: web.Application, *, demo: bool = False, clock: Callable[[], float] = time.monotonic
) -> None:
    """Add the console to the application; tries to sign in are counted by a clock of seconds."""
    app[DEMO], app[HASHING], app[TRIES] = demo, Hashing(), Tries(clock)
    app.on_cleanup.append(_close)
    for page in PAGES + PAGES_OF_DEMO * demo:
        page.add_to(app)


async def _close(app: web.Application) -> None:
    app[HASHING].close()
