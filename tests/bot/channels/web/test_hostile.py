"""The web chat takes what no page of ours would send as text or refuses it, and answers."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from bot.channels.web.channel import LONGEST
from bot.inbox import Arrival
from content.message import Message
from outreach.clean import MOST_MARKS
from tests.bot.channels.web.page import bubbles
from tests.webclient import WebClient

HOSTILE = [
    "NUL \x00 hier",
    "los \ud800 eind",
    "\u202eachterstevoren\u202c",
    "z\u200bw\u200b",
    "👩‍👩‍👧‍👦 wij vieren",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE person; --",
    "{{ 7919 * 7919 }} {% raw %} { $organisation } ${x} %s %(x)s {0}",
    '[[[[{"a":' * 50,
    "javascript:alert(1) data:text/html,x http://",
    "Ａ́" * 300,
]


@pytest.mark.parametrize("number", ["0", "-1", "3.0", "x", "", "٣", "9" * 40, "1e3", "\x00"])
async def test_start_passes_over_a_number_that_is_none(
    browser: WebClient, inbox: Any, number: str
) -> None:
    await browser.post("/chat/start", data={"opportunity": number})

    assert inbox.last == Arrival(channel="web", external_id="", sender="")


@pytest.mark.parametrize(
    "nonce", [None, "", "short", "spaces in it", "x" * 65, "é" * 10, "<b>12345678</b>"]
)
async def test_odd_nonce_is_replaced(browser: WebClient, inbox: Any, nonce: str | None) -> None:
    await browser.post("/chat/start", data={})
    fields = {"text": "Hoi"} if nonce is None else {"text": "Hoi", "nonce": nonce}

    for _ in range(2):
        await browser.post("/chat", data=fields)

    assert [arrival.text for arrival in inbox.arrivals] == ["", "Hoi", "Hoi"]


@pytest.mark.parametrize(
    "fields", [{}, {"text": ""}, {"text": " \r\n\t "}, {"text": "\x00\u200b"}, {"other": "x"}]
)
async def test_nothing_at_all_does_no_harm(
    browser: WebClient, inbox: Any, fields: dict[str, str]
) -> None:
    answer = await browser.post("/chat", data=fields, allow_redirects=False)

    assert (answer.status, answer.headers["Location"], inbox.arrivals) == (303, "/chat#einde", [])


async def test_longest_text_is_taken_and_a_longer_one_refused(
    browser: WebClient, inbox: Any
) -> None:
    answers = [
        await browser.post("/chat", data={"text": "é" * length})
        for length in (LONGEST, LONGEST + 1)
    ]

    assert [answer.status for answer in answers] == [200, 413]
    assert [len(arrival.text) for arrival in inbox.arrivals] == [LONGEST]


async def test_what_is_too_long_is_refused_however_it_is_written(
    browser: WebClient, inbox: Any
) -> None:
    marks, apart = "a" + "\u0301\u0323" * 5_000, "e\u0301" * LONGEST
    texts = [marks * 2, apart + "e", marks, apart]

    answers = [await browser.post("/chat", data={"text": text}) for text in texts]

    assert [answer.status for answer in answers] == [413, 413, 200, 200]
    assert [len(arrival.text) for arrival in inbox.arrivals] == [MOST_MARKS, LONGEST]


async def test_megabyte_is_refused(browser: WebClient, inbox: Any) -> None:
    answers = [
        await browser.post(path, data={"text": "x" * 1_000_000})
        for path in ("/chat", "/chat/start")
    ]

    assert ([answer.status for answer in answers], inbox.arrivals) == ([413, 413], [])


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_shown_as_text(browser: WebClient, inbox: Any, text: str) -> None:
    body = b"text=" + b"".join(b"%%%02X" % byte for byte in text.encode("utf-8", "surrogatepass"))
    inbox.says = lambda arrival: Message(f"Je schreef: {arrival.text}")

    answer = await browser.post(
        "/chat", data=body, headers={"Content-Type": "application/x-www-form-urlencoded"}
    )

    page = await answer.text()
    assert answer.status == 200
    assert [who for who, _ in bubbles(page)] == ["mine", "theirs"]
    log = page.split('role="log"')[1].split("<form")[0]
    assert not re.search("<script|<img|<a |\x00|\u202e|\u200b|62710561", log)


@tries(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.one_of(
        st.binary(max_size=200),
        st.dictionaries(
            st.sampled_from(["text", "choice", "nonce", "seen", "na", "opportunity", "code"]),
            st.text(st.characters(codec="utf-8"), max_size=60),
        ),
    ),
    path=st.sampled_from(["/chat", "/chat/start", "/chat/weg"]),
)
async def test_any_form_gets_a_clear_answer(browser: WebClient, body: Any, path: str) -> None:
    form = "application/x-www-form-urlencoded"
    data = body if isinstance(body, bytes) else urlencode(body)

    answer = await browser.post(
        path, data=data, headers={"Content-Type": form}, allow_redirects=False
    )

    # Only what closes a conversation answers with a page of its own.
    assert answer.status in ((200, 303, 400) if path == "/chat/weg" else (303, 400))


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
@pytest.mark.parametrize("path", ["/chat", "/chat/start", "/chat/stream", "/chat/weg"])
async def test_wrong_method_is_refused(browser: WebClient, method: str, path: str) -> None:
    answer = await browser.request(method, path)

    assert answer.status == 405


@pytest.mark.parametrize(
    "cookie",
    [
        "x",
        "a" * 43,
        "a" * 44,
        "é" * 43,
        "../../etc/passwd",
        '"',
        "a" * 5_000,
        "1' OR '1'='1",
        "; ; =; kansenbode",
    ],
)
async def test_forged_cookie_shows_no_conversation(town: Any, cookie: str) -> None:
    await (await town.browser()).post("/chat/start", data={})
    stranger = await town.browser()

    answer = await stranger.get("/chat", headers={"Cookie": f"kansenbode={cookie}"})

    assert answer.status == 200
    assert "Begin het gesprek" in await answer.text()
