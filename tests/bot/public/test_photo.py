"""The photo of an opportunity wherever people meet it: list, page, preview, frame, open data."""

from collections.abc import Callable
from typing import Any

from outreach.attachments.photo import read_photo
from outreach.opportunities.picture import remove_picture, set_picture
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.clock import Clock
from tests.photos import HIGH, WIDE, give_picture, photo
from tests.webclient import WebClient

IMAGE = f'alt="Bloemen langs de straat" width="{WIDE}" height="{HIGH}"'


async def address_of(browser: WebClient) -> str:
    """Return where the page of the first opportunity says that its photo is."""
    page = await (await browser.get("/kansen/1")).text()
    return page.partition('<img class="drawing" src="')[2].partition('"')[0]


async def test_photo_is_on_the_page_with_whose_it_is_and_in_the_list(
    browser: WebClient, waterdam: Store
) -> None:
    give_picture(waterdam, 1, photo(), credit="Wijkblad <Lindenkom>")

    page = await (await browser.get("/kansen/1")).text()
    listed = await (await browser.get("/")).text()

    assert (page.count(IMAGE), listed.count(IMAGE)) == (1, 1)
    assert "Foto: Wijkblad &lt;Lindenkom&gt;" in page


async def test_photo_may_be_kept_for_ever_under_its_own_address_only(
    browser: WebClient, waterdam: Store
) -> None:
    give_picture(waterdam, 1, photo(0x10))
    before = await address_of(browser)
    kept = await browser.get(before)
    give_picture(waterdam, 1, photo(0x20))

    old, new = await browser.get(before), await browser.get(await address_of(browser))

    assert kept.headers["Content-Type"] == "image/png"
    assert "immutable" in kept.headers["Cache-Control"]
    assert "immutable" in new.headers["Cache-Control"]
    # an old page shows the new photo, but not for ever
    assert "immutable" not in old.headers["Cache-Control"]
    assert await old.read() == await new.read() != await kept.read()
    assert "sandbox" in new.headers["Content-Security-Policy"]


async def test_photo_of_what_nobody_may_read_is_not_there(
    browser: WebClient, waterdam: Store, change: Callable[..., Any]
) -> None:
    give_picture(waterdam, 1, photo())
    change("UPDATE opportunity SET version = 0, state = 'draft' WHERE id = 1")

    answers = [(await browser.get(f"/kansen/{number}/foto")).status for number in (1, 2, 999)]

    assert answers == [404, 404, 404]


async def test_address_of_a_photo_that_was_taken_away_shows_the_drawing(
    browser: WebClient, waterdam: Store
) -> None:
    give_picture(waterdam, 1, photo())
    path = await address_of(browser)
    waterdam.run(remove_picture, NOBODY, opportunity=1)

    gone = await browser.get(path)

    drawn = await browser.get("/beeld/groen.png")
    assert (gone.status, gone.headers["Content-Type"]) == (200, "image/png")
    assert await gone.read() == await drawn.read()
    assert "immutable" not in gone.headers["Cache-Control"]


async def test_words_in_another_language_than_the_page_say_so(
    browser: WebClient, waterdam: Store
) -> None:
    say: dict[str, Any] = {"alt": {"nl": "Bloemen"}, "photo": read_photo(photo())}
    waterdam.run(set_picture, NOBODY, opportunity=1, **say)

    pages = [
        await (await browser.get("/kansen/1", headers={"Accept-Language": language})).text()
        for language in ("nl", "en")
    ]

    assert ['alt="Bloemen" lang="nl"' in page for page in pages] == [False, True]


async def test_preview_shows_the_photo(browser: WebClient, waterdam: Store) -> None:
    drawn = []
    for shade in (None, 0x10, 0xE0):
        if shade is not None:
            give_picture(waterdam, 1, photo(shade))
        drawn.append(await (await browser.get("/kansen/1/beeld.png")).read())

    assert len(set(drawn)) == 3


async def test_open_data_names_the_photo_as_a_document(
    browser: WebClient, waterdam: Store, clock: Clock
) -> None:
    bare = await (await browser.get("/kansen/1/ocds.json")).json()
    clock.passes(seconds=1)
    give_picture(waterdam, 1, photo(), credit="Wijkblad")

    (release,) = (await (await browser.get("/kansen/1/ocds.json")).json())["releases"]

    path = await address_of(browser)
    (document,) = release["tender"]["documents"]
    assert "documents" not in bare["releases"][0]["tender"]
    assert document == {
        "id": f"foto-{path[-8:]}",
        "documentType": "illustration",
        "title": "Bloemen langs de straat",
        "url": document["url"],
        "format": "image/png",
        "author": "Wijkblad",
    }
    assert document["url"].endswith(path)
