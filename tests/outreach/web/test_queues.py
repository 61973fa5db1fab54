"""So many at once per client; the others wait, and the line has an end."""

import asyncio

import pytest

from outreach.web.queues import Full, Queues


async def test_so_many_at_once_and_the_others_in_their_order() -> None:
    queues, gate, begun = Queues(2, 2), asyncio.Event(), list[int]()

    async def read(number: int) -> None:
        async with queues.turn("ada"):
            begun.append(number)
            await gate.wait()

    tasks = [asyncio.create_task(read(number)) for number in range(4)]
    await asyncio.sleep(0)
    at_once = list(begun)
    with pytest.raises(Full):
        async with queues.turn("ada"):
            pass
    async with queues.turn("bob"):
        gate.set()
    await asyncio.gather(*tasks)

    assert (at_once, begun) == ([0, 1], [0, 1, 2, 3])


async def test_turn_of_who_goes_away_is_free_again() -> None:
    queues = Queues(1, 1)
    async with queues.turn("ada"):
        waiting = asyncio.create_task(queues.turn("ada").__aenter__())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    async with asyncio.timeout(5), queues.turn("ada"):
        pass
