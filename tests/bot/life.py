"""The life of a conversation in a toy dialogue: moves that people, crashes and deploys make.

A turn is stored as JSON or rolled back, as in the house: nothing is in memory between two turns.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import orjson
from hypothesis import event
from hypothesis import strategies as st

from bot.dialogue import DialogueFailed, Halt, advance, back
from bot.heard import Heard
from bot.steps import Ask, Do, Look
from outreach.conversations.conversation import Run
from outreach.refusal import Refusal
from tests.bot.scripts import Script, World, dialogue_of


class Life:
    """One conversation and what is stored of it; a failed turn leaves only what can be kept."""

    def __init__(self, script: Script, version: int = 0) -> None:
        self.script, self.world, self.stored = (
            script,
            World(version),
            orjson.dumps(Run("toy").as_json()),
        )
        self.halt: Halt | None = None
        self.turn(None)

    @property
    def run(self) -> Run:
        return Run(**orjson.loads(self.stored))

    @property
    def over(self) -> bool:
        return self.halt is not None and self.halt.ask is None

    def turn(self, heard: Heard | None, run: Run | None = None, *, crash: bool = False) -> None:
        draft = replace(self.world, done=list(self.world.done))
        hear = None if heard is None else lambda ask: ask.kind.read(heard, labels_of(ask))
        try:
            halt = advance(
                dialogue_of(self.script), run or self.run, hear, lambda step: perform(draft, step)
            )
        except DialogueFailed as failure:
            if not crash:
                event("a dialogue raised")
                self.halt = None if failure.run else Halt(Run(), [])
                self._keep(failure.run or Run("toy"), self.world)
            return
        if not crash:
            self.halt = halt
            self._keep(halt.run, draft)

    def back(self) -> None:
        if (kept := back(self.run)) is not None:
            self.turn(None, kept)

    def _keep(self, run: Run, world: World) -> None:
        self.stored, self.world = orjson.dumps(run.as_json()), world
        if not self.over:
            assert deeds_in(run) == [receipt.name for receipt in world.done]


def perform(world: World, step: Look[Any]) -> Any:
    """Run a rule as the house does: one that refuses leaves nothing."""
    before = len(world.done)
    try:
        return step.rule(world, *step.args, **step.values)
    except Refusal:
        assert isinstance(step, Do)
        del world.done[before:]
        raise


def labels_of(ask: Ask[Any]) -> Mapping[str, tuple[str, ...]]:
    return {code: (code,) for code in (*ask.kind.codes, *(option.code for option in ask.options))}


def deeds_in(run: Run) -> list[str]:
    return [entry[1] for entry in run.transcript if entry[0] == "do"]


def answers_in(run: Run) -> list[tuple[str, Any]]:
    return [(entry[1], entry[2]) for entry in run.transcript if entry[0] == "ask"]


ANSWER = st.tuples(st.just("answer"), st.integers(0, 4))
TROUBLE = st.tuples(
    st.sampled_from(["bad", "back", "no", "crash", "again", "moved", "closed"]), st.integers(0, 4)
)
MOVES = st.lists(st.one_of(ANSWER, ANSWER, TROUBLE), max_size=25)


def make(life: Life, move: str, number: int) -> None:
    """Make one move in a conversation."""
    ask = life.halt.ask if life.halt else None
    codes = list(labels_of(ask)) if ask else ["-"]
    match move:
        case "answer":
            life.turn(Heard(choice=codes[number % len(codes)]))
        case "no":
            life.turn(Heard(choice="no"))
        case "bad":
            life.turn(Heard("???"))
        case "back":
            life.back()
        case "crash":
            life.turn(Heard(choice=codes[number % len(codes)]), crash=True)
        case "again":
            life.turn(None)
        case "moved":
            life.world.version += 1
        case "closed":
            life.world.open = number != 0


def finish(life: Life) -> None:
    """Answer what is still asked with the first option that goes on."""
    for _ in range(60):
        if life.over:
            return
        codes = list(labels_of(life.halt.ask)) if life.halt and life.halt.ask else ["-"]
        life.turn(Heard(choice=codes[-1] if codes[0] == "on" else codes[0]))
    raise AssertionError("no end")


def straight(script: Script, answers: list[tuple[str, Any]], version: int) -> Life:
    """The same conversation, given these answers at once."""
    life = Life(script, version)
    for key, answer in answers:
        assert life.halt is not None
        assert life.halt.ask is not None
        assert life.halt.ask.key == key
        life.turn(Heard(choice={True: "yes", False: "no"}.get(answer, answer)))
    return life
