"""What a resident may read of an opportunity, in their language if it is translated.

Drafts are unseen, unless they are explored.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any, TypeVar

from sqlmodel import bindparam, col, func

from outreach.opportunities.codes import EXPLORING
from outreach.opportunities.deadline import TAKES_ANSWERS, is_over
from outreach.opportunities.facts import ITEMS, STORED, WORDS
from outreach.opportunities.items import items_of
from outreach.opportunities.opportunity import Opportunity, OpportunityPlace, Requirement
from outreach.opportunities.picture import PICTURE_FACTS, Picture, PictureView, view_of
from outreach.opportunities.place import Place, around
from outreach.opportunities.questions import answer_fact, is_intention
from outreach.refusal import Refusal
from outreach.staff.staff import Staff
from outreach.store.among import among
from outreach.store.query import pick, update
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class OpportunityCard:
    """An opportunity in brief.

    `only_in` is its own language, if it is not translated into the one that was asked for.
    `intention`: only one party is expected, and others may say that they want it too.
    `plan_until`: it works in two steps, and who is invited writes a plan until then.
    """

    id: int
    version: int
    state: str
    direction: str
    title: str
    summary: str
    official: str
    answers_until: datetime | None
    plan_until: datetime | None
    themes: list[str]
    only_in: str
    notice: str
    leads: str
    intention: bool
    cooperation: bool
    duration: str
    value_cents: int | None
    currency: str
    photo: PictureView | None

    @property
    def drawn(self) -> str:
        """What changes when its picture does: a messenger may keep one picture for ever."""
        until = self.answers_until if self.state == "open" else None
        photo = () if self.photo is None else (self.photo.sha256,)
        shown = (self.title, until, *self.themes, *photo)
        return sha256(repr(shown).encode()).hexdigest()[:8]


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
    """What is asked, the kinds of party (none: all), and what can be done instead."""

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
    """An opportunity in full; `chosen` are the answers of the checklist that are codes."""

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
    plan_asks: str
    answer_days: int
    starts_on: date | None
    checklist: dict[str, str]
    chosen: dict[str, str]
    parts: list[PartView]
    requirements: list[RequirementView]
    criteria: list[CriterionView]


V = TypeVar("V", PartView, RequirementView, CriterionView)
CARD_FACTS = [field.name for field in fields(OpportunityCard) if field.name in STORED]
PAGE_FACTS = [field.name for field in fields(OpportunityPage) if field.name in STORED]
"""The facts that stand in a card and on a page under their own names."""
PAGE_COLUMNS = dict.fromkeys(
    ("id", "tender_id", "ocid", "opened_at", "checklist", "translations", *PAGE_FACTS)
)
SHOWN = func.coalesce(Staff.name, Opportunity.official).label("official")
"""A contact official who is a colleague stands in the record by address; people read the name."""
CARDS = (
    pick(
        Opportunity.id,
        Opportunity.version,
        Opportunity.state,
        Opportunity.language,
        Opportunity.translations,
        Opportunity.checklist,
        Opportunity.arrangement,
        *(SHOWN if name == "official" else getattr(Opportunity, name) for name in CARD_FACTS),
        *PICTURE_FACTS,
    )
    .select_from(Opportunity)
    .outerjoin(Staff, col(Staff.email) == Opportunity.official)
    .outerjoin(Picture, col(Picture.opportunity_id) == col(Opportunity.id))
)
CARD_OF_OPPORTUNITY = CARDS.where(
    Opportunity.id == bindparam("opportunity"), Opportunity.version > 0
)
CARDS_EXPLORED = CARDS.where(Opportunity.state == EXPLORING).order_by(
    col(Opportunity.changed_at).desc(), col(Opportunity.id).desc()
)
CARDS_OPEN = CARDS.where(TAKES_ANSWERS).order_by(
    col(Opportunity.opened_at).desc(), col(Opportunity.id).desc()
)
OPPORTUNITY_OPEN = pick(Opportunity.id).where(
    Opportunity.id == bindparam("opportunity"), Opportunity.version > 0, TAKES_ANSWERS
)
PAGE_OF_OPPORTUNITY = pick(*(getattr(Opportunity, name) for name in PAGE_COLUMNS)).where(
    Opportunity.id == bindparam("opportunity")
)
OPPORTUNITIES_IN = pick(OpportunityPlace.opportunity_id).where(
    among(col(OpportunityPlace.place_id), "places")
)
PLACE_NAMES_OF_OPPORTUNITY = (
    pick(Place.name)
    .join(OpportunityPlace, col(Place.id) == OpportunityPlace.place_id)
    .where(OpportunityPlace.opportunity_id == bindparam("opportunity"))
    .order_by(Place.name)
)
REQUIREMENT_UNMET = (
    update(Requirement)
    .where(Requirement.id == bindparam("requirement"))
    .values(unmet=Requirement.unmet + 1)
)


def opportunity_card(unit: Unit, *, opportunity: int, language: str) -> OpportunityCard:
    """Return the opportunity in brief; refuses a draft. It is closed once its time is over."""
    row = unit.run(CARD_OF_OPPORTUNITY, {"opportunity": opportunity}).first()
    if row is None:
        raise Refusal("refusal-opportunity-unknown")
    card = _card(row, language)
    over = card.state == "open" and is_over(card.answers_until, unit.now)
    return replace(card, state="closed") if over else card


def titles_of(unit: Unit, *, opportunity: int, languages: Iterable[str]) -> dict[str, str]:
    """Return the title of an opportunity by language; refuses a draft."""
    return {
        one: opportunity_card(unit, opportunity=opportunity, language=one).title
        for one in languages
    }


def is_open(unit: Unit, *, opportunity: int) -> bool:
    """True if an opportunity can be read, and takes answers now."""
    values = {"opportunity": opportunity, "now": unit.now}
    return unit.run(OPPORTUNITY_OPEN, values).first() is not None


def opportunity_page(unit: Unit, *, opportunity: int, language: str) -> OpportunityPage:
    """The opportunity in full; refuses one that residents may not see."""
    card = opportunity_card(unit, opportunity=opportunity, language=language)
    of = {"opportunity": opportunity}
    row = unit.run(PAGE_OF_OPPORTUNITY, of).one()
    words = _words(row, language)
    answers, chosen = _apart(row.checklist)
    facts = _said(row, words, PAGE_FACTS, WORDS)
    facts |= {
        "arrangement": row.arrangement or "",
        "municipality_role": row.municipality_role or "",
        "checklist": {key: words.get(f"checklist.{key}") or said for key, said in answers.items()},
        "chosen": chosen,
    }
    return OpportunityPage(
        card=card,
        tender_id=row.tender_id,
        ocid=row.ocid,
        opened_at=row.opened_at,
        places=unit.run(PLACE_NAMES_OF_OPPORTUNITY, of).scalars(),
        parts=part_choices(unit, opportunity=opportunity, language=language),
        requirements=_items(unit, RequirementView, "requirements", opportunity, language),
        criteria=_items(unit, CriterionView, "criteria", opportunity, language),
        **facts,
    )


def open_opportunities(
    unit: Unit, *, language: str, place: str | None = None, theme: str | None = None
) -> list[OpportunityCard]:
    """Return what is open now, newest first; `place` also finds what lies around it."""
    cards = [_card(row, language) for row in unit.readable(CARDS_OPEN, {"now": unit.now})]
    near = None
    if place is not None:
        near = set(unit.run(OPPORTUNITIES_IN, {"places": around(unit, code=place)}).scalars())
    return [
        card
        for card in cards
        if (near is None or card.id in near) and (theme is None or theme in card.themes)
    ]


def explored_opportunities(unit: Unit, *, language: str) -> list[OpportunityCard]:
    """Return the drafts that people can read and say something of, changed last first."""
    return [_card(row, language) for row in unit.readable(CARDS_EXPLORED, {})]


def requirements_for(
    unit: Unit, *, opportunity: int, kind: str, language: str
) -> list[RequirementView]:
    """What is asked of one kind of party."""
    asked = _items(unit, RequirementView, "requirements", opportunity, language)
    return [item for item in asked if not item.kinds or kind in item.kinds]


def part_choices(unit: Unit, *, opportunity: int, language: str) -> list[PartView]:
    """What can be taken by itself, part by part."""
    return _items(unit, PartView, "parts", opportunity, language)


def count_unmet(unit: Unit, *, requirement: int) -> None:
    """Count that somebody cannot meet a requirement. No person is written down."""
    unit.run(REQUIREMENT_UNMET, {"requirement": requirement})


def _card(row: Any, language: str) -> OpportunityCard:
    words = _words(row, language)
    facts = _said(row, words, CARD_FACTS, WORDS)
    facts |= {"official": row.official, "direction": row.direction or "informal"}
    return OpportunityCard(
        id=row.id,
        version=row.version,
        state=row.state,
        only_in="" if row.language == language or words.get("title") else row.language,
        notice=row.checklist.get("notice", ""),
        intention=is_intention(row.arrangement, row.checklist),
        photo=None if row.sha256 is None else view_of(row, language),
        leads=words.get("checklist.who_leads") or row.checklist.get("who_leads", ""),
        **facts,
    )


def _said(
    row: Any, words: Mapping[str, str], names: Iterable[str], translated: Container[str]
) -> dict[str, Any]:
    """Return facts of a row, in the words of a translation if there are."""
    return {name: (name in translated and words.get(name)) or getattr(row, name) for name in names}


def _apart(answers: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Part the answers in words from those that were chosen from codes."""
    codes = {key for key in answers if answer_fact(key).codes}
    return (
        {key: said for key, said in answers.items() if key not in codes},
        {key: said for key, said in answers.items() if key in codes and said},
    )


def _words(row: Any, language: str) -> dict[str, str]:
    return row.translations.get(language, {}) if row.translations else {}


def _items(unit: Unit, view: type[V], name: str, opportunity: int, language: str) -> list[V]:
    names = [field.name for field in fields(view)]
    translated = {fact.name for fact in ITEMS[name] if fact.translated}
    return [
        view(**_said(item, _words(item, language), names, translated))
        for item in items_of(unit, name, opportunity)
    ]
