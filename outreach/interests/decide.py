"""Decide: check that everybody has an outcome with its reason, then write all of it in one unit.

States, the record, what everybody hears: it is all stored or nothing is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import bindparam, col

from content.texts import Money
from outreach.interests.chosen import last_moment
from outreach.interests.fair import NAMED
from outreach.interests.interest import change_interest
from outreach.interests.letter import OBJECTED, OUTCOME_OF, STATE_OF
from outreach.interests.pencil import (
    CHOSEN,
    NOT_CHOSEN,
    OUTCOME_ADD,
    OUTCOME_WRITTEN,
    RESERVE,
    Penciled,
    outcomes,
)
from outreach.interests.question import CANDIDATE, Question
from outreach.interests.tell import GATHER, Telling, Told, move_opportunity_and_tell
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.items import items_of
from outreach.opportunities.lifecycle import require_step
from outreach.opportunities.opportunity import Opportunity
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is still to be done; `key` names its sentence, `facts` fill it in."""

    key: str
    facts: dict[str, object]


class Undecided(Refusal):
    """A decision cannot be applied yet; `lacks` holds each reason."""

    def __init__(self, given: str, lacks: Sequence[Lack]) -> None:
        super().__init__("refusal-undecided", given=given, count=len(lacks))
        self.lacks = lacks


QUESTIONS_OPEN = (
    pick(Question.id)
    .where(
        Question.opportunity_id == bindparam("opportunity"),
        col(Question.kind).in_(("question", CANDIDATE)),
        col(Question.answered_at).is_(None),
    )
    .order_by(col(Question.id))
)
APPLIED = ("applied_at", "confirm_until", "confirmed_at", "reminded_at")
OUTCOME_APPLY = OUTCOME_ADD.on_conflict_do_update(
    index_elements=["interest_id"],
    # all of it: what stands there may be of a sign-up that was taken back before this one
    set_={name: OUTCOME_ADD.excluded[name] for name in (*OUTCOME_WRITTEN, *APPLIED)},
)


def decide(
    unit: Unit,
    *,
    opportunity: int,
    telling: Telling,
    reason: str = "",
    checked: bool = False,
    intention_days: int | None = None,
) -> Told:
    """Write every outcome, and that it was decided, and plan what everybody hears of it.

    Refuses as long as an interest lacks an outcome or its reason, a question is unanswered, or more
    is given than there is; and what `move_opportunity_and_tell` refuses.
    """
    rows = _require_ready(unit, opportunity, telling, reason)
    for row in rows:
        wanted = {"state": STATE_OF[row.outcome or ""], "reason": row.reason or None}
        if changed := change_interest(unit, row.interest, wanted):
            record(unit, "interest.moved", *changed, interest=row.interest)
    if rows:
        until = last_moment(unit.now + GATHER, telling.quiet, telling.confirm_days)
        unit.run(OUTCOME_APPLY, [_applied(unit, row, until) for row in rows])
    return move_opportunity_and_tell(
        unit,
        opportunity=opportunity,
        state="decided",
        telling=telling,
        reason=reason,
        checked=checked,
        intention_days=intention_days,
    )


def settled(unit: Unit, *, opportunity: int) -> list[Penciled]:
    """Return every interest with its outcome: in pencil, or else where it was moved to before.

    Those of the reserve are numbered from one in their order.
    """
    rows = [
        row if row.outcome else replace(row, outcome=OUTCOME_OF.get(row.state), reason=row.told)
        for row in outcomes(unit, opportunity=opportunity)
    ]
    reserve = sorted(
        (row for row in rows if row.outcome == RESERVE), key=lambda row: (row.place or 0, row.at)
    )
    places = {row.interest: place for place, row in enumerate(reserve, 1)}
    return [replace(row, place=places.get(row.interest)) for row in rows]


def _require_ready(unit: Unit, opportunity: int, telling: Telling, reason: str) -> list[Penciled]:
    about = get_opportunity(unit, opportunity=opportunity)
    require_step(about, "decided")
    rows = settled(unit, opportunity=opportunity)
    lacks = [
        *_without(rows, reason),
        *_apart(rows),
        *_overspent(about, rows),
        *_parts_overspent(unit, about, rows),
        *_unheard(unit, opportunity),
    ]
    if about.arrangement == OBJECTED and rows and not (telling.objections or about.official):
        lacks.append(Lack("refusal-lack-objections", {}))
    if lacks:
        raise Undecided(about.tender_id, lacks)
    return rows


def _without(rows: list[Penciled], reason: str) -> Iterator[Lack]:
    """Yield who has no outcome, and who was turned down without a reason."""
    waiting = [row for row in rows if row.outcome is None]
    if waiting:
        yield Lack("refusal-lack-outcome", _named(waiting))
    unsaid = [row for row in rows if row.outcome == NOT_CHOSEN and not (row.reason or reason)]
    if unsaid:
        yield Lack("refusal-lack-reason", _named(unsaid))


def _apart(rows: list[Penciled]) -> Iterator[Lack]:
    """Yield each pair that goes together, and has not the same outcome."""
    ends = {row.interest: row.outcome for row in rows}
    for row in rows:
        if row.together is not None and ends.get(row.together) != row.outcome:
            yield Lack(
                "refusal-lack-together", {"given": str(row.interest), "other": str(row.together)}
            )


def _overspent(about: Opportunity, rows: list[Penciled]) -> Iterator[Lack]:
    """Yield that more is given than there is, or that an amount lacks, so that nobody can tell."""
    chosen = [row for row in rows if row.outcome == CHOSEN]
    without = [row for row in chosen if row.amount_cents is None]
    if len(without) == len(chosen):
        return
    if without:
        yield Lack("refusal-lack-amount", _named(without))
    total = sum(row.amount_cents or 0 for row in chosen)
    if about.value_cents is not None and total > about.value_cents:
        total_and_value = (Money(cents, about.currency) for cents in (total, about.value_cents))
        yield Lack(
            "refusal-lack-budget", dict(zip(("total", "value"), total_and_value, strict=True))
        )


def _parts_overspent(unit: Unit, about: Opportunity, rows: list[Penciled]) -> Iterator[Lack]:
    """Yield for which parts more is given than there is for them.

    Who is given one amount for several parts is held against what there is for these together. Who
    is given something for all of it counts in the budget of the whole alone.
    """
    chosen = [row for row in rows if row.outcome == CHOSEN and row.amount_cents and row.parts]
    parts = {part.key: part for part in items_of(unit, "parts", about.id)}
    budgets = {key: part.budget_cents for key, part in parts.items() if part.budget_cents}
    for together in sorted({tuple(sorted(row.parts)) for row in chosen}):
        total = sum(row.amount_cents or 0 for row in chosen if {*row.parts} <= {*together})
        value = sum(budgets.get(key, 0) for key in together)
        if {*together} <= budgets.keys() and total > value:
            facts = {"total": Money(total, about.currency), "value": Money(value, about.currency)}
            titles = [part.title for key, part in parts.items() if key in together]
            yield Lack("refusal-lack-part", facts | {"parts": titles})


def _unheard(unit: Unit, opportunity: int) -> Iterator[Lack]:
    """Yield which questions wait for an answer."""
    waiting = unit.run(QUESTIONS_OPEN, {"opportunity": opportunity}).scalars()
    if waiting:
        shown = ", ".join(map(str, waiting[:NAMED]))
        yield Lack("refusal-lack-answer", {"count": len(waiting), "questions": shown})


def _named(rows: list[Penciled]) -> dict[str, object]:
    names = [row.reference or str(row.interest) for row in rows[:NAMED]]
    return {"count": len(rows), "references": ", ".join(names)}


def _applied(unit: Unit, row: Penciled, until: datetime | None) -> dict[str, Any]:
    return {
        "interest_id": row.interest,
        "outcome": row.outcome,
        "place": row.place,
        "with_id": row.together,
        "amount_cents": row.amount_cents,
        "reason": row.reason,
        "reasons": row.reasons,
        "actor": row.by or str(unit.actor),
        "at": row.at or unit.now,
        "applied_at": unit.now,
        "confirm_until": until if row.outcome == CHOSEN else None,
    }
