"""Bells ring for listeners after the commit: at once here, soon in another process."""

import asyncio
from collections.abc import Iterator

import pytest

from outreach.refusal import Refusal
from outreach.store.bells import Bells, rung
from outreach.store.pace import StorePace
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.databases import Server, reopened, url_of

PATIENCE = 10.0


@pytest.fixture
def other(store: Store) -> Iterator[Store]:
    """The store of another process."""
    with reopened(store) as other:
        yield other


def plan(unit: Unit) -> None:
    unit.rings.add("planned")


def refuse(unit: Unit) -> None:
    plan(unit)
    raise Refusal("refusal-unknown", given="1")


async def begun(store: Store, *bells: asyncio.Event) -> None:
    """Wait until listening has begun: on a server all bells ring then, once."""
    if store.database.shared:
        assert [await rung(bell, PATIENCE) for bell in bells] == [True] * len(bells)


async def caught_up(ringing: Store, listening: Store, *bells: asyncio.Event) -> None:
    """Wait until all that was rung there before was heard here, and silence these bells.

    Rings are heard in order, but those of before the listening began are not, nor those that went
    with a lost connection.
    """
    for topic in ("~begun", "~last"):
        with listening.bells.listen(topic) as mark:
            async with asyncio.timeout(PATIENCE):
                while not await rung(mark, 0.05):
                    ringing.bells.ring(topic)
    for bell in bells:
        bell.clear()


async def test_bell_rings_for_its_topic_only(store: Store) -> None:
    with store.bells.listen("a") as here, store.bells.listen("b") as there:
        await begun(store, here, there)

        store.bells.ring("a")

        assert [await rung(bell, 0) for bell in (here, there)] == [True, False]
        assert await rung(here, 0) is False


async def test_bell_rings_from_any_thread(store: Store) -> None:
    with store.bells.listen("a") as bell:
        await asyncio.to_thread(store.bells.ring, "a")

        assert await rung(bell, PATIENCE)


async def test_bell_rings_once_what_was_planned_is_stored(store: Store) -> None:
    with store.bells.listen("planned") as bell:
        await begun(store, bell)
        with pytest.raises(Refusal):
            await store.write(refuse, NOBODY)
        assert await rung(bell, 0) is False

        await store.write(plan, NOBODY)

        assert await rung(bell, PATIENCE)


async def test_nobody_is_woken_who_listens_no_more(store: Store) -> None:
    with store.bells.listen("a") as bell:
        await begun(store, bell)

    store.bells.ring("a")

    assert await rung(bell, 0) is False


def test_listener_whose_loop_ended_harms_nobody() -> None:
    bells = Bells()

    async def leave() -> None:
        bells.listen("a").__enter__()

    asyncio.run(leave())

    bells.ring("a")


@pytest.mark.postgresql
async def test_bell_rings_in_another_process(store: Store, other: Store) -> None:
    with other.bells.listen("planned") as bell:
        await caught_up(store, other, bell)

        await store.write(plan, NOBODY)

        assert await rung(bell, PATIENCE)


@pytest.mark.postgresql
async def test_bells_that_ring_together_are_all_heard(store: Store, other: Store) -> None:
    topics = [f"web:{number:04}-{'x' * 60}" for number in range(300)]
    with (
        other.bells.listen("first") as first,
        other.bells.listen(topics[0]) as one,
        other.bells.listen(topics[-1]) as two,
    ):
        await caught_up(store, other, first, one, two)

        for topic in topics:
            store.bells.ring(topic)

        assert [await rung(bell, PATIENCE) for bell in (one, two)] == [True, True]
        assert await rung(first, 0) is False


@pytest.mark.postgresql
async def test_what_was_rung_last_is_told_at_the_end(store: Store, other: Store) -> None:
    with store.bells.listen("a") as bell:
        await caught_up(other, store, bell)

        other.bells.ring("a")
        await asyncio.to_thread(other.close)

        assert await rung(bell, PATIENCE)


@pytest.mark.postgresql
async def test_everybody_is_woken_after_a_lost_connection_and_hears_again(
    store: Store, server: Server
) -> None:
    quick = StorePace(listen_again=0.05)
    with (
        Store(store.path, store.clock, url=url_of(store), pace=quick) as other,
        other.bells.listen("a") as bell,
    ):
        await caught_up(store, other, bell)

        server.cut(url_of(store))

        assert await rung(bell, PATIENCE)
        await caught_up(store, other)
        store.bells.ring("a")
        assert await rung(bell, PATIENCE)


@pytest.mark.postgresql
async def test_own_ring_is_not_heard_a_second_time(store: Store, other: Store) -> None:
    with store.bells.listen("a") as own, other.bells.listen("a") as bell:
        await caught_up(other, store, own)
        await caught_up(store, other, bell)

        store.bells.ring("a")

        assert await rung(own, 0)
        assert await rung(bell, PATIENCE)
        # what comes back of our own ring would have come before this
        await caught_up(other, store)
        assert own.is_set() is False
