"""Where somebody lives or looks, by a street or postcode in a text; which of several is asked."""

from dataclasses import dataclass
from typing import Any

from bot.heard import Heard
from bot.meaning import NEAR, Answer, Around, Meaning
from bot.speech import COMMAND_MARK, LABEL
from bot.steps import Ask, Say
from content.message import Option
from outreach.delivery.fit import shorten
from outreach.opportunities.nearby import all_places
from outreach.opportunities.street import POSTCODE_FORM, places_of, street_named
from outreach.store.unit import Unit

WHERE = ("welcome-place", "welcome-street")
"""Questions where somebody lives."""
MOST_PLACES = 5
"""So many are offered of those in which a street lies, or a part of a town."""


@dataclass(frozen=True, slots=True)
class Located:
    """What a street or postcode means, or the places to choose from if it lies in several."""

    meaning: Meaning | None = None
    said: tuple[Say, ...] = ()
    offers: tuple[Option, ...] = ()


def located(unit: Unit, text: str, key: str | None, *, sure: bool = False) -> Located | None:
    """Return what a text means at a question by the street or postcode that it names.

    `sure`: only where a street is asked for, or a postcode is named.
    """
    if sure and key not in WHERE and not POSTCODE_FORM.search(text):
        return None
    found = street_named(unit, text=text)
    places = [] if found is None else places_of(unit, codes=found.codes)
    if found is None or not places:
        return None
    if len(places) == 1:
        return Located(_placed(places[0].code, key))
    offers = (
        Option(f"{COMMAND_MARK}{NEAR}{place.id}", shorten(place.name, LABEL))
        for place in places[:MOST_PLACES]
    )
    return Located(said=(Say("talk-street", street=found.name),), offers=tuple(offers))


def near(unit: Unit, place: int, ask: Ask[Any] | None) -> Meaning | None:
    """Return what it means that this place, by its number, is chosen; None if it is gone."""
    code = next((one.code for one in all_places(unit) if one.id == place), None)
    return None if code is None else _placed(code, None if ask is None else ask.key)


def _placed(code: str, key: str | None) -> Meaning:
    return Answer(Heard(choice=code)) if key in WHERE else Around(place=code)
