"""Somebody who expresses interest in an opportunity, from the first word to the last."""

from tests.bot.conftest import Person


def sign_up(person: Person, opportunity: int, name: str = "Anna") -> None:
    person.enter(opportunity=opportunity)
    for text in (
        "ik doe mee",
        "alleen",
        name,
        "Ik kan wieden.",
        "ja",
        "nee",
        "overslaan",
    ):
        person.say(text)
