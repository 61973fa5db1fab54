"""What a text is about, and what is published of it: gone to if that is sure, otherwise offered.

What the store has stands in `bot/topics.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.abroad import offer_language
from bot.answers import asks_about
from bot.listening.hearing import Certainty, Hearing, telling
from bot.listening.judging import tone_of
from bot.listening.subjects import Candidate, offered, only_one
from bot.meaning import ASK, Command, FromPage, Inquiry
from bot.offers import Offers, Reply
from bot.speech import Speech
from bot.steps import Ask, Say
from bot.topics import Topics
from bot.where import WHERE, located
from content.message import Option
from outreach.store.unit import Unit

LINK = re.compile(r"/kansen/([1-9][0-9]{0,14})\b")
ABOUT = ("welcome-way", *WHERE, "welcome-theme", "menu-pick", "browse-pick")
"""Questions at which a text may be about something to take part in; any question at the start."""
APART = ("complaint", "long", "insult", "contact")
"""Ways of saying something that go before what it is about."""
LISTED = "browse-pick"
"""The question of which opportunities are the options, by their numbers."""
CARDS = ("opportunity-next", "opportunity-over")
TOO_MANY = 12
"""Words that say something: a longer text is about more than one thing."""


class Subject:
    """What a text of one turn is about; `about` is the opportunity that is talked about."""

    def __init__(
        self, unit: Unit, offers: Offers, speech: Speech, language: str, about: int | None
    ) -> None:
        self._unit, self._offers = unit, offers
        self._topics = Topics(unit, speech.texts, language)
        self._speech, self._language, self._about = speech, language, about

    def at_card(
        self, text: str, heard: Hearing, ask: Ask[Any] | None, codes: Sequence[str]
    ) -> Reply | None:
        """Return what is published to somebody who asks it at a card, or what this is about."""
        return self._inquiry(text, heard, ask) or self._summary(heard, ask, codes)

    def of(self, text: str, heard: Hearing, ask: Ask[Any] | None) -> Reply | None:
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
        return self._among(text, heard, key, asks_it=asks_it)

    def question(self, text: str, ask: Ask[Any] | None, answer: Sequence[Option]) -> Reply:
        """Answer a question by what is published, or offer to pass it on.

        Half-way something else it is answered in passing; it may have been meant as an answer.
        """
        ask_it = self._offers.take(ASK)
        abroad = offer_language(text, self._speech, self._language, self._offers)
        if abroad.said:
            return replace(abroad, offers=(*abroad.offers, ask_it, *answer))
        offers = (ask_it, *answer)
        told = self._topics.told(self._about, text)
        if told and self._about is not None:
            if ask is None or ask.key in (*ABOUT, *CARDS):
                return Reply(Inquiry(self._about, text))
            return Reply(said=(*told, Say("answers-more")), offers=offers, asks=False)
        if not (answer or (ask is not None and ask.kind.is_open)):
            offers = (ask_it, self._offers.wish("human"))
        unnamed = self._topics.unnamed_in(self._about, text)
        if unnamed is not None:
            said = (Say("answers-unnamed", thing=unnamed), Say("talk-heard-pass-on"))
            return Reply(said=said, offers=offers)
        return Reply(said=(Say("talk-heard-question"),), offers=offers)

    def to_join(self, ask: Ask[Any] | None) -> Reply:
        """Take part in the only one that is listed, or in what somebody took back; or show all."""
        options = ask.options if ask is not None and ask.key == LISTED else ()
        listed = [option.code for option in options if option.code.isdecimal()]
        left = int(listed[0]) if len(listed) == 1 else self._topics.left(self._about)
        return Reply(FromPage(left, "join") if left is not None else Command("browse"))

    def named(self, text: str) -> int | None:
        """Return the opportunity that a text surely names, otherwise the one talked about."""
        one = self._surely(text)
        return self._about if one is None else one.id

    def look_at_named(self, text: str) -> list[Option]:
        """Return the opportunity that a long text surely names, to be looked at."""
        one = self._surely(text)
        return [] if one is None else [self._offers.look_at(one)]

    def _surely(self, text: str) -> Candidate | None:
        said = telling(text)
        return only_one(self._topics.ranked(said)) if said else None

    def _among(self, text: str, heard: Hearing, key: str | None, *, asks_it: bool) -> Reply | None:
        """Go to the one of all that is open that is surely meant, or offer those that may be."""
        ranked = self._topics.ranked(heard.telling)
        one = only_one(ranked)
        if one is not None and not asks_it and not heard.guesses():
            return Reply(FromPage(one.id))
        anywhere = not asks_it and key not in CARDS
        if anywhere and (where := located(self._unit, text, key)) is not None:
            return Reply(where.meaning, where.said, where.offers, asks=False)
        if not ranked:
            return None
        if asks_it and one is not None and asks_about(text) and self._topics.told(one.id, text):
            return Reply(Inquiry(one.id, text))
        guesses = [self._offers.wish(name) for name in heard.guesses() if name != "question"]
        offers = [*guesses, *(self._offers.look_at(item) for item in offered(ranked))]
        if asks_it:
            offers[:0] = [self._offers.take(ASK)]
            return Reply(said=(Say("talk-heard-question"),), offers=tuple(offers))
        return Reply(said=(Say("talk-guess"),), offers=tuple(offers))

    def _inquiry(self, text: str, heard: Hearing, ask: Ask[Any] | None) -> Reply | None:
        """Return the question that somebody asks at a card, if what is published answers it.

        "Tot wanneer kan ik me aanmelden" asks something, and does not yet take part.
        """
        if ask is None or ask.key not in CARDS or not heard.asks or self._about is None:
            return None
        if any(wish.is_urgent and wish.certainty is Certainty.ALONE for wish in heard.wishes):
            return None
        picks_others = any(
            option.name == "others" and option.certainty is Certainty.ALONE
            for option in heard.options
        )
        if picks_others or not asks_about(text):
            return None
        if self._topics.told(self._about, text):
            return Reply(Inquiry(self._about, text))
        unnamed = self._topics.unnamed_in(self._about, text)
        return None if unnamed is None else self.question(text, ask, ())

    def _summary(self, heard: Hearing, ask: Ask[Any] | None, codes: Sequence[str]) -> Reply | None:
        """Tell again what this is about to who asks that where it is no option, as half-way."""
        first = heard.options[0] if heard.options else None
        if first is None or first.name != "more" or first.certainty is not Certainty.ALONE:
            return None
        if ask is None or ask.key in ABOUT or first.name in codes:
            return None
        said = self._topics.summed_up(self._about)
        return Reply(said=tuple(said), asks=False) if said else None
