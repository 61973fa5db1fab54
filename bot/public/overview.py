"""The first page: every open opportunity, filtered by place and theme without any script."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from aiohttp import web

from outreach.clean import alike, clean
from outreach.opportunities.card import OpportunityCard, explored_opportunities, open_opportunities
from outreach.opportunities.codes import THEMES
from outreach.opportunities.deadline import days_left
from outreach.opportunities.nearby import FAR, Town, all_places, place_names, town_of
from outreach.opportunities.place import Place, nested
from outreach.opportunities.street import has_street_list, street_named
from outreach.store.unit import Unit
from outreach.web.keys import SETTINGS, STORE
from outreach.web.packed import packed
from outreach.web.page import page, reader_language

LONGEST_ASKED = 80
"""Letters of what somebody may fill in as a place."""
MOST_DAYS = 30
"""Above so many days left, only the date is said."""
POSTCODE = re.compile(r"[1-9][0-9]{3} ?([a-z]{2})?", re.IGNORECASE)
NO_END = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place to choose: in how many places it lies, and how many opportunities are near it."""

    code: str
    name: str
    depth: int
    count: int


@dataclass(frozen=True, slots=True)
class Listed:
    """An opportunity in the list: where it is, and for how many days if its end is near."""

    card: OpportunityCard
    places: list[str]
    days: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for: a place that we know, or else words, and a theme.

    Words may be a street or postcode; `within` are the places that it lies in, if there are
    several.
    """

    place: Place | None = None
    words: str = ""
    theme: str | None = None
    within: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """The places near which somebody looks."""
        return self.within if self.place is None else (self.place,)

    @property
    def postcode(self) -> bool:
        """True if the words are a postcode, of which nobody told us where it is."""
        return not self.places and POSTCODE.fullmatch(self.words) is not None

    @property
    def query(self) -> str:
        """What a link carries along, so that the way back leads to the same list."""
        return self.to().removeprefix("/")

    def to(self, **changed: str) -> str:
        """Return the address of the list, with another place (`plek`) or theme (`thema`)."""
        where = self.words or (self.place.code if self.place else "")
        asked = {"plek": where, "thema": self.theme or ""} | changed
        query = urlencode({name: said for name, said in asked.items() if said}, errors="replace")
        return f"/?{query}" if query else "/"


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page shows; the themes and places have how many opportunities they lead to."""

    listed: list[Listed]
    asked: Asked
    places: list[PlaceChoice]
    themes: Mapping[str, int]
    every: int
    drafts: list[Listed]
    """What people can help to make better before it opens; it takes nobody yet."""
    streets: bool
    """Whether streets and postcodes are known."""


def overview(
    unit: Unit,
    *,
    language: str,
    place: str | None = None,
    theme: str | None = None,
    zone: ZoneInfo,
) -> Overview:
    """Gather what is open, near a place and about a theme, with the choices for both.

    A street or postcode stands for the places that it lies in. An unknown place is looked for in
    the words of the opportunities; an unknown theme is ignored.
    """
    places, names = all_places(unit), place_names(unit)
    town = town_of(unit, places=places)
    asked = _asked(unit, town, place or "", theme)
    cards = open_opportunities(unit, language=language)
    here = _near(town, asked, cards)
    order = sorted(THEMES, key=lambda code: code != asked.theme)
    themes = {code: sum(code in card.themes for card in here) for code in order}
    about = [card for card in cards if asked.theme is None or asked.theme in card.themes]
    counts = town.counts(card.id for card in about)
    return Overview(
        [
            Listed(card, names.get(card.id, []), days_near(card, unit.now, zone))
            for card in here
            if asked.theme is None or asked.theme in card.themes
        ],
        asked,
        [
            PlaceChoice(one.code, one.name, depth, counts[one.code])
            for one, depth in nested(places)
            if one.code in counts
        ],
        {code: count for code, count in themes.items() if count or code == asked.theme},
        len(here),
        _drafts(unit, language, names),
        has_street_list(unit),
    )


def days_near(card: OpportunityCard, now: datetime, zone: ZoneInfo) -> int | None:
    """Return how many days are left to answer, if there are so few that it should be said."""
    # a day beyond the calendar is never counted to
    if card.answers_until is None or card.answers_until - now > timedelta(days=MOST_DAYS + 1):
        return None
    left = days_left(card.answers_until, now, zone)
    return left if left <= MOST_DAYS else None


def _drafts(unit: Unit, language: str, names: Mapping[int, list[str]]) -> list[Listed]:
    cards = explored_opportunities(unit, language=language)
    return [Listed(card, names.get(card.id, []), None) for card in cards]


def _asked(unit: Unit, town: Town, given: str, theme: str | None) -> Asked:
    words = clean(given, None)[:LONGEST_ASKED].strip()
    place = town.called(words) if words else None
    known = theme if theme in THEMES else None
    if place is not None or not words:
        return Asked(place, "", known)
    street = street_named(unit, text=words)
    if street is None:
        return Asked(None, words, known)
    within = [town.places[code] for code in street.codes if code in town.places]
    # its name as the list has it: a house number goes no further
    return Asked(within[0] if len(within) == 1 else None, street.name, known, tuple(within))


def _near(town: Town, asked: Asked, cards: list[OpportunityCard]) -> list[OpportunityCard]:
    """Return what is near the place, nearest first and then by what ends first.

    What names the street that somebody asked for comes before all.
    """
    if not asked.words and not asked.places:
        return cards
    wanted = alike(asked.words)
    named = [card for card in cards if wanted and wanted in alike(f"{card.title} {card.summary}")]
    if not asked.places:
        return named
    ways = [town.distances(place.code) for place in asked.places]
    far = {card.id: min(town.distance(card.id, way) for way in ways) for card in cards}
    far |= {card.id: -1 for card in named}
    near = [card for card in cards if far[card.id] < FAR]
    return sorted(near, key=lambda card: (far[card.id], card.answers_until or NO_END))


async def show_overview(request: web.Request) -> web.Response:
    """Show what is open now."""
    return await answer_with_overview(request)


async def answer_with_overview(request: web.Request, code: str | None = None) -> web.Response:
    """Answer with what is open now; `code` is the trail that led here."""
    view = await request.app[STORE].read(
        overview,
        language=reader_language(request),
        place=request.query.get("plek"),
        theme=request.query.get("thema"),
        zone=request.app[SETTINGS].zone_info,
    )
    return packed(page(request, "overview.html", view=view, code=code))
