"""The writers of a PostgreSQL database: threads that run one unit of work per transaction.

A unit is run again if it met another one, or if the server went away before the commit was sent. If
a commit itself was lost, nobody knows what was stored: StoreFailed, and the caller tries again.
"""

import random
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from outreach.store.bells import Bells
from outreach.store.erased import note_erased
from outreach.store.errors import (
    DatabaseAway,
    RuleCommits,
    StoreClosed,
    StoreFailed,
    SwallowedError,
)
from outreach.store.guard import watch
from outreach.store.job import Job, answer, ring
from outreach.store.pace import StorePace
from outreach.store.postgresql.engine import Overtaken, as_store_error, away, lasting, went_away
from outreach.store.unit import Unit
from outreach.store.unwiped import Unwiped
from outreach.store.vigil import Vigil

THREADS = 8
TRIES = 5
PAUSE_SECONDS = 0.1


class Pool:
    """Run jobs in parallel; `close` finishes those handed in, but waits for no lost server."""

    def __init__(
        self,
        engine: Engine,
        clock: Callable[[], datetime],
        erased: Path,
        bells: Bells,
        vigil: Vigil,
        pace: StorePace,
    ) -> None:
        self._engine, self._clock, self._erased, self._bells, self._vigil = (
            engine,
            clock,
            erased,
            bells,
            vigil,
        )
        self._pace = pace
        self._unwiped = Unwiped(erased.parent)
        self._idle: deque[Connection] = deque()
        self._closing = False
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="kansenbode-writer")

    def put(self, job: Job) -> None:
        """Hand a job in; raises StoreClosed once `close` was called."""
        try:
            self._threads.submit(self._work, job)
        except RuntimeError:
            raise StoreClosed from None

    def close(self) -> None:
        """Finish all that waits, then stop."""
        self._closing = True
        self._threads.shutdown()
        while self._idle:
            _drop(self._idle.pop())
        self._engine.dispose()

    def _work(self, job: Job) -> None:
        try:
            unit = self._finish(job)
        except BaseException as error:
            # any error of a rule goes to its caller; this thread serves everybody
            job.error = error
        else:
            ring(self._bells, unit.rings, self._vigil)
        answer([job], self._vigil)

    def _finish(self, job: Job) -> Unit:
        """Run a job until it is stored, or has failed for good."""
        until, tries = time.monotonic() + self._pace.write, 1
        while True:
            try:
                return self._attempt(job)
            except Overtaken as overtaken:
                if tries == TRIES:
                    raise lasting(overtaken.error, overtaken.state) from None
                # no secret; two that met must part
                time.sleep(random.uniform(0, 0.01 * tries))  # noqa: S311
                tries += 1
            except DatabaseAway:
                if self._closing or time.monotonic() > until:
                    raise
                time.sleep(PAUSE_SECONDS)

    def _attempt(self, job: Job) -> Unit:
        connection = self._connected()
        try:
            transaction = _begin(connection)
            unit = Unit(
                connection=connection,
                now=self._clock(),
                actor=job.actor,
                folder=self._erased.parent,
            )
            self._run(job, unit)
            if unit.erased:
                self._unwiped.mark(self._clock())
                note_erased(self._erased, self._clock(), unit.erased)
            _commit(transaction)
        except BaseException:
            self._give_back(connection)
            raise
        self._idle.append(connection)
        return unit

    def _run(self, job: Job, unit: Unit) -> None:
        """Run the rule; raises what its caller is told, Overtaken, or DatabaseAway."""
        watching = watch(unit.connection)
        try:
            job.value = job.rule(unit)
            if watching.failure is not None:
                raise SwallowedError
            if _status(unit.connection) is not TransactionStatus.INTRANS:
                raise RuleCommits
        except BaseException as error:
            raise as_store_error(error, watching.failure) from error.__cause__
        finally:
            watching.over = True

    def _connected(self) -> Connection:
        try:
            return self._idle.pop()
        except IndexError:
            pass
        try:
            return self._engine.connect()
        except OperationalError as error:
            raise away(error.orig) from None

    def _give_back(self, connection: Connection) -> None:
        """Keep a connection that is sound after a failed unit; drop one that is not."""
        with suppress(Exception):
            connection.rollback()
            if not connection.invalidated and _status(connection) is TransactionStatus.IDLE:
                self._idle.append(connection)
                return
        _drop(connection)


def _begin(connection: Connection) -> Any:
    try:
        return connection.begin()
    except OperationalError as error:
        raise away(error.orig) if went_away(error.orig) else error from None


def _commit(transaction: Any) -> None:
    try:
        transaction.commit()
    except OperationalError as error:
        if went_away(error.orig):
            raise StoreFailed from None
        raise as_store_error(error, error.orig) from None


def _status(connection: Connection) -> TransactionStatus:
    raw: Any = connection.connection.dbapi_connection
    status: TransactionStatus = raw.info.transaction_status
    return status


def _drop(connection: Connection) -> None:
    with suppress(Exception):
        connection.invalidate()
    with suppress(Exception):
        connection.close()
