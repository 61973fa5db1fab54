"""The photo of an opportunity in a real browser: page, list and conversation."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.store.store import Store
from tests.photos import WIDE, give_picture, photo

pytestmark = pytest.mark.asyncio(loop_scope="session")
ALT = "Bloemen langs de straat"
WIDTH = "async image => { await image.decode(); return image.naturalWidth }"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", "/kansen/1"])
async def test_photo_is_drawn_where_the_drawing_of_the_theme_was(
    visit: Any, waterdam: Store, faults: Callable[..., Any], path: str, width: int
) -> None:
    give_picture(waterdam, 1, photo(), credit="Wijkblad")
    page = await visit(path, width)
    image = page.get_by_alt_text(ALT)
    await image.scroll_into_view_if_needed()

    assert await image.evaluate(WIDTH) == WIDE
    assert await page.evaluate("document.documentElement.scrollWidth") == width
    assert await faults(page) == []


async def met(visit: Any, **options: Any) -> Any:
    """Begin a conversation and ask for the street; return the photo in the card that answers."""
    page = await visit("/chat", **options)
    await page.get_by_role("button", name="Begin het gesprek").click()
    await page.get_by_role("textbox").fill("lindenstraat")
    await page.get_by_role("button", name="Verstuur").click()
    return page


@pytest.mark.parametrize("scripts", [True, False])
async def test_card_in_the_conversation_has_the_photo(
    visit: Any, waterdam: Store, scripts: bool
) -> None:
    give_picture(waterdam, 1, photo())

    page = await met(visit, java_script_enabled=scripts)

    image = page.locator(".sheet").get_by_alt_text(ALT)
    await image.wait_for()
    assert await image.evaluate(WIDTH) == WIDE


async def test_card_whose_photo_is_gone_shows_the_drawing_again(
    visit: Any, waterdam: Store
) -> None:
    give_picture(waterdam, 1, photo())
    page = await visit("/chat")
    await page.context.route("**/foto?*", lambda route: route.abort())
    await page.get_by_role("button", name="Begin het gesprek").click()
    await page.get_by_role("textbox").fill("lindenstraat")
    await page.get_by_role("button", name="Verstuur").click()

    await page.locator(".sheet svg.drawing").wait_for()
    assert await page.locator(".sheet img").count() == 0
