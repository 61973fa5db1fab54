"""Write a campaign's rows in units of bounded size, or take all of them back.

Small units let conversations go on in the meantime. While a campaign is being written nothing of it
is sent, and no other can be approved. The writer reports every few units. If it stops reporting,
its rows are taken back by the clockwork, or by the next person who approves. A writer that stopped
reporting cannot go on: some of its rows may be gone, and nobody may be left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col

from outreach.campaigns.audience import Chosen
from outreach.campaigns.campaign import Campaign, CampaignState, get_draft
from outreach.campaigns.plan import Plan, PlannedStep
from outreach.campaigns.prepare import Terms, plan_steps
from outreach.delivery.failed import SLICE
from outreach.delivery.mailing import Mailing, MailingKind, MailingState, open_mailing
from outreach.delivery.steps import drop_unwritten, plan_all, take_back_rows
from outreach.opportunities.edit import get_opportunity
from outreach.refusal import Refusal
from outreach.store.once import keep_others_out
from outreach.store.query import pick, update
from outreach.store.unit import Unit

SILENT = timedelta(minutes=2)
"""After this long without a report the writer counts as dead."""
CAMPAIGN_BEING_WRITTEN = (
    pick(Campaign.id, Campaign.approved_at, Mailing.id)
    .join(Mailing, col(Mailing.campaign_id) == col(Campaign.id))
    .where(Campaign.state == CampaignState.WRITING, Mailing.state == MailingState.WRITING)
    .order_by(col(Mailing.id))
)
CAMPAIGN_TAKE_OVER = CAMPAIGN_BEING_WRITTEN.with_for_update(of=Campaign)
"""A lock: taking rows back and reporting that writing goes on wait for each other."""
MAILING_STILL_OURS = pick(Mailing.campaign_id).where(
    Mailing.id == bindparam("mailing"), Mailing.state == MailingState.WRITING
)
"""The number of a mailing is never used twice: if it is gone, our rows were taken back."""
MAILING_KEEP_OURS = MAILING_STILL_OURS.with_for_update(read=True, key_share=True)
"""A lock: the mailing is not removed before our rows are there."""
CAMPAIGN_GO_ON = (
    update(Campaign)
    .where(
        col(Campaign.id).in_(MAILING_STILL_OURS),
        Campaign.state == CampaignState.WRITING,
        Campaign.approved_at > bindparam("heard"),
    )
    .values(approved_at=bindparam("at"))
    .returning(col(Campaign.id))
)
CAMPAIGN_WRITE = (
    update(Campaign)
    .where(Campaign.id == bindparam("campaign"))
    .values(state=CampaignState.WRITING, approved_by=bindparam("by"), approved_at=bindparam("at"))
)
CAMPAIGN_DRAFT_AGAIN = (
    update(Campaign)
    .where(col(Campaign.id).in_(MAILING_STILL_OURS), Campaign.state == CampaignState.WRITING)
    .values(state=CampaignState.DRAFT, approved_by=None, approved_at=None)
)


class BrokenOff(Refusal):
    """A campaign that this writer may not write any more."""

    def __init__(self, campaign: int) -> None:
        super().__init__("refusal-campaign-broken-off", given=str(campaign))


@dataclass(frozen=True, slots=True)
class Writing:
    """A campaign that is ours to write: its steps, and the mailing of each."""

    campaign: Campaign
    steps: list[PlannedStep]
    mailings: list[int]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows for one unit: these persons and addresses share a channel, language and wave."""

    wave: int
    channel: str
    language: str
    who: list[dict[str, int]]


def begin_to_write(unit: Unit, *, campaign: int, terms: Terms) -> Writing:
    """Begin to write a draft, with a mailing for each step; refuses while another is written."""
    # two at a time would not see each other's messages in the weekly cap
    keep_others_out(unit, "campaign")
    if other := unit.run(CAMPAIGN_BEING_WRITTEN).first():
        raise Refusal("refusal-campaign-writing", given=str(other[0]))
    row = get_draft(unit, campaign=campaign)
    row.state = CampaignState.WRITING
    unit.run(CAMPAIGN_WRITE, {"campaign": campaign, "by": unit.actor.id, "at": unit.now})
    steps = plan_steps(unit, row, get_opportunity(unit, opportunity=row.opportunity_id), terms)
    same: dict[str, Any] = {
        "opportunity": row.opportunity_id,
        "campaign_id": row.id,
        "policy": Plan.read(row.plan).policy,
    }
    mailings = [
        open_mailing(
            unit,
            kind=MailingKind.CAMPAIGN,
            name=step.name,
            at=step.at,
            expires_at=step.expires,
            state=MailingState.WRITING,
            **same,
        )
        for step in steps
    ]
    return Writing(row, steps, mailings)


def cut(chosen: Chosen, writing: Writing, rows: int = SLICE) -> Iterator[Rows]:
    """Cut the rows of everybody who was chosen into pieces of one unit each."""
    most = rows // len(writing.steps)
    for wave, (channel, language), places in chosen.parted(writing.steps[0].sizes(len(chosen))):
        for begin in range(0, len(places), most):
            some = places[begin : begin + most]
            who = [
                {"person": chosen.persons[place], "address": chosen.addresses[place]}
                for place in some
            ]
            yield Rows(wave, channel, language, who)


def write_rows(unit: Unit, *, writing: Writing, rows: Rows) -> None:
    """Write some rows of every step; a reminder later passes over those who answered."""
    if not unit.run(MAILING_KEEP_OURS, {"mailing": writing.mailings[0]}):
        raise BrokenOff(writing.campaign.id)
    for mailing, step in zip(writing.mailings, writing.steps, strict=True):
        at = step.waves[rows.wave].at if mailing == writing.mailings[0] else step.at
        plan_all(
            unit, rows.who, mailing=mailing, channel=rows.channel, language=rows.language, at=at
        )


def go_on(unit: Unit, *, writing: Writing) -> None:
    """Report that writing goes on; refuses if the rows were taken back, or may have been."""
    ours = {"mailing": writing.mailings[0], "at": unit.now, "heard": unit.now - SILENT}
    if not unit.run(CAMPAIGN_GO_ON, ours):
        raise BrokenOff(writing.campaign.id)


def fallen_silent(unit: Unit) -> list[int]:
    """The mailings of a campaign whose writing broke off, if there is one."""
    return _silent(unit, CAMPAIGN_BEING_WRITTEN)


def take_back(unit: Unit, *, mailings: list[int], most: int = SLICE) -> int:
    """Take back some rows of a campaign that is being written; returns how many."""
    ours = [mailing for mailing in mailings if unit.run(MAILING_STILL_OURS, {"mailing": mailing})]
    taken = (take_back_rows(unit, mailing=mailing, most=most) for mailing in ours)
    return next(filter(None, taken), 0)


def take_back_silent(unit: Unit, *, most: int = SLICE) -> int:
    """Take back some rows of a campaign whose writing broke off; returns how many.

    Once there are none it is a draft again. If there were some, there may be more.
    """
    mailings = _silent(unit, CAMPAIGN_TAKE_OVER)
    taken = take_back(unit, mailings=mailings, most=most)
    if mailings and not taken:
        draft_again(unit, mailings=mailings)
    return taken


def draft_again(unit: Unit, *, mailings: list[int]) -> None:
    """Make a campaign a draft again whose rows were all taken back."""
    unit.run(CAMPAIGN_DRAFT_AGAIN, {"mailing": mailings[0]})
    for mailing in mailings:
        drop_unwritten(unit, mailing=mailing)


def _silent(unit: Unit, writing: Any) -> list[int]:
    return [row[2] for row in unit.run(writing) if row.approved_at <= unit.now - SILENT]
