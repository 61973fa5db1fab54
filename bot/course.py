"""The course of one turn: what an arrival means, which dialogues run, and the message that answers it.

How it is stored, and what happens where it fails, stands in `bot/talk.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Literal

from bot.dialogue import Dialogue, DialogueFailed, Halt, Hear, advance, back
from bot.inbox import Arrival
from bot.questions import Heard, Unclear, match, plain
from bot.speech import COMMAND_MARK, HUMAN, OFFER_AFTER, Speech
from bot.steps import Ask, Do, Look, Next, Say, Tell
from content.message import Message, Option
from outreach.interests.interest import my_interests
from outreach.parties.person import came_by, language_of
from outreach.store.codes import looks_like_code
from outreach.store.unit import Unit
from outreach.talks.conversation import Run, Talk
from outreach.venues.trail import count_start, count_view, follow_trail, guess_code

ON_TOP = ("help", "human", "language", "my_data", "forget", "question", "link", "leave", "menu")
HALF_GIVEN = "interest"
"""The dialogue whose answers are worth keeping when a person turns to another opportunity."""
CHAIN = 8
"""Dialogues that may follow each other within one turn."""

Part = Literal["run", "beneath"]
"""The two parts of a stored talk; a run that began in this turn comes from neither."""


class EndlessChain(Exception):
    """Dialogues follow each other without a question in between."""


class TurnFailed(Exception):
    """A turn raised. `kept` is the talk as it can go on: as it was stored, without what raises when it is replayed."""

    def __init__(self, kept: Talk) -> None:
        super().__init__()
        self.kept = kept


@dataclass(frozen=True, slots=True)
class House:
    """What a turn needs besides the store: the texts, and the dialogues by name."""

    speech: Speech
    dialogues: Mapping[str, Dialogue]


class Course:
    """The course of one turn: which dialogue runs, what it hears, what is said. After it, `talk` is what to keep."""

    def __init__(self, unit: Unit, house: House, talk: Talk, arrival: Arrival) -> None:
        self.unit, self.house, self.talk, self.arrival = unit, house, talk, arrival
        self.new = talk.rev == 0
        self.run, self.beneath = talk.run, talk.beneath
        self.origin: Part | None = "run"
        self.origin_beneath: Part | None = "beneath"
        self.heard = Heard(arrival.text)
        self.said: list[Say] = [Say("talk-hello")] if self.new else []
        self.language = talk.language
        self.did = False

    def answer(self) -> Message:
        """Decide what the arrival means, run the dialogues, and give the message that answers it."""
        halt = self._meant()
        return self._message(halt, self.talk.misses + 1 if halt.unclear is not None else 0)

    def apology(self, kept: Talk) -> Message:
        """Say that a turn failed, and put the question that is kept of the talk again, with a way to a human."""
        self.run, self.beneath = kept.run, kept.beneath
        self.said.append(Say("talk-failed"))
        return self._message(self._drive(None) if self.run.dialogue else self._ended(), OFFER_AFTER)

    def _message(self, halt: Halt, misses: int) -> Message:
        if self.did:
            self.language = language_of(self.unit) if self.talk.person not in self.unit.erased else self.language
        message = self.house.speech.message(
            self.said + halt.said, halt.ask, self.language, unclear=halt.unclear, misses=misses
        )
        moved = self.run != self.talk.run or halt.ask is None
        rev = self.talk.rev + 1 if moved else self.talk.rev
        asked = None if halt.ask is None else halt.ask.key
        self.talk = replace(self.talk, run=self.run, beneath=self.beneath, rev=rev, misses=misses, asked=asked)
        return replace(message, rev=rev, options=tuple(self._pressable(option, rev) for option in message.options))

    def _meant(self) -> Halt:
        if self.arrival.code is not None or self.arrival.opportunity is not None:
            return self._enter(self.arrival.code, self.arrival.opportunity)
        if self.arrival.choice is not None:
            return self._pressed(self.arrival.choice)
        if self.arrival.media is not None:
            self.said.append(Say(f"talk-media-{self.arrival.media['kind']}"))
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
        """The offered colleague is one more option, by number too, where that is no answer to the question."""
        ask = self._drive(None).ask
        if ask is None:
            return False
        labels = self.house.speech.labels(ask, self.language, offers_human=True)
        shown = dict(takewhile(lambda item: item[0] != HUMAN, labels.items()))
        return match(self.heard.text, labels) == HUMAN and isinstance(ask.kind.read(self.heard, shown), Unclear)

    def _understands(self, ask: Ask[Any]) -> bool:
        return not isinstance(ask.kind.read(self.heard, self._labels(ask)), Unclear)

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
            name = "start" if self.talk.stopped else "welcome"
        if name not in ON_TOP:
            self.beneath = None
            return self._start(name)
        if self.run.dialogue == name != "menu":
            return self._drive(None)
        self._lay_beneath(name)
        about = (self.beneath or self.run).about
        if name in ("human", "question"):
            return self._start(name, opportunity=about.get("opportunity"))
        return self._start(name, **({"waiting": True} if name == "menu" and self.beneath else {}))

    def _lay_beneath(self, name: str) -> None:
        if self._waits(name):
            self.beneath, self.origin_beneath = self.run, self.origin

    def _waits(self, name: str) -> bool:
        """Tell whether the present run is to wait beneath a command; a menu leaves a half-given interest its place."""
        if self.run.dialogue in (None, "menu"):
            return False
        half_given = self.beneath is not None and self.beneath.dialogue == HALF_GIVEN
        if name == "menu" and half_given and self.run.dialogue != HALF_GIVEN:
            return False
        return self.beneath is None or self.run.dialogue not in ON_TOP

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
        self._set_aside()
        return self._start("opportunity", opportunity=opportunity)

    def _by_code(self, code: str) -> Halt | None:
        """Follow a code that was typed or brought along; None where it is no code of ours."""
        meaning = guess_code(self.unit, code=code, address=self.talk.address)
        if meaning is None:
            ask = self._drive(None).ask if self.run.dialogue and code == self.heard.text else None
            return None if ask is not None and self._understands(ask) else self._lost()
        if meaning.kind == "link":
            self._lay_beneath("link")
            return self._start("link", code=code)
        self._set_aside()
        if meaning.kind == "trail":
            trail = follow_trail(self.unit, code=code)
            if trail is not None:
                came_by(self.unit, trail=trail.id)
                count_view(self.unit, trail=trail.id)
                return self._start(trail.dialogue, opportunity=trail.opportunity, trail=trail.id)
        if meaning.kind == "invitation":
            return self._start("join", code=code)
        if meaning.subject not in [card.id for card in my_interests(self.unit)]:
            self.said.append(Say("talk-code-reference"))
            return self._start("menu")
        return self._start("interests")

    def _set_aside(self) -> None:
        """Keep an interest that is half given; whatever else waits makes room for what the person wants now."""
        if self.run.dialogue == HALF_GIVEN:
            self.beneath, self.origin_beneath = self.run, self.origin
        elif self.beneath is not None and self.beneath.dialogue != HALF_GIVEN:
            self.beneath = None

    def _lost(self) -> Halt:
        self.said.append(Say("talk-code-unknown"))
        return self._drive(None) if self.run.dialogue else self._start("welcome" if self.new else "menu")

    def _early(self) -> Halt:
        """What was sent before our question was seen is no answer to it: it joins the open text just given."""
        halt = self._drive(None)
        entries = [i for i, entry in enumerate(self.run.transcript) if entry[0] != "look"]
        last = self.run.transcript[entries[-1]] if entries else None
        if last is None or last[0] != "ask" or not isinstance(last[2], str):
            return halt
        longer = self._reads(entries[-1], Heard(f"{last[2]}\n{self.heard.text}"))
        if longer is None:
            return halt
        self.run = replace(self.run, transcript=[*self.run.transcript[: entries[-1]], ["ask", last[1], longer]])
        self.said.append(Say("talk-added"))
        return self._drive(None)

    def _reads(self, position: int, heard: Heard) -> str | None:
        """What the open question that was answered there makes of an answer; None where it was none, or refuses it."""
        run = replace(self.run, transcript=self.run.transcript[:position], offers={})
        ask = advance(self._dialogue(), run, None, self._perform).ask
        value = ask.kind.read(heard, self._labels(ask)) if ask is not None and ask.kind.is_open else None
        return value if isinstance(value, str) else None

    def _start(self, dialogue: str, **about: Any) -> Halt:
        self.run, self.origin = Run(dialogue, {name: value for name, value in about.items() if value is not None}), None
        return self._drive(None)

    def _drive(self, heard: Heard | None) -> Halt:
        """Run the present dialogue, and those that follow it, to the next question."""
        told: list[Say] = []
        hear = None if heard is None else lambda ask: self._hear(ask, heard)
        for _ in range(CHAIN):
            if self.run.dialogue not in self.house.dialogues:
                told.append(Say("talk-closed"))
                self.run, self.origin, hear = Run("menu"), None, None
            halt = self._advance(hear)
            if hear is not None and halt.unclear is None:
                self._count_start()
            told += halt.said
            self.run, hear = halt.run, None
            if halt.ask is not None:
                return replace(halt, said=told)
            if halt.closed:
                told.append(Say("talk-closed"))
            if self.talk.person in self.unit.erased or not self._follow(halt, told):
                self.run = Run()
                return Halt(self.run, told)
        raise TurnFailed(self.talk) from EndlessChain(self.run.dialogue)

    def _hear(self, ask: Ask[Any], heard: Heard) -> Any:
        """Read an answer; one to a question that a new version of us put before the one that was asked is none."""
        if self.talk.asked not in (None, ask.key):
            return Unclear()
        return ask.kind.read(heard, self._labels(ask))

    def _count_start(self) -> None:
        """Count the first answer behind a trail."""
        trail = self.run.about.get("trail")
        if trail is not None and all(entry[0] != "ask" for entry in self.run.transcript):
            count_start(self.unit, trail=trail)

    def _advance(self, hear: Hear | None) -> Halt:
        """Run the present dialogue; where it raises, what was stored of it is kept as far as it is sound."""
        try:
            return advance(self._dialogue(), self.run, hear, self._perform)
        except DialogueFailed as failure:
            sound: dict[str, Any] = {}
            if self.origin is not None:
                sound[self.origin] = failure.run or (Run() if self.origin == "run" else None)
            raise TurnFailed(replace(self.talk, **sound)) from failure.__cause__

    def _follow(self, halt: Halt, told: list[Say]) -> bool:
        """Go on with what comes after a dialogue: the next one, the one beneath, or the menu after a refusal."""
        if halt.next is not None and self.beneath is not None and _same(halt.next, self.beneath):
            self._resume(self.beneath)
            told.append(Say("talk-resume"))
        elif halt.next is not None:
            waiting = {"waiting": True} if halt.next.dialogue == "menu" and self.beneath is not None else {}
            self.run, self.origin = _run(halt.next, waiting), None
            self.talk = replace(self.talk, rev=max(self.talk.rev, halt.next.rev))
        elif self.beneath is not None:
            self._resume(self.beneath)
            told.append(Say("talk-resume"))
        elif not told or (halt.run.dialogue != "menu" and (halt.refused or halt.closed or halt.run.dialogue in ON_TOP)):
            self.run, self.origin = Run("menu"), None
        else:
            return False
        return True

    def _ended(self) -> Halt:
        if self.beneath is None:
            return self._start("menu")
        self._resume(self.beneath)
        return self._drive(None)

    def _resume(self, run: Run) -> None:
        self.run, self.origin, self.beneath = run.without_looks(), self.origin_beneath, None

    def _dialogue(self) -> Dialogue:
        return self.house.dialogues[self.run.dialogue or "menu"]

    def _perform(self, step: Look[Any]) -> Any:
        if not isinstance(step, Do):
            return step.rule(self.unit, *step.args, **step.values)
        self.did = True
        values = {name: self._in_words(value) for name, value in step.values.items()}
        with self.unit.deed():
            return step.rule(self.unit, *step.args, **values)

    def _in_words(self, value: Any) -> Any:
        """Give a rule that tells somebody else something the function that says it."""
        if not isinstance(value, Tell):
            return value
        return lambda language: Message(self.house.speech.texts.text(value.key, language, None, **value.facts))

    def _labels(self, ask: Ask[Any]) -> dict[str, tuple[str, ...]]:
        return self.house.speech.labels(ask, self.language)

    def _pressable(self, option: Option, rev: int) -> Option:
        return Option(f"{self.talk.conversation}.{rev}.{option.code}", option.label)

    @staticmethod
    def _slash(text: str) -> str | None:
        name = text[1:].casefold().partition("@")[0] if text.startswith("/") else ""  # "/stop@name_of_the_bot" too
        return name if name in ("start", "stop", "help", "menu") else None


def _run(following: Next, more: Mapping[str, Any]) -> Run:
    """The run that follows: a new one, or one that was under way in another conversation."""
    return Run(following.dialogue, {**following.about, **more}, list(following.transcript), dict(following.offers))


def _same(following: Next, run: Run) -> bool:
    """Tell whether what follows is what waits already: the same interest in the same opportunity."""
    subjects = {following.about.get("opportunity"), run.about.get("opportunity")}
    return following.dialogue == run.dialogue == HALF_GIVEN and len(subjects) == 1
