"""What is in the way of a campaign, and what is worth a second look before it is approved."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from content.plain.check import Report
from outreach.campaigns.campaign import THANKS
from outreach.campaigns.compose import template_of
from outreach.campaigns.plan import ANSWERING, Plan
from outreach.campaigns.prepare import Prepared, Terms
from outreach.delivery.account import accounts_in_trouble
from outreach.opportunities.deadline import is_over
from outreach.store.unit import Unit

FEW, MANY = 5, 5_000
B1 = 60


@dataclass(frozen=True, slots=True)
class Remark:
    """What is in the way, or worth a second look: the key of its sentence, and the facts for it."""

    key: str
    facts: dict[str, Any] = field(default_factory=dict)


def blockers(unit: Unit, found: Prepared, terms: Terms) -> list[Remark]:
    """What keeps a campaign from being approved."""
    return [
        *_not_now(unit, found),
        *_without_text(found, terms),
        *_broken_channels(unit, found),
    ]


def remarks(
    unit: Unit, found: Prepared, terms: Terms, *, finish: datetime, reads: Report | None
) -> list[Remark]:
    """What staff should see before they approve. The first step is expected to `finish` then."""
    return [
        *_about_choice(unit, found),
        *_about_people(found.people, terms),
        *_about_end(found, finish),
        *_about_reading(reads),
    ]


def _not_now(unit: Unit, found: Prepared) -> Iterator[Remark]:
    if found.campaign.state not in ("draft", "writing"):
        yield Remark("campaign-block-approved")
    if found.campaign.occasion != THANKS:
        yield from _closed(unit, found)
    if not found.going and not found.beside.posted:
        yield Remark("campaign-block-nobody")


def _closed(unit: Unit, found: Prepared) -> Iterator[Remark]:
    first, *later = found.steps
    until, last = found.about.answers_until, first.waves[-1].at
    if found.about.state != "open":
        yield Remark("campaign-block-not-open")
    elif is_over(until, unit.now):
        yield Remark("campaign-block-over", {"until": until})
    elif until is not None and until < last + ANSWERING:
        yield Remark("campaign-block-soon", {"until": until, "last": last, "days": ANSWERING.days})
    if first.expires is not None and first.expires <= last:
        yield Remark("campaign-block-expires", {"expires": first.expires, "last": last})
    for step in later:
        if step.at <= last:
            yield Remark("campaign-block-reminder", {"at": step.at, "last": last})


def _without_text(found: Prepared, terms: Terms) -> Iterator[Remark]:
    texts = terms.voice.texts
    for step in found.steps:
        for language in sorted({group.language for group in found.going}):
            if template_of(texts, found.campaign, step=step.key, language=language) is None:
                people = sum(each.persons for each in found.going if each.language == language)
                field = f"{'text' if step is found.steps[0] else step.key}.{language}"
                yield Remark(
                    "campaign-block-text", {"language": language, "people": people, "field": field}
                )


def _broken_channels(unit: Unit, found: Prepared) -> Iterator[Remark]:
    broken = accounts_in_trouble(unit)
    for channel in sorted({group.channel for group in found.going if group.channel in broken}):
        yield Remark("campaign-block-channel", {"channel": channel})


def _about_choice(unit: Unit, found: Prepared) -> Iterator[Remark]:
    """Choices of staff that turn out differently: a moment that has passed, an empty group."""
    campaign = found.campaign
    at = Plan.read(campaign.plan).at
    if campaign.state == "draft" and at is not None and at < unit.now:
        yield Remark("campaign-warn-passed", {"at": at, "begins": found.steps[0].at})
    spoken = {group.language for group in found.groups}
    for language in campaign.audience.get("languages", ()):
        if language not in spoken:
            yield Remark("campaign-warn-language", {"language": language})
    if campaign.audience and not found.groups:
        yield Remark("campaign-warn-group", {"fields": sorted(campaign.audience)})


def _about_people(people: int, terms: Terms) -> Iterator[Remark]:
    if 0 < people < FEW:
        yield Remark("campaign-warn-few", {"people": people})
    if people > MANY:
        yield Remark("campaign-warn-many", {"people": people})
    if people > terms.four_eyes_above:
        yield Remark("campaign-warn-eyes", {"most": terms.four_eyes_above})


def _about_end(found: Prepared, finish: datetime) -> Iterator[Remark]:
    until = found.about.answers_until
    if until is not None and finish > until:
        yield Remark("campaign-warn-slow", {"finish": finish})


def _about_reading(reads: Report | None) -> Iterator[Remark]:
    if reads is not None and reads.score < B1:
        yield Remark("campaign-warn-hard", {"score": round(reads.score)})
    if reads is not None and reads.findings:
        words = [finding.found for finding in reads.findings][:5]
        yield Remark("campaign-warn-words", {"found": words})
