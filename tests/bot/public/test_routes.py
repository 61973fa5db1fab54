import pytest

from tests.webclient import WebClient


@pytest.mark.parametrize(
    "path", ["/", "/privacy", "/over", "/toegankelijkheid", "/kansen/1", "/nowhere", "/c/AB2C3D4E"]
)
async def test_page_has_nothing_that_the_policy_forbids(browser: WebClient, path: str) -> None:
    text = await (await browser.get(path)).text()

    assert [
        piece
        for piece in ("<style", " style=", "<script>", "onclick", "javascript:")
        if piece in text
    ] == []


@pytest.mark.parametrize(
    "path",
    ["/", "/privacy", "/kansen/1", "/robots.txt", "/c/AB2C3D4E", "/kansen.atom", "/favicon.ico"],
)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
async def test_page_is_only_for_reading(browser: WebClient, path: str, method: str) -> None:
    answer = await browser.request(method, path)

    assert answer.status == 405
