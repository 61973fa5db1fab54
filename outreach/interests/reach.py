"""How a party asked to be reached: the one thing in a shared record that is one member's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col

from outreach.interests.interest import InterestChange
from outreach.store.among import among
from outreach.store.query import pick
from outreach.store.unit import Unit

FIELD = "reach"
INTEREST_CHANGE_OF_REACH = (
    pick(InterestChange.id, InterestChange.interest_id, InterestChange.actor)
    .where(
        among(col(InterestChange.interest_id), "interests"),
        InterestChange.field == FIELD,
    )
    .order_by(col(InterestChange.id))
)


@dataclass(frozen=True, slots=True)
class Reach:
    """Who typed `reach`: per interest the present value, per change the value before it."""

    now: dict[int, str]
    before: dict[int, str]

    def by(self, person: int) -> tuple[list[int], list[int]]:
        """Return the interests this person's value stands in, and the changes that replaced one."""
        who = f"person:{person}"
        return [id for id, by in self.now.items() if by == who], [
            id for id, by in self.before.items() if by == who
        ]


def reach_typed(unit: Unit, *, interests: Sequence[int]) -> Reach:
    """Return who typed how these parties are reached, now and before.

    Each change ends the value of the change before it.
    """
    now: dict[int, str] = {}
    before: dict[int, str] = {}
    for change, interest, actor in unit.run(INTEREST_CHANGE_OF_REACH, {"interests": interests}):
        if interest in now:
            before[change] = now[interest]
        now[interest] = actor
    return Reach(now, before)
