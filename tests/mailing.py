"""People who left an e-mail address, and confirmed it."""

from content.message import Message
from outreach.mailboxes.mailbox import confirm, envelope, leave_mailbox
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor


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
