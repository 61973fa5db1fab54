"""How this works."""

from collections.abc import Callable

from bot.runs import Script
from bot.speech import ANSWERS
from tests.bot.conftest import Person


def test_help_tells_the_words_and_goes_on(
    person: Person, talk: Callable[..., None], kans: Callable[[str], int]
) -> None:
    person.enter(opportunity=kans("01"))
    person.press("Ik doe mee")

    talk(
        person,
        """
        > help
        Ik stel één vraag tegelijk. Kies een antwoord, of typ het zelf.

        Dit werkt altijd, ook in een zin: help, menu, terug, annuleer, vraag, medewerker, taal,
        koppel, iemand anders. En over jou: mijn aanmeldingen, mijn plan, mijn gegevens, privacy,
        vergeet mij, stop, start, opnieuw beginnen.

        We gaan verder waar je was.

        Fijn! Doe je mee …

        (stap 1 van 3)
        [alleen] [met een groep] [voor een organisatie]
        """,
    )


def test_words_that_help_names_are_understood(person: Person, script: Script) -> None:
    person.say("hoi")
    told = person.say("hulp")

    listed = [part.split(".")[0] for part in told.split("Dit werkt altijd")[1].split(": ")[1:]]
    words = ", ".join(listed).split(", ")

    assert [word for word in words if word not in script.speech.command_of] == []
    # where the town has no mail server, nobody is promised mail; a receipt names its own word, and
    # a decision the two that answer it
    elsewhere = {"email", "receipt", *ANSWERS}
    assert {script.speech.command_of[word] for word in words} == set(
        script.speech.command_of.values()
    ) - elsewhere
