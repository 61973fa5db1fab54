"""The stream of a conversation: all that is said, once and in order, until it ends."""

import asyncio
from contextlib import AsyncExitStack
from typing import Any

import pytest

from bot.channels.web.bells import AT_ONE_ADDRESS, Stream
from bot.channels.web.pace import ChatPace
from bot.channels.web.stream import number
from content.message import Message
from tests.bot.channels.web.streams import listening
from tests.webclient import WebClient

pytestmark = pytest.mark.both_loops


async def test_stream_is_one_that_proxies_leave_alone(
    talking: WebClient,
) -> None:
    async with listening(talking) as reader:
        headers = reader.answer.headers

    assert {
        name: headers[name] for name in ("Content-Type", "Cache-Control", "X-Accel-Buffering")
    } == {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no",
    }
    assert headers["X-Content-Type-Options"] == "nosniff"


async def test_stream_tells_what_is_said_with_what_it_answers(
    talking: WebClient,
) -> None:
    async with listening(talking) as reader:
        event = await reader.event()

    at = "2026-11-02T09:00:00+00:00"
    mine = {"nonce": "nonce-een", "text": "een", "at": at}
    assert event == ("1", {"seq": 1, "text": "Echo een", "at": at, "mine": mine})


async def test_stream_goes_on_while_the_talk_does(
    talking: WebClient,
) -> None:
    async with listening(talking) as reader:
        before = await reader.texts(1)
        await talking.post("/chat", data={"text": "twee"})
        after = await reader.texts(1)

    assert before + after == [("1", "Echo een"), ("2", "Echo twee")]


@pytest.mark.parametrize(
    ("query", "headers", "first"),
    [
        ("", {}, "1"),
        ("?na=1", {}, "2"),
        ("?na=1", {"Last-Event-ID": "2"}, "3"),
        ("?na=0", {"Last-Event-ID": "1"}, "2"),
        ("?na=x", {"Last-Event-ID": "-1"}, "1"),
        ("?na=" + "9" * 40, {"Last-Event-ID": "٢"}, "1"),
        ("?na=%00&na=2", {}, "1"),
    ],
)
async def test_stream_resumes_after_what_the_browser_has(
    talking: WebClient,
    query: str,
    headers: dict[str, str],
    first: str,
) -> None:
    for text in ("twee", "drie"):
        await talking.post("/chat", data={"text": text})

    async with listening(talking, query, **headers) as reader:
        seq, _ = await reader.event()

    assert seq == first


async def test_two_tabs_get_the_same(talking: WebClient) -> None:
    async with listening(talking) as one, listening(talking) as other:
        await talking.post("/chat", data={"text": "twee"})
        heard = [await one.texts(2), await other.texts(2)]

    assert heard == [[("1", "Echo een"), ("2", "Echo twee")]] * 2


async def test_stream_of_another_browser_stays_silent(town: Any, talking: WebClient) -> None:
    other = await town.browser()
    await other.post("/chat", data={"text": "anders"})

    async with listening(other, "?na=1") as reader:
        await talking.post("/chat", data={"text": "geheim"})
        await other.post("/chat", data={"text": "weer"})
        heard = await reader.texts(1)

    assert heard == [("2", "Echo weer")]


async def test_stream_loses_and_doubles_nothing_through_cuts(
    talking: WebClient,
) -> None:
    heard: list[tuple[str, str]] = []
    posts = [
        asyncio.create_task(talking.post("/chat", data={"text": f"t{count}"}))
        for count in range(30)
    ]

    while len(heard) < 31:
        last = heard[-1][0] if heard else "0"
        async with listening(talking, **{"Last-Event-ID": last}) as reader:
            heard += await reader.texts(min(7, 31 - len(heard)))

    await asyncio.gather(*posts)
    assert [seq for seq, _ in heard] == [str(count) for count in range(1, 32)]
    assert {text for _, text in heard} == {"Echo een", *(f"Echo t{count}" for count in range(30))}


async def test_stream_without_a_conversation_ends_for_good(town: Any) -> None:
    stranger = await town.browser()

    answers = [
        await stranger.get("/chat/stream", headers=headers)
        for headers in ({}, {"Cookie": "kansenbode=x"})
    ]

    assert [answer.status for answer in answers] == [204, 204]


async def test_tab_too_many_is_let_in_and_the_oldest_told_to_look_later(
    talking: WebClient,
) -> None:
    async with AsyncExitStack() as tabs:
        oldest, *others = [
            await tabs.enter_async_context(listening(talking, "?na=1"))
            for _ in range(AT_ONE_ADDRESS)
        ]
        newest = await tabs.enter_async_context(listening(talking, "?na=1"))
        told = (await oldest.answer.content.read()).decode()
        await talking.post("/chat", data={"text": "twee"})
        heard = [await tab.texts(1) for tab in (*others, newest)]

    assert told == "\nretry: 60000\nevent: later\ndata: 60\n\n"
    assert heard == [[("2", "Echo twee")]] * AT_ONE_ADDRESS


async def test_browser_that_reads_nothing_loses_its_stream(
    talking: WebClient,
    inbox: Any,
    town: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    town.chat.pace = ChatPace(unread=0.05)
    inbox.says = lambda arrival: Message("x" * 2_000_000)
    for text in ("twee", "drie", "vier"):
        await talking.post("/chat", data={"text": text}, allow_redirects=False)

    bells, ended = town.chat._bells, asyncio.Event()
    drop = bells._drop

    def dropped(stream: Stream) -> None:
        drop(stream)
        ended.set()

    monkeypatch.setattr(bells, "_drop", dropped)

    _, writer = await asyncio.open_connection("127.0.0.1", town.server.port, limit=1)
    cookie = talking.session.cookie_jar.filter_cookies(talking.make_url("/"))["kansenbode"].value
    writer.write(
        f"GET /chat/stream HTTP/1.1\r\nHost: a\r\nCookie: kansenbode={cookie}\r\n\r\n".encode()
    )
    async with asyncio.timeout(10):
        await ended.wait()
    writer.transport.abort()

    assert bells.streaming == []


async def test_server_that_stops_ends_its_streams_at_once(town: Any, talking: WebClient) -> None:
    async with listening(talking, "?na=1") as reader:
        async with asyncio.timeout(5):
            await town.server.close()
            rest = await reader.answer.content.read()

    assert rest == b"\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [(None, 0), ("", 0), ("7", 7), ("-7", 0), ("7\n", 0), ("1" * 16, 0), ("1" * 15, 2**31 - 1)],
)
def test_number_that_comes_back_is_read_or_zero(text: str | None, value: int) -> None:
    assert number(text) == value


async def test_head_of_a_stream_is_refused(
    talking: WebClient,
) -> None:
    answer = await talking.head("/chat/stream")

    assert answer.status == 405
