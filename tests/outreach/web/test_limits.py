"""What is posted and read is counted, for a conversation and for a client, and who may post."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from content.page.assets import Assets
from content.page.pages import Pages
from outreach.web.keys import MACHINES
from outreach.web.limits import CLIENTS, CROWD, CROWD_READS, UNIT_BYTES, Quota
from tests.outreach.conftest import Browse
from tests.outreach.web.forms import FORM


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
