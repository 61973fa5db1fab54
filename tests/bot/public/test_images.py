import struct
from collections.abc import Callable
from typing import Any

import pytest

from outreach.opportunities.codes import THEMES
from tests.webclient import WebClient

PNG = b"\x89PNG\r\n\x1a\n"


async def drawn(browser: WebClient, path: str) -> bytes:
    """Return the picture behind a path, which pages of others may show."""
    answer = await browser.get(path)
    assert answer.status == 200
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    return await answer.read()


def size(png: bytes) -> tuple[int, int]:
    """Return how wide and high a PNG is."""
    assert png.startswith(PNG)
    wide, high = struct.unpack(">II", png[16:24])
    return wide, high


async def test_preview_of_an_opportunity_has_the_size_that_messengers_ask_for(
    browser: WebClient,
) -> None:
    assert size(await drawn(browser, "/kansen/1/beeld.png")) == (1_200, 630)


async def test_preview_tells_what_the_page_tells(
    browser: WebClient, change: Callable[..., Any]
) -> None:
    before = await drawn(browser, "/kansen/1/beeld.png?taal=nl")
    english = await drawn(browser, "/kansen/1/beeld.png?taal=en")
    again = await drawn(browser, "/kansen/1/beeld.png?taal=nl")

    change("UPDATE opportunity SET state = 'closed'")
    closed = await drawn(browser, "/kansen/1/beeld.png?taal=nl")

    assert again == before
    assert len({before, english, closed}) == 3


async def test_preview_that_others_keep_is_the_same_for_every_reader(browser: WebClient) -> None:
    pictures = [
        await (
            await browser.get("/kansen/1/beeld.png", headers={"Accept-Language": language})
        ).read()
        for language in ("nl", "en")
    ]

    assert pictures[0] == pictures[1] == await drawn(browser, "/kansen/1/beeld.png?taal=nl")


@pytest.mark.parametrize("path", ["/kansen/999/beeld.png", "/beeld/nergens.png", "/icon-7.png"])
async def test_picture_of_nothing_is_not_there(browser: WebClient, path: str) -> None:
    assert (await browser.get(path)).status == 404


async def test_preview_of_a_draft_is_not_there(
    browser: WebClient, change: Callable[..., Any]
) -> None:
    change("UPDATE opportunity SET state = 'draft', version = 0")

    assert (await browser.get("/kansen/1/beeld.png")).status == 404


@pytest.mark.parametrize(
    "title", ["", "<b>&amp;", "x" * 120, "\x00\x1b[31m", "مرحبا", "woord " * 40, "\ud7ff\ufffe"]
)
async def test_any_title_gets_a_preview(
    browser: WebClient, change: Callable[..., Any], title: str
) -> None:
    change("UPDATE opportunity SET title = ?", title)

    assert size(await drawn(browser, "/kansen/1/beeld.png")) == (1_200, 630)


@pytest.mark.parametrize("theme", THEMES)
async def test_every_theme_is_there_for_those_that_show_no_svg(
    browser: WebClient, theme: str
) -> None:
    assert size(await drawn(browser, f"/beeld/{theme}.png")) == (1_280, 720)


async def test_icons_are_there(browser: WebClient) -> None:
    touch = await drawn(browser, "/apple-touch-icon.png")
    ico = await drawn(browser, "/favicon.ico")

    assert size(touch) == (180, 180)
    assert (ico[:6], ico[22:30]) == (struct.pack("<HHH", 0, 1, 1), PNG)
