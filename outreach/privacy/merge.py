"""Make two persons one: every row of the one becomes the other's, and the emptied one is deleted.

If both have something that a person can have once (a place in a group, a visit behind a trail, a
delivery of a mailing), the older or the sent one stays. The turn of the one who stays holds their
conversation; the caller takes that of the other one. If two such turns meet, the database makes one
of them run again.
"""

from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from outreach.conversations.conversation import Conversation
from outreach.delivery.delivery import Delivery, DeliveryState
from outreach.delivery.planned import DELIVERY_CALL_OFF
from outreach.interests.follower import Follower
from outreach.interests.interest import InterestChange
from outreach.interests.meets import Beforehand
from outreach.interests.question import Question
from outreach.mailboxes.end import keep_one_mailbox
from outreach.mailboxes.mailbox import Mailbox
from outreach.meetings.attendance import Attendance, keep_one_attendance
from outreach.parties.address import Address
from outreach.parties.consent import Consent, keep_news, stop
from outreach.parties.party import Membership
from outreach.parties.person import Person, speaker
from outreach.receipts.receipt import GivenReceipt
from outreach.refusal import Refusal
from outreach.store.codes import Code
from outreach.store.events import record
from outreach.store.query import delete, exists, pick, update
from outreach.store.unit import Unit
from outreach.subscriptions.subscription import Subscription
from outreach.venues.trail import Trail, Visit

GONE: ColumnElement[int] = bindparam("gone")
STAYS: ColumnElement[int] = bindparam("stays")
BOTH = (GONE, STAYS)
OUT = (DeliveryState.CLAIMED, DeliveryState.SENT)
"""States of a delivery that may have been read."""

# A unit that plans a message for one of them waits, or is waited for: otherwise its foreign key
# would point to nobody, and it would fail.
PERSON_LOCK = (
    pick(
        Person.id,
        Person.place_id,
        Person.themes,
        Person.trail_id,
        Person.stopped_at,
        Person.created_at,
    )
    .where(col(Person.id).in_(BOTH))
    .order_by(col(Person.id))
    .with_for_update()
)
MEMBERSHIP_TWICE = (
    select(func.max(col(Membership.id)))
    .where(col(Membership.person_id).in_(BOTH))
    .group_by(col(Membership.party_id))
    .having(func.count() > 1)
)
VISIT_TWICE = (
    select(col(Visit.trail_id))
    .where(col(Visit.person_id).in_(BOTH))
    .group_by(col(Visit.trail_id))
    .having(func.count() > 1)
)
BEFOREHAND_TWICE = (
    select(func.min(col(Beforehand.id)))
    .where(col(Beforehand.person_id).in_(BOTH))
    .group_by(col(Beforehand.opportunity_id))
    .having(func.count() > 1)
)
FOLLOWER_TWICE = (
    select(func.max(col(Follower.id)))
    .where(col(Follower.person_id).in_(BOTH))
    .group_by(col(Follower.opportunity_id))
    .having(func.count() > 1)
)
EACH_VISIT = aliased(Visit)
VISIT_FIRST = (
    select(func.min(EACH_VISIT.at))
    .where(col(EACH_VISIT.trail_id) == col(Visit.trail_id), col(EACH_VISIT.person_id).in_(BOTH))
    .correlate(Visit)
    .scalar_subquery()
)
MAILING_TWICE = (
    select(col(Delivery.mailing_id))
    .where(col(Delivery.person_id).in_(BOTH), col(Delivery.mailing_id).is_not(None))
    .group_by(col(Delivery.mailing_id))
    .having(func.count() > 1)
)
DELIVERY_TWICE = (
    pick(Delivery.id, Delivery.mailing_id, Delivery.person_id, Delivery.state)
    .where(col(Delivery.person_id).in_(BOTH), col(Delivery.mailing_id).in_(MAILING_TWICE))
    .order_by(col(Delivery.id))
    .with_for_update()
)
DELIVERY_DETACH = (
    update(Delivery).where(Delivery.id == bindparam("delivery")).values(person_id=None)
)
PERSON_MOVE = (
    update(Address).where(Address.person_id == GONE).values(person_id=STAYS),
    update(Mailbox).where(Mailbox.person_id == GONE).values(person_id=STAYS),
    update(Subscription).where(Subscription.person_id == GONE).values(person_id=STAYS),
    update(Attendance).where(Attendance.person_id == GONE).values(person_id=STAYS),
    update(Consent).where(Consent.person_id == GONE).values(person_id=STAYS),
    delete(Beforehand).where(col(Beforehand.id).in_(BEFOREHAND_TWICE)),
    update(Beforehand).where(Beforehand.person_id == GONE).values(person_id=STAYS),
    delete(Follower).where(col(Follower.id).in_(FOLLOWER_TWICE)),
    update(Follower).where(Follower.person_id == GONE).values(person_id=STAYS),
    update(Question).where(Question.person_id == GONE).values(person_id=STAYS),
    update(GivenReceipt).where(GivenReceipt.person_id == GONE).values(person_id=STAYS),
    update(Delivery).where(Delivery.person_id == GONE).values(person_id=STAYS),
    update(Trail).where(Trail.person_id == GONE).values(person_id=STAYS),
    delete(Membership).where(col(Membership.id).in_(MEMBERSHIP_TWICE)),
    update(Membership).where(Membership.person_id == GONE).values(person_id=STAYS),
    update(Trail).where(col(Trail.id).in_(VISIT_TWICE)).values(started=col(Trail.started) - 1),
    update(Visit)
    .where(Visit.person_id == STAYS, col(Visit.trail_id).in_(VISIT_TWICE))
    .values(at=VISIT_FIRST),
    delete(Visit).where(Visit.person_id == GONE, col(Visit.trail_id).in_(VISIT_TWICE)),
    update(Visit).where(Visit.person_id == GONE).values(person_id=STAYS),
)
INTEREST_CHANGE_MOVE = (
    update(InterestChange)
    .where(InterestChange.actor == bindparam("typed_by"))
    .values(actor=bindparam("known_as"))
)
TAKEN = ("assigned_id", "taken_id", "taken_at", "taken_until", "taken_minutes", "waits_at")
GONE_TALK = aliased(Conversation)
IS_GONE = col(GONE_TALK.person_id) == GONE
CONVERSATION_STAYS_TAKEN = (
    update(Conversation)
    .where(
        Conversation.person_id == STAYS,
        exists().where(IS_GONE, col(GONE_TALK.assigned_id).is_not(None)),
    )
    .values(
        {name: select(getattr(GONE_TALK, name)).where(IS_GONE).scalar_subquery() for name in TAKEN}
    )
)
"""A colleague who looks after the one who is gone looks after the one who stays."""
PERSON_KEEP = (
    update(Person)
    .where(Person.id == STAYS)
    .values(place_id=bindparam("place"), themes=bindparam("chosen"), trail_id=bindparam("trail"))
)
PERSON_DELETE = (
    delete(Conversation).where(Conversation.person_id == GONE),
    delete(Code).where(Code.kind == "link", Code.subject == GONE),
    delete(Person).where(Person.id == GONE),
)


def absorb(unit: Unit, *, person: int) -> bool:
    """Let the person who speaks take over everything of another; return if that other had stopped.

    The one who speaks keeps their language, and the day they were made: by it a restore recognises
    who was forgotten.
    """
    stays = speaker(unit)
    who = {"gone": person, "stays": stays}
    found = {row.id: row for row in unit.run(PERSON_LOCK, who)}
    if person not in found:
        # somebody else typed the same code a moment before
        raise Refusal("refusal-link")
    _tell_once(unit, who)
    keep_one_attendance(unit, **who)
    for move in PERSON_MOVE:
        unit.run(move, who)
    keep_news(unit, person=stays)
    keep_one_mailbox(unit, person=stays)
    unit.run(INTEREST_CHANGE_MOVE, {"typed_by": f"person:{person}", "known_as": f"person:{stays}"})
    unit.run(CONVERSATION_STAYS_TAKEN, who)
    unit.run(PERSON_KEEP, {"stays": stays} | _kept(found[stays], found[person]))
    for leave in PERSON_DELETE:
        unit.run(leave, {"gone": person})
    record(unit, "person.linked", person=stays, gone=person)
    stopped = found[person].stopped_at is not None
    if stopped != (found[stays].stopped_at is not None):
        # news that either of them had asked for ends with it
        stop(unit)
    return stopped


def _tell_once(unit: Unit, who: dict[str, int]) -> None:
    """If both got one mailing, keep the delivery that went out, or else the planned one.

    The spare one keeps its address and belongs to nobody: a person has one delivery of a mailing.
    """
    twins: dict[int, list[Any]] = {}
    for row in unit.run(DELIVERY_TWICE, who):
        twins.setdefault(row.mailing_id, []).append(row)
    for rows in twins.values():
        for spare in sorted(
            rows, key=lambda row: (_weight(row.state), row.person_id == who["stays"])
        )[:-1]:
            unit.run(DELIVERY_DETACH, {"delivery": spare.id})
            unit.run(DELIVERY_CALL_OFF, {"delivery": spare.id, "at": unit.now})


def _weight(state: str) -> int:
    return 2 if state in OUT else 1 if state == DeliveryState.PLANNED else 0


def _kept(stays: Any, gone: Any) -> dict[str, Any]:
    """Return what the one who stays takes over; the trail is that of the older of the two."""
    older, younger = sorted((stays, gone), key=lambda row: (row.created_at, row.id))
    place = gone.place_id if stays.place_id is None else stays.place_id
    trail = younger.trail_id if older.trail_id is None else older.trail_id
    return {"place": place, "chosen": stays.themes or gone.themes, "trail": trail}
