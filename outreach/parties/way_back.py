"""Other secrets that open a conversation in a browser, beside the one of its own address.

The address of such a conversation is the hash of the secret in its first browser. Each mail to its
owner has a secret of its own, and so has each other browser in which it was opened. Only their
hashes are stored; they end with their conversation, and those of mails with their mailbox too.
"""

import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from outreach.parties.address import Address, mark_gone
from outreach.store.columns import NUMBERED, Moment, partly
from outreach.store.query import delete, pick
from outreach.store.unit import Unit

FURTHER = "2."
"""What such a secret begins with; that of a first browser does not."""
MOST = 20
"""Browsers that open one conversation besides its first; a newer one ends the oldest."""


class WayBack(SQLModel, table=True):
    """A secret, as its hash, that opens the conversation at an address.

    With a `mailbox_id` it stands in a mail to there; without, a browser keeps it.
    """

    __tablename__ = "way_back"
    __table_args__ = (
        partly("ix_way_back_mailbox", "mailbox_id", where="mailbox_id IS NOT NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    secret: str = Field(unique=True)
    address_id: int = Field(foreign_key="address.id", index=True)
    mailbox_id: int | None = Field(default=None, foreign_key="mailbox.id")
    made_at: datetime = Field(sa_type=Moment)


WAY_BACK_ADD = insert(WayBack)
WAY_BACK_LEADS = (
    pick(Address.id, Address.external_id, Address.channel)
    .join_from(WayBack, Address, col(Address.id) == col(WayBack.address_id))
    .where(WayBack.secret == bindparam("secret"))
)
ADDRESS_TO_COME_BACK_TO = (
    select(Address.id)
    .where(Address.person_id == bindparam("person"), Address.channel == bindparam("channel"))
    .order_by(
        col(Address.gone_at).is_not(None), col(Address.used_at).desc(), col(Address.id).desc()
    )
    .limit(1)
)
WAYS_OF_BROWSERS = (
    select(WayBack.id)
    .where(WayBack.address_id == bindparam("address"), col(WayBack.mailbox_id).is_(None))
    .order_by(col(WayBack.id).desc())
)
WAY_BACK_DELETE = delete(WayBack).where(WayBack.id == bindparam("way"))
WAYS_DELETE = delete(WayBack).where(WayBack.address_id == bindparam("address"))
WAYS_OF_MAILBOX_DELETE = delete(WayBack).where(WayBack.mailbox_id == bindparam("mailbox"))


def way_back_in_mail(unit: Unit, *, person: int, channel: str, mailbox: int) -> str | None:
    """Make the secret of a mail that opens the person's conversation in a channel, if any."""
    where = {"person": person, "channel": channel}
    address = unit.run(ADDRESS_TO_COME_BACK_TO, where).scalar()
    return None if address is None else _add(unit, address, mailbox)


def behind_way_back(unit: Unit, *, secret: str) -> str | None:
    """Return the address to which a secret leads; None if it leads nowhere."""
    row = unit.run(WAY_BACK_LEADS, {"secret": hash_of(secret)}).first()
    return None if row is None else row.external_id


def come_back(unit: Unit, *, secret: str) -> str | None:
    """Open a conversation in one more browser; return the secret for it, None if there is none.

    Whoever comes back can be reached there again.
    """
    row = unit.run(WAY_BACK_LEADS, {"secret": hash_of(secret)}).first()
    if row is None:
        return None
    for way in unit.run(WAYS_OF_BROWSERS, {"address": row.id}).scalars()[MOST - 1 :]:
        unit.run(WAY_BACK_DELETE, {"way": way})
    mark_gone(unit, channel=row.channel, external_id=row.external_id, gone=False)
    return _add(unit, row.id, None)


def end_ways_back(unit: Unit, *, address: int) -> None:
    """End every other secret of a conversation."""
    unit.run(WAYS_DELETE, {"address": address})


def end_ways_in_mails(unit: Unit, *, mailbox: int) -> None:
    """End the secrets in the mails to a mailbox; browsers that were opened by them stay."""
    unit.run(WAYS_OF_MAILBOX_DELETE, {"mailbox": mailbox})


def hash_of(secret: str) -> str:
    """Return a secret as it is stored: enough by itself, as nobody guesses 256 bits."""
    return sha256(secret.encode()).hexdigest()


def _add(unit: Unit, address: int, mailbox: int | None) -> str:
    secret = FURTHER + secrets.token_urlsafe(32)
    row = {"address_id": address, "mailbox_id": mailbox, "made_at": unit.now}
    unit.run(WAY_BACK_ADD, row | {"secret": hash_of(secret)})
    return secret
