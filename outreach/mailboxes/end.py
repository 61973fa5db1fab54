"""How an e-mail address ends: it is left, another takes its place, or nobody confirms it."""

from typing import Any

from sqlmodel import bindparam, col, select

from outreach.delivery.beside import leave_beside
from outreach.mailboxes.mailbox import (
    CHANNEL,
    CONFIRM_WITHIN,
    MAILBOX_BY_NUMBER,
    MAILBOX_TO_LEAVE,
    MAILBOXES_OF_PERSON,
    PURPOSE,
    Mailbox,
)
from outreach.mailboxes.news import take_back_mailed_news
from outreach.parties.consent import permit
from outreach.parties.person import speaker
from outreach.parties.way_back import end_ways_in_mails
from outreach.store.query import delete
from outreach.store.unit import Actor, Unit

MAILBOX_DELETE = delete(Mailbox).where(Mailbox.id == bindparam("mailbox"))
MAILBOXES_UNCONFIRMED = (
    select(Mailbox.id)
    .where(col(Mailbox.confirmed_at).is_(None), Mailbox.left_at <= bindparam("before"))
    .limit(1_000)
)


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
    end(unit, row)
    _withdraw(unit, text)
    return True


def end_my_mailboxes(unit: Unit, *, text: str) -> None:
    """Forget every address that the speaker left; `text` is the key of what was chosen."""
    for row in unit.run(MAILBOXES_OF_PERSON, {"person": speaker(unit)}):
        end(unit, row)
    _withdraw(unit, text)


def keep_one_mailbox(unit: Unit, *, person: int) -> None:
    """Let two persons who became one be mailed once: at the address confirmed last."""
    rows = unit.run(MAILBOXES_OF_PERSON, {"person": person})
    confirmed = sorted(
        (row for row in rows if row.confirmed_at is not None), key=lambda row: row.confirmed_at
    )
    for row in confirmed[:-1]:
        end(unit, row)


def drop_unconfirmed(unit: Unit) -> int:
    """Forget addresses that nobody confirmed in time; returns how many."""
    found = unit.run(MAILBOXES_UNCONFIRMED, {"before": unit.now - CONFIRM_WITHIN}).scalars()
    for mailbox in found:
        end(unit, unit.run(MAILBOX_BY_NUMBER, {"mailbox": mailbox}).one())
    return len(found)


def end(unit: Unit, row: Any) -> None:
    """Forget an address that was typed, call off what was planned for it, and end its ways back.

    `row` is of the mailbox. The row of the channel's address stays: what was sent points at it.
    """
    leave_beside(unit, channel=CHANNEL, external_id=str(row.id))
    end_ways_in_mails(unit, mailbox=row.id)
    unit.run(MAILBOX_DELETE, {"mailbox": row.id})


def _withdraw(unit: Unit, text: str) -> None:
    """Take back that the speaker may be mailed, and with it the news that came by mail."""
    permit(unit, purpose=PURPOSE, given=False, text=text)
    take_back_mailed_news(unit, text=text)
