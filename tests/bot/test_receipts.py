"""Whatever somebody sends is confirmed in one message, and kept in the very words of it."""

from collections.abc import Callable

import pytest

from content.message import Card
from outreach.receipts.receipt import receipts_of_interest, receipts_of_question
from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.bot.dialogues.signing_up import sign_up


def shown(person: Person) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Return title and facts of every receipt that was said."""
    cards = [card for message in person.messages for card in message.cards]
    return [(card.title, card.facts) for card in cards if _is_receipt(card)]


def _is_receipt(card: Card) -> bool:
    return any(label in ("Verstuurd op", "Sent on") for label, _ in card.facts)


def kept(store: Store) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    found = store.look(receipts_of_interest, interest=1)
    found += [
        one for number in (1, 2, 3) for one in store.look(receipts_of_question, question=number)
    ]
    cards = [one.message.cards[0] for one in sorted(found, key=lambda one: one.id)]
    return [(card.title, card.facts) for card in cards]


@pytest.mark.parametrize(("channel", "language"), [("web", "nl"), ("telegram", "en")])
def test_everything_sent_is_confirmed_and_kept_in_the_same_words(
    waterdam: Store, talk_with: Callable[..., Person], channel: str, language: str
) -> None:
    anna = talk_with(waterdam, "anna", language, channel=channel)

    anna.enter(opportunity=1)
    dutch = language == "nl"
    for text in (
        *(("ik doe mee", "alleen") if dutch else ("I join", "alone")),
        *("Anna", "Ik kan wieden.", "ja" if dutch else "yes"),
        *(("ja", "Bij de brug") if dutch else ("yes", "At the bridge")),
        *["overslaan" if dutch else "skip"] * 8,
        "mijn aanmeldingen" if dutch else "my interests",
        "toevoegen" if dutch else "add something",
        "En harken.",
        "vraag" if dutch else "question",
        "Is er een zwembad met een glijbaan?",
        "medewerker" if dutch else "human",
        "Bel me eens.",
    ):
        anna.say(text)

    said = shown(anna)
    assert len(said) >= 4
    assert said == kept(waterdam)


def test_receipt_says_number_moment_channel_words_answer_and_how_to_change(
    waterdam: Store, talk_with: Callable[..., Person], kans: Callable[[str], int]
) -> None:
    anna = talk_with(waterdam)
    anna.enter(opportunity=kans("01"))

    for text in ("ik heb een vraag", "Is er een zwembad met een glijbaan?"):
        anna.say(text)

    [card] = [card for card in anna.last.cards if card.bare]
    assert (card.title, card.facts) == (
        "Je vraag is verstuurd",
        (
            ("Nummer", "1"),
            ("Verstuurd op", "2 november 2026, 10:00"),
            ("Via", "de webchat"),
            ("Kans", "Zorg mee voor het plantsoen in de Lindenstraat"),
            ("Je schreef", "Is er een zwembad met een glijbaan?"),
            ("Antwoord uiterlijk", "12 november 2026"),
            ("Iets erbij zeggen", "Typ “vraag”."),
        ),
    )
    assert card.link is not None
    assert card.link.address == "https://waterdam.example/chat/ontvangst/1"
    assert card.keep


def test_withdrawal_has_a_receipt(
    waterdam: Store, talk_with: Callable[..., Person], kans: Callable[[str], int]
) -> None:
    anna = talk_with(waterdam)
    sign_up(anna, kans("01"))

    for text in ("mijn aanmeldingen", "intrekken", "ja"):
        anna.say(text)

    title, facts = shown(anna)[-1]
    assert title == "Je aanmelding is ingetrokken"
    assert dict(facts)["Kans"] == "Zorg mee voor het plantsoen in de Lindenstraat"
    assert shown(anna) == kept(waterdam)


def test_change_is_confirmed_by_the_lines_that_changed(
    waterdam: Store, talk_with: Callable[..., Person], kans: Callable[[str], int]
) -> None:
    anna = talk_with(waterdam)
    sign_up(anna, kans("01"))
    anna.say("mijn aanmeldingen")

    for text in ("veranderen", "waar", "Bij de brug", "veranderen", "waar", "weghalen"):
        anna.say(text)

    changed = [dict(facts) for title, facts in shown(anna) if title.startswith("Dit is veranderd")]
    assert [facts["Waar"] for facts in changed] == ["Bij de brug", "weggehaald"]
    assert all("Naam" not in facts for facts in changed)


def test_nothing_leads_to_a_page_where_there_is_none(
    waterdam: Store, talk_with: Callable[..., Person], kans: Callable[[str], int]
) -> None:
    anna = talk_with(waterdam, channel="telegram")
    anna.enter(opportunity=kans("01"))

    for text in ("ik heb een vraag", "Is er een zwembad met een glijbaan?"):
        anna.say(text)

    assert [card.link for card in anna.last.cards if card.bare] == [None]
