"""How interests were weighed: words and reasons on each criterion, and what they come to.

It is for staff alone: nobody outside reads a word of it before the decision.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlmodel import bindparam, col

from outreach.interests.interest import Interest
from outreach.interests.pencil import CHOSEN, NOT_CHOSEN, RESERVE, Penciled, outcomes
from outreach.interests.weigh import Weighing, criteria_of, score
from outreach.opportunities.edit import get_opportunity
from outreach.parties.party import Party
from outreach.refusal import Refusal
from outreach.staff.staff import names_of_staff
from outreach.store.codes import Code
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a colleague, and why; `by` is their name."""

    by: str
    word: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Point:
    """One criterion of an interest: the last word of each colleague, and the settled one.

    `earlier` are words that another one came after, the oldest first.
    """

    criterion: int
    text: str
    weight: int
    words: list[Word] = field(default_factory=list)
    settled: Word | None = None
    earlier: list[Word] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """True if colleagues do not find the same."""
        return len({said.word for said in self.words}) > 1


@dataclass(frozen=True, slots=True)
class Weighed:
    """An interest with its points. `score` is from 0 to 100, None while a settled word lacks.

    `outcome` is what becomes of it, in pencil as long as it was not `applied`; `why` is its reason.
    """

    interest: int
    reference: str | None
    party_id: int
    party: str
    kind: str
    state: str
    points: list[Point]
    score: float | None
    outcome: str | None = None
    why: str = ""
    applied: bool = False


BETTER = {NOT_CHOSEN: 0, RESERVE: 1, CHOSEN: 2}
"""Outcomes, from the least to the best."""
INTERESTS_TO_WEIGH = (
    pick(
        Interest.id,
        Code.code,
        col(Party.id).label("party"),
        Party.name,
        Party.kind,
        Interest.state,
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .outerjoin(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(Interest.opportunity_id == bindparam("opportunity"))
    .order_by(col(Interest.id))
)
OPPORTUNITY_OF_INTEREST = pick(Interest.opportunity_id).where(Interest.id == bindparam("interest"))
WEIGHINGS_OF_OPPORTUNITY = (
    pick(*(getattr(Weighing, name) for name in Weighing.model_fields))
    .join(Interest, col(Interest.id) == col(Weighing.interest_id))
    .where(Interest.opportunity_id == bindparam("opportunity"))
    .order_by(col(Weighing.id))
)


def decision_overview(unit: Unit, *, opportunity: int, withdrawn: bool = False) -> list[Weighed]:
    """Return every interest of an opportunity as it was weighed, in order of arrival.

    Those that were taken back are left out unless they are asked for.
    """
    row = get_opportunity(unit, opportunity=opportunity)
    criteria = criteria_of(unit, opportunity=opportunity, version=row.version)
    names, said = names_of_staff(unit), dict[tuple[int, int], list[Any]]()
    for one in unit.run(WEIGHINGS_OF_OPPORTUNITY, {"opportunity": opportunity}):
        said.setdefault((one.interest_id, one.criterion), []).append(one)
    written = {each.interest: each for each in outcomes(unit, opportunity=opportunity)}
    return [
        _weighed(interest, criteria, said, names, written.get(interest.id))
        for interest in unit.run(INTERESTS_TO_WEIGH, {"opportunity": opportunity})
        if withdrawn or interest.state != "withdrawn"
    ]


def weighed(unit: Unit, *, interest: int) -> Weighed:
    """Return how one interest was weighed."""
    about = unit.run(OPPORTUNITY_OF_INTEREST, {"interest": interest}).scalar()
    if about is None:
        raise Refusal("refusal-unknown", given=str(interest))
    found = decision_overview(unit, opportunity=int(about), withdrawn=True)
    return next(one for one in found if one.interest == interest)


def against_the_sum(found: Sequence[Weighed]) -> list[tuple[Weighed, Weighed]]:
    """Return pairs in which the first comes to more and has the lesser outcome.

    That may be right, and asks for a reason: it is what somebody who was not chosen asks first.
    """
    compared = [one for one in found if one.score is not None and one.outcome in BETTER]
    return [
        (more, less)
        for more in compared
        for less in compared
        if (more.score or 0) > (less.score or 0)
        and BETTER[more.outcome or ""] < BETTER[less.outcome or ""]
    ]


def weighed_openly(weighed: Weighed) -> Weighed:
    """Return how an interest was weighed without the name of its party and without reasons."""
    points = [
        replace(
            point,
            words=[replace(said, reason="") for said in point.words],
            settled=point.settled and replace(point.settled, reason=""),
            earlier=[],
        )
        for point in weighed.points
    ]
    return replace(weighed, party="", reference=None, points=points, why="")


def _weighed(
    interest: Any,
    criteria: Sequence[Mapping[str, Any]],
    said: Mapping[tuple[int, int], Sequence[Any]],
    names: Mapping[str, str],
    written: Penciled | None,
) -> Weighed:
    points = [
        _point(number, criterion, said.get((interest.id, number), ()), names)
        for number, criterion in enumerate(criteria, 1)
    ]
    words = {point.criterion: point.settled.word for point in points if point.settled}
    weights = {point.criterion: point.weight for point in points}
    return Weighed(
        interest=interest.id,
        reference=interest.code,
        party_id=interest.party,
        party=interest.name,
        kind=interest.kind,
        state=interest.state,
        points=points,
        score=score(weights, words),
        outcome=written.outcome if written else None,
        why=written.reason if written else "",
        applied=bool(written and written.applied_at),
    )


def _point(
    number: int, criterion: Mapping[str, Any], said: Sequence[Any], names: Mapping[str, str]
) -> Point:
    """Part what was said on one criterion, in the order in which it was said."""
    last: dict[tuple[bool, str], Any] = {}
    for one in said:
        # the settled word is one, whoever wrote it down
        last[one.settled, "" if one.settled else one.actor] = one
    kept = {one.id for one in last.values()}
    words = sorted(
        (_word(one, names) for (settled, _), one in last.items() if not settled),
        key=lambda word: word.by,
    )
    settled = last.get((True, ""))
    return Point(
        criterion=number,
        text=criterion["text"],
        weight=criterion["weight"],
        words=words,
        settled=None if settled is None else _word(settled, names),
        earlier=[_word(one, names) for one in said if one.id not in kept],
    )


def _word(one: Any, names: Mapping[str, str]) -> Word:
    return Word(names.get(one.actor, one.actor), one.word, one.reason, one.at)
