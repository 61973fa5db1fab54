"""Draw the lot of an opportunity among those who took part, once; again it gives the same."""

from dataclasses import dataclass

from sqlmodel import bindparam, col

from content.texts import Named
from outreach.interests.interest import INTERESTED, Interest
from outreach.opportunities.draw import DRAW_KEEP, Draw, divides_by_lot, find_draw, order_of
from outreach.opportunities.edit import get_opportunity
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit

INTERESTS_IN_ORDER = (
    pick(Interest.id)
    .where(Interest.opportunity_id == bindparam("opportunity"), INTERESTED)
    .order_by(col(Interest.id))
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One place in the order: its number in the draw, and the interest that has it."""

    place: int
    number: int
    interest: int


def draw_lot(unit: Unit, *, opportunity: int) -> Draw:
    """Draw among the interests that stand, and make the seed public; one that was drawn stays.

    Refuses a record that is not divided by lot, and one that still takes answers.
    """
    row = get_opportunity(unit, opportunity=opportunity)
    draw = find_draw(unit, opportunity=opportunity)
    if draw is None or not (draw.drawn_at or divides_by_lot(row)):
        raise Refusal("refusal-no-lot", given=row.tender_id)
    if draw.drawn_at is not None:
        return draw
    if row.state != "closed":
        raise Refusal("refusal-lot-open", state=Named("state", row.state))
    entries = unit.run(INTERESTS_IN_ORDER, {"opportunity": opportunity}).scalars()
    unit.run(DRAW_KEEP, {"opportunity": opportunity, "at": unit.now, "interests": entries})
    record(unit, "opportunity.drawn", opportunity=opportunity)
    return draw.model_copy(update={"drawn_at": unit.now, "entries": entries})


def ranking(draw: Draw) -> list[Ranked]:
    """Return the order of a draw with whose each number is; empty before it was drawn."""
    if draw.drawn_at is None:
        return []
    numbers = enumerate(order_of(draw.seed, len(draw.entries)), 1)
    return [Ranked(place, number, draw.entries[number - 1]) for place, number in numbers]


def rank_of(unit: Unit, *, opportunity: int, interest: int) -> Ranked | None:
    """Return the number and the place of an interest in the lot; None if it took part in none."""
    draw = find_draw(unit, opportunity=opportunity)
    ranked = [] if draw is None else ranking(draw)
    return next((each for each in ranked if each.interest == interest), None)
