"""All places: how they are called, which can be chosen, lie near each other, and what is there."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlmodel import col

from outreach.clean import alike
from outreach.opportunities.opportunity import OpportunityPlace
from outreach.opportunities.place import Place
from outreach.store.query import pick
from outreach.store.unit import Unit

MUNICIPALITY = "municipality"
FAR = 9
"""The distance of an opportunity that is not near at all."""
PLACE_NAMES = (
    pick(OpportunityPlace.opportunity_id, Place.name)
    .join(Place, col(Place.id) == col(OpportunityPlace.place_id))
    .order_by(col(Place.name))
)
PLACES_BY_NAME = pick(Place.id, Place.code, Place.name, Place.kind, Place.parent).order_by(
    Place.name, Place.code
)
PLACE_CODES = pick(OpportunityPlace.opportunity_id, Place.code).join(
    Place, col(Place.id) == col(OpportunityPlace.place_id)
)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place that can be chosen."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Town:
    """All places by code, the newest year of each, and where each opportunity is."""

    places: Mapping[str, Place]
    codes: Mapping[int, Collection[str]]

    def distances(self, code: str) -> dict[str, int]:
        """Return how far places are from one: nought in it, a step for each that it lies in."""
        ways = {inside: 0 for inside in self.places if code in self.around(inside)}
        return ways | {outer: steps for steps, outer in enumerate(self.around(code))}

    def around(self, code: str) -> list[str]:
        """Return a place and all that it lies in, the smallest first."""
        found: list[str] = []
        here: str | None = code
        while here is not None and here in self.places and here not in found:
            found.append(here)
            here = self.places[here].parent
        return found

    def distance(self, opportunity: int, distances: Mapping[str, int]) -> int:
        """Return how far an opportunity is by such distances; FAR if it is not near."""
        near = (distances.get(code, FAR) for code in self.codes.get(opportunity, ()))
        return min(near, default=FAR)

    def counts(self, opportunities: Iterable[int]) -> dict[str, int]:
        """Return for each place how many of these opportunities are near it, if there are any."""
        counts: dict[str, int] = {}
        inside: dict[str, list[str]] = {}
        for code in self.places:
            for outer in self.around(code):
                inside.setdefault(outer, []).append(code)
        for opportunity in opportunities:
            own = [code for code in self.codes.get(opportunity, ()) if code in self.places]
            near = {one for code in own for one in [*self.around(code), *inside[code]]}
            for code in near:
                counts[code] = counts.get(code, 0) + 1
        return counts

    def called(self, given: str) -> Place | None:
        """Return the place that somebody means by its code or name; the largest of several."""
        known = self.places.get(given.strip().upper())
        wanted = alike(given)
        named = (place for place in self.places.values() if alike(place.name) == wanted)
        return known or min(named, key=lambda place: len(self.around(place.code)), default=None)


def town_of(unit: Unit, *, places: Iterable[Place]) -> Town:
    """Gather where all opportunities are among these places."""
    codes: dict[int, list[str]] = {}
    for opportunity, code in unit.run(PLACE_CODES):
        codes.setdefault(opportunity, []).append(code)
    return Town({place.code: place for place in places}, codes)


def all_places(unit: Unit) -> list[Place]:
    """Every place, by name."""
    return [
        Place(id=i, code=c, name=n, kind=k, parent=p, year=0)
        for i, c, n, k, p in unit.run(PLACES_BY_NAME)
    ]


def place_names(unit: Unit) -> dict[int, list[str]]:
    """Return the names of the places of each opportunity, by the opportunity's id."""
    names: dict[int, list[str]] = {}
    for opportunity, name in unit.run(PLACE_NAMES):
        names.setdefault(opportunity, []).append(name)
    return names


def place_choices(unit: Unit) -> list[PlaceName]:
    """The districts, then the neighbourhoods, by name."""
    places = [place for place in all_places(unit) if place.kind != MUNICIPALITY]
    return [
        PlaceName(place.code, place.name) for place in sorted(places, key=lambda place: place.kind)
    ]
