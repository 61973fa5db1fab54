"""In which language somebody writes: by its ordinary words, otherwise by letters of its own."""

import re
from functools import cache

from bot.listening.words import words_of
from content.fluent import languages, written

LANGUAGES = ("tr", "pl", "ar", "uk", "de", "fr", "es", "en", "nl")
CLEAR = 0.3
"""The part of the words of a text by which its language is clear."""
ALONE_CLEAR = 0.2
"""The part that is enough if no word is of another language."""
OWN_LETTERS = {
    "ar": re.compile("[\u0621-\u064a]"),
    "uk": re.compile("[\u0430-\u0457\u0491]", re.IGNORECASE),
    "pl": re.compile("[ąęłńśźż]", re.IGNORECASE),
    "tr": re.compile("[ğışİ]"),
}
"""Letters that none of the others has."""
OTHERS_LETTERS = re.compile("[پچژگٹڈڑںےыэёъ]", re.IGNORECASE)
"""Letters of languages that share a script: Persian, Urdu, Russian."""
ONE_WORD = ("ar", "uk")
"""Languages that a single word tells, by its script."""


def language_of(text: str) -> str | None:
    """Return the language in which a text seems to be written; None if that is not clear."""
    said = {word.text for word in words_of(text)}
    counts = {
        language: len(said & _ordinary(language)) / (len(said) or 1) for language in LANGUAGES
    }
    best, next_best = sorted(counts, key=lambda language: -counts[language])[:2]
    clear = counts[best] >= CLEAR and counts[best] > counts[next_best]
    if clear and (len(said) > 1 or best in ONE_WORD):
        return best
    if clear or counts[next_best] or counts["nl"]:
        return None
    if len(said) > 1 and best in OWN_LETTERS and counts[best] >= ALONE_CLEAR:
        return best
    return _by_letters(text, len(said))


def _by_letters(text: str, count: int) -> str | None:
    if OTHERS_LETTERS.search(text):
        return None
    found = (name for name, letters in OWN_LETTERS.items() if letters.search(text))
    name = next(found, None)
    # one word may be a name: "Yıldız"
    return name if count > 1 or name in ONE_WORD else None


@cache
def _ordinary(language: str) -> frozenset[str]:
    return frozenset(
        word.text
        for spoken in languages()
        for listed in written(spoken, "listening-spoken", language).split("|")
        for word in words_of(listed)
    )
