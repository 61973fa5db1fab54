"""What a resident may read of an opportunity, in their language where there is a
translation. Drafts are unseen.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlmodel import bindparam, col, func, select

from outreach.opportunities.deadline import TAKES_ANSWERS, is_over
from outreach.opportunities.edit import listed
from outreach.opportunities.opportunity import (
    Criterion,
    Opportunity,
    OpportunityPlace,
    Part,
    Requirement,
)
from outreach.opportunities.place import Place
from outreach.refusal import Refusal
from outreach.staff.staff import Staff
from outreach.store.query import pick, update
from outreach.store.unit import Unit

MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class OpportunityCard:
    """An opportunity in brief. `only_in`: the language it stands in, where there is no
    translation into the one that was asked for.
    """

    id: int
    version: int
    state: str
    direction: str
    title: str
    summary: str
    official: str
    answers_until: datetime | None
    themes: list[str]
    only_in: str
    notice: str
    leads: str
    cooperation: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of opportunities, and whether there are more."""

    cards: list[OpportunityCard]
    more: bool


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place that can be chosen."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PartView:
    """What can be taken by itself."""

    key: str
    title: str
    description: str
    budget_cents: int | None
    say: str


@dataclass(frozen=True, slots=True)
class RequirementView:
    """What is asked, of which kinds of party (none: of all), and what can be done instead."""

    id: int
    kinds: list[str]
    text: str
    alternative: str


@dataclass(frozen=True, slots=True)
class CriterionView:
    """What interests are weighed on; weight in per cent."""

    text: str
    weight: int


@dataclass(frozen=True, slots=True)
class OpportunityPage:
    """An opportunity in full."""

    card: OpportunityCard
    tender_id: str
    ocid: str
    description: str
    arrangement: str
    municipality_role: str
    contributions: list[str]
    origin: str
    places: list[str]
    duration: str
    value_cents: int | None
    currency: str
    opened_at: datetime | None
    questions_until: datetime | None
    starts_on: date | None
    checklist: dict[str, str]
    parts: list[PartView]
    requirements: list[RequirementView]
    criteria: list[CriterionView]


CARD_FIELDS = (
    Opportunity.id,
    Opportunity.version,
    Opportunity.state,
    Opportunity.direction,
    Opportunity.title,
    Opportunity.summary,
    func.coalesce(Staff.name, Opportunity.official).label("official"),
    Opportunity.answers_until,
    Opportunity.themes,
    Opportunity.language,
    Opportunity.translations,
    Opportunity.checklist,
    Opportunity.cooperation,
)
CARDS = (
    pick(*CARD_FIELDS)
    .select_from(Opportunity)
    .outerjoin(Staff, col(Staff.email) == col(Opportunity.official))
)
"""A contact official who is a colleague stands in the record by e-mail
address; people read the name.
"""
CARD = CARDS.where(Opportunity.id == bindparam("opportunity"), col(Opportunity.version) > 0)
OPEN = CARDS.where(TAKES_ANSWERS).order_by(
    col(Opportunity.opened_at).desc(), col(Opportunity.id).desc()
)
PLACED = pick(OpportunityPlace.opportunity_id, Place.code, Place.parent).join(
    Place, col(Place.id) == col(OpportunityPlace.place_id)
)
PLACES = pick(Place.id, Place.code, Place.name, Place.kind, Place.parent).order_by(
    col(Place.name), col(Place.code)
)
UNMET = (
    update(Requirement)
    .where(Requirement.id == bindparam("requirement"))
    .values(unmet=Requirement.unmet + 1)
)


def opportunity_card(unit: Unit, *, opportunity: int, language: str) -> OpportunityCard:
    """The opportunity in brief, closed as soon as its time is over; refuses one
    that residents may not see.
    """
    row = unit.run(CARD, {"opportunity": opportunity}).first()
    if row is None:
        raise Refusal("refusal-opportunity-unknown")
    card = _card(row, language)
    over = card.state == "open" and is_over(card.answers_until, unit.now)
    return replace(card, state="closed") if over else card


def opportunity_page(unit: Unit, *, opportunity: int, language: str) -> OpportunityPage:
    """The opportunity in full; refuses one that residents may not see."""
    card = opportunity_card(unit, opportunity=opportunity, language=language)
    row = unit.session.get_one(Opportunity, opportunity)
    words = _words(row, language)
    names = (
        select(Place.name)
        .join(OpportunityPlace)
        .where(OpportunityPlace.opportunity_id == opportunity)
    )
    return OpportunityPage(
        card=card,
        tender_id=row.tender_id,
        ocid=row.ocid,
        description=words.get("description") or row.description,
        arrangement=row.arrangement or "",
        municipality_role=row.municipality_role or "",
        contributions=row.contributions,
        origin=row.origin,
        places=list(unit.session.exec(names.order_by(Place.name)).all()),
        duration=words.get("duration") or row.duration,
        value_cents=row.value_cents,
        currency=row.currency,
        opened_at=row.opened_at,
        questions_until=row.questions_until,
        starts_on=row.starts_on,
        checklist={
            key: words.get(f"checklist.{key}") or answer for key, answer in row.checklist.items()
        },
        parts=[_part(part, language) for part in listed(unit, Part, opportunity)],
        requirements=[
            _requirement(item, language) for item in listed(unit, Requirement, opportunity)
        ],
        criteria=[_criterion(item, language) for item in listed(unit, Criterion, opportunity)],
    )


def open_opportunities(
    unit: Unit, *, language: str, place: str | None = None, theme: str | None = None
) -> list[OpportunityCard]:
    """What is open now, newest first; near a place: in it, in what it is part
    of, and in its own parts.
    """
    cards = [_card(row, language) for row in unit.readable(OPEN, {"now": unit.now})]
    near = None if place is None else _near(unit, place)
    return [
        card
        for card in cards
        if (near is None or card.id in near) and (theme is None or theme in card.themes)
    ]


def list_page(
    unit: Unit, *, language: str, place: str | None, theme: str | None, page: int, size: int = 5
) -> Listing:
    """One page of what is open, newest first."""
    cards = open_opportunities(unit, language=language, place=place, theme=theme)
    return Listing(cards[page * size : (page + 1) * size], len(cards) > (page + 1) * size)


def place_choices(unit: Unit) -> list[PlaceName]:
    """The districts, then the neighbourhoods, by name."""
    places = [place for place in all_places(unit) if place.kind != MUNICIPALITY]
    return [
        PlaceName(place.code, place.name) for place in sorted(places, key=lambda place: place.kind)
    ]


def requirements_for(
    unit: Unit, *, opportunity: int, kind: str, language: str
) -> list[RequirementView]:
    """What is asked of one kind of party."""
    asked = [_requirement(item, language) for item in listed(unit, Requirement, opportunity)]
    return [item for item in asked if not item.kinds or kind in item.kinds]


def part_choices(unit: Unit, *, opportunity: int, language: str) -> list[PartView]:
    """What can be taken by itself, part by part."""
    return [_part(part, language) for part in listed(unit, Part, opportunity)]


def all_places(unit: Unit) -> list[Place]:
    """Every place, by name."""
    return [
        Place(id=i, code=c, name=n, kind=k, parent=p, year=0) for i, c, n, k, p in unit.run(PLACES)
    ]


def count_unmet(unit: Unit, *, requirement: int) -> None:
    """Count that somebody cannot meet a requirement. No person is written down."""
    unit.run(UNMET, {"requirement": requirement})


def _near(unit: Unit, place: str) -> set[int]:
    parents = {code: parent for _, code, _, _, parent in unit.run(PLACES)}
    around = set(_upwards(place, parents))
    return {
        opportunity
        for opportunity, code, _ in unit.run(PLACED)
        if code in around or place in _upwards(code, parents)
    }


def _upwards(code: str | None, parents: dict[str, str | None]) -> list[str]:
    found: list[str] = []
    while code is not None and code not in found:
        found.append(code)
        code = parents.get(code)
    return found


def _card(row: Any, language: str) -> OpportunityCard:
    words = row.translations.get(language, {})
    return OpportunityCard(
        id=row.id,
        version=row.version,
        state=row.state,
        direction=row.direction or "informal",
        title=words.get("title") or row.title,
        summary=words.get("summary") or row.summary,
        official=row.official,
        answers_until=row.answers_until,
        themes=row.themes,
        only_in="" if row.language == language or words.get("title") else row.language,
        notice=row.checklist.get("notice", ""),
        leads=words.get("checklist.who_leads") or row.checklist.get("who_leads", ""),
        cooperation=row.cooperation,
    )


def _words(row: Any, language: str) -> dict[str, str]:
    return row.translations.get(language, {}) if row.translations else {}


def _part(part: Part, language: str) -> PartView:
    words = _words(part, language)
    description = words.get("description") or part.description
    return PartView(
        part.key,
        words.get("title") or part.title,
        description,
        part.budget_cents,
        words.get("say") or part.say,
    )


def _requirement(item: Requirement, language: str) -> RequirementView:
    words = _words(item, language)
    return RequirementView(
        item.id,
        item.kinds,
        words.get("text") or item.text,
        words.get("alternative") or item.alternative,
    )


def _criterion(item: Criterion, language: str) -> CriterionView:
    return CriterionView(_words(item, language).get("text") or item.text, item.weight)
