"""Colleagues: who works here, with which role; invite one, change a role, let one go."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from outreach.clean import clean
from outreach.console.deed import did_once, do_once
from outreach.console.door import form_of, see_other
from outreach.console.frame import done_path, show
from outreach.console.signing_in import DEMO
from outreach.opportunities.contact import contact_for
from outreach.refusal import Refusal
from outreach.staff.invitation import invitation_link, invite, take_on
from outreach.staff.roster import Member, member, roster
from outreach.staff.staff import ROLES, add_staff, remove_staff
from outreach.store.columns import LAST_ID
from outreach.web.keys import SETTINGS, STORE

COLLEAGUES = "/werk/instellingen/collegas"
LONGEST_EMAIL, LONGEST_NAME = 254, 80


async def show_colleagues(request: web.Request) -> web.StreamResponse:
    """Show who works here."""
    return await _page(request)


async def invite_colleague(request: web.Request) -> web.StreamResponse:
    """Take somebody on, and show the link to send to them: it is shown this once."""
    form = form_of(request)
    name, email = clean(form.get("naam", ""), LONGEST_NAME), form.get("email", "").strip()
    role = form.get("rol", "")
    given = {"name_given": name, "email": email, "role_given": role}
    facts = {"email": email[:LONGEST_EMAIL], "name": name, "role": role}
    try:
        return await _with_link(request, name or email, take_on, **facts)
    except Refusal as refusal:
        return await _page(request, 400, wrong=refusal, **given)


async def invite_again(request: web.Request) -> web.StreamResponse:
    """Show another link for a colleague; the one before does not work any more."""
    who = await _member(request)
    return await _with_link(request, who.name, invite, staff=who.id)


async def change_role(request: web.Request) -> web.StreamResponse:
    """Give a colleague another role; they sign in anew."""
    who, form = await _member(request), form_of(request)
    role = form.get("rol", "")
    try:
        return await do_once(request, _to_role_set, add_staff, email=who.email, name="", role=role)
    except Refusal as refusal:
        return await _page(request, 400, wrong=refusal)


async def ask_to_leave(request: web.Request) -> web.StreamResponse:
    """Show what it means that a colleague leaves, before it is done."""
    who = await _member(request)
    theirs = await request.app[STORE].read(contact_for, email=who.email)
    return show(request, "leaving.html", one=who, theirs=theirs, back=COLLEAGUES)


async def let_go(request: web.Request) -> web.StreamResponse:
    """Let a colleague leave, from this moment on."""
    form = form_of(request)
    # by the address that was read there: whoever left meanwhile has no page any more
    given = form.get("email", "")
    try:
        return await do_once(request, _to_left, remove_staff, email=given)
    except Refusal as refusal:
        return await _page(request, 400, wrong=refusal)


async def _page(request: web.Request, status: int = 200, **values: object) -> web.Response:
    people = await request.app[STORE].read(roster)
    blank = {"link": "", "link_for": "", "wrong": None}
    blank |= {"name_given": "", "email": "", "role_given": "editor"}
    facts = {"people": people, "roles": ROLES, "path": COLLEAGUES, "demo": request.app[DEMO]}
    return show(request, "colleagues.html", status=status, **(blank | facts | values))


async def _with_link(
    request: web.Request, of: str, rule: Callable[..., str], /, **values: Any
) -> web.Response:
    """Show the link that a rule makes; the same form again makes none, and says so."""
    made = await did_once(request, lambda _: done_path(COLLEAGUES, "invited"), rule, **values)
    if made.result is None:
        return see_other(made.path or COLLEAGUES)
    return await _page(request, link=_link(request, made.result), link_for=of)


async def _member(request: web.Request) -> Member:
    given = request.match_info["number"]
    if not (given.isascii() and given.isdecimal() and len(given) < len(str(LAST_ID))):
        raise web.HTTPNotFound
    found: Member | None = await request.app[STORE].read(member, staff=int(given))
    if found is None:
        raise web.HTTPNotFound
    return found


def _link(request: web.Request, secret: str) -> str:
    return invitation_link(request.app[SETTINGS].base_url, secret)


def _to_role_set(_: object) -> str:
    return done_path(COLLEAGUES, "role-set")


def _to_left(_: object) -> str:
    return done_path(COLLEAGUES, "colleague-left")
