"""The card that staff read before they approve: who gets what and when, and who does not.

It also names what is in the way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from content.message import Message
from content.plain.check import Report, report
from outreach.campaigns.audience import GOING, Group
from outreach.campaigns.beside import Beside
from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.compose import compose, template_of
from outreach.campaigns.exclusions import TALKING
from outreach.campaigns.plan import PlannedStep
from outreach.campaigns.prepare import Prepared, Terms, prepare
from outreach.campaigns.remarks import Remark, blockers, remarks
from outreach.delivery.fit import fit
from outreach.delivery.pacing import apart
from outreach.store.unit import Unit

SAMPLE_CODE = "VBRD2345"
"""Stands in previews in place of the code that approval makes."""
DUTCH = "nl"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a step looks like in a channel and a language: the messages as they will be sent."""

    step: str
    channel: str
    language: str
    messages: list[Message]


@dataclass(frozen=True, slots=True)
class StepCard:
    """One step: the persons and moment of each wave, and when the last message should go."""

    key: str
    waves: list[tuple[int, datetime]]
    finish: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """The whole card.

    `people` are those who will be written to; with everybody in `left_out` they are the `audience`.
    `held` of them are in a conversation now: their message comes when it ends.
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


def preflight(unit: Unit, *, campaign: int, terms: Terms) -> Card:
    """Look at a campaign as if it were approved now; writes nothing."""
    found = prepare(unit, get_campaign(unit, campaign=campaign), terms)
    reads = _reads(found, terms)
    steps = [_step_card(step, found, terms) for step in found.steps]
    return Card(
        campaign=campaign,
        title=found.about.title,
        people=found.people,
        held=sum(group.persons for group in found.groups if group.verdict == TALKING),
        audience=sum(group.persons for group in found.groups),
        groups=found.going,
        left_out=_left_out(found.groups),
        steps=steps,
        beside=found.beside,
        blockers=blockers(unit, found, terms),
        warnings=remarks(unit, found, terms, finish=steps[0].finish, reads=reads),
        reads=reads,
        previews=list(_previews(unit, found, terms)),
    )


def _left_out(groups: Sequence[Group]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for group in groups:
        if group.verdict not in GOING:
            counts[group.verdict] = counts.get(group.verdict, 0) + group.persons
    return counts


def _step_card(step: PlannedStep, found: Prepared, terms: Terms) -> StepCard:
    sizes = step.sizes(found.people)
    work = timedelta(0)
    for name, can in terms.channels.items():
        if can.rate and found.people:
            there = sum(group.persons for group in found.going if group.channel == name)
            work = max(work, apart(can.rate) * there * sizes[-1] / found.people)
    waves = [(size, wave.at) for size, wave in zip(sizes, step.waves, strict=True)]
    return StepCard(step.key, waves, terms.quiet.finish(step.waves[-1].at, work))


def _previews(unit: Unit, found: Prepared, terms: Terms) -> Iterator[Preview]:
    for step in found.steps:
        for group in found.going:
            language = group.language
            message = compose(
                unit,
                terms.voice,
                found.campaign,
                step=step.key,
                language=language,
                code=SAMPLE_CODE,
            )
            if message is not None and group.channel is not None:
                fitted = fit(message, terms.channels[group.channel])
                yield Preview(step.key, group.channel, language, fitted)


def _reads(found: Prepared, terms: Terms) -> Report | None:
    """How easily the Dutch text reads; None if nobody gets one."""
    step = found.campaign.occasion
    text = template_of(terms.voice.texts, found.campaign, step=step, language=DUTCH)
    return report(text) if text and any(group.language == DUTCH for group in found.going) else None
