"""The one writer of a SQLite file: a thread that commits the waiting units of work as a group.

A fault in one never touches its neighbours (`group.py`); all are answered after one commit.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue

from sqlalchemy import Connection, Engine

from outreach.store.bells import Bells
from outreach.store.erased import note_erased
from outreach.store.errors import RuleCommits, StoreBusy, StoreClosed, StoreFailed
from outreach.store.job import Job, answer, ring
from outreach.store.pace import PACE
from outreach.store.sqlite.engine import as_store_error
from outreach.store.sqlite.group import Spoiled, Way, is_open, run_apart, run_together
from outreach.store.unit import Unit
from outreach.store.unwiped import Unwiped
from outreach.store.vigil import Vigil

WARY = 8
"""Groups after a spoiled one that run apart from the start: where units fail, they fail often."""


class Writer:
    """Run jobs one after the other on one connection; `close` finishes those handed in."""

    def __init__(
        self,
        engine: Engine,
        clock: Callable[[], datetime],
        erased: Path,
        bells: Bells,
        vigil: Vigil,
        group: int = PACE.group,
    ) -> None:
        self._engine = engine
        self._bells = bells
        self._clock, self._vigil = clock, vigil
        self._erased, self._group = erased, group
        self._unwiped = Unwiped(erased.parent)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._gate = threading.Lock()
        self._open = True
        self._wary = 0
        self._connection: Connection | None = None
        self._closing = threading.Event()
        self._thread = vigil.thread("writer", self._work, self._closing)

    def put(self, job: Job) -> None:
        """Hand a job in; raises StoreClosed after `close`, StoreFailed if nobody would do it."""
        with self._gate:
            if not self._open:
                raise StoreClosed
            if not self._thread.is_alive():
                raise StoreFailed
            self._jobs.put(job)

    def close(self) -> None:
        """Finish all that waits, then stop."""
        with self._gate:
            if self._open:
                self._open = False
                self._jobs.put(None)
        self._closing.set()
        self._thread.join()
        self._engine.dispose()
        self._give_up(self._left())

    def _work(self) -> None:
        going = True
        while going:
            jobs: list[Job] = []
            try:
                going = self._take(jobs)
                if jobs:
                    self._commit(jobs)
            except BaseException:
                self._drop_connection()
                self._give_up(jobs)
                raise
            answer(jobs, self._vigil)
        self._drop_connection()

    def _take(self, jobs: list[Job]) -> bool:
        """Wait for a job, then take what else waits, up to a group; False if no more will come."""
        item = self._jobs.get()
        while item is not None:
            jobs.append(item)
            if len(jobs) == self._group:
                return True
            try:
                item = self._jobs.get_nowait()
            except Empty:
                return True
        return False

    def _left(self) -> list[Job]:
        """Take what nobody will do any more: their callers may not wait for ever."""
        left: list[Job] = []
        with suppress(Empty):
            while True:
                left += filter(None, [self._jobs.get_nowait()])
        return left

    def _give_up(self, jobs: list[Job]) -> None:
        for job in jobs:
            job.error = job.error or StoreFailed()
        answer(jobs, self._vigil)

    def _commit(self, jobs: list[Job]) -> None:
        """Run the jobs in one transaction; if the whole group was lost, run them one by one."""
        try:
            rings = self._stored(jobs)
        except Exception as error:
            self._drop_connection()
            reason = as_store_error(error)
            if len(jobs) > 1 and not isinstance(reason, StoreBusy):
                for job in jobs:
                    self._commit([job])
                return
            for job in jobs:
                job.error = job.error or reason
        else:
            ring(self._bells, rings, self._vigil)

    def _stored(self, jobs: list[Job]) -> set[str]:
        """Store what the good ones among the jobs write; return what to ring for."""
        if self._wary and len(jobs) > 1:
            self._wary -= 1
            return self._transact(jobs, run_apart)
        try:
            return self._transact(jobs, run_together)
        except Spoiled:
            if len(jobs) == 1:
                # it has no neighbours, and its error is known
                return set()
            self._wary = WARY
            return self._transact(jobs, run_apart)

    def _transact(self, jobs: list[Job], run: Way) -> set[str]:
        """Run the jobs and commit; return what to ring for.

        After the commit nothing may fail: the jobs would run again.
        """
        connection = self._connected()
        with connection.begin():
            units = run(connection, jobs, partial(self._unit, connection))
            if not is_open(connection):
                # leaving the block would commit nothing, and say nothing of it
                raise RuleCommits
            if erased := [id for unit in units for id in unit.erased]:
                self._unwiped.mark(self._clock())
                note_erased(self._erased, self._clock(), erased)
        return {topic for unit in units for topic in unit.rings}

    def _unit(self, connection: Connection, job: Job) -> Unit:
        return Unit(
            connection=connection, now=self._clock(), actor=job.actor, folder=self._erased.parent
        )

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _drop_connection(self) -> None:
        if self._connection is not None:
            with suppress(Exception):
                self._connection.close()
            self._connection = None
