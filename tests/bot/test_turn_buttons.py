"""What a button counts for: of the present question, of an older one, and of none."""

from collections.abc import Callable

import pytest

from tests.bot.asking import at_interest
from tests.bot.conftest import Person


def test_old_button_brings_the_present_question(person: Person, told: Callable[..., str]) -> None:
    at_interest(person)
    old = person.last
    person.press("alleen")
    present = person.text

    person.hand_in(choice=old.options[1].code)

    assert person.text.split("\n\n")[0] == told("talk-old-button")
    assert person.text.endswith(present.split("\n\n", 1)[-1])
    assert person.say("Anna").startswith(told("interest-give"))


def test_button_of_a_misunderstood_question_still_counts(
    person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)
    button = person.last.options[0].code
    person.say("???")

    person.hand_in(choice=button)

    assert told("interest-own-name") in person.text


@pytest.mark.parametrize(
    "forge",
    [
        "0.{rev}.alone",
        "{talk}1.{rev}.alone",
        "{talk}.999.alone",
        "alone",
        "..",
        "",
        ".{rev}.alone",
        "{talk}.{rev}",
    ],
)
def test_button_of_another_conversation_counts_for_nothing(
    forge: str, person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)
    talk, rev, _ = person.last.options[0].code.split(".")

    person.hand_in(choice=forge.format(talk=talk, rev=rev))

    assert told("interest-kind") in person.text


def test_unknown_option_of_the_present_question_is_not_understood(
    person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)
    talk, rev, _ = person.last.options[0].code.split(".")

    person.hand_in(choice=f"{talk}.{rev}.nobody")

    assert told("interest-kind", "unclear") in person.text


def test_button_after_the_conversation_ended_brings_the_menu(
    person: Person, told: Callable[..., str]
) -> None:
    person.say("hoi")
    button = person.last.options[0].code
    person.say("stop")
    person.say("2")

    person.hand_in(choice=button)

    assert person.text.split("\n\n") == [told("talk-old-button"), told("menu-pick")]
