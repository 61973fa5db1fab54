"""So many at once per client; the others wait, and the line has an end."""

import asyncio

import pytest

from outreach.web.turns import Full, Turns


async def test_so_many_at_once_and_the_others_in_their_order() -> None:
    turns, gate, begun = Turns(2, 2), asyncio.Event(), list[int]()

    async def read(number: int) -> None:
        async with turns.turn("ada"):
            begun.append(number)
            await gate.wait()

    tasks = [asyncio.create_task(read(number)) for number in range(4)]
    await asyncio.sleep(0)
    at_once = list(begun)
    with pytest.raises(Full):
        async with turns.turn("ada"):
            pass
    async with turns.turn("bob"):
        gate.set()
    await asyncio.gather(*tasks)

    assert (at_once, begun) == ([0, 1], [0, 1, 2, 3])


async def test_turn_of_who_goes_away_is_free_again() -> None:
    turns = Turns(1, 1)
    async with turns.turn("ada"):
        waiting = asyncio.create_task(turns.turn("ada").__aenter__())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    async with asyncio.timeout(5), turns.turn("ada"):
        pass
