"""Nobody is told more than sixty words at a time, whichever way they go."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.speech import COMMANDS
from content.fluent import words
from outreach.meetings.samples import add_sample_meetings
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.bot.conftest import Person
from tests.content.sources import SPOKEN
from tests.exploring import explore_draft
from tests.outreach.meetings.meeting_at import TELLING

pytestmark = pytest.mark.sqlite
MOST = 60
TURNS = 1_000
EVERY = 4
"""Turns after which a word is typed that works everywhere."""
TYPED = {
    "interest-people": "6",
    "interest-reach": "anna@mail.example",
    "email-address": "anna@mail.example",
    "interest-own-name": "Anna",
    "interest-group-name": "De buren",
    "interest-name": "De Schoffel",
    "forget-called": "Anna",
}
OTHERWISE = "Wij schilderen samen de muur."
LONGER = {
    "my_data": "all that we hold of somebody is told at once, and the law wants it whole",
    "forget": "it cannot be undone: what goes and what stays is read before the yes",
    "forget-sure": "it is told in both languages of the talk: nobody can ask afterwards",
    "interests": "all that somebody signed up for is listed: one looks through it",
    "help": "a list of words, and below it the question that goes on",
    "link": "a code that gives another access is warned of where it is shown",
    "requirements-can": "what is still to be looked at stands there in the record's own words",
    "requirements-instead": "the same",
}
"""Answers to which more may be said, or dialogues in which it may be, and why."""
BY_CODE = {"join"}
"""Dialogues to which only somebody else's code leads."""
BY_DECISION = {"agreement"}
"""Dialogues in which something is asked only after a colleague's decision."""


@dataclass
class Walk:
    """Goes where nobody went before: of the ways from a question the one gone least."""

    person: Person
    rows: Callable[[str], list[Any]]
    language: str
    gone: Counter[tuple[str, str]] = field(default_factory=Counter)
    met: set[str] = field(default_factory=set)
    said: dict[str, tuple[int, str]] = field(default_factory=dict)
    at: str = ""
    """What was answered last: a word or a button that leads to a dialogue, or a question."""

    def go(self) -> None:
        self.person.enter(opportunity=1)
        for turn in range(TURNS):
            now = self.rows("SELECT dialogue, asked FROM conversation")
            dialogue, asked = now[0] if now else (None, None)
            self._note(str(dialogue))
            self._step(str(asked), commanded=turn % EVERY == 0)

    def _step(self, asked: str, *, commanded: bool) -> None:
        options = {option.label: option.code for option in self.person.last.options}
        ways = [*options, *([""] if self.person.last.open or not options else [])]
        if commanded:
            ways = [f"!{name}" for name in COMMANDS]
        way = min(ways, key=lambda each: (self.gone["" if commanded else asked, each], each))
        self.gone["" if commanded else asked, way] += 1
        leads = options.get(way, "").rpartition(".")[2]
        self.at = way[1:] if commanded else leads if leads in SPOKEN else asked
        if way in options:
            self.person.hand_in(choice=options[way])
        elif way:
            self.person.hand_in(text=_word(way[1:], self.language))
        else:
            self.person.hand_in(text=TYPED.get(asked, OTHERWISE))

    def _note(self, dialogue: str) -> None:
        """Keep the longest that was said to each answer.

        What people told does not count, nor the cards of a list: one looks through them.
        """
        self.met.add(dialogue)
        last = self.person.last
        told = [" ".join(row) for card in last.cards if card.bare for row in card.facts]
        listed = [card.words for card in last.cards if card.number]
        count = len(last.text.split()) - len(" ".join([*told, *listed]).split())
        if dialogue not in LONGER and count > self.said.get(self.at, (0, ""))[0]:
            self.said[self.at] = (count, last.text)


def _word(name: str, language: str) -> str:
    """Return a word of this language for a command."""
    mine = 0 if language == "nl" else -1
    return words("talk-words", name.replace("_", "-"))[mine]


def _too_long(said: dict[str, tuple[int, str]]) -> Iterator[tuple[str, int, str]]:
    for at, (count, text) in sorted(said.items()):
        if count > MOST and at not in LONGER:
            yield at, count, text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_turn_of_any_dialogue_says_more_than_sixty_words(
    waterdam: Store,
    talk_with: Callable[..., Person],
    rows: Callable[[str], list[Any]],
    language: str,
) -> None:
    waterdam.run(add_sample_meetings, NOBODY, telling=TELLING)
    explore_draft(waterdam)
    walk = Walk(talk_with(waterdam, "anna", language), rows, language)

    walk.go()

    assert SPOKEN - walk.met - set(COMMANDS) - BY_CODE - BY_DECISION == set()
    for x in _too_long(walk.said):
        print("@@", x)
    assert list(_too_long(walk.said)) == []
