"""Every page of the console, with the right that it asks for: a page is here, or it is not there.

`anyone` is for signing in alone. `tests/outreach/console/test_walk.py` walks this table as each
role, and signed out.
"""

from aiohttp import web

from outreach.console.door import Page
from outreach.console.me import end_mine, end_others, show_me, sign_out
from outreach.console.opportunities import send_opportunities, show_opportunities
from outreach.console.signing_in import DEMO, show_sign_in, sign_in_to_demo
from outreach.console.today import show_today

PAGES = (
    Page("/werk/inloggen", "anyone", show_sign_in),
    Page("/werk/uitloggen", "see", sign_out, "POST"),
    Page("/werk", "see", show_today),
    Page("/werk/kansen", "see", show_opportunities),
    Page("/werk/kansen.csv", "see", send_opportunities),
    Page("/werk/kansen.xlsx", "see", send_opportunities),
    Page("/werk/ik", "see", show_me),
    Page("/werk/ik/sessie", "see", end_mine, "POST"),
    Page("/werk/ik/andere-sessies", "see", end_others, "POST"),
)
PAGES_OF_DEMO = (Page("/werk/inloggen/demo", "anyone", sign_in_to_demo, "POST"),)
"""In a demo alone anybody may sign in as any colleague."""


def attach_console(app: web.Application, *, demo: bool = False) -> None:
    """Add the console to the application."""
    app[DEMO] = demo
    for page in PAGES + PAGES_OF_DEMO * demo:
        page.add_to(app)
