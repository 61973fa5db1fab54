"""Tell the other members of a party what one of them did: they speak for the same party.

It is a notice like any other: a stop ends it, it waits for ten minutes and for quiet hours to end.
Who did it is not told: all that is known of a member is where they are reached.
"""

from collections.abc import Callable, Iterable
from typing import Protocol

from sqlmodel import bindparam, col

from content.message import Message
from outreach.delivery.delivery import IS_PLANNED, Delivery
from outreach.delivery.mailing import Mailing, MailingKind, open_mailing
from outreach.delivery.notice import add_recipients
from outreach.interests.interest import Interest
from outreach.interests.tell import GATHER, MEMBERS_OF_PARTY
from outreach.opportunities.card import opportunity_card
from outreach.parties.party import Party, join_party
from outreach.parties.person import speaker
from outreach.store.among import among
from outreach.store.codes import find_code
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit

JOINED = "notice-others-joined"
SIGNED_UP = "notice-others-signed-up"
CHANGED = "notice-others-changed"
WITHDREW = "notice-others-withdrew"
CONFIRMED = "notice-others-confirmed"
PLAN_CHANGED = "notice-others-plan"
PLAN_SENT = "notice-others-plan-sent"
PARTY_OF_INTEREST = (
    pick(Interest.party_id, Interest.opportunity_id, Party.name)
    .join(Party, col(Party.id) == col(Interest.party_id))
    .where(Interest.id == bindparam("interest"))
)
PERSONS_TO_HEAR = (
    pick(Delivery.person_id)
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .where(
        among(col(Delivery.person_id), "persons"),
        IS_PLANNED,
        Mailing.name == bindparam("name"),
        Mailing.opportunity_id == bindparam("opportunity"),
    )
)


class Words(Protocol):
    """Makes the message, in a language and with facts."""

    def __call__(self, language: str, /, **facts: object) -> Message:
        """Say it."""


def tell_others(unit: Unit, *, interest: int, name: str, say: Words) -> int:
    """Tell the others behind an interest what the speaker did with it; returns how many are told.

    `name` is that of the notice. Of a change nobody is told again who is still to hear of one
    before it: both are read at once.
    """
    row = unit.run(PARTY_OF_INTEREST, {"interest": interest}).one()
    persons = _others(unit, row.party_id)
    if name in (CHANGED, PLAN_CHANGED):
        about = {"persons": sorted(persons), "opportunity": row.opportunity_id, "name": name}
        persons -= set(unit.run(PERSONS_TO_HEAR, about).scalars())

    def message(language: str) -> Message:
        card = opportunity_card(unit, opportunity=row.opportunity_id, language=language)
        return say(language, party=row.name, title=card.title)

    return _tell(unit, name, persons, message, row.opportunity_id)


def join_and_tell(unit: Unit, *, code: str, say: Words) -> str:
    """Become a member by an invitation, and tell those who were; returns the party's name."""
    meaning = find_code(unit, code)
    members = set() if meaning is None else _members(unit, meaning.subject)
    party = join_party(unit, code=code)
    if speaker(unit) not in members:
        _tell(unit, JOINED, members, lambda language: say(language, party=party))
    return party


def _tell(
    unit: Unit,
    name: str,
    persons: Iterable[int],
    message: Callable[[str], Message],
    opportunity: int | None = None,
) -> int:
    """Plan a notice; the sender keeps it until quiet hours are over."""
    persons = sorted(persons)
    if not persons:
        return 0
    at = unit.now + GATHER
    mailing = open_mailing(
        unit,
        kind=MailingKind.NOTICE,
        name=name,
        at=at,
        opportunity=opportunity,
        made_at=unit.now,
    )
    record(unit, "notice.planned", mailing=mailing)
    return add_recipients(
        unit,
        mailing=mailing,
        at=at,
        persons=persons,
        say=lambda _, language: message(language),
        beside=True,
    )


def _others(unit: Unit, party: int) -> set[int]:
    return _members(unit, party) - {speaker(unit)}


def _members(unit: Unit, party: int) -> set[int]:
    return set(unit.run(MEMBERS_OF_PARTY, {"party": party}).scalars())
