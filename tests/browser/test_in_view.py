"""What decides is in view, and so is the way to what stands below."""

import asyncio
import json
from typing import Any

import pytest

from tests.browser.joining import joined

pytestmark = pytest.mark.asyncio(loop_scope="session")
SEEN = """one => {
  const at = one.getBoundingClientRect();
  const there = document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
  return at.top >= 0 && at.bottom <= innerHeight && one.contains(there);
}"""
LONG = "\n\n".join(f"Stuk {number} van een lang bericht." for number in range(40))
NEWS = "Er is nieuws."


async def at_summary(visit: Any, chat: Any, **options: Any) -> Any:
    """Answer all that is asked, with a long text; return the page with the summary."""
    page = await joined(visit, reduced_motion="reduce", **options)
    talk = chat(page)
    await talk.press("met een groep")
    await talk.say("De Schapen van de Lindenstraat")
    await talk.say("Wij maaien het gras en doen de borders. " * 8)
    return page


async def hearing(page: Any, message: dict[str, Any]) -> asyncio.Event:
    """Come back to a conversation that hears this message once the event is set."""
    news, told = asyncio.Event(), json.dumps({"seq": 999, **message})

    async def tell(route: Any) -> None:
        await news.wait()
        await route.fulfill(content_type="text/event-stream", body=f"id: 999\ndata: {told}\n\n")

    await page.route("**/chat/stream*", tell)
    await page.goto("/chat")
    return news


async def until_shown(page: Any, shown: bool) -> None:
    await page.locator("#down").wait_for(state="visible" if shown else "hidden")


@pytest.mark.parametrize("reloads", [False, True])
async def test_button_that_saves_is_in_view_though_the_summary_is_longer_than_the_screen(
    visit: Any, chat: Any, reloads: bool
) -> None:
    page = await at_summary(visit, chat)
    if reloads:
        await page.goto("/chat")

    seen = [
        await page.get_by_role("button", name=name, exact=True).evaluate(SEEN)
        for name in ("Ja, opslaan", "Nee, veranderen")
    ]

    assert seen == [True, True]
    assert await page.locator(".theirs").last.locator(".sheet-title").evaluate(SEEN)


async def test_buttons_stand_right_below_what_fits_on_the_screen(visit: Any, chat: Any) -> None:
    page = await at_summary(visit, chat)

    await page.set_viewport_size({"width": 390, "height": 2000})
    await until_shown(page, False)

    gap = await page.evaluate(
        """() => document.querySelector("#choices").getBoundingClientRect().top
            - document.querySelector("#log").getBoundingClientRect().bottom"""
    )
    assert gap == 0


async def test_way_down_is_offered_where_more_stands_below(visit: Any, chat: Any) -> None:
    page = await at_summary(visit, chat)
    question = page.get_by_text("Klopt dit?", exact=True)

    await until_shown(page, True)
    before = await question.evaluate(SEEN)
    await page.get_by_role("button", name="Naar het laatste bericht").click()
    await until_shown(page, False)

    assert (before, await question.evaluate(SEEN)) == (False, True)


async def test_who_reads_what_was_said_before_sees_that_something_new_came(
    visit: Any, chat: Any
) -> None:
    page = await at_summary(visit, chat)
    news = await hearing(page, {"text": NEWS})
    await page.evaluate("scrollTo(0, 0)")
    await until_shown(page, True)

    news.set()
    await page.get_by_role("button", name="Nieuw bericht").click()
    await until_shown(page, False)

    assert await page.get_by_text(NEWS).evaluate(SEEN)
    # it was read: what stands below next is not new
    await page.evaluate("scrollTo(0, 0)")
    await page.get_by_role("button", name="Naar het laatste bericht").wait_for()


async def test_news_is_read_from_its_top_by_the_way_down(visit: Any, chat: Any) -> None:
    page = await at_summary(visit, chat)
    news = await hearing(page, {"text": LONG})
    await page.evaluate("scrollTo(0, 0)")
    await until_shown(page, True)

    news.set()
    await page.get_by_role("button", name="Nieuw bericht").click()

    assert await page.get_by_text("Stuk 0 van een lang bericht.").evaluate(SEEN)
