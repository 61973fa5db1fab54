"""Why a person gets no message of a campaign: each reason once.

A reason may hold when the audience is chosen, when a message is claimed, or at both moments. A new
one is an entry of `EXCLUSIONS`, and its words in the texts: `code-left_out` and its `send-` key.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, not_, true
from sqlmodel import and_, bindparam, col, select

from outreach.campaigns.campaign import REMINDER_STEP, THANKS_STEP
from outreach.conversations.conversation import IN_DIALOGUE, Conversation
from outreach.delivery.delivery import Delivery, DeliveryState
from outreach.delivery.errors import AddressGone
from outreach.delivery.mailing import IS_STEP, Mailing, MailingState
from outreach.interests.interest import INTERESTED, Interest
from outreach.parties.address import Address
from outreach.parties.party import Membership
from outreach.parties.person import Person
from outreach.store.query import exists
from outreach.store.unit import Unit

WEEK = timedelta(days=7)
SILENCE = timedelta(hours=24)
"""A conversation that was silent for longer delays nothing."""
TALKING = "talking"
"""This reason only delays a message: it is sent when the conversation ends."""
ASKED = (
    DeliveryState.PLANNED,
    DeliveryState.CLAIMED,
    DeliveryState.SENT,
    DeliveryState.UNCERTAIN,
)
"""States of a message that a person has, or will have, or may have."""
MAILING_ABOUT = select(Mailing.id).where(
    IS_STEP,
    Mailing.state != MailingState.CANCELLED,
    Mailing.opportunity_id == bindparam("opportunity"),
    Mailing.name == bindparam("name"),
)
MAILING_SINCE = select(Mailing.id).where(
    IS_STEP, Mailing.state != MailingState.CANCELLED, Mailing.send_at > bindparam("since")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What decides who is asked: the audience, the step's name, when it goes, and the limits."""

    opportunity: int
    audience: dict[str, Any]
    name: str
    channels: Sequence[str]
    most_a_week: int
    at: datetime


Condition = ColumnElement[bool]
Choosing = Callable[[Unit, Asking], Condition | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """A reason not to write to a person now.

    `when_chosen` returns its condition on a person and the address that would be used, or None if
    it cannot hold for this step. `when_claimed` is its condition on a delivery, which then `ends`
    in that state, for the reason of that key.
    """

    name: str
    when_chosen: Choosing | None = None
    when_claimed: Condition | None = None
    ends: tuple[DeliveryState, str] | None = None


THEIRS: Condition = col(Address.person_id) == col(Person.id)
STOPPED: Condition = col(Person.stopped_at).is_not(None)
GONE: Condition = col(Address.gone_at).is_not(None)
WANTS_NEWS: Condition = col(Address.news) == true()
UNREACHED: Condition = col(Address.id).is_(None)
"""They have no address that may be used."""
LOST = exists().where(THEIRS, WANTS_NEWS).correlate(Person)
"""They wanted news at an address; that address must be gone."""
# `lately` is `SILENCE` ago
IN_CONVERSATION = and_(IN_DIALOGUE, Conversation.last_at > bindparam("lately"))


def belongs(*more: Any) -> Any:
    """True if a person belongs to a party."""
    return exists().where(Membership.person_id == Person.id, *more)


def interested(*more: Any) -> Any:
    """True if a person belongs to a party that is interested in something."""
    return belongs(col(Interest.party_id) == col(Membership.party_id), INTERESTED, *more)


def joined(opportunity: Any) -> Any:
    """True if a person belongs to a party that is interested in this opportunity."""
    return interested(col(Interest.opportunity_id) == opportunity)


def _joined(_: Unit, asking: Asking) -> Condition | None:
    found: Condition = joined(asking.opportunity)
    return None if asking.name == THANKS_STEP else found


def _not_joined(_: Unit, asking: Asking) -> Condition | None:
    return not_(joined(asking.opportunity)) if asking.name == THANKS_STEP else None


def _asked(unit: Unit, asking: Asking) -> Condition | None:
    """They were already asked the same."""
    about = {"opportunity": asking.opportunity, "name": asking.name}
    before = unit.run(MAILING_ABOUT, about).scalars()
    return exists().where(*_got(before)) if before else None


def _enough(unit: Unit, asking: Asking) -> Condition | None:
    """They already get their weekly maximum of messages."""
    near = unit.run(MAILING_SINCE, {"since": asking.at - 2 * WEEK}).scalars()
    if not near:
        return None
    week = (Delivery.send_at > asking.at - WEEK, Delivery.send_at < asking.at + WEEK)
    got = select(func.count()).where(*_got(near), *week).correlate(Person).scalar_subquery()
    return got >= asking.most_a_week


def _got(mailings: Sequence[int]) -> tuple[Condition, ...]:
    return (
        col(Delivery.person_id) == col(Person.id),
        col(Delivery.state).in_(ASKED),
        col(Delivery.mailing_id).in_(mailings),
    )


EXCLUSIONS = (
    Exclusion(
        name="gone",
        when_chosen=lambda *_: and_(not_(STOPPED), UNREACHED, LOST),
        when_claimed=GONE,
        ends=(DeliveryState.GONE, AddressGone.key),
    ),
    Exclusion(
        name="stopped",
        when_chosen=lambda *_: STOPPED,
        when_claimed=STOPPED,
        ends=(DeliveryState.STOPPED, "send-stopped"),
    ),
    Exclusion(
        name="no_consent",
        when_chosen=lambda *_: UNREACHED,
        when_claimed=not_(WANTS_NEWS),
        ends=(DeliveryState.STOPPED, "send-unwanted"),
    ),
    Exclusion(
        name="joined",
        when_chosen=_joined,
        when_claimed=and_(Mailing.name == REMINDER_STEP, joined(col(Mailing.opportunity_id))),
        ends=(DeliveryState.STOPPED, "send-answered"),
    ),
    Exclusion(name="not_joined", when_chosen=_not_joined),
    Exclusion(name="asked", when_chosen=_asked),
    Exclusion(name="cap", when_chosen=_enough),
    Exclusion(
        name=TALKING,
        when_chosen=lambda *_: exists().where(Conversation.person_id == Person.id, IN_CONVERSATION),
        when_claimed=and_(IN_CONVERSATION, col(Delivery.arrived).is_(None)),
    ),
)
"""In order of importance: the first that holds is the one that staff see."""
