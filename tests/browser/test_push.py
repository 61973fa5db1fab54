"""Notifications in a real browser: asked for by a press, shown by the worker, opened by a press."""

import asyncio
import json
from typing import Any

import pytest

from outreach.store.store import Store
from tests.pushservice import Browser
from tests.statements import one_value

pytestmark = pytest.mark.asyncio(loop_scope="session")
SUBSCRIBED = """
    const keys = %s;
    let made = null;
    PushManager.prototype.getSubscription = async () => made;
    PushManager.prototype.subscribe = async ({ applicationServerKey, userVisibleOnly }) => {
      window.askedWith = { applicationServerKey, userVisibleOnly };
      made = {
        endpoint: "https://fcm.googleapis.com/fcm/send/anna",
        toJSON() { return { endpoint: this.endpoint, keys }; },
        unsubscribe: async () => { made = null; return true; },
      };
      return made;
    };
"""
"""Chromium without an account at its maker has no push service: this stands in its place."""
AWAKE = """
    async (frames) => {
      for (let frame = 0; frame < frames; frame += 1) {
        const worker = await navigator.serviceWorker.getRegistration("/chat/");
        if (worker?.active?.state === "activated") return true;
        await new Promise((done) => requestAnimationFrame(done));
      }
      return false;
    }
"""
"""True once the worker is at work: what is delivered to it before is lost."""
SHOWN = """
    async (frames) => {
      const worker = await navigator.serviceWorker.getRegistration("/chat/");
      for (let frame = 0; frame < frames; frame += 1) {
        const found = await worker.getNotifications();
        const told = found.map(({ title, body, lang, data }) => ({ title, body, lang, data }));
        if (told.length) return told;
        await new Promise((done) => requestAnimationFrame(done));
      }
      return [];
    }
"""
"""The notifications that are shown, once there are any."""
FRAMES = 2_000
PATIENCE = 30.0
RING = {
    "title": "Gemeente Waterdam",
    "body": "Er is een antwoord voor je.",
    "lang": "nl",
    "to": "/chat",
}


async def allowed(page: Any) -> None:
    await page.context.grant_permissions(["notifications"])


async def talk(visit: Any, chat: Any, **options: Any) -> Any:
    page = await visit("/chat", **options)
    await page.get_by_role("button", name="Begin het gesprek").click()
    await page.locator("#composer").wait_for()
    return page


async def told(page: Any) -> str:
    banner = page.locator("#pushed")
    await banner.wait_for()
    return str(await banner.inner_text())


async def test_nothing_is_asked_before_a_press_and_one_more_turns_it_off(
    visit: Any, chat: Any, waterdam: Store, faults: Any
) -> None:
    page = await visit("/chat")
    await allowed(page)
    await page.context.add_init_script(SUBSCRIBED % json.dumps(Browser().keys))
    await page.get_by_role("button", name="Begin het gesprek").click()
    await page.locator("#composer").wait_for()
    before = await page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
    )

    await chat(page).menu("Meldingen aan")
    on = await told(page)
    asked = await page.evaluate("window.askedWith")
    stored = one_value(waterdam, "SELECT count(*) FROM subscription")
    seen = await faults(page)
    await chat(page).menu("Meldingen uit")
    await page.get_by_text("Meldingen staan uit op dit apparaat.").wait_for()

    assert before == 0
    assert on.startswith("Meldingen staan aan.")
    assert (len(asked["applicationServerKey"]), asked["userVisibleOnly"]) == (87, True)
    assert (stored, one_value(waterdam, "SELECT count(*) FROM subscription")) == (1, 0)
    assert seen == []


async def test_worker_shows_what_is_pushed_and_opens_the_conversation(
    visit: Any, chat: Any, address: str
) -> None:
    page = await visit("/chat")
    await allowed(page)
    await page.context.add_init_script(SUBSCRIBED % json.dumps(Browser().keys))
    await page.get_by_role("button", name="Begin het gesprek").click()
    await page.locator("#composer").wait_for()
    await chat(page).menu("Meldingen aan")
    await told(page)
    client = await page.context.new_cdp_session(page)
    known: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def see(found: Any) -> None:
        for each in found["registrations"]:
            if not known.done():
                known.set_result(each["registrationId"])

    client.on("ServiceWorker.workerRegistrationUpdated", see)
    await client.send("ServiceWorker.enable")
    awake = await page.evaluate(AWAKE, FRAMES)

    number = await asyncio.wait_for(known, PATIENCE)
    ring = {"origin": address, "registrationId": number, "data": json.dumps(RING)}
    await client.send("ServiceWorker.deliverPushMessage", ring)
    shown = await page.evaluate(SHOWN, FRAMES)

    assert awake
    assert shown == [
        {"title": RING["title"], "body": RING["body"], "lang": "nl", "data": {"to": "/chat"}}
    ]


async def test_browser_that_has_no_push_service_says_so_kindly(visit: Any, chat: Any) -> None:
    page = await talk(visit, chat)
    await allowed(page)

    await chat(page).menu("Meldingen aan")

    assert await told(page) == "Dat lukt nu niet. Probeer het later nog een keer."


async def test_who_refuses_is_told_where_to_allow_it(visit: Any, chat: Any) -> None:
    page = await talk(visit, chat)

    await chat(page).menu("Meldingen aan")

    assert (await told(page)).startswith("Je browser laat geen meldingen toe.")


async def test_iphone_is_told_how_it_can(visit: Any, chat: Any) -> None:
    page = await visit("/chat", user_agent="Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)")
    await page.context.add_init_script("delete window.PushManager;")
    await page.get_by_role("button", name="Begin het gesprek").click()
    await page.locator("#composer").wait_for()

    await chat(page).menu("Meldingen aan")

    assert "op je beginscherm" in await told(page)


async def test_without_a_script_it_is_not_offered(visit: Any) -> None:
    page = await visit("/chat", java_script_enabled=False)
    await page.get_by_role("button", name="Begin het gesprek").click()
    await page.locator("#menu > summary").click()

    assert await page.get_by_text("Mijn gegevens").is_visible()
    assert not await page.get_by_text("Meldingen aan").is_visible()
