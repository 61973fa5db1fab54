"""Nothing is mailed after an address is left, and nothing of it is kept."""

import pytest

from outreach.mailboxes.confirm import asked_of, envelope
from outreach.mailboxes.end import drop_unconfirmed, end_mailbox, end_my_mailboxes, to_leave
from outreach.mailboxes.mailbox import my_mailbox
from outreach.parties.consent import permitted
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from tests.clock import Clock
from tests.mailing import (
    asked,
    confirmed_mailbox,
    confirming,
    held,
    left_mailbox,
    said,
    tell,
)
from tests.people import number_of

ADA = "ada@example.org"


def test_link_expires_and_the_address_with_it(waterdam: Store, anna: Actor, clock: Clock) -> None:
    secret = asked(waterdam, left_mailbox(waterdam, anna, ADA))

    clock.passes(days=2, seconds=1)

    assert waterdam.look(lambda unit: asked_of(unit, secret=secret)) is None
    assert confirming(waterdam, secret) is False
    assert waterdam.run(drop_unconfirmed, TICK) == 1
    assert held(waterdam, anna, my_mailbox) is None


def test_who_is_confirmed_stays_though_time_passes(
    waterdam: Store, anna: Actor, clock: Clock
) -> None:
    confirmed_mailbox(waterdam, anna, ADA)

    clock.passes(days=300)

    assert waterdam.run(drop_unconfirmed, TICK) == 0


@pytest.mark.parametrize("by", ["link", "word"])
def test_who_leaves_is_mailed_nothing_and_the_address_is_gone(
    waterdam: Store, anna: Actor, by: str
) -> None:
    mailbox = confirmed_mailbox(waterdam, anna, ADA)
    tell(waterdam, anna)
    where = waterdam.run(envelope, NOBODY, mailbox=mailbox, delivery=None)
    assert where is not None

    if by == "link":
        leave = {"secret": where.leave, "text": "page-mailbox-leave"}
        assert waterdam.run(end_mailbox, NOBODY, **leave) is True
        assert waterdam.run(end_mailbox, NOBODY, **leave) is False
    else:
        waterdam.run(end_my_mailboxes, anna, text="email-what")
    tell(waterdam, anna)

    assert waterdam.look(lambda unit: to_leave(unit, secret=where.leave)) is None
    assert {state for channel, state, _ in said(waterdam) if channel == "email"} == {"stopped"}
    assert [channel for channel, _, _ in said(waterdam)][-1] == "web"
    assert "email" not in waterdam.look(lambda unit: permitted(unit, person=number_of(anna)))
    assert waterdam.run(envelope, NOBODY, mailbox=mailbox, delivery=None) is None
