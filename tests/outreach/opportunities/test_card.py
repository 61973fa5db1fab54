"""What residents read: in their language if translated, open only while it takes answers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from outreach.opportunities.card import (
    count_unmet,
    open_opportunities,
    opportunity_card,
    opportunity_page,
    requirements_for,
)
from outreach.opportunities.edit import set_facts
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock

NADIA = Actor("staff", 1)


def test_card_speaks_the_language_that_was_asked(waterdam: Store, strip: int) -> None:
    dutch, english, polish = (
        waterdam.look(opportunity_card, opportunity=strip, language=language)
        for language in ("nl", "en", "pl")
    )

    assert dutch.title == "Zorg mee voor het plantsoen in de Lindenstraat"
    assert english.title == "Help look after the green strip in Lindenstraat"
    assert (dutch.only_in, english.only_in) == ("", "")
    assert polish == replace(dutch, only_in="nl")


def test_picture_is_another_one_only_if_it_shows_something_else(
    waterdam: Store, strip: int
) -> None:
    card = waterdam.look(opportunity_card, opportunity=strip, language="nl")

    same = replace(card, version=9, summary="Anders", value_cents=1)
    others = [replace(card, title="Anders"), replace(card, themes=["zorg"])]
    others.append(replace(card, state="closed"))

    assert same.drawn == card.drawn
    assert len({card.drawn, *(other.drawn for other in others)}) == 4


def test_page_translates_all_that_people_read(waterdam: Store, strip: int) -> None:
    page = waterdam.look(opportunity_page, opportunity=strip, language="en")

    assert page.duration.startswith("2 years")
    assert page.checklist["allowance"].startswith("There is no payment by the hour.")
    assert [part.title for part in page.parts] == [
        "The flower borders",
        "The grass",
        "The corner with the bench",
    ]
    assert page.requirements[0].alternative.startswith("Is that difficult?")
    assert [(item.text.split()[0], item.weight) for item in page.criteria] == [
        ("How", 40),
        ("Whether", 35),
        ("Whether", 25),
    ]


def test_half_a_translation_falls_back_to_the_facts(waterdam: Store, strip: int) -> None:
    waterdam.run(set_facts, NADIA, opportunity=strip, translations={"en": {"title": "Green strip"}})

    page = waterdam.look(opportunity_page, opportunity=strip, language="en")

    assert (page.card.title, page.card.only_in) == ("Green strip", "")
    assert page.card.summary.startswith("De gemeente zoekt buren")


def test_theme_narrows_the_list(waterdam: Store) -> None:
    green = waterdam.look(open_opportunities, language="nl", theme="groen")

    assert green
    assert all("groen" in card.themes for card in green)
    assert waterdam.look(open_opportunities, language="nl", theme="nonsense") == []


def test_list_ends_at_the_deadline(waterdam: Store, strip: int, clock: Clock) -> None:
    until = waterdam.look(opportunity_card, opportunity=strip, language="nl").answers_until
    assert until is not None

    listed = []
    for moment in (until - timedelta(seconds=1), until):
        clock.now = moment
        listed.append(
            strip in [card.id for card in waterdam.look(open_opportunities, language="nl")]
        )

    assert listed == [True, False]


def test_requirements_are_those_of_my_kind_of_party(waterdam: Store, strip: int) -> None:
    asked = {
        kind: len(waterdam.look(requirements_for, opportunity=strip, kind=kind, language="nl"))
        for kind in ("resident", "firm")
    }

    assert asked == {"resident": 1, "firm": 2}


def test_unmet_requirement_is_counted_without_a_person(waterdam: Store, strip: int) -> None:
    requirement = (
        waterdam.look(opportunity_page, opportunity=strip, language="nl").requirements[0].id
    )
    events = "SELECT count(*) FROM event"
    before = waterdam.look(lambda unit: unit.connection.exec_driver_sql(events).scalar())

    for _ in range(3):
        waterdam.run(count_unmet, Actor("person", 1), requirement=requirement)
    waterdam.run(count_unmet, Actor("person", 1), requirement=9999)

    counted = f"SELECT unmet FROM requirement WHERE id = {requirement}"
    assert waterdam.look(lambda unit: unit.connection.exec_driver_sql(counted).scalar()) == 3
    assert waterdam.look(lambda unit: unit.connection.exec_driver_sql(events).scalar()) == before


def test_unknown_opportunity_is_refused(store: Store) -> None:
    for rule in (opportunity_card, opportunity_page):
        with pytest.raises(Refusal, match="refusal-opportunity-unknown"):
            store.look(rule, opportunity=12345, language="nl")
