"""What decides whether a campaign may go: its steps, who is asked, and the venues beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from outreach.campaigns.audience import GOING, Group, count_audience
from outreach.campaigns.beside import Beside, venues_beside
from outreach.campaigns.campaign import THANKS, Campaign
from outreach.campaigns.compose import Voice
from outreach.campaigns.exclusions import Asking
from outreach.campaigns.plan import PlannedStep, steps_of
from outreach.delivery.channel import Abilities
from outreach.delivery.failed import SLICE
from outreach.delivery.quiet import Quiet
from outreach.delivery.working import Asks, nothing_wrong
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Units:
    """How a campaign is written: rows in one unit, and units in parallel."""

    rows: int = SLICE
    abreast: int = 3
    """PostgreSQL spends most of a row on checking its foreign keys."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a campaign needs of its installation: who sends, the channels, and the limits set."""

    voice: Voice
    quiet: Quiet
    channels: Mapping[str, Abilities]
    most_a_week: int
    four_eyes_above: int
    cancel: timedelta
    asks: Asks = nothing_wrong
    units: Units = Units()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A campaign as it would go now: `going` are the groups of `groups` that are written to."""

    campaign: Campaign
    about: Opportunity
    steps: Sequence[PlannedStep]
    groups: Sequence[Group]
    going: list[Group]
    beside: Beside

    @property
    def people(self) -> int:
        """How many persons are written to."""
        return sum(group.persons for group in self.going)


def prepare(
    unit: Unit,
    campaign: Campaign,
    terms: Terms,
    *,
    steps: Sequence[PlannedStep] | None = None,
    groups: Sequence[Group] | None = None,
) -> Prepared:
    """Look at a campaign as if it were approved now. Known `steps` and `groups` are kept."""
    about = get_opportunity(unit, opportunity=campaign.opportunity_id)
    steps = plan_steps(unit, campaign, about, terms) if steps is None else steps
    groups = count_audience(unit, asking(campaign, steps[0], terms)) if groups is None else groups
    beside = venues_beside(unit, opportunity=about.id, codes=campaign.venues)
    return Prepared(campaign, about, steps, groups, _merged(groups), beside)


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
    """Those who are written to, at once or after a conversation, by channel and language."""
    counts: dict[tuple[str | None, str], int] = {}
    for group in groups:
        if group.verdict in GOING:
            key = group.channel, group.language
            counts[key] = counts.get(key, 0) + group.persons
    return [
        Group("send", channel, language, persons) for (channel, language), persons in counts.items()
    ]
