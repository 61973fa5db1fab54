"""A conversation on the web page: how it begins, and what may be said in it."""

import re
from typing import Any

import pytest

from bot.channels.web.channel import WebChat
from bot.channels.web.pace import ChatPace
from bot.inbox import Arrival
from content.message import Link, Message, Option
from outreach.delivery.channel import Abilities, Receipt, Recipient
from outreach.delivery.errors import Unreachable
from outreach.settings import Settings
from outreach.store.store import Store
from tests.bot.channels.web.page import bubbles, conversation
from tests.webclient import WebClient


def test_channel_has_buttons_and_no_limits() -> None:
    assert (WebChat.name, WebChat.can) == (
        "web",
        Abilities(buttons=True, loose_buttons=False, silent=True, cards=True),
    )


async def test_who_comes_for_the_first_time_may_begin(
    browser: WebClient,
) -> None:
    answer = await browser.get("/chat")

    text = await answer.text()
    assert (answer.status, answer.headers["Cache-Control"], answer.cookies) == (200, "no-store", {})
    assert '<form id="einde" class="choices" method="post" action="/chat/start">' in text
    assert bubbles(text)[0][1].startswith("Zoek in een kort gesprek iets dat bij jou past.")


async def test_start_begins_a_conversation_and_keeps_it_in_a_cookie(
    browser: WebClient, inbox: Any
) -> None:
    answer = await browser.post(
        "/chat/start", data={"nonce": "abcdefgh1234"}, allow_redirects=False
    )

    cookie = answer.cookies["kansenbode"]
    assert (answer.status, answer.headers["Location"]) == (303, "/chat#m1")
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", cookie.value)
    assert {
        name: cookie[name] for name in ("httponly", "samesite", "path", "max-age", "secure")
    } == {"httponly": True, "samesite": "Lax", "path": "/", "max-age": "2592000", "secure": ""}
    assert inbox.last == Arrival(channel="web", external_id="", sender="")
    assert await conversation(browser) == [("theirs", "Wat wil je doen?")]


async def test_stored_address_is_not_what_the_cookie_holds(browser: WebClient, inbox: Any) -> None:
    answer = await browser.post(
        "/chat/start", data={"nonce": "abcdefgh1234"}, allow_redirects=False
    )

    token = answer.cookies["kansenbode"].value
    assert re.fullmatch(r"[0-9a-f]{64}", inbox.arrivals[0].sender)
    assert token not in inbox.arrivals[0].sender + inbox.arrivals[0].external_id
    assert inbox.arrivals[0].external_id == f"{inbox.arrivals[0].sender[:16]}.abcdefgh1234"


async def test_start_hands_on_the_opportunity_and_the_trail(browser: WebClient, inbox: Any) -> None:
    await browser.post("/chat/start", data={"opportunity": "3", "code": " AB2C DE3F "})

    assert inbox.last == Arrival(
        channel="web", external_id="", sender="", opportunity=3, code="AB2C DE3F"
    )


@pytest.mark.parametrize(
    ("pressed", "wish"), [("join", "join"), ("question", "question"), ("forget", None), ("", None)]
)
async def test_start_hands_on_what_was_pressed_on_the_page(
    browser: WebClient, inbox: Any, pressed: str, wish: str | None
) -> None:
    await browser.post("/chat/start", data={"opportunity": "3", "wish": pressed})

    assert inbox.last == Arrival(channel="web", external_id="", sender="", opportunity=3, wish=wish)


async def test_start_without_a_subject_does_not_begin_twice(browser: WebClient, inbox: Any) -> None:
    for _ in range(2):
        await browser.post("/chat/start", data={})

    assert len(inbox.arrivals) == 1


async def test_conversation_is_on_the_page_after_each_post_without_script(
    browser: WebClient, inbox: Any
) -> None:
    inbox.says = lambda arrival: Message(f"Je schreef: {arrival.text}")
    await browser.post("/chat/start", data={})

    answer = await browser.post("/chat", data={"text": "Hoi", "nonce": "n" * 16})

    assert answer.url.path == "/chat"
    assert bubbles(await answer.text()) == [
        ("theirs", "Je schreef:"),
        ("mine", "Hoi"),
        ("theirs", "Je schreef: Hoi"),
    ]


async def test_pressed_option_is_shown_by_its_label(browser: WebClient, inbox: Any) -> None:
    await browser.post("/chat/start", data={})

    await browser.post("/chat", data={"choice": "1.1.join", "seen": "1"})

    assert inbox.last == Arrival(
        channel="web", external_id="", sender="", text="Ik doe mee", choice="1.1.join", seen=1
    )
    assert (await conversation(browser))[1:] == [
        ("mine", "Ik doe mee"),
        ("theirs", "Wat wil je doen?"),
    ]


async def test_option_that_was_never_shown_is_handed_on_without_its_code(
    browser: WebClient, inbox: Any
) -> None:
    await browser.post("/chat/start", data={})

    await browser.post("/chat", data={"choice": "9.9.forged"})

    assert (inbox.last.text, inbox.last.choice) == ("…", "9.9.forged")
    asked = ("theirs", "Wat wil je doen?")
    assert await conversation(browser) == [asked, ("mine", "…"), asked]


async def test_only_the_options_of_the_last_message_can_be_pressed(
    browser: WebClient, inbox: Any
) -> None:
    await browser.post("/chat/start", data={})
    inbox.says = lambda arrival: Message("En nu?", (Option("1.2.yes", "ja"),), rev=2)
    await browser.post("/chat", data={"choice": "1.1.join"})

    text = await (await browser.get("/chat")).text()

    assert re.findall(r'name="choice" value="(.*?)">(.*?)<', text) == [("1.2.yes", "ja")]
    assert re.findall(r'name="seen" value="(.*?)"', text) == ["2"] * 6


async def test_same_form_sent_twice_counts_once(browser: WebClient, inbox: Any) -> None:
    await browser.post("/chat/start", data={})

    answers = [
        await browser.post("/chat", data={"text": "Hoi", "nonce": "same-number"}) for _ in range(2)
    ]

    assert [answer.status for answer in answers] == [200, 200]
    assert [arrival.text for arrival in inbox.arrivals] == ["", "Hoi"]


async def test_two_browsers_do_not_see_each_other(town: Any) -> None:
    one, other = await town.browser(), await town.browser()
    town.inbox.says = lambda arrival: Message(f"Je schreef: {arrival.text}")

    await one.post("/chat", data={"text": "geheim"})
    await other.post("/chat", data={"text": "iets anders"})

    assert await conversation(one) == [("mine", "geheim"), ("theirs", "Je schreef: geheim")]
    assert await conversation(other) == [
        ("mine", "iets anders"),
        ("theirs", "Je schreef: iets anders"),
    ]


async def test_somebody_else_begins_anew(browser: WebClient) -> None:
    await browser.post("/chat", data={"text": "Hoi"})

    answer = await browser.post("/chat/weg")
    again = await browser.post("/chat/weg", allow_redirects=False)

    assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-store")
    assert "Je gesprek is gesloten" in (html := await answer.text())
    assert (
        "/chat/terug/" in html,
        '<a class="button" href="/">Bekijk alle kansen</a>' in html,
    ) == (False, True)
    assert (again.status, again.headers["Location"]) == (303, "/")
    assert "Begin het gesprek" in await (await browser.get("/chat")).text()


async def test_links_in_a_message_can_be_followed(browser: WebClient, inbox: Any) -> None:
    inbox.says = lambda arrival: Message(
        "Kijk op https://waterdam.example/a?b=1&c=2.\nOf bel.",
        links=(Link("https://waterdam.example/kansen/1", "Alles lezen"),),
    )

    text = await (await browser.post("/chat", data={"text": "Hoi"})).text()

    address = "https://waterdam.example/a?b=1&amp;c=2"
    assert (
        f'Kijk op <a href="{address}" rel="noopener noreferrer">{address}</a>.<br>Of bel.' in text
    )


async def test_sending_again_gives_the_same_number(
    browser: WebClient, inbox: Any, town: Any
) -> None:
    inbox.holds = True
    town.chat.pace = ChatPace(answer=0.0)
    await browser.post("/chat", data={"text": "Hoi"})
    to, message = inbox.held[0]

    receipts = [await town.chat.send(to, message) for _ in range(3)]

    assert receipts == [Receipt("1")] * 3
    assert await conversation(browser) == [("mine", "Hoi"), ("theirs", "Wat wil je doen?")]


async def test_closed_store_makes_the_channel_unreachable(store: Store) -> None:
    chat = WebChat(Settings.demo(), store)
    store.close()

    with pytest.raises(Unreachable):
        await chat.send(Recipient(1, 1, "somebody"), Message("Hoi"))
