"""A message is stored and read back as it was."""

import pytest

from content.message import Card, Frame, Link, Message, Option, paragraphs

PAGE = Link("https://waterdam.example", "Alles lezen")
FULL = Message(
    "Doe je mee?",
    (Option("yes", "Ja", "main"), Option("no", "Nee")),
    "plein.jpg",
    (PAGE,),
    4,
    open=True,
    frame=Frame((2, 3), 600, back=True, about=7),
)
CARD = Card("Plantsoen", "Buren gezocht.", (("Waar", "Lindenkom"),), PAGE, "groen", 6, "1.2.3", 1)


@pytest.mark.parametrize(
    "message", [FULL, Message("Hoi!"), Message(""), Message("Kijk:", cards=(CARD, Card("Keuken")))]
)
def test_message_survives_storage(message: Message) -> None:
    assert Message.from_json(message.as_json()) == message


def test_message_is_stored_without_its_empty_parts() -> None:
    assert Message("Hoi!").as_json() == {"text": "Hoi!"}
    assert FULL.as_json() == {
        "text": "Doe je mee?",
        "options": [["yes", "Ja", "main"], ["no", "Nee"]],
        "picture": "plein.jpg",
        "links": [["https://waterdam.example", "Alles lezen"]],
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


def test_card_says_all_of_it_in_one_paragraph() -> None:
    card = Card("Plantsoen", "Buren gezocht.\n\nKom ook.", (("Waar", "Lindenkom"),), number=6)

    assert card.words == "6. Plantsoen\nBuren gezocht.\nKom ook.\nWaar: Lindenkom"
    assert len(paragraphs(card.words)) == 1


def test_card_takes_the_place_of_the_paragraph_that_says_it() -> None:
    card = Card("Plantsoen", place=1)
    message = Message("Hoi!\n\nPlantsoen\n \nWat wil je doen?", cards=(card,))

    assert list(message.parts()) == ["Hoi!", card, "Wat wil je doen?"]


def test_card_stands_for_its_option_and_leads_where_it_leads_if_it_is_alone() -> None:
    pick, more = Option("1.2.3", "Plantsoen"), Option("more", "Meer")
    one = Message("", (pick, more), cards=(CARD,))

    assert (one.unlisted, one.ways) == ((more,), (PAGE,))
    assert Message("", (pick,), cards=(CARD, Card("Keuken", link=PAGE))).ways == ()
