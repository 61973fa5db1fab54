"""What goes wrong inside a statement of a rule: the database, the program, or the whole process."""

import os
import sqlite3
from dataclasses import dataclass, field
from typing import Any, Self

from sqlalchemy import Engine, event

from outreach.store.sqlite.writer import Writer
from outreach.store.store import Store

OF_RULES = ("SELECT", "INSERT", "UPDATE", "DELETE", "SAVEPOINT deed", "RELEASE deed")
"""How the statements of a rule begin; the rest are the store's own."""
KILLED = 9


class Fault(Exception):
    """What goes wrong inside a statement."""


@dataclass(eq=False)
class Saboteur:
    """Make the n-th statement from now fail, or that one and all that come after it."""

    fail_at: int = 0
    for_ever: bool = False
    in_program: bool = False
    kills: bool = False
    seen: list[str] = field(default_factory=list)
    watching: bool = False

    def __call__(self, statement: str, values: Any) -> tuple[str, Any]:
        if not self.watching or not statement.startswith(OF_RULES):
            return statement, values
        self.seen.append(statement)
        reached = (
            len(self.seen) >= self.fail_at if self.for_ever else len(self.seen) == self.fail_at
        )
        if not (self.fail_at and reached):
            return statement, values
        if self.kills:
            # as a kill: nothing is closed, written or said
            os._exit(KILLED)
        if self.in_program:
            raise Fault
        return "INSERT INTO nowhere VALUES (?)", ("tekst-geheim",)

    def attach(self, engine: Engine) -> None:
        """Sit between the store and the driver: in every cursor that the driver hands out."""
        saboteur = self

        class Cursor(sqlite3.Cursor):
            def execute(self, statement: str, values: Any = (), /) -> Self:
                return super().execute(*saboteur(statement, values))

        class Connection(sqlite3.Connection):
            def cursor(self, _: Any = None, /) -> Any:
                return super().cursor(Cursor)

        event.listen(
            engine,
            "do_connect",
            lambda dialect, record, args, values: values.update(factory=Connection),
        )


def engine_of(store: Store) -> Engine:
    """What the one who writes to the file goes by."""
    writer = store._writer
    assert isinstance(writer, Writer)
    return writer._engine
