"""Work beside a block is over when the block is, however the block ends."""

import asyncio

import pytest

from outreach.store.meanwhile import meanwhile


async def test_work_is_cancelled_and_waited_for() -> None:
    met: list[str] = []

    async def work() -> None:
        try:
            met.append("begins")
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            met.append("ends")

    async with meanwhile(work()):
        await asyncio.sleep(0)
        met.append("block")

    assert met == ["begins", "block", "ends"]


async def test_work_ends_with_a_block_that_fails() -> None:
    ended = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async def fail() -> None:
        async with meanwhile(work()):
            await asyncio.sleep(0)
            raise ValueError("block")

    with pytest.raises(ValueError, match="block"):
        await fail()

    assert ended.is_set()


async def test_error_of_the_work_comes_after_the_block() -> None:
    met: list[str] = []

    async def work() -> None:
        raise ValueError("work")

    async def go_on() -> None:
        async with meanwhile(work()):
            await asyncio.sleep(0)
            met.append("block")

    with pytest.raises(ValueError, match="work"):
        await go_on()

    assert met == ["block"]
