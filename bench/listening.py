"""How many sentences lead where they should, and what listening to one costs.

The sentences are those of `tests/listening`, ours and those of other sets; each is said in a
conversation of its own, in process. What leads there at once and what is offered to be tapped both
count.
Run it by `uv run python bench/listening.py`.
"""

import asyncio
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from bot.listening.hearing import hear
from bot.listening.judging import at_choice, at_open_question, otherwise
from bot.server import make_script
from content.texts import Texts
from outreach.opportunities.samples import add_samples
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.bot.conftest import Person
from tests.clock import Clock
from tests.listening.situations import HERE, SETS, Sentence, leads, say, sentences

ROUNDS = 5
ZONE = ZoneInfo("Europe/Amsterdam")
MICRO = 1e6


def measure(folder: Path, said: list[Sentence]) -> tuple[Counter[str], Counter[str]]:
    """Say every sentence; returns how many there are of each kind, and how many lead there."""
    texts = Texts(organisation="Waterdam", address="https://waterdam.example")
    script = make_script(texts)
    every: Counter[str] = Counter()
    right: Counter[str] = Counter()
    migrate(folder / "kansenbode.db")
    with Store(folder / "kansenbode.db", Clock()) as store, asyncio.Runner() as runner:
        store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZONE)
        for number, sentence in enumerate(said):
            person = Person(store, script, runner.run, f"{number}")
            place = say(person, sentence)
            for kind in (f"at {sentence.situation}", sentence.outcome.partition(".")[0]):
                every[kind] += 1
                right[kind] += leads(sentence, place, texts)
    return every, right


def cost(said: list[Sentence]) -> float:
    """Return the CPU time of listening to one sentence in microseconds, the median of rounds."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for sentence in said:
            at_open_question(sentence.text)
            heard = hear(sentence.text)
            if at_choice(heard, ()) is None:
                otherwise(heard, sentence.text)
        rounds.append((time.process_time() - start) / len(said) * MICRO)
    return median(rounds)


def main() -> None:
    """Print a table for our sentences, and one for each other set."""
    console = Console()
    for name, folder in {"ours": HERE, **SETS}.items():
        said = list(sentences(folder))
        with tempfile.TemporaryDirectory() as scratch:
            every, right = measure(Path(scratch), said)
        table = Table("situation or outcome", "said", "lead there", "share", title=name)
        for kind, count in sorted(every.items()):
            table.add_row(kind, f"{count}", f"{right[kind]}", f"{right[kind] / count:.0%}")
        console.print(table)
        total = sum(right[kind] for kind in right if kind.startswith("at "))
        console.print(f"{total} of {len(said)}; listening twice {cost(said):.0f} µs a sentence")


if __name__ == "__main__":
    main()
