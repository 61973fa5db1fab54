"""Sign in: who proved who they are gets a session in this browser."""

from math import ceil

from aiohttp import web

from outreach.console.browser import browser_of
from outreach.console.cookie import device_of, keep_device, keep_secret, secret_of
from outreach.console.door import lasts_of, see_other, way_on
from outreach.console.frame import show
from outreach.console.hashing import HASHING
from outreach.console.signed_in import WHO
from outreach.console.tries import TRIES, Trying
from outreach.staff.device import known_device, remember_device
from outreach.staff.password import Stored, keep_hash, note_wrong, read_password, stored_password
from outreach.staff.session import begin_session, drop_session
from outreach.staff.staff import ROLES, all_staff, colleague_number
from outreach.store.unit import NOBODY, Actor
from outreach.web.form import read_form
from outreach.web.keys import STORE
from outreach.web.limits import client_of

DEMO = web.AppKey("demo", bool)
LONGEST_AGENT, LONGEST_EMAIL = 500, 254


async def show_sign_in(request: web.Request) -> web.StreamResponse:
    """Show how to sign in; whoever is signed in goes on."""
    if WHO in request:
        return see_other(way_on(request))
    return await _form(request)


async def sign_in(request: web.Request) -> web.StreamResponse:
    """Sign in by address and password; whoever is not known hears the same, as late."""
    form = await read_form(request)
    email = form.get("email", "").strip().lower()[:LONGEST_EMAIL]
    device = await _known_device(request, email)
    wait = request.app[TRIES].wait(Trying(email, client_of(request), device))
    if wait:
        answer = await _form(request, 429, email, "often", ceil(wait / 60))
        answer.headers["Retry-After"] = str(ceil(wait))
        return answer
    password = read_password(form.get("wachtwoord", ""))
    stored: Stored = await request.app[STORE].read(stored_password, email=email)
    if not await request.app[HASHING].fits(stored.hash, password) or stored.staff is None:
        await request.app[STORE].write(note_wrong, NOBODY, staff=stored.staff)
        return await _form(request, 400, email, "unknown")
    await _freshen(request, stored, password)
    return await let_in(request, stored.staff, known=device is not None)


async def sign_in_to_demo(request: web.Request) -> web.StreamResponse:
    """Sign in as the colleague that was chosen, in a demo."""
    form = await read_form(request)
    staff = await request.app[STORE].read(colleague_number, email=form.get("wie", ""))
    return await let_in(request, staff, known=True)


async def let_in(request: web.Request, staff: int, *, known: bool) -> web.Response:
    """Begin a session with a secret of its own, end the one of before, and go on.

    A browser that is not `known` as one of theirs is from now on.
    """
    store, actor = request.app[STORE], Actor("staff", staff)
    before = secret_of(request)
    if before is not None:
        await store.write(drop_session, actor, secret=before)
    browser = browser_of(request.headers.get("User-Agent", "")[:LONGEST_AGENT])
    lasts = lasts_of(request)
    secret = await store.write(begin_session, actor, staff=staff, browser=browser, lasts=lasts)
    answer = see_other(way_on(request))
    keep_secret(request, answer, secret)
    if not known:
        keep_device(request, answer, await store.write(remember_device, actor, staff=staff))
    return answer


async def _form(
    request: web.Request, status: int = 200, email: str = "", wrong: str = "", minutes: int = 0
) -> web.Response:
    people = await request.app[STORE].read(all_staff) if request.app[DEMO] else []
    people.sort(key=lambda one: ROLES.index(one.role))
    facts = {"people": people, "naar": way_on(request), "email": email}
    return show(request, "sign_in.html", status=status, wrong=wrong, minutes=minutes, **facts)


async def _known_device(request: web.Request, email: str) -> int | None:
    secret = device_of(request)
    if secret is None:
        return None
    return await request.app[STORE].read(known_device, secret=secret, email=email)


async def _freshen(request: web.Request, stored: Stored, password: str) -> None:
    """Hash a password anew if it was hashed with other measures."""
    hashing = request.app[HASHING]
    if stored.staff is not None and stored.hash is not None and hashing.ages(stored.hash):
        hashed = await hashing.hash(password)
        actor = Actor("staff", stored.staff)
        await request.app[STORE].write(keep_hash, actor, staff=stored.staff, hashed=hashed)
