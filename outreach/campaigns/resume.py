"""Let a campaign go on that was held, with what the record says by now."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, literal_column, select, update
from sqlmodel import col

from outreach.campaigns.campaign import STEP, Campaign
from outreach.campaigns.fresh import hold_changed, put_texts
from outreach.campaigns.preflight import Terms, plan_steps
from outreach.campaigns.steer import fixed, move
from outreach.delivery.delivery import PLANNED, PLANNED_STATE, Delivery
from outreach.delivery.failed import SLICE
from outreach.delivery.mailing import CAMPAIGN as KIND
from outreach.delivery.mailing import LATE, PAUSED, SENDING, Mailing
from outreach.opportunities.edit import get_opportunity
from outreach.store.columns import pick
from outreach.store.errors import Refusal
from outreach.store.many import Many
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit

HELD = (
    pick(Mailing.id, Mailing.name, Mailing.send_at, Mailing.expires_at, Mailing.texts, Mailing.version)
    .where(
        col(Mailing.campaign_id) == bindparam("campaign"),
        col(Mailing.kind) == KIND,
        col(Mailing.state).in_((PAUSED, LATE)),
    )
    .order_by(col(Mailing.id))
)
SET_MOMENTS = (
    update(Mailing)
    .where(col(Mailing.id) == bindparam("mailing"))
    .values(send_at=bindparam("at"), expires_at=bindparam("until"))
)
BEGIN_ANEW = (
    update(Delivery)
    .where(
        col(Delivery.mailing_id) == bindparam("mailing"),
        col(Delivery.state) == PLANNED_STATE,
        col(Delivery.rank) == literal_column("3"),
        col(Delivery.arrived).is_not(None),
    )
    .values(arrived=None)
)
"""The pieces that came before a text changed are no beginning of it."""
ELSEWHEN = (
    select(col(Delivery.id))
    .where(
        col(Delivery.mailing_id) == bindparam("mailing"),
        col(Delivery.rank) == literal_column("3"),
        col(Delivery.state) == PLANNED_STATE,
        col(Delivery.send_at) != bindparam("at"),
    )
    .limit(SLICE)
)
LAST_TO_GO = select(func.max(col(Delivery.send_at))).where(
    col(Delivery.mailing_id) == bindparam("mailing"),
    col(Delivery.rank) == literal_column("3"),
    col(Delivery.state) == PLANNED_STATE,
)
MOVE_ROWS = Many("UPDATE delivery SET send_at = :at FROM {rows} WHERE delivery.id = r.id", id=int)


def resume(store: Store, actor: Actor, *, campaign: int, terms: Terms) -> None:
    """Go on with a campaign of any size: its rows move in many small units while it is held, then it goes."""
    for mailing, at in store.run(moments_moved, actor, campaign=campaign, terms=terms):
        while store.run(move_rows, actor, mailing=mailing, at=at):
            store.rest()
    store.run(resume_campaign, actor, campaign=campaign, terms=terms)


def resume_campaign(unit: Unit, *, campaign: int, terms: Terms) -> None:
    """Go on with a campaign that was held by staff or by itself, or that waits because it is late.

    Its messages say what the record says now, and a reminder moves along with the last day. Refuses where some would
    go when it is over already: the last day may have come to lie before them.
    """
    moved = moments_moved(unit, campaign=campaign, terms=terms)
    row = fixed(unit, campaign)
    for step in unit.run(HELD, {"campaign": campaign}):
        _require_in_time(unit, row, step, terms)
        _renew(unit, row, step, terms)
    for mailing, at in moved:
        move_rows(unit, mailing=mailing, at=at)
    move(unit, campaign, "campaign.resumed", SENDING, PAUSED, LATE)
    unit.rings.add(PLANNED)


def moments_moved(unit: Unit, *, campaign: int, terms: Terms) -> list[tuple[int, datetime]]:
    """The steps of a campaign that is held which begin at another moment by now, and when."""
    row = fixed(unit, campaign)
    hold_changed(unit, opportunity=row.opportunity_id)
    held = [(step, _moments(unit, row, step, terms)[0]) for step in unit.run(HELD, {"campaign": campaign})]
    return [(step.id, at) for step, at in held if at != step.send_at]


def move_rows(unit: Unit, *, mailing: int, at: datetime) -> int:
    """Move messages of a step to its moment, as far as one unit goes; returns how many."""
    rows = unit.run(ELSEWHEN, {"mailing": mailing, "at": at}).scalars()
    MOVE_ROWS.run(unit, [{"id": row} for row in rows], at=at)
    return len(rows)


def _require_in_time(unit: Unit, campaign: Campaign, step: Any, terms: Terms) -> None:
    at, until = _moments(unit, campaign, step, terms)
    last = unit.run(LAST_TO_GO, {"mailing": step.id}).scalar()
    if last is None or until is None:
        return
    last = max(at if at != step.send_at else last, unit.now)
    if last >= until:
        raise Refusal("refusal-campaign-over", given=campaign.id, at=last, until=until)


def _renew(unit: Unit, campaign: Campaign, step: Any, terms: Terms) -> None:
    key = step.name.removeprefix(STEP.format(""))
    if step.texts and step.version is not None:
        said = put_texts(unit, terms.voice, campaign, mailing=step.id, step=key, languages=sorted(step.texts))
        if said != step.texts:
            unit.run(BEGIN_ANEW, {"mailing": step.id})
    at, until = _moments(unit, campaign, step, terms)
    unit.run(SET_MOMENTS, {"mailing": step.id, "at": at, "until": until})


def _moments(unit: Unit, campaign: Campaign, step: Any, terms: Terms) -> tuple[datetime, datetime | None]:
    """When a step begins and when it is over, by the last day as it is now; the first one begins when it was to."""
    about = get_opportunity(unit, opportunity=campaign.opportunity_id)
    first, *later = plan_steps(unit, campaign, about, terms)
    if step.name == first.name:
        return step.send_at, first.expires
    for again in later:
        return max(again.at, terms.quiet.over(unit.now)), again.expires
    return step.send_at, step.expires_at
