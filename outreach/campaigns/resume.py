"""Resume a campaign that was held, with what the record says now."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlmodel import col

from outreach.campaigns.campaign import STEP, Campaign
from outreach.campaigns.fresh import hold_changed, put_texts
from outreach.campaigns.plan import PlannedStep
from outreach.campaigns.prepare import Terms, plan_steps
from outreach.campaigns.steer import fixed, move
from outreach.campaigns.working import require_to_go_on
from outreach.delivery.delivery import IS_PLANNED, OF_CAMPAIGN, SOMETHING_PLANNED, Delivery
from outreach.delivery.mailing import IS_STEP, Mailing, MailingState
from outreach.delivery.planned import begin_again, postpone
from outreach.delivery.steps import set_moments
from outreach.opportunities.edit import get_opportunity
from outreach.refusal import Refusal
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit

MAILING_HELD = (
    pick(
        Mailing.id,
        Mailing.name,
        Mailing.send_at,
        Mailing.expires_at,
        Mailing.texts,
        Mailing.version,
    )
    .where(
        Mailing.campaign_id == bindparam("campaign"),
        IS_STEP,
        col(Mailing.state).in_((MailingState.PAUSED, MailingState.LATE)),
    )
    .order_by(col(Mailing.id))
)
DELIVERY_LAST_TO_GO = select(func.max(col(Delivery.send_at))).where(
    col(Delivery.mailing_id) == bindparam("mailing"),
    OF_CAMPAIGN,
    IS_PLANNED,
)
HeldStep = tuple[Any, datetime, datetime | None]
"""A held step, and when it begins and ends now."""


def resume(store: Store, actor: Actor, *, campaign: int, terms: Terms) -> None:
    """Resume a campaign of any size: its rows move in small units while held, then it goes on."""
    require_to_go_on(store, campaign=campaign, asks=terms.asks)
    for mailing, at in store.run(moments_moved, actor, campaign=campaign, terms=terms):
        while store.run(postpone, actor, mailing=mailing, at=at, most=terms.units.rows):
            store.rest()
    store.run(resume_campaign, actor, campaign=campaign, terms=terms)


def resume_campaign(unit: Unit, *, campaign: int, terms: Terms) -> None:
    """Resume a campaign that staff or the system held, or that is late.

    Its messages say what the record says now, and a reminder moves along with the last day. Refuses
    if some messages would go after the end: the last day may now lie before them.
    """
    row, planned = _plan_again(unit, campaign, terms)
    for step, at, until in planned:
        _renew(unit, row, step, terms)
        set_moments(unit, mailing=step.id, at=at, until=until)
        if at != step.send_at:
            postpone(unit, mailing=step.id, at=at, most=terms.units.rows)
    held = [MailingState.PAUSED, MailingState.LATE]
    move(unit, campaign, "campaign.resumed", to=MailingState.SENDING, before=held)
    unit.rings.add(SOMETHING_PLANNED)


def moments_moved(unit: Unit, *, campaign: int, terms: Terms) -> list[tuple[int, datetime]]:
    """The steps of a held campaign that now begin at another moment, and when; refuses if over."""
    return [
        (step.id, at) for step, at, _ in _plan_again(unit, campaign, terms)[1] if at != step.send_at
    ]


def _plan_again(unit: Unit, campaign: int, terms: Terms) -> tuple[Campaign, list[HeldStep]]:
    """Plan the held steps by the current last day; refuses before anything moves."""
    row = fixed(unit, campaign)
    hold_changed(unit, opportunity=row.opportunity_id)
    steps = plan_steps(unit, row, get_opportunity(unit, opportunity=row.opportunity_id), terms)
    planned = [
        (step, *_moments(step, steps, terms.quiet.over(unit.now)))
        for step in unit.run(MAILING_HELD, {"campaign": row.id})
    ]
    for step, at, until in planned:
        _require_in_time(unit, row, step, at, until)
    return row, planned


def _moments(
    held: Any, steps: Sequence[PlannedStep], soonest: datetime
) -> tuple[datetime, datetime | None]:
    """When a step begins and ends; the first one begins when it was planned to."""
    first, *later = steps
    if held.name == first.name:
        return held.send_at, first.expires
    for again in later:
        return max(again.at, soonest), again.expires
    return held.send_at, held.expires_at


def _require_in_time(
    unit: Unit, campaign: Campaign, step: Any, at: datetime, until: datetime | None
) -> None:
    last = unit.run(DELIVERY_LAST_TO_GO, {"mailing": step.id}).scalar()
    if last is None or until is None:
        return
    last = max(at if at != step.send_at else last, unit.now)
    if last >= until:
        raise Refusal("refusal-campaign-over", given=str(campaign.id), at=last, until=until)


def _renew(unit: Unit, campaign: Campaign, step: Any, terms: Terms) -> None:
    """Compose the messages of a step again from the record as it is now."""
    key = step.name.removeprefix(STEP.format(""))
    if step.texts and step.version is not None:
        said = put_texts(
            unit, terms.voice, campaign, mailing=step.id, step=key, languages=sorted(step.texts)
        )
        if said != step.texts:
            begin_again(unit, mailing=step.id)
