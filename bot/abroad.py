"""Somebody writes in another language than the one in which they are answered."""

from bot.listening.hearing import denies, language_of
from bot.listening.words import words_of
from bot.matching import plain_label
from bot.speech import Speech
from content.texts import LanguageName

EVERYBODYS = "en"
"""The language in which somebody is answered whose own is not spoken here."""


def asked_language(text: str, speech: Speech, language: str) -> dict[str, str]:
    """Return the language that is asked for, as the answer to the question which one."""
    offered = speech.texts.languages
    spoken = language_of(text)
    if spoken in offered and spoken != language:
        return {"language-which#0": spoken}
    said = set() if denies(text) else {word.text for word in words_of(text)}
    named = [
        code
        for code in offered
        if code != language and said & set(map(plain_label, speech.synonyms(code)))
    ]
    return {"language-which#0": named[0]} if len(named) == 1 else {}


def said_abroad(text: str, speech: Speech, language: str) -> tuple[str, str | None] | None:
    """Return what is said to somebody in the words of their own language, and its name to tap.

    If nobody speaks it here, it is said in English and there is no name. None if it is no other.
    """
    spoken, texts = language_of(text), speech.texts
    if spoken is None or spoken == language:
        return None
    if spoken in texts.languages:
        name = texts.text("language-name", spoken)
        return texts.text("talk-heard-language", spoken), name
    known = texts.spoken(EVERYBODYS).shown([LanguageName(code) for code in texts.languages])
    return texts.text("talk-heard-no-language", EVERYBODYS, spoken=known), None
