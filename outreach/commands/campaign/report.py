"""What became of a campaign, in all and person by person."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from outreach.campaigns.fresh import CHANGED
from outreach.commands.desk import Desk
from outreach.commands.paging import rows_of, show_list
from outreach.commands.sheet import write_sheet
from outreach.commands.terminal import COUNT, Columns, Printer
from outreach.commands.told import apart
from outreach.delivery.mailing import MailingState
from outreach.reports.campaigns import STATES, CampaignRecipient, StepReport, recipients
from outreach.store.page import Cut, Page

STEP: Columns = {
    "step": "occasion",
    "stand": None,
    "begins": None,
    "people": COUNT,
    "sent": COUNT,
    "waiting": COUNT,
    "failed": COUNT,
    "gone": COUNT,
    "stopped": COUNT,
    "expired": COUNT,
    "uncertain": COUNT,
    "apart": None,
}
BROUGHT: Columns = {"step": "occasion", "seen": COUNT, "started": COUNT, "expressed": COUNT}
WHY: Columns = {"step": "occasion", "state": "delivery", "reason": None, "persons": COUNT}
PERSON: Columns = {
    "step": "occasion",
    "person": None,
    "channel": "channel",
    "language": None,
    "state": "delivery",
    "at": None,
    "reason": None,
}


def report_as_json(
    at: Desk, campaign: int, steps: Sequence[StepReport], *, people: bool, limit: int | None
) -> None:
    """Write the report as JSON, with `people` also person by person."""

    def theirs(step: StepReport) -> dict[str, Iterator[Any]]:
        look = partial(_recipients, at, campaign, step.mailing)
        return {"people": (asdict(told) for told in rows_of(look, limit))} if people else {}

    at.printer.json(_json(step) | theirs(step) for step in steps)


def show_report(printer: Printer, campaign: int, steps: Sequence[StepReport]) -> None:
    """Show a count per step, why some got nothing, and what it brought."""
    if not steps:
        printer.say("commands-campaign-nothing")
        return
    printer.table([_row(printer, step) for step in steps], STEP)
    reasons = _reasons(printer, steps)
    if reasons:
        printer.table(reasons, WHY)
    printer.table([asdict(step) for step in steps], BROUGHT)
    for reason in dict.fromkeys(step.reason for step in steps if step.reason):
        key = "commands-campaign-stale" if reason == CHANGED else "commands-campaign-held"
        printer.say(key, reason=printer.reason(reason) or "", number=str(campaign))
    again = sum(step.counts.get("failed", 0) for step in steps)
    doubtful = sum(step.counts.get("uncertain", 0) for step in steps)
    if again or doubtful:
        printer.say(
            "commands-campaign-again", failed=again, uncertain=doubtful, number=str(campaign)
        )
    if expired := steps[0].counts.get("expired", 0):
        printer.say("commands-campaign-expired", people=expired, number=str(campaign))


def show_recipients(at: Desk, campaign: int, *, limit: int | None) -> None:
    """Show what became of each message."""
    show_list(
        at.printer,
        partial(_recipients, at, campaign, None),
        PERSON,
        limit=limit,
        as_json=False,
        none="commands-campaign-nothing",
        shown=lambda told: asdict(told) | _in_words(at.printer, told),
    )


def _recipients(at: Desk, campaign: int, step: int | None, cut: Cut) -> Page[CampaignRecipient]:
    return at.look(recipients, campaign=campaign, step=step, cut=cut)


def write_report(
    at: Desk,
    to: Path,
    campaign: int,
    steps: Sequence[StepReport],
    *,
    people: bool,
    limit: int | None,
) -> None:
    """Write to a file what the report shows: in all, or what became of each message."""
    printer = at.printer
    if people:
        told = rows_of(partial(_recipients, at, campaign, None), limit)
        write_sheet(
            printer,
            to,
            ("people", [asdict(one) | _in_words(printer, one) for one in told], PERSON),
        )
        return
    steps_of, why = [_row(printer, step) for step in steps], _reasons(printer, steps)
    brought = [asdict(step) for step in steps]
    write_sheet(
        printer,
        to,
        ("steps", steps_of, STEP),
        ("reasons", why, WHY),
        ("brought", brought, BROUGHT),
    )


def _in_words(printer: Printer, one: CampaignRecipient) -> dict[str, Any]:
    return {"reason": printer.reason(one.reason), "language": printer.spoken(one.language)}


def stand_in_words(printer: Printer, stand: str, unreached: int, why: str | None) -> str:
    """How far a campaign is; a finished one says who was left out."""
    if stand != MailingState.DONE or not unreached:
        return printer.value(stand, "stand")
    return printer.text(
        "commands-campaign-done-without", count=unreached, reason=printer.reason(why) or ""
    )


def _row(printer: Printer, step: StepReport) -> dict[str, Any]:
    gap = None if step.apart is None else step.apart.total_seconds()
    counts = {state: step.counts.get(state, 0) for state in STATES}
    stand = stand_in_words(printer, step.stand, step.unreached, step.why)
    facts = {"step": step.step, "stand": stand, "begins": step.begins, "people": step.people}
    return facts | counts | {"waiting": step.remaining, "apart": apart(printer, gap)}


def _reasons(printer: Printer, steps: Sequence[StepReport]) -> list[dict[str, Any]]:
    return [
        _reason(printer, step, *each) for step in steps for each in sorted(step.reasons.items())
    ]


def _reason(printer: Printer, step: StepReport, why: tuple[str, str], count: int) -> dict[str, Any]:
    state, reason = why
    return {"step": step.step, "state": state, "reason": printer.reason(reason), "persons": count}


def _json(step: StepReport) -> dict[str, Any]:
    values = asdict(step) | {"unreached": step.unreached}
    values["reasons"] = [
        {"state": state, "reason": reason, "persons": count}
        for (state, reason), count in step.reasons.items()
    ]
    values["apart"] = None if step.apart is None else step.apart.total_seconds()
    return values
