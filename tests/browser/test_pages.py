import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")
# what has a route of its own stands in test_every_page
PAGES = [
    "/?thema=energie&plek=WK990101",
    "/?plek=lindenstraat",
    "/?plek=havendijk",
    "/kansen/7",
    "/nowhere",
    "/chat/terug/x",
]


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", PAGES)
async def test_page_can_be_used_by_everybody(
    visit: Any, faults: Callable[..., Any], path: str, width: int, scheme: str
) -> None:
    page = await visit(path, width, color_scheme=scheme)

    assert await faults(page) == []


@pytest.mark.parametrize("width", [320, 640, 1280])
@pytest.mark.parametrize("path", PAGES)
async def test_page_never_scrolls_sideways(visit: Any, path: str, width: int) -> None:
    page = await visit(path, width)

    assert await page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("path", PAGES)
async def test_what_can_be_pressed_is_large_enough(visit: Any, path: str) -> None:
    page = await visit(path, 390)

    small = await page.evaluate(
        """() => [...document.querySelectorAll(
            'button, input, select, textarea, summary, nav a, .button, .back a, .foot a, .brand')]
            .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML)"""
    )

    assert small == []


async def test_keyboard_reaches_content_first_and_then_the_cards(visit: Any) -> None:
    page = await visit("/", 1280)

    await page.keyboard.press("Tab")
    skip = await page.evaluate("document.activeElement.className")
    await page.keyboard.press("Enter")
    stops = [await _next_stop(page) for _ in range(15)]
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/kansen/*")

    assert skip == "skip"
    assert (stops[0], stops[-1].startswith("/kansen/")) == ("plek", True)


async def test_focus_can_be_seen(visit: Any) -> None:
    page = await visit("/kansen/1", 1280)

    unseen = []
    for _ in range(8):
        await page.keyboard.press("Tab")
        style = (
            "(e => getComputedStyle(e).outlineStyle + getComputedStyle(e, '::after').outlineStyle)"
        )
        if "solid" not in await page.evaluate(f"{style}(document.activeElement)"):
            unseen.append(await page.evaluate("document.activeElement.outerHTML"))

    assert unseen == []


@pytest.mark.parametrize("scripts", [True, False])
async def test_filter_narrows_the_list_and_the_way_back_keeps_it(visit: Any, scripts: bool) -> None:
    page = await visit("/", 390, java_script_enabled=scripts)

    await page.get_by_label("Waar woon je?").fill("schapenwaard")
    await page.get_by_role("button", name="Zoek").click()
    await page.get_by_role("link", name="Energie 1").click()
    await page.get_by_role("link", name="Een buurtbatterij voor de Schapenwaard").click()
    await page.get_by_role("link", name="Terug naar de lijst").click()

    await page.wait_for_url("**/?plek=BU*&thema=energie#kansen")
    titles = await page.locator(".card-title").all_inner_texts()
    assert titles == ["Een buurtbatterij voor de Schapenwaard"]


async def test_first_opportunity_is_in_the_first_screen_of_a_phone(visit: Any) -> None:
    page = await visit("/", 390)

    title = await page.locator(".card-title").first.bounding_box()

    assert title["y"] + title["height"] < 844


async def test_deeds_stay_in_view_on_a_phone_and_hide_nothing_at_the_end(visit: Any) -> None:
    page = await visit("/kansen/1", 390)
    bar = page.locator(".deeds")

    top = await bar.bounding_box()
    await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot = await page.locator(".foot a").last.bounding_box()
    end = await bar.bounding_box()

    assert top["y"] + top["height"] == end["y"] + end["height"] == 844
    assert foot["y"] + foot["height"] <= end["y"]


async def test_deeds_do_not_cover_a_low_screen(visit: Any) -> None:
    page = await visit("/kansen/1", 640)
    await page.set_viewport_size({"width": 640, "height": 400})

    assert await page.locator(".deeds").evaluate("e => getComputedStyle(e).position") == "static"


@pytest.mark.parametrize("scripts", [True, False])
async def test_address_can_be_shared(visit: Any, address: str, scripts: bool) -> None:
    page = await visit("/kansen/1", 1280, java_script_enabled=scripts)

    await page.get_by_text("Deel", exact=True).click()

    assert await page.get_by_label("Het adres van deze kans").input_value() == f"{address}/kansen/1"
    assert await page.get_by_role("link", name="WhatsApp").is_visible()
    assert await page.get_by_role("button", name="Kopieer het adres").is_visible() == scripts


async def test_ways_to_share_close_with_escape(visit: Any) -> None:
    page = await visit("/kansen/1", 390)
    await page.get_by_text("Deel", exact=True).click()

    await page.keyboard.press("Escape")

    assert await page.get_by_role("link", name="WhatsApp").is_visible() is False
    assert await page.evaluate("document.activeElement.textContent") == "Deel"


async def test_drawing_of_a_theme_is_drawn(visit: Any) -> None:
    page = await visit("/", 390)

    drawn = await page.evaluate(
        "[...document.querySelectorAll('.drawing')].map((one) => one.getBBox().width)"
    )

    assert drawn == [320] * 8


@pytest.mark.parametrize("scripts", [True, False])
async def test_language_switch_stays_on_the_page(visit: Any, scripts: bool) -> None:
    page = await visit("/kansen/1", 390, java_script_enabled=scripts)

    await page.get_by_role("button", name="English").click()

    await page.get_by_role("link", name="All opportunities").wait_for()
    assert page.url.endswith("/kansen/1")


async def test_browser_that_asks_for_english_gets_it(visit: Any) -> None:
    page = await visit("/", 390, language="en-GB")

    assert await page.locator("h1").inner_text() == "Take part in your neighbourhood"


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_opportunity_is_printed_on_one_page_with_its_address(visit: Any, scheme: str) -> None:
    page = await visit("/kansen/1", 1280, color_scheme=scheme)

    printed = await page.pdf(format="A4")

    await page.emulate_media(media="print")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert await page.locator(".deeds:visible, .top-nav:visible, .foot:visible").count() == 0
    assert await page.locator("h1:visible, .poster .qr:visible, .facts:visible").count() == 3


async def test_what_is_chosen_can_be_seen_in_forced_colours(visit: Any) -> None:
    page = await visit("/?thema=zorg", 390, forced_colors="active")

    edges = await page.evaluate(
        """() => ['.chip-link[aria-current]', '.chip-link:not([aria-current])',
            '.top-link[aria-current]', '.top-link:not([aria-current])']
            .map((one) => getComputedStyle(document.querySelector(one)).borderBottomWidth)"""
    )

    assert edges == ["4px", "1px", "3px", "0px"]


async def test_device_finds_icons_feed_and_preview(visit: Any, address: str) -> None:
    page = await visit("/kansen/1", 390)
    links = await page.evaluate(
        """() => [...document.querySelectorAll(
            'link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]')]
            .map((one) => one.href)
            .concat(document.querySelector('meta[property="og:image"]').content)"""
    )

    found = [await page.request.get(link) for link in links]

    assert [one.status for one in found] == [200] * 5


async def test_browser_takes_the_manifest(visit: Any) -> None:
    page = await visit("/", 390)
    tools = await page.context.new_cdp_session(page)

    found = await tools.send("Page.getAppManifest")

    assert '"start_url": "/"' in found.get("data", "")


async def _next_stop(page: Any) -> str:
    await page.keyboard.press("Tab")
    return str(
        await page.evaluate(
            "document.activeElement.getAttribute('href') || document.activeElement.id"
        )
    )


@pytest.mark.parametrize("number", range(1, 9))
async def test_every_opportunity_is_printed_on_one_page(visit: Any, number: int) -> None:
    page = await visit(f"/kansen/{number}", 1280)

    printed = await page.pdf(format="A4")

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
