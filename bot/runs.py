"""Run the dialogues of one turn: the present one, those that follow it, and
the one that waits beneath.

What an arrival means stands in `bot/course.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from bot.dialogue import Dialogue, DialogueFailed, Halt, Hear, advance
from bot.questions import Heard, Unclear
from bot.speech import Speech
from bot.steps import Ask, Do, Look, Next, Say, Tell
from content.message import Message
from outreach.conversations.conversation import Run, Talk
from outreach.store.unit import Unit
from outreach.venues.trail import count_start

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
    """A turn raised. `kept` is the talk as it can go on: as it was stored, without what
    raises when it is replayed.
    """

    def __init__(self, kept: Talk) -> None:
        super().__init__()
        self.kept = kept


@dataclass(frozen=True, slots=True)
class House:
    """What a turn needs besides the store: the texts, and the dialogues by name."""

    speech: Speech
    dialogues: Mapping[str, Dialogue]


class Drive:
    """The runs of one talk in one turn. `run` is the present one, `beneath` the one that
    waits; `did`: a rule ran.
    """

    def __init__(self, unit: Unit, house: House, talk: Talk) -> None:
        self.unit, self.house, self.talk = unit, house, talk
        self.run, self.beneath = talk.run, talk.beneath
        self.origin: Part | None = "run"
        self.origin_beneath: Part | None = "beneath"
        self.language = talk.language
        self.did = False

    def start(self, dialogue: str, **about: Any) -> Halt:
        self.run, self.origin = (
            Run(dialogue, {name: value for name, value in about.items() if value is not None}),
            None,
        )
        return self.drive(None)

    def drive(self, heard: Heard | None) -> Halt:
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
        """Read an answer; one to a question that a new version of us put before the
        one that was asked is none.
        """
        if self.talk.asked not in (None, ask.key):
            return Unclear()
        return ask.kind.read(heard, self.labels(ask))

    def _count_start(self) -> None:
        """Count the first answer behind a trail."""
        trail = self.run.about.get("trail")
        if trail is not None and all(entry[0] != "ask" for entry in self.run.transcript):
            count_start(self.unit, trail=trail)

    def _advance(self, hear: Hear | None) -> Halt:
        """Run the present dialogue; where it raises, what was stored of it is
        kept as far as it is sound.
        """
        try:
            return advance(self.dialogue(), self.run, hear, self.perform)
        except DialogueFailed as failure:
            sound: dict[str, Any] = {}
            if self.origin is not None:
                sound[self.origin] = failure.run or (Run() if self.origin == "run" else None)
            raise TurnFailed(replace(self.talk, **sound)) from failure.__cause__

    def _follow(self, halt: Halt, told: list[Say]) -> bool:
        """Go on with what comes after a dialogue: the next one, the one beneath, or
        the menu after a refusal.
        """
        if halt.next is not None and self.beneath is not None and _same(halt.next, self.beneath):
            self._resume(self.beneath)
            told.append(Say("talk-resume"))
        elif halt.next is not None:
            waiting = (
                {"waiting": True}
                if halt.next.dialogue == "menu" and self.beneath is not None
                else {}
            )
            self.run, self.origin = _run(halt.next, waiting), None
            self.talk = replace(self.talk, rev=max(self.talk.rev, halt.next.rev))
        elif self.beneath is not None:
            self._resume(self.beneath)
            told.append(Say("talk-resume"))
        elif not told or (
            halt.run.dialogue != "menu"
            and (halt.refused or halt.closed or halt.run.dialogue in ON_TOP)
        ):
            self.run, self.origin = Run("menu"), None
        else:
            return False
        return True

    def end(self) -> Halt:
        if self.beneath is None:
            return self.start("menu")
        self._resume(self.beneath)
        return self.drive(None)

    def _resume(self, run: Run) -> None:
        self.run, self.origin, self.beneath = run.without_looks(), self.origin_beneath, None

    def dialogue(self) -> Dialogue:
        return self.house.dialogues[self.run.dialogue or "menu"]

    def perform(self, step: Look[Any]) -> Any:
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
        return lambda language: Message(
            self.house.speech.texts.text(value.key, language, **value.facts)
        )

    def labels(self, ask: Ask[Any]) -> dict[str, tuple[str, ...]]:
        return self.house.speech.labels(ask, self.language)


def _run(following: Next, more: Mapping[str, Any]) -> Run:
    """The run that follows: a new one, or one that was under way in another conversation."""
    return Run(
        following.dialogue,
        {**following.about, **more},
        list(following.transcript),
        dict(following.offers),
    )


def _same(following: Next, run: Run) -> bool:
    """Tell whether what follows is what waits already: the same
    interest in the same opportunity.
    """
    subjects = {following.about.get("opportunity"), run.about.get("opportunity")}
    return following.dialogue == run.dialogue == HALF_GIVEN and len(subjects) == 1
