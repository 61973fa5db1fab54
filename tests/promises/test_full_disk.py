"""A full disk: errors surface, nothing that was acknowledged is lost, and it goes on by itself when there is room.

On a small disk in memory where one may be mounted; else with a limit on the size of files.
"""

import asyncio
import secrets
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest
from aiohttp import ClientSession

from tests.promises.serving import free_port, served

SIZE = 12_000_000
LONG = "Ik wil wel helpen met het plantsoen. " * 80


@contextmanager
def small_disk() -> Iterator[Path]:
    """A disk of a few megabytes; skips where none may be mounted."""
    place = Path(mkdtemp(prefix="kansenbode-disk-"))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place], capture_output=True, check=False
    )  # fmt: skip
    try:
        if mounted.returncode:
            pytest.skip(f"no disk may be mounted here: {mounted.stderr.decode().strip()}")
        yield place
    finally:
        if not mounted.returncode:
            subprocess.run(["umount", "-l", place], check=False)
        shutil.rmtree(place, ignore_errors=True)


def fill(place: Path) -> Path:
    """Take all the room there is."""
    ballast = place / "ballast"
    with ballast.open("wb") as file:
        try:
            while True:
                file.write(b"x" * 65_536)
                file.flush()
        except OSError:
            pass
    return ballast


@pytest.fixture
def disk(waterdam_database: Path) -> Iterator[Path]:
    with small_disk() as place:
        shutil.copy(waterdam_database, place / "kansenbode.db")
        yield place


class Talker:
    """Somebody who writes; what was acknowledged is kept."""

    def __init__(self, session: ClientSession, address: str) -> None:
        self._session, self._address = session, address
        self._headers = {"Cookie": f"kansenbode={secrets.token_urlsafe(32)}", "Accept": "application/json"}
        self.taken: list[str] = []

    async def say(self, path: str = "/chat", **form: str) -> tuple[int, str | None]:
        nonce = secrets.token_hex(12)
        data = form | {"nonce": nonce}
        async with self._session.post(self._address + path, data=data, headers=self._headers) as answer:
            await answer.read()
            if answer.status == 200:
                self.taken.append(nonce)
            return answer.status, answer.headers.get("Retry-After")


async def status(session: ClientSession, address: str, path: str) -> int:
    async with session.get(address + path) as answer:
        await answer.read()
        return answer.status


async def test_full_disk_is_told_and_goes_on_by_itself(disk: Path):
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    async with served(disk, port), ClientSession() as session:
        talker = Talker(session, address)
        assert (await talker.say("/chat/start", opportunity="1"))[0] == 200
        ballast = await asyncio.to_thread(fill, disk)
        refused = None
        for _ in range(200):
            answer = await talker.say(text=LONG)
            if answer[0] != 200:
                refused = answer
                break
        red = await status(session, address, "/health")
        page = await status(session, address, "/")
        ballast.unlink()
        async with asyncio.timeout(20):
            while await status(session, address, "/health") != 200:  # noqa: ASYNC110 - what a page says tells nobody
                await asyncio.sleep(0.05)
        after = await talker.say(text="menu")

    assert refused == (503, "5")
    assert (red, page) == (503, 200)
    assert after[0] == 200
    log = (disk / "server.log").read_text("utf-8")
    assert "request.store" in log or "health.failed" in log
    assert "Traceback" not in log
    with closing(sqlite3.connect(disk / "kansenbode.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        stored = {number.rpartition(".")[2] for (number,) in database.execute("SELECT external_id FROM inbound")}
    assert set(talker.taken) <= stored
