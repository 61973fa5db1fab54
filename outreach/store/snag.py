"""One bad row may not hold up its neighbours: it is passed over, noted, and tried again later.

Work in portions (the clockwork, the sender) hands its rows to `each`. An error that is not a row's
fault (a full disk, a lock) still fails all of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, insert
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col, or_

from outreach.store.among import among
from outreach.store.columns import NUMBERED, Moment
from outreach.store.errors import RowFailed
from outreach.store.query import delete, pick, update
from outreach.store.unit import Unit

R = TypeVar("R")
T = TypeVar("T")
SOON, LATEST = timedelta(minutes=10), timedelta(days=1)
"""How long a row rests after its first failure, and at most; the time doubles with each failure."""
FORGOTTEN = timedelta(days=2)
"""If nobody tried it for this long after its next try, it is gone or needs nothing more."""
BY_ID: Callable[[Any], int] = itemgetter(0)
"""The rows of a statement have their id first."""
OFTEN = 3
"""This many failures in a row are no accident any more."""
TOO_MANY = 20
"""If this many fail and none goes well, the rows are not the cause."""


class Snag(SQLModel, table=True):
    """A row that some work failed on; `subject` is its id, `error` only the name of an error."""

    __table_args__ = (UniqueConstraint("work", "subject"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    work: str
    subject: int
    since: datetime = Field(sa_type=Moment)
    tries: int
    next_at: datetime = Field(sa_type=Moment)
    error: str


@dataclass(frozen=True, slots=True)
class Snags:
    """How many rows some work passes over, since when, one of them, and its error."""

    work: str
    count: int
    since: datetime
    subject: int
    error: str

    @property
    def part(self) -> str:
        """The part of the program that did the work: a tick, or sending."""
        return self.work.partition(".")[0]


SNAG_PASSED_OVER = pick(Snag.subject).where(
    among(col(Snag.work), "works"), Snag.next_at > bindparam("now")
)
SNAG_TRIES = pick(Snag.tries).where(Snag.work == bindparam("of"), Snag.subject == bindparam("row"))
SNAG_ADD = insert(Snag)
SNAG_FAIL_AGAIN = (
    update(Snag)
    .where(Snag.work == bindparam("of"), Snag.subject == bindparam("row"))
    .values(tries=bindparam("tried"), next_at=bindparam("at"), error=bindparam("kind"))
)
SNAG_DELETE = delete(Snag).where(Snag.work == bindparam("of"), among(col(Snag.subject), "rows"))
SNAG_DELETE_OLD = delete(Snag).where(Snag.next_at < bindparam("before"))
RESTS_LONG = col(Snag.next_at) > bindparam("longest")
"""Longer than any rest after a failure: it was sent, and that could not be written down."""
FOR_STAFF = or_(Snag.tries >= OFTEN, RESTS_LONG)
"""What does not recover by itself; its parameter comes from `longest`."""
SNAG_TRY_NOW = (
    update(Snag).where(~RESTS_LONG).values(next_at=bindparam("at")).returning(col(Snag.id))
)
SNAG_COUNT = (
    pick(
        Snag.work, func.count(), func.min(Snag.since), func.min(Snag.subject), func.min(Snag.error)
    )
    .group_by(col(Snag.work))
    .order_by(col(Snag.work))
)


def each(
    unit: Unit,
    work: str,
    rows: Sequence[R],
    deal: Callable[[list[R]], T],
    *,
    number: Callable[[R], int] = BY_ID,
    in_order: bool = False,
    rest: timedelta | None = None,
) -> list[T]:
    """Deal with rows together; if that fails, with halves, until a bad one is alone and noted.

    Returns what `deal` returned for the good ones. `number` returns the id of a row; `in_order`
    stops at a bad row; `rest` is how long it rests. Raises if too many fail and none goes well.
    """
    given: list[T] = []
    good: list[int] = []
    bad: list[tuple[int, Exception]] = []
    waiting = [list(rows)] if rows else []
    while waiting and not (in_order and bad):
        some = waiting.pop()
        try:
            with unit.trial():
                value = deal(some)
        except RowFailed as failed:
            if len(some) > 1:
                waiting += [some[len(some) // 2 :], some[: len(some) // 2]]
                continue
            bad.append((number(some[0]), failed.error))
            if len(bad) >= TOO_MANY and not good:
                # not from `failed`, whose own cause it is: the chain of causes would be a circle
                raise failed.error from failed.error.__cause__
        else:
            given.append(value)
            good += map(number, some)
    if good:
        unit.run(SNAG_DELETE, {"of": work, "rows": good})
    for row, error in bad:
        _note(unit, work, row, error, rest)
    return given


def singly(deal: Callable[[R], object]) -> Callable[[list[R]], None]:
    """Deal with rows one after the other."""

    def all_of(rows: list[R]) -> None:
        for row in rows:
            deal(row)

    return all_of


def passed_over(unit: Unit, *works: str) -> list[int]:
    """Return the rows that these works leave alone for now."""
    return unit.run(SNAG_PASSED_OVER, {"works": list(works), "now": unit.now}).scalars()


def untried(column: Any) -> ColumnElement[bool]:
    """Return the condition that a row is not in `passed`, the result of `passed_over`."""
    return ~among(column, "passed")


def snags(unit: Unit) -> list[Snags]:
    """Return what is passed over, by the work that does so."""
    return [Snags(*row) for row in unit.run(SNAG_COUNT)]


def try_snags_again(unit: Unit) -> int:
    """Let rows that are passed over be tried again now; return how many.

    One that rests long was sent: it may not be sent twice because somebody asks.
    """
    return len(unit.run(SNAG_TRY_NOW, {"at": unit.now} | longest(unit.now)))


def longest(now: datetime) -> dict[str, Any]:
    """Return the parameter of `FOR_STAFF`."""
    return {"longest": now + LATEST}


def forget_snags(unit: Unit) -> None:
    """Delete snags of rows that nobody tried again."""
    unit.run(SNAG_DELETE_OLD, {"before": unit.now - FORGOTTEN})


def _note(unit: Unit, work: str, row: int, error: Exception, rest: timedelta | None) -> None:
    # Every command has this room, and few of them log.
    from content.log import log

    kind = type(getattr(error, "orig", None) or error).__name__
    tries = unit.run(SNAG_TRIES, {"of": work, "row": row}).scalar()
    at = unit.now + (rest or min(SOON * 2 ** min(tries or 0, 10), LATEST))
    log.error("row passed over", work=work, row=row, error=kind)
    if tries is not None:
        unit.run(
            SNAG_FAIL_AGAIN, {"of": work, "row": row, "tried": tries + 1, "at": at, "kind": kind}
        )
        return
    facts = {
        "work": work,
        "subject": row,
        "since": unit.now,
        "tries": 1,
        "next_at": at,
        "error": kind,
    }
    unit.run(SNAG_ADD, facts)
