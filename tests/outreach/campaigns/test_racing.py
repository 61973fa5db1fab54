"""Workers that race for one campaign claim each row once, and keep to the account's rate."""

import asyncio
from collections import Counter
from contextlib import ExitStack
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from outreach.campaigns.claim import CAMPAIGNS
from outreach.delivery.claim import NOTICES
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.lane import ClaimTerms
from outreach.delivery.pacing import apart, claim
from outreach.delivery.results import Result, record_results
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.conftest import LOUD
from tests.databases import reopened
from tests.promises.campaigning import prepare

PEOPLE, MOST = 300, 25
LEDGERS = (NOTICES, CAMPAIGNS)
LOOK = ClaimTerms(("telegram",), LOUD, {})


async def left(store: Store) -> int:
    query = "SELECT count(*) FROM delivery WHERE state = 'planned'"
    return int(await store.read(lambda unit: unit.connection.exec_driver_sql(query).scalar_one()))


@pytest.mark.parametrize("workers", [2, 4])
async def test_every_row_is_claimed_once(store: Store, workers: int) -> None:
    prepare(store, PEOPLE, "again")
    sent: Counter[str] = Counter()

    async def work(own: Store) -> None:
        while await left(own):
            places = await own.write(claim, TICK, LEDGERS, LOOK, {"telegram": 0}, MOST)
            sent.update(place.outgoing.external_id for place in places)
            results = [
                Result(place.outgoing.id, place.outgoing.address, DeliveryState.SENT)
                for place in places
            ]
            await own.write(record_results, TICK, results=results)

    with ExitStack() as stores:
        await asyncio.gather(*[work(stores.enter_context(reopened(store))) for _ in range(workers)])

    assert len(sent) == PEOPLE
    assert set(sent.values()) == {1}


@pytest.mark.parametrize("rate", [30, 200])
async def test_together_they_keep_to_the_rate(store: Store, clock: Clock, rate: int) -> None:
    prepare(store, PEOPLE, "again")
    moments: list[Any] = []

    async def take(own: Store) -> None:
        now = clock.now
        places = await own.write(claim, TICK, LEDGERS, LOOK, {"telegram": rate}, MOST)
        moments.extend(now + timedelta(seconds=place.wait) for place in places)
        results = [
            Result(place.outgoing.id, place.outgoing.address, DeliveryState.SENT)
            for place in places
        ]
        await own.write(record_results, TICK, results=results)

    with ExitStack() as stores:
        own = [stores.enter_context(reopened(store)) for _ in range(3)]
        for _ in range(200):
            await asyncio.gather(*[take(each) for each in own])
            if not await left(store):
                break
            clock.passes(seconds=0.3)

    moments.sort()
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert len(moments) == PEOPLE
    assert min(gaps) >= apart(rate) - timedelta(microseconds=5)
