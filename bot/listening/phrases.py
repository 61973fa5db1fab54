"""Phrases of ours, and where they stand in a sentence.

A phrase is a few words in any order, with a few others between them; each of them may be one of
several: "geen bericht*/mail* meer". One that begins with = counts only if nothing else is said; one
that begins with ~ may lie further apart. A word with a + stands right behind the one before it:
"open +day" is no "open all day".
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import product

from bot.listening.words import STEM, Lexicon, Word, words_of

WHOLE, WIDE, BEHIND = "=", "~", "+"
OR = "/"
GAP, WIDE_GAP = 3, 12
"""Other words that may stand between those of a phrase, and of one that begins with ~."""
BEFORE = 2
"""Words before a phrase among which "not" turns it round; after it, it is the next one."""
BETWEEN = "ge"
"""Stands between a particle and its verb where that is done: "afgehaald"."""
SHORTEST_VERB = 3
"""Letters of a verb that may stand behind its particle."""
MOST_PLACES = 4
"""A word that is said more often is looked at so many times."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What somebody wants, and the words by which they say so: for each, its other forms.

    Those at the places `behind` stand right behind the one before. `denies` is True if one of them
    turns round by itself: "geen bericht meer".
    """

    wish: str
    slots: tuple[frozenset[str], ...]
    words: frozenset[str]
    whole: bool
    gap: int
    denies: bool
    behind: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a sentence, the words `at` these places. `left` counts those that say something
    else, `beside` those of them in the same part of the sentence, between marks; `spelled` is False
    if a word is only nearly ours, `of_others` True if it is somebody else who says or does it.
    """

    wish: str
    size: int
    left: int
    spelled: bool
    at: frozenset[int]
    beside: int = 0
    of_others: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text as our words: for each of its own, our entries, and those that it is spelled as."""

    words: Sequence[Word]
    entries: Sequence[tuple[frozenset[str], frozenset[str]]]


class Phrases:
    """All phrases of ours, by wish. `filler` says nothing by itself; `negators` turn round, up to
    a word that `joins` what follows, and `ends` turn round a negator: "niet stoppen met appen".
    Behind one that asks whether it `may` be, it turns nothing round: "kan er niet iemand bellen".
    `strict` are words that must be spelled as they are. `parts` are what a verb is written with as
    one word: "afhalen" is "haal af". Behind `others` at the beginning it is somebody else who wants
    or does something, also where they are `whose`: "mijn buurman vergeet alles".
    """

    def __init__(
        self,
        wishes: Mapping[str, Iterable[str]],
        filler: Iterable[str],
        negators: Iterable[str],
        strict: Iterable[str] = (),
        joins: Iterable[str] = (),
        ends: Iterable[str] = (),
        may: Iterable[str] = (),
        parts: Iterable[str] = (),
        others: Iterable[str] = (),
        whose: Iterable[str] = (),
    ) -> None:
        self._joins, self._ends = _entries(joins), _entries(ends)
        self._may, self._parts = frozenset(may), tuple(sorted(parts, key=len, reverse=True))
        self._others, self._whose = frozenset(others), frozenset(whose)
        self.filler = _entries(filler)
        self.negators = _entries(negators)
        every = [
            _phrase(wish, line, self.negators) for wish, lines in wishes.items() for line in lines
        ]
        self._by_entry: dict[str, list[Phrase]] = {}
        for phrase in every:
            for entry in phrase.slots[0]:
                self._by_entry.setdefault(entry, []).append(phrase)
        ours = {entry for phrase in every for slot in phrase.slots for entry in slot}
        self._in_phrases = ours - self.filler
        known = [*ours, *self.filler, *self.negators, *self._joins, *self._ends]
        self._lexicon = Lexicon(known, _entries(strict))

    def read(self, text: str) -> Sentence:
        """Read a text as our words."""
        words = [part for word in words_of(text) for part in self._apart(word)]
        known = {word.text: self._lexicon.means(word.text) for word in words}
        ours = {
            word: (frozenset((*spelled, *nearly)), frozenset(spelled))
            for word, (spelled, nearly) in known.items()
        }
        return Sentence(words, [ours[word.text] for word in words])

    def _apart(self, word: Word) -> list[Word]:
        """Return a verb that is written as one with its particle as two words, if both are ours."""
        for part in self._parts:
            rest = word.text.removeprefix(part).removeprefix(BETWEEN)
            if rest == word.text or len(rest) < SHORTEST_VERB:
                continue
            if not self._lexicon.means(word.text)[0] and self._is_ours(rest):
                return [Word(part, word.clause), Word(rest, word.clause)]
        return [word]

    def _is_ours(self, word: str) -> bool:
        """Return True if a word is one of those of our phrases, as it is spelled."""
        return any(entry in self._in_phrases for entry in self._lexicon.means(word)[0])

    def find(self, sentence: Sentence) -> list[Found]:
        """Return what a sentence wants, by its phrases, the most telling first."""
        places: dict[str, list[int]] = {}
        for place, (entries, _) in enumerate(sentence.entries):
            for entry in entries:
                places.setdefault(entry, []).append(place)
        said = frozenset(places)
        wanted: dict[str, list[tuple[Phrase, set[int]]]] = {}
        for entry in places:
            for phrase in self._by_entry.get(entry, ()):
                if any(said.isdisjoint(slot) for slot in phrase.slots[1:]):
                    continue
                at = self._stands(phrase, places, sentence)
                if at:
                    wanted.setdefault(phrase.wish, []).append((phrase, at))
        found = (self._found(wish, stood, sentence) for wish, stood in wanted.items())
        return sorted(filter(None, found), key=lambda item: (item.left, -item.size))

    def _found(
        self, wish: str, stood: list[tuple[Phrase, set[int]]], sentence: Sentence
    ) -> Found | None:
        """Join the phrases of one wish; those that count alone only if they say all together."""
        if self._left(frozenset().union(*(at for _, at in stood)), sentence):
            stood = [(phrase, at) for phrase, at in stood if not phrase.whole]
        if not stood:
            return None
        spelled = any(
            all(sentence.entries[place][1] & phrase.words for place in at) for phrase, at in stood
        )
        size = max(len(phrase.slots) for phrase, _ in stood)
        every = frozenset().union(*(at for _, at in stood))
        left, beside = self._left(every, sentence), self._left(every, sentence, near=True)
        return Found(wish, size, left, spelled, every, beside, self._is_of_others(every, sentence))

    def _is_of_others(self, at: Set[int], sentence: Sentence) -> bool:
        """Return True if each part of a sentence with a phrase in it begins with somebody else."""
        return all(
            self._begins_with_others(clause, sentence)
            for clause in {sentence.words[place].clause for place in at}
        )

    def _begins_with_others(self, clause: int, sentence: Sentence) -> bool:
        said = [word.text for word in sentence.words if word.clause == clause]
        # "mijn buurman": the first word may say whose
        return not self._others.isdisjoint(said[: 1 + (said[0] in self._whose)])

    def _stands(
        self, phrase: Phrase, places: Mapping[str, list[int]], sentence: Sentence
    ) -> set[int]:
        """Return the words of a sentence that are those of a phrase."""
        slots = [
            sorted({place for entry in slot & places.keys() for place in places[entry]})
            for slot in phrase.slots
        ]
        found: set[int] = set()
        for at in product(*(slot[:MOST_PLACES] for slot in slots)):
            if len(set(at)) < len(at) or max(at) - min(at) >= len(at) + phrase.gap:
                continue
            if any(at[slot] != at[slot - 1] + 1 for slot in phrase.behind):
                continue
            if not self._is_turned(phrase, at, sentence):
                found.update(at)
        return found

    def _left(self, at: Set[int], sentence: Sentence, *, near: bool = False) -> int:
        """Count the other words that say something: all, or those `near`, between the marks."""
        clauses = {sentence.words[place].clause for place in at}
        return sum(
            not entries & self.filler
            for place, (entries, _) in enumerate(sentence.entries)
            if place not in at and not (near and sentence.words[place].clause not in clauses)
        )

    def _is_turned(self, phrase: Phrase, at: Sequence[int], sentence: Sentence) -> bool:
        """Return True if "not" stands by a phrase that has none itself: "ik wil niet stoppen"."""
        first, last = min(at), max(at)
        if phrase.denies:
            return self._is_undone(at, sentence)
        clause = sentence.words[first].clause
        for place, (entries, _) in enumerate(sentence.entries):
            if not entries & self.negators or sentence.words[place].clause != clause:
                continue
            if not first - BEFORE <= place <= last + 1 or self._asks(place, sentence):
                continue
            if not any(self._joins & sentence.entries[at][0] for at in range(place, first)):
                return True
        return False

    def _asks(self, denied: int, sentence: Sentence) -> bool:
        """Return True if "not" stands in a question whether something may be, behind a word."""
        clause = sentence.words[denied].clause
        first = next(at for at, word in enumerate(sentence.words) if word.clause == clause)
        return denied - first > 1 and sentence.words[first].text in self._may

    def _is_undone(self, at: Sequence[int], sentence: Sentence) -> bool:
        """Return True if what "not" says in a phrase is undone: "ik wil niet stoppen met appen"."""
        said = (place for place in at if sentence.entries[place][0] & self.negators)
        denied = min(said, default=max(at))
        between = range(denied + 1, max(at))
        return any(sentence.entries[place][0] & self._ends for place in between if place not in at)


def _phrase(wish: str, line: str, negators: frozenset[str]) -> Phrase:
    words = line.removeprefix(WHOLE).removeprefix(WIDE).split()
    slots = tuple(_entries(word.removeprefix(BEHIND).split(OR)) for word in words)
    behind = tuple(slot for slot, word in enumerate(words) if word.startswith(BEHIND))
    gap = WIDE_GAP if line.startswith(WIDE) else GAP
    every = frozenset().union(*slots)
    denies = not every.isdisjoint(negators)
    return Phrase(wish, slots, every, line.startswith(WHOLE), gap, denies, behind)


def _entries(given: Iterable[str]) -> frozenset[str]:
    """Return words of ours as people's words are compared: without case and accents."""
    return frozenset(
        STEM * entry.startswith(STEM)
        + "".join(word.text for word in words_of(entry))
        + STEM * entry.endswith(STEM)
        for entry in map(str.strip, given)
    )
