from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from content.texts import Texts
from outreach.settings import Settings
from outreach.store.errors import StoreBusy
from outreach.store.store import Store
from outreach.web import BODY_LIMIT, CLIENTS, HEADERS, Quota, client_of, make_app, page, preferred, read_form

Browse = Callable[..., Awaitable[TestClient]]
TEXTS = Texts(organisation="Gemeente Waterdam", address="https://kansen.example")


async def echo(request: web.Request) -> web.Response:
    return web.json_response(await read_form(request))


async def fail(request: web.Request) -> web.Response:
    raise RuntimeError("the secret of the resident")


async def busy(request: web.Request) -> web.Response:
    raise StoreBusy


async def who(request: web.Request) -> web.Response:
    return web.Response(text=client_of(request))


async def well() -> bool:
    return True


@pytest.fixture
async def browse(store: Store) -> AsyncIterator[Browse]:
    """Start an application with a few handlers, and give a client for it."""
    clients = []

    async def start(healthy: Callable[[], Awaitable[bool]] = well, **values: object) -> TestClient:
        app = make_app(Settings.demo(**values), TEXTS, store, healthy=healthy, clock=lambda: 0.0)
        app.router.add_post("/echo", echo)
        app.router.add_get("/fail/{code}", fail)
        app.router.add_get("/busy", busy)
        app.router.add_get("/who", who)
        clients.append(TestClient(TestServer(app)))
        await clients[-1].start_server()
        return clients[-1]

    yield start
    for client in clients:
        await client.close()


@pytest.mark.parametrize("path", ["/health", "/nowhere", "/busy", "/fail/x"])
async def test_every_answer_carries_the_security_headers(browse: Browse, path: str) -> None:
    client = await browse()

    answer = await client.get(path)

    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "Strict-Transport-Security" not in answer.headers


def test_content_security_policy_allows_nothing_inline() -> None:
    policy = HEADERS["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert "unsafe" not in policy


async def test_https_address_is_kept_to_https(browse: Browse) -> None:
    client = await browse(address="https://kansen.example/")

    answer = await client.get("/health")

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


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

    assert [(answer.status, await answer.json()) for answer in answers] == [(503, {"status": "unwell"})] * 2


async def test_static_file_may_be_kept_for_ever(browse: Browse) -> None:
    client = await browse()
    home = await (await client.get("/nowhere")).text()
    address = home.split('rel="stylesheet" href="')[1].split('"')[0]

    answer = await client.get(address)

    assert answer.status == 200
    assert answer.content_type == "text/css"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("name", ["tokens.css", "tokens.000000000000.css", "..%2Fbase.html", "base.html", "%00"])
async def test_static_file_of_another_name_is_not_there(browse: Browse, name: str) -> None:
    client = await browse()

    answer = await client.get(f"/static/{name}")

    assert answer.status == 404


async def test_unknown_page_is_explained_in_the_readers_language(browse: Browse) -> None:
    client = await browse()

    answers = [await client.get("/nowhere", headers={"Accept-Language": wish}) for wish in ("nl", "en-GB,en;q=0.9")]

    assert [(answer.status, answer.headers["Content-Language"]) for answer in answers] == [(404, "nl"), (404, "en")]
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


async def test_failure_shows_nothing_of_itself(browse: Browse, capsys: pytest.CaptureFixture[str]) -> None:
    client = await browse()

    answer = await client.get("/fail/ABCD2345?word=secret", headers={"Cookie": "kansenbode=hidden"})

    text, log = await answer.text(), capsys.readouterr().out
    assert answer.status == 500
    assert "<h1>Sorry, dit ging mis</h1>" in text
    assert "/fail/{code}" in log
    assert "RuntimeError" in log
    assert not any(word in text.split("<main")[1] + log for word in ("secret", "hidden", "Traceback"))
    assert "ABCD2345" not in log


async def test_busy_store_asks_to_come_again(browse: Browse, capsys: pytest.CaptureFixture[str]) -> None:
    client = await browse()

    answer = await client.get("/busy")

    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    assert "StoreBusy" in capsys.readouterr().out


async def test_our_script_gets_errors_as_json(browse: Browse) -> None:
    client = await browse()

    answer = await client.get("/nowhere", headers={"Accept": "application/json", "Accept-Language": "en"})

    words = "This page is not there, or not any more. Is the code or the address right?"
    assert (answer.status, await answer.json()) == (404, {"error": words})


async def test_body_that_is_too_large_is_refused(browse: Browse) -> None:
    client = await browse()

    answer = await client.post("/echo", data={"text": "x" * BODY_LIMIT})

    assert answer.status == 413
    assert "<h1>Te lang</h1>" in await answer.text()


async def test_body_that_comes_in_pieces_is_counted_too(browse: Browse) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(80):
            yield b"x" * 1024

    client = await browse()

    answer = await client.post("/echo", data=pieces(), headers={"Content-Type": "application/x-www-form-urlencoded"})

    assert answer.status == 413


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain", ""])
async def test_body_of_another_kind_is_refused(browse: Browse, kind: str) -> None:
    client = await browse()

    answer = await client.post("/echo", data=b'{"text": "hoi"}', headers={"Content-Type": kind})

    assert answer.status == 415


async def test_last_value_of_a_repeated_field_counts(browse: Browse) -> None:
    client = await browse()

    answer = await client.post("/echo", data=[("text", "een"), ("text", "twee"), ("leeg", "")])

    assert await answer.json() == {"text": "twee", "leeg": ""}


async def test_form_with_very_many_fields_is_refused(browse: Browse) -> None:
    client = await browse()

    answer = await client.post("/echo", data=[(f"f{number}", "x") for number in range(30)])

    assert answer.status == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://kansen.example"}, 403),
        ({"Origin": "https://kansen.example"}, 200),
        ({"Origin": "https://other.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Origin": ""}, 403),
    ],
)
async def test_post_from_another_site_is_refused(browse: Browse, headers: dict[str, str], status: int) -> None:
    client = await browse(address="https://kansen.example/")

    answer = await client.post("/echo", data={"text": "hoi"}, headers=headers)

    assert answer.status == status


async def test_who_posts_too_fast_is_asked_to_wait(browse: Browse) -> None:
    client = await browse(posts_per_minute=3)

    answers = [await client.post("/echo", data={"text": "hoi"}) for _ in range(4)]

    assert [answer.status for answer in answers] == [200, 200, 200, 429]
    assert answers[3].headers["Retry-After"] == "21"
    assert "<h1>Even rustig aan</h1>" in await answers[3].text()
    assert (await client.get("/who")).status == 200


async def test_every_client_has_its_own_quota(browse: Browse) -> None:
    client = await browse(posts_per_minute=1, behind_proxy=True)
    addresses = ["192.0.2.1", "192.0.2.2", "192.0.2.1"]

    answers = [await client.post("/echo", data={"a": "b"}, headers={"X-Forwarded-For": at}) for at in addresses]

    assert [answer.status for answer in answers] == [200, 200, 429]


@pytest.mark.parametrize(
    ("behind", "forwarded", "client_address"),
    [
        (False, "192.0.2.1", "127.0.0.1"),
        (True, "192.0.2.1", "192.0.2.1"),
        (True, "203.0.113.9, 192.0.2.1", "192.0.2.1"),
        (True, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (True, "", "127.0.0.1"),
        (True, "no address", "no address"),
    ],
)
async def test_client_is_who_our_own_proxy_says(
    browse: Browse, behind: bool, forwarded: str, client_address: str
) -> None:
    client = await browse(behind_proxy=behind)

    answer = await client.get("/who", headers={"X-Forwarded-For": forwarded})

    assert await answer.text() == client_address


def test_quota_fills_again_with_time() -> None:
    now = [0.0]
    quota = Quota(2, 60, lambda: now[0])
    waits = []

    for moment in (0, 0, 0, 29, 30, 30):
        now[0] = moment
        waits.append(quota.wait("a"))
        if not waits[-1]:
            quota.spend("a")

    assert waits == [0, 0, 30, 1, 0, 30]


def test_quota_remembers_a_bounded_number_of_clients() -> None:
    quota = Quota(1, 60, lambda: 0.0)

    for number in range(CLIENTS + 1):
        quota.spend(str(number))

    assert (quota.wait("0"), quota.wait("1")) == (0, 60)


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


@tries(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=300))
async def test_any_form_gets_an_answer(browse: Browse, body: bytes) -> None:
    client = await browse(posts_per_minute=10_000)

    answer = await client.post("/echo", data=body, headers={"Content-Type": "application/x-www-form-urlencoded"})

    assert answer.status in (200, 400)


async def test_page_is_made_in_the_language_that_is_asked_for(store: Store) -> None:
    async def show(request: web.Request) -> web.Response:
        return page(request, "error.html", key="page-error-404", language="en")

    app = make_app(Settings.demo(), TEXTS, store, healthy=well)
    app.router.add_get("/", show)
    async with TestClient(TestServer(app)) as client:
        text = await (await client.get("/")).text()

    assert '<html lang="en">' in text
