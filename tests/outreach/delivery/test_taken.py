"""A sender looks again at what it holds when a colleague takes the conversation over."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from outreach.conversations.conversation import begin_conversation
from outreach.delivery.delivery import Outgoing
from outreach.delivery.sender import Sender
from outreach.delivery.taken import leaving, let_others_pass
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Unit
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.delivery.conftest import OFTEN, Post


def take(unit: Unit, *, until: datetime) -> int:
    """Take the conversation of the only person over; return how many messages leave."""
    person = unit.connection.exec_driver_sql("SELECT min(id) FROM person").scalar_one()
    address = unit.connection.exec_driver_sql("SELECT min(id) FROM address").scalar_one()
    begin_conversation(unit, person=person, address=address, language="nl")
    set_until = f"UPDATE conversation SET taken_until = '{until:%Y-%m-%d %H:%M:%S}.000000'"
    if unit.connection.dialect.name == "postgresql":
        set_until = set_until[:-1] + "+00'"
    unit.connection.exec_driver_sql(set_until)
    let_others_pass(unit, person=person)
    return leaving(unit, person=person)


@pytest.fixture
def until(clock: Clock) -> datetime:
    return clock() + timedelta(hours=1)


async def test_answer_behind_another_one_does_not_leave_after_a_take_over(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    rows: Callable[..., list[Any]],
    until: datetime,
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    first, second = answer("ada", "een"), answer("ada", "twee")
    goes_on = post.hold("ada")

    sender.hand_over(first)
    sender.hand_over(second)
    await post.begins("ada")
    under_way = await store.write(take, TICK, until=until)
    goes_on.set()
    await post.comes(1)
    await sender.close()

    assert under_way == 2
    assert post.sent == [("ada", "een")]
    assert rows(store, "state") == [("sent",), ("planned",)]


async def test_answer_of_the_turn_before_a_take_over_does_not_leave(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    rows: Callable[..., list[Any]],
    until: datetime,
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    first = answer("ada", "een")

    await store.write(take, TICK, until=until)
    sender.hand_over(first)
    await sender.close()

    assert post.sent == []
    assert rows(store, "state, tries") == [("planned", 0)]


async def test_nothing_is_leaving_once_results_are_stored(
    store: Store, post: Post, answer: Callable[..., Outgoing], until: datetime
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    sender.hand_over(answer("ada", "een"))

    await post.comes(1)
    await sender.close()
    left = store.run(take, NOBODY, until=until)

    assert left == 0
