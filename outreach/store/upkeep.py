"""How the clockwork fares: which tick fails, since when, and when it last did what it is for."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, bindparam, col

from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import Event
from outreach.store.query import delete, pick, update
from outreach.store.unit import Unit

BACKUP = "back_up"
"""The tick that makes a backup each day."""
BACKUP_TERM = timedelta(days=2)
"""How long an installation goes without a good backup before that is a fault."""

PROBE = "probe"
"""The name of a row that is never stored: with it is tried whether anything can be."""


class Tick(SQLModel, table=True):
    """A tick of the clockwork that failed once, or made a backup.

    `failures` counts all, `in_a_row` those since it went well; `error` is the name of the
    last error, never its words.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    good_at: datetime | None = Field(default=None, sa_type=Moment)
    failing_since: datetime | None = Field(default=None, sa_type=Moment)
    failures: int = 0
    in_a_row: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What is known of a tick."""

    name: str
    good_at: datetime | None
    failing_since: datetime | None
    failures: int
    in_a_row: int
    error: str | None


TICK_ADD = insert(Tick)
TICK_FAILED = TICK_ADD.on_conflict_do_update(
    index_elements=[col(Tick.name)],
    set_={
        "failures": col(Tick.failures) + 1,
        "in_a_row": col(Tick.in_a_row) + 1,
        "error": TICK_ADD.excluded.error,
    },
)
TICK_FAILING_SINCE = (
    update(Tick)
    .where(Tick.name == bindparam("tick"), col(Tick.failing_since).is_(None))
    .values(failing_since=bindparam("at"))
)
TICK_DONE = TICK_ADD.on_conflict_do_update(
    index_elements=[col(Tick.name)],
    set_={
        "good_at": TICK_ADD.excluded.good_at,
        "failing_since": None,
        "in_a_row": 0,
        "error": None,
    },
)
TICK_DELETE = delete(Tick).where(Tick.name == bindparam("tick"))
TICK_FAILS = pick(Tick.id).where(
    Tick.name == bindparam("tick"), col(Tick.failing_since).is_not(None)
)
TICK_GOOD_AT = pick(Tick.good_at).where(Tick.name == bindparam("tick"))
EVENT_FIRST = pick(Event.at).order_by(col(Event.id)).limit(1)
TICK_LIST = pick(
    Tick.name, Tick.good_at, Tick.failing_since, Tick.failures, Tick.in_a_row, Tick.error
).order_by(col(Tick.name))


def tick_failed(unit: Unit, *, name: str, error: str) -> None:
    """Note that a tick failed, and with which kind of error."""
    unit.run(TICK_FAILED, {"name": name, "failures": 1, "in_a_row": 1, "error": error})
    unit.run(TICK_FAILING_SINCE, {"tick": name, "at": unit.now})


def tick_done(unit: Unit, *, name: str) -> None:
    """Note that a tick succeeded."""
    unit.run(TICK_DONE, {"name": name, "good_at": unit.now, "failures": 0, "in_a_row": 0})


def try_to_write(unit: Unit, *, size: int) -> None:
    """Write a row of this size and delete it: this fails if the disk is full, and nothing grows."""
    unit.run(TICK_ADD, {"name": PROBE, "failures": 0, "in_a_row": 0, "error": "x" * size})
    unit.run(TICK_DELETE, {"tick": PROBE})


def is_failing(unit: Unit, *, name: str) -> bool:
    """True if a tick failed the last time."""
    return unit.run(TICK_FAILS, {"tick": name}).first() is not None


def last_backup(unit: Unit) -> datetime | None:
    """Return when the last good backup was made; one with a date to come is from a wrong clock."""
    made: datetime | None = unit.run(TICK_GOOD_AT, {"tick": BACKUP}).scalar()
    return made if made is not None and made <= unit.now else None


def backup_overdue(unit: Unit) -> bool:
    """True if the last good backup, or else the first event, is longer ago than the term."""
    since = last_backup(unit) or unit.run(EVENT_FIRST).scalar()
    return since is not None and unit.now - since > BACKUP_TERM


def upkeep(unit: Unit) -> list[Upkeep]:
    """Return what is known of the ticks."""
    return [Upkeep(*row) for row in unit.run(TICK_LIST)]
