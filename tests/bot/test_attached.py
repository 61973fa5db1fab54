"""What comes along with a message belongs to what is talked about, and can be taken away."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.attachments.accepted import accepted
from tests.attached import jpeg, ogg
from tests.bot.conftest import Person

PHOTO = {"media": {"kind": "photo", "name": "tuin.jpg"}, "content": accepted(jpeg())}
VOICE = {"media": {"kind": "voice", "name": "stem.ogg"}, "content": accepted(ogg())}
BELONGS = "SELECT kind, state, opportunity_id, interest_id FROM attachment"
Rows = Callable[[str], list[Any]]


@pytest.fixture
def anna(person: Person) -> Person:
    """Anna is asked who takes part."""
    person.enter(opportunity=1)
    person.say("ik doe mee")
    return person


def sign_up(anna: Person) -> None:
    for answer in ("alleen", "Anna", "harken", "ja", "nee"):
        anna.say(answer)


def test_photo_that_is_sent_while_signing_up_comes_with_the_interest(
    anna: Person, rows: Rows, told: Callable[..., str]
) -> None:
    anna.hand_in(**PHOTO)
    said, before = anna.text, rows(BELONGS)
    sign_up(anna)

    assert told("talk-file-kept", kind="photo", belongs="draft") in said
    assert [tuple(row) for row in before] == [("photo", "kept", 1, None)]
    assert [tuple(row) for row in rows(BELONGS)] == [("photo", "kept", 1, 1)]


def test_summary_counts_what_was_sent_before_and_at_it(anna: Person) -> None:
    anna.hand_in(**PHOTO)
    for answer in ("alleen", "Anna", "harken"):
        anna.say(answer)
    one = anna.text
    anna.hand_in(**VOICE)

    assert "Wat je doet of meebrengt: harken\nFoto’s: 1" in one
    assert "Wat je doet of meebrengt: harken\nFoto’s: 1\nSpraakberichten: 1" in anna.text


def test_text_beside_a_photo_is_the_answer(anna: Person, rows: Rows) -> None:
    for answer in ("alleen", "Anna"):
        anna.say(answer)
    anna.hand_in(text="harken", **PHOTO)

    assert "Wat je doet of meebrengt: harken" in anna.text


def test_photo_after_signing_up_stands_with_the_interest(
    anna: Person, rows: Rows, told: Callable[..., str]
) -> None:
    sign_up(anna)
    anna.hand_in(**PHOTO)

    assert told("talk-file-kept", kind="photo", belongs="interest") in anna.text
    assert [tuple(row) for row in rows(BELONGS)] == [("photo", "kept", 1, 1)]


def test_photo_about_nothing_belongs_to_nothing(
    person: Person, rows: Rows, told: Callable[..., str]
) -> None:
    person.enter()
    person.hand_in(**PHOTO)

    assert told("talk-file-kept", kind="photo", belongs="talk") in person.text
    assert [tuple(row) for row in rows(BELONGS)] == [("photo", "kept", None, None)]


def test_what_was_sent_stands_on_the_card_and_can_be_taken_away(anna: Person, rows: Rows) -> None:
    sign_up(anna)
    anna.hand_in(**PHOTO)
    anna.hand_in(**VOICE)
    anna.say("mijn aanmeldingen")
    card = anna.text
    for label in ("Veranderen", "Foto of bestand", "tuin.jpg"):
        anna.press(label)

    assert "Foto’s: 1\nSpraakberichten: 1" in card
    receipt, left = anna.text.split("\n\n")[:2]
    assert "Foto’s: weggehaald" in receipt
    assert "Foto’s" not in left
    assert "Spraakberichten: 1" in anna.text
    assert [tuple(row) for row in rows(BELONGS)] == [("voice", "kept", 1, 1)]


@pytest.mark.parametrize("reason", ["kind", "large", "broken", "empty"])
def test_what_is_not_accepted_is_said_and_the_question_comes_again(
    anna: Person, rows: Rows, told: Callable[..., str], reason: str
) -> None:
    question = anna.text

    anna.hand_in(media={"kind": "file", "name": "spel.exe", "refused": reason})

    assert anna.text.startswith(told("talk-file-refused", reason=reason, most=8))
    assert anna.text.endswith(question.rpartition("\n\n")[2])
    assert [tuple(row) for row in rows(BELONGS)] == [("file", "refused", 1, None)]


def test_what_goes_on_with_a_conversation_that_is_gone_is_not_taken(
    person: Person, rows: Rows, told: Callable[..., str]
) -> None:
    person.hand_in(goes_on=True, **PHOTO)

    assert person.text == told("talk-gone")
    assert rows("SELECT id FROM person") == rows("SELECT id FROM attachment") == []
