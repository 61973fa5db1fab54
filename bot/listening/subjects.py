"""Which of the things that people can take part in a text is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Protocol

from bot.listening.words import words_of

FEWEST_LETTERS = 4
SUMMARY, THEME, TITLE = 0.4, 0.7, 1.0
"""How much a word counts, by where it stands."""
SURE = 0.7
BEGINNING = 0.6
"""The most that the first part of a compound counts: "Schapen" is not yet Schapenwaard, as a
"keuken" is a buurtkeuken.
"""
ENDING = 2
"""Letters by which another form of a word is longer."""
PLURALS = ("en", "s", "es")
"""What a word of four letters ends in when there are more of it: "lampen" of "lamp"."""
AHEAD = 0.5
"""By so much the first must be ahead of the second to be the only one."""
FAINT = 0.4
ALIKE = 0.83
MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that a text may be about, with its words."""

    id: int
    title: str
    places: tuple[str, ...]
    themes: tuple[str, ...]
    summary: str


class Ranker(Protocol):
    """Orders candidates by how well they fit what was typed."""

    def __call__(
        self, said: Sequence[str], candidates: Iterable[Candidate]
    ) -> list[tuple[float, Candidate]]:
        """Return the candidates that fit words, with a score, the best first."""


def rank(said: Sequence[str], candidates: Iterable[Candidate]) -> list[tuple[float, Candidate]]:
    """Rank by words in common, also inside a longer word and with a slip of the pen."""
    scored = [(_score(said, candidate), candidate) for candidate in candidates]
    return sorted(
        (item for item in scored if item[0] >= FAINT), key=lambda item: (-item[0], item[1].id)
    )


def only_one(ranked: Sequence[tuple[float, Candidate]]) -> Candidate | None:
    """Return the candidate that is surely meant."""
    if not ranked or ranked[0][0] < SURE:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < AHEAD:
        return None
    return ranked[0][1]


def offered(ranked: Sequence[tuple[float, Candidate]]) -> list[Candidate]:
    """Return the candidates that may be meant; a faint one only if none is better."""
    best = ranked[0][0] if ranked else 0.0
    return [candidate for score, candidate in ranked if score > best - AHEAD][:MOST_OFFERED]


def fit(typed: str, ours: str) -> float:
    """Return how well a word fits one of ours: 1 as a whole, less as its beginning, or 0."""
    if not meets(typed, ours):
        return 0.0
    begins = ours.startswith(typed) and len(ours) - len(typed) > ENDING
    return BEGINNING if begins else TITLE


def meets(typed: str, ours: str) -> bool:
    """Return True if two words are the same, one in another form, or one inside the other."""
    if typed == ours:
        return True
    short, long = sorted((typed, ours), key=len)
    if len(short) >= FEWEST_LETTERS and long.removeprefix(short) in PLURALS:
        return True
    if len(short) > FEWEST_LETTERS and (long.startswith(short) or long.endswith(short)):
        return True
    if short[:3] != long[:3] or len(long) - len(short) > 3:
        return False
    same = SequenceMatcher(None, short, long, autojunk=False)
    return same.real_quick_ratio() >= ALIKE and same.ratio() >= ALIKE


def _score(said: Sequence[str], candidate: Candidate) -> float:
    weights = _weights(candidate)
    return sum(
        max((min(weight, fit(word, ours)) for ours, weight in weights), default=0.0)
        for word in dict.fromkeys(said)
        if len(word) >= FEWEST_LETTERS
    )


@lru_cache(1_024)
def _weights(candidate: Candidate) -> tuple[tuple[str, float], ...]:
    found: dict[str, float] = {}
    parts = (
        (candidate.title, TITLE),
        (" ".join(candidate.places), TITLE),
        (" ".join(candidate.themes), THEME),
        (candidate.summary, SUMMARY),
    )
    for text, weight in parts:
        for word in words_of(text):
            if len(word.text) >= FEWEST_LETTERS:
                found.setdefault(word.text, weight)
    return tuple(found.items())
