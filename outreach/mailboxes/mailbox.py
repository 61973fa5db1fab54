"""An e-mail address that a person left, to be told there what they are told in a chat.

Nothing but the question itself goes there before its owner confirmed it. The address is that of a
person at a channel: `external_id` is the number of the row here, so that what somebody typed stands
in one place.
"""

import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, insert
from sqlmodel import Field, SQLModel, bindparam, col, or_, select

from content.message import Message
from outreach.delivery.delivery import Delivery, plan_delivery
from outreach.delivery.mailing import Mailing, MailingKind, open_mailing
from outreach.delivery.planned import calling_off
from outreach.interests.interest import OVER
from outreach.interests.own import my_interests
from outreach.parties.address import add_beside, end_beside, tell_beside
from outreach.parties.consent import permit
from outreach.parties.person import Person, language_of, speaker
from outreach.refusal import Refusal
from outreach.store.columns import NUMBERED, Moment
from outreach.store.query import delete, pick, update
from outreach.store.unit import Actor, Unit

CHANNEL = "email"
PURPOSE = "email"
"""What is confirmed: each confirmation and each end is a row of consent."""
SIGNS = r"A-Za-z0-9.!#$%&'*+/=?^_`{|}~-"
FORM = re.compile(
    rf"(?<![{SIGNS}])[A-Za-z0-9][{SIGNS}]{{0,63}}+@"
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
)
"""As a browser takes it (HTML, `input type=email`), with a domain that has a dot."""
LONGEST = 254
"""RFC 5321, 4.5.3.1.3."""
CONFIRM_WITHIN = timedelta(days=2)
MOST_ASKED = 3
"""How often within that time an address is asked, by whomever, and how many one person may leave.
"""
QUESTION, WELCOME = "email-confirm", "email-welcome"
"""Names of the mailings: the question whether the address is theirs, and the first mail after."""


class Mailbox(SQLModel, table=True):
    """An e-mail address of a person.

    `asked` is a hash of the secret in the last question, `leave` the secret in each mail by which
    the address is left: it opens nothing else.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    email: str = Field(index=True)
    asked: str | None = Field(default=None, index=True)
    leave: str = Field(unique=True)
    left_at: datetime = Field(sa_type=Moment, index=True)
    confirmed_at: datetime | None = Field(default=None, sa_type=Moment)


MAILBOX_WORDS = ("email",)
"""What a person typed."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where a mail goes, in which language, and which mailing it is of.

    `leave` is the secret that ends it. While the address is not confirmed, `confirm` is a secret
    that does that.
    """

    email: str
    language: str
    name: str
    leave: str
    confirm: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """The e-mail address of the person who speaks, and if it is confirmed."""

    email: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """An interest as the first mail names it."""

    title: str
    reference: str


Welcome = Callable[[str, list[Standing]], Message]
"""`welcome(language, interests)` makes the first mail after the confirmation."""
MAILBOX_ADD = insert(Mailbox).returning(col(Mailbox.id))
MAILBOX = pick(
    Mailbox.id,
    Mailbox.person_id,
    Mailbox.email,
    Mailbox.leave,
    Mailbox.confirmed_at,
    Mailbox.left_at,
    Person.language,
).join(Person, col(Person.id) == col(Mailbox.person_id))
MAILBOX_BY_NUMBER = MAILBOX.where(Mailbox.id == bindparam("mailbox"))
MAILBOX_ASKED = MAILBOX.where(
    Mailbox.asked == bindparam("secret"),
    col(Mailbox.confirmed_at).is_(None),
    Mailbox.left_at > bindparam("since"),
)
MAILBOX_TO_LEAVE = MAILBOX.where(Mailbox.leave == bindparam("secret"))
MAILBOXES_OF_PERSON = MAILBOX.where(Mailbox.person_id == bindparam("person")).order_by(
    col(Mailbox.confirmed_at).is_(None), col(Mailbox.id).desc()
)
MAILBOXES_LATELY = select(func.count()).where(
    or_(Mailbox.email == bindparam("email"), Mailbox.person_id == bindparam("person")),
    Mailbox.left_at > bindparam("since"),
)
MAILBOX_ASK = (
    update(Mailbox).where(Mailbox.id == bindparam("mailbox")).values(asked=bindparam("secret"))
)
MAILBOX_CONFIRM = (
    update(Mailbox)
    .where(Mailbox.id == bindparam("mailbox"))
    .values(confirmed_at=bindparam("at"), asked=None)
)
MAILBOX_DELETE = delete(Mailbox).where(Mailbox.id == bindparam("mailbox"))
MAILBOXES_UNCONFIRMED = (
    select(Mailbox.id)
    .where(col(Mailbox.confirmed_at).is_(None), Mailbox.left_at <= bindparam("before"))
    .limit(1_000)
)
DELIVERY_CALL_OFF_MAIL = calling_off(
    Delivery.address_id == bindparam("address"), reason="send-stopped"
)
MAILING_OF_DELIVERY = (
    select(Mailing.name)
    .join(Delivery, col(Delivery.mailing_id) == col(Mailing.id))
    .where(Delivery.id == bindparam("delivery"))
)


def tidy_email(text: str) -> str | None:
    """Return the one e-mail address in a text, its domain in small letters; None if there is none.

    Two of them are none: nobody knows which is meant.
    """
    found = set(FORM.findall(text))
    if len(found) != 1 or len(address := found.pop()) > LONGEST:
        return None
    name, _, domain = address.rpartition("@")
    return f"{name}@{domain.lower()}"


def leave_mailbox(unit: Unit, *, email: str, say: Callable[[str], Message]) -> None:
    """Keep an address that the speaker left, and plan the question whether it is theirs.

    Refuses if it, or this person, was asked too often lately: the answer may be in a mail already.
    """
    person = speaker(unit)
    lately = {"email": email, "person": person, "since": unit.now - CONFIRM_WITHIN}
    if unit.run(MAILBOXES_LATELY, lately).scalar_one() >= MOST_ASKED:
        raise Refusal("refusal-email-often")
    facts = {
        "person_id": person,
        "email": email,
        "leave": secrets.token_urlsafe(24),
        "left_at": unit.now,
    }
    mailbox = unit.run(MAILBOX_ADD, facts).scalar_one()
    address = add_beside(unit, person=person, channel=CHANNEL, external_id=str(mailbox))
    mailing = open_mailing(unit, kind=MailingKind.REPLY, name=QUESTION)
    message = say(language_of(unit))
    plan_delivery(unit, mailing=mailing, address=address, message=message, at=unit.now)


def my_mailbox(unit: Unit) -> Left | None:
    """Return the address that the speaker left: the confirmed one first, else the last."""
    row = unit.run(MAILBOXES_OF_PERSON, {"person": speaker(unit)}).first()
    return None if row is None else Left(row.email, row.confirmed_at is not None)


def envelope(unit: Unit, *, mailbox: int, delivery: int | None) -> Envelope | None:
    """Return where a mail goes; None if its address was left or forgotten since it was planned.

    For an address that is not confirmed it makes the secret of the question: the last one counts.
    """
    row = unit.run(MAILBOX_BY_NUMBER, {"mailbox": mailbox}).first()
    if row is None:
        return None
    name = unit.run(MAILING_OF_DELIVERY, {"delivery": delivery}).scalar() or ""
    secret = None
    if row.confirmed_at is None:
        secret = secrets.token_urlsafe(32)
        unit.run(MAILBOX_ASK, {"mailbox": mailbox, "secret": _hash(secret)})
    return Envelope(row.email, row.language, name, row.leave, secret)


def asked_of(unit: Unit, *, secret: str) -> str | None:
    """Return the address that a question went to, if its link still works."""
    row = _asked(unit, secret)
    return None if row is None else row.email


def confirm(unit: Unit, *, secret: str, text: str, welcome: Welcome) -> bool:
    """Confirm the address behind a link, once; False if the link does not work (any more).

    `text` is the key of the words that were shown, which are proof. Another address that this
    person had confirmed is told nothing from now on.
    """
    row = _asked(unit, secret)
    if row is None:
        return False
    unit.actor = Actor("person", row.person_id, via=CHANNEL)
    for other in unit.run(MAILBOXES_OF_PERSON, {"person": row.person_id}):
        if other.id != row.id:
            _end(unit, other)
    unit.run(MAILBOX_CONFIRM, {"mailbox": row.id, "at": unit.now})
    permit(unit, purpose=PURPOSE, given=True, text=text)
    address = tell_beside(unit, channel=CHANNEL, external_id=str(row.id))
    standing = [
        Standing(card.title, card.reference)
        for card in my_interests(unit)
        if card.state not in OVER
    ]
    mailing = open_mailing(unit, kind=MailingKind.REPLY, name=WELCOME)
    message = welcome(row.language, standing)
    plan_delivery(unit, mailing=mailing, address=address, message=message, at=unit.now)
    return True


def to_leave(unit: Unit, *, secret: str) -> str | None:
    """Return the address that a link in a mail would end; None if it was left before."""
    row = unit.run(MAILBOX_TO_LEAVE, {"secret": secret}).first()
    return None if row is None else row.email


def end_mailbox(unit: Unit, *, secret: str, text: str) -> bool:
    """Forget the address whose mail had this secret; False if there is none (any more).

    `text` is the key of the words that were pressed.
    """
    row = unit.run(MAILBOX_TO_LEAVE, {"secret": secret}).first()
    if row is None:
        return False
    unit.actor = Actor("person", row.person_id, via=CHANNEL)
    _end(unit, row)
    permit(unit, purpose=PURPOSE, given=False, text=text)
    return True


def end_my_mailboxes(unit: Unit, *, text: str) -> None:
    """Forget every address that the speaker left; `text` is the key of what was chosen."""
    for row in unit.run(MAILBOXES_OF_PERSON, {"person": speaker(unit)}):
        _end(unit, row)
    permit(unit, purpose=PURPOSE, given=False, text=text)


def keep_one_mailbox(unit: Unit, *, person: int) -> None:
    """Let two persons who became one be mailed once: at the address confirmed last."""
    rows = unit.run(MAILBOXES_OF_PERSON, {"person": person})
    confirmed = sorted(
        (row for row in rows if row.confirmed_at is not None), key=lambda row: row.confirmed_at
    )
    for row in confirmed[:-1]:
        _end(unit, row)


def drop_unconfirmed(unit: Unit) -> int:
    """Forget addresses that nobody confirmed in time; returns how many."""
    found = unit.run(MAILBOXES_UNCONFIRMED, {"before": unit.now - CONFIRM_WITHIN}).scalars()
    for mailbox in found:
        _end(unit, unit.run(MAILBOX_BY_NUMBER, {"mailbox": mailbox}).one())
    return len(found)


def _asked(unit: Unit, secret: str) -> Any:
    values = {"secret": _hash(secret), "since": unit.now - CONFIRM_WITHIN}
    return unit.run(MAILBOX_ASKED, values).first()


def _end(unit: Unit, row: Any) -> None:
    """Forget what was typed. The row of the address stays: what was sent there points at it."""
    address = end_beside(unit, channel=CHANNEL, external_id=str(row.id))
    unit.run(DELIVERY_CALL_OFF_MAIL, {"address": address, "at": unit.now})
    unit.run(MAILBOX_DELETE, {"mailbox": row.id})


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
