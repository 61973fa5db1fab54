"""The first page: every open opportunity, filtered by place and theme without any script."""

from dataclasses import dataclass

from aiohttp import web

from outreach.opportunities.card import OpportunityCard, all_places, open_opportunities, place_names
from outreach.opportunities.codes import THEMES
from outreach.opportunities.place import nested
from outreach.store.unit import Unit
from outreach.web.keys import STORE
from outreach.web.page import page, reader_language


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place in the filter; `depth` is how many places it lies in."""

    code: str
    name: str
    depth: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page shows. An unknown filter is ignored."""

    cards: list[OpportunityCard]
    where: dict[int, list[str]]
    places: list[PlaceChoice]
    themes: list[str]
    place: str | None
    theme: str | None


def overview(unit: Unit, *, language: str, place: str | None, theme: str | None) -> Overview:
    """Gather what is open, near a place and about a theme, with the choices for both filters."""
    places = [
        PlaceChoice(place.code, place.name, depth) for place, depth in nested(all_places(unit))
    ]
    every = open_opportunities(unit, language=language)
    themes = [code for code in THEMES if any(code in card.themes for card in every)]
    place = place if any(choice.code == place for choice in places) else None
    theme = theme if theme in THEMES else None
    cards = (
        open_opportunities(unit, language=language, place=place, theme=theme)
        if place or theme
        else every
    )
    return Overview(cards, place_names(unit), places, themes, place, theme)


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
    )
    return page(request, "overview.html", view=view, code=code)
