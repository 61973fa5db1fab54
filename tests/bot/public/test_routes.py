import re

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


@pytest.mark.parametrize(
    "path",
    ["/", "/?plek=x", "/kansen/1", "/privacy", "/over", "/sitemap.xml", "/kansen.atom"],
)
async def test_what_everybody_may_read_is_compressed_for_who_takes_it_so(
    browser: WebClient, path: str
) -> None:
    found = [
        (await browser.get(path, headers={"Accept-Encoding": takes})).headers
        for takes in ("gzip, br", "identity")
    ]

    assert [one.get("Content-Encoding") for one in found] == ["gzip", None]
    assert [one["Vary"].endswith("Accept-Encoding") for one in found] == [True, True]


@pytest.mark.parametrize("path", ["/nergens?<b>", "/c/AB2C3D4E", "/favicon.ico"])
async def test_what_may_hold_a_secret_or_is_small_already_is_not_compressed(
    browser: WebClient, path: str
) -> None:
    answer = await browser.get(path, headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in answer.headers


async def test_static_file_is_compressed_beforehand(browser: WebClient) -> None:
    text = await (await browser.get("/")).text()
    path = re.findall(r'href="(/static/page\..*?\.css)"', text)[0]

    packed = await browser.get(path, headers={"Accept-Encoding": "gzip"})
    plain = await browser.get(path, headers={"Accept-Encoding": "identity"})

    assert (packed.headers["Content-Encoding"], plain.headers.get("Content-Encoding")) == (
        "gzip",
        None,
    )
    assert await packed.read() == await plain.read()
    assert int(packed.headers["Content-Length"]) < int(plain.headers["Content-Length"]) / 3
