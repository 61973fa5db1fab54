"""`kansenbode places`: the districts and neighbourhoods of the town, from a table of Statistics Netherlands (CBS)."""

from pathlib import Path
from typing import Annotated

import typer

from outreach.commands.desk import As, Data, Json, desk
from outreach.opportunities.place import add_places, known_places, read_places

app = typer.Typer(no_args_is_help=True)

Year = Annotated[int, typer.Option("--year", min=2000, max=2100, metavar="YEAR")]
Table = Annotated[Path, typer.Argument(metavar="FILE")]


@app.command("import")
def import_places(ctx: typer.Context, file: Table, year: Year = 2026, staff: As = None, data: Data = None) -> None:
    """Take the places of a table with codes and names; the same table again changes nothing."""
    with desk(ctx, data, make=True) as at:
        places = read_places(file.read_text("utf-8-sig", errors="replace"), year=year)
        at.change(add_places, staff, places=places)
        at.terminal.say("commands-places-added", count=len(places))


@app.command("list")
def list_places(ctx: typer.Context, json: Json = False, data: Data = None) -> None:
    """List the places."""
    with desk(ctx, data) as at:
        columns = {"code": None, "name": None, "year": None}
        at.terminal.listing(at.look(known_places), columns, as_json=json, none="commands-places-none")
