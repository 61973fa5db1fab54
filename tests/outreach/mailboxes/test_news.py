"""News by mail: a permission of its own, which ends with the mailbox and with a stop."""

from collections.abc import Callable

import pytest

from outreach.mailboxes.confirm import envelope
from outreach.mailboxes.end import end_my_mailboxes
from outreach.mailboxes.mailbox import my_mailbox
from outreach.mailboxes.news import Where, choose_news, end_mailed_news
from outreach.parties.consent import permit, permitted, stop
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.mailing import asked, confirmed_mailbox, confirming, held, left_mailbox
from tests.outreach.interests.expressing import person
from tests.people import number_of

ADA = "ada@example.org"


@pytest.fixture
def mailed(waterdam: Store, anna: Actor) -> int:
    """Anna talks in a browser, confirmed a mailbox and wants news there; its number."""
    mailbox = confirmed_mailbox(waterdam, anna, ADA)
    choose(waterdam, anna, "mail")
    return mailbox


@pytest.fixture
def anna(waterdam: Store) -> Actor:
    """Somebody who talks in a browser."""
    return Actor("person", number_of(person(waterdam, "anna")), via="web")


def choose(store: Store, who: Actor, where: Where | None) -> None:
    store.run(choose_news, who, where=where, text="email-news")


def wanted(store: Store, who: Actor) -> tuple[list[str], list[str]]:
    """Where somebody permitted news, and the channels of the addresses where it may be sent."""

    def rule(unit: Unit) -> tuple[list[str], list[str]]:
        rows = unit.connection.exec_driver_sql(
            f"SELECT channel FROM address WHERE news AND person_id = {number_of(who)} ORDER BY id"
        )
        allowed = permitted(unit, person=number_of(who)).get("news", [])
        return sorted(allowed), list(rows.scalars())

    return store.look(rule)


def test_news_by_mail_comes_instead_of_in_the_chat_and_goes_back(
    waterdam: Store, anna: Actor
) -> None:
    confirmed_mailbox(waterdam, anna, ADA)
    waterdam.run(permit, anna, purpose="news", given=True, text="interest-news")
    here = wanted(waterdam, anna)

    choose(waterdam, anna, "mail")
    mailed = wanted(waterdam, anna)
    choose(waterdam, anna, "here")

    assert (here, mailed, wanted(waterdam, anna)) == (
        (["web"], ["web"]),
        (["email"], ["email"]),
        (["web"], ["web"]),
    )


@pytest.mark.parametrize("answer", ["none", None])
def test_no_and_a_skipped_question_leave_nothing_of_a_yes_before(
    waterdam: Store, anna: Actor, mailed: int, answer: Where | None
) -> None:
    choose(waterdam, anna, answer)

    assert wanted(waterdam, anna) == ([], [])


def test_address_that_nobody_confirmed_gets_none(waterdam: Store, anna: Actor) -> None:
    mailbox = left_mailbox(waterdam, anna, ADA)
    choose(waterdam, anna, "mail")
    before = wanted(waterdam, anna)

    confirming(waterdam, asked(waterdam, mailbox))

    assert (before, wanted(waterdam, anna)) == ((["email"], []), (["email"], ["email"]))


def test_new_address_takes_the_news_along(waterdam: Store, anna: Actor, mailed: int) -> None:
    confirmed_mailbox(waterdam, anna, "anna@example.org")

    assert wanted(waterdam, anna) == (["email"], ["email"])


def test_link_ends_the_news_alone(waterdam: Store, anna: Actor, mailed: int) -> None:
    where = waterdam.run(envelope, NOBODY, mailbox=mailed, delivery=None)
    assert where is not None

    ended = [
        waterdam.run(end_mailed_news, NOBODY, secret=secret, text="page-mailbox-no-news")
        for secret in (where.leave, where.leave, "x" * 32)
    ]

    mailbox = held(waterdam, anna, my_mailbox)
    assert ended == [True, True, False]
    assert (wanted(waterdam, anna), mailbox.confirmed) == (([], []), True)


def end_all(store: Store, who: Actor) -> None:
    store.run(end_my_mailboxes, who, text="email-what")


def stop_all(store: Store, who: Actor) -> None:
    store.run(stop, who)


@pytest.mark.parametrize("ended", [end_all, stop_all])
def test_it_ends_with_the_mailbox_and_with_a_stop(
    waterdam: Store, anna: Actor, mailed: int, ended: Callable[[Store, Actor], None]
) -> None:
    ended(waterdam, anna)

    assert wanted(waterdam, anna) == ([], [])
