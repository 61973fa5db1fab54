"""`kansenbode interests`: what came in, and how it goes on."""

from typing import Annotated, Literal

import typer

from outreach.commands.desk import As, Data, Json, desk
from outreach.commands.record import show_interest
from outreach.commands.told import say_told, telling
from outreach.interests.overview import interest_details, interest_overview, opportunity_number
from outreach.interests.reading import sent_along
from outreach.interests.tell import move_interest_and_tell

app = typer.Typer(no_args_is_help=True)

State = Literal["new", "in_talk", "invited", "agreed", "declined", "withdrawn"]
Number = Annotated[int, typer.Argument(metavar="NUMBER", min=1, max=2**63 - 1)]
Of = Annotated[str | None, typer.Option("--opportunity", metavar="NUMBER")]
COLUMNS = {
    "id": None, "reference": None, "tender_id": None, "party": None, "kind": "party", "state": "interest",
    "stored_at": None, "answer_by": None,
}  # fmt: skip


@app.command("list")
def list_interests(
    ctx: typer.Context,
    opportunity: Of = None,
    state: Annotated[State | None, typer.Option("--state")] = None,
    json: Json = False,
    data: Data = None,
) -> None:
    """List the interests."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity) if opportunity else None
        rows = at.look(interest_overview, opportunity=number, state=state)
        at.terminal.listing(rows, COLUMNS, as_json=json, none="commands-interests-none")


@app.command()
def show(ctx: typer.Context, interest: Number, json: Json = False, data: Data = None) -> None:
    """Show one interest with its members and every change."""
    with desk(ctx, data) as at:
        details, sent = at.look(interest_details, interest=interest), at.look(sent_along, interest=interest)
        show_interest(at.terminal, details, sent, as_json=json)


@app.command()
def move(ctx: typer.Context, interest: Number, state: State, staff: As = None, data: Data = None) -> None:
    """Move an interest to another state, and tell its party."""
    with desk(ctx, data) as at:
        told = at.change(move_interest_and_tell, staff, interest=interest, state=state, telling=telling(at))
        at.terminal.say("commands-interests-moved", number=str(interest), state=at.terminal.value(state, "interest"))
        say_told(at.terminal, told, anyway=True)
