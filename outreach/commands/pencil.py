"""`kansenbode interests pencil`: what is to become of an interest, for staff alone."""

from typing import Annotated

import typer

from content.texts import Money
from outreach.commands.desk import As, Data, desk
from outreach.commands.reading import CHANGES, shows
from outreach.commands.second_look import Checked
from outreach.commands.terminal import Printer
from outreach.commands.values import of_fact, spoken, whole
from outreach.commands.words import LANGUAGE_CODES, coded, names
from outreach.interests.meant import interest_number
from outreach.interests.pencil import Penciled, pencil, rub_out
from outreach.opportunities.facts import LONGEST_ANSWER, MOST_CENTS, Fact
from outreach.refusal import Refusal

pencils = typer.Typer()

MOST_PLACES = 1_000
read_amount = of_fact(Fact("amount", "money", least=1, most=MOST_CENTS)).read
Number = Annotated[str, typer.Argument(metavar="INTEREST")]
What = Annotated[
    str | None, typer.Argument(metavar="OUTCOME", callback=coded("outcome"), show_default=False)
]

Reason = Annotated[str, typer.Option("--reason", metavar="TEXT")]
Language = Annotated[
    str | None, typer.Option("--language", metavar=LANGUAGE_CODES, callback=spoken)
]
Order = Annotated[int | None, typer.Option("--order", min=1, max=MOST_PLACES, metavar="NUMBER")]
Together = Annotated[str | None, typer.Option("--with", metavar="INTEREST")]
Amount = Annotated[str | None, typer.Option("--amount", metavar="AMOUNT")]
TakeBack = Annotated[bool, typer.Option("--take-back")]


@pencils.command("pencil")
@shows(CHANGES)
def pencil_(
    ctx: typer.Context,
    interest: Number,
    outcome: What = None,
    reason: Reason = "",
    language: Language = None,
    order: Order = None,
    together: Together = None,
    amount: Amount = None,
    take_back: TakeBack = False,
    checked: Checked = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Write in pencil what becomes of an interest, or take it back."""
    with desk(ctx, data) as at:
        actor = at.actor(staff)
        number = at.look(interest_number, given=interest)
        if take_back:
            at.store.run(rub_out, actor, interest=number)
            at.printer.say("commands-pencil-back", number=str(number))
            return
        if outcome is None:
            raise Refusal("refusal-pencil-outcome", allowed=names(at.printer, "outcome"))
        written = at.store.run(
            pencil,
            actor,
            interest=number,
            outcome=outcome,
            reason=whole("--reason", reason, LONGEST_ANSWER),
            language=language,
            place=order,
            together=at.look(interest_number, given=together) if together else None,
            amount_cents=read_amount("--amount", amount, at.printer) if amount else None,
            checked=checked,
        )
        shown = _outcome_shown(at.printer, written)
        at.printer.say("commands-pencil", number=str(number), outcome=shown)


def _outcome_shown(printer: Printer, each: Penciled) -> str:
    """Return an outcome in words: with its place in the reserve, its amount, and the other one."""
    return printer.text(
        "commands-outcome",
        outcome=printer.value(each.outcome, "outcome"),
        place=each.place or 0,
        together=str(each.together or "none"),
        amount=Money(each.amount_cents) if each.amount_cents else "none",
        reason=each.reason,
    )
