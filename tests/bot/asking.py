"""Somebody who is asked about an interest, and what is stored of it."""

from typing import Any

from sqlalchemy import text as sql

from tests.bot.conftest import Person

STORED = "SELECT party.name, interest.brings FROM interest JOIN party ON party.id = party_id"


def at_interest(person: Person) -> Person:
    """Bring somebody to the first question of an interest."""
    person.enter(opportunity=1)
    person.press(person.labels[0])
    return person


def stored(person: Person) -> list[tuple[Any, ...]]:
    """Return whose interests are stored, and what they bring."""
    return person.store.look(
        lambda unit: [tuple(row) for row in unit.connection.execute(sql(STORED))]
    )
