"""What is heard in a text: what somebody wants, how surely, and how it is said."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from bot.listening import vocabulary
from bot.listening.phrases import Found, Phrases, Sentence
from bot.listening.vocabulary import OPTIONS, TONES, WISHES, small
from bot.listening.words import words_of

PART_OF = {"no_mail": "stop"}
"""Wishes that are part of another: who says no more than the part does not want all of it."""
URGENT = ("stop", "no_mail", "forget", "human", "my_data", "privacy", "language")
"""Wishes that go before anything else that a sentence may mean."""
LEADING = ("human", "question", "stop", "forget", "my_data")
"""Wishes that are offered if only a word of them is there."""
NEVER_MISSED = ("stop", "no_mail", "forget")
"""Wishes that are offered however much else is said, short of a letter."""
UNMISTAKABLE = 3
"""Words of a phrase that cannot mean anything else: "geen berichten meer"."""
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
    else, `beside` those of them in the same part of the sentence; `spelled` is False if one is only
    nearly a word of ours, `of_others` True if it is somebody else who says or does it.
    """

    name: str
    certainty: Certainty
    size: int
    left: int
    spelled: bool
    beside: int = 0
    of_others: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether what is hard to take back is meant: "ik wil stoppen met roken" may not be it."""
        if self.name not in NEVER_MISSED:
            return True
        if self.of_others:
            return False
        if self.certainty is Certainty.ALONE:
            return True
        return self.size >= UNMISTAKABLE or not self.beside

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
    phrases = vocabulary.phrases()
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
    phrases = vocabulary.phrases()
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


def _narrowed(found: Sequence[Found]) -> list[Found]:
    """Leave out a wish of which a part explains as much: "geen mail meer" is no full stop."""
    left = {item.wish: item.left for item in found}
    wider = {
        whole
        for part, whole in PART_OF.items()
        if part in left and whole in left and left[part] <= left[whole]
    }
    return [item for item in found if item.wish not in wider]


def _among(names: Sequence[str], found: Iterable[Found]) -> tuple[Wish, ...]:
    """Return what is found of these, the most telling first; of two alike the first one named."""
    ours = [item for item in found if item.wish in names]
    if len(ours) > 1:
        ours.sort(key=lambda item: (item.left, -item.size, names.index(item.wish)))
    return tuple(
        Wish(
            item.wish,
            _certainty(item),
            item.size,
            item.left,
            item.spelled,
            item.beside,
            item.of_others,
        )
        for item in ours
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
    if _wonders(sentence):
        return True
    said = [word.text for word in sentence.words[: FEWEST_ASKING + 1]]
    leading = next((i for i, word in enumerate(said) if word not in small("before")), 0)
    first, second = (*said[min(leading, 2) :], "")[:2]
    return first in small("asks") or (first in small("may") and second in small("whom"))


def _wonders(sentence: Sentence) -> bool:
    """Return True if a question stands in another sentence: "geen idee wat jullie nodig hebben"."""
    said = " ".join(word.text for word in sentence.words)
    return vocabulary.wonders().match(said) is not None
