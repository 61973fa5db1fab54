"""Each page by Tab alone: what has the focus can be seen, and nothing lies over it."""

from typing import Any

import pytest

from tests.browser.joining import joined

pytestmark = pytest.mark.asyncio(loop_scope="session")
MOST = 80
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  // a row that scrolls sideways may show a part of it (WCAG 2.4.11 asks for no more)
  const side = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const place = [side, box.top + box.height / 2];
  const top = document.elementFromPoint(...place);
  const name = (one.getAttribute("aria-label") || one.innerText || one.id || one.name).trim();
  const seen = top !== null && (one.contains(top) || top.contains(one));
  return [name.replace(/\\s+/g, " ").slice(0, 40), seen];
}"""


async def walked(page: Any) -> list[tuple[str, bool]]:
    """Press Tab until the page ends; return what had the focus, and whether it was in view."""
    found: list[tuple[str, bool]] = []
    for _ in range(MOST):
        await page.keyboard.press("Tab")
        focused = await page.evaluate(FOCUSED)
        if focused is None:
            return found
        found.append(tuple(focused))
    raise AssertionError(f"the focus does not leave the page: {found[-3:]}")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", "/kansen/1", "/kansen/5", "/privacy", "/c/NIEMAND2"])
async def test_whatever_has_the_focus_is_in_view(visit: Any, path: str, width: int) -> None:
    page = await visit(path, width, reduced_motion="reduce")

    found = await walked(page)

    assert found[0][0] == "Ga naar de inhoud"
    assert [name for name, seen in found if not seen] == []


@pytest.mark.parametrize("width", [390, 1280])
async def test_conversation_can_be_walked_from_its_menu_to_the_input(
    visit: Any, chat: Any, width: int
) -> None:
    page = await joined(visit, width, reduced_motion="reduce")
    talk = chat(page)
    await talk.press("met een groep")
    await talk.say("De Schapen")
    await talk.say("Wij maaien het gras")
    await page.goto("/chat")

    found = await walked(page)

    names = [name for name, _ in found]
    changes = [name for name in names if name.startswith("Verander: ")]
    places = [names.index(name) for name in ("Menu", changes[0], "Ja, opslaan", "Terug", "text")]
    assert places == sorted(places)
    assert [name for name, seen in found if not seen] == []


async def test_link_back_is_copied_by_a_button(visit: Any, chat: Any) -> None:
    page = await joined(visit)
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.goto("/chat/bewaar")

    await page.get_by_role("button", name="Kopieer het adres").click()
    await page.get_by_role("button", name="Gekopieerd").wait_for()

    kept = await page.evaluate("navigator.clipboard.readText()")
    assert kept == await page.locator("#link").input_value()
    assert "/chat/terug/" in kept


async def test_focus_on_a_link_in_ones_own_message_can_be_told_from_its_ground(
    visit: Any, chat: Any
) -> None:
    page = await joined(visit)
    await chat(page).press("met een groep")
    await chat(page).say("Zie https://buren.example/plan")

    link = page.locator(".mine a")
    await link.focus()
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Tab")
    line, ground = await link.evaluate(
        "one => [getComputedStyle(one).outlineColor, "
        "getComputedStyle(one.closest('.mine')).backgroundColor]"
    )

    assert await link.evaluate("one => one.matches(':focus-visible')")
    assert line != ground
