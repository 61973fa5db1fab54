"""Forget me: asked once, then done for good."""

import pytest

OF_A_PERSON = ("person", "address", "membership", "consent", "conversation", "inbound", "delivery", "question")


@pytest.fixture
def signed_up(person, kans):
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "alleen", "Anna", "Ik kan wieden.", "ja", "nee", "overslaan", "ja", "ja"):
        person.say(text)
    return person


def test_yes_leaves_no_row_of_the_person_and_an_interest_without_words(signed_up, talk, rows):
    talk(
        signed_up,
        """
        > vergeet mij
        Weet je het zeker? Ik wis dan op elk kanaal je berichten, je naam en hoe we je bereiken. Daarna kan niemand dat
        terughalen.

        Je open aanmeldingen vervallen. Zonder je naam bewaren we alleen dat ze er waren. Doen er meer mensen mee in je
        groep? Dan gaat de groep zonder jou verder.
        [Ja, wis alles] [Nee, bewaar het]
        > [Ja, wis alles]
        Je gegevens zijn gewist. We weten niet meer wie je bent. Dank je wel, en misschien tot ziens!
        """,
    )

    assert [table for table in OF_A_PERSON if rows(f"SELECT * FROM {table}")] == []
    assert rows("SELECT kind, name, state, brings FROM party JOIN interest ON party_id = party.id") == [
        ("resident", "", "withdrawn", "")
    ]
    assert rows("SELECT * FROM code") == []


def test_who_comes_back_after_is_somebody_new(signed_up, rows):
    signed_up.say("wis mijn gegevens")
    signed_up.say("ja")

    signed_up.say("hoi")

    assert signed_up.text.startswith("Hoi! Ik ben de automatische assistent van gemeente Waterdam")
    assert rows("SELECT id FROM person") == [(2,)]


def test_no_keeps_everything(signed_up, talk, rows):
    talk(
        signed_up,
        """
        > vergeet mij
        Weet je het zeker? Ik wis dan op elk kanaal je berichten, je naam en hoe we je bereiken. Daarna kan niemand dat
        terughalen.

        Je open aanmeldingen vervallen. Zonder je naam bewaren we alleen dat ze er waren. Doen er meer mensen mee in je
        groep? Dan gaat de groep zonder jou verder.
        [Ja, wis alles] [Nee, bewaar het]
        > nee
        Goed, ik wis niets.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language] [Ander kanaal] [Mijn gegevens]
        """,
    )

    assert rows("SELECT name, state, brings FROM party JOIN interest ON party_id = party.id") == [
        ("Anna", "new", "Ik kan wieden.")
    ]
