"""Short codes that people can read out, in one table: trails, references, invitations, links."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Index, bindparam
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, col

from outreach.clean import normal
from outreach.store.columns import Moment
from outreach.store.query import pick, update
from outreach.store.unit import Unit

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
LONGEST_TEXT = 4_000
LIFETIMES = {
    "trail": None,
    "reference": None,
    "invitation": timedelta(days=7),
    "link": timedelta(minutes=15),
    "doctor": timedelta(minutes=1),
}
BETWEEN = re.compile(r"[\s.·_\-\u2010-\u2015\u2212]")
"""What people put between the letters of a code."""
BARE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
"""A text without signs around a code, as when it was copied from a sentence or made bold."""
LINK = re.compile(r"(?:/c/|[?&]start=)([\w-]{8,12})(?![\w-])", re.IGNORECASE)
"""A page behind a code, and a chat with a bot
(https://core.telegram.org/bots/features#deep-linking).
"""
NAMED = re.compile(r"(?:\w{1,20} ){0,2}code(?: is)?[:= ]+([\w .-]{8,15})", re.IGNORECASE)
WORD = re.compile(r"(?<![\w-])(\w{4}-?\w{4})(?![\w-])")
MIXED = re.compile(r"(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{8}")
"""The form of a code, also where it was read wrong: some letters and digits are in none."""
Kind = Literal["trail", "reference", "invitation", "link", "doctor"]


class Code(SQLModel, table=True):
    """A code and the record it stands for; one that can be used once carries the moment it was."""

    __table_args__ = (Index("ix_code_subject", "subject", "kind"),)

    code: str = Field(primary_key=True)
    kind: str
    subject: int
    expires_at: datetime | None = Field(default=None, sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code stands for."""

    kind: Kind
    subject: int


CODE_ADD = insert(Code).on_conflict_do_nothing().returning(col(Code.code))
CODE_FIND = pick(Code.kind, Code.subject, Code.expires_at, Code.used_at).where(
    Code.code == bindparam("code")
)
CODE_USE = (
    update(Code)
    .where(Code.code == bindparam("this"), col(Code.used_at).is_(None))
    .values(used_at=bindparam("at"))
    .returning(col(Code.code))
)


def make_code(unit: Unit, kind: Kind, subject: int) -> str:
    """Make a fresh code for a record: 8 characters that are not mistaken for each other."""
    lifetime = LIFETIMES[kind]
    expires = None if lifetime is None else unit.now + lifetime
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        if not looks_like_code(code):
            continue
        values = {
            "code": code,
            "kind": kind,
            "subject": subject,
            "expires_at": expires,
            "used_at": None,
        }
        if unit.run(CODE_ADD, values).scalar():
            return code


def find_code(unit: Unit, text: str) -> Meaning | None:
    """Return what a typed code stands for; None for unknown, used and expired ones alike."""
    if not looks_like_code(text):
        return None
    row = unit.run(CODE_FIND, {"code": tidy(text)}).first()
    if (
        row is None
        or row.used_at is not None
        or (row.expires_at is not None and row.expires_at <= unit.now)
    ):
        return None
    return Meaning(row.kind, row.subject)


def use_code(unit: Unit, text: str) -> bool:
    """Mark a code that works once as used; False if somebody else used it a moment before."""
    return unit.run(CODE_USE, {"this": tidy(text), "at": unit.now}).first() is not None


def code_in(text: str) -> str | None:
    """Return the code that a text is: alone, after the word for it, or as a copied link."""
    bare = _bare(text)
    found = (None if re.search(r"\s", bare) else LINK.search(text)) or NAMED.fullmatch(bare)
    code = _joined(bare if found is None else found[1])
    return code if looks_like_code(code) else None


def code_within(text: str) -> str | None:
    """Return what may be a code inside a text: in a link, or a word that has the form of one."""
    bare = _bare(text)
    words = LINK.findall(text) or NAMED.findall(bare) + WORD.findall(bare)
    return next(filter(MIXED.fullmatch, map(_joined, words)), None)


def _bare(text: str) -> str:
    found = BARE.search(normal("NFKC", text[:LONGEST_TEXT]))
    return "" if found is None else found[0]


def _joined(code: str) -> str:
    return BETWEEN.sub("", code).upper()


def tidy(text: str) -> str:
    """Strip what people add when they copy a code: spaces, dashes, small letters."""
    return re.sub(r"[\s\-]", "", text).upper()


def looks_like_code(text: str) -> bool:
    """True if a text has the form of a code: each has a digit, so that no word is one."""
    code = tidy(text)
    return (
        len(code) == LENGTH
        and all(letter in LETTERS for letter in code)
        and any(c.isdigit() for c in code)
    )
