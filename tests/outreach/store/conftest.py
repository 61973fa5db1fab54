"""Rules to try the store with, a way to group them, and a migration that stops half-way."""

import asyncio
import sqlite3
import threading
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col

from outreach.store.events import Event, record
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit

NOTED = pick(Event.ids).where(col(Event.deed) == "test.noted").order_by(col(Event.id))
Rule = Callable[[Unit], Any]
SLOW_STEP = """
import sys, time
from pathlib import Path
from alembic import op
from outreach.store import migrate

create_table, made = op.create_table, []

def slowly(name, *columns, **options):
    if len(made) == 3:
        print("half-way", flush=True)
        time.sleep(60)
    made.append(name)
    return create_table(name, *columns, **options)

op.create_table = slowly
migrate.migrate(Path(sys.argv[1]), *sys.argv[2:])
"""
"""A program that migrates the database it is told of, and stops for a minute half-way."""


@pytest.fixture
def note() -> Callable[[int], Rule]:
    """A rule that stores a number and returns it."""

    def rule_for(number: int) -> Rule:
        def rule(unit: Unit) -> int:
            record(unit, "test.noted", number=number)
            return number

        return rule

    return rule_for


@pytest.fixture
def numbers() -> Callable[[Store | Path], list[int]]:
    """What is stored, as another reader sees it: by way of a store, or in a SQLite file."""

    def read(at: Store | Path) -> list[int]:
        if isinstance(at, Store):
            return [
                ids["number"] for ids in at.look(lambda unit: unit.connection.scalars(NOTED).all())
            ]
        with closing(sqlite3.connect(at)) as database:
            rows = database.execute(
                "SELECT ids ->> 'number' FROM event WHERE deed = 'test.noted' ORDER BY id"
            )
            return [number for (number,) in rows]

    return read


@pytest.fixture
def together() -> Callable[..., Awaitable[list[Any]]]:
    """Run rules as one group while the writer is busy; return their values or errors."""

    async def run(store: Store, *rules: Rule) -> list[Any]:
        busy, go_on = threading.Event(), threading.Event()

        def keep_busy(_: Unit) -> None:
            busy.set()
            go_on.wait(10)

        keeping = asyncio.ensure_future(store.write(keep_busy, NOBODY))
        await asyncio.to_thread(busy.wait, 10)
        waiting = [asyncio.ensure_future(store.write(rule, NOBODY)) for rule in rules]
        await asyncio.sleep(0)
        go_on.set()
        await keeping
        return await asyncio.wait_for(asyncio.gather(*waiting, return_exceptions=True), 30)

    return run
