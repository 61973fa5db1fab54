"""`kansenbode find`: anything that a word leads to."""

from dataclasses import asdict
from typing import Annotated

import typer

from outreach.commands.desk import As, Data, Json, desk
from outreach.commands.reading import residents
from outreach.commands.terminal import Printer
from outreach.commands.today import short
from outreach.commands.values import tidy
from outreach.lookup.find import Found
from outreach.lookup.find import find as find_all
from outreach.refusal import Refusal

app = typer.Typer()

MOST = 10
LONGEST = 200
STATES = {
    "opportunity": "state",
    "interest": "interest",
    "campaign": "stand",
    "venue": "venue_state",
}


@app.command()
@residents("search.made")
def find(
    ctx: typer.Context,
    word: Annotated[str, typer.Argument(metavar="TEXT")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000, metavar="NUMBER")] = MOST,
    json: Json = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Find anything by a code, a number, a name or a word."""
    word = tidy("TEXT", word, LONGEST)
    if not word:
        raise Refusal("refusal-empty")
    with desk(ctx, data) as at:
        found = at.look(find_all, given=word, personal=at.reader.personal, most=limit)
        if json:
            at.printer.json([asdict(one) | {"command": one.command} for one in found])
            return
        at.printer.say("find-count", count=len(found), word=word)
        for one in found:
            _show(at.printer, one)


def _show(printer: Printer, one: Found) -> None:
    state = printer.value(one.state, STATES[one.kind]) if one.state else ""
    about = [part for part in (one.tender_id, state) if part]
    what = printer.text("find-kind", one.kind)
    printer.write("")
    name = " ".join((one.name or "").split()) or "–"
    printer.write(short(f"{what}: {name}" + (f" ({', '.join(about)})" if about else "")))
    printer.write("  " + one.command)
