"""People write in pieces: several messages in a row end in what they meant, however they come."""

import asyncio
from collections.abc import Callable
from itertools import permutations, product
from typing import Any

import pytest

from bot.inbox import Arrival
from bot.runs import Script
from tests.bot.asking import stored
from tests.bot.conftest import Person
from tests.clock import Clock
from tests.talking import Outbox, turns

THREE = ("Ik heb een hark.", "En elke zaterdag tijd.", "En een kruiwagen.")
GROUP = ("De Schapen", "wij zijn met 4", "en we hebben een dak")


def at_give(person: Person) -> None:
    """Bring somebody to the question what they want to do."""
    person.enter(opportunity=1)
    for answer in ("ik doe mee", "alleen", "Anna"):
        person.say(answer)


def at_group_name(person: Person) -> None:
    """Bring somebody to the name of their group."""
    person.enter(opportunity=1)
    for answer in ("ik doe mee", "met een groep"):
        person.say(answer)


@pytest.fixture
def anna(person: Person) -> Person:
    at_give(person)
    return person


@pytest.fixture
def offered(anna: Person, clock: Clock) -> Person:
    """Anna wrote more when she had read the summary."""
    anna.say("Ik heb een hark.")
    clock.passes(minutes=2)
    anna.say("En een kruiwagen.")
    return anna


@pytest.mark.parametrize("seen", list(product(["old", "new", "unknown"], repeat=2)))
def test_three_quick_messages_are_one_answer_whatever_was_seen_meanwhile(
    anna: Person, seen: tuple[str, str]
) -> None:
    old = anna.last.rev
    anna.say(THREE[0])

    for text, what in zip(THREE[1:], seen, strict=True):
        anna.say(text, seen={"old": old, "new": anna.last.rev, "unknown": None}[what])

    assert "\n".join(THREE) in anna.text
    anna.say("ja")
    assert stored(anna) == [("Anna", "\n".join(THREE))]


@pytest.mark.parametrize("seen", list(product(["old", "new", "unknown"], repeat=2)))
def test_name_is_the_first_message_and_what_follows_is_heard_by_itself(
    person: Person, seen: tuple[str, str]
) -> None:
    at_group_name(person)
    old = person.last.rev
    person.say(GROUP[0])

    for text, what in zip(GROUP[1:], seen, strict=True):
        person.say(text, seen={"old": old, "new": person.last.rev, "unknown": None}[what])

    person.say("ja")
    assert stored(person) == [("De Schapen", "wij zijn met 4\nen we hebben een dak")]


def test_choice_and_name_sent_at_once_are_both_heard(person: Person) -> None:
    person.enter(opportunity=1)
    person.say("ik doe mee")
    old = person.last.rev

    for text in ("met een groep", "De Schapen", "we hebben een dak"):
        person.say(text, seen=old)

    person.say("ja")
    assert stored(person) == [("De Schapen", "we hebben een dak")]


@pytest.mark.parametrize("again", ["met een groep", "samen met de buren"])
def test_choice_that_is_said_twice_is_no_name(
    person: Person, again: str, told: Callable[..., str]
) -> None:
    person.enter(opportunity=1)
    person.say("ik doe mee")
    old = person.last.rev
    person.say("met een groep", seen=old)

    person.say(again, seen=old)

    assert told("interest-group-name") in person.text


def test_question_among_quick_messages_is_no_part_of_the_answer(
    anna: Person, told: Callable[..., str]
) -> None:
    old = anna.last.rev
    anna.say("Ik heb een hark.", seen=old)

    anna.say("mag mijn hond mee?", seen=old)

    assert told("talk-heard-question") in anna.text
    anna.say("ja, opslaan", seen=None)
    assert stored(anna) == [("Anna", "Ik heb een hark.")]


def test_house_that_restarts_between_pieces_loses_none(anna: Person) -> None:
    for text in THREE:
        anna.say(text, seen=None)
        anna.restart(anna.script)

    anna.say("ja")
    assert stored(anna) == [("Anna", "\n".join(THREE))]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_pieces_that_two_servers_take_at_once_are_all_there(
    anna: Person, script: Script, run: Callable[[Any], Any], order: tuple[int, ...]
) -> None:
    houses = [turns(anna.store, script, Outbox()) for _ in range(2)]
    seen = anna.last.rev

    async def at_once() -> None:
        async with asyncio.TaskGroup() as group:
            for place in order:
                piece = Arrival(
                    channel="web", external_id=f"p{place}", sender="anna", text=THREE[place]
                )
                known = Arrival(
                    channel="web",
                    external_id=f"p{place}",
                    sender="anna",
                    text=THREE[place],
                    seen=seen,
                )
                group.create_task(houses[place % 2].take(known))
                # the same one comes again, as after a lost line, at the other server
                group.create_task(houses[(place + 1) % 2].take(piece))

    run(at_once())
    anna.say("ja", seen=None)

    ((name, brings),) = stored(anna)
    assert (name, sorted(brings.split("\n"))) == ("Anna", sorted(THREE))


def test_what_comes_after_the_summary_is_offered_with_two_buttons(
    offered: Person, told: Callable[..., str]
) -> None:
    assert offered.text == told("talk-add", words="En een kruiwagen.")
    assert offered.labels == [told("talk-offer", "add"), told("talk-offer", "drop")]


@pytest.mark.parametrize("way", ["press", "ja", "ja graag", "Ja, erbij zetten"])
def test_offered_text_is_put_with_the_answer(
    offered: Person, way: str, told: Callable[..., str]
) -> None:
    if way == "press":
        offered.press(told("talk-offer", "add"))
    else:
        offered.say(way)

    assert offered.text.startswith(told("talk-added"))
    assert "meebrengt: Ik heb een hark.\nEn een kruiwagen." in offered.text
    assert stored(offered) == []


@pytest.mark.parametrize("way", ["press", "nee", "Nee, weglaten"])
def test_offered_text_may_be_left_out(offered: Person, way: str, told: Callable[..., str]) -> None:
    if way == "press":
        offered.press(told("talk-offer", "drop"))
    else:
        offered.say(way)

    assert offered.text.startswith(told("talk-dropped"))
    offered.say("ja")
    assert stored(offered) == [("Anna", "Ik heb een hark.")]


def test_two_texts_that_were_offered_are_both_put_with_the_answer(
    offered: Person, clock: Clock, told: Callable[..., str]
) -> None:
    clock.passes(minutes=2)
    offered.say("En mijn man komt ook.")
    both = offered.text
    offered.press(told("talk-offer", "add"))

    assert both == told("talk-add", words="En een kruiwagen.\nEn mijn man komt ook.")
    offered.say("ja")
    assert stored(offered) == [
        ("Anna", "Ik heb een hark.\nEn een kruiwagen.\nEn mijn man komt ook.")
    ]


def test_button_of_the_summary_does_not_pass_by_what_was_offered(
    anna: Person, clock: Clock, told: Callable[..., str]
) -> None:
    anna.say("Ik heb een hark.")
    save = next(option.code for option in anna.last.options if option.code.endswith(".yes"))
    clock.passes(minutes=2)
    anna.say("En een kruiwagen.")

    anna.hand_in(choice=save)

    assert anna.text.startswith(told("talk-added"))
    assert stored(anna) == []


@pytest.mark.parametrize("text", ["nee de naam is Hanna", "nee, ik heet Hanna", "de naam is Hanna"])
def test_what_was_offered_is_not_lost_by_a_correction_of_another_answer(
    offered: Person, text: str, told: Callable[..., str]
) -> None:
    offered.say(text)

    added, corrected = told("talk-added"), told("talk-corrected")
    assert offered.text.startswith(f"{added}\n\n{corrected}")
    offered.say("ja")
    assert stored(offered) == [("Hanna", "Ik heb een hark.\nEn een kruiwagen.")]


@pytest.mark.parametrize(("pressed", "then"), [("no", ["naam"]), ("~interest-own-name", [])])
def test_what_was_offered_is_not_lost_by_a_change_that_is_pressed(
    anna: Person, clock: Clock, pressed: str, then: list[str]
) -> None:
    anna.say("Ik heb een hark.")
    save = next(option.code for option in anna.last.options if option.code.endswith(".yes"))
    clock.passes(minutes=2)
    anna.say("En een kruiwagen.")

    anna.hand_in(choice=save.removesuffix("yes") + pressed)
    for answer in (*then, "Hanna", "ja"):
        anna.say(answer)

    assert stored(anna) == [("Hanna", "Ik heb een hark.\nEn een kruiwagen.")]


def test_offer_outlives_a_restart(offered: Person) -> None:
    offered.restart(offered.script)

    offered.say("ja", seen=None)
    offered.say("ja", seen=None)

    assert stored(offered) == [("Anna", "Ik heb een hark.\nEn een kruiwagen.")]


def test_what_stands_beside_a_yes_is_not_lost(anna: Person, clock: Clock) -> None:
    anna.say("Ik heb een hark.")
    clock.passes(minutes=2)

    anna.say("ja en een dak")
    anna.say("ja")
    anna.say("ja")

    assert stored(anna) == [("Anna", "Ik heb een hark.\nja en een dak")]


def test_text_that_makes_the_answer_too_long_is_said_not_to_fit(
    anna: Person, told: Callable[..., str]
) -> None:
    anna.say("Ik heb een hark. " * 110)

    anna.say("En een kruiwagen. " * 40)

    assert anna.text.startswith(told("talk-not-added"))


@pytest.mark.parametrize("word", ["help", "medewerker", "wat kost het?", "dank je wel"])
def test_what_is_more_of_nothing_is_not_put_with_the_answer(anna: Person, word: str) -> None:
    anna.say("Ik heb een hark.")

    anna.say(word)

    assert "erbij zetten" not in anna.text
    assert f"hark.\n{word}" not in anna.text
