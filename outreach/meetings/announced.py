"""Meetings with what they are about: for those who follow from outside what is to come."""

from dataclasses import dataclass

from outreach.meetings.meeting import MeetingCard, meetings_shown
from outreach.opportunities.card import opportunity_card
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Announced:
    """A meeting, and the title of the opportunity that it is about."""

    meeting: MeetingCard
    title: str


def announced(unit: Unit, *, language: str) -> list[Announced]:
    """Return the meetings that are not over, also what was cancelled, the first one first."""
    return [
        Announced(
            meeting,
            opportunity_card(unit, opportunity=meeting.opportunity, language=language).title,
        )
        for meeting in meetings_shown(unit, opportunity=None)
    ]
