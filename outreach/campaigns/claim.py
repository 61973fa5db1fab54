"""Claim what is due of campaigns; who stopped or joined in the meantime is left out here.

A claim asks for one step and one channel at a time: an index leads straight to the rows, however
many others wait or are done.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, bindparam, literal, not_
from sqlmodel import and_, case, col, or_, select

from content.message import Message
from outreach.campaigns.campaign import THANKS_STEP
from outreach.campaigns.exclusions import EXCLUSIONS, SILENCE, TALKING
from outreach.campaigns.look_after import step_waits, steps_due
from outreach.conversations.conversation import Conversation
from outreach.delivery.claim import COMES_FIRST, FREE, LOCKED, PASSED, PROGRESS, SEND, UNTRIED, hold
from outreach.delivery.delivery import (
    IS_CLAIMED,
    IS_PLANNED,
    OF_CAMPAIGN,
    PATIENCE,
    Delivery,
    DeliveryState,
    Outgoing,
    Rank,
)
from outreach.delivery.lane import ClaimTerms, Lane, waits
from outreach.delivery.mailing import Mailing, MailingState, text_in
from outreach.delivery.planned import end_step
from outreach.delivery.results import Result, end
from outreach.opportunities.deadline import TAKES_ANSWERS
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.address import Address
from outreach.parties.person import Person
from outreach.store.query import pick
from outreach.store.snag import each, passed_over, singly
from outreach.store.unit import Unit

LOOKED_AT = 200
"""Rows that a claim reads at least: those that end without being sent need no room."""
TALKING_AGAIN = timedelta(minutes=15)
STEP = "campaigns.step"

IS_TAKEN = col(Conversation.taken_until) > bindparam("now")
CLOSED = and_(Mailing.name != THANKS_STEP, not_(TAKES_ANSWERS))
STALE = col(Mailing.version) != col(Opportunity.version)
"""The record changed since; the next claim checks if that matters."""
AT_CLAIM = [(each.when_claimed, each.name) for each in EXCLUSIONS if each.when_claimed is not None]
VERDICT: ColumnElement[str] = case(
    (Mailing.state == MailingState.CANCELLED, "cancelled"),
    (Mailing.state != MailingState.SENDING, "waits"),
    (Mailing.expires_at <= bindparam("now"), "expired"),
    (CLOSED, "closed"),
    (STALE, "waits"),
    *AT_CLAIM,
    (IS_TAKEN, TALKING),
    else_=SEND,
)
ENDS = {
    "cancelled": (DeliveryState.STOPPED, "send-cancelled"),
    "expired": (DeliveryState.EXPIRED, "send-expired"),
    "closed": (DeliveryState.EXPIRED, "send-closed"),
    **{each.name: each.ends for each in EXCLUSIONS if each.ends is not None},
}
"""The state and the reason for a delivery that ends without being sent."""
OVER = ("cancelled", "expired", "closed")
"""Verdicts on a whole step."""
UNCERTAIN = (DeliveryState.UNCERTAIN, "send-uncertain")
HOLD = "hold"
"""The policy by which a message that may have gone out waits for staff before it is sent again."""


def _judged(*more: Any) -> Any:
    return (
        pick(Delivery.id, Delivery.address_id, VERDICT.label("verdict"), *more)
        .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
        .join(Opportunity, col(Opportunity.id) == col(Mailing.opportunity_id))
        .join(Address, col(Address.id) == col(Delivery.address_id))
        .join(Person, col(Person.id) == col(Address.person_id))
        .outerjoin(Conversation, col(Conversation.person_id) == col(Person.id))
    )


DELIVERY_JUDGED = _judged(
    Delivery.mailing_id,
    Delivery.language,
    *PROGRESS,
    Address.channel,
    Address.external_id,
    Mailing.policy,
).where(OF_CAMPAIGN)
DELIVERY_DUE = (
    DELIVERY_JUDGED.where(
        IS_PLANNED,
        col(Delivery.arrived).is_(None),
        Delivery.mailing_id == bindparam("mailing"),
        Delivery.channel == bindparam("channel"),
        Delivery.send_at <= bindparam("now"),
        FREE,
        UNTRIED,
    )
    .order_by(col(Delivery.send_at))
    .limit(bindparam("most"))
    .with_for_update(**LOCKED)
)
DELIVERY_DROPPED = (
    DELIVERY_JUDGED.where(
        IS_CLAIMED,
        Delivery.lease_until <= bindparam("now"),
        Delivery.channel == bindparam("channel"),
        FREE,
        UNTRIED,
    )
    .limit(bindparam("most"))
    .with_for_update(**LOCKED)
)
"""Claimed by a process that died: the lease ran out. It may have gone out."""
BEGUN_STATE = and_(
    OF_CAMPAIGN,
    IS_PLANNED,
    col(Delivery.arrived).is_not(None),
    Delivery.mailing_id == bindparam("mailing"),
    Delivery.channel == bindparam("channel"),
    Delivery.send_at <= bindparam("now"),
    or_(bindparam("loud"), COMES_FIRST),
    UNTRIED,
)
DELIVERY_BEGUN = (
    DELIVERY_JUDGED.where(BEGUN_STATE, FREE).limit(bindparam("most")).with_for_update(**LOCKED)
)
"""Messages of which some pieces arrived: the rest goes before new ones."""
DELIVERY_CHECK = _judged().where(
    OF_CAMPAIGN,
    col(Delivery.id).in_(bindparam("deliveries", expanding=True)),
)
DELIVERY_ANY_DUE = (
    select(Delivery.id)
    .where(
        OF_CAMPAIGN,
        IS_PLANNED,
        Delivery.mailing_id == bindparam("mailing"),
        Delivery.channel == bindparam("channel"),
        Delivery.send_at <= bindparam("now"),
        UNTRIED,
    )
    .limit(literal(1))
)
DELIVERY_ANY_BEGUN = (
    select(Delivery.id)
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .where(BEGUN_STATE)
    .limit(literal(1))
)
DELIVERY_ANY_DROPPED = (
    select(Delivery.id)
    .where(
        OF_CAMPAIGN,
        IS_CLAIMED,
        Delivery.lease_until <= bindparam("now"),
        UNTRIED,
    )
    .limit(literal(1))
)
MAILING_TEXTS = select(Mailing.texts).where(Mailing.id == bindparam("mailing"))


def any_campaign_due(unit: Unit, look: ClaimTerms) -> bool:
    """True if a claim would find something; reads only."""
    passed = passed_over(unit, *PASSED)
    if unit.run(DELIVERY_ANY_DROPPED, {"now": unit.now, "passed": passed}):
        return True
    loud = not look.quiet.holds(unit.now)
    places = [(step.id, channel) for step in steps_due(unit, STEP) for channel in look.channels]
    values = [
        _values(unit, mailing=step, channel=channel, loud=loud, passed=passed)
        for step, channel in places
    ]
    return any(
        unit.run(DELIVERY_ANY_DUE if loud else DELIVERY_ANY_BEGUN, place) for place in values
    )


def claim_campaigns(unit: Unit, look: ClaimTerms) -> list[Outgoing]:
    """Claim what is due, the oldest step first, if its channel has room.

    No message is begun in quiet hours.
    """
    claimed: dict[int, Any] = {}
    ended: list[Result] = []
    texts, passed = _Texts(unit), passed_over(unit, *PASSED)
    loud = not look.quiet.holds(unit.now)
    going_on = each(unit, STEP, steps_due(unit, STEP), lambda rows: _going(unit, rows, look, texts))
    steps = list(chain(*going_on))
    for channel in look.channels:
        room = look.room.get(channel, LOOKED_AT)
        most = max(LOOKED_AT, room)
        dropped = unit.readable(
            DELIVERY_DROPPED, _values(unit, channel=channel, most=most, passed=passed)
        )
        ended += [result for row in dropped if (result := _given_up(row))]
        ours = [row for row in dropped if loud and row.verdict == SEND and row.policy != HOLD]
        readable = texts.readable({row.mailing_id for row in ours})
        going = [row for row in ours if row.mailing_id in readable]
        for statement in (DELIVERY_BEGUN, DELIVERY_DUE) if loud else (DELIVERY_BEGUN,):
            for step in steps if room > len(going) else ():
                place = {
                    "channel": channel,
                    "mailing": step,
                    "most": most,
                    "loud": loud,
                    "passed": passed,
                }
                rows = unit.readable(statement, _values(unit, **place))
                ended += _endings(unit, step, rows)
                going += [row for row in rows if row.verdict == SEND]
        for row in going:
            if room > 0 and row.address_id not in claimed:
                room -= 1
                claimed[row.address_id] = row
    end(unit, results=ended)
    return hold(unit, look, [texts.outgoing(row) for row in claimed.values()])


def check_campaigns(unit: Unit, deliveries: Sequence[int]) -> dict[int, Result]:
    """Check deliveries right before they are handed over; returns those that may not go."""
    rows = unit.run(DELIVERY_CHECK, _values(unit, deliveries=deliveries))
    return {
        row.id: _ending(unit, row) or waits(row.id, row.address_id)
        for row in rows
        if row.verdict != SEND
    }


def _going(unit: Unit, steps: Sequence[Any], look: ClaimTerms, texts: "_Texts") -> list[int]:
    """Which of these steps go on; reads their messages, so an unreadable one blocks no other."""
    going = [step.id for step in steps if not step_waits(unit, step, look)]
    for step in going:
        texts.read(step)
    return going


def _given_up(row: Any) -> Result | None:
    """The result of a message that may have gone out before a crash; None: it is sent again."""
    if row.verdict in ENDS or row.policy == HOLD:
        state, reason = UNCERTAIN
        return Result(row.id, row.address_id, state, reason=reason)
    return None if row.verdict == SEND else waits(row.id, row.address_id)


def _endings(unit: Unit, step: int, rows: Sequence[Any]) -> list[Result]:
    """The results of a step's rows that are not sent; if the step is over, all its rows end."""
    over = next((row.verdict for row in rows if row.verdict in OVER), None)
    if over is not None:
        state, reason = ENDS[over]
        end_step(unit, mailing=step, state=state, reason=reason)
        return []
    return [result for row in rows if (result := _ending(unit, row))]


def _ending(unit: Unit, row: Any) -> Result | None:
    """The result of a delivery that is not sent now, or until when it waits; otherwise None."""
    if row.verdict in ENDS:
        state, reason = ENDS[row.verdict]
        return Result(row.id, row.address_id, state, reason=reason)
    if row.verdict == TALKING:
        return waits(row.id, row.address_id, "send-talking", until=unit.now + TALKING_AGAIN)
    return None


class _Texts:
    """The messages of steps, each read once per claim."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._messages: dict[int, dict[str, Message]] = {}

    def read(self, mailing: int) -> None:
        texts: dict[str, Any] = dict(
            self._unit.run(MAILING_TEXTS, {"mailing": mailing}).scalar() or {}
        )
        self._messages[mailing] = {language: text_in(texts, language) for language in texts}

    def readable(self, mailings: set[int]) -> set[int]:
        """Those of these mailings whose messages can be read.

        After a clock went back, a step that has begun may lie in the future again.
        """
        unread = sorted(mailings - set(self._messages) - set(passed_over(self._unit, STEP)))
        each(self._unit, STEP, unread, singly(self.read), number=int)
        return mailings & set(self._messages)

    def outgoing(self, row: Any) -> Outgoing:
        message = self._messages[row.mailing_id].get(row.language, Message(""))
        return Outgoing(
            row.id,
            row.address_id,
            row.channel,
            row.external_id,
            message,
            row.tries + 1,
            rank=Rank.CAMPAIGN,
            mailing=row.mailing_id,
            arrived=row.arrived,
        )


def _values(unit: Unit, **more: Any) -> dict[str, Any]:
    return {"now": unit.now, "past": unit.now - PATIENCE, "lately": unit.now - SILENCE, **more}


CAMPAIGNS = Lane(Rank.CAMPAIGN, any_campaign_due, claim_campaigns, check_campaigns)
"""What campaigns send to people."""
