"""A rule that waits for its turn, and how its caller hears what came of it."""

import asyncio
from asyncio import AbstractEventLoop
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from outreach.store.errors import StoreDamaged
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


def answer(jobs: list[Job], vigil: Vigil) -> None:
    """Give each waiting caller its value; one wake-up per event loop for the whole group. Damage is noted first."""
    if any(isinstance(job.error, StoreDamaged) for job in jobs):
        vigil.lose(DATABASE)
    by_loop: dict[AbstractEventLoop, list[Job]] = defaultdict(list)
    for job in jobs:
        if job.loop is None:
            _settle([job])
        else:
            by_loop[job.loop].append(job)
    for loop, group in by_loop.items():
        with suppress(RuntimeError):  # the loop was closed: nobody waits any more
            loop.call_soon_threadsafe(_settle, group)


def _settle(jobs: list[Job]) -> None:
    for job in jobs:
        answer: Future[Any] = job.answer
        with suppress(InvalidStateError, asyncio.InvalidStateError):  # who waited for it has given up
            if job.error is not None:
                answer.set_exception(job.error)
            else:
                answer.set_result(job.value)
