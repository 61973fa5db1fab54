"""`kansenbode places`: districts, neighbourhoods, and the streets and postcodes in them."""

from pathlib import Path
from typing import Annotated

import typer

from outreach.campaigns.places import remove_place
from outreach.commands.desk import As, Data, Desk, Json, desk
from outreach.commands.reading import CHANGES, NOTHING, shows
from outreach.commands.terminal import Printer
from outreach.exchange.findings import BrokenFile
from outreach.exchange.opened import open_file
from outreach.exchange.table.grid import Grid, read_grid
from outreach.opportunities.place import (
    add_places,
    has_places,
    known_places,
    lies_in,
    passed_over,
    read_places,
)
from outreach.opportunities.street_list import has_streets, read_streets, replace_streets

app = typer.Typer(no_args_is_help=True)

Year = Annotated[int, typer.Option("--year", min=2000, max=2100, metavar="YEAR")]
Gone = Annotated[str, typer.Argument(metavar="PLACE")]
Table = Annotated[Path, typer.Argument(metavar="FILE")]


@app.command("import")
@shows(CHANGES)
def import_places(
    ctx: typer.Context, file: Table, year: Year = 2026, staff: As = None, data: Data = None
) -> None:
    """Take places, or streets and postcodes, from a table; the same one again changes nothing."""
    with desk(ctx, data, make=True) as at:
        grid = _grid(at.printer, file)
        if has_streets(grid.headings):
            _import_streets(at, grid, staff)
            return
        rows = [cells for _, cells in grid.rows[1:]]
        places = read_places(grid.headings, rows, year=year)
        at.change(add_places, staff, places=places)
        at.printer.say("commands-places-added", count=len(places))
        if over := passed_over(grid.headings, rows):
            at.printer.complain(
                at.printer.text("commands-places-passed", count=len(over), given=over[0])
            )
        home = at.settings.organisation_id
        elsewhere = sorted(
            {place["name"] for place in places if not lies_in(str(place["code"]), home)}, key=str
        )
        if elsewhere:
            at.printer.complain(
                at.printer.text(
                    "commands-places-elsewhere",
                    count=len(elsewhere),
                    given=str(elsewhere[0]),
                    home=home,
                )
            )


def _import_streets(at: Desk, grid: Grid, staff: str | None) -> None:
    rows = read_streets(grid.headings, grid.rows[1:])
    added = at.change(replace_streets, staff, rows=rows)
    at.printer.say("commands-streets-added", streets=added.streets, postcodes=added.postcodes)
    if added.passed:
        first = added.passed[0]
        facts = {"count": len(added.passed), "row": first.number, "given": first.name}
        at.printer.complain(at.printer.text("commands-streets-passed", **facts))


def _fits(headings: list[str]) -> bool:
    return has_places(headings) or has_streets(headings)


def _grid(printer: Printer, file: Path) -> Grid:
    with open_file(file) as opened:
        if opened.kind == "json":
            raise BrokenFile("exchange-no-table")
        grid = read_grid(opened, _fits)
    for found in grid.findings:
        printer.complain(printer.text(found.key, **found.facts))
    return grid


@app.command()
@shows(CHANGES)
def remove(ctx: typer.Context, place: Gone, staff: As = None, data: Data = None) -> None:
    """Take out a place that came in by mistake, by its code or name."""
    with desk(ctx, data) as at:
        gone = at.change(remove_place, staff, given=place)
        at.printer.say("commands-places-removed", given=gone.name, code=gone.code)


@app.command("list")
@shows(NOTHING)
def list_places(
    ctx: typer.Context, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """List the places."""
    with desk(ctx, data) as at:
        columns = {"code": None, "name": None, "year": None}
        at.printer.listing(
            at.look(known_places), columns, as_json=json, none="commands-places-none"
        )
