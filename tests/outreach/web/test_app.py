"""Every answer of the web application has headers, a language, and a kind error page."""

import asyncio

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st

from outreach.settings import Settings
from outreach.store.errors import StoreBusy
from outreach.store.store import Store
from outreach.web.app import HEADERS, make_app
from outreach.web.page import page, preferred
from tests.outreach.conftest import TEXTS, Browse, well


@pytest.mark.parametrize("path", ["/health", "/nowhere", "/busy", "/fail/x"])
async def test_every_answer_carries_the_security_headers(browse: Browse, path: str) -> None:
    client = await browse()

    answer = await client.get(path)

    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    # no version of what we are built with
    assert answer.headers["Server"] == "kansenbode"
    assert "Strict-Transport-Security" not in answer.headers


def test_content_security_policy_allows_nothing_inline() -> None:
    policy = HEADERS["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert "unsafe" not in policy


async def test_https_address_is_kept_to_https(browse: Browse) -> None:
    client = await browse(address="https://kansen.example/")

    answer = await client.get("/health")

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


async def test_names_below_it_are_kept_to_https_where_that_is_set(browse: Browse) -> None:
    client = await browse(address="https://kansen.example/", hsts_subdomains=True)

    answer = await client.get("/health")

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


async def test_health_tells_that_all_is_well(browse: Browse) -> None:
    client = await browse()

    answer = await client.get("/health")

    assert (answer.status, await answer.json()) == (200, {"status": "ok"})


async def test_health_tells_that_it_is_not(browse: Browse) -> None:
    async def unwell() -> bool:
        return False

    async def broken() -> bool:
        raise StoreBusy

    answers = [await (await browse(healthy=healthy)).get("/health") for healthy in (unwell, broken)]

    assert [(answer.status, await answer.json()) for answer in answers] == [
        (503, {"status": "unwell"})
    ] * 2


async def test_static_file_may_be_kept_for_ever(browse: Browse) -> None:
    client = await browse()
    home = await (await client.get("/nowhere")).text()
    address = home.split('rel="stylesheet" href="')[1].split('"')[0]

    answer = await client.get(address)

    assert answer.status == 200
    assert answer.content_type == "text/css"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "name", ["tokens.css", "tokens.000000000000.css", "..%2Fbase.html", "base.html", "%00"]
)
async def test_static_file_of_another_name_is_not_there(browse: Browse, name: str) -> None:
    client = await browse()

    answer = await client.get(f"/static/{name}")

    assert answer.status == 404


async def test_unknown_page_is_explained_in_the_readers_language(browse: Browse) -> None:
    client = await browse()

    answers = [
        await client.get("/nowhere", headers={"Accept-Language": wish})
        for wish in ("nl", "en-GB,en;q=0.9")
    ]

    assert [(answer.status, answer.headers["Content-Language"]) for answer in answers] == [
        (404, "nl"),
        (404, "en"),
    ]
    assert "<h1>Niet gevonden</h1>" in await answers[0].text()
    assert "<h1>Not found</h1>" in await answers[1].text()


async def test_chosen_language_goes_before_the_browsers(browse: Browse) -> None:
    client = await browse()

    answer = await client.get("/nowhere", headers={"Accept-Language": "nl", "Cookie": "taal=en"})

    assert answer.headers["Content-Language"] == "en"


async def test_wrong_method_says_which_are_right(browse: Browse) -> None:
    client = await browse()

    answer = await client.delete("/echo")

    assert (answer.status, answer.headers["Allow"]) == (405, "POST")
    assert "<h1>Dat kan hier niet</h1>" in await answer.text()


async def test_failure_shows_nothing_of_itself(
    browse: Browse, capsys: pytest.CaptureFixture[str]
) -> None:
    client = await browse()

    answer = await client.get("/fail/ABCD2345?word=secret", headers={"Cookie": "kansenbode=hidden"})

    text, log = await answer.text(), capsys.readouterr().err
    assert answer.status == 500
    assert "<h1>Sorry, dit ging mis</h1>" in text
    assert "/fail/{code}" in log
    assert "RuntimeError" in log
    assert not any(
        word in text.split("<main")[1] + log for word in ("secret", "hidden", "Traceback")
    )
    assert "ABCD2345" not in log


async def test_busy_store_asks_to_come_again(
    browse: Browse, capsys: pytest.CaptureFixture[str]
) -> None:
    client = await browse()

    answer = await client.get("/busy")

    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    assert "Another program has held the database for too long" in capsys.readouterr().err


async def test_our_script_gets_errors_as_json(browse: Browse) -> None:
    client = await browse()

    answer = await client.get(
        "/nowhere", headers={"Accept": "application/json", "Accept-Language": "en"}
    )

    words = "This page is not there, or not any more. Is the code or the address right?"
    assert (answer.status, await answer.json()) == (404, {"error": words})


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "nl"),
        ("en", "en"),
        ("EN-us", "en"),
        ("de, en;q=0.5", "en"),
        ("en;q=0.5, nl;q=0.9", "nl"),
        ("en;q=0.5, nl; q=0.4", "en"),
        ("en;q=0", "nl"),
        ("en;q=nan", "en"),
        ("en;q=-1, nl;q=²", "en"),
        ("*", "nl"),
        ("x" * 100_000, "nl"),
        (";;;,,,q=q=", "nl"),
    ],
)
def test_language_is_chosen_as_the_browser_prefers(header: str, language: str) -> None:
    assert preferred(header, ("nl", "en")) == language


@given(st.text())
def test_any_language_header_gives_a_language(header: str) -> None:
    assert preferred(header, ("nl", "en")) in ("nl", "en")


async def test_page_is_made_in_the_language_that_is_asked_for(store: Store) -> None:
    async def show(request: web.Request) -> web.Response:
        return page(request, "error.html", key="page-error-404", language="en")

    app = make_app(Settings.demo(), TEXTS, store, healthy=well)
    app.router.add_get("/", show)
    async with TestClient(TestServer(app)) as client:
        text = await (await client.get("/")).text()

    assert '<html lang="en">' in text


@pytest.mark.parametrize(
    ("path", "headers"),
    [(f"/health?q={'a' * 7_000}", {}), ("/health", {"Cookie": f"a={'b' * 20_000}"})],
)
async def test_long_address_and_long_cookie_are_read(
    browse: Browse, path: str, headers: dict[str, str]
) -> None:
    answer = await (await browse()).get(path, headers=headers)

    assert answer.status == 200


async def test_what_cannot_be_read_at_all_is_refused_and_stands_in_no_log(
    browse: Browse, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    client = await browse()
    reader, writer = await asyncio.open_connection(client.host, client.port)

    writer.write(b"GET /geheim?" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    answer = await reader.readline()
    writer.close()
    told = capsys.readouterr()

    assert b" 400 " in answer
    assert "request.unread" in told.err
    assert "geheim" not in told.err + told.out + caplog.text
