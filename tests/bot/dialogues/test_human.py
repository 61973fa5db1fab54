"""A private word with the contact official, by name; the talk itself is read with permission only."""

import pytest

from content.texts import wording


def test_message_goes_to_the_contact_by_name(person, talk, kans, rows):
    person.enter(opportunity=kans("01"))

    talk(
        person,
        """
        > medewerker
        Je bericht gaat naar Nadia de Wit, over “Zorg mee voor het plantsoen in de Lindenstraat”. Wat wil je vragen
        of vertellen? Alleen de gemeente leest dit.
        > Ik zit in een rolstoel. Kan ik ook meedoen?
        Je bericht is verstuurd. Een medewerker geeft hier antwoord, uiterlijk 12 november 2026.

        Mag de medewerker ook dit gesprek lezen, tot hier? Dan hoef je niets twee keer te vertellen.
        [Ja] [Nee] [Overslaan]
        > overslaan
        We gaan verder waar je was.

        Zorg mee voor het plantsoen in de Lindenstraat. De gemeente zoekt buren die samen het plantsoen in de
        Lindenstraat mooi houden. Gereedschap en geld voor planten zijn er. Reageren kan tot en met 14 december
        2026.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat vragen we?] [Ik heb een vraag] [Vragen van anderen] [Doorgeven]
        [Andere kansen]
        """,
    )

    assert rows("SELECT person_id, opportunity_id, kind, text, answer_by, for_all FROM question") == [
        (1, kans("01"), "human", "Ik zit in een rolstoel. Kan ik ook meedoen?", "2026-11-12", 0)
    ]


def test_without_an_opportunity_any_colleague_answers(person, talk, rows):
    person.say("hoi")

    talk(
        person,
        """
        > ik wil een mens spreken
        Wat wil je aan een medewerker vragen of vertellen? Alleen de gemeente leest dit.
        > ???
        Dat begrijp ik niet goed. Kun je het anders zeggen?

        Wat wil je aan een medewerker vragen of vertellen? Alleen de gemeente leest dit.
        > Kunt u mij bellen?
        Je bericht is verstuurd. Een medewerker geeft hier antwoord, uiterlijk 12 november 2026.

        Mag de medewerker ook dit gesprek lezen, tot hier? Dan hoef je niets twee keer te vertellen.
        [Ja] [Nee] [Overslaan]
        > overslaan
        We gaan verder waar je was.

        De gemeente zoekt mensen die een taak in de buurt willen overnemen of delen. Denk aan groen, samen koken of
        een buurthuis. Je hoeft geen bedrijf of vereniging te zijn.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        """,
    )

    assert rows("SELECT opportunity_id, kind, text FROM question") == [(None, "human", "Kunt u mij bellen?")]


@pytest.mark.parametrize(
    ("answer", "given", "said"),
    [
        ("ja", 1, "Goed, de medewerker kan het gesprek lezen. Bij “mijn gegevens” neem je dat weer terug."),
        ("nee", 0, "Goed, de medewerker leest alleen je bericht."),
    ],
)
def test_whether_the_talk_may_be_read_is_kept_with_proof(person, rows, answer: str, given: int, said: str):
    person.say("hoi")
    person.say("medewerker")
    person.say("Kunt u mij bellen?")
    person.say(answer)

    assert person.text.startswith(said)
    assert rows("SELECT purpose, scope, given, how, text_version FROM consent") == [
        ("talk", "1", given, "web", wording("human-read", "nl"))
    ]


def test_skipping_allows_nothing_and_refuses_nothing(person, rows):
    person.say("hoi")
    person.say("medewerker")
    person.say("Kunt u mij bellen?")
    person.say("overslaan")

    assert rows("SELECT * FROM consent") == []


def test_who_walks_away_from_the_last_question_has_been_heard(person, rows):
    person.say("hoi")
    person.say("medewerker")
    person.say("Kunt u mij bellen?")

    assert rows("SELECT text FROM question") == [("Kunt u mij bellen?",)]
