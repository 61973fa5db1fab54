"""A conversation in one toy dialogue, without a house around it."""

from typing import Any

import orjson

from bot.dialogue import Dialogue, Halt, advance
from bot.heard import Heard
from bot.questions import number, one_of, text, yes_no
from bot.steps import Ask, Look
from outreach.conversations.conversation import Run
from outreach.refusal import Refusal

KIND = Ask("toy-kind", one_of("alone", "group"))
NAME = Ask("toy-name", text(longest=80))
SIZE = Ask("toy-size", number(1, 99))
GIVE = Ask("toy-give", text(longest=80))
SURE = Ask("toy-sure", yes_no)


class Changed(Refusal):
    again = True


class Talk:
    """A conversation in one dialogue, stored as JSON between turns; `done` is its actions."""

    def __init__(self, dialogue: Dialogue) -> None:
        self.dialogue, self.run, self.done = dialogue, Run("toy"), list[Any]()
        self.looked = 0
        self.halt = self.turn(None)

    def turn(self, heard: Heard | None) -> Halt:
        def perform(step: Look[Any]) -> Any:
            self.looked += 1
            return step.rule(self.done, *step.args, **step.values)

        hear = None if heard is None else lambda ask: ask.kind.read(heard, labels(ask))
        self.halt = advance(self.dialogue, self.run, hear, perform)
        self.run = Run(**orjson.loads(orjson.dumps(self.halt.run.as_json())))
        return self.halt

    def say(self, *texts: str) -> Halt:
        for typed in texts:
            self.turn(Heard(typed))
        return self.halt

    @property
    def asked(self) -> str | None:
        return self.halt.ask.key if self.halt.ask else None

    @property
    def said(self) -> list[str]:
        return [say.key for say in self.halt.said]


def labels(ask: Ask[Any]) -> dict[str, tuple[str, ...]]:
    return {code: (code,) for code in (*(option.code for option in ask.options), *ask.kind.codes)}
