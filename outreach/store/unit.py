"""The unit of work that a rule is given.

A unit may run twice (SQLite can roll a whole group back): a rule changes nothing it was
handed, and never commits.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, overload

from sqlalchemy import Connection, UpdateBase
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from outreach.refusal import Refusal
from outreach.store.errors import RowFailed, RuleCommits
from outreach.store.guard import forgiven
from outreach.store.statement import NOTHING, Rows, Selecting, T, Values, run


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


class UnitSession(Session):
    """An ORM session inside a unit of work, for rare paths; its commit and
    rollback are the store's.
    """

    def commit(self) -> None:
        """Raise RuleCommits."""
        raise RuleCommits

    def rollback(self) -> None:
        """Raise RuleCommits."""
        raise RuleCommits

    def keep(self) -> None:
        """Write what is pending into the unit's transaction; called by the store only."""
        super().commit()


@dataclass(kw_only=True)
class Unit:
    """One unit of work: a connection in a transaction, the moment, the actor.

    Rules run constant statements by `run`; rare ones may use `connection` or `session`. One unit
    touches a table in one of the two ways, never both. `folder` is where the database's own files
    stand. Ids of forgotten persons go into `erased`: the store notes them beside the database
    before it commits, and wipes their bytes later. Topics in `rings` are rung after the commit.
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
        """Run a constant statement with its values, or with each of a list of them;
        gives the rows it returns.
        """
        return run(self.connection, statement, values)

    def readable(self, statement: Selecting[T], values: Values = NOTHING) -> Rows[T]:
        """As `run`, without the rows of which something cannot be read: for lists, where
        one may not stop the others.

        Where each row counts, as among the parts of one record, `run` raises Unreadable instead.
        """
        found = run(self.connection, statement, values, leave_out=True)
        if found.left_out:
            # Every command has this room, and few of them log.
            from content.log import log

            log.error("rows that cannot be read", count=found.left_out, see="kansenbode doctor")
        return found

    @cached_property
    def session(self) -> UnitSession:
        """An ORM session on this unit's connection, opened at first use."""
        return UnitSession(
            bind=self.connection,
            join_transaction_mode="create_savepoint",
            expire_on_commit=False,
            autoflush=False,
        )

    @contextmanager
    def deed(self) -> Iterator[None]:
        """Undo what a rule wrote before it refused, and nothing else of the unit."""
        with self._undone(Refusal):
            yield

    @contextmanager
    def trial(self) -> Iterator[None]:
        """Undo what was written before it failed, and nothing else; raises RowFailed
        where the rows are at fault.
        """
        try:
            with self._undone(Exception):
                yield
        except RuleCommits:
            raise
        except Exception as error:
            if not forgiven(self.connection):
                raise
            raise RowFailed(error) from error

    def finish(self) -> None:
        """Write what the session holds, if it was used; called by the store after the rule."""
        session: UnitSession | None = self.__dict__.get("session")
        if session is not None:
            session.keep()
            self._discard()

    def give_up(self) -> None:
        """Let go of the session, so that its savepoint is gone from the connection;
        called after a failed rule.
        """
        # SQLite may have rolled everything back already
        with suppress(Exception):
            self._discard()

    @contextmanager
    def _undone(self, kind: type[Exception]) -> Iterator[None]:
        self.finish()
        erased = len(self.erased)
        self.connection.exec_driver_sql("SAVEPOINT deed")
        try:
            yield
            self.finish()
        except kind:
            self.give_up()
            del self.erased[erased:]
            self._go_back()
            raise
        self.connection.exec_driver_sql("RELEASE deed")

    def _go_back(self) -> None:
        try:
            self.connection.exec_driver_sql("ROLLBACK TO deed")
            self.connection.exec_driver_sql("RELEASE deed")
        except DBAPIError as error:
            # the database ended the transaction by itself
            raise RuleCommits from error

    def _discard(self) -> None:
        session: UnitSession | None = self.__dict__.pop("session", None)
        if session is not None:
            session.close()
