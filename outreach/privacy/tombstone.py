"""What is kept of a forgotten person's messages: marks that recognise them if they come again.

A mark is an HMAC-SHA256 of a message's number, never of a word or an address.
In a file the key stands beside the database, on a server in a table that backups leave out: a copy
of the database alone tells nothing.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import LargeBinary, inspect, union_all
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from outreach.conversations.conversation import Conversation
from outreach.delivery.aside import Aside
from outreach.delivery.inbound import Inbound
from outreach.parties.address import Address
from outreach.store.among import among
from outreach.store.columns import NUMBERED, Moment
from outreach.store.errors import StoreFailed
from outreach.store.new_file import keep_first
from outreach.store.query import pick
from outreach.store.unit import Unit

KEPT = timedelta(hours=48)
"""No channel hands a message in again after this: they keep one for a day at most."""
KEY_FILE = "tombstone.key"
KEY_BYTES = 32
RANDOM = 16
"""A number this long is random, and enough by itself: a browser may have lost its cookie."""


class Tombstone(SQLModel, table=True):
    """The mark of one message of somebody who was forgotten at that moment."""

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    mark: str = Field(unique=True)
    at: datetime = Field(sa_type=Moment, index=True)


class TombstoneKey(SQLModel, table=True):
    """The key of the marks, if servers share a database; backups leave it out."""

    __tablename__ = "tombstone_key"

    id: int = Field(default=1, primary_key=True)
    key: bytes = Field(sa_type=LargeBinary)


ADDRESS_OF_PERSON = select(col(Address.id)).where(Address.person_id == bindparam("person"))
INBOUND_LATELY = union_all(
    pick(Inbound.channel, Inbound.external_id, col(Inbound.media)["album"].as_string()).where(
        col(Inbound.address_id).in_(ADDRESS_OF_PERSON),
        Inbound.at >= bindparam("since", type_=Moment),
    ),
    pick(Aside.channel, Aside.external_id, bindparam("none")).where(
        col(Aside.address_id).in_(ADDRESS_OF_PERSON), Aside.at >= bindparam("since", type_=Moment)
    ),
)
CONVERSATION_OF_PERSON = select(Conversation.id).where(
    Conversation.person_id == bindparam("person")
)
TOMBSTONE_ADD = insert(Tombstone).on_conflict_do_nothing()
TOMBSTONE_ANY = select(Tombstone.id).limit(1)
TOMBSTONE_FIND = select(Tombstone.id).where(among(col(Tombstone.mark), "marks"))
TOMBSTONE_LIST = pick(Tombstone.mark, Tombstone.at)
TOMBSTONE_KEY = select(TombstoneKey.key)
TOMBSTONE_KEY_ADD = insert(TombstoneKey).on_conflict_do_nothing()


def bury(unit: Unit, *, person: int) -> None:
    """Mark what a person lately sent and the conversation it was in, before they are forgotten."""
    sent = unit.run(INBOUND_LATELY, {"person": person, "since": unit.now - KEPT, "none": None})
    if not sent:
        return
    key = tombstone_key(unit)
    marks = {_message(key, channel, number) for channel, number, _ in sent}
    marks |= {_sealed(key, channel, "album", album) for channel, _, album in sent if album}
    marks |= {
        _sealed(key, "conversation", str(id))
        for id in unit.run(CONVERSATION_OF_PERSON, {"person": person}).scalars()
    }
    unit.run(TOMBSTONE_ADD, [{"mark": mark, "at": unit.now} for mark in sorted(marks)])


def is_buried(
    unit: Unit,
    *,
    channel: str,
    external_id: str,
    album: str | None = None,
    conversation: str | None = None,
) -> bool:
    """True if a message came before from somebody who was forgotten, or belongs to such a one.

    That is another of the same album, or a button in the same conversation.
    """
    if unit.run(TOMBSTONE_ANY).first() is None:
        return False
    key = tombstone_key(unit)
    marks = [_message(key, channel, external_id)]
    if album is not None:
        marks.append(_sealed(key, channel, "album", album))
    if conversation is not None:
        marks.append(_sealed(key, "conversation", conversation))
    return unit.run(TOMBSTONE_FIND, {"marks": marks}).first() is not None


@dataclass(frozen=True, slots=True)
class Tombstones:
    """The marks of a database, and their key if it stands there too."""

    marks: list[dict[str, Any]]
    key: bytes | None


def tombstones(unit: Unit) -> Tombstones:
    """Return the marks that a database holds."""
    if not inspect(unit.connection).has_table("tombstone"):
        return Tombstones([], None)
    marks = [{"mark": mark, "at": at} for mark, at in unit.run(TOMBSTONE_LIST)]
    return Tombstones(marks, unit.run(TOMBSTONE_KEY).scalar())


def put_tombstones(unit: Unit, given: Tombstones) -> None:
    """Add the marks of the database that this one replaces: they may be newer than this backup."""
    if given.key is not None:
        unit.run(TOMBSTONE_KEY_ADD, {"id": 1, "key": given.key})
    if given.marks:
        unit.run(TOMBSTONE_ADD, given.marks)


def tombstone_key(unit: Unit) -> bytes:
    """Return the key of this installation's marks; it is made if there is none."""
    if unit.connection.dialect.name == "sqlite":
        return _key_beside(unit.folder)
    unit.run(TOMBSTONE_KEY_ADD, {"id": 1, "key": secrets.token_bytes(KEY_BYTES)})
    return bytes(unit.run(TOMBSTONE_KEY).scalar_one())


def _key_beside(folder: Path) -> bytes:
    file = folder / KEY_FILE
    try:
        if not file.exists():
            keep_first(file, secrets.token_bytes(KEY_BYTES))
        return file.read_bytes()
    except OSError as error:
        raise StoreFailed from error


def _message(key: bytes, channel: str, external_id: str) -> str:
    tail = external_id.rpartition(".")[2]
    return _sealed(key, channel, "message", tail if len(tail) >= RANDOM else external_id)


def _sealed(key: bytes, *facts: str) -> str:
    return hmac.digest(key, "\0".join(facts).encode(), "sha256").hex()
