"""What changes in a record mean for the campaigns about it, in words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from content.texts import Money
from outreach.campaigns.fresh import Difference, hold_changed
from outreach.commands.desk import Desk
from outreach.commands.terminal import Printer
from outreach.reports.campaigns import still_to_go
from outreach.store.unit import Actor

HEADINGS = {"until": "answers_until", "money": "value", "only_in": "language"}
"""Facts of a message that have another name in tables."""


def show_changes(printer: Printer, campaign: int, changes: Sequence[Difference]) -> None:
    """Show how the record differs from a campaign's unsent messages, old and new."""
    if not changes:
        return
    printer.write("")
    printer.say("commands-campaign-differs")
    for change in changes:
        fact = printer.heading(HEADINGS.get(change.fact, change.fact))
        before, after = (
            _said(printer, change.fact, value) for value in (change.before, change.after)
        )
        language = printer.spoken(change.language) if change.language else "none"
        printer.write(
            "  - "
            + printer.text(
                "commands-campaign-difference",
                fact=fact,
                language=language,
                before=before,
                after=after,
            )
        )
    printer.say("commands-campaign-goes-on", number=str(campaign))


def say_waiting(at: Desk, actor: Actor, opportunity: int) -> None:
    """Print which campaigns wait because of what just changed in a record."""
    for campaign in at.store.run(hold_changed, actor, opportunity=opportunity):
        at.printer.say("commands-campaign-waits", number=str(campaign))


def say_would_wait(printer: Printer, campaigns: Sequence[int]) -> None:
    """Print which campaigns would wait because of a change that was only previewed."""
    for campaign in campaigns:
        printer.say("commands-campaign-would-wait", number=str(campaign))


def say_unreached(at: Desk, opportunity: int) -> None:
    """Print for each campaign about a closed record how many were still to be written to."""
    for campaign, people in at.look(still_to_go, opportunity=opportunity):
        at.printer.say("commands-campaign-cut-short", number=str(campaign), people=people)


def _said(printer: Printer, fact: str, value: Any) -> str:
    if value and fact == "until":
        return printer.value(datetime.fromisoformat(value))
    if value and fact == "money":
        return printer.text("campaign-money", value=Money(*value))
    if value and fact == "only_in":
        return printer.spoken(value)
    return printer.value(value)
