import asyncio
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.joining import joined

pytestmark = pytest.mark.asyncio(loop_scope="session")
FIRST_VISIT = 60 * 1024
SEEN = (
    "one => 0 < one.getBoundingClientRect().top && one.getBoundingClientRect().bottom < innerHeight"
)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [390, 1280])
async def test_group_takes_part(
    visit: Any, chat: Any, faults: Callable[..., Any], width: int, scripts: bool
) -> None:
    page = await joined(visit, width, java_script_enabled=scripts, reduced_motion="reduce")
    talk = chat(page)
    found = await faults(page) if scripts else []

    await talk.press("met een groep")
    await talk.say("Buren van de Lindenstraat")
    summary = await talk.say("Zes paar handen en een aanhanger")
    found += await faults(page) if scripts else []
    thanks = await talk.press("Ja, opslaan")

    assert re.search(r"Naam\s+Buren van de Lindenstraat", summary)
    assert "Zes paar handen en een aanhanger" in summary
    assert "Gelukt, je aanmelding is binnen!" in thanks
    assert re.search(r"Code\s+[2-9A-Z]{8}", thanks)
    assert found == []
    assert [text for who, text in await talk.messages() if who == "mine"][-1] == "Ja, opslaan"


async def test_talk_goes_in_english_too(visit: Any, chat: Any) -> None:
    page = await joined(visit, language="en-GB", button="I want to take part")

    assert "automatic assistant" in await chat(page).last_message()
    assert await page.locator("html").get_attribute("lang") == "en"


async def test_keyboard_alone_will_do(visit: Any, chat: Any) -> None:
    page = await joined(visit, 1280)
    talk = chat(page)

    await page.locator(".choice").first.focus()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.locator(".theirs").nth(1).wait_for()
    # not at "Nog geen naam": a text is asked for
    await page.keyboard.type("Buren")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("en vrienden")
    await page.keyboard.press("Enter")
    await page.locator(".theirs").nth(2).wait_for()

    mine = [text for who, text in await talk.messages() if who == "mine"]
    assert mine == ["met een groep", "Buren\nen vrienden"]
    assert await page.evaluate("document.activeElement.id") == "text"


async def test_reload_shows_the_same(visit: Any, chat: Any) -> None:
    page = await joined(visit)
    talk = chat(page)
    await talk.press("met een groep")
    before = (await talk.messages(), await talk.options())

    await page.reload()

    after = (await talk.messages(), await talk.options())
    assert after == before
    assert len(after[0]) == 3


async def test_two_tabs_stay_in_step(visit: Any, chat: Any) -> None:
    one = await joined(visit)
    other = await one.context.new_page()
    await other.goto("/chat")

    await chat(one).press("met een groep")
    await other.locator(".theirs").nth(1).wait_for()
    await chat(other).press("Nog geen naam")
    await one.locator(".theirs").nth(2).wait_for()

    shown = [await chat(page).messages() for page in (one, other)]
    assert shown[0] == shown[1]
    assert len(shown[0]) == 5


async def test_message_waits_until_the_connection_is_back(visit: Any, chat: Any) -> None:
    page = await joined(visit)
    talk = chat(page)
    await talk.press("met een groep")
    await page.context.set_offline(True)

    await page.get_by_role("textbox").fill("Buren")
    await page.get_by_role("button", name="Verstuur").click()
    await page.get_by_text("Dit is nog niet verstuurd.").wait_for()
    await page.get_by_text("Er is even geen verbinding.").wait_for()
    await page.context.set_offline(False)
    await page.locator(".theirs").nth(2).wait_for()
    await page.get_by_text("Er is even geen verbinding.").wait_for(state="hidden")

    assert [text for who, text in await talk.messages() if who == "mine"][1:] == ["Buren"]
    assert await page.locator(".unsent").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [390, 1280])
async def test_long_talk_is_paged_and_leads_back_to_its_end(
    visit: Any, chat: Any, width: int, scripts: bool
) -> None:
    page = await joined(visit, width, java_script_enabled=scripts, reduced_motion="reduce")
    for _ in range(51):
        await page.request.post(
            "/chat", form={"text": "help"}, headers={"Accept": "application/json"}
        )

    await page.goto("/chat")
    await page.get_by_role("link", name="Eerder in dit gesprek").click()
    past = await page.get_by_role("textbox").count()
    await page.get_by_role("link", name="Naar de laatste berichten").click()
    await page.get_by_role("textbox").wait_for()

    assert past == 0
    assert await page.locator(".choice:visible").last.evaluate(SEEN) is True


async def test_hostile_text_is_shown_as_text(visit: Any, chat: Any) -> None:
    page = await joined(visit)
    talk = chat(page)
    text = '<img src=x onerror=alert(1)> {{ 7*7 }} javascript:alert(1) https://a.example/"onclick=x'
    await talk.press("met een groep")

    await talk.say(text)
    live = await page.locator(".mine").last.inner_html()
    await page.reload()
    loaded = await page.locator(".mine").last.inner_html()

    assert [("<img" in html, re.findall('href="(.*?)"', html)) for html in (live, loaded)] == [
        (False, ["https://a.example/"])
    ] * 2


async def test_somebody_else_gets_a_clean_page(visit: Any, chat: Any) -> None:
    page = await joined(visit)

    await chat(page).menu("Gesprek sluiten")
    await page.get_by_role("button", name="Sluit mijn gesprek").click()
    await page.get_by_role("heading", name="Je gesprek is gesloten").wait_for()
    await page.goto("/chat")

    assert await page.get_by_role("button", name="Begin het gesprek").is_visible()
    assert "Lindenstraat" not in await page.locator("main").inner_text()


async def test_forgotten_person_hears_so_and_the_page_closes(visit: Any, chat: Any) -> None:
    page = await joined(visit)
    talk = chat(page)

    await talk.say("vergeet mij")
    await page.locator(".choice").first.click()
    await page.get_by_role("link", name="Nieuw gesprek").wait_for()
    goodbye = await talk.last_message()

    # what was said before leaves the screen, and there is a way on
    assert await talk.messages() == [("theirs", goodbye)]
    assert await page.locator("#menu").is_hidden()
    assert await page.get_by_role("textbox").is_hidden()
    assert await page.get_by_role("link", name="Nieuw gesprek").is_visible()
    await page.reload()
    assert await page.get_by_role("button", name="Begin het gesprek").is_visible()


async def test_first_visit_is_small(visit: Any) -> None:
    page = await visit("/chat")

    sizes = await page.evaluate(
        "['navigation', 'resource'].flatMap(kind => "
        "performance.getEntriesByType(kind)).map(one "
        "=> one.transferSize)"
    )

    assert len(sizes) >= 5
    assert min(sizes) > 0
    assert sum(sizes) <= FIRST_VISIT


async def test_read_aloud_is_offered_only_with_a_voice(visit: Any, chat: Any) -> None:
    page = await joined(visit)
    await page.locator("#menu > summary").click()
    without = await page.locator("#aloud").is_visible()
    await page.context.add_init_script(
        "speechSynthesis.getVoices = () => [{lang: 'nl-NL', name: 'Stem'}];"
        "window.said = []; speechSynthesis.speak = (speech) => said.push(speech.text);"
        "window.SpeechSynthesisUtterance = function (text) { this.text = text; };"
    )

    await page.reload()
    await chat(page).menu("Lees voor")

    assert without is False
    assert "Doe je mee" in (await page.evaluate("said"))[0]
    assert await page.locator("#aloud").get_attribute("aria-pressed") == "true"


async def test_message_in_a_crowd_is_sent_again_by_itself(visit: Any, chat: Any) -> None:
    page = await joined(visit)
    talk = chat(page)
    refused = iter(range(2))
    told: list[int] = []

    async def crowded(route: Any) -> None:
        if next(refused, None) is None:
            told.append(await page.locator(".unsent").count())
            await route.continue_()
        else:
            await route.fulfill(status=503, headers={"Retry-After": "0.3"}, body="busy")

    await page.route("**/chat", crowded)
    pressed = talk.press("met een groep")
    answer = asyncio.create_task(pressed)
    await page.get_by_text("Het is nu erg druk. Ik probeer het zo vanzelf nog een keer.").wait_for()
    await answer

    assert told == [0]
    assert [who for who, _ in await talk.messages()] == ["theirs", "mine", "theirs"]
