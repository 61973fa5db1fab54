from typing import Any

import pytest

from tests.webclient import WebClient

SITES = {"embed_on": ("https://www.waterdam.example", "https://intranet.waterdam.example:8443")}


@pytest.fixture
def own() -> dict[str, Any]:
    """The settings of an installation that two sites may frame."""
    return dict(SITES)


async def embedded(browser: WebClient, query: str = "") -> str:
    """Return what is shown inside a page of others."""
    answer = await browser.get(f"/embed{query}", headers={"Accept-Language": "nl"})
    assert answer.status == 200
    return await answer.text()


async def test_only_the_sites_that_are_named_may_frame_it(browser: WebClient) -> None:
    shown, other = await browser.get("/embed"), await browser.get("/")

    policy = shown.headers["Content-Security-Policy"]
    assert policy.endswith(
        "frame-ancestors 'self' https://www.waterdam.example https://intranet.waterdam.example:8443"
    )
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in other.headers["Content-Security-Policy"]


@pytest.mark.parametrize("own", [{}])
async def test_it_is_not_there_where_no_site_is_named(
    browser: WebClient, own: dict[str, Any]
) -> None:
    assert (await browser.get("/embed")).status == 404


async def test_it_takes_no_script_and_no_cookie_and_has_no_form(browser: WebClient) -> None:
    answer = await browser.get("/embed")

    text = await answer.text()
    assert "Set-Cookie" not in answer.headers
    assert [piece for piece in ("<script", "<form", " style=") if piece in text] == []


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 8),
        ("?plek=Lindenkom", 2),
        ("?thema=energie", 1),
        ("?aantal=3", 3),
        ("?aantal=0", 1),
        ("?aantal=x", 8),
        ("?aantal=99999", 8),
        ("?thema=overig", 0),
    ],
)
async def test_it_shows_what_is_asked_for(browser: WebClient, query: str, count: int) -> None:
    assert (await embedded(browser, query)).count('<li class="card">') == count


async def test_every_link_opens_a_page_of_its_own(browser: WebClient) -> None:
    text = await embedded(browser)

    assert text.count("<a ") == text.count('target="_blank"') == 9


async def test_it_speaks_the_language_in_its_address(browser: WebClient) -> None:
    assert '<html lang="en">' in await embedded(browser, "?taal=en")
