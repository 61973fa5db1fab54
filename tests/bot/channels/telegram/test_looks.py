"""A card in Telegram: bold, escaped, with its page behind a button, and a number to press."""

from bot.channels.telegram.looks import marked
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
