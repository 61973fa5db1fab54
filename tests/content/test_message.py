"""A message is stored and read back as it was."""

import pytest

from content.message import Message, Option

FULL = Message(
    "Doe je mee?",
    (Option("yes", "Ja"), Option("no", "Nee")),
    "plein.jpg",
    "https://waterdam.example",
    4,
    open=True,
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
    }


def test_message_that_retention_emptied_is_an_empty_text() -> None:
    assert Message.from_json({}) == Message("")
