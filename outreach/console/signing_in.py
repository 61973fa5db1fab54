"""Sign in: who proved who they are gets a session in this browser."""

import re

from aiohttp import web

from outreach.console.cookie import keep_secret, secret_of
from outreach.console.door import lasts_of, see_other, way_on
from outreach.console.frame import show
from outreach.console.signed_in import WHO
from outreach.staff.session import begin_session, drop_session
from outreach.staff.staff import ROLES, all_staff, colleague_number
from outreach.store.unit import Actor
from outreach.web.form import read_form
from outreach.web.keys import STORE

DEMO = web.AppKey("demo", bool)
BROWSERS = (
    ("Edge", re.compile("Edg")),
    ("Samsung Internet", re.compile("SamsungBrowser")),
    ("Firefox", re.compile("Firefox|FxiOS")),
    ("Chrome", re.compile("Chrom|CriOS")),
    ("Safari", re.compile("Safari")),
)
"""By what each says of itself; those first that call themselves by the names of others too."""
SYSTEMS = (
    ("iPhone", re.compile("iPhone")),
    ("iPad", re.compile("iPad")),
    ("Android", re.compile("Android")),
    ("Windows", re.compile("Windows")),
    ("macOS", re.compile("Mac OS X")),
    ("ChromeOS", re.compile("CrOS")),
    ("Linux", re.compile("Linux")),
)
LONGEST_AGENT = 500


async def show_sign_in(request: web.Request) -> web.StreamResponse:
    """Show how to sign in; whoever is signed in goes on."""
    if WHO in request:
        return see_other(way_on(request))
    people = await request.app[STORE].read(all_staff) if request.app[DEMO] else []
    people.sort(key=lambda one: ROLES.index(one.role))
    return show(request, "sign_in.html", people=people, naar=way_on(request))


async def sign_in_to_demo(request: web.Request) -> web.StreamResponse:
    """Sign in as the colleague that was chosen, in a demo."""
    form = await read_form(request)
    staff = await request.app[STORE].read(colleague_number, email=form.get("wie", ""))
    return await let_in(request, staff)


async def let_in(request: web.Request, staff: int) -> web.StreamResponse:
    """Begin a session with a secret of its own, end the one of before, and go on."""
    store, actor = request.app[STORE], Actor("staff", staff)
    before = secret_of(request)
    if before is not None:
        await store.write(drop_session, actor, secret=before)
    agent = request.headers.get("User-Agent", "")[:LONGEST_AGENT]
    browser, lasts = browser_of(agent), lasts_of(request)
    secret = await store.write(begin_session, actor, staff=staff, browser=browser, lasts=lasts)
    answer = see_other(way_on(request))
    keep_secret(request, answer, secret)
    return answer


def browser_of(agent: str) -> str:
    """Return a browser and its system as people know them; empty if it says neither."""
    found = (
        next((name for name, mark in of if mark.search(agent)), "") for of in (BROWSERS, SYSTEMS)
    )
    return ", ".join(filter(None, found))
