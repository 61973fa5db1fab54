"""SQLite's counters, through a step that builds a table anew."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op


@contextmanager
def numbers_go_on(*tables: str) -> Iterator[None]:
    """Keep SQLite's counters: a table built anew would give the id of a deleted
    last row out a second time.
    """
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        yield
        return
    rows = connection.execute(sa.text("SELECT name, seq FROM sqlite_sequence")).all()
    yield
    for name, seq in rows:
        if name in tables:
            values = {"name": name, "seq": seq}
            connection.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), values)
            connection.execute(
                sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"), values
            )
