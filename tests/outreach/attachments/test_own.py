"""People open and take away what they sent, and nothing of anybody else."""

import pytest

from outreach.attachments.attachment import About, Sent
from outreach.attachments.own import Content, mine_about, my_content, of_messages, take_away
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.attached import jpeg
from tests.outreach.attachments.conftest import Send
from tests.people import number_of


def test_only_its_sender_opens_it(waterdam: Store, ada: Actor, bram: Actor, send: Send) -> None:
    send(ada)

    mine = waterdam.look(my_content, person=number_of(ada), number=1)

    assert mine == Content("tuin.jpg", "image/jpeg", jpeg())
    assert waterdam.look(my_content, person=number_of(bram), number=1) is None


def test_what_is_not_here_cannot_be_opened(waterdam: Store, ada: Actor, send: Send) -> None:
    send(ada, Sent("voice", reference="AwAC"))

    assert waterdam.look(my_content, person=number_of(ada), number=1) is None
    assert waterdam.look(my_content, person=number_of(ada), number=2) is None


def test_messages_are_shown_with_what_came_along(waterdam: Store, ada: Actor, send: Send) -> None:
    send(ada)
    send(ada, Sent("file", "spel.exe", refused="kind"))

    shown = waterdam.look(of_messages, inbounds=[1, 2, 3])

    assert {inbound: (one.name, one.state) for inbound, one in shown.items()} == {
        1: ("tuin.jpg", "kept"),
        2: ("spel.exe", "refused"),
    }


def test_what_is_taken_away_is_gone(waterdam: Store, ada: Actor, send: Send) -> None:
    send(ada, about=About(opportunity=1))

    waterdam.run(take_away, ada, number=1)

    assert waterdam.run(mine_about, ada, opportunity=1) == []
    assert waterdam.look(my_content, person=number_of(ada), number=1) is None


def test_nobody_takes_away_what_another_sent(
    waterdam: Store, ada: Actor, bram: Actor, send: Send
) -> None:
    send(ada)

    with pytest.raises(Refusal) as refused:
        waterdam.run(take_away, bram, number=1)

    assert refused.value.key == "refusal-not-yours"
