"""Whether an e-mail address is theirs: the secret in the question, and the link that confirms."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlmodel import bindparam, col

from content.message import Message
from outreach.delivery.beside import mailing_of, news_of
from outreach.delivery.delivery import plan_delivery
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.interests.interest import OVER
from outreach.interests.own import my_interests
from outreach.mailboxes.end import end
from outreach.mailboxes.mailbox import (
    CHANNEL,
    CONFIRM_WITHIN,
    MAILBOX,
    MAILBOX_BY_NUMBER,
    MAILBOXES_OF_PERSON,
    PURPOSE,
    Mailbox,
)
from outreach.opportunities.card import opportunity_card
from outreach.parties.address import tell_beside
from outreach.parties.consent import keep_news, permit
from outreach.parties.way_back import hash_of, way_back_in_mail
from outreach.store.query import update
from outreach.store.unit import Actor, Unit

TALK = "web"
"""Where a conversation can be opened by a link in a mail."""
WELCOME = "email-welcome"
"""Name of the mailing: the first mail after the confirmation."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where a mail goes, in which language, and which mailing it is of.

    `leave` is the secret that ends it. While the address is not confirmed, `confirm` is a secret
    that does that; then `back` is one that opens the conversation in a browser, if there is one.
    News of an opportunity, `about` it, has none: it is meant to be passed on.
    """

    email: str
    language: str
    name: str
    leave: str
    confirm: str | None = None
    back: str | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """An interest as the first mail names it."""

    title: str
    reference: str


Welcome = Callable[[str, list[Standing]], Message]
"""`welcome(language, interests)` makes the first mail after the confirmation."""
MAILBOX_ASKED = MAILBOX.where(
    Mailbox.asked == bindparam("secret"),
    col(Mailbox.confirmed_at).is_(None),
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


def envelope(unit: Unit, *, mailbox: int, delivery: int | None) -> Envelope | None:
    """Return where a mail goes; None if its address was left or forgotten since it was planned.

    For an address that is not confirmed it makes the secret of the question: the last one counts.
    Otherwise it makes one that leads back: those of earlier mails go on working.
    """
    row = unit.run(MAILBOX_BY_NUMBER, {"mailbox": mailbox}).first()
    if row is None:
        return None
    name = mailing_of(unit, delivery=delivery)
    if (opportunity := news_of(unit, delivery=delivery)) is not None:
        card = opportunity_card(unit, opportunity=opportunity, language=row.language)
        return Envelope(row.email, row.language, name, row.leave, about=card.title)
    if row.confirmed_at is not None:
        back = way_back_in_mail(unit, person=row.person_id, channel=TALK, mailbox=mailbox)
        return Envelope(row.email, row.language, name, row.leave, back=back)
    secret = secrets.token_urlsafe(32)
    unit.run(MAILBOX_ASK, {"mailbox": mailbox, "secret": hash_of(secret)})
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
            end(unit, other)
    unit.run(MAILBOX_CONFIRM, {"mailbox": row.id, "at": unit.now})
    permit(unit, purpose=PURPOSE, given=True, text=text)
    address = tell_beside(unit, channel=CHANNEL, external_id=str(row.id))
    # who had news by mail has it at the new address
    keep_news(unit, person=row.person_id)
    standing = [
        Standing(card.title, card.reference)
        for card in my_interests(unit)
        if card.state not in OVER
    ]
    mailing = open_mailing(unit, kind=MailingKind.REPLY, name=WELCOME)
    message = welcome(row.language, standing)
    plan_delivery(unit, mailing=mailing, address=address, message=message, at=unit.now)
    return True


def _asked(unit: Unit, secret: str) -> Any:
    values = {"secret": hash_of(secret), "since": unit.now - CONFIRM_WITHIN}
    return unit.run(MAILBOX_ASKED, values).first()
