"""An e-mail address: nothing goes there before it is confirmed."""

from datetime import timedelta

import pytest

from content.message import Message
from outreach.mailboxes.mailbox import Left, leave_mailbox, my_mailbox, tidy_email
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.mailing import (
    confirmed_mailbox,
    held,
    left_mailbox,
    said,
    tell,
)
from tests.outreach.interests.expressing import person

ADA = "ada@example.org"


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

    (to_confirm, question), (told, news) = [(at, text) for at, _, text in said(waterdam)]
    assert (to_confirm, told) == ("email", "web")
    assert ("Vraag nl" in question, "Nieuws" in news) == (True, True)
    assert held(waterdam, anna, my_mailbox) == Left(ADA, confirmed=False)


def test_news_goes_to_the_chat_and_beside_it_and_counts_for_one_person(
    waterdam: Store, anna: Actor
) -> None:
    confirmed_mailbox(waterdam, anna, ADA)

    tell(waterdam, anna)

    assert [channel for channel, _, text in said(waterdam) if "Nieuws" in text] == ["web", "email"]
    query = "SELECT count(person_id) FROM delivery WHERE mailing_id = (SELECT max(id) FROM mailing)"
    assert waterdam.look(lambda unit: unit.connection.exec_driver_sql(query).scalar_one()) == 1


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
