"""Texts that are written from right to left, and what is filled in forced colours."""

from typing import Any

import pytest

from tests.browser.joining import joined

pytestmark = pytest.mark.asyncio(loop_scope="session")
NAME = "سارة 2 (Oost)"
WAY = "element => getComputedStyle(element).direction"


@pytest.mark.parametrize("reloads", [False, True])
async def test_what_somebody_wrote_stands_as_they_wrote_it_in_bubble_and_card(
    visit: Any, chat: Any, reloads: bool
) -> None:
    page = await joined(visit)
    talk = chat(page)
    await talk.press("met een groep")
    await talk.say(NAME)
    await talk.say("Wij maaien het gras")
    if reloads:
        await page.goto("/chat")

    wrote = page.locator(".mine p", has_text=NAME)
    listed = page.locator(".sheet dd", has_text=NAME)
    other = page.locator(".sheet dd", has_text="Wij maaien het gras")

    assert [await one.evaluate(WAY) for one in (wrote, listed, other)] == ["rtl", "rtl", "ltr"]
    # the frame around them stays that of the page
    assert await page.locator(".sheet").evaluate(WAY) == "ltr"


async def test_main_choice_is_filled_in_forced_colours_too(visit: Any, chat: Any) -> None:
    page = await joined(visit, forced_colors="active")
    talk = chat(page)
    await talk.press("met een groep")
    await talk.say("De Schapen")
    await talk.say("Wij maaien het gras")

    shades = [
        await page.get_by_role("button", name=name).evaluate(
            "button => getComputedStyle(button).backgroundColor"
        )
        for name in ("Ja, opslaan", "Nee, veranderen")
    ]

    assert shades[0] != shades[1]
