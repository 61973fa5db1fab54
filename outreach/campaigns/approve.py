"""Approve a campaign: its audience is fixed, and every person in it gets a row.

Everybody is chosen in one read; the rows are written in many small units. Nothing is sent before
all rows are there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import bindparam

from outreach.campaigns import write
from outreach.campaigns.audience import Chosen, choose_audience
from outreach.campaigns.campaign import Campaign, CampaignState, get_campaign
from outreach.campaigns.fresh import put_texts
from outreach.campaigns.preflight import Card, preflight
from outreach.campaigns.prepare import Terms, asking, prepare
from outreach.campaigns.remarks import blockers
from outreach.campaigns.working import channels_of, with_channels
from outreach.campaigns.write import Writing
from outreach.delivery.delivery import SOMETHING_PLANNED
from outreach.delivery.failed import SLICE
from outreach.delivery.steps import count_rows, let_go
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.query import update
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit
from outreach.venues.post import post_card
from outreach.venues.trail import lay_trail

CAMPAIGN_APPROVE = (
    update(Campaign)
    .where(Campaign.id == bindparam("campaign"))
    .values(state=CampaignState.APPROVED, approved_at=bindparam("at"))
)
Progress = Callable[[int, int], None]
"""Is called with how many rows are written, and how many there are in all."""


@dataclass(frozen=True, slots=True)
class Approved:
    """What approval returns: how many persons, when it begins, and the venues that get no card.

    `unposted` has the key of the reason for each of those venues.
    """

    people: int
    begins: datetime
    unposted: dict[str, str]


class Blocked(Refusal):
    """A campaign cannot be approved; its card names the reasons."""

    def __init__(self, card: Card) -> None:
        super().__init__(
            "refusal-campaign-blocked", number=str(card.campaign), count=len(card.blockers)
        )
        self.card = card


def approve(
    store: Store,
    actor: Actor,
    *,
    campaign: int,
    terms: Terms,
    people: int | None = None,
    progress: Progress = lambda _done, _all: None,
) -> Approved:
    """Approve a campaign and write all its rows. The actor may approve.

    `people` is the number on the card that staff read: if the number has changed, approval is
    refused. Above a threshold, the person who made the campaign may not approve it. If writing
    breaks off, the campaign becomes a draft again without any row.
    """
    take_back_broken(store, actor, terms.units.rows)
    writing = store.run(write.begin_to_write, actor, campaign=campaign, terms=terms)
    try:
        return _write(store, actor, writing, terms, people, progress)
    except BaseException:
        _fall_back(store, actor, writing.mailings, terms.units.rows)
        raise


def take_back_broken(store: Store, actor: Actor, most: int = SLICE) -> None:
    """Make every campaign whose writing broke off a draft again; none of it was sent."""
    while store.look(write.fallen_silent):
        store.run(write.take_back_silent, actor, most=most)
        store.rest()


def _write(
    store: Store,
    actor: Actor,
    writing: Writing,
    terms: Terms,
    people: int | None,
    progress: Progress,
) -> Approved:
    chosen = store.look(_choose, actor, writing=writing, terms=terms, people=people)
    if said := terms.asks(channels_of(chosen.groups)):
        raise Blocked(
            with_channels(store.look(preflight, campaign=writing.campaign.id, terms=terms), said)
        )
    pieces, written = write.cut(chosen, writing, terms.units.rows), 0
    while some := list(islice(pieces, terms.units.abreast)):
        store.run(write.go_on, actor, writing=writing)
        store.run_each(
            write.write_rows, actor, ({"writing": writing, "rows": rows} for rows in some)
        )
        written += sum(len(rows.who) for rows in some)
        progress(written, len(chosen))
        store.rest()
    there = store.look(count_rows, mailing=writing.mailings[0])
    # a person may have been forgotten a moment ago
    if there != len(chosen):
        raise Refusal(
            "refusal-campaign-moved", number=str(writing.campaign.id), read=len(chosen), now=there
        )
    return store.run(_finish, actor, writing=writing, terms=terms, chosen=chosen)


def _choose(
    unit: Unit, actor: Actor, *, writing: Writing, terms: Terms, people: int | None
) -> Chosen:
    """Choose everybody who is asked; refuses if something is in the way."""
    row = writing.campaign
    chosen = choose_audience(unit, asking(row, writing.steps[0], terms))
    found = prepare(unit, row, terms, steps=writing.steps, groups=chosen.groups)
    if blockers(unit, found, terms):
        raise Blocked(preflight(unit, campaign=row.id, terms=terms))
    if people is not None and people != len(chosen):
        raise Refusal("refusal-campaign-moved", number=str(row.id), read=people, now=len(chosen))
    if len(chosen) > terms.four_eyes_above and actor.id == row.made_by:
        raise Refusal(
            "refusal-four-eyes",
            number=str(row.id),
            people=str(len(chosen)),
            most=terms.four_eyes_above,
            now=len(chosen),
        )
    return chosen


def _finish(unit: Unit, *, writing: Writing, terms: Terms, chosen: Chosen) -> Approved:
    """Store the texts of each step, plan the cards, and allow sending from its planned moment."""
    write.go_on(unit, writing=writing)
    row = get_campaign(unit, campaign=writing.campaign.id)
    languages = sorted({language for _, language in chosen.kinds})
    for mailing, step in zip(writing.mailings, writing.steps, strict=True):
        lay_trail(unit, opportunity=row.opportunity_id, kind="mailing", mailing=mailing)
        put_texts(unit, terms.voice, row, mailing=mailing, step=step.key, languages=languages)
        let_go(unit, mailing=mailing)
    begins = writing.steps[0].at
    unposted = _post(unit, row, begins, terms)
    unit.run(CAMPAIGN_APPROVE, {"campaign": row.id, "at": unit.now})
    record(unit, "campaign.approved", campaign=row.id, opportunity=row.opportunity_id)
    unit.rings.add(SOMETHING_PLANNED)
    return Approved(len(chosen), begins, unposted)


def _fall_back(store: Store, actor: Actor, mailings: list[int], most: int) -> None:
    """Take back all rows that were written, and make the campaign a draft again."""
    while store.run(write.take_back, actor, mailings=mailings, most=most):
        store.rest()
    store.run(write.draft_again, actor, mailings=mailings)


def _post(unit: Unit, campaign: Campaign, at: datetime, terms: Terms) -> dict[str, str]:
    """Plan a card in each chosen venue; returns those that refuse it, with the reason's key."""
    unposted = {}
    for code in campaign.venues:
        try:
            with unit.deed():
                post_card(
                    unit,
                    code=code,
                    opportunity=campaign.opportunity_id,
                    texts=terms.voice.texts,
                    quiet=terms.quiet,
                    at=at,
                    campaign=campaign.id,
                )
        except Refusal as refusal:
            unposted[code] = refusal.key
    return unposted
