"""A decision is approved by a colleague, can be called off for a while, and is then applied.

Approving tries all of it out first: what is refused is refused at once, and how many people hear
of it is what they will be.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Self

from content.texts import Texts
from outreach.interests.decide import decide, settled
from outreach.interests.decision import (
    DECISION_DUE,
    DECISION_LOCK,
    DECISION_UPDATE,
    held_decision,
    require_undecided,
)
from outreach.interests.tell import Telling, Told
from outreach.opportunities.edit import get_opportunity
from outreach.refusal import Refusal
from outreach.settings import Settings
from outreach.store.events import record
from outreach.store.snag import each, passed_over, singly
from outreach.store.unit import Actor, Unit

WORK = "decisions.apply"


@dataclass(frozen=True, slots=True)
class DecisionTerms:
    """What deciding depends on besides the store.

    More people than `four_eyes_above` hear of it: then who wrote outcomes does not approve them.
    `cancel_time` is how long it can be called off.
    """

    telling: Telling
    intention_days: int | None
    four_eyes_above: int
    cancel_time: timedelta

    @classmethod
    def of(cls, texts: Texts, settings: Settings) -> Self:
        """What an installation says of it."""
        return cls(
            Telling.of(texts, settings),
            settings.intention_days,
            settings.decision_four_eyes_above,
            settings.cancel_time,
        )


@dataclass(frozen=True, slots=True)
class Approved:
    """Who hears of it, and when it is applied; `due_at` is None if it was applied at once."""

    told: Told
    due_at: datetime | None


class _TriedOut(Exception):
    """It was tried out; raised, so that nothing of it stays."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.told = told


def approve_decision(
    unit: Unit,
    *,
    opportunity: int,
    terms: DecisionTerms,
    reason: str = "",
    people: int | None = None,
    checked: bool = False,
) -> Approved:
    """Approve what is in pencil: it is applied when its cancel time is over, or at once.

    `people` is how many would hear of it when the colleague looked; refuses if that changed, and
    whatever `decide` refuses.
    """
    require_undecided(unit, opportunity=opportunity)
    told = _tried_out(unit, opportunity, terms, reason, checked=checked)
    if people is not None and people != told.persons:
        given = get_opportunity(unit, opportunity=opportunity).tender_id
        raise Refusal("refusal-decision-people", given=given, read=people, now=told.persons)
    _require_four_eyes(unit, opportunity, terms, told)
    held_decision(unit, opportunity=opportunity)
    due = unit.now + terms.cancel_time
    approved = {"reason": reason, "actor": str(unit.actor), "due_at": due, "held": ""}
    unit.run(DECISION_UPDATE, {"opportunity": opportunity} | approved)
    record(unit, "decision.approved", opportunity=opportunity)
    if terms.cancel_time:
        return Approved(told, due)
    return Approved(_apply(unit, opportunity, terms, reason), None)


def call_off_decision(unit: Unit, *, opportunity: int) -> None:
    """Call off a decision that was approved and not applied yet; what is in pencil stays."""
    if held_decision(unit, opportunity=opportunity).due_at is None:
        given = get_opportunity(unit, opportunity=opportunity)
        raise Refusal("refusal-decision-none", given=given.tender_id)
    unit.run(DECISION_UPDATE, {"opportunity": opportunity, "due_at": None})
    record(unit, "decision.called_off", opportunity=opportunity)


def apply_due(unit: Unit, *, terms: DecisionTerms) -> int:
    """Apply the decision that is due longest; return how many there were: one or none.

    One that is refused now is held, with what stands in its way, and waits for staff.
    """
    due = unit.run(DECISION_DUE, {"now": unit.now, "passed": passed_over(unit, WORK)})
    each(unit, WORK, due, singly(partial(_apply_approved, unit, terms)))
    return len(due)


def _apply_approved(unit: Unit, terms: DecisionTerms, approved: Any) -> None:
    due: int = approved.opportunity_id
    row = unit.run(DECISION_LOCK, {"opportunity": due}).one()
    if row.due_at is None:
        # called off while this waited for it
        return
    kind, _, number = row.actor.partition(":")
    approver = Actor(kind, int(number)) if number else unit.actor
    try:
        with unit.deed():
            _apply(replace(unit, actor=approver), due, terms, row.reason)
    except Refusal as refusal:
        unit.run(DECISION_UPDATE, {"opportunity": due, "due_at": None, "held": refusal.key})
        record(unit, "decision.held", opportunity=due)


def _tried_out(
    unit: Unit, opportunity: int, terms: DecisionTerms, reason: str, *, checked: bool
) -> Told:
    try:
        with unit.deed():
            raise _TriedOut(_apply(unit, opportunity, terms, reason, checked=checked))
    except _TriedOut as tried:
        return tried.told


def _apply(
    unit: Unit, opportunity: int, terms: DecisionTerms, reason: str, *, checked: bool = True
) -> Told:
    """Decide; a colleague has looked at the reason when they approved it."""
    told = decide(
        unit,
        opportunity=opportunity,
        telling=terms.telling,
        reason=reason,
        checked=checked,
        intention_days=terms.intention_days,
    )
    unit.run(DECISION_UPDATE, {"opportunity": opportunity, "due_at": None})
    return told


def _require_four_eyes(unit: Unit, opportunity: int, terms: DecisionTerms, told: Told) -> None:
    """Refuse to approve one's own outcomes if many hear of them."""
    wrote = {row.by for row in settled(unit, opportunity=opportunity)}
    if told.persons > terms.four_eyes_above and str(unit.actor) in wrote:
        raise Refusal(
            "refusal-decision-four-eyes",
            given=get_opportunity(unit, opportunity=opportunity).tender_id,
            people=told.persons,
            most=terms.four_eyes_above,
        )
