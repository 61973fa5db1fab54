"""What is heard in a text: what somebody wants, how surely, and how it is said."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from bot.listening.phrases import Found, Phrases, Sentence
from bot.listening.words import words_of
from content.fluent import words

WISHES = (
    "stop",
    "forget",
    "human",
    "my_data",
    "privacy",
    "help",
    "language",
    "interests",
    "meetings",
    "question",
    "start",
    "menu",
    "back",
    "cancel",
    "browse",
    "link",
    "email",
    "no_mail",
)
"""What somebody may want at any question."""
PART_OF = {"no_mail": "stop"}
"""Wishes that are part of another: who says no more than the part does not want all of it."""
URGENT = ("stop", "no_mail", "forget", "human", "my_data", "privacy", "language")
"""Wishes that go before anything else that a sentence may mean."""
OPTIONS = (
    "join",
    "more",
    "requirements",
    "answers",
    "share",
    "others",
    "nearby",
    "theme",
    "all",
    "alone",
    "group",
    "organisation",
    "yes",
    "no",
    "enough",
    "send",
    "skip",
    "interest",
    "keep",
    "withdraw",
    "fine",
    "unmet",
)
"""Options of ours that people choose in a sentence of their own, where they are offered."""
TONES = (
    "ahead",
    "insult",
    "nameless",
    "puzzled",
    "unknown",
    "thanks",
    "hello",
    "bye",
    "complaint",
    "contact",
)
LEADING = ("human", "question", "stop", "forget", "my_data")
"""Wishes that are offered if only a word of them is there."""
NEVER_MISSED = ("stop", "no_mail", "forget")
"""Wishes that are offered however much else is said, short of a letter."""
MOST_GUESSES = 2
SOMETHING = "x1"
"""Stands for an address: its words say nothing, but there is something else beside a "doe maar"."""
LONG = 14
"""Words of a text that is more than an answer or a question."""
FEW = 4
"""Words of something else beside what somebody wants, where that is still sure."""
FEWEST_DIGITS = 8
"""Digits of a telephone number that stands in a text."""
FEWEST_ASKING = 3
"""Words of a question without its mark."""
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
LOOKED_THROUGH = 500
"""Letters of a text that are searched for an address or a number."""
FORMS = re.compile(r"[\s/=~]+")
ARABIC_MARK = "\u061f"
NUMBER = re.compile(r"\+?\d[\d\s()/.-]{6,}\d")


class Certainty(IntEnum):
    """How sure it is that a wish is meant."""

    MENTIONED = 1
    """One word of it is there, among others."""
    SAID = 2
    """A phrase of it is there, among others."""
    ALONE = 3
    """Nothing else is said."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants. `size` counts the words that say so, `left` those that say something
    else; `spelled` is False if one is only nearly a word of ours.
    """

    name: str
    certainty: Certainty
    size: int
    left: int
    spelled: bool

    @property
    def is_urgent(self) -> bool:
        """Whether it goes before anything else that a sentence may mean."""
        return self.name in URGENT


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was heard in a text, the most telling first.

    `telling` are the words that say something by themselves, `words` counts all.
    """

    wishes: tuple[Wish, ...]
    options: tuple[Wish, ...]
    tones: tuple[Wish, ...]
    asks: bool
    telling: tuple[str, ...]
    words: int

    @property
    def is_long(self) -> bool:
        """Whether this is more than an answer or a question."""
        return self.words >= LONG

    def guesses(self) -> tuple[str, ...]:
        """Return what may be wanted, though other words stand beside it."""
        return tuple(
            wish.name
            for wish in self.wishes
            if wish.certainty is Certainty.SAID
            or (wish.left <= FEW and wish.name in LEADING)
            or (wish.name in NEVER_MISSED and self.words < LONG)
        )[:MOST_GUESSES]

    def tone(self, least: Certainty = Certainty.ALONE) -> str | None:
        """Return how it is said, if that is at least so sure."""
        return next((tone.name for tone in self.tones if tone.certainty >= least), None)


def hear(text: str) -> Hearing:
    """Listen to a text."""
    phrases = _phrases()
    sentence = phrases.read(
        " ".join(SOMETHING if _is_address(word) else word for word in text.split(" "))
    )
    found = phrases.find(sentence)
    return Hearing(
        _among(WISHES, _narrowed(found)),
        _among(OPTIONS, found),
        _among(TONES, found),
        _asks(text, sentence),
        tuple(_telling(phrases, sentence)),
        len(sentence.words),
    )


def telling(text: str) -> list[str]:
    """Return the words of a text that say something by themselves."""
    phrases = _phrases()
    return _telling(phrases, phrases.read(text))


def denies(text: str) -> bool:
    """Return True if a text says that something is not so."""
    return any(word.text in small("not") for word in words_of(text))


def joins_more(text: str) -> bool:
    """Return True if a text has a word by which something is added: "en", "ook", "maar"."""
    return any(word.text in small("more") for word in words_of(text))


def comes_back(text: str) -> bool:
    """Return True if a text says that somebody does something after all: "toch", "weer"."""
    return any(word.text in small("again") for word in words_of(text))


def contact_in(text: str) -> bool:
    """Return True if a text has an e-mail address or a telephone number in it."""
    text = text[:LOOKED_THROUGH]
    if ADDRESS.search(text):
        return True
    return any(sum(map(str.isdigit, found)) >= FEWEST_DIGITS for found in NUMBER.findall(text))


def is_titled(text: str) -> bool:
    """Return True if each of several words has a capital: "Wat Nou?" is a name, no question."""
    return text.istitle() and " " in text


@cache
def small(name: str) -> frozenset[str]:
    """Return the words of a list of those that say nothing by themselves."""
    return frozenset(
        word.text for line in _lines("listening-small", name) for word in words_of(line)
    )


def _narrowed(found: Sequence[Found]) -> list[Found]:
    """Leave out a wish of which a part explains as much: "geen mail meer" is no full stop."""
    left = {item.wish: item.left for item in found}
    wider = {
        whole
        for part, whole in PART_OF.items()
        if part in left and whole in left and left[part] <= left[whole]
    }
    return [item for item in found if item.wish not in wider]


def _among(names: Iterable[str], found: Iterable[Found]) -> tuple[Wish, ...]:
    return tuple(
        Wish(item.wish, _certainty(item), item.size, item.left, item.spelled)
        for item in found
        if item.wish in names
    )


def _telling(phrases: Phrases, sentence: Sentence) -> list[str]:
    return [
        word.text
        for word, (entries, _) in zip(sentence.words, sentence.entries, strict=True)
        if not entries & phrases.filler
    ]


def _certainty(found: Found) -> Certainty:
    if not found.left:
        return Certainty.ALONE
    return Certainty.SAID if found.size > 1 else Certainty.MENTIONED


def _is_address(word: str) -> bool:
    """Return True if a word is an address: "stop@example.org" is no stop."""
    return "@" in word or "://" in word or word.startswith("www.")


def _asks(text: str, sentence: Sentence) -> bool:
    """Return True if a text is a question: it has its mark, or begins as one."""
    if is_titled(text):
        return False
    if sentence.words and ("?" in text or ARABIC_MARK in text):
        return True
    if len(sentence.words) < FEWEST_ASKING:
        return False
    # "tot wanneer", "en hoeveel", "met wie"
    said = [word.text for word in sentence.words[: FEWEST_ASKING + 1]]
    leading = next((i for i, word in enumerate(said) if word not in small("before")), 0)
    first, second = (*said[min(leading, 2) :], "")[:2]
    return first in small("asks") or (first in small("may") and second in small("whom"))


@cache
def _phrases() -> Phrases:
    lists = (("listening-wish", WISHES), ("listening-option", OPTIONS), ("listening-tone", TONES))
    lines = {name: [*_lines(key, name)] for key, names in lists for name in names}
    # what we do not speak ourselves is not guessed at
    foreign = {name: _lines("listening-elsewhere", name) for name in lines}
    strict = {word for listed in foreign.values() for line in listed for word in FORMS.split(line)}
    ours = {word for listed in lines.values() for line in listed for word in FORMS.split(line)}
    return Phrases(
        {name: [*lines[name], *foreign[name]] for name in lines},
        _lines("listening-small", "filler"),
        _lines("listening-small", "not"),
        filter(None, strict - ours),
        _lines("listening-small", "joins"),
    )


def _lines(key: str, name: str) -> tuple[str, ...]:
    return words(key, name.replace("_", "-"))
