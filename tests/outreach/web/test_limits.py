"""What is posted is looked at before anybody reads it: its size, its kind, the site it
comes from, and how often.
"""

import asyncio
import gzip
from collections.abc import AsyncIterator

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from content.page.assets import Assets
from content.page.pages import Pages
from outreach.web.keys import MACHINES
from outreach.web.limits import BODY_LIMIT, CLIENTS, CROWD, CROWD_READS, UNIT_BYTES, Quota
from tests.outreach.conftest import Browse


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

    answer = await client.post(
        "/echo", data=pieces(), headers={"Content-Type": "application/x-www-form-urlencoded"}
    )

    assert answer.status == 413


FORM = "application/x-www-form-urlencoded"
PACKED = gzip.compress(b"text=hoi")


@pytest.mark.parametrize("body", [b'{"text": "hoi"}', b""])
@pytest.mark.parametrize(
    "kind",
    [
        "application/json",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "text/plain",
        "",
        "///;;=",
        f"{FORM}; charset=utf-7",
        f"{FORM}; charset=utf-16",
        f"{FORM}; charset=klingon",
        f"{FORM}, {FORM}",
        f"{FORM}x",
        f"{FORM}; charset=",
        f"{FORM}; charset*=utf-8''utf-8",
        f"{FORM}; charset*1*={'9' * 100}",
        # Read by aiohttp each of these holds the server for seconds, or fails in it.
        f"{FORM}{';a=b' * 7_000}",
        f'{FORM}; a="{chr(34) + ";" + chr(34)}' * 400,
        f'{FORM};"{";" * 30_000}',
        f"{FORM}; charset*{'9' * 5_000}=x",
        f"{FORM}{'(' * 30_000}",
        f"{FORM}{' ' * 30_000};",
    ],
)
async def test_body_of_another_kind_is_refused(browse: Browse, kind: str, body: bytes) -> None:
    client = await browse()

    answer = await client.post("/echo", data=body, headers={"Content-Type": kind})

    assert answer.status == 415


@pytest.mark.parametrize(
    "kind", [FORM, FORM.upper(), f"{FORM};charset=UTF-8", f'{FORM}; charset="utf8"', f"{FORM} ;"]
)
async def test_form_is_read_as_browsers_send_it(browse: Browse, kind: str) -> None:
    client = await browse()

    answer = await client.post("/echo", data=b"text=h%C3%A9", headers={"Content-Type": kind})

    assert await answer.json() == {"text": "hé"}


@pytest.mark.parametrize(
    "body", [b"text=hoi", PACKED, PACKED[:12], PACKED + b"x", gzip.compress(PACKED), b""]
)
@pytest.mark.parametrize(
    "encoding", ["gzip", "GZIP", "deflate", "br", "zstd", "gzip, gzip", "x-gzip", "aws-chunked"]
)
async def test_packed_body_is_refused(
    browse: Browse, encoding: str, body: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    client = await browse()

    answer = await client.post(
        "/echo", data=body, headers={"Content-Type": FORM, "Content-Encoding": encoding}
    )

    assert answer.status in (400, 415)
    assert "Traceback" not in "".join(capfd.readouterr())


async def test_last_value_of_a_repeated_field_counts(browse: Browse) -> None:
    client = await browse()

    answer = await client.post("/echo", data=[("text", "een"), ("text", "twee"), ("leeg", "")])

    assert await answer.json() == {"text": "twee", "leeg": ""}


async def test_form_with_very_many_fields_is_refused(browse: Browse) -> None:
    client = await browse()

    answer = await client.post("/echo", data=[(f"f{number}", "x") for number in range(30)])

    assert answer.status == 400


@tries(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=300))
async def test_any_form_gets_an_answer(browse: Browse, body: bytes) -> None:
    client = await browse(posts_per_minute=10_000)

    answer = await client.post(
        "/echo", data=body, headers={"Content-Type": "application/x-www-form-urlencoded"}
    )

    assert answer.status in (200, 400)


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
async def test_post_from_another_site_is_refused(
    browse: Browse, headers: dict[str, str], status: int
) -> None:
    client = await browse(address="https://kansen.example/")

    answer = await client.post("/echo", data={"text": "hoi"}, headers=headers)

    assert answer.status == status


async def test_conversation_that_posts_too_fast_is_asked_to_wait(browse: Browse) -> None:
    client = await browse(posts_per_minute=3)
    ada, bob = {"X-Talk": "ada"}, {"X-Talk": "bob"}

    answers = [await client.post("/echo", data={"text": "hoi"}, headers=ada) for _ in range(4)]
    others = [await client.post("/echo", data={"text": "hoi"}, headers=bob) for _ in range(3)]

    assert [answer.status for answer in answers + others] == [200, 200, 200, 429, 200, 200, 200]
    assert answers[3].headers["Retry-After"] == "21"
    assert "<h1>Even rustig aan</h1>" in await answers[3].text()
    assert (await client.get("/who", headers=ada)).status == 200


async def test_client_is_a_net_for_all_its_conversations(browse: Browse) -> None:
    client = await browse(posts_per_minute=1, behind_proxy=True)

    async def post(at: str, talk: str) -> int:
        answer = await client.post(
            "/echo", data={"a": "b"}, headers={"X-Forwarded-For": at, "X-Talk": talk}
        )
        return answer.status

    school = [await post("192.0.2.1", f"pupil {number}") for number in range(CROWD + 1)]
    elsewhere = await post("192.0.2.2", "somebody")

    assert (school, elsewhere) == ([200] * CROWD + [429], 200)


async def test_who_has_no_conversation_is_caught_by_the_net(browse: Browse) -> None:
    client = await browse(posts_per_minute=1)

    answers = [await client.post("/echo", data={"a": "b"}) for _ in range(CROWD + 1)]

    assert [answer.status for answer in answers] == [200] * CROWD + [429]


async def test_refused_post_is_not_read(browse: Browse) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"text="
        read.append(True)
        await asyncio.Event().wait()

    client, read = await browse(posts_per_minute=1), list[bool]()
    ada = {"X-Talk": "ada"}
    await client.post("/echo", data={"a": "b"}, headers=ada)

    async with asyncio.timeout(10):
        answer = await client.post("/echo", data=pieces(), headers=ada | {"Content-Type": FORM})

    assert answer.status == 429


async def test_reading_is_counted_by_its_size(browse: Browse) -> None:
    client = await browse(posts_per_minute=CROWD_READS)
    ada, bob = {"X-Talk": "ada"}, {"X-Talk": "bob"}

    large = [await client.get(f"/long?size={4 * UNIT_BYTES}", headers=ada) for _ in range(3)]
    small = [await client.get("/long?size=9", headers=bob) for _ in range(CROWD_READS + 1)]

    assert [answer.status for answer in large] == [200, 200, 429]
    assert [answer.status for answer in small] == [200] * CROWD_READS + [429]
    assert int(large[2].headers["Retry-After"]) > 0
    assert "<h1>Even rustig aan</h1>" in await small[-1].text()


async def test_reading_of_a_client_has_a_net(browse: Browse) -> None:
    client = await browse(posts_per_minute=1)

    answers = [
        (await client.get("/who", headers={"X-Talk": str(number)})).status
        for number in range(CROWD_READS + 1)
    ]

    assert answers == [200] * CROWD_READS + [429]


@pytest.mark.parametrize("path", ["/health", Assets().address("tokens.css")])
async def test_health_and_static_files_are_free(browse: Browse, path: str) -> None:
    client = await browse(posts_per_minute=1)

    answers = {(await client.get(path)).status for _ in range(CROWD_READS + 5)}

    assert answers == {200}


@pytest.mark.parametrize(
    "path", ["/healthy", "/health/", "/static/", "/static/none.css", "/machine"]
)
async def test_what_only_looks_like_that_is_counted(browse: Browse, path: str) -> None:
    client = await browse(posts_per_minute=1)
    client.app[MACHINES].add("/machine")

    answers = [(await client.get(path)).status for _ in range(CROWD_READS + 1)]

    assert answers == [404] * CROWD_READS + [429]


async def test_other_way_to_ask_for_what_is_free_is_counted(browse: Browse) -> None:
    client = await browse(posts_per_minute=1)

    answers = [(await client.post("/health")).status for _ in range(CROWD + 1)]

    assert answers == [405] * CROWD + [429]


async def test_who_is_refused_costs_no_page(
    browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = await browse(posts_per_minute=1)
    drawn: list[str] = []
    render = Pages.render

    def counted(pages: Pages, template: str, language: str, /, **values: object) -> str:
        drawn.append(template)
        return render(pages, template, language, **values)

    monkeypatch.setattr(Pages, "render", counted)
    answers = [await client.get(f"/who?{number}", headers={"X-Talk": "ada"}) for number in range(9)]

    assert [answer.status for answer in answers] == [200] + [429] * 8
    assert drawn == ["error.html"]


async def test_many_at_once_wait_for_their_turn(browse: Browse) -> None:
    client = await browse(posts_per_minute=100)

    answers = await asyncio.gather(
        *[client.get("/who", headers={"X-Talk": str(number % 7)}) for number in range(40)]
    )

    assert {answer.status for answer in answers} == {200}


@pytest.mark.parametrize(
    ("behind", "forwarded", "client_address"),
    [
        (False, "192.0.2.1", "127.0.0.1"),
        (True, "192.0.2.1", "192.0.2.1"),
        (True, "203.0.113.9, 192.0.2.1", "192.0.2.1"),
        (True, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (True, "192.0.2.1:5678", "192.0.2.1"),
        (True, "203.0.113.9:1, 192.0.2.1:5678", "192.0.2.1"),
        (True, "[2001:db8:1:2::7]:443", "2001:db8:1:2::"),
        (True, "[2001:db8:1:2::7]", "2001:db8:1:2::"),
        (True, "fe80::1%eth0", "fe80::"),
        (True, "[fe80::1%25eth0]:8080", "fe80::"),
        (True, "::ffff:192.0.2.1", "192.0.2.1"),
        (True, "[::ffff:192.0.2.1]:443", "192.0.2.1"),
        (True, " 192.0.2.1 ", "192.0.2.1"),
        (True, ",".join(["203.0.113.9"] * 900) + ",192.0.2.1", "192.0.2.1"),
        (True, "", "127.0.0.1"),
        (True, ",", "127.0.0.1"),
        (True, "192.0.2.1,", "127.0.0.1"),
        (True, "no address", "127.0.0.1"),
        (True, "unknown", "127.0.0.1"),
        (True, "unknown:80", "127.0.0.1"),
        (True, "_hidden", "127.0.0.1"),
        (True, "192.0.2.1:", "127.0.0.1"),
        (True, "192.0.2.1:99999999", "127.0.0.1"),
        (True, "192.0.2.300", "127.0.0.1"),
        (True, "[192.0.2.1", "127.0.0.1"),
        (True, '"[2001:db8::1]"', "127.0.0.1"),
        (True, "a" * 5_000, "127.0.0.1"),
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
