"""What we hold of somebody, in words."""


def test_all_that_is_held_is_told_and_the_conversation_goes_on(person, talk, kans):
    person.say("hoi")
    person.press("Bij mij in de buurt")
    person.say("Lindenkom")
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "groep", "De buren", "Wij wieden.", "ja", "nee", "overslaan", "overslaan"):
        person.say(text)

    talk(
        person,
        """
        > mijn gegevens
        Dit hebben we van je: 13 berichten, 1 aanmelding en 0 vragen.

        Je doet mee als: De buren.

        Je buurt: Lindenkom.

        Je krijgt geen berichten over nieuwe kansen.

        Open hier, waar je nu chat, alles als bestand:
        https://waterdam.example/chat/mijn-gegevens.json

        Wil je dat we alles wissen? Typ dan “vergeet mij”.

        We gaan verder waar je was.

        Wil je hier een bericht krijgen bij nieuwe kansen in je buurt? Je kunt altijd “stop” typen.
        [Ja] [Nee] [Overslaan]
        > ja
        Dank je wel! We weten nu genoeg.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language] [Mijn gegevens]
        > [Mijn gegevens]
        Dit hebben we van je: 15 berichten, 1 aanmelding en 0 vragen.

        Je doet mee als: De buren.

        Je buurt: Lindenkom.

        Je krijgt berichten over nieuwe kansen.

        Open hier, waar je nu chat, alles als bestand:
        https://waterdam.example/chat/mijn-gegevens.json

        Wil je dat we alles wissen? Typ dan “vergeet mij”.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language] [Mijn gegevens]
        """,
    )


def test_little_is_held_of_who_only_looked(person, talk):
    person.say("hoi")

    talk(
        person,
        """
        > gegevens
        Dit hebben we van je: 2 berichten, 0 aanmeldingen en 0 vragen.

        Je krijgt geen berichten over nieuwe kansen.

        Open hier, waar je nu chat, alles als bestand:
        https://waterdam.example/chat/mijn-gegevens.json

        Wil je dat we alles wissen? Typ dan “vergeet mij”.

        We gaan verder waar je was.

        De gemeente zoekt mensen die een taak in de buurt willen overnemen of delen. Denk aan groen, samen koken of
        een buurthuis. Je hoeft geen bedrijf of vereniging te zijn.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        """,
    )
