"""Other secrets that open a conversation: in mails, and in more browsers."""

from functools import partial

import pytest

from outreach.mailboxes.confirm import envelope
from outreach.mailboxes.end import end_my_mailboxes
from outreach.parties.address import mark_gone
from outreach.parties.person import meet
from outreach.parties.way_back import MOST, behind_way_back, come_back, end_ways_back, hash_of
from outreach.privacy.forget import forget_me
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.mailing import confirmed_mailbox
from tests.outreach.interests.expressing import person
from tests.statements import one_value

ADA = "ada@example.org"


@pytest.fixture
def anna(waterdam: Store) -> Actor:
    return person(waterdam, "anna")


def mailed(store: Store, mailbox: int) -> str:
    """Return the secret in the next mail to a mailbox."""
    where = store.run(envelope, NOBODY, mailbox=mailbox, delivery=None)
    assert where is not None
    assert where.back is not None
    return where.back


def leads(store: Store, *secrets: str) -> list[str | None]:
    return [store.look(partial(behind_way_back, secret=secret)) for secret in secrets]


def test_every_mail_leads_back_and_only_hashes_are_kept(waterdam: Store, anna: Actor) -> None:
    mailbox = confirmed_mailbox(waterdam, anna, ADA)

    first, second = mailed(waterdam, mailbox), mailed(waterdam, mailbox)

    assert leads(waterdam, first, second, "2.unknown") == ["anna", "anna", None]
    kept = waterdam.look(
        lambda unit: (
            unit.connection.exec_driver_sql("SELECT secret FROM way_back ORDER BY id")
            .scalars()
            .all()
        )
    )
    assert kept == [hash_of(first), hash_of(second)]


def test_who_talks_in_an_app_alone_has_no_conversation_in_a_browser(waterdam: Store) -> None:
    number, _ = waterdam.run(meet, NOBODY, channel="telegram", external_id="7", language="nl")
    bram = Actor("person", number)
    mailbox = confirmed_mailbox(waterdam, bram, ADA)

    where = waterdam.run(envelope, NOBODY, mailbox=mailbox, delivery=None)

    assert where is not None
    assert where.back is None


def test_browser_that_was_opened_stays_when_the_mail_ends(waterdam: Store, anna: Actor) -> None:
    mail = mailed(waterdam, confirmed_mailbox(waterdam, anna, ADA))
    browser = waterdam.run(come_back, NOBODY, secret=mail)
    assert browser is not None

    waterdam.run(end_my_mailboxes, anna, text="email-what")

    assert leads(waterdam, mail, browser) == [None, "anna"]


def test_closing_ends_them_all(waterdam: Store, anna: Actor) -> None:
    mail = mailed(waterdam, confirmed_mailbox(waterdam, anna, ADA))
    browser = waterdam.run(come_back, NOBODY, secret=mail)
    assert browser is not None

    waterdam.run(end_ways_back, NOBODY, address=1)

    assert leads(waterdam, mail, browser) == [None, None]
    assert waterdam.run(come_back, NOBODY, secret=mail) is None


def test_forgetting_leaves_none(waterdam: Store, anna: Actor) -> None:
    mail = mailed(waterdam, confirmed_mailbox(waterdam, anna, ADA))

    waterdam.run(forget_me, anna)

    assert leads(waterdam, mail) == [None]
    assert one_value(waterdam, "SELECT count(*) FROM way_back") == 0


def test_one_more_browser_than_there_may_be_ends_the_oldest(waterdam: Store, anna: Actor) -> None:
    mail = mailed(waterdam, confirmed_mailbox(waterdam, anna, ADA))

    opened = [waterdam.run(come_back, NOBODY, secret=mail) or "" for _ in range(MOST + 1)]

    assert leads(waterdam, mail, *opened) == ["anna", None, *["anna"] * MOST]


def test_who_comes_back_after_closing_can_be_reached_again(waterdam: Store, anna: Actor) -> None:
    mailbox = confirmed_mailbox(waterdam, anna, ADA)
    waterdam.run(mark_gone, NOBODY, channel="web", external_id="anna", gone=True)
    mail = mailed(waterdam, mailbox)

    waterdam.run(come_back, NOBODY, secret=mail)

    assert one_value(waterdam, "SELECT gone_at FROM address WHERE channel = 'web'") is None
