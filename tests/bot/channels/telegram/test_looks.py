"""A card in Telegram: bold, escaped, with its page behind a button, and a number to press."""

import pytest

from bot.channels.telegram.looks import QUIET, marked, preview
from content.message import Card, Link, Message

PAGE = Link("https://waterdam.example/kansen/1?a=1&b=2", "Alles lezen")
CARD = Card("Groen & <b>grijs</b>", "Wie *wil*?", (("Waar", "Lind & kom"),), PAGE)


def said(*cards: Card) -> Message:
    """Return a message with these cards between two other paragraphs."""
    text = "\n\n".join(["Kijk:", *(card.words for card in cards), "Wat wil je?"])
    return Message(text, cards=cards, rev=1)


def placed(number: int) -> Card:
    return Card(
        f"Kans {number}", link=PAGE, number=number, choice=f"1.1.{number}", place=number - 5
    )


def test_card_is_bold_and_nothing_in_it_is_markup() -> None:
    text = marked(said(Card(CARD.title, CARD.text, CARD.facts, PAGE, place=1)))

    assert text == (
        "Kijk:\n\n<b>Groen &amp; &lt;b&gt;grijs&lt;/b&gt;</b>\nWie *wil*?\n"
        "<b>Waar:</b> Lind &amp; kom\n\nWat wil je?"
    )


def test_cards_of_a_list_lead_to_their_pages_and_are_numbered_on() -> None:
    text = marked(said(placed(6), placed(7)))

    address = "https://waterdam.example/kansen/1?a=1&amp;b=2"
    assert f'6. <a href="{address}"><b>Kans 6</b></a>\n\n7. ' in text


PICTURE = "https://waterdam.example/kansen/1/beeld.png?taal=nl"


def test_card_that_stands_alone_has_its_picture_above_it() -> None:
    shown = preview(said(Card("Groen", picture=PICTURE, place=1)))

    assert shown == {"url": PICTURE, "prefer_large_media": True, "show_above_text": True}


@pytest.mark.parametrize(
    "pictures",
    [
        (),
        ("",),
        (PICTURE, PICTURE),
        ("http://waterdam.example/kansen/1/beeld.png",),
        ("https://localhost/kansen/1/beeld.png",),
    ],
)
def test_nothing_else_has_a_preview(pictures: tuple[str, ...]) -> None:
    cards = [Card("Groen", picture=one, place=at) for at, one in enumerate(pictures, 1)]

    assert preview(said(*cards)) == QUIET
