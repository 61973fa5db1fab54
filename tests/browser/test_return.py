"""The link that leads back to a conversation, in a real browser."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("scripts", [True, False])
async def test_conversation_goes_on_on_another_device(
    visit: Any, chat: Any, faults: Callable[..., Any], scripts: bool
) -> None:
    page = await visit("/kansen/1", java_script_enabled=scripts)
    await page.get_by_role("button", name="Ik doe mee").first.click()
    await page.wait_for_url("**/chat*")
    before = await chat(page).messages()
    found = await faults(page) if scripts else []

    await chat(page).menu("Bewaar dit gesprek")
    link = await page.get_by_role("textbox").input_value()
    found += await faults(page) if scripts else []
    wide = await page.evaluate("document.documentElement.scrollWidth") if scripts else 390
    other = await visit(link, java_script_enabled=scripts)
    found += await faults(other) if scripts else []
    await other.get_by_role("button", name="Verder met je gesprek").click()
    await other.wait_for_url("**/chat")

    assert await chat(other).messages() == before
    assert await page.get_by_role("img", name="Plaatje met jouw link, om te scannen").is_visible()
    assert (found, wide) == ([], 390)


async def test_page_that_keeps_the_conversation_leads_back_to_it(visit: Any, chat: Any) -> None:
    page = await visit("/chat")
    await page.get_by_role("button", name="Begin het gesprek").click()
    before = await chat(page).messages()

    await chat(page).menu("Bewaar dit gesprek")
    await page.get_by_role("link", name="Terug naar je gesprek").click()

    assert await chat(page).messages() == before


async def test_link_that_is_no_more_gets_a_kind_page(visit: Any) -> None:
    page = await visit(f"/chat/terug/{'A' * 43}")

    assert await page.get_by_role("heading", level=1).is_visible()
    assert await page.get_by_role("button", name="Verder met je gesprek").count() == 0
