"""Forget a person: not one byte of what they typed, or of where they are reached, stays behind.

What the record must keep is kept without a name: that there was an interest, from which kind of
party, and how it ended.
"""

from collections.abc import Mapping
from typing import Literal

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlmodel import col, or_

from outreach.attachments.attachment import Attachment
from outreach.conversations.conversation import Conversation
from outreach.delivery.aside import Aside
from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.interests.chosen import UNCONFIRMED
from outreach.interests.follower import Follower
from outreach.interests.interest import Interest, InterestChange
from outreach.interests.meets import Beforehand
from outreach.interests.pencil import Outcome
from outreach.interests.question import QUESTION_WORDS, Question
from outreach.interests.reach import reach_typed
from outreach.mailboxes.mailbox import Mailbox
from outreach.meetings.attendance import leave_meetings
from outreach.parties.address import Address
from outreach.parties.consent import Consent
from outreach.parties.party import PARTY_WORDS, Membership, Party
from outreach.parties.person import Person, speaker
from outreach.parties.way_back import WayBack
from outreach.privacy.staff_words import take_out_of_staff_words
from outreach.privacy.tombstone import bury
from outreach.privacy.traces import take_out
from outreach.privacy.words import HELD, INTEREST_FORGET
from outreach.receipts.receipt import GivenReceipt
from outreach.store.among import among
from outreach.store.codes import Code
from outreach.store.events import Event, record
from outreach.store.query import delete, exists, update
from outreach.store.unit import Unit
from outreach.subscriptions.subscription import Subscription
from outreach.venues.trail import Trail, Visit

REACHED = tuple(HELD)
"""The tables in which something of a person can stand; a test walks all tables and compares."""

Out = Literal["all", "contacts", "none"]
"""Which words are taken out of what a group goes on with, if they lead to the person."""
WHO: ColumnElement[int] = bindparam("person")
ADDRESS_OF_PERSON = select(col(Address.id)).where(col(Address.person_id) == WHO)
PARTY_MEMBERS = (
    select(func.count()).where(col(Membership.party_id) == col(Party.id)).scalar_subquery()
)
PARTY_OF_PERSON_ALONE = (
    select(col(Party.id))
    .join(Membership, col(Membership.party_id) == col(Party.id))
    .where(col(Membership.person_id) == WHO, PARTY_MEMBERS.correlate(Party) == 1)
)
INTEREST_OF_PARTIES = select(col(Interest.id)).where(among(col(Interest.party_id), "parties"))
INTEREST_OF_PERSON = (
    select(col(Interest.id))
    .join(Membership, col(Membership.party_id) == col(Interest.party_id))
    .where(col(Membership.person_id) == WHO)
)
INTEREST_REACH_EMPTY = (
    update(Interest).where(among(col(Interest.id), "interests")).values(reach=None)
)
INTEREST_CHANGE_REACH_EMPTY = (
    update(InterestChange).where(among(col(InterestChange.id), "changes")).values(before=None)
)
PARTY_EMPTY = update(Party).where(among(col(Party.id), "parties")).values(**PARTY_WORDS)
INTEREST_WITHDRAW = (
    update(Interest)
    .where(
        among(col(Interest.id), "interests"),
        or_(
            col(Interest.state).in_(("new", "in_talk", "invited", "reserve")),
            # without a yes there is no agreement, and the place is free for another
            exists().where(Outcome.interest_id == Interest.id, UNCONFIRMED),
        ),
    )
    .values(state="withdrawn")
)
CODE_OF_INTERESTS_DELETE = delete(Code).where(
    Code.kind == "reference", among(col(Code.subject), "interests")
)
CODE_OF_PARTIES_DELETE = delete(Code).where(
    Code.kind == "invitation", among(col(Code.subject), "parties")
)
QUESTION_EMPTY = (
    update(Question)
    .where(Question.person_id == WHO, col(Question.for_all))
    .values(person_id=None, earlier=[], **QUESTION_WORDS)
)
EVENT_LINKED = select(col(Event.ids)).where(col(Event.deed) == "person.linked")
PERSON_DELETE = (
    delete(GivenReceipt).where(GivenReceipt.person_id == WHO),
    QUESTION_EMPTY,
    delete(Question).where(Question.person_id == WHO),
    update(Trail).where(Trail.person_id == WHO).values(person_id=None),
    delete(Visit).where(Visit.person_id == WHO),
    delete(Delivery).where(
        or_(Delivery.person_id == WHO, col(Delivery.address_id).in_(ADDRESS_OF_PERSON))
    ),
    delete(Code).where(Code.kind == "link", Code.subject == WHO),
    delete(Aside).where(col(Aside.address_id).in_(ADDRESS_OF_PERSON)),
    delete(Attachment).where(col(Attachment.address_id).in_(ADDRESS_OF_PERSON)),
    delete(Inbound).where(col(Inbound.address_id).in_(ADDRESS_OF_PERSON)),
    delete(Conversation).where(Conversation.person_id == WHO),
    delete(Consent).where(Consent.person_id == WHO),
    delete(WayBack).where(col(WayBack.address_id).in_(ADDRESS_OF_PERSON)),
    delete(Beforehand).where(Beforehand.person_id == WHO),
    delete(Follower).where(Follower.person_id == WHO),
    delete(Mailbox).where(Mailbox.person_id == WHO),
    delete(Subscription).where(Subscription.person_id == WHO),
    delete(Membership).where(col(Membership.person_id) == WHO),
    delete(Address).where(col(Address.person_id) == WHO),
    delete(Person).where(Person.id == WHO),
)


def forget_me(unit: Unit, *, traces: Out = "contacts", called: str = "") -> None:
    """Forget the person who speaks."""
    forget_person(unit, person=speaker(unit), traces=traces, called=called)


def forget_person(unit: Unit, *, person: int, traces: Out = "contacts", called: str = "") -> None:
    """Forget one person; a group they were in goes on without them.

    It is no fault if the person is gone already. `traces` says what is taken out of the words that
    such a group goes on with, if it leads to them; `called` is a name that they have there. What
    colleagues wrote of the group loses it in any case.
    """
    who = {"person": person}
    bury(unit, person=person)
    if traces != "none":
        take_out(unit, person=person, names=traces == "all", called=called)
    take_out_of_staff_words(unit, person=person, called=called)
    parties = unit.run(PARTY_OF_PERSON_ALONE, who).scalars()
    interests = unit.run(INTEREST_OF_PARTIES, {"parties": parties}).scalars()
    for statement in (*INTEREST_FORGET, INTEREST_WITHDRAW, CODE_OF_INTERESTS_DELETE):
        unit.run(statement, {"interests": interests})
    for statement in (PARTY_EMPTY, CODE_OF_PARTIES_DELETE):
        unit.run(statement, {"parties": parties})
    _forget_reach(unit, person)
    leave_meetings(unit, person=person)
    for step in PERSON_DELETE:
        unit.run(step, who)
    unit.erased += [person, *persons_before(became_one(unit), person)]
    record(unit, "person.forgotten", person=person)


def became_one(unit: Unit) -> dict[int, list[int]]:
    """Return for each person the ones they took over."""
    took: dict[int, list[int]] = {}
    for (ids,) in unit.run(EVENT_LINKED):
        took.setdefault(ids["person"], []).append(ids["gone"])
    return took


def persons_before(took: Mapping[int, list[int]], person: int) -> list[int]:
    """Return who this person was before two became one: in an older backup those are separate."""
    known = [person]
    for each in known:
        known += took.get(each, [])
    return known[1:]


def _forget_reach(unit: Unit, person: int) -> None:
    """Take the person's number and address out of what a group goes on with."""
    shared = unit.run(INTEREST_OF_PERSON, {"person": person}).scalars()
    interests, changes = reach_typed(unit, interests=shared).by(person)
    unit.run(INTEREST_REACH_EMPTY, {"interests": interests})
    unit.run(INTEREST_CHANGE_REACH_EMPTY, {"changes": changes})
