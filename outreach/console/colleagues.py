"""Colleagues: who works here, with which role; invite one, change a role, let one go."""

from aiohttp import web

from outreach.clean import clean
from outreach.console.deed import do_once
from outreach.console.door import actor_of
from outreach.console.frame import done_path, show
from outreach.console.signed_in import colleague
from outreach.opportunities.contact import contact_for
from outreach.refusal import Refusal
from outreach.staff.invitation import invitation_link, invite, take_on
from outreach.staff.roster import Member, member, roster
from outreach.staff.staff import ROLES, add_staff, remove_staff
from outreach.store.columns import LAST_ID
from outreach.web.form import read_form
from outreach.web.keys import SETTINGS, STORE

COLLEAGUES = "/werk/instellingen/collegas"
LONGEST_EMAIL, LONGEST_NAME = 254, 80


async def show_colleagues(request: web.Request) -> web.StreamResponse:
    """Show who works here."""
    return await _page(request)


async def invite_colleague(request: web.Request) -> web.StreamResponse:
    """Take somebody on, and show the link to send to them: it is shown this once."""
    form = await read_form(request)
    name, email = clean(form.get("naam", ""), LONGEST_NAME), form.get("email", "").strip()
    role = form.get("rol", "")
    given = {"name_given": name, "email": email, "role_given": role}
    try:
        secret = await request.app[STORE].write(
            take_on,
            actor_of(colleague(request)),
            email=email[:LONGEST_EMAIL],
            name=name,
            role=role,
        )
    except Refusal as refusal:
        return await _page(request, 400, wrong=refusal, **given)
    return await _page(request, link=_link(request, secret), link_for=name or email)


async def invite_again(request: web.Request) -> web.StreamResponse:
    """Show another link for a colleague; the one before does not work any more."""
    who = await _member(request)
    actor = actor_of(colleague(request))
    secret = await request.app[STORE].write(invite, actor, staff=who.id)
    return await _page(request, link=_link(request, secret), link_for=who.name)


async def change_role(request: web.Request) -> web.StreamResponse:
    """Give a colleague another role; they sign in anew."""
    who, form = await _member(request), await read_form(request)
    role = form.get("rol", "")
    try:
        return await do_once(
            request, form, _to_role_set, add_staff, email=who.email, name="", role=role
        )
    except Refusal as refusal:
        return await _page(request, 400, wrong=refusal)


async def ask_to_leave(request: web.Request) -> web.StreamResponse:
    """Show what it means that a colleague leaves, before it is done."""
    who = await _member(request)
    theirs = await request.app[STORE].read(contact_for, email=who.email)
    return show(request, "leaving.html", one=who, theirs=theirs, back=COLLEAGUES)


async def let_go(request: web.Request) -> web.StreamResponse:
    """Let a colleague leave, from this moment on."""
    form = await read_form(request)
    # by the address that was read there: whoever left meanwhile has no page any more
    given = form.get("email", "")
    try:
        return await do_once(request, form, _to_left, remove_staff, email=given)
    except Refusal as refusal:
        return await _page(request, 400, wrong=refusal)


async def _page(request: web.Request, status: int = 200, **values: object) -> web.Response:
    people = await request.app[STORE].read(roster)
    blank = {"link": "", "link_for": "", "wrong": None}
    blank |= {"name_given": "", "email": "", "role_given": "editor"}
    facts = {"people": people, "roles": ROLES, "path": COLLEAGUES}
    return show(request, "colleagues.html", status=status, **(blank | facts | values))


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
