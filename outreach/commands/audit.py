"""`kansenbode audit`: is the log of who did what still as it was written?"""

from typing import Annotated

import typer

from outreach.commands.desk import As, Data, desk
from outreach.commands.reading import OURS, shows
from outreach.refusal import Refusal
from outreach.store.events import Chain, audit

app = typer.Typer(no_args_is_help=True)

Kept = Annotated[str | None, typer.Option("--kept", metavar="SEAL")]


@app.command()
@shows(OURS)
def verify(ctx: typer.Context, kept: Kept = None, staff: As = None, data: Data = None) -> None:
    """Go through the chain of events; with a seal that was kept elsewhere also hold it
    against that.
    """
    with desk(ctx, data) as at:
        number, seal = _parted(kept)
        found: Chain = at.look(audit, number=number)
        if found.broken is not None:
            raise Refusal("refusal-audit-broken", event=found.broken)
        if kept is not None and found.asked != seal:
            raise Refusal("refusal-audit-kept", event=number)
        at.printer.say("commands-audit-right", count=found.count, waiting=found.waiting)
        if found.count:
            at.printer.say("commands-audit-keep", kept=f"{found.last}:{found.seal}")


def _parted(kept: str | None) -> tuple[int, str]:
    """Return the number of an event and its seal, as `verify` printed them."""
    number, _, seal = (kept or "").partition(":")
    if kept is not None and not (number.isascii() and number.isdecimal() and len(number) < 10):
        raise Refusal("refusal-audit-seal", given=kept)
    return int(number or 0), seal
