"""A resident who talks with the bot, colleagues who take the conversation, and what leaves."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest

from bot.beside import go_on
from bot.inbox import Arrival
from bot.runs import Script
from bot.server import make_script
from bot.turn import turn
from content.message import Message
from content.texts import Texts
from outreach.campaigns.claim import CAMPAIGNS
from outreach.delivery.claim import NOTICES
from outreach.delivery.delivery import DeliveryState, LastWord, Outgoing
from outreach.delivery.lane import ClaimTerms
from outreach.delivery.notice import notify
from outreach.delivery.pacing import claim, no_more_due
from outreach.delivery.results import Result, record_results
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from outreach.talks.overdue import end_overdue
from outreach.talks.take import GoOn, Taken, give_back, say, take_over
from tests.clock import Clock
from tests.conftest import LOUD

NUMBERS = itertools.count(1)
LANES = (NOTICES, CAMPAIGNS)
TERMS = ClaimTerms(("web",), LOUD, {})


@dataclass
class Talk:
    """One conversation: what a sender holds of it (`held`), and what left (`left`)."""

    store: Store
    script: Script
    clock: Clock
    texts: Texts
    name: str
    mila: Actor
    held: list[Outgoing] = field(default_factory=list)
    left: list[Outgoing] = field(default_factory=list)
    last_words: list[LastWord] = field(default_factory=list)

    @property
    def go_on(self) -> GoOn:
        """What lets the bot go on."""
        return partial(go_on, script=self.script)

    @property
    def number(self) -> int:
        """The number of the conversation."""
        row = self.row("conversation.id")
        return int(row[0])

    @property
    def person(self) -> int:
        """The number of the resident."""
        return int(self.row("conversation.person_id")[0])

    @property
    def is_taken(self) -> bool:
        """True if a colleague has the conversation."""
        until = self.store.look(
            lambda unit: unit.connection.exec_driver_sql(
                f"SELECT taken_until FROM conversation WHERE id = {self.number}"
            ).scalar()
        )
        return until is not None and str(until)[:19] > str(self.clock())[:19]

    def row(self, columns: str) -> Any:
        """Return columns of the conversation."""
        select = (
            f"SELECT {columns} FROM conversation JOIN address ON address.id = address_id "
            f"WHERE external_id = '{self.name}'"
        )
        return self.store.look(lambda unit: unit.connection.exec_driver_sql(select).one())

    def hear(self, text: str = "", **fields: Any) -> Message | None:
        """Take one turn; return its answer, which waits in the hands of the sender."""
        number = f"in-{next(NUMBERS)}"
        arrival = Arrival(channel="web", external_id=number, sender=self.name, text=text, **fields)
        said = self.store.run(turn, NOBODY, script=self.script, arrival=arrival)
        if isinstance(said, LastWord):
            self.last_words.append(said)
        elif said is not None and said.tries:
            self.held.append(said)
        return None if said is None else said.message

    def take(self, who: Actor | None = None, minutes: int = 60) -> Taken:
        """Let a colleague take it over."""
        number, texts = self.number, self.texts
        return self.store.run(
            take_over, who or self.mila, conversation=number, texts=texts, minutes=minutes
        )

    def write(self, text: str, who: Actor | None = None) -> None:
        """Let the colleague write."""
        self.store.run(say, who or self.mila, conversation=self.number, text=text, texts=self.texts)

    def give_back(self, who: Actor | None = None) -> None:
        """Let the colleague give it back."""
        self.store.run(give_back, who or self.mila, conversation=self.number, go_on=self.go_on)

    def tick(self) -> int:
        """End what is overdue."""
        return self.store.run(end_overdue, TICK, go_on=self.go_on)

    def news(self) -> None:
        """Plan a notice for the resident."""
        self.store.run(
            notify,
            TICK,
            name="notice-answer",
            persons=[self.person],
            say=lambda _: Message("nieuws"),
            quiet=LOUD,
        )

    def claim(self) -> None:
        """Let the sender claim what is due."""
        known = {outgoing.id for outgoing in self.held}
        slots = self.store.run(claim, TICK, LANES, TERMS, {"web": 0}, 50)
        self.held += [slot.outgoing for slot in slots if slot.outgoing.id not in known]

    def hand_over(self) -> Outgoing | None:
        """Check the first of what is held once more, and let it leave if it may."""
        if not self.held:
            return None
        first = self.held.pop(0)
        ended = self.store.look(no_more_due, LANES, [first])
        result = ended.get(first.id)
        if result is None:
            self.left.append(first)
            result = Result(first.id, first.address, DeliveryState.SENT)
        self.store.run(record_results, TICK, results=[result])
        return None if first.id in ended else first

    def all_leaves(self) -> list[str]:
        """Let everything leave that may; return the texts of it."""
        before = len(self.left)
        for _ in range(30):
            self.claim()
            while self.held:
                self.hand_over()
        return [outgoing.message.text for outgoing in self.left[before:]]


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts(organisation="gemeente Waterdam", address="https://waterdam.example")


@pytest.fixture(scope="session")
def script(texts: Texts) -> Script:
    return make_script(texts)


@pytest.fixture
def colleague(waterdam: Store) -> Callable[..., Actor]:
    """`colleague("mila")`: somebody who works here."""

    def add(name: str, role: str = "editor") -> Actor:
        email = f"{name}@waterdam.example"
        return Actor("staff", waterdam.run(add_staff, TICK, email=email, name=name, role=role))

    return add


@pytest.fixture
def talk_of(
    waterdam: Store, script: Script, texts: Texts, clock: Clock, colleague: Callable[..., Actor]
) -> Callable[[str], Talk]:
    """`talk_of("anna")`: somebody who said hello, and heard the answer."""
    mila = colleague("Mila")

    def begin(name: str) -> Talk:
        talk = Talk(waterdam, script, clock, texts, name, mila)
        talk.hear("hoi")
        return talk

    return begin


@pytest.fixture
def talk(talk_of: Callable[[str], Talk]) -> Talk:
    """Somebody in the middle of signing up: asked what they bring."""
    talk = talk_of("anna")
    talk.all_leaves()
    talk.hear(opportunity=1, wish="join")
    talk.all_leaves()
    return talk
