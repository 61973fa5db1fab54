"""People who said something secret, and erasing it."""

from typing import Any

from sqlalchemy import delete, insert, update
from sqlmodel import col

from outreach.conversations.conversation import Conversation
from outreach.parties.address import Address
from outreach.parties.person import Person
from outreach.store.unit import Unit

SECRET = "VICTIM"


def people(unit: Unit, ids: range) -> None:
    for id in ids:
        person = {"id": id, "language": "nl", "themes": [], "created_at": unit.now}
        unit.connection.execute(insert(Person), person)
        where = f"{id * 7919 % 1000}-{SECRET if id % 5 == 0 else 'other'}-{id}"
        address = {
            "id": id,
            "person_id": id,
            "channel": "web",
            "external_id": where,
            "seq": 0,
            "wrong_codes": 0,
        }
        unit.connection.execute(insert(Address), address)
        row: dict[str, Any] = {
            "id": id,
            "person_id": id,
            "address_id": id,
            "about": {},
            "transcript": [],
            "offers": {},
        }
        unit.connection.execute(
            insert(Conversation), row | {"rev": 0, "misses": 0, "last_at": unit.now}
        )


def talk_on(unit: Unit, id: int, words: int) -> None:
    said = (SECRET if id % 5 == 0 else "words") * words
    statement = (
        update(Conversation)
        .where(col(Conversation.id) == id)
        .values(transcript=[["ask", "give", said]])
    )
    unit.connection.execute(statement)


def erase(unit: Unit, ids: list[int]) -> None:
    for id in ids:
        unit.connection.execute(delete(Conversation).where(col(Conversation.id) == id))
        unit.connection.execute(delete(Address).where(col(Address.id) == id))
        unit.connection.execute(delete(Person).where(col(Person.id) == id))
        unit.erased.append(id)
