"""A party's own interest: what its members read of it, add to it, change, or take back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import bindparam, col, select

from outreach.attachments.attachment import Shown
from outreach.attachments.own import mine_with
from outreach.interests.interest import (
    EXTRAS,
    OVER,
    Interest,
    change_interest,
    keep_before,
    move_interest,
)
from outreach.interests.lot import Ranked, rank_of
from outreach.interests.meets import Answer, Met, as_read, as_stored
from outreach.interests.reach import reach_typed
from outreach.opportunities.card import opportunity_card, part_choices
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.consent import allowed
from outreach.parties.party import Membership, Party, describe_party
from outreach.parties.person import speaker
from outreach.refusal import Refusal
from outreach.store.codes import Code, make_code
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class InterestCard:
    """An interest in a list, as its party sees it."""

    id: int
    opportunity: int
    title: str
    party: str
    state: str
    brings: str
    answer_by: date
    reference: str


@dataclass(frozen=True, slots=True)
class OwnInterest:
    """All that stands in an interest, as the member of its party who speaks may read it.

    `parts` are the titles of the parts. `reach` is None also if another member left it: then
    `reached` is True all the same. `name`: the speaker permits that it stands in the public record.
    `rank` is where it stands in a lot that was drawn. `files` is what the speaker sent along.
    """

    id: int
    opportunity: int
    title: str
    party: str
    kind: str
    state: str
    reference: str
    answer_by: date
    brings: str
    needs: str | None
    people: int | None
    parts: list[str]
    area: str | None
    partners: str | None
    reach: str | None
    reached: bool
    name: bool
    meets: list[Met]
    reason: str | None
    rank: Ranked | None
    files: list[Shown]

    @property
    def is_over(self) -> bool:
        """True if it can only be read."""
        return self.state in OVER


INTERESTS_OF_PERSON = (
    pick(
        Interest.id,
        Interest.opportunity_id,
        Opportunity.title,
        Party.name,
        Interest.state,
        Interest.brings,
        Interest.answer_by,
        Code.code,
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Membership, col(Membership.party_id) == col(Party.id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .join(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(Membership.person_id == bindparam("person"))
    .order_by(col(Interest.id))
)
INTEREST_IN_FULL = (
    pick(Party.kind, Interest.reason, *(getattr(Interest, name) for name in EXTRAS))
    .join(Party, col(Party.id) == col(Interest.party_id))
    .where(Interest.id == bindparam("interest"))
)
PARTY_OF_INTEREST = (
    pick(Party.id, Party.name, Party.kind)
    .join(Interest, col(Interest.party_id) == col(Party.id))
    .where(Interest.id == bindparam("interest"))
    .with_for_update()
)
INTERESTS_OF_PARTY = select(Interest.id).where(Interest.party_id == bindparam("party"))


def my_interests(unit: Unit) -> list[InterestCard]:
    """The interests of every party that the speaker is a member of."""
    return [InterestCard(*row) for row in unit.run(INTERESTS_OF_PERSON, {"person": speaker(unit)})]


def own_interest(unit: Unit, *, interest: int, language: str) -> OwnInterest:
    """Return all that stands in an interest of the speaker; refuses any other."""
    card = require_own(unit, interest)
    row = unit.run(INTEREST_IN_FULL, {"interest": interest}).one()
    titles = {
        part.key: part.title
        for part in part_choices(unit, opportunity=card.opportunity, language=language)
    }
    typed, _ = reach_typed(unit, interests=[interest]).by(speaker(unit))
    return OwnInterest(
        id=interest,
        opportunity=card.opportunity,
        title=opportunity_card(unit, opportunity=card.opportunity, language=language).title,
        party=card.party,
        kind=row.kind,
        state=card.state,
        reference=card.reference,
        answer_by=card.answer_by,
        brings=row.brings,
        needs=row.needs,
        people=row.people,
        parts=[titles.get(key, key) for key in row.part_keys],
        area=row.area,
        partners=row.partners,
        reach=row.reach if interest in typed else None,
        reached=bool(row.reach),
        name=allowed(unit, purpose="name", scope=str(interest)),
        meets=as_read(unit, card.opportunity, language, row.meets),
        reason=row.reason,
        rank=rank_of(unit, opportunity=card.opportunity, interest=interest),
        files=mine_with(unit, interest=interest),
    )


def standing_interest(unit: Unit, *, opportunity: int) -> int | None:
    """Return the speaker's interest in an opportunity that still stands; None if there is none."""
    return next(
        (
            card.id
            for card in my_interests(unit)
            if card.opportunity == opportunity and card.state not in OVER
        ),
        None,
    )


def interest_before(unit: Unit, *, opportunity: int) -> int | None:
    """Return the speaker's interest that was not taken back: one that stands, else a declined one.

    The same party cannot sign up again beside it.
    """
    own = [
        card
        for card in my_interests(unit)
        if card.opportunity == opportunity and card.state != "withdrawn"
    ]
    return min(own, key=lambda card: (card.state in OVER, card.id)).id if own else None


def require_own(unit: Unit, interest: int) -> InterestCard:
    """Return an interest of the speaker; refuses any other."""
    own = next((card for card in my_interests(unit) if card.id == interest), None)
    if own is None:
        raise Refusal("refusal-not-yours")
    return own


def add_to_interest(unit: Unit, /, *, interest: int, **values: Any) -> None:
    """Change what an interest says; the value before is kept. Only a member of its party may.

    None takes away what was said, but for what they bring. Refuses an interest that is over.
    """
    if other := set(values) - set(EXTRAS):
        raise Refusal("refusal-field", given=", ".join(sorted(other)), allowed=list(EXTRAS))
    _require_standing(unit, interest)
    if "part_keys" in values:
        values["part_keys"] = values["part_keys"] or []
    if changed := change_interest(unit, interest, values):
        record(unit, "interest.changed", *changed, interest=interest)


def answer_in_interest(unit: Unit, *, interest: int, answers: list[Answer]) -> None:
    """Put what the party can do of what is asked into an own interest; none takes it away."""
    card = require_own(unit, interest)
    add_to_interest(unit, interest=interest, meets=as_stored(unit, card.opportunity, answers))


def change_party(unit: Unit, *, interest: int, name: str, kind: str) -> None:
    """Change what the party behind an own interest is called, and which kind it is.

    It is the same party in its other interests: what it was before is kept in each of them.
    """
    _require_standing(unit, interest)
    row = unit.run(PARTY_OF_INTEREST, {"interest": interest}).one()
    before = {"party": row.name, "kind": row.kind}
    now = {"party": name, "kind": kind}
    changed = [field for field in now if now[field] != before[field]]
    if not changed:
        return
    describe_party(unit, party=row.id, name=name, kind=kind)
    for each in unit.run(INTERESTS_OF_PARTY, {"party": row.id}).scalars():
        for field in changed:
            keep_before(unit, each, field, before[field])
        record(unit, "interest.changed", *changed, interest=each)


def invite_to_party(unit: Unit, *, interest: int) -> str:
    """Return a code for a second contact person of the party: it works once, for seven days."""
    require_own(unit, interest)
    party = unit.run(PARTY_OF_INTEREST, {"interest": interest}).one()
    return make_code(unit, "invitation", party.id)


def withdraw_interest(unit: Unit, *, interest: int) -> None:
    """Take back one's own interest."""
    move_interest(unit, interest=require_own(unit, interest).id, state="withdrawn")


def _require_standing(unit: Unit, interest: int) -> InterestCard:
    own = require_own(unit, interest)
    if own.state in OVER:
        raise Refusal("refusal-interest-ended")
    return own
