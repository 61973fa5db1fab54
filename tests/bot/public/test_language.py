import re
from collections.abc import Callable
from typing import Any

import pytest

from bot.channels.web.speak import IN_ANOTHER_LANGUAGE
from bot.public.language import own_path
from outreach.parties.person import meet
from outreach.parties.way_back import hash_of
from tests.webclient import WebClient

TOKEN = "t" * 43


async def test_switch_keeps_the_language_and_goes_back(
    browser: WebClient,
) -> None:
    answer = await browser.post(
        "/taal", data={"taal": "en", "terug": "/privacy?a=b"}, allow_redirects=False
    )

    cookie = answer.cookies["taal"]
    assert (answer.status, answer.headers["Location"], cookie.value) == (303, "/privacy?a=b", "en")
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", True)


async def test_link_switches_too(browser: WebClient) -> None:
    answer = await browser.get("/taal?taal=en", allow_redirects=False)

    assert (answer.status, answer.headers["Location"], answer.cookies["taal"].value) == (
        303,
        "/",
        "en",
    )


@pytest.mark.parametrize("language", ["", "de", "EN", "nl,en", "\x00", "../", "<b>"])
async def test_language_that_we_do_not_speak_changes_nothing(
    browser: WebClient, language: str
) -> None:
    answer = await browser.post("/taal", data={"taal": language}, allow_redirects=False)

    assert (answer.status, answer.headers["Location"], len(answer.cookies)) == (303, "/", 0)


@pytest.mark.parametrize(
    "path",
    [
        "//other.example",
        "/\\other.example",
        "https://other.example",
        "javascript:a",
        "",
        "/a b",
        "/\r\nX: y",
        "/é",
        "/" * 3_000,
    ],
)
def test_way_back_never_leads_away(path: str) -> None:
    assert own_path(path) == "/"


@pytest.mark.parametrize(
    "path", ["/", "/kansen/3", "/?plek=WK990101&thema=groen", "/chat", "/c/AB2C%203D4E"]
)
def test_way_back_leads_to_our_own_pages(path: str) -> None:
    assert own_path(path) == path


async def test_conversation_goes_on_in_the_chosen_language(
    browser: WebClient, change: Callable[..., Any], waterdam: Any
) -> None:
    change(meet, channel="web", external_id=hash_of(TOKEN), language="nl")

    await browser.post(
        "/taal",
        data={"taal": "en"},
        headers={"Cookie": f"kansenbode={TOKEN}"},
        allow_redirects=False,
    )

    spoken = waterdam.look(
        lambda unit: unit.connection.exec_driver_sql("SELECT language FROM person").scalar_one()
    )
    assert spoken == "en"


async def test_link_changes_no_conversation(
    browser: WebClient, change: Callable[..., Any], waterdam: Any
) -> None:
    change(meet, channel="web", external_id=hash_of(TOKEN), language="nl")

    await browser.get(
        "/taal?taal=en", headers={"Cookie": f"kansenbode={TOKEN}"}, allow_redirects=False
    )

    spoken = waterdam.look(
        lambda unit: unit.connection.exec_driver_sql("SELECT language FROM person").scalar_one()
    )
    assert spoken == "nl"


@pytest.mark.parametrize(
    ("back", "handed_in"), [("/chat", 1), ("/chat#einde", 1), ("/", 0), ("/kansen/3", 0)]
)
async def test_switch_in_the_chat_is_handed_to_the_conversation(
    browser: WebClient, change: Callable[..., Any], inbox: Any, back: str, handed_in: int
) -> None:
    change(meet, channel="web", external_id=hash_of(TOKEN), language="nl")

    answer = await browser.post(
        "/taal",
        data={"taal": "en", "terug": back},
        headers={"Cookie": f"kansenbode={TOKEN}"},
        allow_redirects=False,
    )

    said = [(arrival.sender, arrival.choice, arrival.text) for arrival in inbox.arrivals]
    assert said == [(hash_of(TOKEN), IN_ANOTHER_LANGUAGE, "English")] * handed_in
    assert (answer.headers["Location"], answer.cookies["taal"].value) == (back, "en")


@pytest.mark.parametrize(
    ("wanted", "met"),
    [
        ("tr-TR,tr;q=0.9,en;q=0.8", "tr"),
        ("pl", "pl"),
        ("ar-SY,ar;q=0.9", "ar"),
        # who would rather read one of ours is not held up
        ("nl,tr;q=0.9", ""),
        ("en-GB,en;q=0.9,pl;q=0.8", ""),
        # nobody is met in a language of which we have not one word
        ("fi,sv;q=0.9", ""),
        ("", ""),
    ],
)
async def test_reader_is_met_in_the_language_of_their_browser(
    browser: WebClient, wanted: str, met: str
) -> None:
    page = await (await browser.get("/", headers={"Accept-Language": wanted})).text()

    assert re.findall(r'<aside class="abroad" lang="(\w+)"', page) == ([met] if met else [])


async def test_reader_who_chose_is_not_asked_again(browser: WebClient) -> None:
    headers = {"Accept-Language": "tr"}
    chose = headers | {"Cookie": "taal=nl"}

    asked = await (await browser.get("/", headers=headers)).text()
    chosen = await (await browser.get("/", headers=chose)).text()

    assert "Merhaba! Burada şu dilleri konuşuyorum: Felemenkçe ve İngilizce." in asked
    assert "Merhaba" not in chosen


@pytest.mark.parametrize("own", [{"languages": ("nl",)}])
async def test_reader_is_offered_no_choice_of_one(browser: WebClient) -> None:
    page = await (await browser.get("/", headers={"Accept-Language": "tr"})).text()

    assert "Merhaba" not in page
