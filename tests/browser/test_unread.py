"""What came while nobody looked shows in the title of the tab, and on the other pages."""

from typing import Any

import pytest

from content.message import Message
from outreach.delivery.notice import notify
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.browser.hiding import HIDES
from tests.browser.joining import joined
from tests.conftest import LOUD

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_tab_that_nobody_looks_at_says_how_many_came(visit: Any, waterdam: Store) -> None:
    page = await joined(visit)
    title = await page.title()
    await page.clock.install()
    await page.evaluate(HIDES, True)
    await waterdam.write(
        notify,
        TICK,
        name="notice-answer",
        persons=[1],
        say=lambda language: Message("Er is antwoord"),
        quiet=LOUD,
    )

    while await page.title() == title:
        await page.clock.run_for(60_000)
    missed = await page.title()
    elsewhere = await page.context.new_page()
    await elsewhere.goto("/")
    marked = await elsewhere.locator(".unread").inner_text()
    await page.evaluate(HIDES, False)
    await page.get_by_text("Er is antwoord").wait_for()

    assert (missed, marked, await page.title()) == (f"(1) {title}", "nieuw", title)
    await elsewhere.goto("/")
    assert await elsewhere.locator(".unread").count() == 0
