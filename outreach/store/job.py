"""A rule that waits for its turn, and how its caller hears what came of it."""

import asyncio
from asyncio import AbstractEventLoop
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from outreach.store.bells import Bells
from outreach.store.errors import StoreDamaged, StoreFailed
from outreach.store.unit import Actor, Unit
from outreach.store.vigil import DATABASE, Vigil


@dataclass(slots=True, eq=False)
class Job:
    """A rule that waits for its turn, and where its answer goes: a loop's future, or a thread's."""

    rule: Callable[[Unit], Any]
    actor: Actor
    answer: Any
    loop: AbstractEventLoop | None
    value: Any = None
    error: BaseException | None = None


def ring(bells: Bells, topics: Iterable[str], vigil: Vigil) -> None:
    """Ring for what was stored; if that fails it stays stored, and those who wait look again."""
    try:
        for topic in topics:
            bells.ring(topic)
    except Exception as error:
        vigil.slip("bells", error)


def answer(jobs: list[Job], vigil: Vigil) -> None:
    """Hand each waiting caller its value, with one wake-up per event loop; note damage first.

    An error here is logged, ends no thread, and leaves nobody waiting. A caller that gets
    StoreFailed hands the same in again; what was stored after all is recognised by its number.
    """
    try:
        _answer(jobs, vigil)
    except Exception as error:
        vigil.slip("answers", error)
        for job in jobs:
            job.error = StoreFailed()
            _give([job], job.loop)


def _answer(jobs: list[Job], vigil: Vigil) -> None:
    if any(isinstance(job.error, StoreDamaged) for job in jobs):
        vigil.lose(DATABASE)
    by_loop: dict[AbstractEventLoop | None, list[Job]] = defaultdict(list)
    for job in jobs:
        by_loop[job.loop].append(job)
    for loop, group in by_loop.items():
        _give(group, loop)


def _give(jobs: list[Job], loop: AbstractEventLoop | None) -> None:
    if loop is None:
        _settle(jobs)
        return
    # the loop was closed: nobody waits any more
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(_settle, jobs)


def _settle(jobs: list[Job]) -> None:
    for job in jobs:
        answer: Future[Any] = job.answer
        # who waited for it has given up
        with suppress(InvalidStateError, asyncio.InvalidStateError):
            if job.error is not None:
                answer.set_exception(job.error)
            else:
                answer.set_result(job.value)
