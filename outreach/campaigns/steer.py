"""Pause a campaign, cancel it, or try again what did not arrive."""

from datetime import datetime

from sqlmodel import bindparam, col, select

from outreach.campaigns.campaign import Campaign, CampaignState, get_campaign
from outreach.delivery.delivery import IS_PLANNED, OF_CAMPAIGN, Delivery, DeliveryState
from outreach.delivery.failed import SLICE, try_again
from outreach.delivery.mailing import IS_STEP, Mailing, MailingState
from outreach.delivery.planned import calling_off, cancel
from outreach.delivery.steps import move_steps
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.query import update
from outreach.store.snag import each, passed_over, untried
from outreach.store.unit import Unit

WORK = "campaigns.end"
CAMPAIGN_CANCEL = (
    update(Campaign)
    .where(Campaign.id == bindparam("campaign"))
    .values(state=CampaignState.CANCELLED)
)
MAILING_STEPS = select(Mailing.id).where(Mailing.campaign_id == bindparam("campaign"), IS_STEP)
MAILING_STEPS_AND_CARDS = select(Mailing.id).where(Mailing.campaign_id == bindparam("campaign"))
MAILING_STEPS_CANCELLED = select(Mailing.id).where(IS_STEP, Mailing.state == MailingState.CANCELLED)
DELIVERY_CALL_OFF_CARDS = calling_off(
    col(Delivery.mailing_id).in_(MAILING_STEPS_AND_CARDS),
    col(Delivery.person_id).is_(None),
    reason="send-cancelled",
)
DELIVERY_TO_CANCEL = (
    select(Delivery.id)
    .where(
        OF_CAMPAIGN,
        IS_PLANNED,
        col(Delivery.mailing_id).in_(MAILING_STEPS_CANCELLED),
        untried(col(Delivery.id)),
    )
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
DELIVERY_TO_RETRY = (
    select(Delivery.id)
    .where(
        col(Delivery.mailing_id).in_(MAILING_STEPS),
        Delivery.state == bindparam("before"),
        Delivery.done_at <= bindparam("until"),
    )
    .limit(SLICE)
)


def pause_campaign(unit: Unit, *, campaign: int) -> None:
    """Send nothing more of a campaign from this moment on."""
    move(
        unit,
        campaign,
        "campaign.paused",
        to=MailingState.PAUSED,
        before=[MailingState.SENDING],
    )


def cancel_campaign(unit: Unit, *, campaign: int, most: int = SLICE) -> int:
    """Cancel a campaign for good: nothing more of it is sent.

    Returns how many messages this unit ends; `end_called_off` ends the others.
    """
    fixed(unit, campaign, also=CampaignState.DRAFT)
    unit.run(CAMPAIGN_CANCEL, {"campaign": campaign})
    before = [
        MailingState.SENDING,
        MailingState.PAUSED,
        MailingState.LATE,
        MailingState.DONE,
    ]
    move_steps(unit, campaign=campaign, to=MailingState.CANCELLED, before=before)
    cards = len(unit.run(DELIVERY_CALL_OFF_CARDS, {"campaign": campaign, "at": unit.now}))
    record(unit, "campaign.cancelled", campaign=campaign)
    return cards + end_called_off(unit, most=most)


def end_called_off(unit: Unit, *, most: int = SLICE) -> int:
    """End messages of cancelled campaigns, at most so many; returns how many."""
    asked = {"most": most, "passed": passed_over(unit, WORK)}
    rows = unit.run(DELIVERY_TO_CANCEL, asked).scalars()
    each(unit, WORK, rows, lambda some: cancel(unit, deliveries=some), number=int)
    return len(rows)


def retry_campaign(
    unit: Unit, *, campaign: int, uncertain: bool = False, until: datetime | None = None
) -> int:
    """Try again what failed, or what may have arrived before a crash; returns how many.

    One unit tries at most `SLICE`. `until` leaves out what failed after that moment: otherwise a
    caller that repeats until nothing is left might never end. Refuses a cancelled campaign.
    """
    fixed(unit, campaign)
    wanted = {
        "campaign": campaign,
        "before": DeliveryState.UNCERTAIN if uncertain else DeliveryState.FAILED,
        "until": until or unit.now,
    }
    count = try_again(unit, unit.run(DELIVERY_TO_RETRY, wanted).scalars())
    if count:
        move_steps(unit, campaign=campaign, to=MailingState.SENDING, before=[MailingState.DONE])
        record(unit, "campaign.retried", campaign=campaign)
    return count


def move(
    unit: Unit, campaign: int, deed: str, *, to: MailingState, before: list[MailingState]
) -> None:
    """Move the steps of a campaign to another state and note the deed; refuses if none moves."""
    fixed(unit, campaign)
    if not move_steps(unit, campaign=campaign, to=to, before=before):
        raise Refusal("refusal-campaign-not-so", given=str(campaign))
    record(unit, deed, campaign=campaign)


def fixed(unit: Unit, campaign: int, also: str = CampaignState.APPROVED) -> Campaign:
    """Return a campaign that was approved and not cancelled; refuses any other."""
    row = get_campaign(unit, campaign=campaign)
    if row.state == CampaignState.WRITING:
        raise Refusal("refusal-campaign-writing", given=str(campaign))
    if row.state not in (CampaignState.APPROVED, also):
        raise Refusal("refusal-campaign-not-so", given=str(campaign))
    return row
