"""A party that was chosen says yes or no: by a button, in words, from its card, and for others."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from content.texts import Texts
from outreach.interests.decide import decide
from outreach.interests.own import invite_to_party
from outreach.interests.pencil import pencil
from outreach.interests.tell import Telling, move_opportunity_and_tell
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person
from tests.bot.dialogues.signing_up import sign_up
from tests.conftest import LOUD

NADIA = Actor("staff", 1)
IN_TOWN = replace(LOUD, zone=ZoneInfo("Europe/Amsterdam"))
STANDS = (
    "SELECT interest.state, confirmed_at IS NOT NULL FROM interest "
    "JOIN outcome ON interest_id = interest.id ORDER BY interest.id"
)
TOLD = (
    "SELECT delivery.person_id, mailing.name FROM delivery JOIN mailing ON "
    "mailing.id = mailing_id WHERE mailing.name LIKE 'notice-others-%' ORDER BY delivery.id"
)
RECEIPTS = "SELECT kind FROM receipt ORDER BY id"
REFERENCE = "SELECT code FROM code WHERE kind = 'reference' ORDER BY subject"
YES, NO = "ja, we doen het", "nee, toch niet"


@pytest.fixture
def choose(waterdam: Store, texts: Texts) -> Callable[..., None]:
    """Let Nadia close an opportunity and choose all of these interests."""

    def choose(opportunity: int, *interests: int) -> None:
        telling = Telling(texts, IN_TOWN, confirm_days=7)
        about: dict[str, Any] = {"opportunity": opportunity, "telling": telling}
        waterdam.run(move_opportunity_and_tell, NADIA, state="closed", **about)
        for interest in interests:
            facts: dict[str, Any] = {"interest": interest, "outcome": "chosen"}
            waterdam.run(pencil, NADIA, **facts, reason="Een goed plan.")
        waterdam.run(decide, NADIA, **about)

    return choose


@pytest.fixture
def chosen(person: Person, kans: Callable[[str], int], choose: Callable[..., None]) -> Person:
    """Anna is chosen for the green strip, and asked to say yes."""
    sign_up(person, kans("01"))
    choose(kans("01"), 1)
    return person


@pytest.fixture
def bram(chosen: Person, talk_with: Callable[..., Person], waterdam: Store) -> Person:
    """Bram speaks for the same party, in English."""
    code = waterdam.run(invite_to_party, Actor("person", 1, "web"), interest=1)
    bram = talk_with(waterdam, "bram", "en")
    for text in (code, "yes"):
        bram.say(text)
    return bram


@pytest.mark.parametrize("words", [YES, "Wij doen het!", "JA WE DOEN HET"])
def test_yes_in_words_makes_the_agreement_and_gives_a_receipt(
    chosen: Person, rows: Callable[[str], list[Any]], words: str
) -> None:
    before = rows(STANDS)

    chosen.say(words)

    assert (before, rows(STANDS)) == ([("agreed", False)], [("agreed", True)])
    assert rows(RECEIPTS)[-1:] == [("confirmation",)]
    assert "Fijn! Er is nu een afspraak." in chosen.text
    assert "Naam: Anna" in chosen.text


def test_button_of_the_message_says_the_same(
    chosen: Person, rows: Callable[[str], list[Any]]
) -> None:
    [(code,)] = rows(REFERENCE)

    chosen.hand_in(choice=f"{code}.confirm")

    assert rows(STANDS) == [("agreed", True)]
    assert "Er is nu een afspraak." in chosen.text


def test_yes_again_is_harmless(chosen: Person, rows: Callable[[str], list[Any]]) -> None:
    [(code,)] = rows(REFERENCE)
    chosen.hand_in(choice=f"{code}.confirm")
    receipts = rows(RECEIPTS)

    chosen.hand_in(choice=f"{code}.confirm")
    pressed = chosen.text
    chosen.say(YES)

    assert "Dat weten we al: Anna doet mee" in pressed
    assert "Dat weten we al: Anna doet mee" in chosen.text
    assert rows(RECEIPTS) == receipts


def test_no_is_asked_once_more_and_is_a_withdrawal_with_its_receipt(
    chosen: Person, rows: Callable[[str], list[Any]]
) -> None:
    chosen.say(NO)
    asked, before = chosen.text, rows(STANDS)

    chosen.press("Ja, zeker")

    assert "Weet je zeker dat Anna niet meedoet" in asked
    assert before == [("agreed", False)]
    assert rows(STANDS) == [("withdrawn", False)]
    assert rows(RECEIPTS)[-1:] == [("withdrawal",)]
    assert "Je aanmelding is ingetrokken" in chosen.text


def test_who_hesitates_keeps_the_place_and_reads_the_last_day_again(
    chosen: Person, rows: Callable[[str], list[Any]]
) -> None:
    [(code,)] = rows(REFERENCE)
    chosen.hand_in(choice=f"{code}.decline")

    chosen.press("Nee, wacht")

    assert "de plek blijft voor jullie. Laat het weten, uiterlijk 9 november 2026" in chosen.text
    assert rows(STANDS) == [("agreed", False)]


def test_yes_at_the_question_whether_they_are_sure_of_a_no_is_a_yes(
    chosen: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in (NO, YES):
        chosen.say(text)

    assert rows(STANDS) == [("agreed", True)]


def test_words_answer_another_question_that_takes_a_yes_or_no(
    chosen: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("mijn aanmeldingen", "intrekken", NO):
        chosen.say(text)

    assert "Weet je zeker dat Anna niet meedoet" not in chosen.text
    assert rows(STANDS) == [("agreed", False)]


def test_one_yes_counts_for_the_party_and_the_others_hear_it(
    bram: Person, chosen: Person, rows: Callable[[str], list[Any]]
) -> None:
    bram.say("yes, we will do it")
    theirs = bram.text
    chosen.say(YES)

    assert "There is an agreement now." in theirs
    assert rows(TOLD)[-1:] == [(1, "notice-others-confirmed")]
    assert "Dat weten we al" in chosen.text


def test_others_hear_of_a_no(bram: Person, rows: Callable[[str], list[Any]]) -> None:
    for text in ("no, not after all", "yes, I am sure"):
        bram.say(text)

    assert rows(TOLD)[-1:] == [(1, "notice-others-withdrew")]
    assert "Your interest is withdrawn" in bram.text


def test_card_of_the_interest_tells_the_last_day_and_takes_the_yes(
    chosen: Person, rows: Callable[[str], list[Any]]
) -> None:
    chosen.say("mijn aanmeldingen")
    card = chosen.text

    chosen.press("Ja, we doen het")

    assert "Stand: gekozen, nog geen ja" in card
    assert "Ja of nee uiterlijk: 9 november 2026" in card
    assert rows(STANDS) == [("agreed", True)]


def test_mere_yes_at_the_card_means_nothing_once_it_was_said(
    chosen: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in (YES, "mijn aanmeldingen"):
        chosen.say(text)
    card = chosen.text

    chosen.say("ja")

    assert "Stand: afgesproken" in card
    assert "Dat weten we al" not in chosen.text


def test_who_waits_for_two_parties_says_for_which(
    person: Person,
    kans: Callable[[str], int],
    choose: Callable[..., None],
    rows: Callable[[str], list[Any]],
) -> None:
    sign_up(person, kans("01"))
    person.enter(opportunity=kans("05"))
    for text in ("ik doe mee", "groep", "De Strooiers", "Wij strooien.", "ja", "nee"):
        person.say(text)
    choose(kans("01"), 1)
    choose(kans("05"), 2)

    person.say(YES)
    asked = person.text
    person.say("De Strooiers")

    assert "Over welke aanmelding gaat het?" in asked
    assert rows(STANDS) == [("agreed", False), ("agreed", True)]


def test_where_nothing_is_asked_that_is_said(person: Person) -> None:
    person.say("menu")

    person.say(YES)

    assert "Er is nu niets waar de gemeente een ja of nee op wacht." in person.text


def test_button_of_another_is_of_no_use(
    chosen: Person,
    talk_with: Callable[..., Person],
    waterdam: Store,
    rows: Callable[[str], list[Any]],
) -> None:
    [(code,)] = rows(REFERENCE)
    stranger = talk_with(waterdam, "stranger")

    stranger.hand_in(choice=f"{code}.confirm")

    assert rows(STANDS) == [("agreed", False)]


def test_place_that_is_gone_cannot_be_taken(
    chosen: Person, rows: Callable[[str], list[Any]]
) -> None:
    [(code,)] = rows(REFERENCE)
    chosen.hand_in(choice=f"{code}.decline")
    chosen.press("Ja, zeker")

    chosen.hand_in(choice=f"{code}.confirm")

    assert "niets waar de gemeente een ja of nee op wacht" in chosen.text
    assert rows(STANDS) == [("withdrawn", False)]
