"""When an answer comes to the page or the script, and what they show until then."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.web.pace import ChatPace
from content.message import Message
from outreach.store.errors import StoreBusy, TooMany
from tests.bot.channels.web.page import bubbles, conversation
from tests.webclient import WebClient


async def test_busy_store_keeps_nothing_and_says_so(
    browser: WebClient,
    inbox: Any,
    capsys: pytest.CaptureFixture[str],
) -> None:
    inbox.error = StoreBusy()

    answer = await browser.post("/chat", data={"text": "mijn geheim"})

    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    assert "mijn geheim" not in "".join(capsys.readouterr())


@pytest.mark.parametrize("asks", ["post", "get"])
async def test_page_waits_for_the_answer_that_is_on_its_way(
    browser: WebClient,
    inbox: Any,
    town: Any,
    asks: str,
) -> None:
    town.chat.pace = ChatPace(answer=0.0 if asks == "get" else 60.0)
    inbox.holds = True
    asking = asyncio.create_task(browser.post("/chat", data={"text": "Hoi"}))
    await inbox.took.wait()
    if asks == "get":
        await asking
        town.chat.pace = ChatPace(answer=60.0)
        asking = asyncio.create_task(browser.get("/chat"))
        await asyncio.sleep(0)

    async with asyncio.timeout(10):
        await inbox.send_held()
        answer = await asking

    assert bubbles(await answer.text()) == [("mine", "Hoi"), ("theirs", "Wat wil je doen?")]


async def test_page_comes_also_when_the_answer_does_not(
    browser: WebClient, inbox: Any, town: Any
) -> None:
    town.chat.pace = ChatPace(answer=0.0)
    inbox.holds = True

    answer = await browser.post("/chat", data={"text": "Hoi"})

    text = await answer.text()
    assert bubbles(text) == [("mine", "Hoi")]
    assert "Het antwoord komt eraan." in text


async def test_script_gets_what_is_new(browser: WebClient, json_post: Callable[..., Any]) -> None:
    await browser.post("/chat/start", data={})

    told = await json_post(text="Hoi", nonce="number-two", na=1)

    options = [["1.1.join", "Ik doe mee"], ["1.1.more", "Vertel meer"]]
    at = "2026-11-02T09:00:00+00:00"
    mine = {"nonce": "number-two", "text": "Hoi", "at": at}
    message = {"text": "Wat wil je doen?", "options": options, "rev": 1}
    assert told == {"events": [{"seq": 2, **message, "at": at, "mine": mine}]}


async def test_script_that_has_nothing_gets_everything(
    browser: WebClient, json_post: Callable[..., Any]
) -> None:
    await browser.post("/chat/start", data={})

    told = await json_post(text="Hoi")

    assert [event["seq"] for event in told["events"]] == [1, 2]


async def test_last_word_to_somebody_forgotten_is_on_the_page_once(
    browser: WebClient, inbox: Any
) -> None:
    await browser.post("/chat/start", data={})
    inbox.forgets, inbox.says = True, lambda arrival: Message("Ik ben alles vergeten.")

    answer = await browser.post("/chat", data={"text": "vergeet mij"})

    assert bubbles(await answer.text()) == [("theirs", "Ik ben alles vergeten.")]
    assert answer.cookies["kansenbode"].value == ""
    assert (await conversation(browser))[0][1].startswith("Zoek in een kort gesprek")


async def test_last_word_to_somebody_forgotten_goes_to_the_script(
    browser: WebClient, inbox: Any, json_post: Callable[..., Any]
) -> None:
    await browser.post("/chat/start", data={})
    inbox.forgets, inbox.says = True, lambda arrival: Message("Ik ben alles vergeten.")

    told = await json_post(text="vergeet mij", na=1)

    last = {"seq": 0, "text": "Ik ben alles vergeten.", "at": None, "mine": None, "gone": True}
    assert told == {"events": [last]}
    assert "Begin het gesprek" in await (await browser.get("/chat")).text()


async def test_crowd_is_told_when_to_come_back_and_not_logged_each_time(
    browser: WebClient, inbox: Any
) -> None:
    inbox.error = TooMany(3)

    with capture_logs() as lines:
        page = await browser.post("/chat", data={"text": "hoi"})
        script = await browser.post(
            "/chat", data={"text": "hoi"}, headers={"Accept": "application/json"}
        )

    assert [(answer.status, answer.headers["Retry-After"]) for answer in (page, script)] == [
        (503, "3")
    ] * 2
    assert "Het is nu te druk" in await page.text()
    assert lines == []
