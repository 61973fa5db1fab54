"""What of the store a text is about: an opportunity, a place or a theme, and what is published."""

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache

from bot.answers import told_of, unnamed_in
from bot.listening.hearing import telling
from bot.listening.subjects import Candidate, Ranker, rank
from bot.meaning import Around
from bot.steps import Say
from content.texts import Texts
from outreach.interests.own import my_interests, standing_interest
from outreach.interests.question import answers
from outreach.opportunities.card import (
    OpportunityPage,
    is_open,
    open_opportunities,
    opportunity_page,
)
from outreach.opportunities.nearby import all_places, place_names
from outreach.refusal import Refusal
from outreach.store.unit import Unit


class Topics:
    """Looks up what a text of one turn is about."""

    def __init__(self, unit: Unit, texts: Texts, language: str, ranker: Ranker = rank) -> None:
        self._unit, self._texts, self._language, self._rank = unit, texts, language, ranker
        self._page = cache(self._find_page)

    def around(self, said: Sequence[str]) -> Around | None:
        """Return the place or theme that is all that a text names."""
        texts, named = self._texts, set(said)
        for theme in texts.codes("theme"):
            names = (texts.name("theme", theme, language) for language in texts.languages)
            if any(named == _telling_in(name) for name in names):
                return Around(theme=theme)
        for place in all_places(self._unit):
            if named == _telling_in(place.name):
                return Around(place=place.code)
        return None

    def ranked(self, said: Sequence[str]) -> list[tuple[float, Candidate]]:
        """Return the open opportunities that fit words, with a score, the best first."""
        return self._rank(said, self._candidates)

    def told(self, opportunity: int | None, text: str) -> list[Say]:
        """Return what is published of an opportunity that answers a question."""
        page = self._page(opportunity)
        if page is None:
            return []
        return told_of(page, answers(self._unit, opportunity=page.card.id), text)

    def unnamed_in(self, opportunity: int | None, text: str) -> str | None:
        """Return what is asked about as if it were required, and in nothing that is published."""
        page = self._page(opportunity)
        return None if page is None else unnamed_in(page, text)

    def summed_up(self, opportunity: int | None) -> list[Say]:
        """Return what an opportunity is, in a few words and with the way to all of it."""
        page = self._page(opportunity)
        if page is None:
            return []
        found = Say("answers-found", number=page.card.id)
        return [found, Say("answers-passage", text=page.card.summary)]

    def left(self, opportunity: int | None) -> int | None:
        """Return an opportunity if the speaker took their interest in it back; it is open.

        Without one, it is the one that they left last.
        """
        own = [card for card in my_interests(self._unit) if card.state == "withdrawn"]
        gone = [card.opportunity for card in own if opportunity in (None, card.opportunity)]
        standing = gone and standing_interest(self._unit, opportunity=gone[-1]) is not None
        if not gone or standing or not is_open(self._unit, opportunity=gone[-1]):
            return None
        return gone[-1]

    def _find_page(self, opportunity: int | None) -> OpportunityPage | None:
        if opportunity is None:
            return None
        try:
            return opportunity_page(self._unit, opportunity=opportunity, language=self._language)
        except Refusal:
            # it may have been taken back meanwhile
            return None

    @cached_property
    def _candidates(self) -> list[Candidate]:
        names = self._texts.spoken(self._language)
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


@lru_cache(4_096)
def _telling_in(name: str) -> frozenset[str]:
    """Return the words of a name of ours that say something; what people type is not kept here."""
    return frozenset(telling(name))
