"""Weigh an interest on the criteria that were published: a word and a reason on each of them.

Several colleagues may weigh, each in their own words; one word on each criterion is settled. A word
that is given anew stands after the earlier one, which is kept. Nobody outside reads any of it
before the opportunity was decided.
"""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from content.texts import Named, named
from outreach.interests.fair import version_facts
from outreach.interests.impersonal import require_nobody_else
from outreach.interests.interest import INTEREST_TEXTS, Interest
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Party
from outreach.refusal import Refusal
from outreach.staff.staff import Staff
from outreach.store.among import among
from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import record
from outreach.store.query import pick, update
from outreach.store.unit import Unit

SCALE = {"poor": 0, "fair": 1, "enough": 2, "good": 3, "strong": 4}
"""The words, and how much each counts; everybody may read both on the page of an opportunity."""
MOST = max(SCALE.values())
LONGEST_WORD = 1_000
"""Letters of the reason for a word: a sentence or a few."""
WEIGHABLE = ("open", "closed")
"""States of an opportunity in which its interests are weighed: published, and not decided yet."""
WEIGH_DEEDS = ("interest.weighed", "interest.settled")
"""What the file of a person leaves out: it happened where nobody outside looks."""
WEIGHING_WORDS = {"reason": ""}
"""What a colleague wrote of an interest, and what stands there once it is emptied."""


class Weighing(SQLModel, table=True):
    """A colleague's word on one criterion of an interest; their last one counts.

    `criterion` is its number in the list that was published. `settled`: it is the word that counts
    in the decision, of whomever wrote it down.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    interest_id: int = Field(foreign_key="interest.id", index=True)
    criterion: int
    actor: str
    word: str
    reason: str
    settled: bool = False
    at: datetime = Field(sa_type=Moment)


Mailed = Callable[[Unit, int], Collection[str]]
"""Returns the e-mail addresses of the members of a party."""

INTEREST_TO_WEIGH = (
    pick(
        Interest.opportunity_id,
        Interest.party_id,
        col(Interest.state).label("stand"),
        Party.name,
        Opportunity.state,
        Opportunity.version,
        *(getattr(Interest, name) for name in INTEREST_TEXTS),
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .where(Interest.id == bindparam("interest"))
)
STAFF_EMAIL = select(Staff.email).where(Staff.id == bindparam("staff"))
WEIGHING_LAST = (
    pick(Weighing.word, Weighing.reason)
    .where(
        Weighing.interest_id == bindparam("interest"),
        Weighing.criterion == bindparam("criterion"),
        Weighing.actor == bindparam("who"),
        Weighing.settled == bindparam("counts"),
    )
    .order_by(col(Weighing.id).desc())
    .limit(1)
)
WEIGHING_ADD = insert(Weighing)
WEIGHINGS_EMPTY = (
    update(Weighing).where(among(Weighing.interest_id, "interests")).values(**WEIGHING_WORDS)
)


def weigh(
    unit: Unit,
    *,
    interest: int,
    criterion: int,
    word: str,
    reason: str,
    mailed: Mailed,
    settle: bool = False,
    checked: bool = False,
) -> bool:
    """Give a word to an interest on one criterion, with a reason; True unless it stood there.

    With `settle` it is the word that counts. Refuses an interest that was withdrawn or decided, a
    criterion that was not published, a colleague who takes part in it themselves, and the name of
    another party in the reason until that is `checked`: the party may read it after the decision.
    """
    row = unit.run(INTEREST_TO_WEIGH, {"interest": interest}).first()
    if row is None:
        raise Refusal("refusal-unknown", given=str(interest))
    _require_weighable(unit, row, criterion, word)
    if not reason:
        raise Refusal("refusal-weigh-reason")
    _require_not_own(unit, row, mailed)
    if not checked:
        require_nobody_else(unit, reason, opportunity=row.opportunity_id, party=row.party_id)
    where = {"interest": interest, "criterion": criterion, "who": str(unit.actor), "counts": settle}
    last = unit.run(WEIGHING_LAST, where).first()
    if last is not None and (last.word, last.reason) == (word, reason):
        return False
    said = {"word": word, "reason": reason, "settled": settle}
    place = {"interest_id": interest, "criterion": criterion}
    unit.run(WEIGHING_ADD, place | said | {"actor": str(unit.actor), "at": unit.now})
    about = {"interest": interest, "criterion": criterion}
    if settle:
        record(unit, "interest.settled", **about)
    else:
        record(unit, "interest.weighed", **about)
    return True


def criteria_of(unit: Unit, *, opportunity: int, version: int) -> list[dict[str, Any]]:
    """Return the criteria as they were published in a version, in their order."""
    facts = version_facts(unit, opportunity=opportunity, version=version) or {}
    return list(facts.get("criteria", ()))


def score(weights: Mapping[int, int], words: Mapping[int, str]) -> float | None:
    """Return what words come to by the weights of their criteria, from 0 to 100.

    None while one of them lacks a word, or if no criterion has a weight. It helps to compare and
    decides nothing.
    """
    whole = sum(weights.values())
    if not whole or weights.keys() - words.keys():
        return None
    counted = sum(weight * SCALE[words[number]] for number, weight in weights.items())
    return 100 * counted / (whole * MOST)


def _require_weighable(unit: Unit, row: Any, criterion: int, word: str) -> None:
    if row.stand == "withdrawn":
        raise Refusal("refusal-weigh-withdrawn")
    if row.state not in WEIGHABLE:
        raise Refusal("refusal-weigh-state", state=Named("state", row.state))
    if word not in SCALE:
        raise Refusal("refusal-code", given=word[:80], allowed=named("weighing", SCALE))
    count = len(criteria_of(unit, opportunity=row.opportunity_id, version=row.version))
    if not 1 <= criterion <= count:
        raise Refusal(
            "refusal-item",
            given=str(criterion),
            what=Named("fact", "criteria"),
            allowed=[str(number) for number in range(1, count + 1)] or "none",
        )


def _require_not_own(unit: Unit, row: Any, mailed: Mailed) -> None:
    """Refuse a colleague whose own address stands in the interest, or is that of a member."""
    email = unit.run(STAFF_EMAIL, {"staff": unit.actor.id}).scalar()
    if email is None:
        return
    own = re.compile(rf"(?<![\w.+-]){re.escape(email)}(?![\w-])", re.IGNORECASE)
    texts = [getattr(row, name) or "" for name in INTEREST_TEXTS]
    if any(map(own.search, [*texts, *mailed(unit, row.party_id)])):
        raise Refusal("refusal-weigh-own", party=row.name)
