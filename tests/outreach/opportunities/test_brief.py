"""Opportunities as they stand on cards, alone and in a list."""

from outreach.opportunities.brief import opportunity_brief, page_of_briefs
from outreach.opportunities.card import open_opportunities
from outreach.store.store import Store


def test_brief_tells_where_it_is(waterdam: Store) -> None:
    brief = waterdam.look(opportunity_brief, opportunity=1, language="nl")

    assert (brief.card.id, brief.places) == (1, ["Lindenkom"])
    assert (brief.card.value_cents, brief.card.currency) == (450_000, "EUR")
    assert brief.card.duration == "2 jaar, daarna kijken we samen verder"


def test_newest_comes_first_and_pages_have_no_gaps(waterdam: Store) -> None:
    cards = waterdam.look(open_opportunities, language="nl")
    pages = [
        waterdam.look(page_of_briefs, language="nl", place=None, theme=None, page=n, size=3)
        for n in range(4)
    ]

    found = [brief for page in pages for brief in page.found]
    assert [card.id for card in cards] == sorted((card.id for card in cards), reverse=True)
    assert [brief.card for brief in found] == cards
    assert [page.more for page in pages] == [True, True, False, False]
    assert all(brief.places for brief in found)
