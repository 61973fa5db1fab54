import pytest

from tests.webclient import WebClient


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


async def test_robots_stay_out_of_conversations_and_codes(
    browser: WebClient,
) -> None:
    answer = await browser.get("/robots.txt")

    assert (answer.status, answer.content_type) == (200, "text/plain")
    assert await answer.text() == "User-agent: *\nDisallow: /chat\nDisallow: /c/\nDisallow: /taal\n"


@pytest.mark.parametrize("channels", [("web",), ("web", "telegram")])
async def test_privacy_page_tells_of_the_channels_that_there_are(
    browser: WebClient, channels: tuple[str, ...]
) -> None:
    text = await (await browser.get("/privacy", headers={"Accept-Language": "nl"})).text()

    assert ("En als ik in Telegram praat?" in text) == ("telegram" in channels)


@pytest.mark.parametrize("path", ["/", "/privacy", "/kansen/1", "/nowhere", "/c/AB2C3D4E"])
async def test_page_has_nothing_that_the_policy_forbids(browser: WebClient, path: str) -> None:
    text = await (await browser.get(path)).text()

    assert [
        piece
        for piece in ("<style", " style=", "<script>", "onclick", "javascript:")
        if piece in text
    ] == []


@pytest.mark.parametrize("path", ["/", "/privacy", "/kansen/1", "/robots.txt", "/c/AB2C3D4E"])
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
async def test_page_is_only_for_reading(browser: WebClient, path: str, method: str) -> None:
    answer = await browser.request(method, path)

    assert answer.status == 405
