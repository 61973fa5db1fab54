"""Who asks: the session behind a secret, with what its colleague may do at this moment."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import bindparam, col

from outreach.staff.session import Lasts, StaffSession, hash_of, over_before
from outreach.staff.staff import PRESENT, Staff
from outreach.store.columns import Moment
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Open:
    """A session that can be used."""

    id: int
    staff: int
    name: str
    email: str
    role: str
    began_at: datetime
    seen_at: datetime
    browser: str


SESSIONS = pick(
    StaffSession.id,
    Staff.id.label("staff"),  # type: ignore[attr-defined]  # a column, which its model calls int
    Staff.name,
    Staff.email,
    Staff.role,
    StaffSession.began_at,
    StaffSession.seen_at,
    StaffSession.browser,
).join_from(StaffSession, Staff, col(Staff.id) == col(StaffSession.staff_id))
GOOD = (
    PRESENT,
    StaffSession.seen_at > bindparam("unused", type_=Moment),
    StaffSession.began_at > bindparam("begun", type_=Moment),
)
SESSION_BEHIND = SESSIONS.where(StaffSession.secret == bindparam("secret"), *GOOD)
SESSIONS_OF = SESSIONS.where(StaffSession.staff_id == bindparam("of"), *GOOD).order_by(
    col(StaffSession.seen_at).desc()
)


def session_behind(unit: Unit, *, secret: str, lasts: Lasts) -> Open | None:
    """Return the session of a secret; None if it is unknown or over, or its colleague left."""
    row = unit.run(SESSION_BEHIND, {"secret": hash_of(secret)} | over_before(unit, lasts)).first()
    return None if row is None else Open(**row._asdict())


def sessions_of(unit: Unit, *, staff: int, lasts: Lasts) -> list[Open]:
    """Return a colleague's sessions, the one used last first."""
    return [
        Open(**row._asdict())
        for row in unit.run(SESSIONS_OF, {"of": staff} | over_before(unit, lasts))
    ]
