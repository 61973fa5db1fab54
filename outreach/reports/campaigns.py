"""What staff see of campaigns: the list, how far each is, and what became of every message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, literal
from sqlmodel import bindparam, case, col

from outreach.campaigns.campaign import STEP, Campaign, get_campaign
from outreach.delivery.delivery import Delivery, DeliveryState
from outreach.delivery.mailing import IS_STEP, Mailing, MailingState
from outreach.interests.interest import Interest
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.address import Address
from outreach.store.among import among
from outreach.store.page import WHOLE, Cut, Page, page
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.venues.trail import Trail

STATES = (
    DeliveryState.SENT,
    DeliveryState.PLANNED,
    DeliveryState.CLAIMED,
    DeliveryState.FAILED,
    DeliveryState.GONE,
    DeliveryState.STOPPED,
    DeliveryState.EXPIRED,
    DeliveryState.UNCERTAIN,
)
OPEN = (DeliveryState.PLANNED, DeliveryState.CLAIMED)
NOT_REACHED = (
    DeliveryState.FAILED,
    DeliveryState.GONE,
    DeliveryState.EXPIRED,
    DeliveryState.UNCERTAIN,
)
WAITING = "waiting"
"""An approved campaign whose first message is not due yet."""
LATELY = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign in the list.

    `stand` is its progress; `unreached` and `why` say who was not reached and why.
    """

    id: int
    tender_id: str
    title: str
    occasion: str
    stand: str
    people: int
    sent: int
    unreached: int
    why: str | None
    begins: datetime | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class StepReport:
    """What became of a step: counts per state and reason, and what its readers did."""

    mailing: int
    step: str
    begins: datetime
    stand: str
    reason: str | None
    counts: dict[str, int]
    reasons: dict[tuple[str, str], int]
    first: datetime | None
    last: datetime | None
    lately: int
    seen: int
    started: int
    expressed: int

    @property
    def people(self) -> int:
        """For how many persons it was written."""
        return sum(self.counts.values())

    @property
    def remaining(self) -> int:
        """How many messages are still to go."""
        return sum(self.counts.get(state, 0) for state in OPEN)

    @property
    def unreached(self) -> int:
        """How many persons it did not reach, though they wanted it."""
        return sum(self.counts.get(state, 0) for state in NOT_REACHED)

    @property
    def why(self) -> str | None:
        """The reason for which most of those were not reached."""
        reasons = [
            (count, reason)
            for (state, reason), count in self.reasons.items()
            if state in NOT_REACHED
        ]
        return max(reasons)[1] if reasons else None

    @property
    def rate(self) -> float:
        """Messages a second, in the last minute."""
        return self.lately / LATELY.total_seconds()

    @property
    def apart(self) -> timedelta | None:
        """How long after the first the last was told."""
        return None if self.first is None or self.last is None else self.last - self.first


@dataclass(frozen=True, slots=True)
class CampaignRecipient:
    """One person of a campaign: which step and channel, what became of it, when, and why not."""

    step: str
    person: int | None
    channel: str
    language: str
    state: str
    at: datetime | None
    reason: str | None


CAMPAIGN_STEPS = (
    pick(
        Mailing.id,
        Mailing.campaign_id,
        Mailing.name,
        Mailing.send_at,
        Mailing.state,
        Mailing.reason,
    )
    .where(IS_STEP, among(col(Mailing.campaign_id), "campaigns"))
    .order_by(col(Mailing.send_at), col(Mailing.id))
)
DELIVERIES_COUNTED = (
    pick(
        Delivery.mailing_id,
        Delivery.state,
        Delivery.reason,
        func.count(),
        func.min(Delivery.done_at),
        func.max(Delivery.done_at),
        func.sum(case((Delivery.done_at > bindparam("since"), 1), else_=0)),
    )
    .where(among(col(Delivery.mailing_id), "mailings"))
    .group_by(col(Delivery.mailing_id), col(Delivery.state), col(Delivery.reason))
)
TRAILS_OF_STEPS = (
    pick(Trail.mailing_id, Trail.seen, Trail.started, func.count(col(Interest.id)))
    .outerjoin(Interest, col(Interest.trail_id) == col(Trail.id))
    .where(among(col(Trail.mailing_id), "mailings"))
    .group_by(col(Trail.id), col(Trail.mailing_id), col(Trail.seen), col(Trail.started))
)
DELIVERIES_OF_STEPS = (
    pick(
        Delivery.id,
        Mailing.name,
        Delivery.person_id,
        Address.channel,
        Delivery.language,
        Delivery.state,
        Delivery.done_at,
        Delivery.reason,
    )
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .where(IS_STEP)
)
STILL_TO_GO = (
    pick(Mailing.campaign_id, func.count())
    .join(Delivery, col(Delivery.mailing_id) == col(Mailing.id))
    .join(Campaign, col(Campaign.id) == col(Mailing.campaign_id))
    .where(
        IS_STEP,
        Mailing.opportunity_id == bindparam("opportunity"),
        Campaign.state == "approved",
        Campaign.occasion != "thanks",
        Mailing.name == literal(STEP.format("")) + col(Campaign.occasion),
        col(Delivery.state).in_(OPEN),
    )
    .group_by(col(Mailing.campaign_id))
    .order_by(col(Mailing.campaign_id))
)
"""Of the first message of each campaign: a person who got it is reached."""
CAMPAIGNS = pick(
    Campaign.id, Campaign.occasion, Campaign.state, Opportunity.tender_id, Opportunity.title
).join(Opportunity, col(Opportunity.id) == col(Campaign.opportunity_id))


def all_campaigns(unit: Unit, *, cut: Cut = WHOLE) -> Page[CampaignLine]:
    """List the campaigns."""
    found = page(unit, CAMPAIGNS, col(Campaign.id), cut)
    steps = _steps(unit, [row.id for row in found])
    reports = {report.mailing: report for report in _reports(unit, steps)}
    theirs: dict[int, list[StepReport]] = {}
    for step in steps:
        theirs.setdefault(step.campaign_id, []).append(reports[step.id])
    return found.turned(lambda row: _line(row, theirs.get(row.id, [])))


def campaign_report(unit: Unit, *, campaign: int) -> list[StepReport]:
    """What became of each step of a campaign, in order; none of a draft."""
    get_campaign(unit, campaign=campaign)
    return _reports(unit, _steps(unit, [campaign]))


def still_to_go(unit: Unit, *, opportunity: int) -> list[tuple[int, int]]:
    """How many people each campaign about an opportunity has still to reach."""
    return [
        (campaign, people)
        for campaign, people in unit.run(STILL_TO_GO, {"opportunity": opportunity})
    ]


def recipients(
    unit: Unit, *, campaign: int, step: int | None = None, cut: Cut = WHOLE
) -> Page[CampaignRecipient]:
    """What became of each message of a campaign, or of one of its steps."""
    theirs = DELIVERIES_OF_STEPS.where(Mailing.campaign_id == campaign)
    chosen = theirs if step is None else theirs.where(Mailing.id == step)
    return page(unit, chosen, col(Delivery.id), cut).turned(_told)


def stand_of(campaign: Any, steps: Sequence[StepReport]) -> str:
    """How far a campaign is: draft, waiting, sending, paused, late, done, cancelled."""
    stands = {step.stand for step in steps}
    if campaign.state != "approved":
        return str(campaign.state)
    return next(
        (
            stand
            for stand in (MailingState.PAUSED, MailingState.LATE, MailingState.SENDING, WAITING)
            if stand in stands
        ),
        MailingState.DONE,
    )


def _told(row: Any) -> CampaignRecipient:
    told = CampaignRecipient(row[1].removeprefix(STEP.format("")), *row[2:])
    # when it was tried tells nothing
    return replace(told, at=None) if told.state in OPEN else told


def _steps(unit: Unit, campaigns: Sequence[int]) -> list[Any]:
    return unit.run(CAMPAIGN_STEPS, {"campaigns": campaigns})


def _line(campaign: Any, steps: Sequence[StepReport]) -> CampaignLine:
    reason = next((step.reason for step in steps if step.reason), None)
    first = steps[0] if steps else None
    return CampaignLine(
        campaign.id,
        campaign.tender_id,
        campaign.title,
        campaign.occasion,
        stand_of(campaign, steps),
        0 if first is None else first.people,
        0 if first is None else first.counts.get(DeliveryState.SENT, 0),
        0 if first is None else first.unreached,
        None if first is None else first.why,
        None if first is None else first.begins,
        reason,
    )


def _reports(unit: Unit, steps: Sequence[Any]) -> list[StepReport]:
    mailings = {"mailings": [step.id for step in steps]}
    if not steps:
        return []
    counted: dict[int, list[Any]] = {}
    for row in unit.run(DELIVERIES_COUNTED, mailings | {"since": unit.now - LATELY}):
        counted.setdefault(row[0], []).append(row)
    funnel = {row[0]: tuple(row[1:]) for row in unit.run(TRAILS_OF_STEPS, mailings)}
    return [_report(unit.now, step, counted.get(step.id, []), funnel) for step in steps]


def _report(
    now: datetime, step: Any, rows: Sequence[Any], funnel: Mapping[int, tuple[int, int, int]]
) -> StepReport:
    counts: dict[str, int] = {}
    reasons: dict[tuple[str, str], int] = {}
    for _, state, reason, count, *_ in rows:
        counts[state] = counts.get(state, 0) + count
        if reason and state != DeliveryState.SENT:
            reasons[state, reason] = count
    sent = [row for row in rows if row[1] == DeliveryState.SENT]
    stand = WAITING if step.state == MailingState.SENDING and step.send_at > now else step.state
    if stand == MailingState.SENDING and not any(counts.get(state) for state in OPEN):
        stand = MailingState.DONE
    return StepReport(
        step.id,
        step.name.removeprefix(STEP.format("")),
        step.send_at,
        stand,
        step.reason,
        counts,
        reasons,
        min((row[4] for row in sent), default=None),
        max((row[5] for row in sent), default=None),
        sum(row[6] for row in sent),
        *funnel.get(step.id, (0, 0, 0)),
    )
