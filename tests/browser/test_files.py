"""Photos and files in the chat, in a real browser, also without a script."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.attached import jpeg, pdf, png
from tests.browser.conftest import Chat
from tests.browser.joining import joined

pytestmark = pytest.mark.asyncio(loop_scope="session")
LARGE = """async () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 4000, height: 3000 });
  const pen = canvas.getContext("2d");
  const data = pen.createImageData(4000, 3000);
  const all = data.data;
  for (let at = 0; at < all.length; at += 4) all[at + 3] = all[at] = at * 2654435761 >> 24;
  pen.putImageData(data, 0, 0);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 1));
  const given = new DataTransfer();
  given.items.add(new File([blob], "groot.jpg", { type: "image/jpeg" }));
  const input = document.getElementById("file");
  input.files = given.files;
  input.dispatchEvent(new Event("change"));
  return blob.size;
}"""


def here(content: bytes, name: str, kind: str) -> Any:
    return {"name": name, "mimeType": kind, "buffer": content}


async def send(page: Page, *files: Any) -> None:
    """Pick files, and wait for the answer."""
    before = await page.locator(".theirs").count()
    await page.locator("#file").set_input_files(list(files))
    await page.locator(".theirs").nth(before).wait_for()


@pytest.mark.parametrize("width", [390, 1280])
async def test_photo_is_sent_seen_and_still_there_after_a_reload(
    visit: Any, kept: Callable[[], list[Any]], width: int
) -> None:
    page = await joined(visit, width)

    await send(page, here(png(wide=60, high=40), "tuin.png", "image/png"))
    at_once = await page.locator(".mine img").get_attribute("alt")
    await page.reload()
    await page.locator(".mine img").scroll_into_view_if_needed()
    await expect(page.locator(".mine img")).to_have_js_property("naturalWidth", 60)

    assert at_once == await page.locator(".mine img").get_attribute("alt") == "Foto: tuin.png"
    assert kept() == [("photo", "image/png", len(png(wide=60, high=40)))]


async def test_several_photos_are_answered_once(visit: Any, kept: Callable[[], list[Any]]) -> None:
    page = await joined(visit)

    await send(page, *[here(jpeg(), f"{name}.jpg", "image/jpeg") for name in "abc"])
    await expect(page.locator(".unsent")).to_have_count(0)

    assert len(kept()) == 3
    assert (await page.locator(".theirs").last.inner_text()).count("is binnen") == 1


async def test_large_photo_is_made_smaller_before_it_goes(
    visit: Any, kept: Callable[[], list[Any]]
) -> None:
    page = await joined(visit)
    before = await page.locator(".theirs").count()

    size = await page.evaluate(LARGE)
    await page.locator(".theirs").nth(before).wait_for()

    ((kind, media_type, left),) = kept()
    assert (kind, media_type) == ("photo", "image/jpeg")
    assert left < size / 2


async def test_what_is_not_accepted_is_told_in_the_conversation(visit: Any) -> None:
    page = await joined(visit)

    await send(page, here(b"MZ", "spel.exe", "application/pdf"))

    assert "Dit soort bestand kan ik niet aannemen" in await Chat(page).last_message()
    said = (await page.locator(".mine").last.inner_text()).split()
    assert said == ["Jij:", "spel.exe", "niet", "bewaard"]


async def test_picture_that_is_pasted_is_sent(visit: Any, kept: Callable[[], list[Any]]) -> None:
    page = await joined(visit)
    before = await page.locator(".theirs").count()

    await page.evaluate(
        """([bytes]) => {
          const given = new DataTransfer();
          given.items.add(new File([new Uint8Array(bytes)], "plak.png", { type: "image/png" }));
          document.getElementById("text").dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true }));
        }""",
        [list(png())],
    )
    await page.locator(".theirs").nth(before).wait_for()

    assert [kind for kind, _, _ in kept()] == ["photo"]


async def test_file_without_a_connection_waits_and_goes_out_by_itself(
    visit: Any, kept: Callable[[], list[Any]]
) -> None:
    page = await joined(visit)
    await page.context.set_offline(True)

    await page.locator("#file").set_input_files([here(pdf(), "plan.pdf", "application/pdf")])
    await page.get_by_text("Dit is nog niet verstuurd.").wait_for()
    waiting = kept()
    await page.context.set_offline(False)
    await page.get_by_text("Je bestand is binnen.").wait_for()

    assert waiting == []
    assert kept() == [("file", "application/pdf", len(pdf()))]


async def test_file_that_was_not_sent_is_named_after_a_reload(visit: Any) -> None:
    page = await joined(visit)
    await page.route("**/chat/bestand", lambda route: route.abort())
    page.on("dialog", lambda dialog: dialog.accept())
    await page.locator("#file").set_input_files([here(pdf(), "plan.pdf", "application/pdf")])
    await page.get_by_text("Dit is nog niet verstuurd.").wait_for()

    await page.reload()

    await page.get_by_text("Dit is niet verstuurd. Kies het bestand nog eens.").wait_for()
    assert "plan.pdf" in await page.locator(".mine").last.inner_text()


async def test_what_cannot_be_read_or_is_too_large_is_said_and_holds_nothing_up(
    visit: Any, chat: Any, kept: Callable[[], list[Any]], tmp_path: Path
) -> None:
    page = await joined(visit)
    await page.evaluate(
        """() => {
          const bytes = new Uint8Array(9 * 1024 * 1024), type = "video/mp4";
          const large = new File([bytes], "film.mp4", { type });
          const arrayBuffer = () => Promise.reject();
          const folder = Object.assign(new File([], "map"), { arrayBuffer });
          files.take([large, folder]);
        }"""
    )
    await page.get_by_text("film.mp4: Dat bestand is te groot. Er past hoogstens 8 MB.").wait_for()
    told = await page.locator("#unsent").inner_text()

    await chat(page).say("alleen")

    assert told.endswith("map: Dit is niet verstuurd. Kies het bestand nog eens.")
    assert await page.locator("#unsent").is_hidden()
    assert (await page.locator(".unsent").count(), kept()) == (0, [])


async def test_file_that_changes_before_it_goes_out_goes_as_it_was(
    visit: Any, kept: Callable[[], list[Any]], tmp_path: Path
) -> None:
    page = await joined(visit)
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf())
    await page.context.set_offline(True)

    await page.locator("#file").set_input_files(path)
    await page.get_by_text("Dit is nog niet verstuurd.").wait_for()
    path.write_bytes(pdf(b"later"))
    await page.context.set_offline(False)
    await page.get_by_text("Je bestand is binnen.").wait_for()

    assert kept() == [("file", "application/pdf", len(pdf()))]


async def test_more_files_than_go_at_a_time_are_not_passed_over_in_silence(visit: Any) -> None:
    page = await joined(visit)

    await send(page, *[here(jpeg(), f"{name}.jpg", "image/jpeg") for name in range(11)])

    await page.get_by_text("Er gaan hoogstens 10 bestanden tegelijk.").wait_for()
    await expect(page.locator(".mine img")).to_have_count(10)


async def test_photo_in_one_tab_is_seen_in_the_other(visit: Any) -> None:
    page = await joined(visit)
    other = await page.context.new_page()
    await other.goto("/chat")

    await page.bring_to_front()
    await send(page, here(png(wide=60, high=40), "tuin.png", "image/png"))
    await other.bring_to_front()

    await other.locator(".mine img").wait_for()
    assert await other.locator(".mine img").get_attribute("src") == "/chat/bestand/1"


async def test_photo_is_sent_without_a_script(visit: Any, kept: Callable[[], list[Any]]) -> None:
    page = await joined(visit, java_script_enabled=False)

    await page.locator("#attach > summary").click()
    await page.locator("#file").set_input_files(here(jpeg(), "tuin.jpg", "image/jpeg"))
    await page.get_by_role("button", name="Verstuur het bestand").click()

    assert await page.locator(".mine img").get_attribute("alt") == "Foto: tuin.jpg"
    assert "Je foto is binnen." in await page.locator(".theirs").last.inner_text()
    assert kept() == [("photo", "image/jpeg", len(jpeg()))]


@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_what_is_beside_the_input_can_be_hit_and_named(
    visit: Any, faults: Callable[[Page], Awaitable[list[str]]], width: int
) -> None:
    page = await joined(visit, width, has_touch=True)
    await send(page, here(png(wide=60, high=40), "tuin.png", "image/png"))

    boxes = [await page.locator(name).bounding_box() for name in ("#attach > summary", "#mic")]
    across = await page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert await faults(page) == []
    assert [box["width"] >= 44 and box["height"] >= 44 for box in boxes if box] == [True, True]
    assert across <= 0
