"""What became of a campaign, in all and person by person."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from outreach.campaigns.overview import STATES, StepReport, Told
from outreach.commands.terminal import Columns, Terminal
from outreach.commands.told import apart

STEP: Columns = {
    "step": "occasion", "stand": "stand", "begins": None, "people": None, "sent": None, "waiting": None,
    "failed": None, "gone": None, "stopped": None, "expired": None, "uncertain": None, "apart": None,
}  # fmt: skip
BROUGHT: Columns = {"step": "occasion", "seen": None, "started": None, "expressed": None}
WHY: Columns = {"step": "occasion", "state": "delivery", "reason": None, "persons": None}
PERSON: Columns = {
    "step": "occasion", "person": None, "channel": "channel", "language": None, "state": "delivery", "at": None,
    "reason": None,
}  # fmt: skip


def show_report(
    terminal: Terminal, steps: Sequence[StepReport], told: Sequence[Told], *, as_json: bool
) -> None:  # fmt: skip
    """Show a count per step, why some got nothing, and what it brought."""
    if as_json:
        terminal.json([_json(step, told) for step in steps])
        return
    if not steps:
        terminal.say("commands-campaign-nothing")
        return
    terminal.table([_row(terminal, step) for step in steps], STEP)
    reasons = [_reason(terminal, step, *each) for step in steps for each in sorted(step.reasons.items())]
    if reasons:
        terminal.table(reasons, WHY)
    terminal.table([asdict(step) for step in steps], BROUGHT)
    for step in steps:
        if step.reason:
            terminal.say("commands-campaign-held", reason=in_words(terminal, step.reason) or "")
    again = sum(step.counts.get("failed", 0) for step in steps)
    doubtful = sum(step.counts.get("uncertain", 0) for step in steps)
    if again or doubtful:
        terminal.say("commands-campaign-again", failed=again, uncertain=doubtful)


def show_recipients(terminal: Terminal, told: Sequence[Told]) -> None:
    """Show what became of every message."""
    if not told:
        terminal.say("commands-campaign-nothing")
        return
    terminal.table([asdict(one) | _in_words(terminal, one) for one in told], PERSON)


def _in_words(terminal: Terminal, one: Told) -> dict[str, Any]:
    return {"reason": in_words(terminal, one.reason), "language": terminal.spoken(one.language)}


def in_words(terminal: Terminal, reason: str | None) -> str | None:
    """A reason as people say it."""
    return terminal.text(reason) if reason is not None and terminal.texts.has(reason) else reason


def _row(terminal: Terminal, step: StepReport) -> dict[str, Any]:
    gap = None if step.apart is None else step.apart.total_seconds()
    counts = {state: step.counts.get(state, 0) for state in STATES}
    facts = {"step": step.step, "stand": step.stand, "begins": step.begins, "people": step.people}
    return facts | counts | {"waiting": step.remaining, "apart": apart(terminal, gap)}


def _reason(terminal: Terminal, step: StepReport, why: tuple[str, str], count: int) -> dict[str, Any]:
    state, reason = why
    return {"step": step.step, "state": state, "reason": in_words(terminal, reason), "persons": count}


def _json(step: StepReport, told: Sequence[Told]) -> dict[str, Any]:
    values = asdict(step)
    values["reasons"] = [
        {"state": state, "reason": reason, "persons": count} for (state, reason), count in step.reasons.items()
    ]
    values["apart"] = None if step.apart is None else step.apart.total_seconds()
    return values | {"people": [asdict(one) for one in told if one.step == step.step]}
