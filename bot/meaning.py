"""What an arrival means, given the conversation and the question that is open.

Nothing here has an effect or reads the store. What is done about it stands in `bot/course.py`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Any

from bot.heard import Heard, Unclear
from bot.inbox import Arrival
from bot.listening.vocabulary import WISHES
from bot.matching import match, plain
from bot.questions import longest_of
from bot.speech import (
    AGAIN,
    AGREEMENT,
    ANSWERS,
    CHANGE_MARK,
    COMMAND_MARK,
    HUMAN,
    OFFER_AFTER,
    ON_TOP,
    Speech,
)
from bot.steps import Ask
from outreach.conversations.conversation import ConversationState
from outreach.store.codes import code_in, code_within, looks_like_code

SLASHES = ("start", "stop", "help", "menu")
"""Words that also work as "/stop"."""
SAID, ASK, TELL, ADD, DROP, AT, NEAR = "said", "ask", "tell", "add", "drop", "at", "near"
SPEAK = "speak_"
"""Stands before the code of a language in which somebody may go on."""
USES = (SAID, ASK, TELL, ADD, DROP)
"""What a text may be taken for that was sent before: an answer, a question, a word with a human,
more of the answer before it, or nothing.
"""
OFFERED = re.compile(rf"{re.escape(COMMAND_MARK)}([a-z_]{{2,20}})(\d{{0,18}})")
"""The code of an option of ours beside those of a question: a wish, or what is to be done with a
message (its number), an opportunity or a place (likewise).
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to the open question, typed or pressed."""

    heard: Heard


@dataclass(frozen=True, slots=True)
class Command:
    """A word that works everywhere; `spoken` is the language that was picked with it.

    `number` is that of the record that it was offered for.
    """

    name: str
    spoken: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that was sent before is to be taken for something: an answer, or a message to staff.

    It is the inbound message of this number, or `text`.
    """

    use: str
    inbound: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was brought along, typed or pressed.

    `typed` as the whole message, one that we do not know may still be an answer. Under what a
    colleague wrote about somebody's own interest the `pressed` one is a reference: the answer goes
    to them.
    """

    code: str
    typed: bool = False
    pressed: bool = False
    wish: str | None = None


@dataclass(frozen=True, slots=True)
class FromPage:
    """Somebody came from the page of an opportunity, perhaps with a wish that was pressed there."""

    opportunity: int
    wish: str | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question about an opportunity to which what is published may be the answer."""

    opportunity: int
    text: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is open in a place, or of a theme, is asked for."""

    place: str | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """One of the places, by number, in which a street lies that was named before."""

    place: int


@dataclass(frozen=True, slots=True)
class Addition:
    """Text sent before our question was seen: it belongs to the answer before it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A message that was sent before, and now has another text."""


@dataclass(frozen=True, slots=True)
class OldButton:
    """A button under an older question, of this option."""

    option: str = ""


@dataclass(frozen=True, slots=True)
class Changing:
    """The answer to the question of this key is to be changed: its line was pressed."""

    key: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing that can be understood, such as a photo: the open question is put again."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Any message while no dialogue is under way."""


Meaning = (
    Answer
    | Command
    | Taken
    | Code
    | FromPage
    | Around
    | Near
    | Inquiry
    | Addition
    | Correction
    | Changing
    | OldButton
    | Nothing
    | Beginning
)


class Reading:
    """Reads one arrival. `peek` returns the open question; it is called only if needed, once."""

    def __init__(
        self,
        arrival: Arrival,
        conversation: ConversationState,
        speech: Speech,
        peek: Callable[[], Ask[Any] | None],
    ) -> None:
        self._arrival, self._conversation, self._speech = arrival, conversation, speech
        self._peek = peek
        self._heard = Heard(arrival.text)

    def meaning(self) -> Meaning:
        """Return what the arrival means."""
        arrival = self._arrival
        if self.corrects:
            return self._command() or Correction()
        if arrival.code is not None:
            return Code(arrival.code, wish=arrival.wish)
        if arrival.opportunity is not None:
            return FromPage(arrival.opportunity, arrival.wish)
        if arrival.choice is not None:
            return self._pressed(arrival.choice)
        return self._command() or self._code() or self.of_words()

    def of_words(self) -> Meaning:
        """Return what a text means that is neither a command nor a code."""
        if self._conversation.run.dialogue is None:
            return Beginning()
        if not self._heard.text:
            return Nothing()
        if self._conversation.misses >= OFFER_AFTER and self._picks_human():
            return Command("human")
        seen = self._arrival.seen
        if seen is not None and seen < self._conversation.rev:
            return Addition()
        return Answer(self._heard)

    @property
    def corrects(self) -> bool:
        """Whether an earlier message was changed, and not the answer to the open question.

        In place of that one, the new text is simply another answer.
        """
        still_open = self._arrival.seen == self._conversation.rev
        return self._arrival.corrects and not (self._conversation.run.dialogue and still_open)

    @property
    def unreadable(self) -> bool:
        """Whether something came along that we cannot read, such as a photo."""
        arrival = self._arrival
        leads = arrival.code is not None or arrival.opportunity is not None
        return not (arrival.media is None or self.corrects or leads or arrival.choice is not None)

    @cached_property
    def is_answer(self) -> bool:
        """Whether the text answers the open question."""
        ask = self._question
        if ask is None:
            return False
        labels = self._speech.labels(ask, self._conversation.language)
        return not isinstance(ask.kind.read(self._heard, labels), Unclear)

    @cached_property
    def _question(self) -> Ask[Any] | None:
        return self._peek()

    def _picks_human(self) -> bool:
        """Return True if the text picks the colleague who was offered as one more option.

        Their number or label counts only if it is no answer to the question itself.
        """
        ask = self._question
        if ask is None:
            return False
        labels = self._speech.labels(ask, self._conversation.language, offers_human=True)
        shown = dict(takewhile(lambda item: item[0] != HUMAN, labels.items()))
        picked = match(self._heard.text, labels) == HUMAN
        return picked and isinstance(ask.kind.read(self._heard, shown), Unclear)

    def _pressed(self, choice: str) -> Meaning:
        """Return what a pressed option means; it counts only for the question it stood under.

        Under what was sent to many, it is the code of a trail.
        """
        code, _, wish = choice.partition(".")
        if looks_like_code(code):
            return Code(code, pressed=not wish, wish=wish or None)
        *question, option = choice.split(".", 2)
        now = self._conversation
        is_old = now.run.dialogue is None or question != [str(now.id), str(now.rev)]
        if option.startswith(CHANGE_MARK) and not is_old:
            return Changing(option.removeprefix(CHANGE_MARK))
        if option.startswith(COMMAND_MARK):
            return offered(option, is_old=is_old)
        return OldButton(option) if is_old else Answer(Heard(choice=option))

    def _command(self) -> Command | None:
        text = self._heard.text
        name = self._speech.command_of.get(plain(text)) or _slash(text)
        # another question that takes a yes or no was asked last, so it is that one's answer
        elsewhere = name in ANSWERS and self._conversation.run.dialogue != AGREEMENT
        if elsewhere and self.is_answer and self._question and not longest_of(self._question.kind):
            return None
        return None if name is None else Command(name)

    def _code(self) -> Code | None:
        """Find a code that was typed; one in the middle of an answer is part of that answer."""
        whole = code_in(self._heard.text)
        if whole is not None:
            return Code(whole, typed=True)
        within = code_within(self._heard.text)
        return None if within is None or self.is_answer else Code(within)


def offered(option: str, *, is_old: bool = False) -> Meaning:
    """Return what an option of ours means that stood beside those of a question."""
    found = OFFERED.fullmatch(option)
    if found is None:
        return OldButton()
    name, number = found[1], int(found[2] or 0)
    if name == AT:
        return FromPage(number)
    if name == NEAR:
        return Near(number)
    if name.startswith(SPEAK):
        return Command("language", name.removeprefix(SPEAK))
    if name in USES:
        # tapped twice, a message to the town hall would go twice
        return OldButton() if is_old else Taken(name, number)
    return Command(name, number=number) if name in (*ON_TOP, *WISHES, AGAIN) else OldButton()


def _slash(text: str) -> str | None:
    """Return the command in "/stop" or "/stop@name_of_the_bot"; a code behind it goes first."""
    name, _, rest = text[1:].casefold().partition(" ") if text.startswith("/") else ("", "", "")
    name = name.partition("@")[0]
    leads = name == "start" and code_within(rest) is not None
    return name if name in SLASHES and not leads else None
