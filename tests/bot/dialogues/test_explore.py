"""A draft is read in the chat: what cannot be done of it, what is missing, who wants to hear."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.exploring import DAILY, INSURED, NADIA, TITLE, explore_draft

WORDS = "Zonder vereniging krijgen wij die niet."
SAID = "SELECT person_id, kind, text, answered_at FROM question"


@pytest.fixture
def draft(waterdam: Store) -> int:
    return explore_draft(waterdam)


def test_who_thinks_along_goes_through_what_is_asked(
    person: Person, talk: Callable[..., None], draft: int, rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=draft)
    person.press("Denk mee")
    person.say("met buren")

    talk(
        person,
        f"""
        > [Dat lukt]
        Dit willen we vragen: {INSURED}

        Zou dat lukken?

        (stap 2 van 2)
        [Dat lukt] [Dit lukt ons niet]
        > [Dit lukt ons niet]
        Wat lukt er niet, of wat zou wel lukken? Alleen de gemeente leest dit.
        [Overslaan]
        > {WORDS}
        Mist er nog iets? Denk aan iets dat je nodig hebt, of dat anders moet. Alleen de gemeente
        leest dit.
        [Overslaan]
        """,
    )
    person.say("Een oplaadpunt.")

    assert "Dank je voor het meedenken" in person.text
    assert f"Dit lukt niet: {INSURED} {WORDS}" in person.text
    assert "Gaat de kans open, dan hoor je wat er is veranderd." in person.text
    assert rows(SAID) == [(1, "explore", "Een oplaadpunt.", None)]


def test_who_can_do_all_and_misses_nothing_leaves_no_question(
    person: Person, draft: int, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=draft)
    for text in ("denk mee", "met buren", "dat lukt", "dat lukt", "overslaan"):
        person.say(text)

    assert told("explore-fine") in person.text
    assert rows(SAID) == []


def test_card_says_that_it_is_a_draft_in_both_languages(
    person: Person, english: Person, draft: int
) -> None:
    assert "Dit is nog een concept." in person.enter(opportunity=draft)
    assert "This is still a draft." in english.enter(opportunity=draft)
    assert "Ik doe mee" not in person.labels


def test_who_wants_to_join_is_told_kindly_that_it_is_too_early(
    person: Person, draft: int, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=draft)

    person.say("ik doe mee")

    assert told("opportunity-early") in person.text
    assert "Hou me op de hoogte" in person.labels
    assert rows("SELECT count(*) FROM interest") == [(0,)]


def test_who_follows_is_kept_and_is_not_asked_again(
    person: Person, draft: int, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=draft)

    person.press("Hou me op de hoogte")

    assert told("opportunity-followed") in person.text
    assert "Hou me op de hoogte" not in person.labels
    assert rows("SELECT person_id, opportunity_id FROM follower") == [(1, draft)]


@pytest.mark.parametrize(
    ("wish", "key"), [("explore", "requirements-kind"), ("follow", "opportunity-followed")]
)
def test_page_leads_to_the_same(
    person: Person, draft: int, told: Callable[..., str], wish: str, key: str
) -> None:
    person.hand_in(opportunity=draft, wish=wish)

    assert told(key) in person.text


def test_opened_meanwhile_it_is_an_opportunity_like_any(
    person: Person, draft: int, waterdam: Store
) -> None:
    person.enter(opportunity=draft)
    waterdam.run(move_opportunity, NADIA, opportunity=draft, state="open")

    person.press("Denk mee")

    assert "Ik doe mee" in person.labels


def test_drafts_have_a_list_of_their_own(person: Person, draft: int) -> None:
    person.enter()
    person.say("alles")
    listed = person.text
    person.press("Denk mee")

    assert TITLE not in listed
    assert TITLE in person.text
    assert DAILY not in person.text
