"""I am somebody else: said in words, and done on the page."""

from collections.abc import Callable

from outreach.store.store import Store
from tests.bot.conftest import Person


def test_in_the_browser_it_tells_where_to_close_the_conversation(
    person: Person, talk: Callable[..., None], kans: Callable[[str], int]
) -> None:
    person.enter(opportunity=kans("01"))
    person.say("ik doe mee")

    talk(
        person,
        """
        > ik ben iemand anders
        Is dit apparaat niet van jou? Kies dan bovenaan, bij de drie puntjes, “Gesprek
        sluiten”. Wie na jou komt, begint dan opnieuw.

        We gaan verder waar je was.

        Fijn! Doe je mee …

        (stap 1 van 3)
        [alleen] [met een groep] [voor een organisatie]
        """,
    )


def test_elsewhere_it_explains_that_the_account_is_the_person(
    waterdam: Store, talk_with: Callable[..., Person], talk: Callable[..., None]
) -> None:
    phone = talk_with(waterdam, "4711", channel="telegram")
    phone.say("menu")

    talk(
        phone,
        """
        > Iemand anders!
        Dit gesprek hoort bij jouw account hier. Iemand anders begint een eigen gesprek,
        bijvoorbeeld op https://waterdam.example/chat. Wil je dat ik jou vergeet? Typ dan “vergeet
        mij”.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )
