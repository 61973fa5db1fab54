"""Silent streams: they beat, and a number that nobody rang is found for all of them at once."""

import asyncio
from typing import Any

import pytest

from bot.channels.web import stream as web_stream
from bot.channels.web.bells import WebBells
from outreach.delivery.numbers import ADDRESS_COUNT_ON
from outreach.parties.person import meet
from outreach.store.bells import Bells as InProcess
from outreach.store.bells import rung
from outreach.store.errors import StoreBusy
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.bot.channels.web.streams import listening
from tests.webclient import WebClient


@pytest.fixture
def reads(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the rules that were read with, one after the other."""
    names: list[str] = []
    read = store.read

    async def counted(rule: Any, /, *args: Any, **values: Any) -> Any:
        names.append(rule.__name__)
        return await read(rule, *args, **values)

    monkeypatch.setattr(store, "read", counted)
    return names


async def test_silent_stream_beats(talking: WebClient, town: Any) -> None:
    async with listening(talking, "?na=1") as reader:
        for _ in range(2):
            await web_stream.beat(town.chat._bells)
        lines = [await reader.line() for _ in range(4)]

    assert lines == ["", ":", "", ":"]


@pytest.mark.parametrize(("fault", "over"), [(None, False), (ConnectionResetError, True)])
async def test_stream_that_nobody_reads_any_more_ends_and_others_beat(
    fault: type[Exception] | None, over: bool
) -> None:
    bells, beaten = WebBells(InProcess()), []

    async def beat() -> None:
        if fault is not None:
            raise fault

    async def noted() -> None:
        beaten.append(1)

    with bells.stream("ada", "one") as ada, bells.stream("ben", "two") as ben:
        ada.beat, ben.beat = beat, noted
        await web_stream.beat(bells)

        assert (ada.over, ada.bell.is_set()) == (over, over)
        assert (ben.over, beaten) == (False, [1])


async def test_beating_goes_on_until_the_server_stops() -> None:
    bells, beaten = WebBells(InProcess()), []

    async def beat() -> None:
        beaten.append(1)
        if len(beaten) == 3:
            bells.close()

    with bells.stream("ada", "one") as ada:
        ada.beat = beat
        async with asyncio.timeout(5):
            await web_stream.keep_beating(bells, 0)

    assert beaten == [1, 1, 1]


async def test_silent_streams_read_nothing(
    talking: WebClient,
    store: Store,
    town: Any,
    reads: list[str],
) -> None:
    async with listening(talking, "?na=1") as one, listening(talking, "?na=1") as other:
        await web_stream.beat(town.chat._bells)
        for _ in range(2):
            await one.line(), await other.line()
        before = list(reads)
        for _ in range(4):
            await web_stream.beat(town.chat._bells)
        beats = [(await one.line(), await other.line()) for _ in range(8)]

    assert beats == [("", ""), (":", ":")] * 4
    assert reads == before


async def test_many_streams_are_looked_after_in_one_read(
    town: Any, talking: WebClient, store: Store, reads: list[str]
) -> None:
    bells = town.chat._bells
    async with listening(talking, "?na=1"), listening(talking, "?na=1"):
        reads.clear()
        known = await web_stream.wake_behind(store, bells, {})

    assert list(known.values()) == [1]
    assert reads.count("last_numbers") == 1


async def test_number_that_was_never_rung_is_found(store: Store) -> None:
    bells = WebBells(InProcess())
    for name in ("ada", "ben"):
        store.run(meet, NOBODY, channel="web", external_id=name, language="nl")
    with bells.stream("ada", "one") as ada, bells.stream("ben", "two") as ben:
        known = await web_stream.wake_behind(store, bells, {"ada": 0, "ben": 0})
        store.run(lambda unit: unit.run(ADDRESS_COUNT_ON, {"address": 1}) and None, NOBODY)
        known = await web_stream.wake_behind(store, bells, known)

        assert known == {"ada": 1, "ben": 0}
        assert [await rung(each.bell, 0) for each in (ada, ben)] == [True, False]


async def test_looking_around_goes_on_after_any_fault(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    bells, faults = WebBells(InProcess()), [RuntimeError, StoreBusy]

    async def wake(*_: Any) -> dict[str, int]:
        if faults:
            raise faults.pop()
        bells.close()
        return {}

    monkeypatch.setattr(web_stream, "wake_behind", wake)

    async with asyncio.timeout(5):
        await web_stream.look_around(store, bells, 0)

    assert faults == []


async def test_process_without_streams_looks_for_nothing(store: Store, reads: list[str]) -> None:
    assert await web_stream.wake_behind(store, WebBells(InProcess()), {}) == {}
    assert reads == []
