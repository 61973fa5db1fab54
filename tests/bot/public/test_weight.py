"""What a first visit loads beside the page itself: people come by a phone, on a bundle."""

import re
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot import server
from outreach.settings import Settings
from outreach.store.store import Store
from tests.webclient import WebClient

KILOBYTE = 1024
LOADED = re.compile(r'<(?:script|link)[^>]+(?:src|href)="(/static/[^"]+)"')


async def weight(browser: WebClient, path: str) -> int:
    """Return the bytes of the scripts, the styles and the mark of a page, as they are sent."""
    page = await browser.get(path)
    sizes = []
    for address in set(LOADED.findall(await page.text())):
        answer = await browser.get(address, headers={"Accept-Encoding": "gzip"})
        sizes.append(int(answer.headers["Content-Length"]))
    return sum(sizes)


@pytest.mark.parametrize(
    ("path", "most"), [("/", 8), ("/kansen/1", 9), ("/chat", 28), ("/chat/bewaar", 9)]
)
async def test_first_visit_is_small(waterdam: Store, tmp_path: Path, path: str, most: int) -> None:
    served = TestServer(server.build(Settings.demo(), tmp_path, waterdam))
    async with TestClient(served) as browser:
        await browser.post("/chat/start", data={"opportunity": "1", "wish": "join"})

        loaded = await weight(browser, path)

    assert 0 < loaded < most * KILOBYTE
