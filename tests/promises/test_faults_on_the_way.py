"""A campaign over a bad network: nobody is skipped, and only a fault makes a duplicate.

The real sender and channel, through a fault proxy, to the Bot API server that counts.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram.channel import Telegram
from bot.server import make_texts
from outreach.campaigns.claim import CAMPAIGNS
from outreach.client.client import Client
from outreach.client.pool import Patience
from outreach.delivery.claim import NOTICES
from outreach.delivery.pace import SenderPace
from outreach.delivery.quiet import Quiet
from outreach.delivery.sender import Sender
from outreach.reports.campaigns import all_campaigns, campaign_report
from outreach.settings import Settings
from outreach.store.meanwhile import meanwhile
from outreach.store.migrate import migrate
from outreach.store.store import Store
from tests.botapi.rates import Rates
from tests.botapi.server import TOKEN, BotApi
from tests.promises.campaigning import NEVER, prepare
from tests.proxy import (
    BROKEN,
    HALF,
    HANG,
    PAGE,
    RESET_AFTER,
    RESET_BEFORE,
    SLOW,
    TOO_MANY,
    UNAUTHORISED,
    Chance,
    FaultProxy,
    give_up,
)

PEOPLE = 120
PATIENCE = 240.0
"""Seconds that a busy machine may take: an answer given up too soon would be a
doubt that no fault made.
"""
DOUBTFUL = (RESET_AFTER, HALF, HANG)
"""Faults after which nobody knows whether a message arrived."""
HURRY = SenderPace(poll=0.05, first_wait=timedelta(milliseconds=2))
"""A second try after moments, not seconds."""
QUIET = Quiet.of(Settings.demo(quiet_from=NEVER, quiet_until=NEVER, quiet_days=False))


async def send_all(
    folder: Path,
    chance: Chance | None,
    *,
    first: tuple[str, int] | None = None,
    until: Callable[[Store], bool] | None = None,
) -> Any:
    """Send a campaign through the proxy; return counts per chat, the rows, and the proxy."""
    path = folder / "kansenbode.db"
    migrate(path)
    with Store(path) as store:
        prepare(store, PEOPLE, "again")
        async with (
            BotApi(rates=Rates(overall=10_000), open_door=True, keep_calls=False) as api,
            FaultProxy(api.port, chance) as proxy,
        ):
            if first is not None:
                proxy.next(*first)
            given = Settings(
                telegram_token=TOKEN,
                telegram_api=f"http://127.0.0.1:{proxy.port}",
                telegram_rate=2_000,
            )
            channel = Telegram(given, make_texts(given), store)
            sender = Sender(
                store,
                {channel.name: channel},
                QUIET,
                (NOTICES, CAMPAIGNS),
                timedelta(hours=3),
                pace=HURRY,
            )
            async with Client(Patience(PATIENCE, PATIENCE), most=50) as client:
                proxy.hangs = partial(give_up, client)
                channel.use(client)
                async with meanwhile(sender.run()), asyncio.timeout(PATIENCE):
                    while not (until or done)(store):  # noqa: ASYNC110 - the rows tell nobody
                        await asyncio.sleep(0.05)
                await sender.close()
            got = Counter(
                {chat: n for (method, chat, _), n in api.tally.items() if method == "sendmessage"}
            )
            (step,) = store.look(campaign_report, campaign=1)
            (line,) = store.look(all_campaigns)
            return got, step, line, proxy


def done(store: Store) -> bool:
    (step,) = store.look(campaign_report, campaign=1)
    return step.remaining == 0


@pytest.mark.parametrize(
    "shares",
    [
        {RESET_AFTER: 0.15},
        {RESET_BEFORE: 0.2},
        {HANG: 0.05},
        {SLOW: 0.3},
        {HALF: 0.15},
        {TOO_MANY: 0.05},
        {BROKEN: 0.3},
        {PAGE: 0.2},
        {RESET_AFTER: 0.1, BROKEN: 0.1, SLOW: 0.1, HALF: 0.05},
    ],
    ids=", ".join,
)
async def test_bad_network_skips_nobody(tmp_path: Path, shares: dict[str, float]) -> None:
    got, step, _, proxy = await send_all(tmp_path, Chance(shares))

    assert step.counts == {"sent": PEOPLE}
    assert len(got) == PEOPLE
    assert got.total() - PEOPLE <= sum(proxy.met[fault] for fault in DOUBTFUL)
    assert all(proxy.met[fault] for fault in shares)


async def test_refused_account_holds_the_channel_and_fails_nobody(tmp_path: Path) -> None:
    def held(store: Store) -> bool:
        return bool(
            store.look(
                lambda unit: unit.connection.exec_driver_sql("SELECT trouble FROM account").scalar()
            )
        )

    got, step, line, _ = await send_all(tmp_path, Chance({UNAUTHORISED: 1.0}), until=held)

    assert got == {}
    assert step.counts == {"planned": PEOPLE}
    assert line.stand == "sending"


async def test_outage_holds_the_campaign_and_loses_nobody(tmp_path: Path) -> None:
    def held(store: Store) -> bool:
        (step,) = store.look(campaign_report, campaign=1)
        return step.stand == "paused"

    got, step, line, _ = await send_all(tmp_path, Chance({BROKEN: 1.0}), until=held)

    assert (got, line.reason) == ({}, "send-unreachable")
    assert set(step.counts) == {"planned"}
