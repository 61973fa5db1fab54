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
            at.terminal.json(
                [asdict(failed) | {"command": failed.command} for failed in found] + rows
            )
        elif not found and not passed:
            at.terminal.say("commands-failed-none")
        else:
            _show(at.terminal, found)
            for each in passed:
                said = {"work": Named("work", each.part), "error": at.terminal.fault(each.error)}
                at.terminal.say("commands-failed-snag", **asdict(each) | said)


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
            asked = ask_all_again(at.store, actor, texts=at.terminal.texts, quiet=quiet)
        if asked or kind == TURN:
            at.terminal.say("commands-failed-asked", count=asked)
        if kind is None and (rows := at.change(try_snags_again, staff)):
            at.terminal.say("commands-failed-snags", count=rows)


def retry_and_say(ctx: typer.Context, at: Desk, staff: str | None, **about: Any) -> None:
    """Retry what failed in bounded units and print how much; refuses if a channel is down."""
    require_channels(ctx, at, at.look(channels_needed, **about))
    until, count = at.store.clock(), 0
    while (
        some := at.change(retry_failed, staff, texts=at.terminal.texts, until=until, **about)
    ).dealt:
        count += some.going
        at.store.rest()
    at.terminal.say("commands-failed-retried", count=count)


def remedy(terminal: Printer, reason: str) -> str:
    """What helps against a reason, in words; empty if nothing does."""
    return terminal.text(reason, "remedy") if terminal.texts.has(reason, "remedy") else ""


def _show(terminal: Printer, found: Sequence[Failed]) -> None:
    for failed in found:
        about = [failed.venue, failed.tender_id, failed.title]
        terminal.write(
            f"{terminal.value(failed.kind, 'message')}: {', '.join(filter(None, about))}".rstrip(
                ": "
            )
        )
        terminal.say(
            "commands-failed-line",
            count=failed.count,
            last=failed.last,
            channel=Named("channel", failed.channel),
            reason=terminal.reason(failed.reason),
        )
        if helps := remedy(terminal, failed.reason):
            terminal.write(f"  {helps}")
        terminal.say("commands-failed-again", command=failed.command)
        terminal.write("")
