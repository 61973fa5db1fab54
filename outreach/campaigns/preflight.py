"""The card that staff read before they approve: who gets what, who does not and why,
when, and what is in the way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from content.message import Message
from content.plain.check import Report, report
from outreach.campaigns.audience import GOING, TALKING_NOW, Asking, Group, count_audience
from outreach.campaigns.beside import Beside, venues_beside
from outreach.campaigns.campaign import Campaign, get_campaign
from outreach.campaigns.compose import Voice, compose, template_of
from outreach.campaigns.plan import ANSWERING, Plan, PlannedStep, steps_of
from outreach.delivery.account import accounts_in_trouble
from outreach.delivery.channel import Abilities
from outreach.delivery.fit import fit
from outreach.delivery.pacing import apart
from outreach.delivery.quiet import Quiet
from outreach.delivery.working import Asks, nothing_wrong
from outreach.opportunities.deadline import is_over
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.store.unit import Unit

SAMPLE_CODE = "VBRD2345"
"""Stands in previews where the code will stand that approval makes."""
FEW, MANY = 5, 5_000
B1 = 60
THANKS, DUTCH = "thanks", "nl"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a campaign needs of its installation: who sends, on which channels, and the
    limits that are settings.
    """

    voice: Voice
    quiet: Quiet
    channels: Mapping[str, Abilities]
    most_a_week: int
    four_eyes_above: int
    cancel: timedelta
    asks: Asks = nothing_wrong


@dataclass(frozen=True, slots=True)
class Remark:
    """What is in the way, or worth a second look: the key of its sentence, and the facts for it."""

    key: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a step looks like in a channel and a language: the messages as they will be sent."""

    step: str
    channel: str
    language: str
    messages: list[Message]


@dataclass(frozen=True, slots=True)
class StepCard:
    """One step: how many persons in each wave and when, and when the last
    message is expected to go.
    """

    key: str
    waves: list[tuple[int, datetime]]
    finish: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """The whole card. `people` are those who will be written to; with everybody in
    `left_out` they are the `audience`.

    `held` of them are in a conversation just now: theirs comes when it ends.
    """

    campaign: int
    title: str
    people: int
    held: int
    audience: int
    groups: list[Group]
    left_out: dict[str, int]
    steps: list[StepCard]
    beside: Beside
    blockers: list[Remark]
    warnings: list[Remark]
    reads: Report | None
    previews: list[Preview]


def preflight(
    unit: Unit, *, campaign: int, terms: Terms, groups: Sequence[Group] | None = None
) -> Card:
    """Look at a campaign as if it were approved now; writes nothing. `groups` are
    given where they are known.
    """
    row = get_campaign(unit, campaign=campaign)
    about = get_opportunity(unit, opportunity=row.opportunity_id)
    steps = plan_steps(unit, row, about, terms)
    groups = count_audience(unit, asking(row, steps[0], terms)) if groups is None else groups
    going = _merged(groups)
    people = sum(group.persons for group in going)
    beside = venues_beside(unit, opportunity=about.id, codes=row.venues)
    reads = _reads(row, terms, going)
    previews = list(_previews(unit, row, steps, going, terms))
    cards = [_step_card(step, people, going, terms) for step in steps]
    return Card(
        campaign=row.id,
        title=about.title,
        people=people,
        held=sum(group.persons for group in groups if group.verdict == TALKING_NOW),
        audience=sum(group.persons for group in groups),
        groups=going,
        left_out=_left_out(groups),
        steps=cards,
        beside=beside,
        blockers=list(_blockers(unit, row, about, steps, going, beside, terms)),
        warnings=[
            *_about_choice(unit, row, steps, groups),
            *_warnings(people, cards, about, reads, terms),
        ],
        reads=reads,
        previews=previews,
    )


def plan_steps(
    unit: Unit, campaign: Campaign, about: Opportunity, terms: Terms
) -> list[PlannedStep]:
    """The steps of a campaign if it were approved now."""
    until = None if campaign.occasion == THANKS else about.answers_until
    return steps_of(campaign, now=unit.now, cancel=terms.cancel, until=until, quiet=terms.quiet)


def asking(campaign: Campaign, step: PlannedStep, terms: Terms) -> Asking:
    """Who is asked by a step."""
    return Asking(
        opportunity=campaign.opportunity_id,
        audience=campaign.audience,
        name=step.name,
        at=step.at,
        channels=tuple(terms.channels),
        most_a_week=terms.most_a_week,
    )


def _merged(groups: Sequence[Group]) -> list[Group]:
    """Those who are written to, whether at once or when their conversation
    ends, by channel and language.
    """
    counts: dict[tuple[str | None, str], int] = {}
    for group in groups:
        if group.verdict in GOING:
            key = group.channel, group.language
            counts[key] = counts.get(key, 0) + group.persons
    return [
        Group("send", channel, language, persons) for (channel, language), persons in counts.items()
    ]


def _left_out(groups: Sequence[Group]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for group in groups:
        if group.verdict not in GOING:
            counts[group.verdict] = counts.get(group.verdict, 0) + group.persons
    return counts


def _step_card(step: PlannedStep, people: int, going: Sequence[Group], terms: Terms) -> StepCard:
    sizes = step.sizes(people)
    work = timedelta(0)
    for name, can in terms.channels.items():
        if can.rate and people:
            there = sum(group.persons for group in going if group.channel == name)
            work = max(work, apart(can.rate) * there * sizes[-1] / people)
    waves = [(size, wave.at) for size, wave in zip(sizes, step.waves, strict=True)]
    return StepCard(step.key, waves, terms.quiet.finish(step.waves[-1].at, work))


def _previews(
    unit: Unit,
    campaign: Campaign,
    steps: Sequence[PlannedStep],
    going: Sequence[Group],
    terms: Terms,
) -> Iterator[Preview]:
    for step in steps:
        for group in going:
            message = compose(
                unit,
                terms.voice,
                campaign,
                step=step.key,
                language=group.language,
                code=SAMPLE_CODE,
            )
            if message is not None and group.channel is not None:
                yield Preview(
                    step.key,
                    group.channel,
                    group.language,
                    fit(message, terms.channels[group.channel]),
                )


def _reads(campaign: Campaign, terms: Terms, going: Sequence[Group]) -> Report | None:
    """How easily the Dutch text reads; None where nobody gets one."""
    text = template_of(terms.voice.texts, campaign, step=campaign.occasion, language=DUTCH)
    return report(text) if text and any(group.language == DUTCH for group in going) else None


def _blockers(
    unit: Unit,
    campaign: Campaign,
    about: Opportunity,
    steps: Sequence[PlannedStep],
    going: Sequence[Group],
    beside: Beside,
    terms: Terms,
) -> Iterator[Remark]:
    if campaign.state not in ("draft", "writing"):
        yield Remark("campaign-block-approved")
    if campaign.occasion != THANKS:
        yield from _closed(unit, about, steps)
    if not going and not beside.posted:
        yield Remark("campaign-block-nobody")
    languages = sorted({group.language for group in going})
    for step in steps:
        for language in languages:
            if template_of(terms.voice.texts, campaign, step=step.key, language=language) is None:
                people = sum(group.persons for group in going if group.language == language)
                field = f"{'text' if step is steps[0] else step.key}.{language}"
                yield Remark(
                    "campaign-block-text", {"language": language, "people": people, "field": field}
                )
    broken = accounts_in_trouble(unit)
    for channel in sorted({group.channel for group in going if group.channel in broken}):
        yield Remark("campaign-block-channel", {"channel": channel})


def _closed(unit: Unit, about: Opportunity, steps: Sequence[PlannedStep]) -> Iterator[Remark]:
    until, last = about.answers_until, steps[0].waves[-1].at
    if about.state != "open":
        yield Remark("campaign-block-not-open")
    elif is_over(until, unit.now):
        yield Remark("campaign-block-over", {"until": until})
    elif until is not None and until < last + ANSWERING:
        yield Remark("campaign-block-soon", {"until": until, "last": last, "days": ANSWERING.days})
    expires = steps[0].expires
    if expires is not None and expires <= last:
        yield Remark("campaign-block-expires", {"expires": expires, "last": last})
    for step in steps[1:]:
        if step.at <= last:
            yield Remark("campaign-block-reminder", {"at": step.at, "last": last})


def _about_choice(
    unit: Unit, campaign: Campaign, steps: Sequence[PlannedStep], groups: Sequence[Group]
) -> Iterator[Remark]:
    """What staff chose that comes out otherwise than they may think: a moment that has
    passed, a group of nobody.
    """
    at = Plan.read(campaign.plan).at
    if campaign.state == "draft" and at is not None and at < unit.now:
        yield Remark("campaign-warn-passed", {"at": at, "begins": steps[0].at})
    spoken = {group.language for group in groups}
    for language in campaign.audience.get("languages", ()):
        if language not in spoken:
            yield Remark("campaign-warn-language", {"language": language})
    if campaign.audience and not groups:
        yield Remark("campaign-warn-group", {"fields": sorted(campaign.audience)})


def _warnings(
    people: int, steps: Sequence[StepCard], about: Opportunity, reads: Report | None, terms: Terms
) -> Iterator[Remark]:
    if 0 < people < FEW:
        yield Remark("campaign-warn-few", {"people": people})
    if people > MANY:
        yield Remark("campaign-warn-many", {"people": people})
    if people > terms.four_eyes_above:
        yield Remark("campaign-warn-eyes", {"most": terms.four_eyes_above})
    if about.answers_until is not None and steps[0].finish > about.answers_until:
        yield Remark("campaign-warn-slow", {"finish": steps[0].finish})
    if reads is not None and reads.score < B1:
        yield Remark("campaign-warn-hard", {"score": round(reads.score)})
    if reads is not None and reads.findings:
        yield Remark(
            "campaign-warn-words", {"found": [finding.found for finding in reads.findings][:5]}
        )
