"""An e-mail address that a person left, to be told there what they are told in a chat.

Nothing but the question itself goes there before its owner confirmed it. The address is that of a
person at a channel: `external_id` is the number of the row here, so that what somebody typed stands
in one place.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, insert
from sqlmodel import Field, SQLModel, bindparam, col, or_, select

from content.message import Message
from outreach.delivery.delivery import plan_delivery
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.parties.address import add_beside, is_told_beside
from outreach.parties.party import Membership
from outreach.parties.person import Person, language_of, speaker
from outreach.refusal import Refusal
from outreach.store.columns import NUMBERED, Moment
from outreach.store.query import pick
from outreach.store.unit import Unit

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
QUESTION = "email-confirm"
"""Name of the mailing: the question whether the address is theirs."""


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
class Left:
    """The e-mail address of the person who speaks.

    `confirmed`: they are mailed there. If the mail server refuses the address they are not, so that
    they have to confirm it again.
    """

    email: str
    confirmed: bool


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
MAILBOXES_OF_PERSON = MAILBOX.where(Mailbox.person_id == bindparam("person")).order_by(
    col(Mailbox.confirmed_at).is_(None), col(Mailbox.id).desc()
)
MAILBOX_TO_LEAVE = MAILBOX.where(Mailbox.leave == bindparam("secret"))
EMAILS_OF_PARTY = (
    select(Mailbox.email)
    .join(Membership, col(Membership.person_id) == col(Mailbox.person_id))
    .where(Membership.party_id == bindparam("party"))
)
MAILBOXES_LATELY = select(func.count()).where(
    or_(Mailbox.email == bindparam("email"), Mailbox.person_id == bindparam("person")),
    Mailbox.left_at > bindparam("since"),
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
    if row is None:
        return None
    return Left(row.email, is_told_beside(unit, channel=CHANNEL, external_id=str(row.id)))


def emails_of_party(unit: Unit, party: int) -> list[str]:
    """Return the addresses that the members of a party left."""
    return unit.run(EMAILS_OF_PARTY, {"party": party}).scalars()
