"""A message is stored and read back as it was."""

import pytest

from content.message import Frame, Message, Option

FULL = Message(
    "Doe je mee?",
    (Option("yes", "Ja"), Option("no", "Nee")),
    "plein.jpg",
    "https://waterdam.example",
    4,
    open=True,
    frame=Frame((2, 3), 600, back=True, about=7),
)


@pytest.mark.parametrize("message", [FULL, Message("Hoi!"), Message("")])
def test_message_survives_storage(message: Message) -> None:
    assert Message.from_json(message.as_json()) == message


def test_message_is_stored_without_its_empty_parts() -> None:
    assert Message("Hoi!").as_json() == {"text": "Hoi!"}
    assert FULL.as_json() == {
        "text": "Doe je mee?",
        "options": [["yes", "Ja"], ["no", "Nee"]],
        "picture": "plein.jpg",
        "link": "https://waterdam.example",
        "rev": 4,
        "open": True,
        "frame": {"step": [2, 3], "longest": 600, "back": True, "about": 7},
    }


def test_message_that_retention_emptied_is_an_empty_text() -> None:
    assert Message.from_json({}) == Message("")


def test_step_stands_in_the_text_or_beside_the_input() -> None:
    told = Message("Hoe heet je groep?\n\n(stap 1 van 3)", frame=Frame((1, 3)))

    assert told.stepless == "Hoe heet je groep?"
    assert Message("Hoi!\n\nWat wil je doen?").stepless == "Hoi!\n\nWat wil je doen?"
