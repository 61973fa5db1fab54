"""What belongs to a message before it gets one answer: albums, texts that were cut, corrections."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.bot.conftest import Person
from tests.clock import Clock

SENTENCE = "Ik kom graag helpen met harken. "
CUT = (SENTENCE * 128).strip()
"""As long as the first piece of a text that an app cut in two."""


@pytest.fixture
def anna(person: Person) -> Person:
    """Anna was asked what she wants to do or bring."""
    person.enter(opportunity=1)
    for answer in ("ik doe mee", "alleen", "Anna"):
        person.say(answer)
    return person


def correct(person: Person, text: str, questions_ago: int = 1) -> str:
    """Change a message that answered an earlier question; return the answer, if there is one."""
    said = person.hand_in(text=text, corrects=True, seen=person.last.rev - questions_ago)
    return person.text if said else ""


@pytest.mark.parametrize("pieces", [2, 3, 5])
def test_text_that_was_cut_in_pieces_is_answered_once(anna: Person, pieces: int) -> None:
    answered = [anna.hand_in(text=CUT) for _ in range(pieces - 1)] + [anna.hand_in(text="En meer.")]

    assert answered == [True, *[False] * (pieces - 1)]
    assert "Dit ga ik opslaan" in anna.say("harken")


def test_something_between_the_pieces_changes_nothing(anna: Person) -> None:
    anna.say(CUT)
    anna.hand_in(media={"kind": "other"})

    assert anna.hand_in(text="En meer.") is False


def test_rest_of_a_text_in_which_a_number_was_found_is_no_answer(
    anna: Person, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    anna.say("terug")
    anna.say("terug")
    for answer in ("met een groep", "Buren", "harken", "ja", "ja"):
        anna.say(answer)
    assert told("interest-people") in anna.text
    anna.say(f"Wij zijn met 12 mensen. {CUT}")

    assert anna.hand_in(text="En meer.") is False
    assert rows("SELECT people, area FROM interest") == [(12, None)]


def test_text_as_long_as_a_piece_without_a_rest_is_a_text(anna: Person, clock: Clock) -> None:
    anna.say(CUT)
    clock.passes(seconds=3)

    assert "Wat je doet of meebrengt: harken" in anna.say("harken")


def test_first_piece_that_comes_last_is_said_not_to_fit(
    anna: Person, told: Callable[..., str]
) -> None:
    before = anna.last.rev
    anna.say("En meer.")

    anna.say(CUT, seen=before)

    assert anna.text.startswith(told("talk-not-added"))
    assert "Wat je doet of meebrengt: En meer." in anna.text


def test_text_with_the_second_photo_is_the_answer_and_the_photo_is_thanked_for_once(
    anna: Person, told: Callable[..., str]
) -> None:
    photo = {"kind": "photo", "file": "f", "album": "a"}
    anna.hand_in(media=photo)
    thanked = anna.text

    anna.hand_in(media=photo, text="harken")
    rest = [anna.hand_in(media=photo) for _ in range(8)]

    kept = told("talk-file-kept", kind="album", belongs="draft")
    assert kept in thanked
    assert kept not in anna.text
    assert "Wat je doet of meebrengt: harken" in anna.text
    assert rest == [False] * 8


def test_answer_that_is_changed_back_is_what_it_was(anna: Person) -> None:
    anna.say("maandag")
    correct(anna, "dinsdag")

    assert "Wat je doet of meebrengt: maandag" in correct(anna, "maandag")
    assert correct(anna, "maandag") == ""


def test_change_that_nobody_sees_is_passed_over_whatever_was_said_since(anna: Person) -> None:
    anna.say("maandag")
    anna.say("wat bedoel je?")

    assert correct(anna, "maandag") == ""


def test_stop_is_a_stop_in_a_changed_message_too(
    anna: Person, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    anna.say("ik stop ermee")
    stopped = correct(anna, "stop")
    anna.say("alles uit")
    anna.say("start")
    again = correct(anna, "Stop.", questions_ago=3)

    assert told("stop-keep") in stopped
    assert told("stop-keep") in again
    assert rows("SELECT count(*) FROM person WHERE stopped_at IS NOT NULL") == [(1,)]


@pytest.mark.parametrize("word", ["medewerker", "/help", "menu"])
def test_word_that_works_everywhere_works_in_a_changed_message(anna: Person, word: str) -> None:
    anna.say("maandag")

    assert not correct(anna, word).startswith("Je hebt een eerder bericht veranderd")


def test_change_of_what_was_sent_away_says_that_it_stays(
    anna: Person, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    anna.say("maandag")
    anna.press("Ja, opslaan")

    assert correct(anna, "dinsdag").startswith(told("talk-not-corrected"))
    assert rows("SELECT brings FROM interest") == [("maandag",)]
