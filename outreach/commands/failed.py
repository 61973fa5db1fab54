"""`kansenbode failed`: what did not arrive, why, what helps; and try it again."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer

from content.texts import Named
from outreach.commands.channels import require_channels
from outreach.commands.desk import As, Data, Desk, Json, desk
from outreach.commands.reading import CHANGES, NOTHING, shows
from outreach.commands.terminal import Printer
from outreach.commands.words import coded
from outreach.delivery.failed import KINDS, TURN
from outreach.delivery.quiet import Quiet
from outreach.store.snag import snags, try_snags_again
from outreach.tasks.failed import (
    BY_EDITORS,
    Failed,
    ask_all_again,
    channels_needed,
    failures,
    retry_failed,
)

RETRY = "kansenbode failed retry"
app = typer.Typer(no_args_is_help=True)

Kind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", callback=coded("message", KINDS))
]
OwnKind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", callback=coded("message", BY_EDITORS))
]


@app.command("list")
@shows(NOTHING)
def list_failed(
    ctx: typer.Context, kind: Kind = None, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """List what did not arrive in the last thirty days and still matters."""
    with desk(ctx, data) as at:
        found = [failed for failed in at.look(failures) if kind in (None, failed.kind)]
        passed = at.look(snags) if kind is None else []
        if json:
            rows = [asdict(each) | {"kind": "row", "command": RETRY} for each in passed]
            at.printer.json(
                [asdict(failed) | {"command": failed.command} for failed in found] + rows
            )
        elif not found and not passed:
            at.printer.say("commands-failed-none")
        else:
            _show(at.printer, found)
            for each in passed:
                said = {"work": Named("work", each.part), "error": at.printer.fault(each.error)}
                at.printer.say("commands-failed-snag", **asdict(each) | said)


@app.command()
@shows(CHANGES)
def retry(ctx: typer.Context, kind: OwnKind = None, staff: As = None, data: Data = None) -> None:
    """Try it again; messages of campaigns have their own command."""
    with desk(ctx, data) as at:
        kinds = BY_EDITORS if kind is None else (kind,)
        if kind == TURN:
            require_channels(ctx, at, at.look(channels_needed, kinds=kinds))
        else:
            retry_and_say(ctx, at, staff, kinds=kinds)
        asked = 0
        if kind in (None, TURN):
            actor, quiet = at.actor(staff), Quiet.of(at.settings)
            asked = ask_all_again(at.store, actor, texts=at.printer.texts, quiet=quiet)
        if asked or kind == TURN:
            at.printer.say("commands-failed-asked", count=asked)
        if kind is None and (rows := at.change(try_snags_again, staff)):
            at.printer.say("commands-failed-snags", count=rows)


def retry_and_say(ctx: typer.Context, at: Desk, staff: str | None, **about: Any) -> None:
    """Retry what failed in bounded units and print how much; refuses if a channel is down."""
    require_channels(ctx, at, at.look(channels_needed, **about))
    until, count = at.store.clock(), 0
    while (
        some := at.change(retry_failed, staff, texts=at.printer.texts, until=until, **about)
    ).dealt:
        count += some.going
        at.store.rest()
    at.printer.say("commands-failed-retried", count=count)


def remedy(printer: Printer, reason: str) -> str:
    """What helps against a reason, in words; empty if nothing does."""
    return printer.text(reason, "remedy") if printer.texts.has(reason, "remedy") else ""


def _show(printer: Printer, found: Sequence[Failed]) -> None:
    for failed in found:
        about = [failed.venue, failed.tender_id, failed.title]
        printer.write(
            f"{printer.value(failed.kind, 'message')}: {', '.join(filter(None, about))}".rstrip(
                ": "
            )
        )
        printer.say(
            "commands-failed-line",
            count=failed.count,
            last=failed.last,
            channel=Named("channel", failed.channel),
            reason=printer.reason(failed.reason),
        )
        if helps := remedy(printer, failed.reason):
            printer.write(f"  {helps}")
        printer.say("commands-failed-again", command=failed.command)
        printer.write("")
