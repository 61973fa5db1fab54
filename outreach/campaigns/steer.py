"""Hold a campaign, call it off, or try again what did not arrive."""

from datetime import datetime

from sqlalchemy import bindparam, literal_column, select
from sqlmodel import col

from outreach.campaigns.campaign import Campaign, get_campaign
from outreach.delivery.delivery import PLANNED_STATE, Delivery
from outreach.delivery.failed import SLICE, try_again
from outreach.delivery.mailing import CAMPAIGN as KIND
from outreach.delivery.mailing import CANCELLED, DONE, LATE, PAUSED, SENDING, WRITING, Mailing
from outreach.refusal import Refusal
from outreach.store.among import among
from outreach.store.events import record
from outreach.store.many import Many
from outreach.store.query import update
from outreach.store.snag import each, passed_over, untried
from outreach.store.unit import Unit

WORK = "campaigns.end"
STEPS = select(col(Mailing.id)).where(
    col(Mailing.campaign_id) == bindparam("campaign"), col(Mailing.kind) == KIND
)
CAMPAIGN_CANCEL = (
    update(Campaign).where(col(Campaign.id) == bindparam("campaign")).values(state=CANCELLED)
)
MAILINGS = select(col(Mailing.id)).where(col(Mailing.campaign_id) == bindparam("campaign"))
"""Its steps, and the cards that go along with it."""
MOVE = (
    update(Mailing)
    .where(
        col(Mailing.id).in_(STEPS),
        among(col(Mailing.state), "before"),
    )
    .values(state=bindparam("to"), reason=None, seen_at=bindparam("at"))
)
CALL_OFF_CARDS = (
    update(Delivery)
    .where(
        col(Delivery.mailing_id).in_(MAILINGS),
        col(Delivery.person_id).is_(None),
        col(Delivery.state) == PLANNED_STATE,
    )
    .values(state="stopped", reason="send-cancelled", done_at=bindparam("at"))
)
CALLED_OFF = (
    select(col(Delivery.id))
    .where(
        col(Delivery.rank) == literal_column("3"),
        col(Delivery.state) == PLANNED_STATE,
        col(Delivery.mailing_id).in_(
            select(col(Mailing.id)).where(
                col(Mailing.kind) == KIND, col(Mailing.state) == CANCELLED
            )
        ),
        untried(col(Delivery.id)),
    )
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
END_SOME = Many(
    "UPDATE delivery SET state = 'stopped', reason = 'send-cancelled', done_at = :at FROM {rows} "
    "WHERE delivery.id = r.id",
    id=int,
)
TO_RETRY = (
    select(col(Delivery.id))
    .where(
        col(Delivery.mailing_id).in_(STEPS),
        col(Delivery.state) == bindparam("before"),
        Delivery.done_at <= bindparam("until"),
    )
    .limit(SLICE)
)


def pause_campaign(unit: Unit, *, campaign: int) -> None:
    """Send nothing more of a campaign from this moment on."""
    move(unit, campaign, "campaign.paused", PAUSED, SENDING)


def cancel_campaign(unit: Unit, *, campaign: int) -> int:
    """Call a campaign off for good: nothing goes from here on. What was sent, was sent.

    Returns how many messages are not sent, as far as one unit ends them;
    `end_called_off` ends the others.
    """
    fixed(unit, campaign, also="draft")
    unit.run(CAMPAIGN_CANCEL, {"campaign": campaign})
    values = {"campaign": campaign, "at": unit.now}
    unit.connection.execute(
        MOVE, values | {"before": [SENDING, PAUSED, LATE, DONE], "to": CANCELLED}
    )
    cards = unit.connection.execute(CALL_OFF_CARDS, values).rowcount
    record(unit, "campaign.cancelled", campaign=campaign)
    return cards + end_called_off(unit)


def end_called_off(unit: Unit) -> int:
    """End messages of campaigns that were called off, as far as one unit goes; returns how many."""
    rows = unit.run(CALLED_OFF, {"most": SLICE, "passed": passed_over(unit, WORK)}).scalars()
    each(
        unit,
        WORK,
        rows,
        lambda some: END_SOME.run(unit, [{"id": row} for row in some], at=unit.now),
        number=int,
    )
    return len(rows)


def retry_campaign(
    unit: Unit, *, campaign: int, uncertain: bool = False, until: datetime | None = None
) -> int:
    """Try again what failed, or what may have arrived before a crash, as far as one
    unit goes; returns how many.

    `until` leaves out what failed after that moment: who asks until nothing is left would never
    end. Refuses a campaign that was called off.
    """
    fixed(unit, campaign)
    wanted = {
        "campaign": campaign,
        "before": "uncertain" if uncertain else "failed",
        "until": until or unit.now,
    }
    count = try_again(unit, unit.run(TO_RETRY, wanted).scalars())
    if count:
        values = {"campaign": campaign, "at": unit.now, "before": [DONE], "to": SENDING}
        unit.connection.execute(MOVE, values)
        record(unit, "campaign.retried", campaign=campaign)
    return count


def move(unit: Unit, campaign: int, deed: str, to: str, *before: str) -> None:
    """Move the steps of a campaign from these states to another; refuses where there is
    none, and notes the deed.
    """
    fixed(unit, campaign)
    values = {"campaign": campaign, "at": unit.now, "before": list(before), "to": to}
    if not unit.connection.execute(MOVE, values).rowcount:
        raise Refusal("refusal-campaign-not-so", given=campaign)
    record(unit, deed, campaign=campaign)


def fixed(unit: Unit, campaign: int, also: str = "approved") -> Campaign:
    """Find a campaign that was approved and not called off."""
    row = get_campaign(unit, campaign=campaign)
    if row.state == WRITING:
        raise Refusal("refusal-campaign-writing", given=campaign)
    if row.state not in ("approved", also):
        raise Refusal("refusal-campaign-not-so", given=campaign)
    return row
