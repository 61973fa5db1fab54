"""A private word with the contact official, by name."""


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

        We gaan verder waar je was.

        De gemeente zoekt mensen die een taak in de buurt willen overnemen of delen. Denk aan groen, samen koken of
        een buurthuis. Je hoeft geen bedrijf of vereniging te zijn.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        """,
    )

    assert rows("SELECT opportunity_id, kind, text FROM question") == [(None, "human", "Kunt u mij bellen?")]
