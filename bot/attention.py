"""What is made of a text that answers nothing: what it means, or what is said and offered.

How a sentence is understood stands in `bot/listening/`, and what the store has on it in
`bot/topics.py`; this room adds the texts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.abroad import asked_language, said_abroad
from bot.answers import asks_about
from bot.listening.hearing import Certainty, Hearing, denies, hear, telling
from bot.listening.judging import LEAVE, Verdict, at_choice, otherwise, tone_of, would_leave
from bot.listening.subjects import Candidate, offered, only_one
from bot.matching import match
from bot.meaning import (
    ASK,
    AT,
    SAID,
    TELL,
    Answer,
    Command,
    FromPage,
    Inquiry,
    Meaning,
)
from bot.questions import Heard, Unclear
from bot.speech import COMMAND_MARK, LABEL, Speech
from bot.steps import Ask, Say
from bot.topics import Topics
from bot.where import WHERE, located
from content.message import Option
from outreach.delivery.fit import shorten
from outreach.store.unit import Unit

LINK = re.compile(r"/kansen/([1-9][0-9]{0,14})\b")
ABOUT = ("welcome-way", *WHERE, "welcome-theme", "menu-pick", "browse-pick")
"""Questions at which a text may be about something to take part in; any question at the start."""
APART = ("complaint", "long", "insult", "contact")
"""Ways of saying something that go before what it is about."""
CARDS = ("opportunity-next", "opportunity-over")
KINDS = "party"
"""What the options are of a question who somebody is."""
NO_NUMBER = "talk-number"
"""Why a text is no number; unlike one that is too long, it may mean anything else."""
TOO_MANY = 12
"""Words that say something: a longer text is about more than one thing."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is made of a text: what it means, or what is said and offered with the question.

    `asks`: what is said asks whether the first of the offers is meant.
    """

    meaning: Meaning | None = None
    said: tuple[Say, ...] = ()
    offers: tuple[Option, ...] = ()
    asks: bool = True


class Attention:
    """Makes something of one text, the inbound message of that number.

    `about` is the opportunity that is talked about.
    """

    def __init__(
        self,
        unit: Unit,
        speech: Speech,
        language: str,
        inbound: int,
        about: int | None = None,
    ) -> None:
        self._speech, self._language = speech, language
        self._unit, self._inbound, self._about = unit, inbound, about
        self._topics = Topics(unit, speech.texts, language)

    def reply(self, text: str, ask: Ask[Any] | None, unclear: Unclear | None) -> Reply:
        """Return what is made of a text that does not answer the open question."""
        if unclear is not None and unclear.verdict is not None:
            return self._carry_out(unclear.verdict, text, ask, fits=unclear.fits)
        if ask is not None and ask.kind.is_open:
            return Reply()
        if unclear is not None and unclear.key not in (None, NO_NUMBER):
            return Reply()
        heard = hear(text)
        codes = [] if ask is None else [*ask.kind.codes, *(option.code for option in ask.options)]
        inquiry = self._inquiry(text, heard, ask) or self._summary(heard, ask, codes)
        if inquiry is not None:
            return inquiry
        verdict = at_choice(heard, codes)
        if verdict is not None:
            return self._carry_out(verdict, text, ask)
        kind = self._party_kind(text, heard, ask)
        if kind is not None:
            return Reply(Answer(Heard(choice=kind)))
        about = self._subject(text, heard, ask)
        if about is not None:
            return about
        if self._would_join(heard, ask):
            left = self._topics.left(self._about)
            return Reply(FromPage(left, "join") if left is not None else Command("browse"))
        if would_leave(heard, codes):
            return Reply(Command(LEAVE))
        return self._carry_out(otherwise(heard, text), text, ask)

    def named(self, text: str) -> int | None:
        """Return the opportunity that a text surely names, otherwise the one talked about."""
        said = telling(text)
        one = only_one(self._topics.ranked(said)) if said else None
        return self._about if one is None else one.id

    def language_named(self, text: str) -> dict[str, str]:
        """Return the language that is asked for, as the answer to the question which one."""
        return asked_language(text, self._speech, self._language)

    def options(self, uses: Sequence[str]) -> tuple[Option, ...]:
        """Return options to take this text for something."""
        return tuple(self._option(use, self._inbound) for use in uses)

    def use_named(self, uses: Sequence[str], text: str) -> str | None:
        """Return the use whose label a text is; None if it is none."""
        labels = {use: (self._option(use).label,) for use in uses}
        return match(text, labels, by_number=False) if text else None

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
        human, tell = self._option("human"), self._option(TELL, self._inbound)
        match tone:
            case "question":
                return self._question(text, ask, answer)
            case "puzzled" | "unknown" | "nameless":
                return self._explain(tone, ask)
            case "yesno":
                return Reply(said=tuple(self._help(ask) or [Say("talk-heard-yesno")]))
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
                return Reply(said=(Say("talk-heard-contact"),), offers=(tell, *answer))
            case "complaint" if self._speech.desk:
                desk = Say("talk-heard-complaint", desk=self._speech.desk)
                return Reply(said=(desk,), offers=(tell, *self._named(text)))
            case "long" | "complaint":
                return Reply(said=(Say("talk-heard-long"),), offers=(tell, *self._named(text)))
            case _:
                return self._in_other_language(text)

    def _would_join(self, heard: Hearing, ask: Ask[Any] | None) -> bool:
        """Return True if somebody wants to take part who has not seen yet in what."""
        here = ask is None or ask.key in ABOUT
        other = heard.tone() is not None or heard.tone(Certainty.SAID) == "complaint"
        return here and not other and any(o.name == "join" and o.left <= 1 for o in heard.options)

    def _inquiry(self, text: str, heard: Hearing, ask: Ask[Any] | None) -> Reply | None:
        """Return the question that somebody asks at a card, if what is published answers it.

        "Tot wanneer kan ik me aanmelden" asks something, and does not yet take part.
        """
        if ask is None or ask.key not in CARDS or not heard.asks or self._about is None:
            return None
        if any(wish.is_urgent and wish.certainty is Certainty.ALONE for wish in heard.wishes):
            return None
        if not asks_about(text) or not self._topics.told(self._about, text):
            return None
        return Reply(Inquiry(self._about, text))

    def _party_kind(self, text: str, heard: Hearing, ask: Ask[Any] | None) -> str | None:
        """Return the kind of party that a sentence names: "wij zijn een bedrijf"."""
        if ask is None or ask.names != KINDS or heard.asks or denies(text):
            return None
        labels = self._speech.labels(ask, self._language)
        return match(" ".join(heard.telling), labels, by_number=False)

    def _summary(self, heard: Hearing, ask: Ask[Any] | None, codes: Sequence[str]) -> Reply | None:
        """Tell again what this is about to who asks that where it is no option, as half-way."""
        first = heard.options[0] if heard.options else None
        if first is None or first.name != "more" or first.certainty is not Certainty.ALONE:
            return None
        if ask is None or ask.key in ABOUT or first.name in codes:
            return None
        said = self._topics.summed_up(self._about)
        return Reply(said=tuple(said), asks=False) if said else None

    def _explain(self, tone: str, ask: Ask[Any] | None) -> Reply:
        """Say what is asked in other words, with something to tap where no text is awaited."""
        help_, is_open = self._help(ask), ask is not None and ask.kind.is_open
        said = tuple(help_ or [Say("talk-heard-puzzled")])
        human = self._option("human")
        if is_open:
            return Reply(said=said)
        if not help_:
            return Reply(said=said, offers=(human,))
        if tone == "puzzled":
            return Reply(said=said, offers=(self._option("help"), human), asks=False)
        if ask is not None and ask.key in ABOUT:
            return Reply(said=said, offers=(self._option("browse"),), asks=False)
        return Reply(said=said)

    def _question(self, text: str, ask: Ask[Any] | None, answer: Sequence[Option]) -> Reply:
        """Answer a question by what is published, or offer to pass it on.

        Half-way something else it is answered in passing; it may have been meant as an answer.
        """
        ask_it = self._option(ASK, self._inbound)
        abroad = self._in_other_language(text)
        if abroad.said:
            return replace(abroad, offers=(*abroad.offers, ask_it, *answer))
        offers = (ask_it, *answer)
        told = self._topics.told(self._about, text)
        if told and self._about is not None:
            if ask is None or ask.key in (*ABOUT, *CARDS):
                return Reply(Inquiry(self._about, text))
            return Reply(said=(*told, Say("answers-more")), offers=offers, asks=False)
        if not (answer or (ask is not None and ask.kind.is_open)):
            offers = (ask_it, self._option("human"))
        return Reply(said=(Say("talk-heard-question"),), offers=offers)

    def _named(self, text: str) -> list[Option]:
        """Return the opportunity that a long text surely names, to be looked at."""
        said = telling(text)
        one = only_one(self._topics.ranked(said)) if said else None
        return [] if one is None else [self._look_at(one)]

    def _in_other_language(self, text: str) -> Reply:
        """Offer another language in its own words; in English if nobody speaks it here."""
        told = said_abroad(text, self._speech, self._language)
        if told is None:
            return Reply()
        words, name = told
        said = (Say("talk-heard-words", words=words),)
        if name is not None:
            return Reply(said=said, offers=(Option(f"{COMMAND_MARK}language", name),))
        return Reply(said=said, offers=(self._option("human"), self._option("language")))

    def _subject(self, text: str, heard: Hearing, ask: Ask[Any] | None) -> Reply | None:
        """Return what a text is about: one opportunity, those of a place or theme, or several."""
        key = None if ask is None else ask.key
        link = LINK.search(text)
        if link is not None:
            return Reply(FromPage(int(link[1])))
        if key is not None and key not in (*ABOUT, *CARDS):
            return None
        if (where := located(self._unit, text, key, sure=True)) is not None:
            return Reply(where.meaning, where.said, where.offers, asks=False)
        # "weet niet" is about nothing, though a card may say "je weet"
        if heard.tone() is not None or tone_of(heard, text) in APART:
            return None
        said = heard.telling
        if not said or len(said) > TOO_MANY or (key in CARDS and heard.asks):
            return None
        asks_it = heard.asks or any(
            wish.name == "question" and wish.certainty >= Certainty.SAID for wish in heard.wishes
        )
        around = self._topics.around(said)
        if around is not None and not asks_it:
            return Reply(around)
        ranked = self._topics.ranked(said)
        one = only_one(ranked)
        if one is not None and not asks_it and not heard.guesses():
            return Reply(FromPage(one.id))
        anywhere = not asks_it and key not in CARDS
        if anywhere and (where := located(self._unit, text, key)) is not None:
            return Reply(where.meaning, where.said, where.offers, asks=False)
        if not ranked:
            return None
        guesses = [self._option(name) for name in heard.guesses() if name != "question"]
        offers = [self._look_at(item) for item in offered(ranked)]
        offers[:0] = guesses
        if asks_it:
            if one is not None and asks_about(text) and self._topics.told(one.id, text):
                return Reply(Inquiry(one.id, text))
            offers[:0] = [self._option(ASK, self._inbound)]
            return Reply(said=(Say("talk-heard-question"),), offers=tuple(offers))
        return Reply(said=(Say("talk-guess"),), offers=tuple(offers))

    def _help(self, ask: Ask[Any] | None) -> list[Say]:
        """Return what the open question says in other words, if it does."""
        texts = self._speech.texts
        for attribute in ("help", "unclear") if ask is not None else ():
            if ask is not None and texts.has(ask.key, attribute):
                words = texts.text(ask.key, self._language, attribute, **ask.facts)
                return [Say("talk-heard-words", words=words)]
        return []

    def _look_at(self, found: Candidate) -> Option:
        return Option(f"{COMMAND_MARK}{AT}{found.id}", shorten(found.title, LABEL))

    def _option(self, name: str, number: int | None = None) -> Option:
        code = f"{COMMAND_MARK}{name}{'' if number is None else number}"
        label = self._speech.texts.text("talk-offer", self._language, name.replace("_", "-"))
        return Option(code, label)
