"""Look after the steps being sent: close what is done, hold what is late or out of date."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col

from outreach.campaigns.fresh import DELIVERY_ANY_OPEN, hold_changed, hold_if_changed
from outreach.delivery.lane import ClaimTerms
from outreach.delivery.mailing import IS_STEP, Mailing, MailingState
from outreach.delivery.quiet import Quiet
from outreach.delivery.steps import end_sending, note_seen
from outreach.opportunities.opportunity import Opportunity
from outreach.store.query import pick
from outreach.store.snag import each, passed_over, singly
from outreach.store.unit import Unit

WORK = "campaigns.look"
MAILING_DUE = (
    pick(
        Mailing.id,
        Mailing.send_at,
        Mailing.seen_at,
        (col(Mailing.version) != col(Opportunity.version)).label("stale"),
    )
    .join(Opportunity, col(Opportunity.id) == col(Mailing.opportunity_id))
    .where(IS_STEP, Mailing.state == MailingState.SENDING, Mailing.send_at <= bindparam("now"))
    .order_by(col(Mailing.send_at), col(Mailing.id))
)


def look_after_steps(unit: Unit, *, quiet: Quiet, late: timedelta) -> None:
    """Note that every step being sent is looked after, unless it is late; close those done.

    Steps that are still to come are held if their record changed.
    """
    each(unit, WORK, steps_due(unit, WORK), singly(partial(_look_after, unit, quiet, late)))
    hold_changed(unit)


def steps_due(unit: Unit, work: str) -> list[Any]:
    """The steps whose moment has come, without those that some work passes over."""
    passed = passed_over(unit, work)
    return [step for step in unit.readable(MAILING_DUE, {"now": unit.now}) if step.id not in passed]


def step_waits(unit: Unit, step: Any, look: ClaimTerms) -> bool:
    """True if a step waits for staff: it is late, or out of date."""
    return _set_late(unit, step, look) or (step.stale and hold_if_changed(unit, mailing=step.id))


def _look_after(unit: Unit, quiet: Quiet, late: timedelta, step: Any) -> None:
    if not unit.run(DELIVERY_ANY_OPEN, {"mailing": step.id}):
        end_sending(unit, mailing=step.id, to=MailingState.DONE)
    elif not _is_late(quiet, unit.now, step.send_at, step.seen_at, late):
        note_seen(unit, mailing=step.id)


def _set_late(unit: Unit, step: Any, look: ClaimTerms) -> bool:
    late = _is_late(look.quiet, unit.now, step.send_at, step.seen_at, look.late)
    if late:
        end_sending(unit, mailing=step.id, to=MailingState.LATE)
    elif step.seen_at is None:
        note_seen(unit, mailing=step.id)
    return late


def _is_late(
    quiet: Quiet,
    now: datetime,
    send_at: datetime,
    seen_at: datetime | None,
    after: timedelta | None,
) -> bool:
    """True if a step that could be sent was not looked after for longer than `after`."""
    return after is not None and now - quiet.over(max(send_at, seen_at or send_at)) > after
