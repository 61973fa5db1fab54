"""What a colleague has here: who they are, and where they are signed in."""

from aiohttp import web

from outreach.console.cookie import drop_secret
from outreach.console.door import SESSION, SIGN_IN, actor_of, lasts_of, see_other
from outreach.console.frame import done, show
from outreach.console.signed_in import colleague
from outreach.staff.present import sessions_of
from outreach.staff.session import end_session, end_sessions
from outreach.web.form import read_form
from outreach.web.keys import STORE
from outreach.web.page import STAFF

ME = f"{STAFF}/ik"
LONGEST = 10
"""Digits of a number that a form may name."""


async def show_me(request: web.Request) -> web.StreamResponse:
    """Show who is signed in, and in which browsers."""
    staff, lasts = colleague(request).staff, lasts_of(request)
    sessions = await request.app[STORE].read(sessions_of, staff=staff, lasts=lasts)
    return show(request, "me.html", sessions=sessions, here=request[SESSION])


async def sign_out(request: web.Request) -> web.StreamResponse:
    """End this session."""
    await _end(request, request[SESSION])
    return _forgotten(request)


async def end_mine(request: web.Request) -> web.StreamResponse:
    """End one session of theirs; the one of this browser signs them out."""
    given = (await read_form(request)).get("sessie", "")
    if not (given.isascii() and given.isdecimal() and len(given) < LONGEST):
        raise web.HTTPBadRequest
    await _end(request, int(given))
    if int(given) == request[SESSION]:
        return _forgotten(request)
    raise done(ME, "session-ended")


async def end_others(request: web.Request) -> web.StreamResponse:
    """End every session of theirs but this one."""
    who = colleague(request)
    await request.app[STORE].write(
        end_sessions, actor_of(who), staff=who.staff, but=request[SESSION]
    )
    raise done(ME, "sessions-ended")


async def _end(request: web.Request, session: int) -> None:
    who = colleague(request)
    await request.app[STORE].write(end_session, actor_of(who), staff=who.staff, session=session)


def _forgotten(request: web.Request) -> web.Response:
    answer = see_other(SIGN_IN)
    drop_secret(request, answer)
    return answer
