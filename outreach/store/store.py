"""The door to the database: rules go in, plain values come out."""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from outreach.store.database import database
from outreach.store.errors import StoreClosed, StoreDamaged
from outreach.store.job import Job
from outreach.store.pace import PACE, StorePace
from outreach.store.unit import NOBODY, Actor, Unit
from outreach.store.vigil import DATABASE, Vigil

P = ParamSpec("P")
R = TypeVar("R")
READERS = 4
REST = 0.02
"""Seconds between two units on a file with one writer: SQLite wakes who waits for their
turn by a clock of its own.
"""


def utc_now() -> datetime:
    """The present moment, aware."""
    return datetime.now(UTC)


class Store:
    """Run rules against one database: the one at the URL, or else the file.

    A rule is `rule(unit, **values) → value`. `write` and `read` wait without blocking the event
    loop; `run` and `look` are the same for the command line, which has no loop. `bells` wake those
    who wait for what a unit stored; `vigil` keeps threads and tasks going.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime] = utc_now,
        *,
        url: str = "",
        pace: StorePace = PACE,
    ) -> None:
        self.path = path
        self.clock = clock
        self.database = database(path, url, pace)
        self.vigil = Vigil()
        self.bells = self.database.bells(self.vigil)
        self._read_engine = self.database.read_engine(READERS)
        self._writer = self.database.writer(clock, self.bells, self.vigil)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="kansenbode-reader")

    async def write(
        self,
        rule: Callable[Concatenate[Unit, P], R],
        actor: Actor,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run a rule as one durable unit of work; if the rule raises, nothing is stored."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[R] = loop.create_future()
        self._writer.put(Job(lambda unit: _ruled(rule, unit, *args, **kwargs), actor, answer, loop))
        return await answer

    async def read(
        self, rule: Callable[Concatenate[Unit, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a rule that only reads, on a connection that cannot write."""
        return await asyncio.wrap_future(self._hand_out(partial(self._look, rule, *args, **kwargs)))

    def run(
        self,
        rule: Callable[Concatenate[Unit, P], R],
        actor: Actor,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """As `write`, for callers without an event loop."""
        return self._put(rule, actor, *args, **kwargs).result()

    def run_each(
        self, rule: Callable[..., R], actor: Actor, each: Iterable[Mapping[str, Any]], /
    ) -> list[R]:
        """Run a rule for each of these values: a unit each on a server, one commit in a file.

        Raises what the first one raised, once all have ended.
        """
        answers = [self._put(rule, actor, **values) for values in each]
        wait(answers)
        return [answer.result() for answer in answers]

    def look(
        self, rule: Callable[Concatenate[Unit, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """As `read`, for callers without an event loop."""
        return self._hand_out(partial(self._look, rule, *args, **kwargs)).result()

    def rest(self) -> None:
        """Leave the one writer of a file to turns, between two units of long work."""
        if not self.database.shared:
            time.sleep(REST)

    def close(self) -> None:
        """Finish what waits, then close every connection."""
        self._writer.close()
        self.bells.close()
        self._readers.shutdown()
        self._read_engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _put(self, rule: Callable[..., R], actor: Actor, /, *args: Any, **kwargs: Any) -> Future[R]:
        answer: Future[R] = Future()
        self._writer.put(Job(lambda unit: _ruled(rule, unit, *args, **kwargs), actor, answer, None))
        return answer

    def _hand_out(self, look: Callable[[], R]) -> Future[R]:
        try:
            return self._readers.submit(self._reading, look)
        except RuntimeError:
            raise StoreClosed from None

    def _reading(self, look: Callable[[], R]) -> R:
        try:
            return self.database.retrying(look)
        except StoreDamaged:
            self.vigil.lose(DATABASE)
            raise

    def _look(self, rule: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        with self._read_engine.connect() as connection, connection.begin():
            unit = Unit(
                connection=connection, now=self.clock(), actor=NOBODY, folder=self.path.parent
            )
            return _ruled(rule, unit, *args, **kwargs)


def _ruled(rule: Callable[..., R], unit: Unit, *args: Any, **kwargs: Any) -> R:
    """Run a rule; a StopIteration is replaced, because a waiting caller cannot receive it."""
    try:
        return rule(unit, *args, **kwargs)
    except StopIteration as error:
        raise RuntimeError("a rule asked for one more than there are") from error
