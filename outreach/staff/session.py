"""A colleague's sessions: which browsers are signed in, and until when.

A browser keeps the secret, the database its hash only. What a colleague may do is read with the
session at every request, so that a role that changed or a colleague who left counts at once.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col

from outreach.settings import Settings
from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import record
from outreach.store.query import delete, update
from outreach.store.unit import Unit

SEEN = timedelta(minutes=1)
"""How exactly it is kept when a session was used last: each time would be a write a page."""


class StaffSession(SQLModel, table=True):
    """A browser in which a colleague signed in; `browser` is what they may know it by."""

    __tablename__ = "staff_session"
    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    secret: str = Field(unique=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    began_at: datetime = Field(sa_type=Moment)
    seen_at: datetime = Field(sa_type=Moment)
    browser: str


@dataclass(frozen=True, slots=True)
class Lasts:
    """How long a session lasts: unused, and from its beginning (NIST SP 800-63B-4, 2.2.3)."""

    idle: timedelta = timedelta(hours=1)
    whole: timedelta = timedelta(hours=12)

    @classmethod
    def of(cls, settings: Settings) -> "Lasts":
        """Return how long sessions last in an installation."""
        return cls(
            timedelta(minutes=settings.idle_minutes), timedelta(hours=settings.session_hours)
        )


SESSION_ADD = insert(StaffSession)
SESSION_SEEN = (
    update(StaffSession)
    .where(StaffSession.id == bindparam("session"), StaffSession.seen_at < bindparam("before"))
    .values(seen_at=bindparam("at"))
)
SESSION_END = (
    delete(StaffSession)
    .where(StaffSession.id == bindparam("session"), StaffSession.staff_id == bindparam("of"))
    .returning(col(StaffSession.id))
)
SESSIONS_END = (
    delete(StaffSession)
    .where(StaffSession.staff_id == bindparam("of"), StaffSession.id != bindparam("but"))
    .returning(col(StaffSession.id))
)
SESSION_DROP = (
    delete(StaffSession)
    .where(StaffSession.secret == bindparam("secret"))
    .returning(col(StaffSession.staff_id))
)
SESSIONS_OVER = delete(StaffSession).where(
    (col(StaffSession.seen_at) <= bindparam("unused", type_=Moment))
    | (col(StaffSession.began_at) <= bindparam("begun", type_=Moment))
)


def begin_session(unit: Unit, *, staff: int, browser: str, lasts: Lasts) -> str:
    """Sign a colleague in with a fresh secret, which is returned; sessions that are over go."""
    unit.run(SESSIONS_OVER, over_before(unit, lasts))
    secret = secrets.token_urlsafe(32)
    row = {"secret": hash_of(secret), "staff_id": staff, "browser": browser}
    unit.run(SESSION_ADD, row | {"began_at": unit.now, "seen_at": unit.now})
    record(unit, "staff.signed_in", staff=staff)
    return secret


def use_session(unit: Unit, *, session: int) -> None:
    """Keep that a session was used now."""
    unit.run(SESSION_SEEN, {"session": session, "before": unit.now - SEEN, "at": unit.now})


def drop_session(unit: Unit, *, secret: str) -> None:
    """End the session of a secret, if there is one: a browser gets another."""
    for staff in unit.run(SESSION_DROP, {"secret": hash_of(secret)}).scalars():
        record(unit, "staff.signed_out", staff=staff)


def end_session(unit: Unit, *, staff: int, session: int) -> None:
    """End a session of this colleague; one of another, or one that is over, stays as it is."""
    if unit.run(SESSION_END, {"session": session, "of": staff}).first() is not None:
        record(unit, "staff.signed_out", staff=staff)


def end_sessions(unit: Unit, *, staff: int, but: int = 0) -> int:
    """End all sessions of a colleague, or all but one; return how many."""
    ended = len(unit.run(SESSIONS_END, {"of": staff, "but": but}).scalars())
    if ended:
        record(unit, "staff.signed_out", staff=staff)
    return ended


def hash_of(secret: str) -> str:
    """Return a secret as it is stored: enough by itself, as nobody guesses 256 bits."""
    return sha256(secret.encode()).hexdigest()


def over_before(unit: Unit, lasts: Lasts) -> dict[str, Any]:
    """Return the moments since which a session must have been used, and begun."""
    return {"unused": unit.now - lasts.idle, "begun": unit.now - lasts.whole}
