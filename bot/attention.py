"""What is made of a text that answers nothing: what it means, or what is said and offered.

How a sentence is understood stands in `bot/listening/`; this room adds the store and the texts.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from bot.listening.hearing import Certainty, Hearing, denies, hear, language_of, telling
from bot.listening.judging import Verdict, at_choice, otherwise, tone_of
from bot.listening.subjects import Candidate, Ranker, offered, only_one, rank
from bot.listening.words import words_of
from bot.matching import match, plain, plain_label
from bot.meaning import (
    ASK,
    AT,
    SAID,
    TELL,
    Answer,
    Around,
    Command,
    FromPage,
    Meaning,
    Taken,
)
from bot.meaning import offered as offered_as
from bot.questions import Heard, Unclear
from bot.speech import COMMAND_MARK, Speech
from bot.steps import Ask, Say
from content.message import Option
from content.texts import LanguageName
from outreach.delivery.fit import shorten
from outreach.opportunities.card import all_places, open_opportunities, place_names
from outreach.store.unit import Unit

LINK = re.compile(r"/kansen/([1-9][0-9]{0,14})\b")
LABEL = 60
"""Titles of other systems may be far longer than a button."""
ABOUT = ("welcome-way", "welcome-place", "welcome-theme", "menu-pick", "browse-pick")
"""Questions at which a text may be about something to take part in; any question at the start."""
EVERYBODYS = "en"
"""The language in which somebody is answered whose own is not spoken here."""
FIRST_ASKED = {"question": ("question-words",), "human": ("human-words", "human-words-to")}
"""What a message to a colleague is asked for by."""
APART = ("complaint", "long", "insult", "contact")
"""Ways of saying something that go before what it is about."""
CARDS = ("opportunity-next", "opportunity-over")
TOO_MANY = 12
"""Words that say something: a longer text is about more than one thing."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is made of a text: what it means, or what is said and offered with the question."""

    meaning: Meaning | None = None
    said: tuple[Say, ...] = ()
    offers: tuple[Option, ...] = ()


def taken_along(dialogue: str, text: str) -> dict[str, str]:
    """Return a text as what was answered already in a dialogue that asks for a message."""
    return {f"{key}#0": text for key in FIRST_ASKED[dialogue]}


class Attention:
    """Makes something of one text, the inbound message of that number.

    `read` tells what a text is to a question.
    """

    def __init__(
        self,
        unit: Unit,
        speech: Speech,
        language: str,
        inbound: int,
        read: Callable[[Ask[Any], Heard], Any],
        ranker: Ranker = rank,
    ) -> None:
        self._unit, self._speech, self._language = unit, speech, language
        self._inbound, self._read, self._rank = inbound, read, ranker

    def reply(self, text: str, ask: Ask[Any] | None, unclear: Unclear | None) -> Reply:
        """Return what is made of a text that does not answer the open question."""
        if unclear is not None and unclear.verdict is not None:
            return self._carry_out(unclear.verdict, text, ask, fits=unclear.fits)
        if (ask is not None and ask.kind.is_open) or (unclear is not None and unclear.key):
            return Reply()
        heard = hear(text)
        codes = [] if ask is None else [*ask.kind.codes, *(option.code for option in ask.options)]
        verdict = at_choice(heard, codes)
        if verdict is not None:
            return self._carry_out(verdict, text, ask)
        about = self._subject(text, heard, ask)
        if about is not None:
            return about
        return self._carry_out(otherwise(heard, text), text, ask)

    def picked(self, text: str, before: str, ask: Ask[Any] | None) -> Meaning | None:
        """Return what a text picks of what was offered for the one before it; None if nothing.

        What was offered then is worked out again: nothing of it is kept.
        """
        heard = None if ask is None else self._read(ask, Heard(before))
        unclear = heard if isinstance(heard, Unclear) else None
        code = self._picks(text, self.reply(before, ask, unclear).offers)
        meaning = None if code is None else offered_as(code)
        return replace(meaning, text=before) if isinstance(meaning, Taken) else meaning

    def language_named(self, text: str) -> dict[str, str]:
        """Return the language that is asked for, as the answer to the question which one."""
        offered = self._speech.texts.languages
        spoken = language_of(text)
        if spoken in offered and spoken != self._language:
            return {"language-which#0": spoken}
        said = set() if denies(text) else {word.text for word in words_of(text)}
        named = [
            code
            for code in offered
            if code != self._language and said & set(map(plain_label, self._speech.synonyms(code)))
        ]
        return {"language-which#0": named[0]} if len(named) == 1 else {}

    def _picks(self, text: str, offers: Sequence[Option]) -> str | None:
        """Return the option that a text picks of those offered: its label, or yes for the first."""
        labels = {option.code: (option.label,) for option in offers}
        answer = self._yes_or_no(text)
        if answer == "yes":
            return offers[0].code if offers else None
        if answer == "no":
            return next((code for code in labels if code.startswith(f"{COMMAND_MARK}{SAID}")), None)
        return match(text, labels, by_number=False)

    def _yes_or_no(self, text: str) -> str | None:
        """Return the option that is all that a text says, in a word or a sign."""
        words = {code: self._speech.synonyms(code) for code in ("yes", "no")}
        said = plain(text)
        if not said:
            # without its signs a 👎 is as empty as a 👍
            return match(text, words)
        return next((code for code in words if said in map(plain_label, words[code])), None)

    def _carry_out(
        self, verdict: Verdict, text: str, ask: Ask[Any] | None, *, fits: bool = False
    ) -> Reply:
        if verdict.do is not None:
            return Reply(Command(verdict.do))
        if verdict.choose is not None:
            return Reply(Answer(Heard(choice=verdict.choose)))
        answer = [self._option(SAID, self._inbound)] if fits else []
        if verdict.guesses:
            offers = [*(self._option(name) for name in verdict.guesses), *answer]
            return Reply(said=(Say("talk-guess"),), offers=tuple(offers))
        return self._in_tone(verdict.tone, text, ask, answer)

    def _in_tone(
        self, tone: str | None, text: str, ask: Ask[Any] | None, answer: list[Option]
    ) -> Reply:
        """Say something that fits how it was said, with something to tap."""
        is_open = ask is not None and ask.kind.is_open
        help_ = self._help(ask)
        human, tell = self._option("human"), self._option(TELL, self._inbound)
        match tone:
            case "question":
                ask_it = self._option(ASK, self._inbound)
                abroad = self._in_other_language(text)
                if abroad.said:
                    return replace(abroad, offers=(*abroad.offers, ask_it, *answer))
                other = answer or ([] if is_open else [human])
                return Reply(said=(Say("talk-heard-question"),), offers=(ask_it, *other))
            case "puzzled" | "unknown" | "nameless" if is_open or help_:
                return Reply(said=(*help_,) if help_ else (Say("talk-heard-puzzled"),))
            case "puzzled" | "unknown":
                return Reply(said=(Say("talk-heard-puzzled"),), offers=(human,))
            case "yesno":
                return Reply(said=(*help_,) if help_ else (Say("talk-heard-yesno"),))
            case "hello" if ask is None:
                # the first thing that is said is a greeting already
                return Reply()
            case "hello":
                return Reply(said=(Say("talk-heard-hello"),), offers=tuple(answer))
            case "thanks":
                return Reply(said=(Say("talk-heard-thanks"),), offers=tuple(answer))
            case "bye":
                return Reply(said=(Say("talk-heard-bye"),), offers=tuple(answer))
            case "insult":
                return Reply(said=(Say("talk-heard-insult"),), offers=(human, *answer))
            case "contact":
                return Reply(said=(Say("talk-heard-contact"),), offers=(tell,))
            case "long":
                return Reply(said=(Say("talk-heard-long"),), offers=(tell,))
            case _:
                return self._in_other_language(text)

    def _in_other_language(self, text: str) -> Reply:
        """Offer another language in its own words; in English if nobody speaks it here."""
        spoken = language_of(text)
        if spoken in (None, self._language):
            return Reply()
        texts = self._speech.texts
        if spoken in texts.languages:
            words = texts.text("talk-heard-language", spoken)
            there = Option(f"{COMMAND_MARK}language", texts.text("language-name", spoken))
            return Reply(said=(Say("talk-heard-words", words=words),), offers=(there,))
        known = texts.spoken(EVERYBODYS).shown([LanguageName(code) for code in texts.languages])
        words = texts.text("talk-heard-no-language", EVERYBODYS, spoken=known)
        offers = (self._option("human"), self._option("language"))
        return Reply(said=(Say("talk-heard-words", words=words),), offers=offers)

    def _subject(self, text: str, heard: Hearing, ask: Ask[Any] | None) -> Reply | None:
        """Return what a text is about: one opportunity, those of a place or theme, or several."""
        key = None if ask is None else ask.key
        link = LINK.search(text)
        if link is not None:
            return Reply(FromPage(int(link[1])))
        if key is not None and key not in (*ABOUT, *CARDS):
            return None
        # "weet niet" is about nothing, though a card may say "je weet"
        if heard.tone() is not None or tone_of(heard, text) in APART:
            return None
        said = heard.telling
        if not said or len(said) > TOO_MANY or (key in CARDS and heard.asks):
            return None
        asks_it = heard.asks or any(
            wish.name == "question" and wish.certainty >= Certainty.SAID for wish in heard.wishes
        )
        around = self._around(said)
        if around is not None and not asks_it:
            return Reply(around)
        ranked = self._rank(said, self._candidates)
        one = only_one(ranked)
        if one is not None and not asks_it and not heard.guesses():
            return Reply(FromPage(one.id))
        if not ranked:
            return None
        guesses = [self._option(name) for name in heard.guesses() if name != "question"]
        offers = [
            Option(f"{COMMAND_MARK}{AT}{item.id}", shorten(item.title, LABEL))
            for item in offered(ranked)
        ]
        offers[:0] = guesses
        if asks_it:
            offers[:0] = [self._option(ASK, self._inbound)]
            return Reply(said=(Say("talk-heard-question"),), offers=tuple(offers))
        return Reply(said=(Say("talk-guess"),), offers=tuple(offers))

    def _around(self, said: Sequence[str]) -> Around | None:
        """Return the place or theme that is all that a text names."""
        texts, named = self._speech.texts, set(said)
        for theme in texts.codes("theme"):
            names = (texts.name("theme", theme, language) for language in texts.languages)
            if any(named == _telling_in(name) for name in names):
                return Around(theme=theme)
        for place in all_places(self._unit):
            if named == _telling_in(place.name):
                return Around(place=place.code)
        return None

    @cached_property
    def _candidates(self) -> list[Candidate]:
        names = self._speech.texts.spoken(self._language)
        places = place_names(self._unit)
        return [
            Candidate(
                card.id,
                card.title,
                tuple(places.get(card.id, ())),
                tuple(names.name("theme", theme) for theme in card.themes),
                card.summary,
            )
            for card in open_opportunities(self._unit, language=self._language)
        ]

    def _help(self, ask: Ask[Any] | None) -> list[Say]:
        """Return what the open question says in other words, if it does."""
        texts = self._speech.texts
        for attribute in ("help", "unclear") if ask is not None else ():
            if ask is not None and texts.has(ask.key, attribute):
                words = texts.text(ask.key, self._language, attribute, **ask.facts)
                return [Say("talk-heard-words", words=words)]
        return []

    def _option(self, name: str, number: int | None = None) -> Option:
        code = f"{COMMAND_MARK}{name}{'' if number is None else number}"
        label = self._speech.texts.text("talk-offer", self._language, name.replace("_", "-"))
        return Option(code, label)


@lru_cache(4_096)
def _telling_in(name: str) -> frozenset[str]:
    """Return the words of a name of ours that say something; what people type is not kept here."""
    return frozenset(telling(name))
