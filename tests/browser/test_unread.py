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


async def until_waiting(page: Any, count: int) -> None:
    """Wait until so many messages came that this browser did not show."""
    seen = {one["name"]: one["value"] for one in await page.context.cookies()}["gezien"]
    found = 0
    while found < count:
        answer = await page.request.get(f"/chat/nieuw?na={seen}")
        found = (await answer.json())["count"]


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


@pytest.mark.parametrize("scripts", [True, False])
async def test_who_comes_back_reads_on_where_they_left(
    visit: Any, chat: Any, waterdam: Store, scripts: bool
) -> None:
    page = await joined(visit, java_script_enabled=scripts, reduced_motion="reduce")
    await page.goto("/")
    for number in range(4):
        await waterdam.write(
            notify,
            TICK,
            name=f"notice-{number}",
            persons=[1],
            say=lambda language: Message("Er is nieuws. " * 30),
            quiet=LOUD,
        )
    await until_waiting(page, 4)
    await page.goto("/")
    await page.locator(".unread").click()

    new = page.locator(".day.new")
    seen = await new.evaluate("one => [one.innerText, one.getBoundingClientRect().top < 150]")
    after = await new.evaluate("one => one.nextElementSibling.innerText")
    await page.goto("/chat")

    assert seen == ["Nieuw", True]
    assert "Er is nieuws." in after
    assert await new.count() == 0
