"""Reasons of a decision that some will read in another language than their own."""

from collections import Counter
from dataclasses import dataclass

from sqlmodel import bindparam, col

from outreach.interests.interest import INTERESTED, Interest
from outreach.interests.pencil import outcomes
from outreach.opportunities.edit import get_opportunity
from outreach.parties.party import Membership
from outreach.parties.person import Person
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Untranslated:
    """An outcome of which so many people read the reason in the language of the record.

    `language` is theirs, in which it was not written.
    """

    outcome: str
    language: str
    people: int
    spoken: str


READERS = (
    pick(Interest.id, Membership.person_id, Person.language)
    .join(Membership, col(Membership.party_id) == col(Interest.party_id))
    .join(Person, col(Person.id) == col(Membership.person_id))
    .where(
        Interest.opportunity_id == bindparam("opportunity"),
        INTERESTED,
        col(Person.stopped_at).is_(None),
    )
    .order_by(col(Interest.id), col(Membership.person_id))
)


def untranslated(unit: Unit, *, opportunity: int) -> list[Untranslated]:
    """Return for each outcome the languages of readers in which a reason was not written."""
    spoken = get_opportunity(unit, opportunity=opportunity).language
    written = {each.interest: each for each in outcomes(unit, opportunity=opportunity)}
    readers = {
        (one.outcome, row.language, row.person_id)
        for row in unit.run(READERS, {"opportunity": opportunity})
        if (one := written.get(row.id)) is not None
        and one.outcome
        and one.reason
        and row.language not in (spoken, *one.reasons)
    }
    counted = Counter((outcome, language) for outcome, language, _ in readers)
    return [
        Untranslated(outcome, language, people, spoken)
        for (outcome, language), people in sorted(counted.items())
    ]
