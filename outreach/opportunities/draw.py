"""A lot that is drawn openly: the seed is published as a hash beforehand, then itself.

Anyone can draw again: number `n` has its place by SHA-256 of "SEED:n", the lowest first. Who made
the seed did not know who would take part, and cannot change it afterwards.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, bindparam, col

from outreach.opportunities.opportunity import Opportunity
from outreach.opportunities.questions import asked
from outreach.refusal import Refusal
from outreach.store.columns import Json, Moment
from outreach.store.query import pick, update
from outreach.store.unit import Unit

LOT = "lot"
"""The way of dividing that is a draw."""
SEED_BYTES = 32


class Draw(SQLModel, table=True):
    """The draw of an opportunity: its seed is secret until it was drawn.

    `entries` are the interests that took part, in the order in which they came in: the first has
    number 1.
    """

    opportunity_id: int = Field(foreign_key="opportunity.id", primary_key=True)
    seed: str
    digest: str
    made_at: datetime = Field(sa_type=Moment)
    drawn_at: datetime | None = Field(default=None, sa_type=Moment)
    entries: list[int] = Field(default_factory=list, sa_type=Json(list[int]))


@dataclass(frozen=True, slots=True)
class Published:
    """What everybody may read of a draw; the seed and the order only once it was drawn."""

    digest: str
    drawn_at: datetime | None
    seed: str
    order: list[int]


DRAW_ADD = insert(Draw).on_conflict_do_nothing()
DRAW_OF_OPPORTUNITY = pick(*(getattr(Draw, name) for name in Draw.model_fields)).where(
    Draw.opportunity_id == bindparam("opportunity")
)
DRAW_KEEP = (
    update(Draw)
    .where(Draw.opportunity_id == bindparam("opportunity"), col(Draw.drawn_at).is_(None))
    .values(drawn_at=bindparam("at"), entries=bindparam("interests", type_=Json(list[int])))
)


def digest_of(seed: str) -> str:
    """Return the hash by which a seed is published before the draw."""
    return sha256(seed.encode()).hexdigest()


def order_of(seed: str, count: int) -> list[int]:
    """Return the numbers from 1 to `count` in the order that a seed gives."""
    return sorted(
        range(1, count + 1), key=lambda number: sha256(f"{seed}:{number}".encode()).hexdigest()
    )


def divides_by_lot(row: Opportunity) -> bool:
    """True if the money of a record is divided by lot."""
    wanted = asked(row.direction, row.arrangement, row.checklist).questions
    return "division" in wanted and row.checklist.get("division") == LOT


def prepare_draw(unit: Unit, row: Opportunity) -> None:
    """Make the seed of a record that is divided by lot, once; only its hash can be read."""
    if divides_by_lot(row):
        seed = secrets.token_hex(SEED_BYTES)
        facts = {"opportunity_id": row.id, "seed": seed, "digest": digest_of(seed)}
        unit.run(DRAW_ADD, facts | {"made_at": unit.now, "drawn_at": None, "entries": []})


def require_undrawn(unit: Unit, row: Opportunity) -> None:
    """Refuse to let others come in once the lot was drawn: they would have no place in it."""
    draw = find_draw(unit, opportunity=row.id)
    if draw is not None and draw.drawn_at is not None:
        raise Refusal("refusal-lot-drawn", given=row.tender_id)


def find_draw(unit: Unit, *, opportunity: int) -> Draw | None:
    """Return the draw of an opportunity, if there is one."""
    row = unit.run(DRAW_OF_OPPORTUNITY, {"opportunity": opportunity}).first()
    return None if row is None else Draw(**row._asdict())


def published_draw(unit: Unit, *, opportunity: int) -> Published | None:
    """Return what everybody may read of the draw of an opportunity, if there is one."""
    draw = find_draw(unit, opportunity=opportunity)
    if draw is None:
        return None
    drawn = draw.drawn_at is not None
    order = order_of(draw.seed, len(draw.entries)) if drawn else []
    return Published(draw.digest, draw.drawn_at, draw.seed if drawn else "", order)
