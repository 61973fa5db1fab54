"""The names of the ticks, a conversation for them to end, and the notices that they made."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from outreach.conversations.conversation import Run, begin_conversation, keep_conversation
from outreach.store.store import Store
from outreach.store.unit import Unit

NAMES = (
    "seal",
    "campaigns",
    "decisions",
    "venues",
    "mail",
    "meetings",
    "talks",
    "silence",
    "retention",
    "back_up",
    "copies",
    "damage",
    "wipe",
)


def leave_open(unit: Unit, *, person: int, address: int) -> None:
    talk = begin_conversation(unit, person=person, address=address, language="nl")
    run = Run("interest", {"opportunity": 1}, [["ask", "a", "b"]])
    keep_conversation(unit, conversation=replace(talk, run=run))


def notices(store: Store) -> list[str]:
    with closing(sqlite3.connect(store.path)) as database:
        names = database.execute(
            "SELECT name FROM mailing JOIN delivery ON mailing.id = mailing_id ORDER BY mailing.id"
        )
        return [name for (name,) in names]
