"""Units of work a second: grouped against one commit each, at 1, 20 and 200 callers. `uv
run python bench/store.py`

One unit is what a turn does in the store: take a message in, keep the conversation, store
the reply, note an event.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import quantiles

from content.message import Message
from outreach.conversations.conversation import (
    begin_conversation,
    find_conversation,
    keep_conversation,
)
from outreach.delivery.delivery import reply
from outreach.delivery.inbound import take_in
from outreach.parties.person import meet
from outreach.store.events import record
from outreach.store.migrate import migrate
from outreach.store.pace import PACE, StorePace
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit

SECONDS = 2.0
CALLERS = (1, 20, 200)
STYLES = {"grouped": PACE.group, "one commit each": 1}
FRESH = count(1)


def arrive(unit: Unit, name: str) -> None:
    """Make a person with a conversation."""
    person, address = meet(unit, channel="bench", external_id=name, language="nl")
    begin_conversation(unit, person=person, address=address, language="nl")


def turn(unit: Unit, name: str, number: int) -> None:
    """Store what one turn stores."""
    talk = find_conversation(unit, channel="bench", external_id=name)
    if talk is None:
        raise LookupError(name)
    inbound = take_in(
        unit, channel="bench", external_id=str(number), address=talk.address, text="zes paar handen"
    )
    keep_conversation(unit, conversation=talk)
    reply(
        unit,
        inbound=inbound or 0,
        person=talk.person,
        address=talk.address,
        message=Message("Dank je wel."),
    )
    record(unit, "bench.turn", person=talk.person)


async def call(store: Store, name: str, until: float, took: list[float]) -> None:
    """Take one turn after the other until the time is over."""
    while (begun := time.perf_counter()) < until:
        await store.write(turn, NOBODY, name, next(FRESH))
        took.append(time.perf_counter() - begun)


async def measure(store: Store, callers: int) -> str:
    """Return a line: units a second, p50 and p99 in milliseconds, CPU microseconds a unit."""
    names = [f"{next(FRESH)}" for _ in range(callers)]
    for name in names:
        await store.write(arrive, NOBODY, name)
    took: list[float] = []
    begun, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*[call(store, name, begun + SECONDS, took) for name in names])
    spent, cpu = time.perf_counter() - begun, time.process_time() - cpu
    cuts = quantiles(took, n=100)
    rate, busy = len(took) / spent, cpu / len(took) * 1e6
    return f"{rate:>10,.0f} {cuts[49] * 1e3:>10.2f} {cuts[98] * 1e3:>10.2f} {busy:>10,.0f}"


@contextmanager
def fresh_store(group: int) -> Iterator[Store]:
    """Open a store on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kansenbode.db"
        migrate(path)
        with Store(path, pace=StorePace(group=group)) as store:
            yield store


def main() -> None:
    """Print the table."""
    print(f"{'':<18}{'callers':>8}{'units/s':>11}{'p50 ms':>11}{'p99 ms':>11}{'CPU µs':>11}")
    for style, group in STYLES.items():
        for callers in CALLERS:
            with fresh_store(group) as store:
                print(f"{style:<18}{callers:>8} {asyncio.run(measure(store, callers))}")


if __name__ == "__main__":
    main()
