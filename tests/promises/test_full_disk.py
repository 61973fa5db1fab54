"""A full disk is reported in one line, refused kindly, and over once there is room again."""

import resource
import secrets
import subprocess
from asyncio.subprocess import Process
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copy
from typing import Any

import orjson
import pytest
from aiohttp import ClientSession, ClientTimeout

from outreach.store.store import Store
from tests.botapi.server import BotApi
from tests.promises.browsing import Browser, becomes
from tests.promises.paced import SHORT_LEASE
from tests.promises.serving import free_port, let_in, served
from tests.promises.talking import all_sent, rows_in

SIZE = 16 * 1024 * 1024
TOLD = "The database cannot be written; look at the disk"


class SmallDisk:
    """A file system of its own in memory, filled with ballast."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(path)]
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            pytest.skip("no file system may be mounted here")

    def fill(self, process: Process) -> None:
        with (self.path / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
            while True:
                ballast.write(bytes(SIZE))

    def free(self, process: Process) -> None:
        (self.path / "ballast").unlink()

    def close(self) -> None:
        subprocess.run(["umount", "--lazy", self.path], check=True)


class SizeLimit:
    """No file may grow beyond what the largest is already: to SQLite a disk that does not work."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()

    def fill(self, process: Process) -> None:
        largest = max(file.stat().st_size for file in self.path.iterdir())
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))

    def free(self, process: Process) -> None:
        resource.prlimit(
            process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        )

    def close(self) -> None:
        """Nothing stays of it."""


@pytest.fixture(params=[SmallDisk, SizeLimit])
def disk(
    request: pytest.FixtureRequest, tmp_path: Path, waterdam: Store
) -> Iterator[SmallDisk | SizeLimit]:
    """A disk with the data folder of the demo municipality on it."""
    waterdam.close()
    disk = request.param(tmp_path / "disk")
    copy(waterdam.path, disk.path)
    yield disk
    disk.close()


async def push(session: ClientSession, botapi: BotApi, text: str) -> tuple[int, str | None]:
    """Hand a message in at the webhook, as Telegram does."""
    person = {"id": 777, "is_bot": False, "first_name": "Bob", "language_code": "nl"}
    message = {
        "message_id": 1,
        "date": 0,
        "chat": {"id": 777, "type": "private"},
        "from": person,
        "text": text,
    }
    hook = botapi.pusher.webhook
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret, "Content-Type": "application/json"}
    body = orjson.dumps({"update_id": 900_000_000, "message": message})
    async with session.post(hook.url, data=body, headers=headers) as answer:
        return answer.status, answer.headers.get("Retry-After")


async def test_full_disk_is_told_and_refused_kindly_and_passes(
    disk: SmallDisk | SizeLimit, tmp_path: Path, botapi: BotApi, query: Callable[..., list[Any]]
) -> None:
    port, log, fatma = free_port(), tmp_path / "server.log", botapi.user("Fatma")
    address, token = f"http://127.0.0.1:{port}", secrets.token_urlsafe(32)
    with Store(disk.path / "kansenbode.db") as store:
        let_in(store, token)
    telegram: dict[str, Any] = {
        "telegram_token": botapi.token,
        "telegram_api": botapi.address,
        "telegram_mode": "webhook",
    }
    async with (
        ClientSession(timeout=ClientTimeout(total=20)) as session,
        served(disk.path, port, SHORT_LEASE, log=log, address=address, **telegram) as process,
    ):
        browser = Browser(session, address, token)
        await botapi.until(
            lambda: botapi.pusher.webhook.url and botapi.named("setMyShortDescription")
        )
        await fatma.answered(type(fatma).start)
        assert (await browser.say("hoi"), await browser.health()) == (303, 200)

        disk.fill(process)
        assert await becomes(503, lambda: browser.say("Ik wil graag helpen in de buurt. " * 40))
        assert await browser.health() == 503
        pushed, front = await push(session, botapi, "hoi"), await browser.looks("/")
        fatma.write("Wat kan ik doen?")
        await botapi.until(lambda: botapi.pusher.attempts[-1].status == 503)
        logged = log.read_text("utf-8")

        disk.free(process)
        assert await becomes(200, browser.health)
        assert await becomes(303, lambda: browser.say("dag"))
        await botapi.calm()
        await all_sent(rows_in(disk.path / "kansenbode.db"))
        await fatma.chat.until(2)
        process.terminate()
        assert await process.wait() == 0

    path = disk.path / "kansenbode.db"
    retry_after, page = browser.refused[0]
    assert (retry_after, pushed, front) == ("5", (503, "5"), 200)
    assert "<h1>" in page
    assert logged.count("path=/chat ") == len(browser.refused)
    assert TOLD in logged
    assert "Traceback" not in log.read_text("utf-8")
    came_in = query(path, "SELECT external_id FROM inbound WHERE channel = 'web'")
    assert sorted(came_in) == sorted(browser.taken)
    assert query(path, "SELECT count(*) FROM inbound WHERE quarantined") == [0]
    assert query(path, "PRAGMA integrity_check") == ["ok"]
