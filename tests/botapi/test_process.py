"""The server as a process of its own, and its people moved over HTTP."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.botapi.conftest import Answer
from tests.botapi.server import TOKEN, BotApi

ROOT = Path(__file__).parents[2]


@pytest_asyncio.fixture
async def address() -> AsyncIterator[str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.botapi", "--open", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    yield (await process.stdout.readline()).decode().strip()
    process.terminate()
    assert await process.wait() == 0


async def test_people_are_moved_over_http(address: str, http: aiohttp.ClientSession) -> None:
    async def ask(path: str, **values: Any) -> Any:
        async with http.post(f"{address}/{path}", data=values) as response:
            return await response.json()

    fatma = (await ask("people/Fatma"))["id"]
    await ask("people/Fatma/start", payload="K7M2AB")
    got = await ask(f"bot{TOKEN}/getUpdates")
    keyboard = '{"inline_keyboard":[[{"text":"Ja","callback_data":"1"}]]}'
    await ask(f"bot{TOKEN}/sendMessage", chat_id=fatma, text="Kies", reply_markup=keyboard)
    await ask(f"bot{TOKEN}/sendMessage", chat_id=77, text="hoi")

    assert got["result"][0]["message"]["text"] == "/start K7M2AB"
    assert await ask("people/Fatma/press", label="Nee") == {
        "unclear": "no button 'Nee'; there is [['Ja']]"
    }
    assert (await ask("people/Fatma/press", label="Ja")).keys() == {"query"}
    assert (await ask("people/Fatma/dans"))["unclear"].startswith("no such deed")
    assert (await ask("people/Fatma/write", tekst="x")) == {
        "unclear": "missing a required argument: 'text'"
    }
    assert await ask("people/Fatma") == {
        "id": fatma,
        "messages": [
            {"id": 1, "by_bot": False, "text": "/start K7M2AB", "buttons": [], "edited": False},
            {"id": 2, "by_bot": True, "text": "Kies", "buttons": [["Ja", "1"]], "edited": False},
        ],
    }
    assert await ask("tally") == {
        "calls": 2,
        "lines": [["sendmessage", fatma, "Kies", 1], ["sendmessage", 77, "hoi", 1]],
    }


@pytest.mark.parametrize("method", ["sendMessage", "SENDMESSAGE"])
async def test_values_may_stand_in_the_address(
    botapi: BotApi, http: aiohttp.ClientSession, method: str
) -> None:
    fatma = botapi.user()
    fatma.start()

    address = f"{botapi.base_url}{botapi.token}/{method}"
    async with http.get(address, params={"chat_id": str(fatma.id), "text": "a & b"}) as response:
        answer = await response.json()

    assert (answer["ok"], fatma.reads()) == (True, ["a & b"])


async def test_broken_body_is_refused(botapi: BotApi, http: aiohttp.ClientSession) -> None:
    url = f"{botapi.base_url}{botapi.token}/sendMessage"

    async with http.post(url, data=b"{", headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400


async def test_update_of_any_shape_is_handed_over(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]]
) -> None:
    number = botapi.odd({"message": {"text": ["a"], "chat": {"id": "zz"}}})

    assert await call("getUpdates") == (
        200,
        [{"update_id": number, "message": {"text": ["a"], "chat": {"id": "zz"}}}],
    )
