"""News with buttons of its own: they stay with it, and the open question stays as it is."""

from typing import Any

import pytest

from bot.speech import HUMAN
from content.message import Message, Option
from outreach.delivery.notice import notify
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.browser.joining import joined
from tests.conftest import LOUD

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [390, 1280])
async def test_buttons_of_news_stay_with_it_and_can_be_pressed(
    visit: Any, chat: Any, waterdam: Store, faults: Any, scripts: bool, width: int
) -> None:
    page = await joined(visit, width, java_script_enabled=scripts)
    await chat(page).say("menu")
    asked = await page.locator("#choices button").all_inner_texts()
    await waterdam.write(
        notify,
        TICK,
        name="notice-answer",
        persons=[1],
        say=lambda language: Message("Er is nieuws", (Option(HUMAN, "Praat met een collega"),)),
        quiet=LOUD,
    )
    button = page.get_by_role("button", name="Praat met een collega")
    for _ in range(100):
        if scripts or await button.count():
            break
        await page.reload()
    await button.wait_for()

    found = await faults(page) if scripts else []
    beside = await page.locator("#choices button").all_inner_texts()
    inside = await page.locator(".theirs").filter(has=button).count()
    await button.click()
    await page.locator(".mine").filter(has_text="Praat met een collega").wait_for()

    assert (beside, inside, found) == (asked, 1, [])
