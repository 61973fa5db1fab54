"""A party that was chosen says yes: what its members read of that, and the yes itself.

A no is a withdrawal like any other.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import bindparam, col

from outreach.interests.chosen import STANDING, State, confirm_state
from outreach.interests.interest import INTEREST_LOCK, Interest
from outreach.interests.own import require_own
from outreach.interests.pencil import Outcome
from outreach.opportunities.card import opportunity_card
from outreach.parties.party import Membership, Party
from outreach.parties.person import speaker
from outreach.refusal import Refusal
from outreach.store.codes import Code
from outreach.store.events import record
from outreach.store.query import pick, update
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a party of the speaker was chosen for, and how it stands with its yes."""

    interest: int
    opportunity: int
    title: str
    party: str
    reference: str
    until: datetime
    state: State

    @property
    def is_open(self) -> bool:
        """True if nobody of the party has said yes."""
        return self.state != "confirmed"


AGREEMENTS_OF_PERSON = (
    pick(Interest.id, Interest.opportunity_id, Party.name, Code.code, *STANDING)
    .select_from(Interest)
    .join(Outcome, col(Outcome.interest_id) == col(Interest.id))
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Membership, col(Membership.party_id) == col(Party.id))
    .join(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(Membership.person_id == bindparam("person"), col(Outcome.confirm_until).is_not(None))
    .order_by(col(Interest.id))
)
CONFIRM_STANDING = (
    pick(*STANDING)
    .select_from(Interest)
    .join(Outcome, col(Outcome.interest_id) == col(Interest.id))
    .where(Interest.id == bindparam("interest"))
)
OUTCOME_CONFIRM = (
    update(Outcome)
    .where(Outcome.interest_id == bindparam("interest"))
    .values(confirmed_at=bindparam("now"))
)


def my_agreements(unit: Unit, *, language: str) -> list[Agreement]:
    """Return what the parties of the speaker were chosen for and asked to say yes to."""
    found: list[Agreement] = []
    for row in unit.run(AGREEMENTS_OF_PERSON, {"person": speaker(unit)}):
        state = confirm_state(row, unit.now)
        if state is not None:
            card = opportunity_card(unit, opportunity=row.opportunity_id, language=language)
            found.append(
                Agreement(
                    row.id,
                    row.opportunity_id,
                    card.title,
                    row.name,
                    row.code,
                    row.confirm_until,
                    state,
                )
            )
    return found


def confirm_interest(unit: Unit, *, interest: int) -> bool:
    """Say yes for the party of an own interest; False if a member has said so before.

    It counts after the term too, as long as the place was not given to another. Refuses where it is
    not asked, or not any more.
    """
    require_own(unit, interest)
    # a colleague or another member may be about to give the place away
    unit.run(INTEREST_LOCK, {"interest": interest}).one()
    row = unit.run(CONFIRM_STANDING, {"interest": interest}).first()
    state = None if row is None else confirm_state(row, unit.now)
    if state is None:
        raise Refusal("refusal-confirm")
    if state == "confirmed":
        return False
    unit.run(OUTCOME_CONFIRM, {"interest": interest, "now": unit.now})
    record(unit, "interest.confirmed", interest=interest)
    return True
