"""A list in pages, the newest first: each page goes on below the last number of the one before.

Nothing is held open between two pages, so a list of any length neither fills memory nor keeps the
database waiting.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Select, func, select

from outreach.store.unit import Unit

T = TypeVar("T")
U = TypeVar("U")
AT_A_TIME = 1_000


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of a list is wanted: at most `most`, below a number; `counted` counts the rest."""

    most: int | None = None
    below: int | None = None
    counted: bool = False


WHOLE = Cut()


class Page(list[T]):
    """A part of a list. `last` is the number to go on below; `more` follow, if counted."""

    last: int | None = None
    more: int = 0

    def turned(self, make: Callable[[T], U]) -> "Page[U]":
        """Return the same part, with each row made into something else."""
        page = Page(map(make, self))
        page.last, page.more = self.last, self.more
        return page


def page(unit: Unit, statement: Select[Any], number: Any, cut: Cut) -> Page[Any]:
    """Read a part of a list; `number` is its numbering column, the first one of the statement."""
    from_here = statement if cut.below is None else statement.where(number < cut.below)
    rows = unit.readable(from_here.order_by(None).order_by(number.desc()).limit(cut.most))
    found: Page[Any] = Page(rows)
    found.last = found[-1][0] if found and len(rows) + rows.left_out == cut.most else None
    if cut.counted and found.last is not None:
        rest = statement.where(number < found.last).order_by(None).subquery()
        found.more = unit.connection.execute(select(func.count()).select_from(rest)).scalar_one()
    return found


def every(look: Callable[[Cut], Page[T]]) -> Iterator[T]:
    """Yield all of a list, page by page."""
    below: int | None = None
    while True:
        found = look(Cut(AT_A_TIME, below))
        yield from found
        below = found.last
        if below is None:
            return
