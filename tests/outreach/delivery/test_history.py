from typing import Any

import pytest
from sqlmodel import bindparam, select

from content.message import Message, Option
from outreach.delivery.delivery import Delivery, reply
from outreach.delivery.history import History, Mine, Theirs, history, label_of, news
from outreach.delivery.inbound import take_in
from outreach.delivery.notice import notify
from outreach.delivery.numbers import give_number
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.clock import Clock
from tests.conftest import LOUD

NOW = Clock().now


class Talking:
    """Puts messages into the rows of one web address by hand."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.person, self.address = store.run(
            meet, NOBODY, channel="web", external_id="here", language="nl"
        )

    def write(self, text: str, nonce: str) -> int:
        values: dict[str, Any] = {
            "channel": "web",
            "external_id": f"here.{nonce}",
            "address": self.address,
            "text": text,
        }
        inbound = self.store.run(take_in, NOBODY, **values)
        assert inbound is not None
        return inbound

    def answer(self, inbound: int, message: Message) -> int:
        where: dict[str, Any] = {"person": self.person, "address": self.address}
        return self.store.run(reply, NOBODY, inbound=inbound, message=message, **where).delivery

    def send(self, delivery: int) -> int | None:
        return self.store.run(give_number, NOBODY, delivery=delivery, address=self.address)

    def notice(self, text: str) -> int:
        def plan(unit: Unit) -> int:
            mailing = notify(
                unit,
                name="notice-answer",
                persons=[self.person],
                say=lambda language: Message(text),
                quiet=LOUD,
            )
            planned = select(Delivery.id).where(Delivery.mailing_id == bindparam("mailing"))
            return unit.run(planned, {"mailing": mailing}).scalar_one()

        return self.store.run(plan, NOBODY)

    def read(self) -> History:
        found = self.store.look(history, channel="web", external_id="here")
        assert found is not None
        return found


@pytest.fixture
def talking(store: Store) -> Talking:
    return Talking(store)


def test_number_is_given_once_and_counts_up(talking: Talking) -> None:
    first, second = (
        talking.answer(talking.write("a", nonce), Message("b")) for nonce in ("n1", "n2")
    )

    numbers = [talking.send(delivery) for delivery in (second, first, second)]

    assert numbers == [1, 2, 1]


def test_delivery_that_is_no_more_has_no_number(talking: Talking) -> None:
    assert talking.send(999) is None
    assert talking.send(talking.answer(talking.write("a", "n1"), Message("b"))) == 1


def test_what_was_written_stands_before_what_answers_it(talking: Talking) -> None:
    one, two = talking.write("een", "n1"), talking.write("twee", "n2")
    for inbound, text in ((one, "op een"), (two, "op twee")):
        talking.send(talking.answer(inbound, Message(text)))
    talking.send(talking.notice("Er is nieuws."))
    talking.write("drie", "n3")

    lines = talking.read().lines

    assert lines == [
        Mine("een", "n1", NOW),
        Theirs(1, Message("op een"), Mine("een", "n1", NOW), NOW),
        Mine("twee", "n2", NOW),
        Theirs(2, Message("op twee"), Mine("twee", "n2", NOW), NOW),
        Theirs(3, Message("Er is nieuws."), None, NOW),
        Mine("drie", "n3", NOW),
    ]


def test_answer_on_its_way_is_waited_for_and_a_notice_is_not(talking: Talking) -> None:
    talking.notice("Later.")
    waiting = [talking.read().waiting]
    delivery = talking.answer(talking.write("a", "n1"), Message("b"))
    waiting.append(talking.read().waiting)
    talking.send(delivery)
    waiting.append(talking.read().waiting)

    assert waiting == [False, True, False]


def test_last_message_tells_what_can_be_pressed(talking: Talking) -> None:
    options = (Option("1.4.yes", "ja"),)
    talking.send(talking.answer(talking.write("a", "n1"), Message("b", options, rev=4)))

    found = talking.read()

    assert (found.options, found.rev, found.last) == (options, 4, 1)
    assert talking.store.look(label_of, channel="web", external_id="here", choice="1.4.yes") == "ja"
    assert talking.store.look(label_of, channel="web", external_id="here", choice="1.4.no") == ""


def test_news_is_what_came_after(talking: Talking) -> None:
    for nonce in ("n1", "n2"):
        talking.send(talking.answer(talking.write("a", nonce), Message(nonce)))

    told = talking.store.look(news, channel="web", external_id="here", after=1)

    assert told == [Theirs(2, Message("n2"), Mine("a", "n2", NOW), NOW)]
    assert talking.store.look(news, channel="web", external_id="elsewhere", after=0) == []


def test_stranger_has_no_history(talking: Talking) -> None:
    assert talking.store.look(history, channel="web", external_id="elsewhere") is None


def test_texts_that_retention_emptied_leave_no_line_of_the_person(talking: Talking) -> None:
    talking.send(talking.answer(talking.write("a", "n1"), Message("b")))
    talking.store.run(
        lambda unit: unit.connection.exec_driver_sql("UPDATE inbound SET text = NULL"), NOBODY
    )
    talking.store.run(
        lambda unit: unit.connection.exec_driver_sql("UPDATE delivery SET message = NULL"), NOBODY
    )

    assert talking.read().lines == [Theirs(1, Message(""), None, NOW)]


def test_notice_leaves_the_open_question_as_it_is(talking: Talking) -> None:
    question = Message("Doe je mee …", (Option("1.2.alone", "alleen"),), rev=2)
    talking.send(talking.answer(talking.write("ik doe mee", "n1"), question))

    talking.send(talking.notice("Er is een antwoord."))

    assert (talking.read().options, talking.read().rev) == (question.options, 2)
