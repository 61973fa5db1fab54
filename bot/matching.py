"""Which option a text means: by its number, by its label or other words, or by a near miss.

An option's words are its label and what means the same ("ja hoor", 👍).
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache

from content.fluent import words as listed
from outreach.clean import without_marks

Words = Mapping[str, tuple[str, ...]]
"""For each option its words, in the order in which they are shown."""
MOST_NAMED = 50
"""So many options are looked up in one answer, and so many labels searched for a typo.

Each word meets every label.
"""
SHADES = re.compile("[\\s\ufe0f\U0001f3fb-\U0001f3ff]")
"""What may stand beside an emoji without a change of meaning: blanks, its form, a skin colour."""
APART = re.compile(r"[\W_]+")
"""What stands between words: all but letters and digits."""
DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
"""Letters that are held: "jaaaa"; no word of ours has one three times."""
NUMBER = re.compile(r"\d{1,3}")
LONGEST_TYPED = 60
"""A longer text is not searched for a typo."""
FEWEST_LETTERS = 4
"""Letters of the beginning of a word that stands for the whole of it."""
BEHIND = 20
"""Letters that may follow an option's words in an answer: "ja hoor, prima"."""


def match(text: str, labels: Words, *, by_number: bool = True) -> str | None:
    """Return the one option that a text means, or None if that is none or more than one."""
    said = DRAWN_OUT.sub(r"\1", plain(text))
    if not said:
        return _by_sign(SHADES.sub("", text), labels)
    by_word = _by_word(labels)
    if said in by_word:
        return by_word[said]
    if by_number and NUMBER.fullmatch(said) and 1 <= int(said) <= len(labels):
        # options that have numbers of their own are meant by those alone
        numbered = any(NUMBER.fullmatch(word) for word in by_word)
        return None if numbered else list(labels)[int(said) - 1]
    begun = _begun(said, by_word)
    found = _only(begun) or _only(_inside(said, by_word))
    return found if found or begun else _close(said, by_word)


def _by_sign(sign: str, labels: Words) -> str | None:
    """Find the option that has this emoji among its words."""
    if not sign:
        return None
    return next(
        (
            code
            for code, words in labels.items()
            if any(SHADES.sub("", word) == sign for word in words)
        ),
        None,
    )


def _by_word(labels: Words) -> dict[str, str]:
    """Return the option of each word; a word of two options is the first one's."""
    found: dict[str, str] = {}
    for code, words in labels.items():
        for word in filter(None, map(plain_label, words)):
            found.setdefault(word, code)
    return found


def _begun(said: str, by_word: Mapping[str, str]) -> set[str]:
    """Find options that begin with the text, or that the text mentions after it begins with one."""
    begun = {
        code for word, code in by_word.items() if _begins(word, said) and not _turns(word, said)
    }
    if any(said.startswith(f"{word} ") and len(said) <= len(word) + BEHIND for word in by_word):
        words = set(said.split())
        begun |= {code for word, code in by_word.items() if words.issuperset(word.split())}
    return begun


def _inside(said: str, by_word: Mapping[str, str]) -> set[str]:
    """Find options that have all words of the text among theirs."""
    words = set(said.split())
    return {
        code
        for word, code in by_word.items()
        if words.issubset(word.split()) and not _turns(word, said)
    }


def _begins(word: str, said: str) -> bool:
    """Return True if an option begins with a text: a few letters are whole words of it.

    "Nee" does not begin "Neem het beheer over".
    """
    if not word.startswith(said) or len(said) < 2:
        return False
    return len(said) >= FEWEST_LETTERS or word[len(said) : len(said) + 1] in ("", " ")


def _turns(word: str, said: str) -> bool:
    """Return True if the words of an option deny what is said: "we cannot" is no "we can"."""
    return not _denials().isdisjoint(word.split()) and _denials().isdisjoint(said.split())


def _close(said: str, by_word: Mapping[str, str]) -> str | None:
    """Find the option that differs from the text by a typo only."""
    # a typo adds no word, "not" is one
    alike = [word for word in by_word if word.count(" ") == said.count(" ")]
    if not 3 < len(said) < LONGEST_TYPED or len(alike) > MOST_NAMED:
        return None
    return _only({by_word[word] for word in get_close_matches(said, alike, n=2, cutoff=0.84)})


def _only(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def counts(text: str) -> bool:
    """Return True if a text is a number and no more."""
    return NUMBER.fullmatch(plain(text)) is not None


def plain(text: str) -> str:
    """Return a text without case, accents, punctuation and double spaces, for comparing."""
    return " ".join(APART.sub(" ", without_marks(text[:400].casefold())).split())


@cache
def _denials() -> frozenset[str]:
    return frozenset(map(plain, listed("listening-small", "not")))


plain_label = lru_cache(4_096)(plain)
"""`plain` for what we say ourselves: few texts, compared at every turn.

What people type is never kept here.
"""
