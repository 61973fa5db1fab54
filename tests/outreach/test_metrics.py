"""The page for a monitoring system: not there without its token, and never about a person."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.server import build
from content.message import Message
from outreach.delivery.account import hold_account
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.parties.person import meet
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from outreach.store.unwiped import Unwiped
from outreach.store.upkeep import tick_done, tick_failed
from tests.clock import Clock
from tests.conftest import LOUD
from tests.webclient import WebClient

TOKEN = "een-lang-geheim-woord"


@pytest.fixture
async def client(waterdam: Store, tmp_path: Path) -> AsyncIterator[WebClient]:
    app = build(Settings(metrics_token=TOKEN, posts_per_minute=1_000), tmp_path, waterdam)
    async with TestClient(TestServer(app)) as client:
        yield client


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer mis"}, {"Authorization": TOKEN[:-1]}]
)
async def test_who_has_no_token_finds_no_page(client: WebClient, headers: dict[str, str]) -> None:
    answer = await client.get("/metrics", headers=headers)

    assert answer.status == 404


async def test_without_the_setting_there_is_none_to_be_had(waterdam: Store, tmp_path: Path) -> None:
    async with TestClient(TestServer(build(Settings(), tmp_path, waterdam))) as client:
        answer = await client.get("/metrics", headers={"Authorization": "Bearer "})

    assert answer.status == 404


async def test_turns_sends_and_what_waits_are_counted(
    client: WebClient, waterdam: Store, clock: Clock
) -> None:
    await client.post("/chat/start", data={"nonce": "abcdefgh1", "opportunity": "1"})
    person, _ = waterdam.run(
        meet, NOBODY, channel="matrix", external_id="@ada:example", language="nl"
    )
    waterdam.run(notify, TICK, name="notice-answer", persons=[person], say=_words, quiet=LOUD)
    waterdam.run(
        hold_account, TICK, channel="telegram", until=clock.now, trouble="send-channel-broken"
    )
    clock.passes(seconds=30)

    answer = await client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    lines = (await answer.text()).splitlines()

    assert 'kansenbode_turns_total{result="stored"} 1.0' in lines
    assert 'kansenbode_sends_total{channel="web",result="sent"} 1.0' in lines
    assert 'kansenbode_deliveries_due{kind="reply_or_notice"} 1.0' in lines
    assert 'kansenbode_delivery_oldest_due_seconds{kind="reply_or_notice"} 30.0' in lines
    assert 'kansenbode_channel_trouble{channel="telegram"} 1.0' in lines
    assert "ada" not in "\n".join(lines)


async def test_what_failed_is_counted_by_kind_and_channel(
    client: WebClient, waterdam: Store
) -> None:
    person, address = waterdam.run(
        meet, NOBODY, channel="matrix", external_id="@ada:example", language="nl"
    )
    waterdam.run(notify, TICK, name="notice-answer", persons=[person], say=_words, quiet=LOUD)
    failed = Result(1, address, DeliveryState.FAILED, reason="send-refused")
    waterdam.run(record_results, TICK, results=[failed])

    answer = await client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})

    assert (
        'kansenbode_deliveries_failed{channel="matrix",kind="notice"} 1.0'
        in (await answer.text()).splitlines()
    )


async def test_backups_ticks_and_mail_are_counted(
    client: WebClient, waterdam: Store, clock: Clock
) -> None:
    # no real one: those run here too
    waterdam.run(tick_failed, TICK, name="some", error="StoreBusy")
    waterdam.run(tick_done, TICK, name="back_up")
    clock.passes(hours=1)

    answer = await client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    lines = (await answer.text()).splitlines()

    assert 'kansenbode_tick_failures{tick="some"} 1.0' in lines
    assert 'kansenbode_tick_failing_seconds{tick="some"} 3600.0' in lines
    assert 'kansenbode_tick_failing_seconds{tick="back_up"} 0.0' in lines
    assert [
        line for line in lines if line.startswith('kansenbode_backup_age_seconds{of="database"} ')
    ] != []
    assert "kansenbode_mail_to_staff_stuck 0.0" in lines


async def test_what_waits_to_be_wiped_is_counted(
    client: WebClient, waterdam: Store, clock: Clock
) -> None:
    Unwiped(waterdam.path.parent).mark(clock.now - timedelta(hours=5))

    answer = await client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})

    assert "kansenbode_unwiped_seconds 18000.0" in (await answer.text()).splitlines()


def _words(_: str) -> Message:

    return Message("bericht")
