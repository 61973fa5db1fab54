"""Signing in: where somebody goes after it, what their browser keeps, and the demo's buttons."""

from typing import Any
from urllib.parse import quote

import pytest

from outreach.console.browser import browser_of
from outreach.console.cookie import SAFE_COOKIE
from outreach.staff.staff import add_staff, remove_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.clock import Clock
from tests.outreach.console.conftest import OURS, SignIn
from tests.webclient import WebClient

IN_DEMO = pytest.mark.parametrize("demo", [True])
NADIA = {"wie": "administrator@waterdam.example"}


async def reached(client: WebClient, headers: dict[str, str]) -> bool:
    answer = await client.get("/werk/ik", headers=headers, allow_redirects=False)
    return answer.status == 200


@IN_DEMO
async def test_button_of_the_demo_signs_in(client: WebClient) -> None:
    page = await (await client.get("/werk/inloggen")).text()
    answer = await client.post(
        "/werk/inloggen/demo", data=NADIA, headers=OURS, allow_redirects=False
    )

    cookie = answer.cookies[SAFE_COOKIE]
    assert NADIA["wie"] in page
    assert (answer.status, answer.headers["Location"]) == (303, "/werk")
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")
    assert (cookie["path"], cookie["domain"], cookie["max-age"]) == ("/", "", "")
    assert await reached(client, {"Cookie": f"{SAFE_COOKIE}={cookie.value}"})


async def test_elsewhere_no_button_signs_in(client: WebClient) -> None:
    page = await (await client.get("/werk/inloggen")).text()
    answer = await client.post("/werk/inloggen/demo", data=NADIA, headers=OURS)

    assert NADIA["wie"] not in page
    assert answer.status == 404


@IN_DEMO
async def test_signing_in_gives_another_secret_and_ends_the_one_before(
    client: WebClient, signed_in: SignIn
) -> None:
    before = signed_in("viewer")

    answer = await client.post(
        "/werk/inloggen/demo", data=NADIA, headers=before, allow_redirects=False
    )

    after = f"{SAFE_COOKIE}={answer.cookies[SAFE_COOKIE].value}"
    assert after != before["Cookie"]
    assert not await reached(client, before)
    assert await reached(client, {"Cookie": after})


@IN_DEMO
@pytest.mark.parametrize(
    ("wanted", "goes"),
    [
        ("/werk/ik", "/werk/ik"),
        ("/werk/kansen/WD-2026-01?staat=open", "/werk/kansen/WD-2026-01?staat=open"),
        ("https://evil.example/", "/werk"),
        ("//evil.example", "/werk"),
        ("/werk//evil.example", "/werk"),
        ("/werk\\@evil.example", "/werk"),
        ("/werk@evil.example", "/werk"),
        ("/werk/inloggen", "/werk"),
        ("/werkelijk", "/werk"),
        ("/werk/\r\nX: y", "/werk"),
        ("javascript:alert(1)", "/werk"),
        ("/werk/" + "a" * 600, "/werk"),
    ],
)
async def test_nobody_is_sent_outside_the_console(
    client: WebClient, wanted: str, goes: str
) -> None:
    path = f"/werk/inloggen/demo?naar={quote(wanted, safe='')}"

    answer = await client.post(path, data=NADIA, headers=OURS, allow_redirects=False)

    assert answer.headers["Location"] == goes


async def test_planted_secret_is_nobodys_and_stays_nobodys(client: WebClient) -> None:
    assert not await reached(client, {"Cookie": f"{SAFE_COOKIE}={'x' * 43}"})


async def test_secret_under_the_plain_name_is_not_taken_behind_tls(
    client: WebClient, signed_in: SignIn
) -> None:
    secret = signed_in("editor")["Cookie"].partition("=")[2]

    assert not await reached(client, {"Cookie": f"werk={secret}"})


@pytest.mark.parametrize(
    ("minutes", "still"), [((59, 59, 59), True), ((61,), False), ((50,) * 14, True)]
)
async def test_session_ends_when_it_is_not_used(
    client: WebClient, signed_in: SignIn, clock: Clock, minutes: tuple[int, ...], still: bool
) -> None:
    headers = signed_in("editor")

    for some in minutes:
        clock.passes(minutes=some)
        in_time = await reached(client, headers)

    assert in_time == still


async def test_session_ends_after_a_day_of_work_however_busy(
    client: WebClient, signed_in: SignIn, clock: Clock
) -> None:
    headers = signed_in("editor")
    stood = []

    for _ in range(13):
        clock.passes(minutes=58)
        stood.append(await reached(client, headers))

    assert stood == [True] * 12 + [False]


@pytest.mark.parametrize("own", [{"idle_minutes": 5, "session_hours": 1}])
async def test_how_long_it_lasts_is_a_setting(
    client: WebClient, signed_in: SignIn, clock: Clock, own: dict[str, Any]
) -> None:
    headers = signed_in("editor")
    clock.passes(minutes=6)

    assert not await reached(client, headers)


async def test_another_role_ends_every_session(
    client: WebClient, signed_in: SignIn, waterdam: Store
) -> None:
    headers, other = signed_in("editor"), signed_in("viewer")

    waterdam.run(add_staff, NOBODY, email="editor@waterdam.example", name="", role="sender")

    assert not await reached(client, headers)
    assert await reached(client, other)


async def test_whoever_left_is_signed_out_at_once(
    client: WebClient, signed_in: SignIn, waterdam: Store
) -> None:
    headers = signed_in("editor")

    waterdam.run(remove_staff, NOBODY, email="editor@waterdam.example")

    assert not await reached(client, headers)


@pytest.mark.parametrize(
    ("agent", "shown"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox, Linux",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0",
            "Edge, Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/26.0 Safari/604.1",
            "Safari, iPhone",
        ),
        ("curl/8.0", ""),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_browser_is_named_as_people_know_it(agent: str, shown: str) -> None:
    assert browser_of(agent) == shown
