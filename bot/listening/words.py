"""The words of a sentence, and which words of ours they are, also with a slip of the pen."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from outreach.clean import without_marks

MOST = 60
"""So many words at each end of a text are listened to: what somebody wants stands there."""
APOSTROPHE = re.compile("['’`´]")
PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d"})
"""Letters that are no letter with an accent, as people write them who lack the key."""
INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
"""Letters that are one word together: "a.u.b.", "s.v.p."."""
PIECE = re.compile(r"[^\W_]+|[.,;:!?\n()]")
STEM = "*"
"""What a word of ours ends in that may go on ("verwijder*"), or begins with if it may be the end of
a longer one ("*verlichting").
"""
STRETCHED = re.compile(r"(.)\1{2,}")
"""A letter that is held on to: "jaaaa", "stopppp"."""
FORGIVING = 5
"""Letters that a word must have for one wrong letter to be forgiven; in a shorter one, only
letters that changed places or were typed twice.
"""
VERY_FORGIVING = 9
"""Letters for two."""
MOST_FORGIVING = 16
"""A longer word has too many ways to lack two letters."""
LONGEST = 24
"""Letters of the longest word of ours."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence, and the part of the sentence between marks in which it stands."""

    text: str
    clause: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text without case and accents, in order."""
    kept = without_marks(APOSTROPHE.sub("", text.casefold().translate(PLAIN)))
    if "." in kept:
        kept = INITIALS.sub(lambda found: found[0].replace(".", "") + " ", kept)
    found, clause = [], 0
    for piece in PIECE.findall(kept):
        if piece[0].isalnum():
            found.append(Word(piece, clause))
        else:
            clause += 1
    return found if len(found) <= 2 * MOST else found[:MOST] + found[-MOST:]


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern that is one of these phrases, the longest that fits."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


class Lexicon:
    """Words of ours by how people may write them. An entry that ends in * is a stem, one that
    begins with it the end of a compound.

    Those that are `strict` must be spelled as they are.
    """

    def __init__(self, entries: Iterable[str], strict: Iterable[str] = ()) -> None:
        exact = frozenset(strict)
        self._whole: dict[str, list[str]] = {}
        self._stems: dict[str, list[str]] = {}
        self._ends: dict[str, list[str]] = {}
        self._near: dict[str, list[str]] = {}
        for entry in dict.fromkeys(entries):
            word = entry.strip(STEM)
            self._kept(entry).setdefault(word, []).append(entry)
            for slip in _slips(word) if entry not in exact else ():
                self._near.setdefault(slip, []).append(entry)

    def means(self, word: str) -> tuple[list[str], list[str]]:
        """Return our entries that a word is as it is spelled, and those that it only nearly is."""
        found, is_whole = self._spelled(word)
        if not is_whole and STRETCHED.search(word):
            for often in (r"\1\1", r"\1"):
                shorter, is_whole = self._spelled(STRETCHED.sub(often, word))
                if is_whole:
                    return list(dict.fromkeys([*found, *shorter])), []
        if is_whole:
            return found, []
        return found, [entry for entry in self._misspelled(word) if entry not in found]

    def _kept(self, entry: str) -> dict[str, list[str]]:
        if entry.startswith(STEM):
            return self._ends
        return self._stems if entry.endswith(STEM) else self._whole

    def _spelled(self, word: str) -> tuple[list[str], bool]:
        """Return our entries that a word is as it stands, and True if it is one as a whole."""
        found = list(self._whole.get(word, ()))
        for length in range(2, min(len(word), LONGEST) + 1):
            found += self._stems.get(word[:length], ())
            found += self._ends.get(word[-length:], ())
        return found, word in self._whole

    def _misspelled(self, word: str) -> list[str]:
        if not FORGIVING - 1 <= len(word) <= LONGEST:
            return []
        found: dict[str, None] = {}
        for slip in _slips(word):
            for entry in self._near.get(slip, ()):
                ours = entry.strip(STEM)
                if ours[0] == word[0] and _alike(word, ours):
                    found[entry] = None
        return list(found)


def _alike(typed: str, ours: str) -> bool:
    """Return True if a word that shares most letters may be a slip of ours."""
    if min(len(typed), len(ours)) >= FORGIVING:
        return _changes(typed, ours) <= (2 if len(ours) >= VERY_FORGIVING else 1)
    return sorted(typed) == sorted(ours) or _once(typed) == _once(ours)


def _changes(typed: str, ours: str) -> int:
    """Count the letters that are wrong, missing, added, or in each other's place."""
    before: list[int] = []
    row = list(range(len(ours) + 1))
    for i, letter in enumerate(typed, 1):
        before, above, row = row, before, [i]
        for j, other in enumerate(ours, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == ours[j - 2] and typed[i - 2] == other:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _once(word: str) -> str:
    """Return a word with each letter that is repeated written once."""
    return re.sub(r"(.)\1+", r"\1", word)


def _slips(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it if one letter is dropped, of a long one two.

    Two words that share one of these differ by that many letters: wrong, missing, added, or in
    another order.
    """
    yield word
    if len(word) < FORGIVING - 1:
        return
    yield from (word[:at] + word[at + 1 :] for at in range(1, len(word)))
    if VERY_FORGIVING <= len(word) <= MOST_FORGIVING:
        for one, two in combinations(range(1, len(word)), 2):
            yield word[:one] + word[one + 1 : two] + word[two + 1 :]
