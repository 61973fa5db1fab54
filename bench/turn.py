"""Turns a second and CPU time a turn: express interest, from opportunity to reference.

The way is the real one (talks, store, sender) on one core, to a channel that swallows messages.
Below it are the parts of the time of one turn, each measured by itself.

Run it by `uv run python bench/turn.py`.
"""

import asyncio
import datetime as dt
import os
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from itertools import count
from pathlib import Path
from statistics import quantiles
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection

from bot import runs as drive
from bot import turn as talk
from bot.inbox import Arrival
from bot.runs import Script
from bot.server import make_script, make_texts, settle
from bot.speech import Speech
from bot.turn import Turns
from content.message import Message
from outreach.delivery.channel import Abilities, Receipt, Recipient
from outreach.delivery.delivery import Outgoing
from outreach.delivery.quiet import Quiet
from outreach.delivery.sender import Sender
from outreach.opportunities.samples import add_samples
from outreach.settings import Settings
from outreach.store.bells import Bells
from outreach.store.job import Job
from outreach.store.migrate import migrate
from outreach.store.sqlite.engine import write_engine
from outreach.store.sqlite.writer import Writer
from outreach.store.store import Store, utc_now
from outreach.store.unit import NOBODY, Unit
from outreach.store.vigil import Vigil

LOUD = Quiet(ZoneInfo("UTC"), dt.time(0), dt.time(0), days=False)
SECONDS = 10.0
PERSONS = 40
SAMPLE = 25
"""Rounds of the parts: in each, as many persons as talk at once have the whole conversation."""
ANSWERS = ("Ik doe mee", "alleen", "Lieke", "Elke zaterdag twee uur snoeien en vegen.", "ja")
TURNS = 1 + len(ANSWERS)
FRESH = count(1)
MICRO = 1e6


class Swallow:
    """A channel that takes everything and shows nothing."""

    name = "bench"
    can = Abilities(buttons=True)

    async def send(self, to: Recipient, message: Message) -> Receipt:
        return Receipt("ok")

    async def check(self) -> str | None:
        return None


class IdleWriter(Writer):
    """A writer that hands every job back undone: what is left is the way there and back."""

    def _commit(self, jobs: list[Job]) -> None:
        for job in jobs:
            job.value = None


class Stopwatch:
    """Measures CPU time by part: a part's own time excludes the parts inside it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.calls: dict[str, int] = defaultdict(int)
        self._inside = [0.0]

    def on(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, measured."""

        @wraps(function)
        def measured(*args: Any, **values: Any) -> Any:
            self._inside.append(0.0)
            begun = time.thread_time()
            try:
                return function(*args, **values)
            finally:
                whole = time.thread_time() - begun
                self.spent[part] += whole - self._inside.pop()
                self.calls[part] += 1
                self._inside[-1] += whole

        return measured


def conversation(name: str) -> Iterator[Arrival]:
    """Everything that one person hands in."""
    yield Arrival(channel="bench", external_id=f"{name}.0", sender=name, opportunity=1)
    for number, text in enumerate(ANSWERS, 1):
        yield Arrival(channel="bench", external_id=f"{name}.{number}", sender=name, text=text)


async def talk_on(talks: Turns, until: float, took: list[float]) -> None:
    """Be one person after the other until the time is over."""
    while time.perf_counter() < until:
        for arrival in conversation(f"p{next(FRESH)}"):
            begun = time.perf_counter()
            await talks.take(arrival)
            took.append(time.perf_counter() - begun)


async def whole(store: Store, script: Script) -> dict[str, float]:
    """Measure turns under load."""
    sender = Sender(store, {"bench": Swallow()}, LOUD)
    talks = Turns(store, script, sender)
    took: list[float] = []
    await talk_on(talks, time.perf_counter() + 0.5, [])
    begun, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*[talk_on(talks, begun + SECONDS, took) for _ in range(PERSONS)])
    await sender.close()
    spent, cpu = time.perf_counter() - begun, time.process_time() - cpu
    cuts = quantiles(took, n=100)
    return {
        "turns a second": len(took) / spent,
        "turns a second of CPU": len(took) / cpu,
        "CPU µs a turn": cpu / len(took) * MICRO,
        "p50 ms": cuts[49] * 1e3,
        "p99 ms": cuts[98] * 1e3,
        "peak RSS MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def turns(path: Path, script: Script) -> tuple[Stopwatch, float, list[Outgoing]]:
    """Run turns in groups as the writer does; return the parts and the commits' CPU time."""
    watch, commits = Stopwatch(), 0.0
    said: list[Outgoing] = []
    engine = write_engine(path)
    with measured(watch), engine.connect() as connection:
        for _ in range(SAMPLE):
            people = [list(conversation(f"q{next(FRESH)}")) for _ in range(PERSONS)]
            for arrivals in zip(*people, strict=True):
                begun = time.thread_time()
                transaction = connection.begin()
                commits += time.thread_time() - begun
                for arrival in arrivals:
                    outgoing = talk.turn(unit_on(connection), script=script, arrival=arrival)
                    assert isinstance(outgoing, Outgoing)
                    said.append(outgoing)
                begun = time.thread_time()
                transaction.commit()
                commits += time.thread_time() - begun
    engine.dispose()
    return watch, commits, said


def unit_on(connection: Connection) -> Unit:
    return Unit(connection=connection, now=utc_now(), actor=NOBODY)


@contextmanager
def measured(watch: Stopwatch) -> Iterator[None]:
    """Put the stopwatch on the parts of a turn, for a while."""
    places = [
        (Unit, "run", "statements"),
        (Speech, "message", "texts"),
        (Speech, "labels", "texts: labels to match"),
        (drive, "advance", "replay"),
        (talk, "turn", "course of the turn"),
    ]
    before = [(owner, name, getattr(owner, name)) for owner, name, _ in places]
    for owner, name, part in places:
        setattr(owner, name, watch.on(part, getattr(owner, name)))
    try:
        yield
    finally:
        for owner, name, function in before:
            setattr(owner, name, function)


async def sending(store: Store, said: list[Outgoing]) -> float:
    """CPU time to send and record what was said, all at once."""
    sender = Sender(store, {"bench": Swallow()}, LOUD)
    begun = time.process_time()
    for outgoing in said:
        sender.hand_over(outgoing)
    await sender.close()
    return time.process_time() - begun


async def empty_units(store: Store) -> float:
    """CPU time of units that do nothing, as many at once as people talk."""
    return await at_once(lambda: store.write(nothing, NOBODY))


async def hand_off(path: Path) -> float:
    """CPU time of the way to the writer's thread and back."""
    engine = write_engine(path)
    writer, loop = (
        IdleWriter(engine, utc_now, path.with_name("erased.jsonl"), Bells(), Vigil()),
        asyncio.get_running_loop(),
    )

    async def hand_in() -> None:
        answer: asyncio.Future[None] = loop.create_future()
        writer.put(Job(nothing, NOBODY, answer, loop))
        await answer

    spent = await at_once(hand_in)
    writer.close()
    engine.dispose()
    return spent


async def at_once(deed: Callable[[], Any]) -> float:
    async def again() -> None:
        for _ in range(SAMPLE * TURNS):
            await deed()

    begun = time.process_time()
    await asyncio.gather(*[again() for _ in range(PERSONS)])
    return time.process_time() - begun


def nothing(unit: Unit) -> None:
    """A rule that does nothing."""


def budget(path: Path, script: Script) -> list[tuple[str, float, str]]:
    """Return the parts of one turn's time: part, CPU microseconds, a note."""
    number = SAMPLE * PERSONS * TURNS
    watch, commits, said = turns(path, script)
    with Store(path) as store:
        sent = asyncio.run(sending(store, said))
        empty = asyncio.run(empty_units(store))
    handed = asyncio.run(hand_off(path))
    parts = [
        ("hand-off to the writer and back", handed, ""),
        ("unit: watch, answer", empty - handed, ""),
    ]
    parts += [
        (part, spent, f"{watch.calls[part] / number:.1f} a turn")
        for part, spent in watch.spent.items()
    ]
    parts += [
        ("BEGIN and COMMIT", commits, f"{PERSONS} turns in one"),
        ("sender and recording", sent, "all at once"),
    ]
    return [(part, spent / number * MICRO, note) for part, spent, note in parts]


def report(
    console: Console, results: dict[str, float], parts: list[tuple[str, float, str]]
) -> None:
    """Print both tables."""
    table = Table(
        "express interest, opportunity to reference",
        "",
        title=f"{PERSONS} persons at once, one core, FULL",
    )
    for name, value in results.items():
        table.add_row(name, f"{value:,.1f}" if value < 100 else f"{value:,.0f}")
    console.print(table)
    table = Table("one turn", "CPU µs", "", title="each part by itself")
    for part, spent, note in sorted(parts, key=lambda row: -row[1]):
        table.add_row(part, f"{spent:.1f}", note)
    table.add_row(
        "sum of the parts", f"{sum(spent for _, spent, _ in parts):.1f}", "", style="bold"
    )
    console.print(table)


def main() -> None:
    """Measure and print."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    script = make_script(make_texts(Settings.demo()))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kansenbode.db"
        migrate(path)
        with Store(path) as store:
            store.run(
                add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam")
            )
            settle()
            results = asyncio.run(whole(store, script))
        report(Console(), results, budget(path, script))


if __name__ == "__main__":
    main()
