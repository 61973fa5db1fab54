"""What the commands of campaigns share: limits, one campaign in full, and watching it."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any

import typer
from rich.live import Live
from rich.text import Text

from content.texts import Named
from outreach.campaigns.approve import Progress
from outreach.campaigns.campaign import Campaign, get_campaign
from outreach.campaigns.compose import Voice
from outreach.campaigns.fresh import changes_of
from outreach.campaigns.plan import Plan
from outreach.campaigns.prepare import Terms
from outreach.commands.campaign.changes import show_changes
from outreach.commands.campaign.report import stand_in_words
from outreach.commands.channels import broken_channels, channels_of
from outreach.commands.desk import Desk
from outreach.commands.paging import show_list
from outreach.commands.terminal import COUNT, Columns, console
from outreach.commands.told import apart
from outreach.delivery.quiet import Quiet
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.place import find_places
from outreach.refusal import Refusal
from outreach.reports.campaigns import (
    OPEN,
    STATES,
    CampaignLine,
    StepReport,
    all_campaigns,
    campaign_report,
    stand_of,
)
from outreach.staff.staff import names_of_staff
from outreach.store.unit import Unit

LINE: Columns = {
    "id": None,
    "tender_id": None,
    "title": None,
    "occasion": "occasion",
    "stand": None,
    "people": COUNT,
    "sent": COUNT,
    "begins": None,
    "reason": None,
}
SHOWN: Columns = {
    "title": None,
    "occasion": "occasion",
    "stand": None,
    "made_by": None,
    "made_at": None,
    "approved_by": None,
    "approved_at": None,
    "people": COUNT,
    "sent": COUNT,
    "begins": None,
    "audience": None,
    "places": None,
    "themes": "theme",
    "languages": None,
    "parties": "party",
    "partner": "partner",
    "answered": None,
    "at": None,
    "first": None,
    "spread": None,
    "remind": None,
    "expires": None,
    "policy": "policy",
    "venues": None,
    "picture": None,
}
WATCH_SECONDS = 1.0


def terms(ctx: typer.Context, at: Desk) -> Terms:
    """The limits and channels of this installation."""
    settings = at.settings
    return Terms(
        voice=voice_of(at),
        quiet=Quiet.of(settings),
        channels={channel.name: channel.can for channel in channels_of(ctx, at)},
        most_a_week=settings.campaigns_a_week,
        four_eyes_above=settings.four_eyes_above,
        cancel=settings.cancel_time,
        asks=partial(broken_channels, ctx, at),
    )


def voice_of(at: Desk) -> Voice:
    """Who sends: the texts and the address of this installation."""
    return Voice(at.printer.texts, at.settings.base_url)


def list_all(at: Desk, *, limit: int | None, as_json: bool) -> None:
    """List the campaigns; a finished one says who was left out."""

    def shown(line: CampaignLine) -> dict[str, Any]:
        stand = stand_in_words(at.printer, line.stand, line.unreached, line.why)
        return asdict(line) | {"stand": stand, "reason": at.printer.reason(line.reason)}

    show_list(
        at.printer,
        lambda cut: at.look(all_campaigns, cut=cut),
        LINE,
        limit=limit,
        as_json=as_json,
        none="commands-campaign-none",
        shown=shown,
    )


def show_campaign(at: Desk, campaign: int, *, as_json: bool) -> None:
    """Show one campaign in full, with the words that staff wrote themselves."""
    row, title, places = at.look(_found, campaign)
    steps = at.look(campaign_report, campaign=campaign)
    facts: dict[str, Any] = {
        "title": title,
        "occasion": row.occasion,
        "stand": stand_of(row, steps),
    }
    facts |= {"venues": row.venues} | _who_and_when(row, steps, at.look(names_of_staff))
    facts |= {"picture": row.picture, **row.audience, **row.plan}
    facts |= Plan.read(row.plan).moments
    facts = {
        name: value.astimezone(at.settings.zone_info) if isinstance(value, datetime) else value
        for name, value in facts.items()
    }
    if as_json:
        at.printer.json([facts | {"id": row.id, "texts": row.texts}])
        return
    facts["stand"] = stand_in_words(
        at.printer, facts["stand"], facts["unreached"], steps[0].why if steps else None
    )
    facts["audience"] = None if row.audience else at.printer.text("commands-campaign-everybody")
    facts |= {
        "places": places,
        "languages": [at.printer.spoken(each) for each in facts.get("languages") or ()],
    }
    at.printer.facts(
        facts,
        {name: codes for name, codes in SHOWN.items() if facts.get(name) not in (None, [], "")},
    )
    for step, words in row.texts.items():
        for language, text in words.items():
            named = at.printer.value(step, "occasion")
            at.printer.say("commands-campaign-own-text", step=named, language=language, text=text)
    show_changes(at.printer, campaign, at.look(changes_of, campaign=campaign))


def _who_and_when(
    row: Campaign, steps: Sequence[StepReport], colleagues: Mapping[str, str]
) -> dict[str, Any]:
    """Who made and approved a campaign; once it has rows, for how many and from when."""
    facts: dict[str, Any] = {
        "made_by": colleagues.get(f"staff:{row.made_by}"),
        "made_at": row.made_at,
    }
    facts |= {
        "approved_by": colleagues.get(f"staff:{row.approved_by}"),
        "approved_at": row.approved_at,
    }
    first = steps[0] if steps else None
    if first is None:
        return facts | {"people": None, "sent": None, "unreached": 0, "begins": None}
    sent = first.counts.get("sent", 0)
    return facts | {
        "people": first.people,
        "sent": sent,
        "unreached": first.unreached,
        "begins": first.begins,
    }


def require_card(unit: Unit, *, campaign: int) -> None:
    """Refuse the card of a campaign that is not a draft: it shows what approval now would send."""
    row = get_campaign(unit, campaign=campaign)
    if row.state not in ("draft", "writing"):
        stand = stand_of(row, campaign_report(unit, campaign=campaign))
        raise Refusal("refusal-campaign-no-card", given=str(campaign), stand=Named("stand", stand))


def _found(unit: Unit, campaign: int) -> tuple[Campaign, str, list[str]]:
    row = get_campaign(unit, campaign=campaign)
    title = get_opportunity(unit, opportunity=row.opportunity_id).title
    places = [place.name for place in find_places(unit, names=row.audience.get("places", []))]
    return row, title, places


@contextmanager
def writing(at: Desk) -> Iterator[Progress]:
    """Show how much of a campaign is written, if a terminal can show it."""
    with Live(console=console(), auto_refresh=False, transient=True) as live:
        yield lambda done, whole: live.update(
            Text(at.printer.text("commands-campaign-writing", done=done, all=whole)), refresh=True
        )


def watch_campaign(at: Desk, campaign: int, *, once: bool) -> None:
    """Show how far a campaign is, again each second, until nothing is left to do."""
    steps = at.look(campaign_report, campaign=campaign)
    if once or not steps:
        at.printer.write(_progress(at, steps) or at.printer.text("commands-campaign-nothing"))
        return
    with Live(console=console(), auto_refresh=False) as live:
        while True:
            live.update(Text(_progress(at, steps)), refresh=True)
            if not any(step.remaining for step in steps):
                return
            time.sleep(WATCH_SECONDS)
            steps = at.look(campaign_report, campaign=campaign)


def _progress(at: Desk, steps: Sequence[StepReport]) -> str:
    lines = []
    for step in steps:
        ended = [
            (state, step.counts[state])
            for state in STATES
            if state not in OPEN and step.counts.get(state)
        ]
        known = [
            f"{at.printer.value(state, 'delivery')}: {at.printer.value(count, COUNT)}"
            for state, count in ended
        ]
        left = (
            apart(at.printer, step.remaining / step.rate) if step.rate and step.remaining else None
        )
        lines.append(
            at.printer.text(
                "commands-campaign-watch",
                step=at.printer.value(step.step, "occasion"),
                stand=at.printer.value(step.stand, "stand"),
                counts=", ".join(known) or "–",
                remaining=step.remaining,
                people=step.people,
                rate=round(step.rate, 1),
                left=left or "none",
            )
        )
    return "\n".join(lines)
