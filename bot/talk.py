"""One turn: what came in, what it does to the conversation, and the answer, in one unit of work.

Nothing is answered before all of it is stored, and what was stored is always answered: a turn that fails is rolled
back, and a second unit stores the message in quarantine with a kind sentence and a way to a human.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.dialogue import Dialogue, DialogueFailed, Halt, advance, back
from bot.inbox import Arrival
from bot.questions import Heard, match, plain
from bot.speech import COMMAND_MARK, HUMAN, OFFER_AFTER, Speech
from bot.steps import Ask, Do, Look, Say
from content.message import Message, Option
from outreach.delivery.delivery import Outgoing, reply
from outreach.delivery.inbound import quarantine, take_in
from outreach.delivery.sender import Sender
from outreach.parties.person import came_by, language_of, meet
from outreach.store.clean import clean
from outreach.store.codes import looks_like_code
from outreach.store.errors import StoreError, StoreFailed
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from outreach.talks.conversation import Run, Talk, begin_talk, find_talk, keep_talk
from outreach.venues.trail import follow_trail, guess_code

ON_TOP = ("help", "human", "language", "my_data", "forget", "question", "menu")
CHAIN = 8
"""Dialogues that may follow each other within one turn."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class House:
    """What a turn needs besides the store: the texts, and the dialogues by name."""

    speech: Speech
    dialogues: Mapping[str, Dialogue]


class Talks:
    """The inbox of every channel."""

    def __init__(self, store: Store, house: House, sender: Sender) -> None:
        self._store, self._house, self._sender = store, house, sender

    async def take(self, arrival: Arrival) -> bool:
        """Store and answer one arrival; False where it came in before. Raises StoreError: the sender tries again."""
        try:
            answer = await self._store.write(turn, NOBODY, house=self._house, arrival=arrival)
        except StoreError:
            raise
        except Exception as error:
            log.error("turn failed", channel=arrival.channel, error=type(error.__cause__ or error).__name__)
            kept = error.run if isinstance(error, DialogueFailed) else Run()
            answer = await self._apologise(arrival, kept)
        if answer is None:
            return False
        self._sender.hand_over(answer)
        return True

    async def _apologise(self, arrival: Arrival, kept: Run | None) -> Outgoing | None:
        try:
            return await self._store.write(apologise, NOBODY, house=self._house, arrival=arrival, kept=kept)
        except SQLAlchemyError as error:
            raise StoreFailed from error


def turn(unit: Unit, *, house: House, arrival: Arrival) -> Outgoing | None:
    """Take one arrival through the conversation; returns the answer to send, or None for a duplicate."""
    talk, inbound, new = _receive(unit, house, arrival)
    if inbound is None:
        return None
    course = _Turn(unit, house, talk, arrival, new)
    message = course.answer()
    if talk.person in unit.erased:
        return Outgoing(0, talk.address, arrival.channel, arrival.sender, message, 1)
    keep_talk(unit, talk=course.talk)
    return _send(unit, arrival, talk, inbound, message)


def apologise(unit: Unit, *, house: House, arrival: Arrival, kept: Run | None) -> Outgoing | None:
    """Store an arrival whose turn failed, with what can be kept of the conversation, and say so kindly."""
    talk, inbound, _ = _receive(unit, house, arrival)
    if inbound is None:
        return None
    quarantine(unit, inbound=inbound)
    keep_talk(unit, talk=replace(talk, run=kept or Run(), rev=talk.rev + 1))
    way_out = Option(HUMAN, house.speech.texts.text("option", talk.language, "human"))
    message = Message(house.speech.texts.text("talk-failed", talk.language), (way_out,))
    return _send(unit, arrival, talk, inbound, message)


def _receive(unit: Unit, house: House, arrival: Arrival) -> tuple[Talk, int | None, bool]:
    """Find or make the conversation and store what came in; the inbound's id is None for a duplicate."""
    talk = find_talk(unit, channel=arrival.channel, external_id=arrival.sender)
    new = talk is None
    if talk is None:
        language = arrival.language if arrival.language in house.speech.texts.languages else "nl"
        person, address = meet(unit, channel=arrival.channel, external_id=arrival.sender, language=language)
        talk = begin_talk(unit, person=person, address=address, language=language)
    unit.actor = Actor("person", talk.person)
    external_id, text = arrival.external_id, clean(arrival.text) or (arrival.choice or "")
    inbound = take_in(unit, channel=arrival.channel, external_id=external_id, address=talk.address, text=text)
    return talk, inbound, new


def _send(unit: Unit, arrival: Arrival, talk: Talk, inbound: int, message: Message) -> Outgoing:
    delivery = reply(unit, inbound=inbound, person=talk.person, address=talk.address, message=message)
    return Outgoing(delivery, talk.address, arrival.channel, arrival.sender, message, 1)


class _Turn:
    """The course of one turn: which dialogue runs, what it hears, what is said."""

    def __init__(self, unit: Unit, house: House, talk: Talk, arrival: Arrival, new: bool) -> None:
        self.unit, self.house, self.talk, self.arrival, self.new = unit, house, talk, arrival, new
        self.run, self.beneath = talk.run, talk.beneath
        self.heard = Heard(clean(arrival.text))
        self.said: list[Say] = [Say("talk-hello")] if new else []
        self.language = talk.language
        self.did = False

    def answer(self) -> Message:
        """Decide what the arrival means, run the dialogues, and give the message that answers it."""
        halt = self._meant()
        misses = self.talk.misses + 1 if halt.unclear is not None else 0
        if self.did:
            self.language = language_of(self.unit) if self.talk.person not in self.unit.erased else self.language
        message = self.house.speech.message(
            self.said + halt.said, halt.ask, self.language, unclear=halt.unclear, misses=misses
        )
        moved = self.run != self.talk.run or halt.ask is None
        rev = self.talk.rev + 1 if moved else self.talk.rev
        self.talk = replace(self.talk, run=self.run, beneath=self.beneath, rev=rev, misses=misses)
        return replace(message, rev=rev, options=tuple(self._pressable(option, rev) for option in message.options))

    def _meant(self) -> Halt:
        if self.arrival.code or self.arrival.opportunity is not None:
            return self._enter(self.arrival.code, self.arrival.opportunity)
        if self.arrival.choice is not None:
            return self._pressed(self.arrival.choice)
        command = self.house.speech.command_of.get(plain(self.heard.text)) or self._slash(self.heard.text)
        if command is not None:
            return self._command(command)
        if looks_like_code(self.heard.text) and (halt := self._by_code(self.heard.text)) is not None:
            return halt
        if self.run.dialogue is None:
            return self._start("welcome" if self.new else "menu")
        if not self.heard.text:
            return self._drive(None)
        if self.talk.misses >= OFFER_AFTER and self._wants_human():
            return self._command("human")
        if self.arrival.seen is not None and self.arrival.seen < self.talk.rev:
            return self._early()
        return self._drive(self.heard)

    def _wants_human(self) -> bool:
        """The offered colleague is one more option, by number too."""
        ask = self._drive(None).ask
        offered = {HUMAN: (self.house.speech.texts.text("option", self.language, "human"),)}
        return ask is not None and match(self.heard.text, self._labels(ask) | offered) == HUMAN

    def _pressed(self, choice: str) -> Halt:
        """A pressed option counts for the question it stood under; one of an older question does not."""
        parts = choice.split(".", 2)
        option = parts[-1]
        if option.startswith(COMMAND_MARK) and option[1:] in ON_TOP:
            return self._command(option[1:])
        if parts[:2] != [str(self.talk.conversation), str(self.talk.rev)] or self.run.dialogue is None:
            self.said.append(Say("talk-old-button"))
            return self._drive(None) if self.run.dialogue else self._start("menu")
        return self._drive(Heard(choice=option))

    def _command(self, name: str) -> Halt:
        if name == "back":
            return self._back()
        if name == "cancel":
            self.said.append(Say("talk-cancelled"))
            self.run = Run()
            return self._ended()
        if name == "start":
            return self._start("start" if self.talk.stopped else "welcome")
        if name not in ON_TOP:
            self.beneath = None
            return self._start(name)
        if self.run.dialogue not in (None, *ON_TOP):
            self.beneath = self.run
        about = (self.beneath or self.run).about
        if name in ("human", "question"):
            return self._start(name, opportunity=about.get("opportunity"))
        return self._start(name, **({"waiting": True} if name == "menu" and self.beneath else {}))

    def _back(self) -> Halt:
        kept = back(self.run) if self.run.dialogue else None
        if kept is None:
            self.said.append(Say("talk-no-back"))
        else:
            self.run = kept
        return self._drive(None) if self.run.dialogue else self._start("menu")

    def _enter(self, code: str | None, opportunity: int | None) -> Halt:
        """Begin where a trail or a page leads."""
        if code is not None:
            return self._by_code(code) or self._lost()
        if self.run.about.get("opportunity") == opportunity and self.run.dialogue == "interest":
            self.said.append(Say("talk-resume"))
            return self._drive(None)
        return self._start("opportunity", opportunity=opportunity)

    def _by_code(self, code: str) -> Halt | None:
        """Follow a code that was typed or brought along; None where it is no code of ours."""
        meaning = guess_code(self.unit, code=code, address=self.talk.address)
        if meaning is None:
            open_text = self.run.dialogue is not None and _is_open(self._drive(None).ask)
            return None if open_text else self._lost()
        if meaning.kind == "trail":
            trail = follow_trail(self.unit, code=code)
            if trail is not None:
                came_by(self.unit, trail=trail[0])
                return self._start("opportunity", opportunity=trail[1], trail=trail[0])
        if meaning.kind == "invitation":
            return self._start("join", code=code)
        return self._start("interests")

    def _lost(self) -> Halt:
        self.said.append(Say("talk-code-unknown"))
        return self._drive(None) if self.run.dialogue else self._start("welcome" if self.new else "menu")

    def _early(self) -> Halt:
        """What was sent before our question was seen is no answer to it: it joins the open text just given."""
        halt = self._drive(None)
        entries = [i for i, entry in enumerate(self.run.transcript) if entry[0] != "look"]
        last = self.run.transcript[entries[-1]] if entries else None
        if last is None or last[0] != "ask" or not isinstance(last[2], str) or not self._was_open(last[1]):
            return halt
        added = [*self.run.transcript[: entries[-1]], ["ask", last[1], clean(f"{last[2]}\n{self.heard.text}", 2_000)]]
        self.run = replace(self.run, transcript=added)
        self.said.append(Say("talk-added"))
        return self._drive(None)

    def _was_open(self, key: str) -> bool:
        cut = next(i for i, entry in reversed(list(enumerate(self.run.transcript))) if entry[:2] == ["ask", key])
        run = replace(self.run, transcript=self.run.transcript[:cut], offers={})
        return _is_open(advance(self._dialogue(), run, None, self._perform).ask)

    def _start(self, dialogue: str, **about: Any) -> Halt:
        self.run = Run(dialogue, {name: value for name, value in about.items() if value is not None})
        return self._drive(None)

    def _drive(self, heard: Heard | None) -> Halt:
        """Run the present dialogue, and those that follow it, to the next question."""
        told: list[Say] = []
        hear = None if heard is None else lambda ask: ask.kind.read(heard, self._labels(ask))
        for _ in range(CHAIN):
            if self.run.dialogue not in self.house.dialogues:
                told.append(Say("talk-closed"))
                self.run = Run("menu")
            halt = advance(self._dialogue(), self.run, hear, self._perform)
            told += halt.said
            self.run, hear = halt.run, None
            if halt.ask is not None:
                return replace(halt, said=told)
            if halt.closed:
                told.append(Say("talk-closed"))
            if self.talk.person in self.unit.erased or not self._follow(halt, told):
                self.run = Run()
                break
        return Halt(self.run, told)

    def _follow(self, halt: Halt, told: list[Say]) -> bool:
        """Go on with what comes after a dialogue: the next one, the one beneath, or the menu after a refusal."""
        if halt.next is not None:
            self.run = Run(halt.next.dialogue, dict(halt.next.about))
        elif self.beneath is not None:
            self.run, self.beneath = self.beneath.without_looks(), None
            told.append(Say("talk-resume"))
        elif halt.run.dialogue != "menu" and (halt.refused or halt.closed or halt.run.dialogue in ON_TOP):
            self.run = Run("menu")
        else:
            return False
        return True

    def _ended(self) -> Halt:
        if self.beneath is not None:
            self.run, self.beneath = self.beneath.without_looks(), None
            return self._drive(None)
        return self._start("menu")

    def _dialogue(self) -> Dialogue:
        return self.house.dialogues[self.run.dialogue or "menu"]

    def _perform(self, step: Look[Any]) -> Any:
        if not isinstance(step, Do):
            return step.rule(self.unit, *step.args, **step.values)
        self.did = True
        with self.unit.deed():
            return step.rule(self.unit, *step.args, **step.values)

    def _labels(self, ask: Ask[Any]) -> dict[str, tuple[str, ...]]:
        return self.house.speech.labels(ask, self.language)

    def _pressable(self, option: Option, rev: int) -> Option:
        return replace(option, code=f"{self.talk.conversation}.{rev}.{option.code}")

    @staticmethod
    def _slash(text: str) -> str | None:
        name = text.lstrip("/").casefold() if text.startswith("/") else ""
        return name if name in ("start", "stop", "help", "menu") else None


def _is_open(ask: Ask[Any] | None) -> bool:
    return ask is not None and ask.kind.is_open
