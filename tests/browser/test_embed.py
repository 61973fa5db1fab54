"""What is open, inside a page of the town's own site: another origin, in a real browser."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

pytestmark = pytest.mark.asyncio(loop_scope="session")
PAGE = (
    '<!doctype html><html lang="nl"><title>De gemeente</title><h1>Nieuws</h1>'
    '<iframe src="{}" title="Doe mee in jouw buurt" width="100%" height="640"></iframe>'
)


@dataclass
class Site:
    """A site of others; `frames` is the address that its page shows inside."""

    address: str = ""
    frames: str = ""


@pytest_asyncio.fixture(loop_scope="session")
async def site() -> AsyncIterator[Site]:
    own = Site()

    async def show(_: web.Request) -> web.Response:
        return web.Response(text=PAGE.format(own.frames), content_type="text/html")

    app = web.Application()
    app.router.add_get("/", show)
    async with TestServer(app) as server:
        own.address = f"http://127.0.0.1:{server.port}"
        yield own


@pytest.fixture
def allowed() -> bool:
    """Whether that site may show what is open."""
    return True


@pytest.fixture
def own(site: Site, allowed: bool) -> dict[str, Any]:
    """A town that lets the site show what is open, or another one."""
    return {"embed_on": (site.address if allowed else "https://www.waterdam.example",)}


async def test_page_of_others_shows_what_is_open_without_a_cookie(
    visit: Any, site: Site, address: str
) -> None:
    site.frames = f"{address}/embed?plek=Lindenkom&aantal=3"

    page = await visit(site.address, 1280)
    frame = page.frame_locator("iframe")
    titles = await frame.locator(".card-title").all_inner_texts()

    assert titles[0] == "Zorg mee voor het plantsoen in de Lindenstraat"
    assert await page.context.cookies() == []


@pytest.mark.parametrize("width", [320, 1280])
async def test_frame_never_scrolls_sideways(
    visit: Any, site: Site, address: str, width: int
) -> None:
    site.frames = f"{address}/embed"

    page = await visit(site.address, width)
    await page.frame_locator("iframe").locator(".card").first.wait_for()
    wide, shown = await page.frames[1].evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )

    assert wide == shown


async def test_opportunity_opens_in_a_page_of_its_own(visit: Any, site: Site, address: str) -> None:
    site.frames = f"{address}/embed"
    page = await visit(site.address, 390)

    async with page.context.expect_page() as opened:
        await page.frame_locator("iframe").locator(".card-title a").first.click()
    new = await opened.value
    await new.wait_for_load_state()

    assert new.url.startswith(f"{address}/kansen/")
    assert page.url == f"{site.address}/"


@pytest.mark.parametrize(("allowed", "path"), [(False, "/embed"), (True, "/"), (True, "/chat")])
async def test_frame_of_anything_else_stays_empty(
    chromium: Any, site: Site, address: str, path: str
) -> None:
    site.frames = address + path
    context = await chromium.new_context()
    page = await context.new_page()

    async with page.expect_console_message(
        lambda told: "frame-ancestors" in told.text or "frame" in told.text
    ):
        await page.goto(site.address)
    shown = await page.frames[1].evaluate("document.body.innerText")
    await context.close()

    assert "Doe mee" not in shown


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light")])
async def test_what_is_shown_there_can_be_used_by_everybody(
    visit: Any, faults: Any, width: int, scheme: str
) -> None:
    page = await visit("/embed?aantal=3", width, color_scheme=scheme)

    assert await faults(page) == []
