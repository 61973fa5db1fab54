"""The door of the console: who asks, whether they may, and whether a form is one of ours.

A page is reached through here or not at all. Who is not signed in goes to sign in, and from there
to where they wanted to be. A refusal is noted by name. A form that did its deed before only leads
where that led: no page with a form is without this, nor without the number of the form.
"""

import re
from dataclasses import dataclass
from functools import partial
from typing import Literal
from urllib.parse import urlencode, urlsplit

from aiohttp import web

from outreach.console.cookie import secret_of
from outreach.console.kept_form import KEPT_FOR, show_kept
from outreach.console.signed_in import WHO, SignedIn
from outreach.staff.form import led
from outreach.staff.present import Open, session_behind
from outreach.staff.session import SEEN, Lasts, use_session
from outreach.staff.staff import Right
from outreach.store.events import record
from outreach.store.unit import Actor, Unit
from outreach.web.form import read_form
from outreach.web.keys import SETTINGS, STORE, Handler
from outreach.web.page import STAFF

Asked = Right | Literal["anyone"]
"""What a page asks for; `anyone` is for signing in alone."""
SIGN_IN = f"{STAFF}/inloggen"
SESSION = web.RequestKey("session", int)
"""The number of the session of whoever is signed in."""
WAY = re.compile(r"/werk(?:/[\w/-]*)?(?:\?[\w=&%.+-]*)?", re.ASCII)
"""A place in the console: a path of ours cannot be taken for another host."""
LONGEST_WAY = 500
NUMBER = re.compile(r"[A-Za-z0-9_-]{22}")
"""What the frame's `nonce()` puts into a form."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A form of a colleague as it was sent, and its number."""

    fields: dict[str, str]
    number: str


POSTED = web.RequestKey("posted", Posted)
"""Set at the door, for every form of somebody who signed in."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the console, or what one of its forms does, with the right that it asks for."""

    path: str
    right: Asked
    handler: Handler
    method: Literal["GET", "POST"] = "GET"

    def add_to(self, app: web.Application) -> None:
        """Add it to the application, behind the door."""
        app.router.add_route(self.method, self.path, partial(_admit, self))


async def _admit(page: Page, request: web.Request) -> web.StreamResponse:
    if page.method == "POST" and not posted_here(request):
        raise web.HTTPForbidden
    who = await _signed_in(request)
    if page.right != "anyone":
        if who is None:
            return await _signed_out(page, request)
        if not who.may(page.right):
            await request.app[STORE].write(
                _refuse, actor_of(who), staff=who.staff, right=page.right
            )
            raise web.HTTPForbidden
        if page.method == "POST" and (before := await _before(request, who)):
            return see_other(before)
    try:
        answer = await page.handler(request)
    except web.HTTPRedirection as error:
        error.headers["Cache-Control"] = "no-store"
        raise
    answer.headers["Cache-Control"] = "no-store"
    return answer


async def _signed_out(page: Page, request: web.Request) -> web.Response:
    """Send them to sign in; what was written in a form meanwhile stays with them."""
    if page.method == "POST" and page.right in KEPT_FOR:
        form = await read_form(request)
        if NUMBER.fullmatch(form.get("nonce", "")):
            return show_kept(request, form, SIGN_IN)
    return see_other(f"{SIGN_IN}?{urlencode({'naar': request.path_qs})}")


async def _before(request: web.Request, who: SignedIn) -> str | None:
    """Read a form, and return where it led if it was sent before; refuses one without a number."""
    form = await read_form(request)
    number = form.get("nonce", "")
    if not NUMBER.fullmatch(number):
        raise web.HTTPBadRequest
    request[POSTED] = Posted(form, number)
    path: str | None = await request.app[STORE].read(led, number=number, staff=who.staff)
    return path


def form_of(request: web.Request) -> dict[str, str]:
    """Return what stands in the form of a colleague."""
    return request[POSTED].fields


def posted_here(request: web.Request) -> bool:
    """Return True if a form stood on a page of ours: by Fetch Metadata, else by its origin.

    A browser that sends neither is too old to be trusted with a town's work.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = urlsplit(request.headers.get("Origin", ""))
    own = (request.host, urlsplit(request.app[SETTINGS].base_url).netloc)
    return bool(origin.netloc) and origin.netloc in own


async def _signed_in(request: web.Request) -> SignedIn | None:
    """Find who asks by the session of this browser, and keep that it was used."""
    secret = secret_of(request)
    if secret is None:
        return None
    store = request.app[STORE]
    found: Open | None = await store.read(session_behind, secret=secret, lasts=lasts_of(request))
    if found is None:
        return None
    who = SignedIn(found.staff, found.name, found.email, found.role)
    request[WHO], request[SESSION] = who, found.id
    if store.clock() - found.seen_at > SEEN:
        await store.write(use_session, actor_of(who), session=found.id)
    return who


def lasts_of(request: web.Request) -> Lasts:
    """Return how long sessions last here."""
    return Lasts.of(request.app[SETTINGS])


def actor_of(who: SignedIn) -> Actor:
    """Return a colleague as the one who does something."""
    return Actor("staff", who.staff)


def _refuse(unit: Unit, *, staff: int, right: Right) -> None:
    record(unit, "staff.refused", right, staff=staff)


def see_other(path: str) -> web.Response:
    """Send a browser on; what is behind it is asked for anew."""
    return web.Response(status=303, headers={"Location": path, "Cache-Control": "no-store"})


def way_on(request: web.Request) -> str:
    """Return where somebody wanted to be when they had to sign in; never outside the console."""
    wanted = request.query.get("naar", "")
    safe = len(wanted) <= LONGEST_WAY and WAY.fullmatch(wanted) is not None
    return wanted if safe and not wanted.startswith(SIGN_IN) else STAFF
