"""A browser that a person lets ring by web push when something is said in their conversation.

It is an address of the person beside the chat, as a mailbox is: `external_id` is the number of the
row here, so that where it rings stands in one place.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col

from outreach.delivery.beside import leave_beside, mailing_of
from outreach.parties.address import add_beside, tell_beside
from outreach.parties.consent import permit
from outreach.parties.person import Person, speaker
from outreach.store.columns import NUMBERED, Moment
from outreach.store.query import delete, pick
from outreach.store.unit import Unit

CHANNEL = "push"
PURPOSE = "push"
"""What is allowed by turning it on: each time it is turned on or off is a row of consent."""
MOST = 10
"""Browsers of one person that ring; a newer one ends the oldest."""


class Subscription(SQLModel, table=True):
    """Where the browser of a person rings, and the keys by which only that browser reads it.

    They are as the Push API hands them out (RFC 8291, 2 and 3.2), in base64url.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    endpoint: str = Field(unique=True)
    p256dh: str
    auth: str
    made_at: datetime = Field(sa_type=Moment)


SUBSCRIPTION_WORDS = ("endpoint", "p256dh", "auth")
"""Where a person is reached."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Where and how a browser is to ring, in which language, and of which mailing."""

    endpoint: str
    p256dh: str
    auth: str
    language: str
    name: str


SUBSCRIPTION_ADD = insert(Subscription).returning(col(Subscription.id))
SUBSCRIPTION = pick(Subscription.id, Subscription.person_id)
SUBSCRIPTION_BY_NUMBER = SUBSCRIPTION.where(Subscription.id == bindparam("subscription"))
SUBSCRIPTION_AT = SUBSCRIPTION.where(Subscription.endpoint == bindparam("endpoint"))
SUBSCRIPTIONS_OF_PERSON = SUBSCRIPTION.where(
    Subscription.person_id == bindparam("person")
).order_by(col(Subscription.id).desc())
SUBSCRIPTION_RING = (
    pick(Subscription.endpoint, Subscription.p256dh, Subscription.auth, Person.language)
    .join(Person, col(Person.id) == col(Subscription.person_id))
    .where(Subscription.id == bindparam("subscription"))
)
SUBSCRIPTION_DELETE = delete(Subscription).where(Subscription.id == bindparam("subscription"))


def subscribe(unit: Unit, *, endpoint: str, p256dh: str, auth: str, text: str) -> None:
    """Let a browser of the speaker ring; `text` is the key of what they pressed.

    A browser rings for one person: for whoever turned it on last.
    """
    person = speaker(unit)
    _end_all(unit, unit.run(SUBSCRIPTION_AT, {"endpoint": endpoint}))
    _end_all(unit, unit.run(SUBSCRIPTIONS_OF_PERSON, {"person": person})[MOST - 1 :])
    facts = {"endpoint": endpoint, "p256dh": p256dh, "auth": auth}
    number = unit.run(
        SUBSCRIPTION_ADD, facts | {"person_id": person, "made_at": unit.now}
    ).scalar_one()
    add_beside(unit, person=person, channel=CHANNEL, external_id=str(number))
    tell_beside(unit, channel=CHANNEL, external_id=str(number))
    permit(unit, purpose=PURPOSE, given=True, text=text)


def unsubscribe(unit: Unit, *, endpoint: str, text: str) -> None:
    """Let a browser of the speaker ring no more; that of somebody else stays."""
    person = speaker(unit)
    mine = [
        row for row in unit.run(SUBSCRIPTION_AT, {"endpoint": endpoint}) if row.person_id == person
    ]
    _end_all(unit, mine)
    if mine and not unit.run(SUBSCRIPTIONS_OF_PERSON, {"person": person}):
        permit(unit, purpose=PURPOSE, given=False, text=text)


def end_my_subscriptions(unit: Unit, *, text: str) -> None:
    """Let no browser of the speaker ring any more; `text` is the key of what was chosen."""
    end_subscriptions(unit, person=speaker(unit))
    permit(unit, purpose=PURPOSE, given=False, text=text)


def end_subscriptions(unit: Unit, *, person: int) -> None:
    """Let no browser of a person ring any more."""
    _end_all(unit, unit.run(SUBSCRIPTIONS_OF_PERSON, {"person": person}))


def end_subscription(unit: Unit, *, subscription: int) -> None:
    """Forget a browser that is not there any more."""
    _end_all(unit, unit.run(SUBSCRIPTION_BY_NUMBER, {"subscription": subscription}))


def ring_of(unit: Unit, *, subscription: int, delivery: int | None) -> Ring | None:
    """Return where a delivery rings; None if that was turned off since it was planned."""
    row = unit.run(SUBSCRIPTION_RING, {"subscription": subscription}).first()
    if row is None:
        return None
    name = mailing_of(unit, delivery=delivery)
    return Ring(row.endpoint, row.p256dh, row.auth, row.language, name)


def _end_all(unit: Unit, rows: Any) -> None:
    for row in rows:
        leave_beside(unit, channel=CHANNEL, external_id=str(row.id))
        unit.run(SUBSCRIPTION_DELETE, {"subscription": row.id})
