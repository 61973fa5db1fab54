"""The pages of staff in a real browser: every page of the table that can be opened by itself."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Page

from outreach.console.cookie import COOKIE
from outreach.console.routes import PAGES
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_question
from outreach.parties.person import meet
from outreach.staff.session import Lasts, begin_session
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor

pytestmark = pytest.mark.asyncio(loop_scope="session")
WALKED = [
    page.path
    for page in PAGES
    if page.method == "GET" and page.right != "anyone" and "." not in page.path
]
"""Every page that a colleague can look at; a file is none."""
ALL = pytest.mark.parametrize("path", WALKED)
Desk = Callable[..., Awaitable[Page]]


def concrete(path: str) -> str:
    """Return an address of a page, about what Ada sent."""
    return path.replace("{number}", "1")


@pytest.fixture
def desk(visit: Any, waterdam: Store, strip: int) -> Desk:
    """Open a page as Noor, who administers; Ada signed up, and asked something."""
    noor = waterdam.run(
        add_staff, NOBODY, email="noor@waterdam.example", name="Noor", role="administrator"
    )
    facts: dict[str, Any] = {"browser": "", "lasts": Lasts()}
    secret = waterdam.run(begin_session, NOBODY, staff=noor, **facts)
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    ada, party = Actor("person", person), PartyDraft("resident", "Ada")
    waterdam.run(express_interest, ada, opportunity=strip, version=1, party=party, brings="handen")
    waterdam.run(ask_question, ada, opportunity=strip, text="Mag mijn hond mee?")

    async def open_page(path: str, width: int = 1280, **options: Any) -> Page:
        page: Page = await visit("/werk/inloggen", width, **options)
        here = page.url.partition("/werk")[0]
        await page.context.add_cookies([{"name": COOKIE, "value": secret, "url": here}])
        await page.goto(concrete(path))
        return page

    return open_page


@ALL
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light")])
async def test_page_can_be_used_by_everybody(
    desk: Desk, faults: Callable[..., Any], path: str, width: int, scheme: str
) -> None:
    page = await desk(path, width, color_scheme=scheme)

    assert await page.locator("h1").count() == 1
    assert await faults(page) == []


@ALL
@pytest.mark.parametrize("width", [320, 640, 1280])
async def test_page_never_scrolls_sideways(desk: Desk, path: str, width: int) -> None:
    page = await desk(path, width)

    assert await page.evaluate("document.documentElement.scrollWidth") == width


@ALL
async def test_what_can_be_pressed_is_large_enough(desk: Desk, path: str) -> None:
    page = await desk(path, 390)

    small = await page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea, summary, nav a')]
            .filter((one) => one.offsetParent && !['checkbox', 'radio'].includes(one.type)
                && one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML)"""
    )

    assert small == []


@ALL
async def test_page_needs_no_script_and_asks_nobody_else(desk: Desk, path: str) -> None:
    page = await desk(path, java_script_enabled=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    await page.reload()

    own = page.url.partition("/werk")[0]
    assert [url for url in asked if not url.startswith(own)] == []
    assert await page.locator("script").count() == 0
    assert await page.locator("main h1").is_visible()


async def test_keyboard_reaches_the_content_first_and_then_what_waits(desk: Desk) -> None:
    page = await desk("/werk")

    await page.keyboard.press("Tab")
    skip = await page.evaluate("document.activeElement.className")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")

    assert skip == "skip"
    assert await page.evaluate("document.activeElement.getAttribute('href')") == "/werk"


async def test_no_page_weighs_more_than_a_photo(desk: Desk) -> None:
    """Sixty kilobytes, as they are sent: the page, its styles and its drawings."""
    weights = {}
    for path in WALKED:
        page = await desk(path)
        weights[path] = await page.evaluate(
            """() => [...performance.getEntriesByType('navigation'),
                ...performance.getEntriesByType('resource')]
                .reduce((sum, one) => sum + one.encodedBodySize, 0)"""
        )

    assert {path: weight for path, weight in weights.items() if weight > 60 * 1024} == {}


@pytest.mark.parametrize("width", [390, 1280])
async def test_what_was_written_when_the_session_ended_goes_on_after_signing_in(
    desk: Desk, faults: Callable[..., Any], width: int
) -> None:
    page = await desk("/werk/aanmeldingen/{number}", width)
    cookies: list[Any] = [*await page.context.cookies()]
    await page.fill("#bericht", "Kun je woensdag?\nIk bel je.")

    await page.context.clear_cookies()
    await page.click("#schrijf button")
    kept = await page.locator("blockquote").inner_text(), await faults(page)
    await page.context.add_cookies([each for each in cookies if each["name"] == COOKIE])
    await page.click("main form button")

    assert kept == ("Kun je woensdag?\nIk bel je.", [])
    assert "Kun je woensdag?" in await page.locator(".letter").inner_text()
