"""`kansenbode staff`: who works at the town hall."""

from operator import itemgetter
from typing import Annotated

import typer

from outreach.commands.desk import As, Data, Desk, Json, desk
from outreach.commands.reading import CHANGES, NOTHING, shows
from outreach.commands.second_look import Yes, second_look
from outreach.commands.told import say_told, telling
from outreach.commands.words import coded
from outreach.interests.tell import change_and_tell
from outreach.opportunities.contact import ContactFor, contact_for
from outreach.staff.staff import Colleague, add_staff, all_staff, remove_staff
from outreach.store.clean import clean
from outreach.store.unit import NOBODY

app = typer.Typer(no_args_is_help=True)

LONGEST_EMAIL = 254
Role = Annotated[str | None, typer.Option("--role", metavar="ROLE", callback=coded("staff"))]
Notify = Annotated[str | None, typer.Option("--notify", metavar="CHOICE", callback=coded("notify"))]
Name = Annotated[str, typer.Option("--name")]
Heir = Annotated[str | None, typer.Option("--to", metavar="EMAIL")]
Left = Annotated[bool, typer.Option("--left")]
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
    """Add a colleague, or change their name and role. The first one needs nobody, and is an administrator."""
    with desk(ctx, data, make=True) as at:
        known = at.look(all_staff)
        actor, role = (at.actor(staff, "administer"), role) if known else (NOBODY, "administrator")
        email = clean(email, LONGEST_EMAIL)
        at.store.run(add_staff, actor, email=email, name=clean(name, 80), role=role, notify=notify)
        added = _colleague(at, email)
        at.terminal.say("commands-staff-added", name=added.name, role=at.terminal.value(added.role, "staff"))


@app.command()
@shows(CHANGES)
def remove(
    ctx: typer.Context,
    email: str,
    heir: Heir = None,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Let a colleague leave, and hand their work over. What they did stays in the record."""
    with desk(ctx, data) as at:
        email, heir = clean(email, LONGEST_EMAIL), None if heir is None else clean(heir, LONGEST_EMAIL)
        at.store.run(remove_staff, at.actor(staff, "administer"), email=email, heir=heir)
        at.terminal.say("commands-staff-left", name=_colleague(at, email).name)
        theirs = at.look(contact_for, email=email)
        if heir is not None:
            for one in theirs:
                _hand_over(at, staff, one, heir, yes=yes)
        elif theirs:
            at.terminal.say("commands-staff-contact", count=len(theirs))
            for one in theirs:
                at.terminal.say("commands-staff-theirs", tender_id=one.tender_id, title=one.title)
            at.terminal.say("commands-staff-at-once", email=email.lower())


@app.command("list")
@shows(NOTHING)
def list_staff(ctx: typer.Context, left: Left = False, json: Json = False, staff: As = None, data: Data = None) -> None:
    """List the colleagues."""
    with desk(ctx, data) as at:
        columns = COLUMNS | ({"left_at": None} if left else {})
        at.terminal.listing(at.look(all_staff, left=left), columns, as_json=json, none="commands-staff-none")


def _hand_over(at: Desk, staff: str | None, one: ContactFor, heir: str, *, yes: bool) -> None:
    """Make a colleague the contact official; where people are told of that, after a second look."""
    done = second_look(
        at, staff, change_and_tell, itemgetter(1), about=one.id, preview=False, yes=yes, opportunity=one.id,
        telling=telling(at), official=heir,
    )  # fmt: skip
    if done is not None:
        at.terminal.say("commands-staff-handed", tender_id=one.tender_id, name=_colleague(at, heir).name)
        say_told(at.terminal, done.told)


def _colleague(at: Desk, email: str) -> Colleague:
    return next(one for one in at.look(all_staff, left=True) if one.email == email.lower())
