"""An unreadable folder ends nothing: people are answered, and the server can be stopped."""

import asyncio
import os
import secrets
import shutil
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientTimeout

from outreach.store.store import Store
from tests.promises.browsing import Browser, becomes
from tests.promises.serving import free_port, let_in, served

OBEYS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Root too may do then only what the mode of a file says."""


@pytest.fixture
def token() -> str:
    return secrets.token_urlsafe(32)


@pytest.fixture
def folder(tmp_path: Path, waterdam: Store, token: str) -> Path:
    let_in(waterdam, token)
    waterdam.close()
    folder = tmp_path / "town"
    folder.mkdir()
    shutil.copy(waterdam.path, folder)
    return folder


def let(folder: Path, mode: int) -> None:
    folder.chmod(mode)


async def test_folder_that_cannot_be_looked_at_ends_nothing(
    folder: Path, tmp_path: Path, token: str
) -> None:
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root looks everywhere, and nothing here takes that away")
    port, log = free_port(), tmp_path / "server.log"
    async with (
        ClientSession(timeout=ClientTimeout(total=20)) as session,
        served(folder, port, log=log, under=OBEYS if os.geteuid() == 0 else ()) as process,
    ):
        browser = Browser(session, f"http://127.0.0.1:{port}", token)
        assert (await browser.say("hoi"), await browser.health()) == (303, 200)

        let(folder, 0)
        meanwhile = [
            await browser.say("hoe gaat het"),
            await browser.say("vergeet mij"),
            await browser.say("ja"),
        ]
        let(folder, 0o700)
        assert await becomes(200, browser.health)
        assert await becomes(303, lambda: browser.say("dag"))
        process.terminate()
        ended = await asyncio.wait_for(process.wait(), 20)

    assert ended == 0
    assert set(meanwhile) <= {303, 503}
    assert "Traceback" not in log.read_text("utf-8")
