"""What stands around the conversation, in a real browser."""

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from bot.dialogues.interest import LONGEST
from tests.browser.joining import joined
from tests.clock import Clock

pytestmark = pytest.mark.asyncio(loop_scope="session")
IN_VIEW = (
    "one => { const at = one.getBoundingClientRect(); "
    "return at.top >= 0 && at.bottom <= innerHeight }"
)
FOCUSED = "document.activeElement.id"


async def at_group_name(visit: Any, chat: Any, width: int = 390, **options: Any) -> Any:
    """Go to the first question that takes a text."""
    page = await joined(visit, width, **options)
    await chat(page).press("met een groep")
    return page


@pytest.mark.parametrize("scripts", [True, False])
async def test_menu_leads_to_all_that_works_everywhere(
    visit: Any, chat: Any, scripts: bool
) -> None:
    page = await joined(visit, java_script_enabled=scripts)
    talk = chat(page)

    for line in ("Medewerker spreken", "Mijn gegevens"):
        before = await page.locator(".theirs").count()
        await talk.menu(line)
        await page.locator(".theirs").nth(before).wait_for()

    mine = [text for who, text in await talk.messages() if who == "mine"]
    assert mine == ["Medewerker spreken", "Mijn gegevens"]
    assert await page.locator("#menu").get_attribute("open") is None


async def test_menu_closes_as_people_expect(visit: Any, faults: Callable[..., Any]) -> None:
    page = await joined(visit)
    menu, sign = page.locator("#menu"), page.locator("#menu > summary")

    await sign.click()
    found = await faults(page)
    await page.keyboard.press("Escape")
    by_key = (await menu.get_attribute("open"), await sign.evaluate("one => one.matches(':focus')"))
    await sign.click()
    await page.locator("#log").click(position={"x": 5, "y": 5})

    assert found == []
    assert by_key == (None, True)
    assert await menu.get_attribute("open") is None


@pytest.mark.parametrize("scripts", [True, False])
async def test_progress_and_the_way_back_stand_above_the_input(
    visit: Any, chat: Any, scripts: bool
) -> None:
    page = await at_group_name(visit, chat, java_script_enabled=scripts)
    talk = chat(page)
    asked = await talk.last_message()
    bar = page.get_by_role("progressbar", name="Vraag 1 van 3")
    value = await bar.get_attribute("value")

    again = await talk.press("Terug")

    assert "stap" not in asked
    assert value == "1"
    assert again.endswith("Doe je mee …")
    assert await page.get_by_role("button", name="Terug").is_hidden()


async def test_input_stays_in_view_where_there_is_little_height(visit: Any, chat: Any) -> None:
    page = await at_group_name(visit, chat, 844)

    shown = []
    for width, height in ((844, 390), (640, 400), (360, 340), (320, 256)):
        await page.set_viewport_size({"width": width, "height": height})
        shown.append(await page.get_by_role("textbox").evaluate(IN_VIEW))
        sideways = await page.evaluate("document.documentElement.scrollWidth > innerWidth")
        shown.append(not sideways)

    assert shown == [True] * 8


@pytest.mark.parametrize("scripts", [True, False])
async def test_messages_stand_under_their_day_with_their_time(
    visit: Any, chat: Any, scripts: bool
) -> None:
    page = await joined(visit, java_script_enabled=scripts)
    await page.clock.set_fixed_time(Clock().now)
    await chat(page).press("met een groep")

    days = await page.locator(".day").all_inner_texts()
    times = await page.locator(".stamp").all_inner_texts()

    assert days == ["Vandaag"]
    assert [time.strip() for time in times] == ["10:00"]


async def test_enter_sends_on_a_phone_too_and_the_keyboard_stays(visit: Any, chat: Any) -> None:
    page = await at_group_name(visit, chat, has_touch=True, is_mobile=True)

    await page.get_by_role("textbox").tap()
    await page.keyboard.type("Buren")
    await page.keyboard.press("Enter")
    await page.locator(".theirs").nth(2).wait_for()
    by_key = await page.evaluate(FOCUSED)
    await page.keyboard.type("Zes paar handen")
    await page.get_by_role("button", name="Verstuur").tap()
    await page.locator(".theirs").nth(3).wait_for()

    assert [text for who, text in await chat(page).messages() if who == "mine"][-2:] == [
        "Buren",
        "Zes paar handen",
    ]
    assert (by_key, await page.evaluate(FOCUSED)) == ("text", "text")


async def test_half_typed_text_survives_a_reload_and_goes_with_the_conversation(
    visit: Any, chat: Any
) -> None:
    page = await at_group_name(visit, chat)

    await page.get_by_role("textbox").fill("Buren van de")
    await page.reload()
    kept = await page.get_by_role("textbox").input_value()
    await chat(page).menu("Gesprek sluiten")
    await page.get_by_role("button", name="Sluit mijn gesprek").click()
    await page.get_by_role("heading", name="Je gesprek is gesloten").wait_for()

    assert kept == "Buren van de"
    assert await page.evaluate("sessionStorage.length") == 0


async def test_unsent_messages_survive_a_reload_and_go_out_in_order_once(
    visit: Any, chat: Any
) -> None:
    page = await at_group_name(visit, chat)
    stored: list[str] = []

    async def cut_off(route: Any) -> None:
        # the first one is stored, but its answer is lost on the way back
        if not stored:
            stored.append("stored")
            await route.fetch()
        await route.abort()

    await page.route(
        re.compile("/chat$"),
        lambda route: route.continue_() if route.request.method == "GET" else cut_off(route),
    )
    for text in ("Buren", "Zes paar handen"):
        await page.get_by_role("textbox").fill(text)
        await page.keyboard.press("Enter")
    await page.get_by_text("Dit is nog niet verstuurd.").last.wait_for()
    await page.unroute_all()
    await page.reload()
    await page.locator(".theirs").nth(3).wait_for()

    mine = [text for who, text in await chat(page).messages() if who == "mine"]
    assert mine[1:] == ["Buren", "Zes paar handen"]
    assert await page.locator(".unsent").count() == 0


async def test_room_is_told_only_when_it_is_nearly_used(visit: Any, chat: Any) -> None:
    page = await at_group_name(visit, chat)
    await chat(page).say("Buren")
    told = []

    for length in (LONGEST - 101, LONGEST - 10, LONGEST + 12):
        await page.get_by_role("textbox").fill("a" * length)
        room = page.locator("#room")
        told.append(await room.inner_text() if await room.is_visible() else "")

    assert told == ["", "Tekens over: 10", "Tekens te veel: 12"]


async def test_what_it_is_about_stands_beside_a_wide_conversation(
    visit: Any, chat: Any, faults: Callable[..., Any]
) -> None:
    page = await joined(visit, 1280)
    about = page.get_by_role("complementary")
    first = await about.get_by_role("heading").inner_text()
    found = await faults(page)

    await page.set_viewport_size({"width": 390, "height": 844})

    assert "plantsoen" in first
    assert found == []
    assert await about.is_hidden()


async def test_other_tab_of_somebody_forgotten_shows_nothing_any_more(
    visit: Any, chat: Any
) -> None:
    page = await joined(visit)
    other = await page.context.new_page()
    await other.goto("/chat")

    await chat(page).say("vergeet mij")
    await page.locator(".choice").first.click()
    await other.get_by_role("link", name="Nieuw gesprek").wait_for()

    assert await chat(other).messages() == []


@pytest.mark.parametrize("reads", [True, False])
async def test_news_does_not_tear_away_who_reads_what_was_said_before(
    visit: Any, chat: Any, reads: bool
) -> None:
    page = await at_group_name(visit, chat, reduced_motion="reduce")
    await chat(page).say("Buren")
    news, told = asyncio.Event(), json.dumps({"seq": 999, "text": "Er is nieuws."})

    async def tell(route: Any) -> None:
        await news.wait()
        await route.fulfill(content_type="text/event-stream", body=f"id: 999\ndata: {told}\n\n")

    await page.route("**/chat/stream*", tell)
    await page.set_viewport_size({"width": 390, "height": 480})
    await page.goto("/chat")
    if reads:
        await page.evaluate("scrollTo(0, 0)")
    news.set()
    await page.get_by_text("Er is nieuws.").wait_for()

    assert (await page.evaluate("scrollY") == 0) is reads


async def test_first_page_leads_to_privacy_before_anything_is_asked(
    visit: Any, faults: Callable[..., Any]
) -> None:
    page = await visit("/chat")

    found = await faults(page)
    await page.get_by_role("link", name="Lees wat we met je gegevens doen").click()
    await page.wait_for_url("**/privacy")

    assert found == []


async def test_send_button_is_seen_in_forced_colours(visit: Any) -> None:
    page = await joined(visit, forced_colors="active")

    drawn = await page.locator(".send").evaluate(
        "one => { const at = getComputedStyle(one);"
        "const sign = getComputedStyle(one.querySelector('path'));"
        "return [at.borderTopStyle, sign.stroke !== at.backgroundColor] }"
    )

    assert drawn == ["solid", True]


@pytest.mark.parametrize("scripts", [True, False])
async def test_other_language_puts_the_open_question_again(
    visit: Any, chat: Any, scripts: bool
) -> None:
    page = await at_group_name(visit, chat, java_script_enabled=scripts)

    await chat(page).menu("English")
    await page.get_by_text("What is your group called?").wait_for()
    inside = await page.locator("html").get_attribute("lang")
    await page.goto("/")

    assert inside == "en"
    assert await page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("own", [{"files_mb": 0}])
async def test_picture_that_is_pasted_where_none_is_kept_is_answered_at_once(visit: Any) -> None:
    page = await joined(visit)

    await page.get_by_role("textbox").evaluate(
        "box => { const data = new DataTransfer();"
        "data.items.add(new File(['x'], 'plein.jpg', { type: 'image/jpeg' }));"
        "box.dispatchEvent(new ClipboardEvent('paste', "
        "{ clipboardData: data, bubbles: true, cancelable: true })); }"
    )
    told = await page.get_by_text("Een foto of bestand kan ik hier niet aannemen.").is_visible()
    await page.get_by_role("textbox").press("a")

    assert told
    assert await page.locator("#nofile").is_hidden()
