"""A writer whose groups are always spoiled: each unit is run, undone, and run again."""

from concurrent.futures import Future
from typing import Any

from outreach.store.erased import ERASED
from outreach.store.job import Job
from outreach.store.sqlite.engine import write_engine
from outreach.store.sqlite.writer import Writer
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.outreach.store.sqlite.rules import refuse


class SpoiledGroups(Writer):
    """Add a unit that is refused to every group; `spoiled` counts the units of the others."""

    spoiled = 0

    def _take(self, jobs: list[Job]) -> bool:
        going = super()._take(jobs)
        self._wary = 0
        if jobs:
            self.spoiled += len(jobs)
            answer: Future[Any] = Future()
            jobs.append(Job(refuse, NOBODY, answer, None))
        return going


def spoil_groups(store: Store) -> SpoiledGroups:
    """Let a store in a file run every unit twice from now on."""
    store._writer.close()
    erased = store.path.with_name(ERASED)
    engine = write_engine(store.path)
    store._writer = writer = SpoiledGroups(engine, store.clock, erased, store.bells, store.vigil)
    return writer
