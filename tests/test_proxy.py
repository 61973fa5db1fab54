"""The fault proxy does what it says, request by request on one connection, and counts it."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.botapi.server import BotApi
from tests.proxy import BROKEN, FAULTS, PASS, Chance, FaultProxy


@pytest_asyncio.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(open_door=True) as api:
        yield api


async def send(session: ClientSession, proxy: FaultProxy, api: BotApi) -> tuple[int, str]:
    address = f"http://127.0.0.1:{proxy.port}/bot{api.token}/sendMessage"
    async with session.post(address, json={"chat_id": 77, "text": "hoi"}) as answer:
        return answer.status, await answer.text()


@pytest.mark.parametrize("fault", FAULTS)
async def test_each_fault_is_met(api: BotApi, fault: str) -> None:
    async with (
        FaultProxy(api.port) as proxy,
        ClientSession(timeout=ClientTimeout(sock_read=0.3)) as session,
    ):
        proxy.next(fault)
        try:
            met: int | None = (await send(session, proxy, api))[0]
        except (TimeoutError, ClientError):
            met = None
        after, _ = await send(session, proxy, api)

    assert (met, api.count() - 1) == FAULTS[fault]
    assert after == 200
    assert proxy.met == ({PASS: 2} if fault == PASS else {fault: 1, PASS: 1})


async def test_chance_is_the_same_for_a_seed_and_keeps_its_shares() -> None:
    draws = [[Chance({BROKEN: 0.3}, seed=5).draw() for _ in range(1)] for _ in range(3)]
    many = Chance({BROKEN: 0.3}, seed=5)
    broken = sum(many.draw() == BROKEN for _ in range(2_000))

    assert draws[0] == draws[1] == draws[2]
    assert 500 < broken < 700
