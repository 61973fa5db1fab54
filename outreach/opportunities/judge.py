"""Judge a record: what it lacks, what is wrong in it, and what to think of.

Everything that changes a record asks here. A draft may lack anything, also one that people read to
say what is missing. A record that was opened may not become incomplete or wrong. A change to it is
compared with the record before, so that an old fault never prevents the repair of another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import bindparam, col, func, select

from content.texts import Money, Named
from outreach.opportunities.checks import Remark, missing, warnings
from outreach.opportunities.codes import EXPLORING
from outreach.opportunities.deadline import is_over
from outreach.opportunities.facts import FACT, FACTS, ITEMS, MOST_CENTS
from outreach.opportunities.items import items_of
from outreach.opportunities.opportunity import (
    Criterion,
    Opportunity,
    OpportunityPlace,
    Part,
    Requirement,
)
from outreach.opportunities.place import Place, lies_in
from outreach.opportunities.questions import asked, is_intention, term
from outreach.opportunities.realistic import unlikely
from outreach.opportunities.splitting import split
from outreach.refusal import Refusal
from outreach.store.query import pick
from outreach.store.unit import Unit

PLACES_COUNTED = select(func.count()).where(
    OpportunityPlace.opportunity_id == bindparam("opportunity")
)
BUDGETS_OF_PARTS = pick(Part.budget_cents).where(
    Part.opportunity_id == bindparam("opportunity"), col(Part.budget_cents).is_not(None)
)
PLACES_OF_OPPORTUNITY = (
    pick(Place.name, Place.code)
    .join(OpportunityPlace, col(OpportunityPlace.place_id) == Place.id)
    .where(OpportunityPlace.opportunity_id == bindparam("opportunity"))
    .order_by(col(Place.name), col(Place.id))
)
WEIGHTS_OF_CRITERIA = pick(Criterion.weight).where(
    Criterion.opportunity_id == bindparam("opportunity")
)
REQUIREMENTS_OF_OPPORTUNITY = pick(
    Requirement.text, Requirement.kinds, Requirement.alternative
).where(Requirement.opportunity_id == bindparam("opportunity"))
CURRENCY = re.compile("[A-Z]{3}")
READ = ("title", "summary", "description")
"""What somebody needs in order to say what is missing in a draft."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be right: the fact it is about, the sentence's key, and what fills it in."""

    field: str
    key: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a record still lacks, by name, what cannot be right in it, and what to think of."""

    lacks: list[str]
    faults: list[Fault]
    warnings: list[Remark]


class Unfit(Refusal):
    """The record cannot be public like this; `lacks` and `faults` name what to mend first."""

    def __init__(self, lacks: list[str], faults: list[Fault], *, public: bool) -> None:
        super().__init__(
            "refusal-unfit", public="yes" if public else "no", count=len(lacks) + len(faults)
        )
        self.lacks = lacks
        self.faults = faults


def judge(
    unit: Unit, row: Opportunity, *, today: date | None = None, intention_days: int | None = None
) -> Judged:
    """Judge a record as it is, in any state; `today` is the day whose thresholds apply.

    `intention_days` is how long an intention has to stand, if not as long as usual.
    """
    today = today or unit.now.date()
    lacks = [*missing(row), *_empty_lists(unit, row)]
    faults = [*_money(unit, row), *_texts(row), *_weights(unit, row), *_days(unit, row)]
    days = intention_days or term("intention_days")
    remarks = [*warnings(row, today), *split(unit, row, today), *_remarks(unit, row, days)]
    # What a fault says is not said once more by naming the fact.
    told = {fault.field for fault in faults}
    return Judged([name for name in lacks if name not in told], faults, remarks)


def elsewhere(unit: Unit, *, opportunity: int, home: str) -> list[Remark]:
    """Remark which places of an opportunity lie outside a municipality, maybe by mistake."""
    places = unit.run(PLACES_OF_OPPORTUNITY, {"opportunity": opportunity})
    return [
        Remark("warning-elsewhere", {"given": name})
        for name, code in places
        if not lies_in(code, home)
    ]


def require_fit(judged: Judged, before: Judged | None = None) -> None:
    """Refuse what is missing or wrong; with `before`, only what a change made so."""
    lacks = [name for name in judged.lacks if before is None or name not in before.lacks]
    faults = [fault for fault in judged.faults if before is None or fault not in before.faults]
    if lacks or faults:
        raise Unfit(lacks, faults, public=before is not None)


def require_readable(judged: Judged) -> None:
    """Refuse to let people read a draft without its words, or with something wrong in it."""
    lacks = [name for name in judged.lacks if name in READ]
    if lacks or judged.faults:
        raise Unfit(lacks, judged.faults, public=False)


def was_opened(row: Opportunity) -> bool:
    """True if a record was opened once: people answered to it, so it stays complete."""
    return row.version > 0 and row.state != EXPLORING


def _empty_lists(unit: Unit, row: Opportunity) -> Iterator[str]:
    """Name the places, and the lists that an answer asks for, if nothing stands there."""
    if not unit.run(PLACES_COUNTED, {"opportunity": row.id}).scalar_one():
        yield "places"
    for name in asked(row.direction, row.arrangement, row.checklist).facts:
        if name in ITEMS and items_of(unit, name, row.id).first() is None:
            yield name


def _money(unit: Unit, row: Opportunity) -> Iterator[Fault]:
    budgets = unit.run(BUDGETS_OF_PARTS, {"opportunity": row.id}).scalars()
    for field, amounts in (("value_cents", [row.value_cents]), ("parts", budgets)):
        for cents in amounts:
            about = {"what": Named("fact", field), "amount": Money(cents or 0, row.currency)}
            if cents is not None and cents < 0:
                yield Fault(field, "fault-negative", about)
            elif cents is not None and cents > MOST_CENTS:
                yield Fault(
                    field, "fault-amount", about | {"most": Money(MOST_CENTS, row.currency)}
                )
    if not CURRENCY.fullmatch(row.currency):
        yield Fault("currency", "fault-currency", {"given": row.currency[:20]})


def _texts(row: Opportunity) -> Iterator[Fault]:
    for fact in FACTS:
        if fact.kind == "text" and (given := len(getattr(row, fact.name))) > fact.most:
            facts = {"what": Named("fact", fact.name), "given": given, "most": fact.most}
            yield Fault(fact.name, "fault-long", facts)


def _weights(unit: Unit, row: Opportunity) -> Iterator[Fault]:
    weights = unit.run(WEIGHTS_OF_CRITERIA, {"opportunity": row.id}).scalars()
    if any(weights) and sum(weights) != 100:
        yield Fault("criteria", "fault-weights", {"sum": sum(weights)})


def _days(unit: Unit, row: Opportunity) -> Iterator[Fault]:
    asks, answers = row.questions_until, row.answers_until
    if asks is not None and answers is not None and asks > answers:
        yield Fault(
            "questions_until", "fault-questions-late", {"questions": asks, "answers": answers}
        )
    if answers is None and was_opened(row):
        yield Fault("answers_until", "fault-deadline-cleared", {})
    # A closed record has had its last days; only a new one, for opening it again, has to lie ahead.
    if is_over(answers, unit.now):
        yield Fault("answers_until", "fault-answers-past", {"until": answers})
    if is_over(asks, unit.now) and row.state != "closed":
        yield Fault("questions_until", "fault-questions-past", {"until": asks})
    yield from _plan_days(row, unit.now)
    days = FACT["answer_days"]
    if not days.least <= row.answer_days <= days.most:
        facts = {"given": row.answer_days, "most": days.most}
        yield Fault("answer_days", "fault-answer-days", facts)


def _plan_days(row: Opportunity, now: datetime) -> Iterator[Fault]:
    """Yield why nobody could write a plan: it is asked for before all signed up, or it is late."""
    plans, answers = row.plan_until, row.answers_until
    if plans is not None and answers is not None and plans <= answers:
        yield Fault("plan_until", "fault-plan-early", {"plans": plans, "answers": answers})
    elif is_over(plans, now):
        yield Fault("plan_until", "fault-plan-past", {"until": plans})


def _remarks(unit: Unit, row: Opportunity, days: int) -> Iterator[Remark]:
    if row.arrangement == "contract" and row.checklist.get("options") == "apart":
        yield Remark("warning-options-apart", {})
    stands_until = intention_until(row, unit.now, days)
    if stands_until and row.answers_until and row.answers_until < stands_until:
        yield Remark("warning-intention-short", {"days": days, "until": stands_until})
    if row.direction == "formal" and row.arrangement == "no_money":
        yield Remark("warning-formal-no-money", {})
    if (
        row.starts_on is not None
        and row.answers_until is not None
        and row.starts_on < row.answers_until.date()
    ):
        yield Remark("warning-starts-early", {"starts": row.starts_on, "until": row.answers_until})
    for text, kinds, alternative in unit.run(REQUIREMENTS_OF_OPPORTUNITY, {"opportunity": row.id}):
        found = None if alternative.strip() else unlikely(text, kinds)
        if found is not None:
            rule, whom = found
            yield Remark(
                "warning-requirement", {"text": text[:200], "why": rule, "kinds": _named(whom)}
            )


def intention_until(row: Opportunity, now: datetime, days: int | None = None) -> datetime | None:
    """Return until when an intention has to stand, counted from its opening; None if it is none.

    Without `days` it stands as long as usual.
    """
    if not is_intention(row.arrangement, row.checklist):
        return None
    return (row.opened_at or now) + timedelta(days=days or term("intention_days"))


def _named(kinds: list[str]) -> list[Named]:
    return [Named("party", kind) for kind in kinds]
