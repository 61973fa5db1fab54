"""A campaign's plan in time: when each step and each of its waves goes, and when it ends."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import ceil
from typing import Any, Literal

from outreach.campaigns.campaign import REMINDER, STEP, Campaign
from outreach.delivery.quiet import Quiet

Policy = Literal["again", "hold"]
ANSWERING = timedelta(days=7)
"""How long answers stay open after the last wave, at least."""
LONGEST_SPREAD = 24
"""Hours within which everybody gets their first invitation, at most."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What staff chose about the timing of a campaign.

    `at` is a moment (or at once); `first` so many per cent, and the rest `spread` hours later;
    `remind` so many days before the last day; `expires` at a moment; `policy` is what happens after
    a crash.
    """

    at: datetime | None = None
    first: int | None = None
    spread: int | None = None
    remind: int | None = None
    expires: datetime | None = None
    policy: Policy = "again"

    @classmethod
    def read(cls, facts: Mapping[str, Any]) -> "Plan":
        """Read a plan as it is stored."""
        moments = {
            name: datetime.fromisoformat(facts[name])
            for name in ("at", "expires")
            if facts.get(name)
        }
        return cls(**{**facts, **moments})

    def with_facts(self, facts: Mapping[str, Any]) -> "Plan":
        """Return the plan with other facts; an empty one becomes its default."""
        default = Plan()
        return replace(
            self,
            **{
                name: getattr(default, name) if value in (None, "") else value
                for name, value in facts.items()
            },
        )

    @property
    def moments(self) -> dict[str, datetime]:
        """The moments that staff chose, by name."""
        chosen = {"at": self.at, "expires": self.expires}
        return {name: moment for name, moment in chosen.items() if moment is not None}

    def as_json(self) -> dict[str, Any]:
        """The plan as it is stored."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return {
            name: value.isoformat() if isinstance(value, datetime) else value
            for name, value in values.items()
            if value is not None
        }


@dataclass(frozen=True, slots=True)
class Wave:
    """A part of a step: so many per cent of its people, at a moment."""

    percent: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One message of a campaign: its key (`new`), its waves, and when it is over."""

    key: str
    waves: list[Wave] = field(default_factory=list)
    expires: datetime | None = None

    @property
    def name(self) -> str:
        """The name of the step's mailing."""
        return STEP.format(self.key)

    @property
    def at(self) -> datetime:
        """When the step begins."""
        return self.waves[0].at

    def sizes(self, people: int) -> list[int]:
        """How many people each wave has; each of the first waves is rounded up."""
        sizes: list[int] = []
        for wave in self.waves[:-1]:
            sizes.append(min(people - sum(sizes), ceil(people * wave.percent / 100)))
        return [*sizes, people - sum(sizes)]


def steps_of(
    campaign: Campaign, *, now: datetime, cancel: timedelta, until: datetime | None, quiet: Quiet
) -> list[PlannedStep]:
    """The steps of a campaign approved now; none goes before the time to cancel, or in quiet hours.

    `until` is the last moment to respond.
    """
    plan = Plan.read(campaign.plan)
    begins = quiet.over(max(plan.at or now, now + cancel))
    waves = [Wave(100, begins)]
    if plan.first is not None and plan.first < 100:
        waves = [
            Wave(plan.first, begins),
            Wave(100 - plan.first, quiet.over(begins + _spread(plan))),
        ]
    steps = [PlannedStep(campaign.occasion, waves, plan.expires or until)]
    if plan.remind is not None and until is not None and campaign.occasion != REMINDER:
        steps.append(
            PlannedStep(
                REMINDER, [Wave(100, quiet.over(until - timedelta(days=plan.remind)))], until
            )
        )
    return steps


def _spread(plan: Plan) -> timedelta:
    return timedelta(hours=plan.spread or LONGEST_SPREAD)
