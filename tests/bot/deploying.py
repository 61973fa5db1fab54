"""A dialogue of three questions, and houses that are restarted with other dialogues."""

from dataclasses import replace
from typing import Any

from sqlalchemy import text as sql

from bot.dialogue import Dialogue
from bot.questions import one_of, text
from bot.steps import Ask, Say
from tests.bot.conftest import Person

KIND = Ask("interest-kind", one_of("alone", "group", "organisation"))
NAME = Ask("interest-group-name", text(longest=80))
GIVE = Ask("interest-give", text(longest=80))


def stored(person: Person, query: str) -> list[Any]:
    return list(person.store.look(lambda unit: unit.connection.execute(sql(query)).scalars().all()))


def deploy(person: Person, **dialogues: Dialogue | None) -> None:
    """Restart the house with other dialogues; None takes one away."""
    kept = {
        name: told
        for name, told in (dict(person.script.dialogues) | dialogues).items()
        if told is not None
    }
    person.restart(replace(person.script, dialogues=kept))


async def sound() -> None:
    """Three questions, asked where the menu offers to browse."""
    await KIND
    await NAME
    await GIVE
    await Say("interest-end")


def at_give(person: Person) -> Person:
    """Answer two of the three questions."""
    for typed in ("1", "met een groep", "Buren"):
        person.say(typed)
    return person
