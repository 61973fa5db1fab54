from typing import Any

import pytest

from tests.webclient import WebClient

REACHED = {
    "website": "https://www.waterdam.example/",
    "contact_email": "info@waterdam.example",
    "contact_phone": "14 0990",
    "contact_visit": "Stadhuis, Havenplein 1",
    "contact_hours": "ma t/m vr van 9 tot 17 uur",
    "accessibility_statement": "https://waterdam.example/verklaring",
    "privacy_officer": "fg@waterdam.example",
}


async def read(browser: WebClient, path: str, language: str = "nl", status: int = 200) -> str:
    """Return the page behind a path."""
    answer = await browser.get(path, headers={"Accept-Language": language})
    assert answer.status == status
    return await answer.text()


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        (
            "nl",
            "<h1>Jouw gegevens</h1>",
            ["90 dagen", "12 maanden", "30 dagen", "privacy@waterdam.example"],
        ),
        (
            "en",
            "<h1>Your data</h1>",
            ["90 days", "12 months", "30 days", "privacy@waterdam.example"],
        ),
    ],
)
async def test_privacy_page_says_how_long_and_whom_to_ask(
    browser: WebClient, language: str, title: str, words: list[str]
) -> None:
    text = await (await browser.get("/privacy", headers={"Accept-Language": language})).text()

    assert [word for word in [title, *words] if word not in text] == []


@pytest.mark.parametrize("channels", [("web",), ("web", "telegram")])
async def test_privacy_page_tells_of_the_channels_that_there_are(
    browser: WebClient, channels: tuple[str, ...]
) -> None:
    text = await (await browser.get("/privacy", headers={"Accept-Language": "nl"})).text()

    assert ("En als ik in Telegram praat?" in text) == ("telegram" in channels)


async def test_privacy_page_names_who_is_responsible_and_links_to_them(browser: WebClient) -> None:
    text = await read(browser, "/privacy")

    assert "Gemeente Waterdam is verantwoordelijk voor je gegevens." in text
    assert '<a href="mailto:privacy@waterdam.example"' in text
    assert '<a href="https://www.autoriteitpersoonsgegevens.nl/' in text
    assert "functionaris" not in text


@pytest.mark.parametrize("own", [REACHED])
async def test_privacy_page_names_the_officer_that_there_is(browser: WebClient) -> None:
    assert '<a href="mailto:fg@waterdam.example"' in await read(browser, "/privacy")


@pytest.mark.parametrize("own", [REACHED])
@pytest.mark.parametrize(
    "path", ["/", "/kansen/1", "/kanalen", "/privacy", "/over", "/toegankelijkheid"]
)
async def test_every_page_says_how_the_town_is_reached(browser: WebClient, path: str) -> None:
    foot = (await read(browser, path)).split('<footer class="foot">')[1]

    assert '<a href="tel:140990">Bel 14 0990</a>' in foot
    assert '<a href="mailto:info@waterdam.example">info@waterdam.example</a>' in foot
    assert "Stadhuis, Havenplein 1" in foot
    assert "https://www.waterdam.example/" in foot
    assert "Naar waterdam.example</a>" in foot


async def test_page_shows_no_way_that_there_is_not(browser: WebClient) -> None:
    foot = (await read(browser, "/")).split('<footer class="foot">')[1]

    links = [part.split('"')[0] for part in foot.split('href="')[1:]]
    assert links == ["/over", "/kanalen", "/privacy", "/toegankelijkheid"]


@pytest.mark.parametrize(("own", "there"), [({}, False), (REACHED, True)])
async def test_accessibility_page_links_to_the_statement_that_there_is(
    browser: WebClient, own: dict[str, Any], there: bool
) -> None:
    text = await read(browser, "/toegankelijkheid")

    assert ('<a href="https://waterdam.example/verklaring"' in text) == there


@pytest.mark.parametrize("path", ["/over", "/toegankelijkheid", "/privacy"])
async def test_page_that_only_tells_speaks_english_too(browser: WebClient, path: str) -> None:
    text = await read(browser, path, "en")

    assert '<html lang="en">' in text
    assert "Gemeente Waterdam" in text


async def test_page_that_is_not_there_takes_a_code(browser: WebClient) -> None:
    text = await read(browser, "/nergens", status=404)

    assert '<form class="code" method="get" action="/c">' in text


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("ab2c 3d4e", "/c/AB2C3D4E"),
        ("https://x.example/c/AB2C-3D4E", "/c/AB2C3D4E"),
        ("", "/c/-"),
        ("../../kwaad", "/c/-"),
        ("%0d%0aX: y", "/c/-"),
    ],
)
async def test_code_that_somebody_fills_in_leads_to_its_page(
    browser: WebClient, typed: str, path: str
) -> None:
    answer = await browser.get("/c", params={"code": typed}, allow_redirects=False)

    assert (answer.status, answer.headers["Location"]) == (303, path)
