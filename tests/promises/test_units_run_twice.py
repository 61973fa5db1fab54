"""A unit may run twice: all that people do, each unit run twice, gives the same store as once."""

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

from bot.runs import Script
from outreach.store.store import Store
from tests.clock import Clock
from tests.databases import Files
from tests.outreach.store.sqlite.run_again import spoil_groups
from tests.promises.conftest import Dump, Person
from tests.promises.lives import lives
from tests.talking import Outbox, turns

Told = tuple[list[str], list[str]]
"""What is stored, and what was sent."""


async def live(store: Store, script: Script, dump: Callable[[Path], Dump]) -> Told:
    """Let people live; tell of it without the codes, which are drawn by lot."""
    outbox = Outbox()
    talks = turns(store, script, outbox)
    await lives(lambda name: Person(name, talks))
    stored = dump(store.path)
    drawn = sorted(stored["code"], key=lambda row: row[1:])
    codes = dict(zip((row[0] for row in drawn), map("code {}".format, count()), strict=False))
    either = re.compile("|".join(codes))

    def told(something: object) -> str:
        return either.sub(lambda found: codes[found[0]], repr(something))

    rows = [told((name, row)) for name, rows in stored.items() for row in rows]
    return sorted(rows), list(map(told, outbox.sent))


async def test_units_that_all_run_twice_give_the_same_store_and_answers_as_once(
    waterdam: Store, files: Files, tmp_path: Path, script: Script, dump: Callable[[Path], Dump]
) -> None:
    other = tmp_path / "other" / "kansenbode.db"
    other.parent.mkdir()
    other.write_bytes(waterdam.path.read_bytes())

    once = await live(waterdam, script, dump)
    with Store(other, Clock()) as store:
        writer = spoil_groups(store)
        twice = await live(store, script, dump)

    assert twice == once
    assert writer.spoiled > 40
