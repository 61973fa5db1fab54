"""What is asked of your kind of party, with what is possible instead."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.opportunities.edit import set_facts
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person

NADIA = Actor("staff", 1)


@pytest.fixture
def asked(person: Person, kans: Callable[[str], int]) -> Person:
    person.enter(opportunity=kans("07"))
    person.press("Wat is er nodig?")
    return person


def test_group_hears_only_what_goes_for_it_and_what_may_be_done_instead(
    asked: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    talk(
        asked,
        """
        > [groep bewoners]
        Dit vragen we: Je werkt samen met minstens één andere partij in dezelfde wijk.

        Lukt dat?

        (stap 1 van 2)
        [Dat lukt] [Dit lukt ons niet]
        > [Dit lukt ons niet]
        Geen probleem, dan kan het anders. Ken je nog niemand? Meld je toch aan, en zet erbij wie je
        zoekt.

        Lukt het zo wel?
        [Ja, zo lukt het] [Nee, ook niet]
        > terug
        Dit vragen we: Je werkt samen met minstens één andere partij in dezelfde wijk.

        Lukt dat?

        (stap 1 van 2)
        [Dat lukt] [Dit lukt ons niet]
        > nee dat lukt niet
        Geen probleem, dan kan het anders. Ken je nog niemand? Meld je toch aan, en zet erbij wie je
        zoekt.

        Lukt het zo wel?
        [Ja, zo lukt het] [Nee, ook niet]
        > ja
        Dit vragen we: Een contract kan alleen met een organisatie die een rechtsvorm heeft.

        Lukt dat?

        (stap 2 van 2)
        [Dat lukt] [Dit lukt ons niet]
        > ja hoor
        Dat is alles wat we vragen. Wat lukt: 1 van 2. Je kunt toch meedoen.
        Dit kan anders: Je werkt samen met minstens één andere partij in dezelfde wijk.

        De gemeente ziet nu niet wie wat antwoordde. Meld je je aan, dan kies je of het meegaat.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Doorgeven]
        [Andere kansen]
        """,
    )

    assert rows("SELECT count(*), sum(unmet) FROM requirement WHERE opportunity_id = 7") == [(4, 1)]
    assert rows("SELECT json_array_length(kinds) FROM requirement WHERE unmet = 1") == [(0,)]


@pytest.mark.parametrize(
    ("kind", "questions"),
    [
        ("bewoner", 2),
        ("groep bewoners", 2),
        ("vereniging/stichting", 3),
        ("stichting", 3),
        ("bedrijf", 3),
        ("school", 1),
    ],
)
def test_each_kind_of_party_is_asked_its_own_requirements(
    asked: Person, kind: str, questions: int
) -> None:
    asked.say(kind)
    count = 0
    while asked.labels == ["Dat lukt", "Dit lukt ons niet"]:
        asked.press("Dat lukt")
        count += 1

    assert count == questions
    assert asked.text.startswith("Dat is alles wat we vragen, en alles lukt. Je kunt meedoen.")


def test_requirement_without_alternative_is_noted_each_time(
    person: Person,
    talk: Callable[..., None],
    waterdam: Store,
    rows: Callable[[str], list[Any]],
    kans: Callable[[str], int],
) -> None:
    strict = [{"kinds": [], "text": "Je bent er elke maandag om acht uur.", "alternative": ""}]
    waterdam.run(set_facts, NADIA, opportunity=kans("04"), requirements=strict)
    person.enter(opportunity=kans("04"))

    for _ in range(2):
        person.press("Wat is er nodig?")
        person.press("bewoner")
        person.say("nee")
    person.press("Wat is er nodig?")

    talk(
        person,
        """
        > [school]
        Dit vragen we: Je bent er elke maandag om acht uur.

        Lukt dat?

        (stap 1 van 1)
        [Dat lukt] [Dit lukt ons niet]
        > kan niet
        Goed dat je het zegt. De gemeente telt dit, en kijkt of het anders kan.

        Dat is alles wat we vragen. Wat lukt: 0 van 1. Je kunt toch meedoen.
        Hiernaar kijkt de gemeente nog: Je bent er elke maandag om acht uur.

        De gemeente ziet nu niet wie wat antwoordde. Meld je je aan, dan kies je of het meegaat.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Doorgeven]
        [Andere kansen]
        """,
    )
    assert rows("SELECT unmet FROM requirement WHERE opportunity_id = 4") == [(3,)]


def test_nothing_asked_is_said(person: Person, waterdam: Store, kans: Callable[[str], int]) -> None:
    waterdam.run(set_facts, NADIA, opportunity=kans("04"), requirements=[])
    person.enter(opportunity=kans("04"))
    person.press("Wat is er nodig?")

    person.press("bewoner")

    assert person.text == "Er zijn geen vaste eisen voor jou.\n\nWat wil je doen?"


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("wij zijn een bedrijf", True),
        ("ik ben een bewoner", True),
        ("wij zijn een vereniging", True),
        ("wij zijn geen bedrijf", False),
    ],
)
def test_who_somebody_is_may_be_said_in_a_sentence(
    person: Person, text: str, understood: bool
) -> None:
    person.enter(opportunity=1)
    person.say("wat is er nodig?")

    person.say(text)

    assert ("Wie ben je?" not in person.text) is understood


@pytest.mark.parametrize("said", ["weet niet", "ik weet het niet zo goed", "[Weet ik niet]"])
def test_who_does_not_know_their_kind_hears_what_is_asked_of_neighbours(
    said: str, asked: Person, told: Callable[..., str]
) -> None:
    _ = asked.press(said[1:-1]) if said.startswith("[") else asked.say(said)

    assert "Je werkt samen met minstens één andere partij" in asked.text
