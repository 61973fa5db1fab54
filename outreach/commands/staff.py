"""`kansenbode staff`: who works at the town hall."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import itemgetter
from typing import Annotated

import typer

from outreach.campaigns.fresh import hold_changed
from outreach.clean import clean
from outreach.commands.campaign.changes import say_waiting, say_would_wait
from outreach.commands.desk import As, Data, Desk, Json, desk
from outreach.commands.reading import CHANGES, NOTHING, shows
from outreach.commands.second_look import Preview, Yes, ask, say_changes
from outreach.commands.told import say_texts, say_told, telling
from outreach.commands.values import tidy
from outreach.commands.words import coded
from outreach.interests.foresee import Foreseen, Rehearsed, seen
from outreach.interests.tell import Told, change_and_tell
from outreach.opportunities.contact import ContactFor, contact_for
from outreach.staff.invitation import invitation_link, invite
from outreach.staff.staff import Colleague, add_staff, all_staff, present_number, remove_staff
from outreach.store.unit import NOBODY, Actor, Unit

app = typer.Typer(no_args_is_help=True)

LONGEST_EMAIL, LONGEST_NAME = 254, 80
Role = Annotated[str | None, typer.Option("--role", metavar="ROLE", callback=coded("staff"))]
Notify = Annotated[str | None, typer.Option("--notify", metavar="CHOICE", callback=coded("notify"))]
Name = Annotated[str, typer.Option("--name")]
Heir = Annotated[str | None, typer.Option("--to", metavar="EMAIL")]
Left = Annotated[bool, typer.Option("--left")]
Handed = Foreseen[tuple[int, Told]]
"""The result of a hand-over: the number of the opportunity, and who is told."""
COLUMNS = {"email": None, "name": None, "role": "staff", "notify": "notify"}


@app.command()
@shows(CHANGES)
def add(
    ctx: typer.Context,
    email: str,
    name: Name = "",
    role: Role = None,
    notify: Notify = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """Add a colleague, or change their name and role. The first one needs
    nobody, and is an administrator.
    """
    with desk(ctx, data, make=True) as at:
        known = at.look(all_staff)
        actor, role = (at.actor(staff, "administer"), role) if known else (NOBODY, "administrator")
        email = tidy(at.printer.heading("email"), email, LONGEST_EMAIL)
        name = tidy(at.printer.heading("name"), name, LONGEST_NAME)
        number = at.store.run(add_staff, actor, email=email, name=name, role=role, notify=notify)
        added = _colleague(at, email)
        at.printer.say(
            "commands-staff-added", name=added.name, role=at.printer.value(added.role, "staff")
        )
        if email.lower() not in {one.email for one in known}:
            _say_link(at, added.name, at.store.run(invite, actor, staff=number))


@app.command("invite")
@shows(CHANGES)
def invite_again(ctx: typer.Context, email: str, staff: As = None, data: Data = None) -> None:
    """Make a link by which a colleague chooses a password, at first or again."""
    with desk(ctx, data) as at:
        actor = at.actor(staff, "administer")
        number = at.look(present_number, email=clean(email, None))
        added = _colleague(at, clean(email, None))
        _say_link(at, added.name, at.store.run(invite, actor, staff=number))


@app.command()
@shows(CHANGES)
def remove(
    ctx: typer.Context,
    email: str,
    heir: Heir = None,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Let a colleague leave, and hand their work over. What they did stays in the record."""
    with desk(ctx, data) as at:
        email, heir = clean(email, None), None if heir is None else clean(heir, None)
        rule, actor = partial(_leave, at=at, email=email, heir=heir), at.actor(staff, "administer")
        foreseen = _rehearsed(at, rule, actor)
        asks = any(one.asks for one in foreseen)
        if preview or (asks and not yes):
            _say_foreseen(at, foreseen)
        if preview:
            _say_contact(at, email, heir)
            at.printer.say("commands-preview-only")
            return
        if asks and not yes:
            ask(at.printer)
        done = at.store.run(rule, actor)
        at.printer.say("commands-staff-left", name=_colleague(at, email).name)
        for one in done:
            at.printer.say(
                "commands-staff-handed",
                tender_id=one.tender_id,
                name=_colleague(at, heir or "").name,
            )
            say_told(at.printer, one.told)
            say_waiting(at, actor, one.result[0])
        _say_contact(at, email, heir)


@app.command("list")
@shows(NOTHING)
def list_staff(
    ctx: typer.Context, left: Left = False, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """List the colleagues."""
    with desk(ctx, data) as at:
        columns = COLUMNS | ({"left_at": None} if left else {})
        at.printer.listing(
            at.look(all_staff, left=left), columns, as_json=json, none="commands-staff-none"
        )


def _say_link(at: Desk, name: str, secret: str) -> None:
    link = invitation_link(at.settings.base_url, secret)
    at.printer.say("commands-staff-link", name=name, link=link)


def _leave(unit: Unit, at: Desk, *, email: str, heir: str | None) -> list[Handed]:
    """Let a colleague leave, and make their heir the contact official; all of it, or nothing."""
    remove_staff(unit, email=email, heir=heir)
    theirs = contact_for(unit, email=email) if heir is not None else []
    return [_hand_over(unit, at, one=one, heir=heir) for one in theirs]


def _hand_over(unit: Unit, at: Desk, *, one: ContactFor, heir: str | None) -> Handed:
    def handed(unit: Unit) -> tuple[int, Told]:
        _, told = change_and_tell(unit, opportunity=one.id, telling=telling(at), official=heir)
        return one.id, told

    return seen(unit, one.id, handed, itemgetter(1))


def _rehearsed(at: Desk, rule: Callable[[Unit], list[Handed]], actor: Actor) -> list[Handed]:
    """Return what the rule would do; nothing of it is stored."""

    def look(unit: Unit) -> None:
        done = [
            replace(one, waits=hold_changed(unit, opportunity=one.result[0])) for one in rule(unit)
        ]
        raise Rehearsed(Foreseen(done, public=False, base=0))

    try:
        at.store.run(look, actor)
    except Rehearsed as rehearsed:
        foreseen: list[Handed] = rehearsed.foreseen.result
        return foreseen
    raise AssertionError("a rehearsal always ends in Rehearsed")


def _say_foreseen(at: Desk, foreseen: list[Handed]) -> None:
    for one in foreseen:
        at.printer.say("commands-staff-handing", tender_id=one.tender_id, title=one.title)
        say_changes(at.printer, one.changes)
        say_told(at.printer, one.told, anyway=True)
        say_would_wait(at.printer, one.waits)
        say_texts(at.printer, one.texts)


def _say_contact(at: Desk, email: str, heir: str | None) -> None:
    """Print for which records a leaving colleague remains the contact, if there is no heir."""
    theirs = at.look(contact_for, email=email) if heir is None else []
    if theirs:
        at.printer.say("commands-staff-contact", count=len(theirs))
        for one in theirs:
            at.printer.say("commands-staff-theirs", tender_id=one.tender_id, title=one.title)
        at.printer.say("commands-staff-at-once", email=email.lower())


def _colleague(at: Desk, email: str) -> Colleague:
    return next(one for one in at.look(all_staff, left=True) if one.email == email.lower())
