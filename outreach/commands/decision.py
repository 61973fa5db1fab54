"""`kansenbode opportunities letter`, `apply` and `next`: what is told, and telling it at once."""

from functools import partial
from operator import attrgetter
from typing import Annotated, Any

import typer

from content.plain.check import report
from content.texts import LanguageName, Named
from outreach.commands.campaign.changes import say_unreached
from outreach.commands.desk import As, Data, Desk, desk
from outreach.commands.opportunity_steps import Number, Reason, read
from outreach.commands.plain import say_plain
from outreach.commands.reading import CHANGES, shows
from outreach.commands.second_look import (
    Checked,
    Preview,
    Version,
    Yes,
    itself,
    look_first,
    second_look,
)
from outreach.commands.terminal import Printer
from outreach.commands.told import say_told, telling
from outreach.commands.values import spoken, whole
from outreach.commands.words import LANGUAGE_CODES, coded
from outreach.interests.apply import (
    Approved,
    DecisionTerms,
    approve_decision,
    call_off_decision,
)
from outreach.interests.decide import Undecided, decide
from outreach.interests.decision import write_letter
from outreach.interests.meant import opportunity_number
from outreach.interests.reserve import next_up
from outreach.interests.untranslated import untranslated
from outreach.opportunities.facts import LONGEST_ANSWER

decisions = typer.Typer()

What = Annotated[str, typer.Argument(metavar="OUTCOME", callback=coded("outcome"))]
Language = Annotated[
    str | None, typer.Option("--language", metavar=LANGUAGE_CODES, callback=spoken)
]
People = Annotated[int | None, typer.Option("--people", min=0, max=10**9, metavar="NUMBER")]
Cancel = Annotated[bool, typer.Option("--cancel")]


@decisions.command()
@shows(CHANGES)
def letter(
    ctx: typer.Context,
    opportunity: Number,
    outcome: What,
    text: Annotated[str, typer.Option("--text", metavar="TEXT")] = "",
    language: Language = None,
    checked: Checked = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Say an outcome in words of your own; without a text in ours again."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        said = whole("--text", text, LONGEST_ANSWER)
        spoken_in = language or at.settings.languages[0]
        at.change(
            write_letter,
            staff,
            opportunity=number,
            outcome=outcome,
            language=spoken_in,
            text=said,
            checked=checked,
        )
        named = at.printer.value(outcome, "outcome")
        at.printer.say("commands-letter", outcome=named, text=said or "none")
        if said and spoken_in == "nl":
            say_plain(at.printer, report(said))


@decisions.command()
@shows(CHANGES)
def apply(
    ctx: typer.Context,
    opportunity: Number,
    reason: Reason = "",
    people: People = None,
    checked: Checked = False,
    version: Version = None,
    preview: Preview = False,
    yes: Yes = False,
    cancel: Cancel = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Make what is in pencil the decision, and tell everybody at one moment."""
    with desk(ctx, data) as at:
        actor = at.actor(staff, "approve")
        number = read(at, opportunity, version)
        if cancel:
            at.store.run(call_off_decision, actor, opportunity=number)
            at.printer.say("commands-decision-called-off", given=opportunity)
            return
        said = whole("--reason", reason, LONGEST_ANSWER)
        terms = DecisionTerms.of(at.printer.texts, at.settings)
        about: dict[str, Any] = {"opportunity": number, "reason": said, "checked": checked}
        try:
            rule = partial(decide, telling=terms.telling, intention_days=terms.intention_days)
            look: dict[str, Any] = {"about": number, "preview": preview, "yes": yes}
            look["remark"] = _untranslated(at, number)
            if look_first(at, staff, rule, itself, **look, **about) is not None:
                approve = partial(approve_decision, terms=terms, people=people, **about)
                _say_approved(at, opportunity, number, at.store.run(approve, actor))
        except Undecided as undecided:
            say_lacks(at.printer, undecided)
            raise


@decisions.command("next")
@shows(CHANGES)
def next_(
    ctx: typer.Context,
    opportunity: Number,
    reason: Reason = "",
    checked: Checked = False,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Ask the first of the reserve in the place of who stepped back."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        said = whole("--reason", reason, LONGEST_ANSWER)
        look: dict[str, Any] = {"about": number, "preview": preview, "yes": yes}
        rule = partial(next_up, opportunity=number, telling=telling(at), reason=said)
        rule = partial(rule, checked=checked)
        done = second_look(at, staff, rule, attrgetter("told"), **look)
        if done is not None:
            moved = done.result
            at.printer.say("commands-next", number=str(moved.interest), gone=str(moved.gone))
            say_told(at.printer, moved.told)


def say_lacks(printer: Printer, undecided: Undecided) -> None:
    """Print everything that is still to be done, with how."""
    for lack in undecided.lacks:
        printer.complain(printer.text(lack.key, **lack.facts))


def _untranslated(at: Desk, number: int) -> str:
    """Return in which languages a reason lacks, a line for each outcome; empty if in none."""
    lines = [
        at.printer.text(
            "commands-decision-untranslated",
            outcome=Named("outcome", each.outcome),
            language=LanguageName(each.language),
            code=each.language,
            people=each.people,
            spoken=LanguageName(each.spoken),
        )
        for each in at.look(untranslated, opportunity=number)
    ]
    return "\n".join(lines)


def _say_approved(at: Desk, opportunity: str, number: int, approved: Approved) -> None:
    if approved.due_at is not None:
        facts = {"given": opportunity, "at": approved.due_at, "people": approved.told.persons}
        at.printer.say("commands-decision-approved", **facts)
        return
    name = at.printer.value("decided", "state")
    at.printer.say("commands-opportunities-moved", given=opportunity, state=name)
    say_told(at.printer, approved.told)
    say_unreached(at, number)
