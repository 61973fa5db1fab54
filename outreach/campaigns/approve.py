"""Approve a campaign: from here on its texts and its audience are fixed, and there is a row for everybody in it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam, insert, literal, select, update
from sqlmodel import col

from outreach.campaigns.audience import write_audience
from outreach.campaigns.campaign import Campaign, get_draft
from outreach.campaigns.compose import compose
from outreach.campaigns.plan import Plan, Step
from outreach.campaigns.preflight import Card, Terms, asking, plan_steps, preflight
from outreach.delivery.delivery import CAMPAIGN, PLANNED, Delivery
from outreach.delivery.mailing import CAMPAIGN as KIND
from outreach.delivery.mailing import Mailing, open_mailing
from outreach.opportunities.edit import get_opportunity
from outreach.store.columns import Moment
from outreach.store.errors import Refusal
from outreach.store.events import record
from outreach.store.once import keep_others_out
from outreach.store.unit import Unit
from outreach.venues.post import post_card
from outreach.venues.trail import lay_trail

SHUFFLED = (col(Delivery.id) * 7_919 % 104_729, col(Delivery.id))
"""An order in which nobody comes first because we met them first; the numbers are primes."""
SET_TEXTS = update(Mailing).where(col(Mailing.id) == bindparam("mailing")).values(texts=bindparam("said"))
LAST_ONES = (
    select(col(Delivery.id))
    .where(col(Delivery.mailing_id) == bindparam("mailing"), col(Delivery.send_at) == bindparam("first"))
    .order_by(*SHUFFLED)
    .limit(bindparam("size"))
)
POSTPONE = update(Delivery).where(col(Delivery.id).in_(LAST_ONES)).values(send_at=bindparam("later"))
SAME_PEOPLE = insert(Delivery).from_select(
    ["mailing_id", "send_at", "person_id", "address_id", "channel", "language", "state", "tries", "position", "rank"],
    select(
        bindparam("mailing", type_=Integer()), bindparam("at", type_=Moment()), col(Delivery.person_id),
        col(Delivery.address_id), col(Delivery.channel), col(Delivery.language), literal("planned"), literal(0),
        literal(0), literal(CAMPAIGN),
    ).where(col(Delivery.mailing_id) == bindparam("first")),
    include_defaults=False,
)  # fmt: skip
"""A reminder is for whoever was asked; who has answered by then is passed over when it is due."""


@dataclass(frozen=True, slots=True)
class Approved:
    """How many persons a campaign is for, when its first message goes, and which venues get no card, and why."""

    people: int
    begins: datetime
    unposted: dict[str, str]


class Blocked(Refusal):
    """A campaign cannot be approved; the card tells what is in the way."""

    def __init__(self, card: Card) -> None:
        super().__init__("refusal-campaign-blocked", count=len(card.blockers))
        self.card = card


def approve(unit: Unit, *, campaign: int, terms: Terms, people: int | None = None) -> Approved:
    """Approve a campaign and write all its rows, as many as its card counts. The caller's actor may approve.

    `people` is the number on the card that was read: where it is another one by now, it is refused. Above a threshold
    whoever made the campaign may not approve it.
    """
    keep_others_out(unit, "campaign")  # two at a time would not see each other in the weekly cap
    row = get_draft(unit, campaign=campaign)
    card = preflight(unit, campaign=campaign, terms=terms)
    if card.blockers:
        raise Blocked(card)
    if people is not None and people != card.people:
        raise Refusal("refusal-campaign-moved", read=people, now=card.people)
    row.state, row.approved_by, row.approved_at = "approved", unit.actor.id, unit.now
    unit.session.add(row)
    if card.people > terms.four_eyes_above and unit.actor.id == row.made_by:
        raise Refusal("refusal-four-eyes", most=terms.four_eyes_above, now=card.people)
    steps = plan_steps(unit, row, get_opportunity(unit, opportunity=row.opportunity_id), terms)
    languages = sorted({group.language for group in card.groups})
    first = _write_step(unit, row, steps[0], languages, terms)
    written = write_audience(unit, asking(row, steps[0], terms), mailing=first)
    if written != card.people:  # somebody gave or took back consent a moment ago
        raise Refusal("refusal-campaign-moved", read=card.people, now=written)
    _spread(unit, first, steps[0], written)
    for step in steps[1:]:
        again = _write_step(unit, row, step, languages, terms)
        unit.connection.execute(SAME_PEOPLE, {"mailing": again, "first": first, "at": step.at})
    unposted = _post(unit, row, steps[0].at, terms)
    record(unit, "campaign.approved", campaign=row.id, opportunity=row.opportunity_id)
    unit.rings.add(PLANNED)
    return Approved(written, steps[0].at, unposted)


def _write_step(unit: Unit, campaign: Campaign, step: Step, languages: list[str], terms: Terms) -> int:
    """Open the mailing of a step, with its texts as they will be sent."""
    mailing = open_mailing(
        unit, kind=KIND, name=step.name, at=step.at, opportunity=campaign.opportunity_id, campaign_id=campaign.id,
        policy=Plan.read(campaign.plan).policy, expires_at=step.expires,
    )  # fmt: skip
    code = lay_trail(unit, opportunity=campaign.opportunity_id, kind="mailing", mailing=mailing)
    texts: dict[str, Any] = {}
    for language in languages:
        message = compose(unit, terms.voice, campaign, step=step.key, language=language, code=code)
        if message is not None:
            texts[language] = message.as_json()
    unit.connection.execute(SET_TEXTS, {"mailing": mailing, "said": texts})
    return mailing


def _spread(unit: Unit, mailing: int, step: Step, people: int) -> None:
    """Let all waves but the first wait for their moment."""
    for wave, size in zip(step.waves[1:], step.sizes(people)[1:], strict=True):
        unit.connection.execute(POSTPONE, {"mailing": mailing, "first": step.at, "later": wave.at, "size": size})


def _post(unit: Unit, campaign: Campaign, at: datetime, terms: Terms) -> dict[str, str]:
    """Plan a card in every venue that gets one; gives those that do not want it now, with the key of the reason."""
    unposted = {}
    for code in campaign.venues:
        try:
            with unit.deed():
                post_card(
                    unit, code=code, opportunity=campaign.opportunity_id, texts=terms.voice.texts, quiet=terms.quiet,
                    at=at, campaign=campaign.id,
                )  # fmt: skip
        except Refusal as refusal:
            unposted[code] = refusal.key
    return unposted
