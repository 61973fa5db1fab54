"""Which answer somebody wants to change, and into what: "nee, de naam is De Schapen".

The words for an answer stand with its question, as `.named`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from bot.listening.hearing import FEW, denies
from bot.listening.phrases import Found, Phrases
from bot.listening.words import any_of, words_of
from content.fluent import words

WRONG = "wrong"
CHANGE = "listening-change"
BESIDE = 1
"""Other words that may stand between what is named and its new answer."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The question whose answer is to be changed, and the new answer if it was said."""

    key: str
    value: str = ""


def change_in(text: str, keys: Sequence[str]) -> Changed | None:
    """Return the answer among those to these questions that a text wants changed."""
    phrases = _phrases(tuple(keys))
    # "no, the name is Jo": a no before it denies nothing of what follows
    text = text.strip().partition(" ")[2] if begins_with_no(text) else text
    named, wrong = _field_in(text, phrases)
    if named is None:
        return None
    value = _value_in(text, phrases)
    # beside much else, a word of it names nothing
    is_meant = value or not named.left or (wrong and named.left <= FEW)
    return Changed(named.wish, value) if is_meant else None


def begins_with_no(text: str) -> bool:
    """Return True if a no is the first word of a text that says more."""
    said = words_of(text)
    return len(said) > 1 and said[0].text in _noes()


def _field_in(text: str, phrases: Phrases) -> tuple[Found | None, bool]:
    """Return what is named, and whether it is said to be wrong; `left` is what else is said."""
    found = phrases.find(phrases.read(text))
    fields = sorted((item for item in found if item.wish != WRONG), key=lambda item: -item.size)
    wrong = next((item for item in found if item.wish == WRONG), None)
    if not fields:
        return None, wrong is not None
    if wrong is None:
        return fields[0], False
    return replace(fields[0], left=max(0, fields[0].left - wrong.size)), True


def _value_in(text: str, phrases: Phrases) -> str:
    """Return what stands behind "is", "wordt", "heten" and the like; it is right, and no denial."""
    for found in _becomes().finditer(text):
        named, _ = _field_in(text[: found.end()], phrases)
        if named is None or named.left > BESIDE:
            continue
        value = _around().sub("", text[found.end() :]).strip(" .,:;!\"'“”‘’")
        wrong = any(item.wish == WRONG for item in phrases.find(phrases.read(value)))
        if value and not wrong and not denies(value):
            return value
    return ""


@cache
def _phrases(keys: tuple[str, ...]) -> Phrases:
    lines = {key: words(key, "named") for key in keys} | {WRONG: words(CHANGE, WRONG)}
    filler, negators = words("listening-small", "filler"), words("listening-small", "not")
    return Phrases(lines, filler, negators)


@cache
def _noes() -> frozenset[str]:
    return frozenset(word for word in words("option-words", "no") if word.isalpha())


@cache
def _becomes() -> re.Pattern[str]:
    becomes = any_of(words(CHANGE, "becomes"))
    return re.compile(rf"(?<!\w){becomes}(?!\w)[\s:]*", re.IGNORECASE)


@cache
def _around() -> re.Pattern[str]:
    """What stands around a new answer, and is no part of it."""
    before, after = (any_of(words(CHANGE, name)) for name in ("before", "after"))
    return re.compile(rf"^(?:{before}\s+)+|\s+{after}\W*$", re.IGNORECASE)
