"""A plan: written line by line over weeks, and sent in."""

from collections.abc import Callable
from typing import Any

from content.texts import Texts
from outreach.interests.tell import Telling, move_interest_and_tell
from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.bot.dialogues.planning import ANSWERS, NADIA, PLAN
from tests.clock import Clock
from tests.conftest import LOUD

INVITED = (
    "SELECT message FROM delivery JOIN mailing ON mailing.id = mailing_id "
    "WHERE mailing.name = 'notice-invited-plan'"
)
REFERENCE = "SELECT code FROM code WHERE kind = 'reference'"


def test_two_steps_are_told_before_somebody_signs_up(
    person: Person, kans: Callable[[str], int]
) -> None:
    person.enter(opportunity=kans("06"))
    for text in ("ik doe mee", "alleen", "Anna"):
        person.say(text)

    person.say("Ik kan koken.")

    assert "Later kiest de gemeente wie een plan schrijft." in person.text


def test_invitation_tells_the_last_day_and_what_is_asked_and_leads_to_the_plan(
    invited: Person, rows: Callable[[str], list[Any]]
) -> None:
    [(message,)] = rows(INVITED)
    [(code,)] = rows(REFERENCE)

    invited.hand_in(choice=f"{code}.plan")

    assert "tot en met 5 februari 2027" in message
    assert "wie de sleutels heeft" in message
    assert f"{code}.plan" in message
    assert "Wat gaan jullie doen?" in invited.text


def test_plan_is_written_line_by_line_and_sent_in(
    invited: Person, rows: Callable[[str], list[Any]], talk: Callable[..., None]
) -> None:
    for text in ("mijn plan", *ANSWERS[:-1]):
        invited.say(text)

    talk(
        invited,
        """
        > Iedereen mag binnen.
        Jullie plan voor “Neem het beheer van buurthuis De Kajuit over”
        Wat: Elke dag open.
        Wie: Wij met z'n tienen.
        Wanneer: Vanaf maart.
        Wat het kost: samen tweeduizend euro
        Samen: € 2.000
        Nodig van de gemeente: Een sleutel.
        Wat de gemeente vraagt: Iedereen mag binnen.

        Wat wil je doen? Een foto of bestand mag je ook sturen.
        [Plan insturen] [Iets veranderen] [Menu]
        > [Plan insturen]
        Gelukt, je plan is binnen!
        Code: CODE
        Verstuurd op: 2 november 2026, 10:00
        Via: de webchat
        Naam: De buren
        Wat: Elke dag open.
        Wie: Wij met z'n tienen.
        Wanneer: Vanaf maart.
        Wat het kost: samen tweeduizend euro
        Samen: € 2.000
        Nodig van de gemeente: Een sleutel.
        Wat de gemeente vraagt: Iedereen mag binnen.
        Iets veranderen: Typ “mijn plan”.

        Marjan Oosterling leest je plan. Veranderen kan tot en met 5 februari 2027. Daarna kiest de
        gemeente, en hoor je wat het is geworden.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language] [Ander kanaal]
        [Mijn gegevens]
        """,
    )
    told = ("Elke dag open.", "Wij met z'n tienen.", "Vanaf maart.", "samen tweeduizend euro")
    assert rows(PLAN) == [(*told, 200_000, "Een sleutel.", "Iedereen mag binnen.", False)]


def test_who_stops_half_way_goes_on_there_after_weeks(
    invited: Person, rows: Callable[[str], list[Any]], clock: Clock
) -> None:
    for text in ("mijn plan", "Elke dag open.", "Wij.", "menu"):
        invited.say(text)
    clock.passes(days=30)

    for text in ("verder met het plan", "verder schrijven"):
        invited.say(text)

    assert "Wanneer begint het" in invited.text
    assert rows(PLAN)[0][:3] == ("Elke dag open.", "Wij.", "")


def test_line_that_is_left_for_later_stays_open(
    invited: Person, rows: Callable[[str], list[Any]]
) -> None:
    invited.say("mijn plan")
    for _ in range(6):
        invited.press("Later invullen")

    assert rows("SELECT count(*) FROM plan") == [(0,)]
    assert invited.labels == ["Verder schrijven", "Iets veranderen", "Menu"]


def test_back_puts_another_answer_in_its_place(
    invited: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("mijn plan", "Elke dag open.", "terug", "Elke avond open."):
        invited.say(text)

    assert rows(PLAN)[0][0] == "Elke avond open."


def test_amount_that_was_read_wrong_is_asked_for(
    invited: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("mijn plan", "Open.", "Wij.", "Maart.", "12 stoelen", "nee", "veel", "900 euro"):
        invited.say(text)

    assert rows(PLAN)[0][3:5] == ("12 stoelen", 90_000)


def test_line_is_changed_from_the_card_also_after_sending(
    invited: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("mijn plan", *ANSWERS, "plan insturen", "mijn plan", "veranderen", "Wanneer"):
        invited.say(text)

    invited.say("Vanaf april.")

    assert "De gemeente leest nu deze tekst." in invited.text
    assert rows(PLAN)[0][2] == "Vanaf april."


def test_plan_can_be_read_but_not_changed_after_the_last_day(
    invited: Person, rows: Callable[[str], list[Any]], clock: Clock
) -> None:
    for text in ("mijn plan", *ANSWERS, "menu"):
        invited.say(text)
    clock.passes(days=100)

    invited.say("mijn plan")

    assert "Wat: Elke dag open." in invited.text
    assert "De laatste dag voor plannen" in invited.text


def test_answer_that_comes_after_the_last_day_is_refused_kindly(
    invited: Person, rows: Callable[[str], list[Any]], clock: Clock
) -> None:
    invited.say("mijn plan")
    clock.passes(days=100)

    invited.say("Elke dag open.")

    assert "Aan dit plan kun je nu niets meer veranderen." in invited.text
    assert rows("SELECT count(*) FROM plan") == [(0,)]


def test_who_was_not_invited_has_no_plan(
    person: Person, kans: Callable[[str], int], invite: Callable[..., None]
) -> None:
    person.enter(opportunity=kans("06"))
    for text in ("ik doe mee", "alleen", "Anna", "Ik kook.", "ja", "nee", "overslaan"):
        person.say(text)
    invite("declined", "Een andere groep kent de buurt beter.")

    person.say("mijn plan")

    assert "Er is nu geen plan om te schrijven." in person.text


def test_own_card_tells_how_the_plan_stands_and_leads_there(invited: Person) -> None:
    invited.say("mijn aanmeldingen")

    assert "Plan: nog niet begonnen" in invited.text
    invited.press("Naar het plan")
    assert "Wat gaan jullie doen?" in invited.text


def test_one_of_several_plans_is_picked(
    invited: Person, kans: Callable[[str], int], waterdam: Store, texts: Texts
) -> None:
    invited.enter(opportunity=kans("06"))
    for text in ("ik doe mee", "nog iemand", "alleen", "Anna", "Ik kook.", "ja", "nee"):
        invited.say(text)
    waterdam.run(
        move_interest_and_tell,
        NADIA,
        interest=2,
        state="invited",
        telling=Telling(texts, LOUD),
    )

    for text in ("overslaan", "mijn plan"):
        invited.say(text)

    assert "Welk plan wil je openen?" in invited.text
