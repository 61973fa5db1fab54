"""`kansenbode opportunities explore | open | overrule | extend | close | lot | withdraw`."""

from dataclasses import asdict
from operator import itemgetter
from pathlib import Path
from typing import Annotated, Any

import typer

from outreach.commands.campaign.changes import say_unreached
from outreach.commands.desk import As, Data, Desk, Json, desk, line_of
from outreach.commands.reading import CHANGES, NOTHING, shows
from outreach.commands.second_look import (
    Checked,
    Preview,
    Version,
    Yes,
    itself,
    say_changes,
    second_look,
)
from outreach.commands.show import say_warnings
from outreach.commands.terminal import Columns, Printer
from outreach.commands.told import say_told, telling
from outreach.commands.values import whole
from outreach.interests.extend import extend_and_tell
from outreach.interests.lot import draw_lot, ranking
from outreach.interests.meant import opportunity_number
from outreach.interests.news import published
from outreach.interests.tell import move_opportunity_and_tell
from outreach.opportunities.codes import EXPLORING
from outreach.opportunities.draw import order_of
from outreach.opportunities.facts import LONGEST_ANSWER
from outreach.opportunities.overrule import overrule
from outreach.refusal import Refusal
from outreach.reports.opportunities import OpportunityDetails, opportunity_details

steps = typer.Typer()

LOT: Columns = {"place": None, "number": None}
DRAWN: Columns = {**LOT, "interest": None}
MOST_DRAWN = 100_000
"""Numbers of a lot that is drawn again by hand."""

Number = Annotated[str, typer.Argument(metavar="OPPORTUNITY")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT")]


@steps.command()
@shows(CHANGES)
def explore(
    ctx: typer.Context,
    opportunity: Number,
    version: Version = None,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Let people read a draft and say what is missing in it."""
    _move(ctx, opportunity, EXPLORING, staff, data, version=version, preview=preview, yes=yes)


@steps.command("open")
@shows(CHANGES)
def open_(
    ctx: typer.Context,
    opportunity: Number,
    reason: Reason = "",
    checked: Checked = False,
    version: Version = None,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Publish an opportunity; the reason is what came of what people said of the draft."""
    look: dict[str, Any] = {"version": version, "preview": preview, "yes": yes}
    _move(ctx, opportunity, "open", staff, data, reason=reason, checked=checked, **look)


@steps.command()
@shows(CHANGES)
def close(
    ctx: typer.Context,
    opportunity: Number,
    version: Version = None,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Take no more interests."""
    _move(ctx, opportunity, "closed", staff, data, version=version, preview=preview, yes=yes)


@steps.command()
@shows(CHANGES)
def withdraw(
    ctx: typer.Context,
    opportunity: Number,
    reason: Reason = "",
    checked: Checked = False,
    version: Version = None,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Take an opportunity back."""
    look: dict[str, Any] = {"version": version, "preview": preview, "yes": yes}
    _move(ctx, opportunity, "withdrawn", staff, data, reason=reason, checked=checked, **look)


@steps.command("overrule")
@shows(CHANGES)
def overrule_(
    ctx: typer.Context,
    opportunity: Number,
    remark: Annotated[str, typer.Argument(metavar="REMARK")],
    reason: Reason = "",
    staff: As = None,
    data: Data = None,
) -> None:
    """Write down why an opportunity opens in spite of a remark."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        said = whole("--reason", reason, LONGEST_ANSWER)
        days = at.settings.intention_days
        at.change(
            overrule, staff, opportunity=number, remark=remark, reason=said, intention_days=days
        )
        at.printer.say("commands-opportunities-overruled", remark=remark, reason=said or "none")


@steps.command()
@shows(CHANGES)
def extend(
    ctx: typer.Context,
    opportunity: Number,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Move the deadlines by as long as nobody could be heard, and tell everybody."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        look: dict[str, Any] = {"about": number, "preview": preview, "yes": yes}
        values: dict[str, Any] = {"opportunity": number, "telling": telling(at)}
        done = second_look(at, staff, extend_and_tell, itemgetter(1), **look, **values)
        if done is not None:
            at.printer.say("commands-opportunities-extended", given=opportunity)
            say_changes(at.printer, done.changes)
            say_told(at.printer, done.told, anyway=True)


@steps.command()
@shows(CHANGES)
def lot(
    ctx: typer.Context,
    opportunity: Number,
    json: Json = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Draw who comes first; again it gives the same order."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        draw = at.change(draw_lot, staff, opportunity=number)
        if not json:
            facts = {"at": draw.drawn_at, "seed": draw.seed, "digest": draw.digest}
            at.printer.say("commands-opportunities-drawn", **facts)
        rows = [asdict(ranked) for ranked in ranking(draw)]
        _show_order(at.printer, rows, DRAWN, as_json=json)


@steps.command("lot-again")
@shows(NOTHING)
def lot_again(
    ctx: typer.Context,
    seed: Annotated[str, typer.Argument(metavar="TEXT")],
    count: Annotated[int, typer.Argument(metavar="NUMBER", min=1, max=MOST_DRAWN)],
    json: Json = False,
) -> None:
    """Draw a lot again by its number, as anybody can; it needs no record."""
    rows = [
        {"place": place, "number": number} for place, number in enumerate(order_of(seed, count), 1)
    ]
    _show_order(line_of(ctx).printer, rows, LOT, as_json=json)


def details(at: Desk, opportunity: int) -> OpportunityDetails:
    """Return all that staff see of an opportunity."""
    return at.look(
        opportunity_details,
        opportunity=opportunity,
        today=at.store.clock().astimezone(at.settings.zone_info).date(),
        home=at.settings.organisation_id,
        intention_days=at.settings.intention_days,
    )


def read(at: Desk, opportunity: str, version: int | None) -> int:
    """Find the opportunity; refuses one that is no longer the version that was read."""
    number = at.look(opportunity_number, given=opportunity)
    now = at.look(published, opportunity=number)
    if version is not None and version != now:
        raise Refusal("refusal-version", given=opportunity, read=version, now=now)
    return number


def _move(
    ctx: typer.Context,
    opportunity: str,
    state: str,
    staff: str | None,
    data: Path | None,
    *,
    version: int | None,
    preview: bool,
    yes: bool,
    reason: str = "",
    checked: bool = False,
) -> None:
    with desk(ctx, data) as at:
        number = read(at, opportunity, version)
        reason = whole("--reason", reason, LONGEST_ANSWER)
        done = second_look(
            at,
            staff,
            move_opportunity_and_tell,
            itself,
            about=number,
            preview=preview,
            yes=yes,
            opportunity=number,
            state=state,
            telling=telling(at),
            reason=reason,
            checked=checked,
            intention_days=at.settings.intention_days,
        )
        if done is not None:
            name = at.printer.value(state, "state")
            at.printer.say("commands-opportunities-moved", given=opportunity, state=name)
            say_told(at.printer, done.told)
            if state not in ("open", EXPLORING):
                say_unreached(at, number)
        if state == "open":
            say_warnings(at.printer, details(at, number).warnings)


def _show_order(
    printer: Printer, rows: list[dict[str, Any]], columns: Columns, *, as_json: bool
) -> None:
    if as_json:
        printer.json(rows)
    elif rows:
        printer.table(rows, columns)
    else:
        printer.say("commands-opportunities-drawn-nobody")
