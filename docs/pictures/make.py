"""Make the README's pictures anew: `uv run python
docs/pictures/make.py`. Needs Debian's chromium.
"""

import asyncio
import html
import io
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web
from playwright.async_api import Browser, Page, async_playwright
from pydantic import HttpUrl

from bot.channels.terminal import Terminal
from bot.server import build, make_script, make_texts, sending
from bot.turn import Turns
from outreach.delivery.quiet import Quiet
from outreach.delivery.sender import Sender
from outreach.opportunities.samples import add_samples
from outreach.settings import Settings
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
PORT = 8092
LINES = (
    "per thema",
    "groen",
    "1",
    "ik doe mee",
    "met een groep",
    "buren van de Lindenstraat",
    "elke zaterdag zes paar handen",
)
FRAME = """<meta charset="utf-8"><style>
body {{ margin: 0; background: #16211f; color: #e8efe9; font: 15px/1.5 "DejaVu Sans Mono",
monospace; padding: 24px; }} pre {{ margin: 0; white-space: pre-wrap; }} b {{ color: #7fd1b0;
font-weight: normal; }}
</style><pre>{text}</pre>"""


async def main() -> None:
    """Talk once in the chat and once in the terminal, and keep what it looks like."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kansenbode.db"
        migrate(path)
        settings = Settings.demo(address=HttpUrl(f"http://127.0.0.1:{PORT}"))
        with Store(path) as store:
            store.run(
                add_samples, NOBODY, ocid_prefix=settings.ocid_prefix, zone=settings.zone_info
            )
            async with async_playwright() as playwright:
                browser = await playwright.chromium.launch(
                    executable_path=CHROMIUM, args=["--no-sandbox"]
                )
                await picture_chat(browser, settings, Path(folder), store)
                await picture_terminal(browser, settings, store)
                await browser.close()


async def picture_chat(browser: Browser, settings: Settings, folder: Path, store: Store) -> None:
    """The web chat at 390 pixels, up to the summary of an interest."""
    runner = web.AppRunner(build(settings, folder, store))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", PORT).start()
    page = await browser.new_page(
        viewport={"width": 390, "height": 844},
        device_scale_factor=2,
        locale="nl-NL",
        reduced_motion="reduce",
    )
    await page.goto(f"http://127.0.0.1:{PORT}/kansen/1")
    await page.get_by_role("button", name="Ik doe mee").first.click()
    for line in LINES[3:]:
        await say(page, line)
    await page.get_by_text("Klopt dit?").wait_for()
    await page.screenshot(path=HERE / "chat.png", animations="disabled")
    await page.close()
    await runner.cleanup()


async def say(page: Page, text: str) -> None:
    """Type a line in the chat and wait for the answer."""
    before = await page.locator(".bubble.theirs").count()
    await page.get_by_role("textbox").fill(text)
    await page.keyboard.press("Enter")
    await page.locator(".bubble.theirs").nth(before).wait_for()


async def picture_terminal(browser: Browser, settings: Settings, store: Store) -> None:
    """The end of the same conversation as a terminal shows it."""
    shown = io.StringIO()
    terminal = Terminal(shown.write)
    sender = Sender(store, {terminal.name: terminal}, Quiet.of(settings))

    async def lines() -> AsyncIterator[str]:
        for line in LINES:
            shown.write(f"\x01{line}\x02\n")
            yield line

    async with sending(sender, store.vigil):
        await terminal.converse(
            Turns(store, make_script(make_texts(settings)), sender), lines(), "nl"
        )
    text = (
        html.escape("\n".join(shown.getvalue().splitlines()[-36:]))
        .replace("\x01", "<b>&gt; ")
        .replace("\x02", "</b>")
    )
    page = await browser.new_page(viewport={"width": 780, "height": 844}, device_scale_factor=2)
    await page.set_content(FRAME.format(text=text))
    await page.screenshot(path=HERE / "terminal.png")


if __name__ == "__main__":
    asyncio.run(main())
