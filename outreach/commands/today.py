"""`kansenbode today`: what waits for somebody at the town hall, the oldest promise first."""

from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from outreach.commands.desk import As, Data, Json, desk
from outreach.commands.reading import NOTHING, shows
from outreach.commands.terminal import Printer
from outreach.tasks.waiting import Waiting, waiting

app = typer.Typer()

MOST = 30
WIDEST = 80


@app.command()
@shows(NOTHING)
def today(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, metavar="NUMBER")] = MOST,
    json: Json = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Show what waits for an answer or a decision."""
    with desk(ctx, data) as at:
        items = at.look(waiting, most=limit)
        day = at.store.clock().astimezone(at.settings.zone_info).date()
        if json:
            at.printer.json([_facts(item, day) for item in items])
        else:
            _show(at.printer, items, day)


def _show(printer: Printer, items: list[Waiting], today: date) -> None:
    late = sum(item.is_late(today) for item in items)
    printer.say("today-count", count=len(items), late=late)
    for item in items:
        printer.write("")
        printer.write(short(f"{_when(printer, item, today)}  {item.command}"))
        what = printer.text("today-kind", item.kind, count=item.number)
        about = printer.text("today-about", what=what, title=item.title, tender_id=item.tender_id)
        printer.write("  " + short(about if item.title else what))


def _when(printer: Printer, item: Waiting, today: date) -> str:
    if item.answer_by is None:
        return printer.text("today-since", since=item.since.astimezone(printer.zone).date())
    return printer.text(
        "today-late" if item.is_late(today) else "today-promised", answer_by=item.answer_by
    )


def short(text: str) -> str:
    """Cut a line to a screen of 80 columns; two of them are taken."""
    return text if len(text) <= WIDEST - 2 else text[: WIDEST - 3] + "…"


def _facts(item: Waiting, today: date) -> dict[str, object]:
    return asdict(item) | {"late": item.is_late(today)}
