"""Setting up a town, inviting and signing in, in real browsers: also without a script."""

from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Page

from outreach.staff.invitation import invitation_link, invite_first
from outreach.store.store import Store
from outreach.store.unit import NOBODY

pytestmark = pytest.mark.asyncio(loop_scope="session")
PASSWORD, OTHER = "fiets onder de brug", "een boot op het water"
WITHOUT_SCRIPT = {"java_script_enabled": False}


async def faults(page: Page) -> list[str]:
    """Return what stands in the way of somebody on a page."""
    found = await Axe().run(page)
    return [each["id"] for each in found.response["violations"]]


def set_up_link(store: Store) -> str:
    """Return the path of the link that a first start prints."""
    secret = store.run(invite_first, NOBODY)
    assert secret is not None
    return invitation_link("", secret)


async def come_in(page: Page, password: str) -> None:
    await page.get_by_label("Kies een wachtwoord").fill(password)
    await page.get_by_role("button", name="Begin").click()
    await page.wait_for_url("**/werk")


async def sign_in(page: Page, email: str, password: str) -> None:
    await page.get_by_label("E-mailadres").fill(email)
    await page.get_by_label("Wachtwoord").fill(password)
    await page.get_by_role("button", name="Log in", exact=True).click()


async def test_town_is_set_up_a_colleague_invited_and_both_sign_in(
    visit: Any, waterdam: Store
) -> None:
    nadia: Page = await visit(set_up_link(waterdam), **WITHOUT_SCRIPT)
    await nadia.get_by_label("Je naam").fill("Nadia")
    await nadia.get_by_label("E-mailadres").fill("nadia@waterdam.example")
    await come_in(nadia, PASSWORD)

    await nadia.goto("/werk/instellingen/collegas")
    await nadia.get_by_label("Naam", exact=True).fill("Bo")
    await nadia.get_by_label("E-mailadres").fill("bo@waterdam.example")
    await nadia.get_by_role("button", name="Maak een uitnodiging").click()
    link = await nadia.get_by_label("Link", exact=True).input_value()
    bo: Page = await visit("/werk" + link.partition("/werk")[2], **WITHOUT_SCRIPT)
    await come_in(bo, OTHER)
    await bo.get_by_role("button", name="Log uit").click()
    await bo.wait_for_url("**/werk/inloggen")
    await bo.goto("/werk/ik")
    await sign_in(bo, "bo@waterdam.example", OTHER)

    await bo.wait_for_url("**/werk/ik")
    assert "bo@waterdam.example" in await bo.locator("main").inner_text()


async def test_whole_way_in_goes_by_keyboard(visit: Any, waterdam: Store) -> None:
    page: Page = await visit(set_up_link(waterdam))
    await page.get_by_label("Je naam").focus()

    for typed in ("Nadia", "nadia@waterdam.example", PASSWORD):
        await page.keyboard.type(typed)
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")

    await page.wait_for_url("**/werk")


async def test_password_can_be_pasted_and_a_manager_knows_the_fields(
    visit: Any, waterdam: Store
) -> None:
    page: Page = await visit(set_up_link(waterdam))
    field = page.get_by_label("Kies een wachtwoord")

    await field.focus()
    await page.keyboard.insert_text(PASSWORD)

    assert await field.input_value() == PASSWORD
    assert await field.get_attribute("autocomplete") == "new-password"


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light")])
async def test_pages_of_signing_in_can_be_used_by_everybody(
    visit: Any, waterdam: Store, width: int, scheme: str
) -> None:
    page: Page = await visit(set_up_link(waterdam), width, color_scheme=scheme)
    invited = await faults(page)
    await page.goto("/werk/uitnodiging/" + "x" * 43)
    over = await faults(page)
    await page.goto("/werk/inloggen")
    before = await faults(page)
    await sign_in(page, "nadia@waterdam.example", "something else")
    await page.get_by_role("alert").wait_for()

    assert (invited, over, before, await faults(page)) == ([], [], [], [])
