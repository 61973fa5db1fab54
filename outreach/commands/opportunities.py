"""`kansenbode opportunities`: the tender records."""

from pathlib import Path
from typing import Annotated

import typer

from outreach.commands.campaign_changes import say_unreached, say_waiting
from outreach.commands.desk import As, Data, Json, desk
from outreach.commands.fields import read_fields
from outreach.commands.record import show_opportunity
from outreach.commands.told import say_told, show_told, telling
from outreach.commands.words import coded, fields_shown
from outreach.interests.funnel import funnel
from outreach.interests.meant import opportunity_number
from outreach.interests.overview import opportunity_details, opportunity_overview
from outreach.interests.tell import change_and_tell, move_opportunity_and_tell
from outreach.interests.told import told_of
from outreach.opportunities.edit import new_opportunity
from outreach.store.clean import clean
from outreach.store.errors import Refusal
from outreach.venues.keep import keep_cards

app = typer.Typer(no_args_is_help=True)

Number = Annotated[str, typer.Argument(metavar="OPPORTUNITY")]
Own = Annotated[str, typer.Argument(metavar="KENMERK")]
Facts = Annotated[list[str] | None, typer.Argument(metavar="FIELD=VALUE")]
People = Annotated[bool, typer.Option("--people")]
State = Annotated[str | None, typer.Option("--state", metavar="STATE", callback=coded("state"))]
COLUMNS = {
    "id": None, "tender_id": None, "title": None, "state": "state", "direction": "direction",
    "answers_until": None, "interests": None, "questions": None,
}  # fmt: skip


@app.command("list")
def list_opportunities(ctx: typer.Context, state: State = None, json: Json = False, data: Data = None) -> None:
    """List the opportunities."""
    with desk(ctx, data) as at:
        rows = at.look(opportunity_overview, state=state)
        at.terminal.listing(rows, COLUMNS, as_json=json, none="commands-opportunities-none")


@app.command()
def show(ctx: typer.Context, opportunity: Number, json: Json = False, data: Data = None) -> None:
    """Show one opportunity: its facts, what lacks, what came of it, and how easy it reads."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        today = at.store.clock().astimezone(at.settings.zone_info).date()
        details = at.look(opportunity_details, opportunity=number, today=today)
        show_opportunity(at.terminal, details, at.look(funnel, opportunity=number), as_json=json)


@app.command("told")
def told_(
    ctx: typer.Context, opportunity: Number, people: People = False, json: Json = False, data: Data = None
) -> None:
    """Show who was told what, when and where."""
    with desk(ctx, data) as at:
        notices = at.look(told_of, opportunity=at.look(opportunity_number, given=opportunity))
        show_told(at.terminal, notices, people=people, as_json=json)


@app.command()
def new(ctx: typer.Context, tender_id: Own, facts: Facts = None, staff: As = None, data: Data = None) -> None:
    """Make a draft."""
    with desk(ctx, data, make=True) as at:
        values = read_fields(facts or [], at.terminal)
        tender_id, prefix = clean(tender_id, 80), at.settings.ocid_prefix
        if not tender_id:
            raise Refusal("refusal-value", field="kenmerk", given=tender_id, example="WD-2026-01")
        number = at.change(new_opportunity, staff, tender_id=tender_id, ocid_prefix=prefix, **values)
        at.terminal.say("commands-opportunities-made", number=str(number), tender_id=tender_id)


@app.command("set")
def set_(ctx: typer.Context, opportunity: Number, facts: Facts = None, staff: As = None, data: Data = None) -> None:
    """Set facts of an opportunity."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        values = read_fields(facts or [], at.terminal)
        changed, told = at.change(
            keep_cards, staff, at.terminal.texts, change_and_tell, opportunity=number, telling=telling(at), **values
        )
        at.terminal.say("commands-opportunities-set", fields=fields_shown(at.terminal, changed) or "none")
        say_told(at.terminal, told)
        say_waiting(at, staff, number)


@app.command("open")
def open_(ctx: typer.Context, opportunity: Number, staff: As = None, data: Data = None) -> None:
    """Publish an opportunity."""
    _move(ctx, opportunity, "open", staff, data)


@app.command()
def close(ctx: typer.Context, opportunity: Number, staff: As = None, data: Data = None) -> None:
    """Take no more interests."""
    _move(ctx, opportunity, "closed", staff, data)


@app.command()
def decide(ctx: typer.Context, opportunity: Number, staff: As = None, data: Data = None) -> None:
    """Write down that the decision was made."""
    _move(ctx, opportunity, "decided", staff, data)


@app.command()
def withdraw(ctx: typer.Context, opportunity: Number, staff: As = None, data: Data = None) -> None:
    """Take an opportunity back."""
    _move(ctx, opportunity, "withdrawn", staff, data)


def _move(ctx: typer.Context, opportunity: str, state: str, staff: str | None, data: Path | None) -> None:
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        told = at.change(
            keep_cards, staff, at.terminal.texts, move_opportunity_and_tell, opportunity=number, state=state,
            telling=telling(at),
        )  # fmt: skip
        at.terminal.say("commands-opportunities-moved", given=opportunity, state=at.terminal.value(state, "state"))
        say_told(at.terminal, told)
        if state != "open":
            say_unreached(at, number)
