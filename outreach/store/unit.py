"""The unit of work that a rule is given.

A unit may run twice: if another of its group fails, if another one was first to change the same
rows, if the database rolled it back. So a rule changes nothing that it was handed, and never
commits.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, overload

from sqlalchemy import Connection, UpdateBase
from sqlalchemy.exc import DBAPIError

from outreach.store.errors import RowFailed, RuleCommits
from outreach.store.guard import forgiven
from outreach.store.statement import NOTHING, Rows, Selecting, T, Values, run, straight


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does it; written into every event. `via` is the channel in which a person speaks."""

    kind: Literal["person", "staff", "import", "tick", "nobody"]
    id: int | None = None
    via: str = ""

    def __str__(self) -> str:
        return self.kind if self.id is None else f"{self.kind}:{self.id}"


NOBODY = Actor("nobody")
TICK = Actor("tick")


@dataclass(kw_only=True)
class Unit:
    """One unit of work: a connection in a transaction, the moment, the actor.

    Rules run constant statements by `run`; only the store itself uses `connection`. `folder` is
    where the database's own files stand. Ids of forgotten persons go into `erased`: the store notes
    them beside the database before it commits, and wipes their bytes later. Topics in `rings` are
    rung after the commit.
    """

    connection: Connection
    now: datetime
    actor: Actor
    folder: Path = field(default=Path(), repr=False)
    erased: list[int] = field(default_factory=list)
    rings: set[str] = field(default_factory=set)

    @overload
    def run(self, statement: Selecting[T], values: Values | list[Any] = NOTHING) -> Rows[T]: ...

    @overload
    def run(self, statement: UpdateBase, values: Values | list[Any] = NOTHING) -> Rows[Any]: ...

    def run(
        self, statement: Selecting[Any] | UpdateBase, values: Values | list[Any] = NOTHING
    ) -> Rows[Any]:
        """Run a constant statement with its values, or with each of a list; return its rows."""
        return run(self.connection, statement, values)

    def readable(self, statement: Selecting[T], values: Values = NOTHING) -> Rows[T]:
        """Run a statement as `run` does, leaving out rows with a value that cannot be read.

        It is for lists, where one bad row may not hide the others. If every row counts, as among
        the parts of one record, use `run`, which raises Unreadable.
        """
        found = run(self.connection, statement, values, leave_out=True)
        if found.left_out:
            # imported here: every command loads this file, and few of them log
            from content.log import log

            log.error("rows that cannot be read", count=found.left_out, see="kansenbode doctor")
        return found

    @contextmanager
    def deed(self) -> Iterator[None]:
        """Undo what a rule wrote before it refused or failed, and nothing else of the unit."""
        with self._undone():
            yield

    @contextmanager
    def trial(self) -> Iterator[None]:
        """Undo what was written before it failed, and nothing else.

        Raises RowFailed if the rows are at fault.
        """
        try:
            with self._undone():
                yield
        except RuleCommits:
            raise
        except Exception as error:
            if not forgiven(self.connection):
                raise
            raise RowFailed(error) from error

    @contextmanager
    def _undone(self) -> Iterator[None]:
        erased = len(self.erased)
        straight(self.connection, "SAVEPOINT deed")
        try:
            yield
            straight(self.connection, "RELEASE deed")
        except BaseException:
            # any error: a savepoint that stays open would be taken for the one around it
            del self.erased[erased:]
            self._go_back()
            raise

    def _go_back(self) -> None:
        try:
            straight(self.connection, "ROLLBACK TO deed")
            straight(self.connection, "RELEASE deed")
        except DBAPIError as error:
            # the database ended the transaction by itself
            raise RuleCommits from error
