"""The doctor asks the installation's own address, and tells how visitors are seen there."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from pydantic import HttpUrl

from content.texts import Texts
from outreach.commands.doctor.address import LONGEST, MADE_UP, PATIENCE, examine_address
from outreach.commands.terminal import Printer
from outreach.settings import Settings
from outreach.store.codes import make_code
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.web.app import make_app
from outreach.web.attended import DOOR
from outreach.web.door import Door
from outreach.web.files import MOST
from tests.outreach.conftest import TEXTS, well

VISITOR = "203.0.113.9"
Alter = Callable[[str], str]


@asynccontextmanager
async def served(
    store: Store, behind: bool, alter: Alter | None, room: int = MOST
) -> AsyncIterator[str]:
    """Serve it behind a proxy that may alter a header; yield the address that people have."""
    app = make_app(Settings.demo(behind_proxy=behind), TEXTS, store, healthy=well)
    app[DOOR] = Door(room, alike=behind)
    async with TestServer(app) as server:
        if alter is None:
            yield str(server.make_url(""))
            return

        async def pass_on(request: web.Request) -> web.Response:
            headers = {"X-Forwarded-For": alter(request.headers["X-Forwarded-For"])}
            async with (
                ClientSession() as session,
                session.get(server.make_url(request.path), headers=headers) as answer,
            ):
                return web.Response(status=answer.status, body=await answer.read())

        proxy = web.Application()
        proxy.router.add_get("/{path:.*}", pass_on)
        async with TestServer(proxy) as before:
            yield str(before.make_url(""))


async def found(
    folder: Path, address: str, behind: bool, *, stores: bool = True, patience: float = PATIENCE
) -> list[tuple[Any, ...]]:
    settings = Settings(address=HttpUrl(address), behind_proxy=behind)
    rows = await asyncio.to_thread(
        lambda: list(examine_address(folder, settings, stores=stores, patience=patience))
    )
    for row in rows:
        assert row.state == "ok" or row.shown(Printer(Texts(), "nl"))["remedy"]
    return [(row.check, row.state, row.found, row.facts.get("client")) for row in rows]


@pytest.mark.parametrize(
    ("behind", "alter", "expected"),
    [
        (False, None, ("ok", "seen", "127.0.0.1")),
        (True, lambda _: VISITOR, ("ok", "seen", VISITOR)),
        (True, lambda told: f"{told}, {VISITOR}", ("ok", "seen", VISITOR)),
        (False, lambda _: VISITOR, ("fault", "one", None)),
        (False, lambda told: f"{told}, {VISITOR}", ("fault", "one", None)),
        (True, None, ("fault", "chosen", None)),
        (True, lambda told: told, ("fault", "chosen", None)),
    ],
)
async def test_server_is_asked_how_it_sees_us(
    store: Store, tmp_path: Path, behind: bool, alter: Alter | None, expected: tuple[Any, ...]
) -> None:
    async with served(store, behind, alter) as address:
        assert await found(tmp_path, address, behind) == [
            ("proxy", *expected),
            ("room", "ok", "enough", None),
        ]

    assert (
        store.look(
            lambda unit: unit.connection.exec_driver_sql("SELECT count(*) FROM code").scalar_one()
        )
        == 0
    )


async def test_server_that_may_open_few_files_is_told(store: Store, tmp_path: Path) -> None:
    async with served(store, False, None, room=320) as address:
        seen = await found(tmp_path, address, False)

    assert seen == [("proxy", "ok", "seen", "127.0.0.1"), ("room", "warning", "few", None)]


@pytest.mark.parametrize("code", ["ABCD2345", "x", "%00", "' OR 1=1"])
async def test_stranger_is_told_nothing(store: Store, code: str) -> None:
    async with (
        served(store, False, None) as address,
        ClientSession() as session,
        session.get(f"{address}/seen/{code}") as answer,
    ):
        status, text = answer.status, await answer.text()

    assert (status, "127.0.0.1" in text, MADE_UP in text) == (404, False, False)


async def test_code_of_a_trail_shows_nothing_there(store: Store) -> None:
    code = store.run(make_code, NOBODY, "trail", 1)
    async with (
        served(store, False, None) as address,
        ClientSession() as session,
        session.get(f"{address}/seen/{code}") as answer,
    ):
        assert answer.status == 404


async def test_nobody_at_home_is_no_news_on_the_own_machine(store: Store, tmp_path: Path) -> None:
    assert await found(tmp_path, "http://127.0.0.1:9/", False) == []


async def test_nobody_at_the_address_of_the_town_is_told(store: Store, tmp_path: Path) -> None:
    assert await found(tmp_path, "http://127.0.0.2:9", True) == [
        ("proxy", "warning", "silent", None)
    ]


@pytest.mark.parametrize(
    ("behind", "expected"), [(False, [("proxy", "warning", "alone", None)]), (True, [])]
)
async def test_https_without_a_proxy_is_told_by_the_settings_alone(
    tmp_path: Path, behind: bool, expected: list[tuple[Any, ...]]
) -> None:
    assert await found(tmp_path, "https://kansen.example/", behind, stores=False) == expected


async def test_answer_that_does_not_come_ends_by_itself(store: Store, tmp_path: Path) -> None:
    over = asyncio.Event()

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(LONGEST):
            pass
        writer.close()
        over.set()

    server = await asyncio.start_server(listen, "127.0.0.2", 0)
    port = server.sockets[0].getsockname()[1]

    assert await found(tmp_path, f"http://127.0.0.2:{port}/", True, patience=0.1) == [
        ("proxy", "warning", "silent", None)
    ]
    await over.wait()
    server.close()
    await server.wait_closed()
