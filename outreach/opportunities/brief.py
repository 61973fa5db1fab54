"""Opportunities as they are shown on cards: in brief, and where they are."""

from dataclasses import dataclass

from outreach.opportunities.card import (
    PLACE_NAMES_OF_OPPORTUNITY,
    OpportunityCard,
    explored_opportunities,
    open_opportunities,
    opportunity_card,
)
from outreach.opportunities.nearby import place_names
from outreach.refusal import Refusal
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Brief:
    """An opportunity in brief, with the names of its places."""

    card: OpportunityCard
    places: list[str]


@dataclass(frozen=True, slots=True)
class Briefs:
    """One page of opportunities, and whether there are more."""

    found: list[Brief]
    more: bool


def seen_card(unit: Unit, *, opportunity: int, language: str) -> OpportunityCard | None:
    """Return an opportunity in brief; None if residents may not see it."""
    try:
        return opportunity_card(unit, opportunity=opportunity, language=language)
    except Refusal:
        return None


def opportunity_brief(unit: Unit, *, opportunity: int, language: str) -> Brief:
    """Return what stands on the card of an opportunity; refuses a draft."""
    card = opportunity_card(unit, opportunity=opportunity, language=language)
    places = unit.run(PLACE_NAMES_OF_OPPORTUNITY, {"opportunity": opportunity}).scalars()
    return Brief(card, places)


def page_of_briefs(
    unit: Unit, *, language: str, place: str | None, theme: str | None, page: int, size: int
) -> Briefs:
    """One page of what is open, newest first."""
    cards = open_opportunities(unit, language=language, place=place, theme=theme)
    return _cut(unit, cards, page, size)


def page_of_drafts(unit: Unit, *, language: str, page: int, size: int) -> Briefs:
    """One page of the drafts that are explored, changed last first."""
    return _cut(unit, explored_opportunities(unit, language=language), page, size)


def _cut(unit: Unit, cards: list[OpportunityCard], page: int, size: int) -> Briefs:
    end = (page + 1) * size
    places = place_names(unit) if cards else {}
    found = [Brief(card, places.get(card.id, [])) for card in cards[page * size : end]]
    return Briefs(found, len(cards) > end)
