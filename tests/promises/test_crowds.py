"""R10: a class behind one address is heard, and those who ask too much wait."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, CookieJar, DummyCookieJar
from aiohttp.test_utils import TestServer

from bot.server import build
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.venues.trail import lay_trail
from tests.talking import UNHURRIED

PUPILS, FAIR = 30, 200
SAYS = ("Ik doe mee", "alleen", "Sam", "een schop", "ja", "nee")


@asynccontextmanager
async def opened(store: Store, folder: Path, **values: Any) -> AsyncIterator[str]:
    """Serve a store with the limits of an installation that set none, unless others are given."""
    async with TestServer(build(Settings(**values), folder, store, pace=UNHURRIED)) as server:
        yield str(server.make_url("")).rstrip("/")


@asynccontextmanager
async def browser() -> AsyncIterator[ClientSession]:
    async with ClientSession(
        cookie_jar=CookieJar(unsafe=True), headers={"Accept": "application/json"}
    ) as session:
        yield session


async def status(session: ClientSession, method: str, url: str, **more: Any) -> int:
    async with session.request(method, url, allow_redirects=False, **more) as answer:
        await answer.read()
        return answer.status


async def pupil(at: str) -> list[int]:
    async with browser() as session:
        begun = await status(session, "POST", f"{at}/chat/start", data={"opportunity": "1"})
        return [
            begun,
            *[await status(session, "POST", f"{at}/chat", data={"text": text}) for text in SAYS],
        ]


async def test_class_behind_one_address_is_heard(waterdam: Store, tmp_path: Path) -> None:
    async with opened(waterdam, tmp_path) as at:
        heard = await asyncio.gather(*[pupil(at) for _ in range(PUPILS)])

    assert Counter(chain(*heard)) == {200: PUPILS * (1 + len(SAYS))}
    interests = "SELECT count(*) FROM address WHERE channel = 'web'"
    assert (
        waterdam.look(lambda unit: unit.connection.exec_driver_sql(interests).scalar_one())
        == PUPILS
    )


async def test_fair_behind_one_address_comes_in(waterdam: Store, tmp_path: Path) -> None:
    async with (
        opened(waterdam, tmp_path) as at,
        ClientSession(cookie_jar=DummyCookieJar()) as crowd,
    ):
        begun = [await status(crowd, "POST", f"{at}/chat/start", data={}) for _ in range(FAIR)]
        looked = [await status(crowd, "GET", f"{at}/") for _ in range(FAIR)]

    assert (Counter(begun), Counter(looked)) == ({303: FAIR}, {200: FAIR})


async def test_one_who_asks_too_much_waits_and_nobody_else(waterdam: Store, tmp_path: Path) -> None:
    async with (
        opened(waterdam, tmp_path, posts_per_minute=5) as at,
        browser() as greedy,
        browser() as other,
    ):
        for session in (greedy, other):
            await status(session, "POST", f"{at}/chat/start", data={})
        told = [await status(greedy, "POST", f"{at}/chat", data={"text": "menu"}) for _ in range(8)]
        read = [
            await asyncio.gather(*[status(greedy, "GET", f"{at}/chat") for _ in range(8)])
            for _ in range(8)
        ]
        theirs = [
            await status(other, "POST", f"{at}/chat", data={"text": "menu"}),
            await status(other, "GET", f"{at}/chat"),
            await status(other, "GET", f"{at}/health"),
        ]

    assert (told[0], told[-1], read[0][0], set(read[-1])) == (200, 429, 200, {429})
    assert theirs == [200, 200, 200]


@pytest.mark.parametrize("forged", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
async def test_made_up_cookies_and_addresses_do_not_escape(
    waterdam: Store, tmp_path: Path, forged: str
) -> None:
    async with (
        opened(waterdam, tmp_path, posts_per_minute=1) as at,
        ClientSession(cookie_jar=DummyCookieJar()) as one,
    ):
        answers = [
            await status(
                one,
                "POST",
                f"{at}/chat",
                data={"text": "Hoi"},
                headers={"Cookie": f"kansenbode={number:043}", forged: f"for=192.0.2.{number}"},
            )
            for number in range(25)
        ]

    assert answers == [303] * 10 + [429] * 15


async def test_mistakes_of_one_lock_nothing_for_another(waterdam: Store, tmp_path: Path) -> None:
    code = waterdam.run(lay_trail, NOBODY, opportunity=1, kind="poster")
    async with opened(waterdam, tmp_path) as at, browser() as clumsy, browser() as other:
        await status(other, "POST", f"{at}/chat/start", data={})
        async with other.get(f"{at}/chat/bewaar") as kept:
            link = re.search(r"/chat/terug/[\w-]{43}", await kept.text())
        assert link is not None
        await status(clumsy, "POST", f"{at}/chat/start", data={})
        wrong = [f"{at}/c/ABCD23{number}" for number in range(22, 42)] + [
            f"{at}/chat/terug/{n:043}" for n in range(20)
        ]
        missed = {await status(clumsy, "GET", url) for url in wrong}
        for number in range(22, 36):
            await status(clumsy, "POST", f"{at}/chat", data={"text": f"ABCD23{number}"})
        right = [
            await status(session, "GET", f"{at}{path}")
            for session in (clumsy, other)
            for path in (f"/c/{code}", link[0])
        ]
        async with other.post(f"{at}/chat", data={"text": code}) as answer:
            led = await answer.text()

    assert (missed, right) == ({404}, [200] * 4)
    assert "Zorg mee voor het plantsoen in de Lindenstraat" in led
