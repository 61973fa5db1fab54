"""Real pages in a real browser: the whole server, and Chromium at phone and desk width."""

import os
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from bot import server
from outreach.settings import Settings
from outreach.store.store import Store
from tests.conftest import Dump

CHROMIUM = Path("/usr/bin/chromium")
INSTALLED = CHROMIUM.exists()
PHONE, DESK = 390, 1280
HEIGHTS = {PHONE: 844, DESK: 900}
PATIENCE = 10_000


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    if not INSTALLED:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{CHROMIUM} is not installed")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest.fixture
def own() -> dict[str, Any]:
    """The settings of the installation that are not those of the demo."""
    return {}


@dataclass(frozen=True, slots=True)
class Town:
    """Waterdam, served: where, and by which application."""

    address: str
    app: web.Application


@pytest_asyncio.fixture(loop_scope="session")
async def town(waterdam: Store, tmp_path: Path, own: dict[str, Any]) -> AsyncIterator[Town]:
    """Serve Waterdam on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
        settings = Settings.demo(address=address, posts_per_minute=10_000, **own)
        app = server.build(settings, tmp_path, waterdam)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.SockSite(runner, free).start()
        yield Town(address, app)
        await runner.cleanup()


@pytest.fixture
def address(town: Town) -> str:
    """Where Waterdam is served."""
    return town.address


Visit = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def visit(chromium: Browser, address: str) -> AsyncIterator[Visit]:
    """Open a page as a new visitor; fail if a page breaks the policy or its script."""
    contexts, faults = [], []

    async def open_page(
        path: str = "/", width: int = PHONE, language: str = "nl-NL", **options: Any
    ) -> Page:
        size: ViewportSize = {"width": width, "height": HEIGHTS.get(width, 800)}
        contexts.append(
            await chromium.new_context(base_url=address, viewport=size, locale=language, **options)
        )
        contexts[-1].set_default_timeout(PATIENCE)
        page = await contexts[-1].new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda told: (
                faults.append(told.text) if "Content Security Policy" in told.text else None
            ),
        )
        await page.goto(path)
        return page

    yield open_page
    for context in contexts:
        await context.close()
    assert faults == []


class Chat:
    """The page of the conversation, as a person uses it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def say(self, text: str) -> str:
        """Type and send; return the answer."""
        return await self._answered(self._type(text))

    async def press(self, label: str) -> str:
        """Press the option with this label; return the answer."""
        return await self._answered(self.page.get_by_role("button", name=label, exact=True).click())

    async def menu(self, line: str) -> None:
        """Open the menu, and choose a line of it."""
        await self.page.locator("#menu > summary").click()
        await self.page.locator("#menu").get_by_text(line, exact=True).click()

    async def messages(self) -> list[tuple[str, str]]:
        """Return who said what: `mine` or `theirs`, and the text."""
        bubbles = await self.page.locator(".bubble").all()
        kinds = [str(await bubble.get_attribute("class")).split()[1] for bubble in bubbles]
        return list(
            zip(kinds, [_tidy(await bubble.inner_text()) for bubble in bubbles], strict=True)
        )

    async def last_message(self) -> str:
        """Return the text of the last message from the other side."""
        return _tidy(await self.page.locator(".theirs").last.inner_text())

    async def options(self) -> list[str]:
        """Return the labels that can be pressed now."""
        return await self.page.locator(".choice:visible").all_inner_texts()

    async def _type(self, text: str) -> None:
        await self.page.get_by_role("textbox").fill(text)
        await self.page.get_by_role("button", name=re.compile("^(Verstuur|Send)$")).click()

    async def _answered(self, deed: Awaitable[None]) -> str:
        before = await self.page.locator(".theirs").count()
        await deed
        await self.page.locator(".theirs").nth(before).wait_for()
        return await self.last_message()


def _tidy(text: str) -> str:
    return re.sub(r"^(Kansenbode|Jij|You):", "", re.sub(r"\n+", "\n", text)).strip()


@pytest.fixture
def kept(waterdam: Store, dump: Callable[[Store], Dump]) -> Callable[[], list[Any]]:
    """Kind, type and size of all that is kept."""

    def read() -> list[Any]:
        rows = dump(waterdam)["attachment"]
        return [(row["kind"], row["media_type"], row["size"]) for row in rows]

    return read


@pytest.fixture
def chat() -> type[Chat]:
    return Chat


@pytest.fixture
def faults() -> Callable[[Page], Awaitable[list[str]]]:
    """Return what axe finds on a page that is serious or critical."""

    async def look(page: Page) -> list[str]:
        found = (await Axe().run(page)).response["violations"]
        return [
            f"{fault['id']}: {node['html']}"
            for fault in found
            if fault["impact"] in ("serious", "critical")
            for node in fault["nodes"]
        ]

    return look
