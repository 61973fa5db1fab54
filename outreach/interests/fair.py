"""What is owed to everybody who took part: fixed rules, an outcome for each, and a reason."""

from collections.abc import Set
from datetime import datetime
from typing import Any, Literal

from sqlmodel import bindparam, col, func, select

from content.texts import Named
from outreach.interests.interest import INTERESTED, Interest
from outreach.opportunities.deadline import takes_answers
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.opportunity import OpportunityVersion
from outreach.refusal import Refusal
from outreach.store.codes import Code
from outreach.store.query import pick
from outreach.store.unit import Unit

FROZEN = ("direction", "criteria", "plan_asks")
"""What everybody answered to: changed afterwards, those who answered first were
weighed on something else. What a plan must answer tells too that there are two steps.
"""
FROZEN_ANSWERS = ("division", "candidates")
"""Answers of the checklist that are such rules too; one that was not given yet may be added."""
WITHOUT_OUTCOME = ("new", "in_talk", "invited")
NAMED = 20
"""References in a refusal; more do not fit a sentence."""
QUOTED = 60
"""Letters of a title in a refusal."""

INTERESTS_STANDING = (
    pick(Interest.id, Interest.state, Code.code, Interest.part_keys)
    .outerjoin(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(Interest.opportunity_id == bindparam("opportunity"), INTERESTED)
    .order_by(col(Interest.id))
)
INTERESTS_STANDING_COUNTED = (
    select(func.count())
    .select_from(Interest)
    .where(Interest.opportunity_id == bindparam("opportunity"), INTERESTED)
)
VERSION_FACTS = pick(OpportunityVersion.facts).where(
    OpportunityVersion.opportunity_id == bindparam("opportunity"),
    OpportunityVersion.version == bindparam("version"),
)
NUMBERS = {"id", "opportunity_id"}
"""Facts of an item that nobody but the database knows."""
UNSEEN = NUMBERS | {"translations"}


def as_read(value: Any, *, unseen: Set[str] = UNSEEN) -> Any:
    """A fact as residents read it: items without our own numbers and without translations."""
    if not isinstance(value, list):
        return value
    return [
        {name: fact for name, fact in item.items() if name not in unseen}
        if isinstance(item, dict)
        else item
        for item in value
    ]


def version_facts(unit: Unit, *, opportunity: int, version: int) -> dict[str, Any] | None:
    """Return the facts of a published version; None if there is no such version."""
    facts: dict[str, Any] | None = unit.run(
        VERSION_FACTS, {"opportunity": opportunity, "version": version}
    ).scalar()
    return facts


def takes_answers_until(unit: Unit, *, opportunity: int) -> datetime | Literal["always"] | None:
    """Return until when others can still sign up, "always" without an end; None if it is over."""
    row = get_opportunity(unit, opportunity=opportunity)
    if not takes_answers(row.state, row.answers_until, unit.now):
        return None
    return row.answers_until or "always"


def require_same_rules(unit: Unit, *, opportunity: int, since: int, now: int) -> None:
    """Refuse other rules than a version had, once somebody answered to it.

    Rules are the criteria, the direction, what a plan must answer, how money is divided, and
    whether more than one party is expected. A part that somebody chose stays too: it may get
    another title or budget, which they are told. A requirement may go: nobody has less for it, and
    everybody hears of it.
    """
    versions = (
        version_facts(unit, opportunity=opportunity, version=version) for version in (since, now)
    )
    before, after = (facts or {} for facts in versions)
    changed = [
        name
        for name in FROZEN
        if name in before and not _says_the_same(before[name], after.get(name))
    ]
    was, is_now = (facts.get("checklist", {}) for facts in (before, after))
    changed += [key for key in FROZEN_ANSWERS if was.get(key) and was[key] != is_now.get(key)]
    count = (
        unit.run(INTERESTS_STANDING_COUNTED, {"opportunity": opportunity}).scalar_one()
        if changed
        else 0
    )
    if count:
        raise Refusal(
            "refusal-same-rules", what=[Named("fact", name) for name in changed], count=count
        )
    kept = {part["key"] for part in after.get("parts", ())}
    gone = {
        part["key"]: part["title"] for part in before.get("parts", ()) if part["key"] not in kept
    }
    if gone:
        _require_unchosen(unit, opportunity, gone)


def _says_the_same(before: Any, after: Any) -> bool:
    """True if a rule is what it was; a language may come in, not read otherwise in one it had."""
    if as_read(before) != as_read(after):
        return False
    if not isinstance(before, list):
        return True
    return all(
        new.get("translations", {}).get(language, {}).get(name) == text
        for old, new in zip(before, after, strict=True)
        for language, words in old.get("translations", {}).items()
        for name, text in words.items()
    )


def _require_unchosen(unit: Unit, opportunity: int, gone: dict[str, str]) -> None:
    """Refuse to take out parts that somebody signed up for, with who."""
    rows = unit.run(INTERESTS_STANDING, {"opportunity": opportunity})
    who = [(row.code or str(row.id), set(row.part_keys) & gone.keys()) for row in rows]
    chosen = sorted({key for _, keys in who for key in keys})
    codes = [code for code, keys in who if keys]
    if codes:
        parts = [f"{key} (“{gone[key][:QUOTED]}”)" for key in chosen]
        raise Refusal(
            "refusal-part-chosen",
            parts=parts,
            count=len(codes),
            references=", ".join(codes[:NAMED]),
        )


def require_outcomes(unit: Unit, *, opportunity: int, reason: str) -> None:
    """Refuse a decision while an interest has no outcome, or for nobody without a reason."""
    rows = unit.run(INTERESTS_STANDING, {"opportunity": opportunity})
    waiting = [row.code or str(row.id) for row in rows if row.state in WITHOUT_OUTCOME]
    if waiting:
        raise Refusal(
            "refusal-no-outcome", count=len(waiting), references=", ".join(waiting[:NAMED])
        )
    if rows and not reason and not any(row.state == "agreed" for row in rows):
        raise Refusal("refusal-reason-decision")


def require_reason(unit: Unit, *, opportunity: int, reason: str) -> None:
    """Refuse to take back, without a reason, what somebody answered to."""
    if (
        not reason
        and unit.run(INTERESTS_STANDING_COUNTED, {"opportunity": opportunity}).scalar_one()
    ):
        raise Refusal("refusal-reason-withdrawal")
