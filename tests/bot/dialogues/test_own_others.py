"""What one contact person of a party does is told to the others, and not to who did it."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.others import CHANGED, JOINED, SIGNED_UP, WITHDREW
from outreach.store.store import Store
from tests.bot.conftest import Person

TOLD = (
    "SELECT delivery.person_id, mailing.name FROM delivery JOIN mailing ON "
    "mailing.id = mailing_id WHERE mailing.name LIKE 'notice-others%' ORDER BY delivery.id"
)
WORDS = (
    "SELECT message FROM delivery JOIN mailing ON mailing.id = mailing_id "
    "WHERE mailing.name LIKE 'notice-others%' ORDER BY delivery.id"
)


@pytest.fixture
def bram(
    person: Person,
    talk_with: Callable[..., Person],
    waterdam: Store,
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
) -> Person:
    """Bram joined the group that Anna signed up."""
    person.enter(opportunity=kans("05"))
    for text in ("ik doe mee", "groep", "De Strooiers", "Wij strooien.", "ja", "ja"):
        person.say(text)
    while not person.text.startswith("Is er nog iemand"):
        person.say("overslaan")
    person.say("ja")
    [(code,)] = rows("SELECT code FROM code WHERE kind = 'invitation'")
    bram = talk_with(waterdam, "bram", "en")
    for text in (str(code), "yes"):
        bram.say(text)
    return bram


def test_who_was_there_hears_of_who_joined(bram: Person, rows: Callable[[str], list[Any]]) -> None:
    assert rows(TOLD) == [(1, JOINED)]
    assert "De Strooiers heeft er een contactpersoon bij." in str(rows(WORDS))


def test_other_hears_once_of_changes_in_a_row_in_their_own_language(
    bram: Person, person: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("mijn aanmeldingen", "toevoegen", "En scheppen.", "toevoegen", "En zout."):
        person.say(text)

    assert rows(TOLD)[1:] == [(2, CHANGED)]
    assert "Somebody of De Strooiers has changed something in your interest" in str(rows(WORDS))


def test_other_hears_of_what_was_withdrawn(
    bram: Person, person: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("my interests", "withdraw", "yes"):
        bram.say(text)

    assert rows(TOLD)[1:] == [(1, WITHDREW)]
    assert "ingetrokken. Klopt dat niet?" in str(rows(WORDS)[1:])


def test_other_hears_that_their_group_was_signed_up_for_more(
    bram: Person, person: Person, kans: Callable[[str], int], rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "groep", "De Strooiers", "Wij wieden.", "ja"):
        person.say(text)

    assert rows(TOLD)[1:] == [(2, SIGNED_UP)]
    assert "Somebody of De Strooiers has signed you up for the opportunity" in str(rows(WORDS))


def test_nobody_hears_of_what_they_did_themselves(
    person: Person, kans: Callable[[str], int], rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "groep", "De buren", "Wij wieden.", "ja", "annuleer"):
        person.say(text)
    for text in ("mijn aanmeldingen", "toevoegen", "En zout.", "intrekken", "ja"):
        person.say(text)

    assert rows(TOLD) == []


def test_who_stopped_hears_nothing(
    bram: Person, person: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("stop", "yes"):
        bram.say(text)

    for text in ("mijn aanmeldingen", "intrekken", "ja"):
        person.say(text)

    assert rows(TOLD) == [(1, JOINED)]
