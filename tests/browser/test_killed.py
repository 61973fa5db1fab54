"""A server that is killed in the middle of a talk, as a person in two tabs of a browser sees it."""

import signal
from asyncio.subprocess import Process
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from content.message import Message
from outreach.commands.parts import DATABASE
from outreach.delivery.notice import notify
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.browser.hiding import HIDES
from tests.conftest import LOUD
from tests.promises.serving import free_port, served
from tests.promises.talking import rows_in

pytestmark = pytest.mark.asyncio(loop_scope="session")
PATIENCE = 60_000
"""The page tries again at longer and longer intervals."""
CAME = "SELECT text FROM inbound WHERE text IS NOT NULL ORDER BY id"
NEWS = "Er is antwoord"
TWICE = "SELECT count(*) FROM delivery GROUP BY inbound_id HAVING count(*) > 1"


async def begun(browser: Browser, address: str) -> Page:
    """Open a conversation about the first opportunity; return its page."""
    context = await browser.new_context(base_url=address, locale="nl-NL")
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    await page.goto("/kansen/1")
    await page.get_by_role("button", name="Ik doe mee").click()
    await page.locator(".theirs").first.wait_for()
    return page


async def say(page: Page, text: str) -> None:
    await page.get_by_role("textbox").fill(text)
    await page.get_by_role("button", name="Verstuur").click()


def said(language: str) -> Message:
    return Message(NEWS)


async def killed(process: Process) -> None:
    process.send_signal(signal.SIGKILL)
    await process.wait()


async def test_what_was_typed_meanwhile_goes_out_once_and_both_tabs_go_on(
    chromium: Browser, chat: Any, tmp_path: Path, waterdam: Store
) -> None:
    waterdam.close()
    port, rows = free_port(), rows_in(tmp_path / DATABASE)

    async with served(tmp_path, port) as process:
        page = await begun(chromium, f"http://127.0.0.1:{port}")
        other = await page.context.new_page()
        await other.goto("/chat")
        title = await page.title()
        await killed(process)
        await say(page, "met een groep")
        await page.get_by_text("Dit is nog niet verstuurd.").first.wait_for()
        await say(page, "De Schapen")
    async with served(tmp_path, port):
        for tab in (page, other):
            await tab.get_by_text("Wat wil").last.wait_for()
            await tab.get_by_text("Er is even geen verbinding.").wait_for(state="hidden")
        unsent = await page.locator(".unsent").count()
        talks = [await chat(tab).messages() for tab in (page, other)]
        # the stream is back in both: what is said in one comes in the other
        await say(other, "help")
        await page.get_by_text("Ik stel één vraag tegelijk.").wait_for()
        titles = {await tab.title() for tab in (page, other)}
    await page.context.close()

    assert unsent == 0
    assert [text for who, text in talks[0] if who == "mine"] == [
        "met een groep",
        "De Schapen",
    ]
    assert talks[0] == talks[1], talks
    assert rows(CAME)[-3:] == [("met een groep",), ("De Schapen",), ("help",)]
    assert rows(TWICE) == []
    assert titles == {title}


async def test_news_of_after_a_restart_is_marked_until_it_is_seen(
    chromium: Browser, tmp_path: Path, waterdam: Store
) -> None:
    waterdam.close()
    port = free_port()

    async with served(tmp_path, port) as process:
        page = await begun(chromium, f"http://127.0.0.1:{port}")
        title = await page.title()
        await page.clock.install()
        await page.evaluate(HIDES, True)
        await killed(process)
    # nobody is there: the tab looks again later
    await page.clock.run_for(60_000)
    with Store(tmp_path / DATABASE) as store:
        store.run(notify, TICK, name="notice-answer", persons=[1], say=said, quiet=LOUD)
    async with served(tmp_path, port):
        while await page.title() == title:
            await page.clock.run_for(600_000)
        missed = await page.title()
        elsewhere = await page.context.new_page()
        marks = []
        for _ in range(2):
            await elsewhere.goto("/")
            marks.append(await elsewhere.locator(".unread").inner_text())
        await page.reload()
        await page.get_by_text(NEWS).wait_for()
        seen = await page.title()
        await elsewhere.reload()
        left = await elsewhere.locator(".unread").count()
    await page.context.close()

    assert (missed, marks, seen, left) == (f"(1) {title}", ["nieuw", "nieuw"], title, 0)
