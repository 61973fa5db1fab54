"""What people do, all in one store: it leaves rows of every kind that a conversation makes."""

from collections.abc import Callable

from tests.promises.conftest import Person

CHAT = (
    "hoi",
    "alles",
    "1",
    "Vertel meer",
    "Ik heb een vraag",
    "Mag mijn hond mee?",
    "menu",
    "Mijn aanmeldingen",
    "mijn gegevens",
    "taal",
    "1",
    "onzin",
    "meer onzin",
    "nog meer onzin",
    "medewerker",
    "Bel mij",
    "terug",
    "stop",
    "alles",
    "start",
)


async def lives(person: Callable[[str], Person]) -> list[Person]:
    """Three people who do what people do: express, change an answer, ask, stop, lose the thread."""
    ada, bob, cem = person("ada"), person("bob"), person("cem")
    await ada.express(1)
    await bob.express(1, upto=4)
    for text in (
        "nee",
        "1",
        "met een groep",
        "Buren van de dijk",
        "ja",
        "ja",
        "12",
        "overslaan",
        "overslaan",
    ):
        await bob.say(text)
    for text in CHAT:
        await cem.say(text)
    await ada.express(2)
    await ada.say("terug")
    return [ada, bob, cem]
