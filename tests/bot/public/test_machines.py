import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.webclient import WebClient

ATOM = "{http://www.w3.org/2005/Atom}"
BAD = 'a & b <script>"'


async def read(browser: WebClient, path: str, kind: str) -> str:
    """Return what is behind a path, which is of this kind."""
    answer = await browser.get(path)
    assert (answer.status, answer.content_type) == (200, kind)
    return await answer.text()


async def test_robots_stay_out_of_conversations_and_codes(browser: WebClient) -> None:
    text = await read(browser, "/robots.txt", "text/plain")

    assert text == (
        "User-agent: *\nDisallow: /chat\nDisallow: /c/\nDisallow: /taal\n\n"
        "Sitemap: https://kansen.example/sitemap.xml\n"
    )


async def test_map_names_all_pages_and_leads_to_each(browser: WebClient) -> None:
    top = ElementTree.fromstring(await read(browser, "/sitemap.xml", "application/xml"))

    places = [str(url[0].text).removeprefix("https://kansen.example") for url in top]
    found = [(await browser.get(place)).status for place in places]
    assert (len(places), set(found)) == (13, {200})


async def test_map_leaves_out_what_takes_no_answers(
    browser: WebClient, change: Callable[..., Any]
) -> None:
    change("UPDATE opportunity SET state = 'closed'")

    assert "/kansen/" not in await read(browser, "/sitemap.xml", "application/xml")


@pytest.mark.parametrize(
    ("query", "language", "title"),
    [
        ("", "nl", "Zorg mee voor het plantsoen in de Lindenstraat"),
        ("?taal=en", "en", "Help look after the green strip in Lindenstraat"),
        ("?taal=xx", "nl", "Zorg mee voor het plantsoen in de Lindenstraat"),
    ],
)
async def test_feed_tells_what_is_open(
    browser: WebClient, query: str, language: str, title: str
) -> None:
    text = await read(browser, f"/kansen.atom{query}", "application/atom+xml")

    top = ElementTree.fromstring(text)
    entries = top.findall(f"{ATOM}entry")
    needed = ("title", "id", "updated", "summary", "link")
    assert top.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == language
    assert title in [entry.findtext(f"{ATOM}title") for entry in entries]
    assert [name for entry in entries for name in needed if entry.find(ATOM + name) is None] == []
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 8


async def test_feed_of_nothing_is_a_feed(browser: WebClient, change: Callable[..., Any]) -> None:
    change("UPDATE opportunity SET state = 'closed'")

    top = ElementTree.fromstring(await read(browser, "/kansen.atom", "application/atom+xml"))

    assert (top.findall(f"{ATOM}entry"), top.findtext(f"{ATOM}author/{ATOM}name")) == (
        [],
        "Gemeente Waterdam",
    )


async def test_words_of_a_record_stay_words_in_a_feed(
    browser: WebClient, change: Callable[..., Any]
) -> None:
    change("UPDATE opportunity SET title = ?, summary = ?", BAD, "x")

    top = ElementTree.fromstring(await read(browser, "/kansen.atom", "application/atom+xml"))

    assert {entry.findtext(f"{ATOM}title") for entry in top.findall(f"{ATOM}entry")} == {BAD}


async def test_manifest_names_icons_that_are_there(browser: WebClient) -> None:
    text = await read(browser, "/site.webmanifest", "application/manifest+json")

    icons = re.findall(r'"src": "(.*?)"', text)
    assert [(await browser.get(icon)).content_type for icon in icons] == ["image/png"] * 2
