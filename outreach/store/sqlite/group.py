"""How a group of units runs in one transaction: together while all goes well, otherwise apart.

A savepoint per unit costs two statements, and hardly any unit fails. So a group runs without. If a
unit fails, nothing of the group is stored, and all of it runs again with a savepoint per unit:
then a fault in one does not touch its neighbours.
"""

import sqlite3
from collections.abc import Callable, Sequence
from typing import cast

from sqlalchemy import Connection

from outreach.store.errors import RuleCommits, SwallowedError
from outreach.store.guard import Watch, watch
from outreach.store.job import Job
from outreach.store.sqlite.engine import as_store_error
from outreach.store.unit import Unit

Begin = Callable[[Job], Unit]
"""Makes the unit that a job is run with: a new one each time."""
Way = Callable[[Connection, Sequence[Job], Begin], list[Unit]]
"""Runs jobs in a transaction that is open."""


class Spoiled(Exception):
    """A unit failed, and what the others wrote cannot be told from what it wrote."""


def run_together(connection: Connection, jobs: Sequence[Job], begin: Begin) -> list[Unit]:
    """Run jobs without savepoints.

    Raises Spoiled at the first that fails, RuleCommits if the transaction is gone.
    """
    raw = _driver(connection)
    watching = watch(connection)
    units: list[Unit] = []
    try:
        for job in jobs:
            unit = begin(job)
            units.append(unit)
            try:
                _run(raw, job, unit, watching)
            except BaseException as error:
                # any error of a rule goes to its caller; this thread serves everybody
                job.error = as_store_error(error, watching.failure)
                raise (Spoiled if is_open(connection) else RuleCommits) from error
    finally:
        watching.over = True
    return units


def run_apart(connection: Connection, jobs: Sequence[Job], begin: Begin) -> list[Unit]:
    """Run jobs with a savepoint each; raises RuleCommits if the transaction is gone."""
    return [_apart(connection, job, begin(job)) for job in jobs]


def is_open(connection: Connection) -> bool:
    """Return True if the transaction goes on, for SQLite and for SQLAlchemy."""
    return connection.in_transaction() and _driver(connection).in_transaction


def _apart(connection: Connection, job: Job, unit: Unit) -> Unit:
    raw = _driver(connection)
    raw.execute("SAVEPOINT unit")
    watching = watch(connection)
    try:
        _run(raw, job, unit, watching)
    except BaseException as error:
        # any error goes to its caller, as in a group that runs together
        job.error = as_store_error(error, watching.failure)
        unit.erased.clear()
        unit.rings.clear()
        if not raw.in_transaction:
            raise RuleCommits from error
        raw.execute("ROLLBACK TO unit")
    finally:
        watching.over = True
    raw.execute("RELEASE unit")
    return unit


def _run(raw: sqlite3.Connection, job: Job, unit: Unit, watching: Watch) -> None:
    job.value = job.error = None
    job.value = job.rule(unit)
    if watching.failure is not None:
        raise SwallowedError
    if not raw.in_transaction:
        raise RuleCommits


def _driver(connection: Connection) -> sqlite3.Connection:
    return cast(sqlite3.Connection, connection.connection.dbapi_connection)
