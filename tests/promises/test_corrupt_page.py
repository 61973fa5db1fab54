"""A corrupt page of the database: people are told kindly, and health does not stay green."""

import secrets
from pathlib import Path

from aiohttp import ClientSession, ClientTimeout

from outreach.store.store import Store
from tests.outreach.store.spoiling import spoil_page
from tests.promises.browsing import Browser
from tests.promises.serving import free_port, let_in, served


async def test_corrupt_page_is_met_kindly_and_turns_health_red(
    waterdam: Store, tmp_path: Path
) -> None:
    token = secrets.token_urlsafe(32)
    let_in(waterdam, token)
    waterdam.close()
    spoil_page(waterdam.path, "address", b"\xff")
    port, log = free_port(), tmp_path / "server.log"
    async with (
        ClientSession(timeout=ClientTimeout(total=20)) as session,
        served(waterdam.path.parent, port, log=log) as process,
    ):
        browser = Browser(session, f"http://127.0.0.1:{port}", token)
        said, health, front = (
            await browser.say("hoi"),
            await browser.health(),
            await browser.looks("/"),
        )
        process.terminate()
        ended = await process.wait()

    assert (said, health, front, ended) == (503, 503, 200, 0)
    assert [retry for retry, _ in browser.refused] == ["5"]
    assert "StoreDamaged" in log.read_text("utf-8")
    assert "Traceback" not in log.read_text("utf-8")
