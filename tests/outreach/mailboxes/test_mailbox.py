"""An e-mail address: nothing goes there before it is confirmed, and nothing after it is left."""

from datetime import timedelta
from typing import Any

import pytest

from content.message import Message
from outreach.delivery.notice import notify
from outreach.mailboxes.mailbox import (
    Left,
    asked_of,
    confirm,
    drop_unconfirmed,
    end_mailbox,
    end_my_mailboxes,
    envelope,
    leave_mailbox,
    my_mailbox,
    tidy_email,
    to_leave,
)
from outreach.parties.consent import permitted
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.conftest import LOUD
from tests.mailing import asked, confirmed_mailbox, left_mailbox
from tests.outreach.interests.expressing import express, person
from tests.people import number_of

ADA = "ada@example.org"


@pytest.fixture
def anna(waterdam: Store) -> Actor:
    return person(waterdam, "anna")


def confirming(store: Store, secret: str) -> bool:
    return store.run(
        confirm,
        NOBODY,
        secret=secret,
        text="page-mailbox-confirm",
        welcome=lambda language, interests: Message(f"Welkom {[i.title for i in interests]}"),
    )


def said(store: Store) -> list[tuple[str, str, str]]:
    """Channel, state and text of every delivery."""
    rows = store.look(
        lambda unit: unit.connection.exec_driver_sql(
            "SELECT address.channel, state, message FROM delivery "
            "JOIN address ON address.id = address_id ORDER BY delivery.id"
        ).all()
    )
    return [(channel, state, str(message)) for channel, state, message in rows]


def tell(store: Store, who: Actor) -> None:
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
    return store.look(lambda unit: rule(Unit(connection=unit.connection, now=unit.now, actor=who)))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (ADA, ADA),
        (f"mail maar naar {ADA} graag", ADA),
        (f"{ADA}.", ADA),
        (f"{ADA}, dus {ADA}", ADA),
        ("Ada.B+buurt@EXAMPLE.org", "Ada.B+buurt@example.org"),
        ("ada@example.org of bob@example.org", None),
        ("ada@localhost", None),
        ("ada@", None),
        ("0612345678", None),
        (f"{'a' * 65}@example.org", None),
        ("ada@example.org\nBcc: bob@example.org", None),
    ],
)
def test_address_is_found_in_a_text_if_there_is_one(typed: str, found: str | None) -> None:
    assert tidy_email(typed) == found


def test_only_the_question_goes_to_an_address_before_it_is_confirmed(
    waterdam: Store, anna: Actor
) -> None:
    left_mailbox(waterdam, anna, ADA)

    tell(waterdam, anna)

    assert [(channel, text) for channel, _, text in said(waterdam)] == [
        ("email", said(waterdam)[0][2]),
        ("web", said(waterdam)[1][2]),
    ]
    assert "Vraag nl" in said(waterdam)[0][2]
    assert held(waterdam, anna, my_mailbox) == Left(ADA, confirmed=False)


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


def test_second_mail_makes_the_first_link_void(waterdam: Store, anna: Actor) -> None:
    mailbox = left_mailbox(waterdam, anna, ADA)
    first, second = asked(waterdam, mailbox), asked(waterdam, mailbox)

    assert (confirming(waterdam, first), confirming(waterdam, second)) == (False, True)


def test_news_goes_to_the_chat_and_beside_it_and_counts_for_one_person(
    waterdam: Store, anna: Actor
) -> None:
    confirmed_mailbox(waterdam, anna, ADA)

    tell(waterdam, anna)

    assert [channel for channel, _, text in said(waterdam) if "Nieuws" in text] == ["web", "email"]
    query = "SELECT count(person_id) FROM delivery WHERE mailing_id = (SELECT max(id) FROM mailing)"
    assert waterdam.look(lambda unit: unit.connection.exec_driver_sql(query).scalar_one()) == 1


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


def test_two_people_may_have_one_mailbox(waterdam: Store, anna: Actor) -> None:
    bram = person(waterdam, "bram")

    confirmed_mailbox(waterdam, anna, ADA)
    confirmed_mailbox(waterdam, bram, ADA)

    assert [held(waterdam, who, my_mailbox) for who in (anna, bram)] == [
        Left(ADA, confirmed=True)
    ] * 2


@pytest.mark.parametrize("who", ["one person", "one address"])
def test_nobody_is_mailed_again_and_again(waterdam: Store, clock: Clock, who: str) -> None:
    people = [person(waterdam, f"p{number}") for number in range(4)]
    leaving = [
        (people[0], f"a{number}@example.org") if who == "one person" else (people[number], ADA)
        for number in range(4)
    ]
    for actor, email in leaving[:3]:
        left_mailbox(waterdam, actor, email)

    with pytest.raises(Refusal) as refused:
        left_mailbox(waterdam, *leaving[3])
    clock.now += timedelta(days=2, seconds=1)
    waterdam.run(
        leave_mailbox, leaving[3][0], email=leaving[3][1], say=lambda language: Message("Vraag")
    )

    assert refused.value.key == "refusal-email-often"
