"""The key by which push services know this installation (RFC 8292), made once.

It stands in the database, with the subscriptions: each of them works with this key only, so that
both are in one backup.
"""

from sqlalchemy import LargeBinary
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, select

from outreach.store.unit import Unit


class PushKey(SQLModel, table=True):
    """The private key, a number of 32 bytes."""

    __tablename__ = "push_key"

    id: int = Field(default=1, primary_key=True)
    key: bytes = Field(sa_type=LargeBinary)


PUSH_KEY = select(PushKey.key)
PUSH_KEY_ADD = insert(PushKey).on_conflict_do_nothing()


def push_key(unit: Unit) -> bytes | None:
    """Return the key; None if there is none yet."""
    found = unit.run(PUSH_KEY).scalar()
    return None if found is None else bytes(found)


def keep_push_key(unit: Unit, *, fresh: bytes) -> bytes:
    """Keep a fresh key, unless there is one already; return the one that is kept."""
    unit.run(PUSH_KEY_ADD, {"id": 1, "key": fresh})
    return bytes(unit.run(PUSH_KEY).scalar_one())
