"""What a colleague has here: who they are, and where they are signed in."""

from aiohttp import web

from outreach.console.cookie import drop_secret
from outreach.console.deed import do_once
from outreach.console.door import SESSION, SIGN_IN, actor_of, form_of, lasts_of
from outreach.console.frame import done_path, show
from outreach.console.hashing import HASHING
from outreach.console.signed_in import colleague
from outreach.console.tries import TRIES, Trying
from outreach.refusal import Refusal
from outreach.staff.password import (
    HIGH,
    LOW,
    note_wrong,
    read_password,
    require_good,
    set_password,
    stored_password,
)
from outreach.staff.present import sessions_of
from outreach.staff.session import end_session, end_sessions
from outreach.web.keys import SETTINGS, STORE
from outreach.web.limits import client_of
from outreach.web.page import STAFF

ME = f"{STAFF}/ik"
LONGEST = 10
"""Digits of a number that a form may name."""


async def show_me(
    request: web.Request, status: int = 200, wrong: Refusal | None = None
) -> web.StreamResponse:
    """Show who is signed in, and in which browsers; and what was `wrong` with a new password."""
    staff, lasts = colleague(request).staff, lasts_of(request)
    sessions = await request.app[STORE].read(sessions_of, staff=staff, lasts=lasts)
    facts = {"sessions": sessions, "here": request[SESSION], "low": LOW, "high": HIGH}
    return show(request, "me.html", status=status, wrong=wrong, **facts)


async def sign_out(request: web.Request) -> web.StreamResponse:
    """End this session."""
    return await _end(request, request[SESSION])


async def end_mine(request: web.Request) -> web.StreamResponse:
    """End one session of theirs; the one of this browser signs them out."""
    given = form_of(request).get("sessie", "")
    if not (given.isascii() and given.isdecimal() and len(given) < LONGEST):
        raise web.HTTPBadRequest
    return await _end(request, int(given))


async def end_others(request: web.Request) -> web.StreamResponse:
    """End every session of theirs but this one."""
    facts = {"staff": colleague(request).staff, "but": request[SESSION]}
    return await do_once(request, lambda _: done_path(ME, "sessions-ended"), end_sessions, **facts)


async def change_password(request: web.Request) -> web.StreamResponse:
    """Take another password from whoever knows the present one; their other sessions end.

    Tries count as those to sign in do: a browser that was left open is no way to guess.
    """
    who, form, hashing = colleague(request), form_of(request), request.app[HASHING]
    if request.app[TRIES].wait(Trying(who.email, client_of(request), None)):
        raise web.HTTPTooManyRequests
    stored = await request.app[STORE].read(stored_password, email=who.email)
    if not await hashing.fits(stored.hash, read_password(form.get("nu", ""))):
        await request.app[STORE].write(note_wrong, actor_of(who), staff=who.staff)
        return await show_me(request, 400, Refusal("refusal-password-now"))
    password = read_password(form.get("wachtwoord", ""))
    try:
        require_good(password, (request.app[SETTINGS].organisation, who.name, who.email))
    except Refusal as refusal:
        return await show_me(request, 400, refusal)
    facts = {"staff": who.staff, "but": request[SESSION]}
    hashed = await hashing.hash(password)
    return await do_once(
        request, lambda _: done_path(ME, "password-set"), set_password, hashed=hashed, **facts
    )


async def _end(request: web.Request, session: int) -> web.Response:
    """End a session; the one of this browser signs them out."""
    here = session == request[SESSION]
    path = SIGN_IN if here else done_path(ME, "session-ended")
    facts = {"staff": colleague(request).staff, "session": session}
    answer = await do_once(request, lambda _: path, end_session, **facts)
    if here:
        drop_secret(request, answer)
    return answer
