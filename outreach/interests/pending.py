"""Notices that are not out: some gather changes until they go, some were called off by staff.

What was called off was never told: the next notice starts from what people know.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import bindparam, col, func, or_, select

from content.message import Message
from outreach.delivery.delivery import IS_PLANNED, Delivery
from outreach.delivery.mailing import Mailing, MailingKind, MailingState
from outreach.delivery.notice import TO_PERSONS, cancel_notice
from outreach.delivery.planned import MAY_BE_READ, NOT_OUT, calling_off
from outreach.interests.interest import InterestChange
from outreach.opportunities.opportunity import Opportunity
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit

LONGEST_WAIT = timedelta(days=30)
"""No quiet time is as long: what was planned before is out, and what was
called off before is old news.
"""
CALLED_OFF = "send-called-off"
"""Why a notice that staff called off does not go out."""

INTEREST_STATE_BEFORE = (
    pick(InterestChange.before)
    .where(
        InterestChange.interest_id == bindparam("interest"),
        InterestChange.field == "state",
        InterestChange.at >= bindparam("since"),
    )
    .order_by(col(InterestChange.id))
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Pending:
    """A notice that is not out, in which changes were gathered since a moment.

    It is about an interest, or about the opportunity; then `base` is the version
    that people were told before.
    """

    mailing: int
    send_at: datetime
    since: datetime
    base: int = 0
    interest: int = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """A notice that still goes out: about what, when, and each text with how many get it."""

    id: int
    tender_id: str | None
    what: str
    send_at: datetime
    persons: int = 0
    texts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CalledOff:
    """How many persons do not get a notice that was called off, and how many had it already."""

    kept_from: int
    had: int


NOTICE = pick(
    Mailing.id,
    Mailing.send_at,
    Mailing.state,
    Mailing.made_at,
    Mailing.base_version,
    Mailing.interest_id,
).where(
    Mailing.opportunity_id == bindparam("opportunity"),
    Mailing.kind == MailingKind.NOTICE,
    Mailing.made_at > bindparam("since"),
)
ABOUT_OPPORTUNITY = col(Mailing.base_version).is_not(None)
NOTICE_WAITING = NOTICE.where(
    or_(ABOUT_OPPORTUNITY, col(Mailing.interest_id).is_not(None)),
    Mailing.send_at > bindparam("now"),
    Mailing.state == MailingState.SENDING,
).order_by(col(Mailing.id))
NOTICE_NAMED_WAITING = NOTICE.where(
    Mailing.name == bindparam("name"),
    Mailing.send_at > bindparam("now"),
    Mailing.state == MailingState.SENDING,
).order_by(col(Mailing.id))
NOTICE_LATEST = NOTICE.where(ABOUT_OPPORTUNITY).order_by(col(Mailing.id).desc())
NOTICE_LATEST_OF_INTEREST = NOTICE.where(Mailing.interest_id == bindparam("interest")).order_by(
    col(Mailing.id).desc()
)
DELIVERY_ANY_OUT = select(Delivery.id).where(
    Delivery.mailing_id == bindparam("mailing"), col(Delivery.state).not_in(NOT_OUT)
)
DELIVERY_STILL_TO_GO = (
    pick(Mailing.id, Opportunity.tender_id, Mailing.name, Delivery.send_at, Delivery.message)
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .outerjoin(Opportunity, col(Opportunity.id) == col(Mailing.opportunity_id))
    .where(
        IS_PLANNED,
        col(Delivery.person_id).is_not(None),
        col(Mailing.kind).in_(TO_PERSONS),
    )
    .order_by(col(Mailing.id), col(Delivery.id))
)
DELIVERY_STILL_TO_GO_ABOUT = DELIVERY_STILL_TO_GO.where(
    Mailing.opportunity_id == bindparam("opportunity")
)
DELIVERY_CALL_OFF_NOTICE = calling_off(
    Delivery.mailing_id == bindparam("mailing"), reason=CALLED_OFF
)
DELIVERY_HAD = select(func.count()).where(
    Delivery.mailing_id == bindparam("mailing"),
    col(Delivery.state).in_(MAY_BE_READ),
)


def waiting(unit: Unit, *, opportunity: int) -> list[Pending]:
    """The notices on an opportunity that are not due yet and can gather more."""
    asked = {"opportunity": opportunity, "now": unit.now, "since": unit.now - LONGEST_WAIT}
    return _not_begun(unit, unit.run(NOTICE_WAITING, asked))


def waiting_named(unit: Unit, *, opportunity: int, name: str) -> list[Pending]:
    """The notices of a name on an opportunity that are not due yet."""
    since = unit.now - LONGEST_WAIT
    asked = {"opportunity": opportunity, "name": name, "now": unit.now, "since": since}
    return _not_begun(unit, unit.run(NOTICE_NAMED_WAITING, asked))


def called_off(unit: Unit, *, opportunity: int, interest: int = 0) -> Pending | None:
    """The first of the notices that were called off since people were told, or None."""
    latest = NOTICE_LATEST_OF_INTEREST if interest else NOTICE_LATEST
    asked = {"opportunity": opportunity, "since": unit.now - LONGEST_WAIT, "interest": interest}
    first = None
    for row in unit.run(latest, asked):
        if row.state != MailingState.CANCELLED or unit.run(DELIVERY_ANY_OUT, {"mailing": row.id}):
            break
        first = _pending(row)
    return first


def planned_notices(unit: Unit, *, opportunity: int | None = None) -> list[Planned]:
    """What still goes out to persons, on one opportunity or at all, with the very texts."""
    chosen = DELIVERY_STILL_TO_GO if opportunity is None else DELIVERY_STILL_TO_GO_ABOUT
    notices: dict[int, Planned] = {}
    for number, tender_id, name, at, message in unit.run(chosen, {"opportunity": opportunity}):
        before = notices.get(number) or Planned(number, tender_id, name.removeprefix("notice-"), at)
        text = Message.from_json(message or {}).text
        texts = before.texts | {text: before.texts.get(text, 0) + 1}
        notices[number] = Planned(
            number, tender_id, before.what, before.send_at, before.persons + 1, texts
        )
    return list(notices.values())


def planned_openly(notice: Planned) -> Planned:
    """The same notice without its texts: they may name a party or quote a question."""
    return replace(notice, texts={})


def call_off_notice(unit: Unit, *, notice: int) -> CalledOff:
    """Stop a planned notice; what happened stays as it is. Refuses one that is already out."""
    about = {"mailing": notice, "at": unit.now}
    cancelled = cancel_notice(unit, mailing=notice)
    kept_from = 0 if cancelled is None else len(unit.run(DELIVERY_CALL_OFF_NOTICE, about))
    if not kept_from:
        raise Refusal("refusal-notice-out", given=str(notice))
    opportunity = cancelled.opportunity_id
    record(
        unit,
        "notice.called_off",
        mailing=notice,
        **({"opportunity": opportunity} if opportunity else {}),
    )
    return CalledOff(kept_from, unit.run(DELIVERY_HAD, about).scalar_one())


def _not_begun(unit: Unit, rows: Iterable[Any]) -> list[Pending]:
    return [_pending(row) for row in rows if not unit.run(DELIVERY_ANY_OUT, {"mailing": row.id})]


def _pending(row: Any) -> Pending:
    base, interest = row.base_version or 0, row.interest_id or 0
    return Pending(row.id, row.send_at, row.made_at, base, interest)
