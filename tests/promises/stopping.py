"""What two people and the house do, stopping and starting, and what each said last."""

import random
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

from content.message import Message
from outreach.conversations.conversation import begin_conversation
from outreach.conversations.silence import end_silent, remind_silent
from outreach.delivery.claim import claim_due, release_claims
from outreach.delivery.delivery import LEASE, DeliveryState, Outgoing, reply
from outreach.delivery.inbound import take_in
from outreach.delivery.notice import notify, stop_all
from outreach.delivery.results import Result, record_results
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import answer_question, ask_question
from outreach.interests.tell import Telling, change_and_tell, move_interest_and_tell
from outreach.parties.consent import start
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import look

WEB = ("web",)
ROUNDS, MOVES, OPPORTUNITIES = 50, 60, 6
NUMBERS = count(1)
REPLY, OWED, UNASKED = "reply", "owed", "unasked"


def words(*_: str) -> Message:
    return Message("bericht")


@dataclass
class History:
    """What two people and the house do, in an order that chance decides."""

    store: Store
    clock: Clock
    telling: Telling
    chance: random.Random
    opportunity: int
    people: dict[int, int] = field(default_factory=dict)
    interests: dict[int, int] = field(default_factory=dict)
    stopped: set[int] = field(default_factory=set)
    asked_after_stop: dict[int, list[int]] = field(default_factory=dict)
    waiting: list[tuple[int, int]] = field(default_factory=list)
    held: list[Outgoing] = field(default_factory=list)
    sent_after_stop: list[str] = field(default_factory=list)

    def begin(self) -> None:
        for _ in range(2):
            name = f"p{next(NUMBERS)}"
            person, address = self.store.run(
                meet, NOBODY, channel="web", external_id=name, language="nl"
            )
            self.store.run(
                begin_conversation, NOBODY, person=person, address=address, language="nl"
            )
            party = PartyDraft("resident", name)
            facts: dict[str, Any] = {
                "opportunity": self.opportunity,
                "version": self.store.look(_version, self.opportunity),
            }
            done = self.store.run(
                express_interest, Actor("person", person), party=party, brings="ik", **facts
            )
            self.people[person], self.interests[person] = address, done.interest

    def moves(self) -> None:
        deeds = (
            self.tell,
            self.tell,
            self.change,
            self.decide,
            self.remind,
            self.claim,
            self.claim,
            self.claim,
            self.settle,
            self.fail,
            self.crash,
            self.stop,
            self.stop,
            self.start,
            self.ask,
            self.ask,
            self.answer,
            self.answer,
            self.write,
        )
        for _ in range(MOVES):
            self.chance.choice(deeds)()
            self.clock.passes(seconds=self.chance.choice((0, 1, 20, 700)))
        self.claim()

    def who(self) -> int:
        """One of the two, mostly the first: more events for one person find more faults."""
        return self.chance.choice([*self.people, min(self.people)])

    def tell(self) -> None:
        self.store.run(
            notify, TICK, name="notice-answer", persons=self.people, say=words, quiet=LOUD
        )

    def change(self) -> None:
        facts: dict[str, Any] = {
            "duration": str(next(NUMBERS)),
            "opportunity": self.opportunity,
            "telling": self.telling,
        }
        self.store.run(change_and_tell, TICK, **facts)

    def decide(self) -> None:
        interest = self.interests[self.who()]
        state = "declined" if self.store.look(_state, interest) in ("in_talk", "new") else "in_talk"
        self.store.run(
            move_interest_and_tell, TICK, interest=interest, state=state, telling=self.telling
        )

    def remind(self) -> None:
        self.store.run(remind_silent, TICK, days=0, say=words, quiet=LOUD)
        self.store.run(end_silent, TICK, days=1, say=words, quiet=LOUD)

    def stop(self) -> None:
        who = self.who()
        self.store.run(stop_all, Actor("person", who, via="web"))
        self.stopped.add(who)
        self.asked_after_stop[who] = []

    def start(self) -> None:
        who = self.who()
        self.store.run(start, Actor("person", who))
        self.stopped.discard(who)

    def ask(self) -> None:
        who = self.who()
        # a stop and a question of the same moment cannot be two messages
        self.clock.passes(seconds=1)
        self.store.run(
            ask_question, Actor("person", who), opportunity=self.opportunity, text="Mag het?"
        )
        question = self.store.look(_last_question)
        self.waiting.append((who, question))
        if who in self.stopped:
            self.asked_after_stop[who].append(question)

    def answer(self) -> None:
        if self.waiting:
            _, question = self.waiting.pop(self.chance.randrange(len(self.waiting)))
            public = self.chance.choice((None, "Mag het?"))
            self.store.run(
                answer_question,
                TICK,
                question=question,
                answer=f"antwoord {question}",
                public_text=public,
                say=lambda language, asked, given: Message(given),
                quiet=LOUD,
            )

    def write(self) -> None:
        who = self.who()
        self.store.run(_turn, Actor("person", who), address=self.people[who])

    def claim(self) -> None:
        for out in self.store.run(claim_due, TICK, look(*WEB)):
            self.held.append(out)
            who = next(
                (person for person, address in self.people.items() if address == out.address), None
            )
            if who in self.stopped and (what := self.kind_of(out, who)) == UNASKED:
                self.sent_after_stop.append(what)

    def kind_of(self, out: Outgoing, who: int) -> str:
        """What a stopped person is about to get."""
        if self.store.look(_is_reply, out.id):
            return REPLY
        owed = {f"antwoord {question}" for question in self.asked_after_stop[who]}
        return OWED if out.message.text in owed else UNASKED

    def settle(self) -> None:
        self._end("sent")

    def fail(self) -> None:
        self._end("planned")

    def crash(self) -> None:
        """The process dies; another takes over what it held."""
        self.held.clear()
        self.store.run(release_claims, TICK, channels=WEB)
        self.clock.now += LEASE + timedelta(seconds=1)

    def _end(self, state: str) -> None:
        held, self.held = self.held, []
        again = self.clock.now + timedelta(seconds=5) if state == "planned" else None
        results = [
            Result(out.id, out.address, DeliveryState(state), again_at=again) for out in held
        ]
        self.store.run(record_results, TICK, results=results)


def _version(unit: Unit, opportunity: int) -> int:
    query = f"SELECT version FROM opportunity WHERE id = {opportunity}"
    return int(unit.connection.exec_driver_sql(query).scalar_one())


def _state(unit: Unit, interest: int) -> str:
    query = f"SELECT state FROM interest WHERE id = {interest}"
    return str(unit.connection.exec_driver_sql(query).scalar_one())


def _last_question(unit: Unit) -> int:
    return int(unit.connection.exec_driver_sql("SELECT max(id) FROM question").scalar_one())


def _is_reply(unit: Unit, delivery: int) -> bool:
    query = f"SELECT inbound_id IS NOT NULL FROM delivery WHERE id = {delivery}"
    return bool(unit.connection.exec_driver_sql(query).scalar_one())


def _turn(unit: Unit, *, address: int) -> None:
    inbound = take_in(
        unit, channel="web", external_id=f"m{next(NUMBERS)}", address=address, text="hoi"
    )
    reply(
        unit,
        inbound=inbound or 0,
        person=unit.actor.id or 0,
        address=address,
        message=Message("antwoord"),
    )
