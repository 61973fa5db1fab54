"""`kansenbode staff`: who works at the town hall."""

from typing import Annotated

import typer

from outreach.commands.desk import As, Data, Json, desk
from outreach.commands.words import coded
from outreach.staff.staff import add_staff, all_staff
from outreach.store.clean import clean
from outreach.store.unit import NOBODY

app = typer.Typer(no_args_is_help=True)

Role = Annotated[str, typer.Option("--role", metavar="ROLE", callback=coded("staff"))]
Notify = Annotated[str | None, typer.Option("--notify", metavar="CHOICE", callback=coded("notify"))]
Name = Annotated[str, typer.Option("--name")]


@app.command()
def add(
    ctx: typer.Context,
    email: str,
    name: Name = "",
    role: Role = "editor",
    notify: Notify = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """Add a colleague, or change their name and role. The first one needs nobody, and is an administrator."""
    with desk(ctx, data, make=True) as at:
        known = at.look(all_staff)
        actor, role = (at.actor(staff, "administer"), role) if known else (NOBODY, "administrator")
        email = clean(email, 254)
        at.store.run(add_staff, actor, email=email, name=clean(name, 80), role=role, notify=notify)
        [name] = [colleague.name for colleague in at.look(all_staff) if colleague.email == email.lower()]
        at.terminal.say("commands-staff-added", name=name, role=at.terminal.value(role, "staff"))


@app.command("list")
def list_staff(ctx: typer.Context, json: Json = False, data: Data = None) -> None:
    """List the colleagues."""
    with desk(ctx, data) as at:
        columns = {"email": None, "name": None, "role": "staff", "notify": "notify"}
        at.terminal.listing(at.look(all_staff), columns, as_json=json, none="commands-staff-none")
