"""The link in the first mail."""

from outreach.mailboxes.confirm import asked_of, envelope
from outreach.mailboxes.mailbox import CHANNEL, Left, my_mailbox
from outreach.parties.address import mark_gone
from outreach.parties.consent import permitted
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from tests.mailing import (
    asked,
    confirmed_mailbox,
    confirming,
    held,
    left_mailbox,
    said,
)
from tests.outreach.interests.expressing import express, person
from tests.people import number_of

ADA = "ada@example.org"


def test_link_confirms_once_and_is_kept_as_consent(
    waterdam: Store, anna: Actor, strip: int
) -> None:
    express(waterdam, anna, strip)
    secret = asked(waterdam, left_mailbox(waterdam, anna, ADA))

    shown = waterdam.look(lambda unit: asked_of(unit, secret=secret))
    done = [confirming(waterdam, secret), confirming(waterdam, secret)]

    assert (shown, done) == (ADA, [True, False])
    assert held(waterdam, anna, my_mailbox) == Left(ADA, confirmed=True)
    assert waterdam.look(lambda unit: permitted(unit, person=number_of(anna)))["email"] == [""]
    assert "plantsoen" in said(waterdam)[-1][2]


def test_second_mail_makes_the_first_link_void(waterdam: Store, anna: Actor) -> None:
    mailbox = left_mailbox(waterdam, anna, ADA)
    first, second = asked(waterdam, mailbox), asked(waterdam, mailbox)

    assert (confirming(waterdam, first), confirming(waterdam, second)) == (False, True)


def test_new_address_takes_over_once_it_is_confirmed(waterdam: Store, anna: Actor) -> None:
    first = confirmed_mailbox(waterdam, anna, ADA)
    second = left_mailbox(waterdam, anna, "anna@example.org")
    before = held(waterdam, anna, my_mailbox)

    confirming(waterdam, asked(waterdam, second))

    assert (before, held(waterdam, anna, my_mailbox)) == (
        Left(ADA, confirmed=True),
        Left("anna@example.org", confirmed=True),
    )
    assert waterdam.run(envelope, NOBODY, mailbox=first, delivery=None) is None


def test_address_that_is_refused_can_be_confirmed_again(waterdam: Store, anna: Actor) -> None:
    first = confirmed_mailbox(waterdam, anna, ADA)
    waterdam.run(mark_gone, TICK, channel=CHANNEL, external_id=str(first), gone=True)
    refused = held(waterdam, anna, my_mailbox)

    confirmed_mailbox(waterdam, anna, ADA)

    assert (refused, held(waterdam, anna, my_mailbox)) == (
        Left(ADA, confirmed=False),
        Left(ADA, confirmed=True),
    )


def test_two_people_may_have_one_mailbox(waterdam: Store, anna: Actor) -> None:
    bram = person(waterdam, "bram")

    confirmed_mailbox(waterdam, anna, ADA)
    confirmed_mailbox(waterdam, bram, ADA)

    assert [held(waterdam, who, my_mailbox) for who in (anna, bram)] == [
        Left(ADA, confirmed=True)
    ] * 2
