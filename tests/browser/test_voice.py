"""A voice message in the chat, in a real browser with a microphone that hears a beep."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from tests.browser.conftest import CHROMIUM
from tests.browser.joining import joined

pytestmark = pytest.mark.asyncio(loop_scope="session")
SPOKEN = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@pytest_asyncio.fixture(loop_scope="session")
async def speaking() -> AsyncIterator[Browser]:
    """A browser with a microphone that hears a beep."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", *SPOKEN]
        )
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def spoken(speaking: Browser, address: str) -> Page:
    """The chat, where somebody just pressed the microphone."""
    context = await speaking.new_context(
        base_url=address, locale="nl-NL", permissions=["microphone"]
    )

    async def visit(path: str, *_: Any, **__: Any) -> Page:
        page = await context.new_page()
        await page.goto(path)
        return page

    page: Page = await joined(visit)
    await page.get_by_role("button", name="Spreek een bericht in").click()
    await page.get_by_text("0:01").wait_for()
    return page


async def test_voice_is_spoken_heard_again_and_sent(
    spoken: Page, kept: Callable[[], list[Any]], faults: Callable[[Page], Awaitable[list[str]]]
) -> None:
    await spoken.get_by_role("button", name="Stop de opname").click()
    await spoken.locator("#voice-again").wait_for()
    wrong = await faults(spoken)
    await spoken.get_by_role("button", name="Verstuur de opname").click()
    await spoken.get_by_text("Je spraakbericht is binnen.").wait_for()

    assert wrong == []
    assert [(kind, media_type) for kind, media_type, _ in kept()] == [("voice", "audio/webm")]
    assert await spoken.locator(".mine audio").count() == 1
    assert await spoken.get_by_role("textbox").is_visible()


async def test_voice_is_thrown_away(spoken: Page, kept: Callable[[], list[Any]]) -> None:
    await spoken.get_by_role("button", name="Gooi de opname weg").click()

    await spoken.get_by_role("textbox").wait_for()
    assert await spoken.evaluate("document.activeElement.id") == "mic"
    assert kept() == []


async def test_microphone_that_is_pressed_twice_is_opened_once(visit: Any, spoken: Page) -> None:
    await spoken.get_by_role("button", name="Gooi de opname weg").click()
    await spoken.locator("#recorder").wait_for(state="hidden")
    asked = await spoken.evaluate(
        """async () => {
          const media = navigator.mediaDevices, given = media.getUserMedia.bind(media);
          let asked = 0;
          media.getUserMedia = (what) => { asked += 1; return given(what); };
          document.getElementById("mic").click();
          document.getElementById("mic").click();
          return asked;
        }"""
    )

    await spoken.get_by_text("0:01").wait_for()
    assert asked == 1


async def test_where_no_microphone_is_allowed_that_is_said(visit: Any) -> None:
    page = await joined(visit)

    await page.get_by_role("button", name="Spreek een bericht in").click()

    await page.get_by_text("Ik kan je microfoon niet gebruiken.").wait_for()
    assert await page.get_by_role("textbox").is_visible()
