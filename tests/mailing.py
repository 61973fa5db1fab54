"""People who left an e-mail address, and confirmed it."""

from typing import Any

from content.message import Message
from outreach.delivery.notice import notify
from outreach.mailboxes.confirm import confirm, envelope
from outreach.mailboxes.mailbox import leave_mailbox
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.conftest import LOUD
from tests.people import number_of


def left_mailbox(store: Store, who: Actor, email: str) -> int:
    """Let somebody leave an address; return its number."""
    store.run(leave_mailbox, who, email=email, say=lambda language: Message(f"Vraag {language}"))
    found: int = store.look(
        lambda unit: unit.connection.exec_driver_sql("SELECT max(id) FROM mailbox").scalar_one()
    )
    return found


def confirmed_mailbox(store: Store, who: Actor, email: str) -> int:
    """Let somebody leave an address and confirm it; return its number."""
    mailbox = left_mailbox(store, who, email)
    store.run(
        confirm,
        NOBODY,
        secret=asked(store, mailbox),
        text="page-mailbox-confirm",
        welcome=lambda language, interests: Message(f"Welkom {language} {len(interests)}"),
    )
    return mailbox


def asked(store: Store, mailbox: int) -> str:
    """Return the secret of the question that goes to an address, as its mail has it."""
    where = store.run(envelope, NOBODY, mailbox=mailbox, delivery=None)
    assert where is not None
    assert where.confirm is not None
    return where.confirm


def confirming(store: Store, secret: str) -> bool:
    """Press the button behind a link; return if it worked."""
    return store.run(
        confirm,
        NOBODY,
        secret=secret,
        text="page-mailbox-confirm",
        welcome=lambda language, interests: Message(f"Welkom {[i.title for i in interests]}"),
    )


def said(store: Store) -> list[tuple[str, str, str]]:
    """Return channel, state and text of every delivery."""
    rows = store.look(
        lambda unit: unit.connection.exec_driver_sql(
            "SELECT address.channel, state, message FROM delivery "
            "JOIN address ON address.id = address_id ORDER BY delivery.id"
        ).all()
    )
    return [(channel, state, str(message)) for channel, state, message in rows]


def tell(store: Store, who: Actor) -> None:
    """Tell somebody news, in the chat and beside it."""
    store.run(
        notify,
        TICK,
        name="notice-answer",
        persons=[number_of(who)],
        say=lambda language: Message("Nieuws"),
        quiet=LOUD,
        beside=True,
    )


def held(store: Store, who: Actor, rule: Any) -> Any:
    """Return what a rule finds for somebody."""
    return store.look(lambda unit: rule(Unit(connection=unit.connection, now=unit.now, actor=who)))
