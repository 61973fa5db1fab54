"""Somebody writes in another language than the one in which they are answered."""

from functools import cache

from bot.listening.hearing import denies, telling
from bot.listening.languages import LANGUAGES, language_of
from bot.listening.words import words_of
from bot.matching import plain_label
from bot.meaning import SPEAK
from bot.offers import Offers, Reply
from bot.speech import COMMAND_MARK, Speech
from bot.steps import Say
from content.fluent import languages, met
from content.message import Option
from content.texts import LanguageName
from content.values import language_name

FEW = 6
"""Words of a text that asks for a language by its name."""
EVERYBODYS = "en"
"""The language in which somebody is met whose own is not spoken here at all."""


def asked_language(text: str, speech: Speech, language: str) -> dict[str, str]:
    """Return the language that is asked for, as the answer to the question which one."""
    offered = speech.texts.languages
    spoken = language_of(text)
    if spoken in offered and spoken != language:
        return {"language-which#0": spoken}
    called = {code: set(map(plain_label, speech.synonyms(code))) for code in offered}
    said = set() if denies(text) else {word.text for word in words_of(text)}
    named = [code for code in offered if code != language and said & called[code]]
    ours = called.get(language, set())
    # "slecht Nederlands" asks for another one
    if not named and said & ours and ours.issuperset(telling(text)):
        named = [language]
    return {"language-which#0": named[0]} if len(named) == 1 else {}


def tongue_of(text: str, language: str) -> str:
    """Return the language in which somebody who wrote a text is met, if that is another one.

    It is that of the text, or one that it names: "Türkçe", "Turks".
    """
    return _tongue(language_of(text) or _named(text), language)


def offer_language(text: str, speech: Speech, language: str, offers: Offers) -> Reply:
    """Offer another language in its own words to somebody who writes it.

    If no conversation is held in it, the languages in which one is are told in it.
    """
    return _offer(language_of(text), speech, language, offers)


def greet(app: str, speech: Speech, language: str, offers: Offers) -> Reply:
    """Greet somebody new in the language of their app, if people are met in it."""
    return _offer(app, speech, language, offers) if app in met() else Reply()


def _offer(spoken: str | None, speech: Speech, language: str, offers: Offers) -> Reply:
    texts = speech.texts
    if spoken is None or spoken == language:
        return Reply()
    names = [
        Option(f"{COMMAND_MARK}{SPEAK}{code}", texts.text("language-name", code))
        for code in texts.languages
    ]
    if spoken in texts.languages:
        own = names[texts.languages.index(spoken)]
        return Reply(said=(Say("talk-heard-language").in_tongue(spoken),), offers=(own,))
    known = [LanguageName(code) for code in texts.languages]
    said = Say("abroad-choose", spoken=known).in_tongue(_tongue(spoken, "") or EVERYBODYS)
    return Reply(said=(said,), offers=(*names, offers.wish("human")), asks=False)


def _named(text: str) -> str | None:
    """Return the language that a text of a few words names, if it is none of those spoken here."""
    said = () if denies(text) else words_of(text)[:FEW]
    return next((_names()[word.text] for word in said if word.text in _names()), None)


@cache
def _names() -> dict[str, str]:
    """Return the languages that are known but not spoken here, by what they are called."""
    return {
        word.text: code
        for code in LANGUAGES
        if code not in languages()
        for told in (*languages(), *({code} & set(met())))
        for word in words_of(language_name(code, told))
    }


def _tongue(spoken: str | None, language: str) -> str:
    if spoken is None or spoken == language:
        return ""
    if spoken in met() or spoken in languages():
        return spoken
    return EVERYBODYS if language != EVERYBODYS else ""
