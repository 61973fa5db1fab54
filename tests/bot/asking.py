"""Somebody who is asked the first question about an interest."""

from tests.bot.conftest import Person


def at_interest(person: Person) -> Person:
    """Bring somebody to the first question of an interest."""
    person.enter(opportunity=1)
    person.press(person.labels[0])
    return person
