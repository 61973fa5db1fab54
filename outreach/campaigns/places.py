"""Remove a place from the list, unless something still uses it.

The database knows every use but the audiences of campaigns.
"""

from sqlmodel import bindparam, col

from outreach.campaigns.campaign import Campaign
from outreach.opportunities.place import NamedPlace, Place, look_up, the_place
from outreach.refusal import Refusal
from outreach.store.errors import RowFailed
from outreach.store.events import record
from outreach.store.query import delete, pick
from outreach.store.unit import Unit

CAMPAIGN_AUDIENCES = pick(Campaign.id, Campaign.audience).order_by(col(Campaign.id))
PLACE_INSIDE = (
    pick(Place.name)
    .where(Place.parent == bindparam("place_code"))
    .distinct()
    .order_by(col(Place.name))
)
PLACE_REMOVE = delete(Place).where(Place.code == bindparam("place_code"))
SHOWN = 5
"""How many of the places inside a place are named."""


def remove_place(unit: Unit, *, given: str) -> NamedPlace:
    """Remove a place, by code or name, in all its years; refuses one that is still used."""
    found = the_place(given, look_up(unit, names=[given])[given])
    named = {"given": found.name, "code": found.code}
    if inside := list(unit.run(PLACE_INSIDE, {"place_code": found.code}).scalars()):
        raise Refusal("refusal-place-parent", **named, count=len(inside), inside=inside[:SHOWN])
    # Campaigns that were sent count too: they are shown with the names of their places, and can be
    # copied.
    campaigns = [
        number
        for number, audience in unit.run(CAMPAIGN_AUDIENCES)
        if found.code in audience.get("places", ())
    ]
    if campaigns:
        raise Refusal("refusal-place-audience", **named, campaigns=campaigns)
    try:
        with unit.trial():
            unit.run(PLACE_REMOVE, {"place_code": found.code})
    except RowFailed as error:
        # An opportunity, somebody's neighbourhood or a venue.
        raise Refusal("refusal-place-used", **named) from error
    record(unit, "place.removed", place=found.id)
    return found
