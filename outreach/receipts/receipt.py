"""A receipt: what somebody sent, when and where, as it was confirmed to them; kept as it was said.

A municipality owes it to who writes to it by a computer (Algemene wet bestuursrecht, chapter 2.3
as of 1 January 2026). The delivery that said it is emptied after some months, and the texts are
worded anew; so the words stand here too, as long as what they are about.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from content.message import Message
from outreach.mailboxes.receipt import mail_receipt
from outreach.parties.address import Address
from outreach.parties.person import language_of, speaker
from outreach.store.among import among
from outreach.store.columns import NUMBERED, Json, Moment, partly
from outreach.store.query import delete, pick, update
from outreach.store.unit import Unit

Kind = Literal[
    "interest",
    "change",
    "withdrawal",
    "confirmation",
    "plan",
    "question",
    "human",
    "candidate",
    "explore",
]
MAILING = "receipt_{}"
"""What the mail of a kind of receipt is called."""
RECEIPT_WORDS = ("message",)
"""What was confirmed, with all that the person sent."""


class GivenReceipt(SQLModel, table=True):
    """A receipt that a person got, about an interest or a question; `message` is what it said."""

    __tablename__ = "receipt"
    __table_args__ = (
        partly("ix_receipt_interest", "interest_id", where="interest_id IS NOT NULL"),
        partly("ix_receipt_question", "question_id", where="question_id IS NOT NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    interest_id: int | None = Field(default=None, foreign_key="interest.id")
    question_id: int | None = Field(default=None, foreign_key="question.id")
    kind: str
    at: datetime = Field(sa_type=Moment)
    channel: str
    language: str
    message: dict[str, Any] = Field(sa_type=Json(dict[str, Any]))


@dataclass(frozen=True, slots=True)
class Here:
    """When and in which channel somebody does something now."""

    at: datetime
    channel: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as it is read later."""

    id: int
    kind: str
    at: datetime
    channel: str
    language: str
    message: Message


RECEIPT_ADD = insert(GivenReceipt).returning(col(GivenReceipt.id))
RECEIPTS = pick(
    GivenReceipt.id,
    GivenReceipt.kind,
    GivenReceipt.at,
    GivenReceipt.channel,
    GivenReceipt.language,
    GivenReceipt.message,
).order_by(col(GivenReceipt.id))
RECEIPT_OWN = RECEIPTS.where(
    GivenReceipt.id == bindparam("receipt"), GivenReceipt.person_id == bindparam("person")
)
RECEIPT_AT = RECEIPTS.where(
    GivenReceipt.id == bindparam("receipt"),
    col(GivenReceipt.person_id)
    == select(col(Address.person_id)).where(Address.id == bindparam("address")).scalar_subquery(),
)
RECEIPTS_LATELY = (
    RECEIPTS.where(GivenReceipt.person_id == bindparam("person"))
    .order_by(None)
    .order_by(col(GivenReceipt.id).desc())
    .limit(bindparam("most"))
)
RECEIPTS_OF_INTEREST = RECEIPTS.where(GivenReceipt.interest_id == bindparam("interest"))
RECEIPTS_OF_QUESTION = RECEIPTS.where(GivenReceipt.question_id == bindparam("question"))
RECEIPTS_OF_INTERESTS = pick(GivenReceipt.id, GivenReceipt.message).where(
    among(col(GivenReceipt.interest_id), "interests")
)
RECEIPTS_OF_INTERESTS_DELETE = delete(GivenReceipt).where(
    among(col(GivenReceipt.interest_id), "interests")
)
RECEIPT_REWRITE = (
    update(GivenReceipt)
    .where(GivenReceipt.id == bindparam("receipt"))
    .values(message=bindparam("written"))
)


def here_now(unit: Unit) -> Here:
    """Return when and where the person speaks, as their receipt will say."""
    return Here(unit.now, unit.actor.via)


def keep_receipt(
    unit: Unit,
    *,
    kind: Kind,
    say: Callable[[str], Message],
    interest: int | None = None,
    question: int | None = None,
    opportunity: int | None = None,
) -> int:
    """Keep what the speaker is told of what they just did, and mail it if they are mailed.

    `say` returns it in a language. Returns the number of the receipt.
    """
    language = language_of(unit)
    row: dict[str, Any] = {
        "person_id": speaker(unit),
        "interest_id": interest,
        "question_id": question,
        "kind": kind,
        "at": unit.now,
        "channel": unit.actor.via,
        "language": language,
        "message": say(language).as_json(),
    }
    number: int = unit.run(RECEIPT_ADD, row).scalar_one()
    mail_receipt(
        unit,
        name=MAILING.format(kind),
        say=lambda language: replace(say(language), receipt=number),
        opportunity=opportunity,
    )
    return number


def mail_own_receipt(unit: Unit, *, receipt: int) -> bool:
    """Mail the speaker a receipt of theirs again; False if it is gone, or they are not mailed."""
    kept = own_receipt(unit, person=speaker(unit), receipt=receipt)
    if kept is None:
        return False
    said = replace(kept.message, receipt=receipt)
    return mail_receipt(unit, name=MAILING.format(kept.kind), say=lambda _: said)


def my_receipts(unit: Unit, *, most: int) -> list[Receipt]:
    """Return the last receipts that the speaker got, the newest first."""
    rows = unit.run(RECEIPTS_LATELY, {"person": speaker(unit), "most": most})
    return [_read(row) for row in rows]


def receipt_at(unit: Unit, *, address: int, receipt: int) -> Receipt | None:
    """Return a receipt of the person at an address; None if it is gone, or of somebody else."""
    row = unit.run(RECEIPT_AT, {"address": address, "receipt": receipt}).first()
    return None if row is None else _read(row)


def own_receipt(unit: Unit, *, person: int, receipt: int) -> Receipt | None:
    """Return a receipt of this person; None for any other."""
    row = unit.run(RECEIPT_OWN, {"person": person, "receipt": receipt}).first()
    return None if row is None else _read(row)


def receipts_of_interest(unit: Unit, *, interest: int) -> list[Receipt]:
    """Return what the members of a party got about their interest, the oldest first."""
    return [_read(row) for row in unit.run(RECEIPTS_OF_INTEREST, {"interest": interest})]


def receipts_of_question(unit: Unit, *, question: int) -> list[Receipt]:
    """Return what who asked a question got about it, the oldest first."""
    return [_read(row) for row in unit.run(RECEIPTS_OF_QUESTION, {"question": question})]


def rewrite_receipts(unit: Unit, *, interests: list[int], rewrite: Callable[[str], str]) -> None:
    """Write the receipts about these interests anew, where `rewrite` changes what stands there."""
    for number, message in unit.run(RECEIPTS_OF_INTERESTS, {"interests": interests}):
        written = _rewritten(message, rewrite)
        if written != message:
            unit.run(RECEIPT_REWRITE, {"receipt": number, "written": written})


def _rewritten(value: Any, rewrite: Callable[[str], str]) -> Any:
    """Return stored words with each text in them rewritten."""
    if isinstance(value, str):
        return rewrite(value)
    if isinstance(value, list):
        return [_rewritten(each, rewrite) for each in value]
    if isinstance(value, dict):
        return {name: _rewritten(each, rewrite) for name, each in value.items()}
    return value


def _read(row: Any) -> Receipt:
    facts = row._asdict()
    return Receipt(**facts | {"message": Message.from_json(facts["message"])})
