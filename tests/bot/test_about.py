"""What is said of an opportunity is short, and nothing is offered that has nothing to tell."""

from dataclasses import replace
from functools import partial

import pytest

from bot.about import MOST_WORDS, SUBJECTS, first_words, tells, told_subjects
from bot.steps import Say
from content.texts import Texts
from outreach.opportunities.card import OpportunityPage, opportunity_page
from outreach.store.store import Store


@pytest.fixture
def strip(waterdam: Store) -> OpportunityPage:
    return waterdam.look(partial(opportunity_page, opportunity=1, language="nl"))


def keys(said: list[Say]) -> list[str]:
    return [say.key for say in said]


def test_subject_is_told_by_the_facts_that_are_known(strip: OpportunityPage) -> None:
    assert keys(tells("time", strip)) == ["opportunity-when", "opportunity-until"]
    assert keys(tells("money", strip)) == [
        "opportunity-money",
        "opportunity-form",
        "arrangement-management-agreement",
        "opportunity-brings",
    ]
    assert tells("insurance", strip)[0].facts["words"] == strip.checklist["insurance"]


def test_part_is_told_with_the_budget_of_its_own(strip: OpportunityPage) -> None:
    [said] = tells("parts", strip)

    told = Texts().text(said.key, "nl", **said.facts)

    assert told == (
        "Je kunt kiezen uit: De borders met bloemen € 1.500, Het gras € 1.200 en "
        "De hoek met de bank € 1.800. Eén mag, meer mag ook."
    )


def test_who_decides_is_told_by_what_the_parts_say_of_it(strip: OpportunityPage) -> None:
    said = tells("decides", strip)

    assert keys(said) == ["opportunity-role", "opportunity-good-words", "opportunity-contact"]
    assert said[1].facts["words"] == (
        "De mensen die de borders doen, kiezen samen de planten."
        " Alle bewoners van de Lindenstraat stemmen over de bank."
    )


def test_subject_without_a_fact_is_not_offered(strip: OpportunityPage) -> None:
    bare = replace(
        strip,
        arrangement="",
        contributions=[],
        value_cents=None,
        checklist={"insurance": " "},
        parts=[],
        criteria=[],
    )

    assert told_subjects(bare) == ["time", "decides"]
    assert {subject: tells(subject, bare) for subject in SUBJECTS}["money"] == []


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Een zin. Nog een.", 10, "Een zin. Nog een."),
        ("Een zin. Nog een zin hier.", 4, "Een zin. …"),
        ("Een lange zin zonder einde", 3, "Een lange zin …"),
        ("Een.\n\nTwee.", 5, "Een. Twee."),
        ("", 5, ""),
    ],
)
def test_first_words_end_with_a_sentence_if_one_fits(text: str, most: int, kept: str) -> None:
    assert first_words(text, most) == kept


def test_first_words_are_never_more_than_asked(strip: OpportunityPage) -> None:
    assert len(first_words(strip.description * 9).removesuffix(" …").split()) <= MOST_WORDS
