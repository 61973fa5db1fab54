"""How easy a Dutch text reads: the Flesch-Douma score and its counts.

Douma (1960) fitted Flesch's formula to Dutch. Syllables are counted by hyphenation (pyphen, nl_NL).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pyphen import Pyphen

from content.plain.rules import ABBREVIATION

EASIEST = 206.8
PER_HUNDRED_SYLLABLES = 0.77
PER_WORD_IN_SENTENCE = 0.93

WORD = re.compile(r"\w++(?:[-'’.,:/@]++\w++)*+")
LETTERS = re.compile(r"[^\W\d_]++")
# A full stop in these ends no sentence: "t.a.v.", "J. de Vries", "1. Kies een plek". But "plan A.
# Dan" are two.
DOTTED = re.compile(
    r"\b(?:[^\W\d_]\.){2,}|\b[A-Z]\.(?=\s[a-z])|^[^\S\n]*+\d++\.(?=\s)", re.MULTILINE
)
# Closing marks and a space, an empty line, or a line that begins like a new one (a wrapped line
# goes on in lower case). The look-behind keeps a long row of full stops from being tried again from
# each of them.
END = re.compile(
    r"""(?<![.!?…])[.!?…]++["'”’»)\]*_]*+(?=\s|$)
    |\n[^\S\n]*+\n
    |\n(?=[^\S\n]*+(?:[^\w\s]|\d++[.)]\s|[A-ZÀ-Þ]))""",
    re.VERBOSE,
)
# pyphen never parts one letter from a word, so "a-vond" and "vi-de-o" lack a syllable.
LONE_FIRST = re.compile(r"[aeiouyéëï](?:[bcdfgkptv][lr]|[bcdfghjklmnpqrstvwxz])[aeiouyéëï]")
LONE_LAST = re.compile(r"[^aeiou][ei][ao]$")
LONGEST_WORD = 60


@dataclass(frozen=True)
class Sentence:
    """A sentence and the offset in the text at which it starts."""

    text: str
    start: int


def flesch_douma(text: str) -> float:
    """Score a text: about 100 is very easy, 60 is B1, below 40 is hard; 100 if it has no words.

    206.8 − 0.77 × syllables per 100 words − 0.93 × words per sentence.
    """
    count = len(words(text))
    if not count:
        return 100.0
    heavy = sum(map(syllables, words(text))) * 100 / count
    return (
        EASIEST
        - PER_HUNDRED_SYLLABLES * heavy
        - PER_WORD_IN_SENTENCE * count / len(sentences(text))
    )


def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into its sentences; abbreviations and numbers with full stops end none."""
    return tuple(_sentences(text))


def words(text: str) -> tuple[str, ...]:
    """List the words, numbers ("1.500") and addresses of a text."""
    return tuple(WORD.findall(text))


@cache
def dutch() -> Pyphen:
    """Load the Dutch hyphenation patterns once, when they are first needed."""
    return Pyphen(lang="nl_NL")


def syllables(word: str) -> int:
    """Count the syllables of a word; a number or sign counts as one."""
    return sum(map(_syllables, LETTERS.findall(word.lower()))) or 1


def _sentences(text: str) -> Iterator[Sentence]:
    masked = DOTTED.sub(_mask, ABBREVIATION.sub(_mask, text))
    start = 0
    for end in [*(match.end() for match in END.finditer(masked)), len(text)]:
        part = text[start:end]
        if WORD.search(part):
            yield Sentence(part.strip(), start + len(part) - len(part.lstrip()))
        start = end


def _mask(match: re.Match[str]) -> str:
    return match[0].replace(".", "_")


def _syllables(letters: str) -> int:
    letters = letters[:LONGEST_WORD]
    lone = bool(LONE_FIRST.match(letters)) + bool(LONE_LAST.search(letters))
    return len(dutch().positions(letters)) + 1 + lone
