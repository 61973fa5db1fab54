"""A party's own interest: what its members read of it, add to it, change, or take back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import bindparam, col, select

from outreach.interests.interest import EXTRAS, OVER, Interest, change_interest, move_interest
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Membership, Party
from outreach.parties.person import speaker
from outreach.refusal import Refusal
from outreach.store.codes import Code, make_code
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class InterestCard:
    """An interest as its party sees it."""

    id: int
    opportunity: int
    title: str
    party: str
    state: str
    brings: str
    answer_by: date
    reference: str


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
PARTY_OF_INTEREST = select(Interest.party_id).where(Interest.id == bindparam("interest"))


def add_to_interest(unit: Unit, /, *, interest: int, **values: Any) -> None:
    """Change what an interest says; the value before is kept. Only a member of its party may.

    None takes away what was said, but for what they bring. Refuses an interest that is over.
    """
    if other := set(values) - set(EXTRAS):
        raise Refusal("refusal-field", given=", ".join(sorted(other)), allowed=list(EXTRAS))
    if require_own(unit, interest).state in OVER:
        raise Refusal("refusal-interest-ended")
    if "part_keys" in values:
        values["part_keys"] = values["part_keys"] or []
    if changed := change_interest(unit, interest, values):
        record(unit, "interest.changed", *changed, interest=interest)


def my_interests(unit: Unit) -> list[InterestCard]:
    """The interests of every party that the speaker is a member of."""
    return [InterestCard(*row) for row in unit.run(INTERESTS_OF_PERSON, {"person": speaker(unit)})]


def require_own(unit: Unit, interest: int) -> InterestCard:
    """Return an interest of the speaker; refuses any other."""
    own = next((card for card in my_interests(unit) if card.id == interest), None)
    if own is None:
        raise Refusal("refusal-not-yours")
    return own


def invite_to_party(unit: Unit, *, interest: int) -> str:
    """Return a code for a second contact person of the party: it works once, for seven days."""
    party = unit.run(PARTY_OF_INTEREST, {"interest": require_own(unit, interest).id}).scalar_one()
    return make_code(unit, "invitation", party)


def withdraw_interest(unit: Unit, *, interest: int) -> None:
    """Take back one's own interest."""
    move_interest(unit, interest=require_own(unit, interest).id, state="withdrawn")
