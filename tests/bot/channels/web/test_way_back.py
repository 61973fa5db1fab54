"""The way back to a conversation from any device: a link that holds the secret of the cookie."""

import re
from html import unescape
from typing import Any

import pytest
from structlog.testing import capture_logs

from content.message import Message
from outreach.store.store import Store
from tests.clock import Clock
from tests.webclient import WebClient

UNKNOWN = "A" * 43


async def kept_link(browser: WebClient) -> str:
    """Begin a conversation, and give the path of the link to it."""
    await browser.post("/chat/start", data={})
    return path_on(await (await browser.get("/chat/bewaar")).text())


def path_on(html: str) -> str:
    found = re.search(
        r"<textarea[^>]*>http://127\.0\.0\.1:8080(/chat/terug/[A-Za-z0-9_-]{43})</textarea>", html
    )
    assert found is not None
    return unescape(found[1])


async def test_page_shows_the_link_of_this_browser_and_keeps_the_cookie(
    browser: WebClient,
) -> None:
    begun = await browser.post("/chat/start", data={}, allow_redirects=False)
    token = begun.cookies["kansenbode"].value

    answer = await browser.get("/chat/bewaar")

    html = await answer.text()
    assert path_on(html) == f"/chat/terug/{token}"
    assert html.count(token) == 1
    assert '<svg class="qr"' in html or 'class="qr"' in html
    assert {
        name: answer.headers[name] for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")
    } == {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
    assert answer.cookies["kansenbode"].value == token


async def test_without_a_conversation_there_is_no_link(town: Any, browser: WebClient) -> None:
    answers = [
        await browser.get("/chat/bewaar", allow_redirects=False),
        await browser.get(
            "/chat/bewaar", allow_redirects=False, headers={"Cookie": f"kansenbode={UNKNOWN}"}
        ),
    ]

    assert [(answer.status, answer.headers["Location"]) for answer in answers] == [
        (303, "/chat")
    ] * 2


async def test_looking_at_the_link_changes_nothing_and_tells_nothing(
    town: Any, browser: WebClient, inbox: Any
) -> None:
    inbox.says = lambda arrival: Message("Heel geheim antwoord")
    link = await kept_link(browser)
    preview = await town.browser()

    answer = await preview.get(link)

    html = await answer.text()
    assert (answer.status, answer.cookies, len(inbox.arrivals)) == (200, {}, 1)
    assert "geheim" not in html
    assert f'<form method="post" action="{link}">' in html
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == (
        "no-store",
        "no-referrer",
    )


async def test_button_opens_the_conversation_on_another_device(
    town: Any, browser: WebClient, inbox: Any
) -> None:
    inbox.says = lambda arrival: Message("Fijn dat je er bent")
    link = await kept_link(browser)
    other = await town.browser()

    answer = await other.post(link, allow_redirects=False)

    cookie = answer.cookies["kansenbode"]
    assert (answer.status, answer.headers["Location"], answer.headers["Referrer-Policy"]) == (
        303,
        "/chat",
        "no-referrer",
    )
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == (
        link.rpartition("/")[2],
        True,
        "Lax",
    )
    assert "Fijn dat je er bent" in await (await other.get("/chat")).text()


async def test_form_of_another_site_opens_nothing(town: Any, browser: WebClient) -> None:
    link = await kept_link(browser)
    other = await town.browser()

    answer = await other.post(link, headers={"Sec-Fetch-Site": "cross-site"}, allow_redirects=False)

    assert (answer.status, answer.cookies) == (403, {})


@pytest.mark.parametrize("own", [True, False])
async def test_another_conversation_in_this_browser_is_named(
    town: Any, browser: WebClient, own: bool
) -> None:
    link = await kept_link(browser)
    other = browser if own else await town.browser()
    if not own:
        await other.post("/chat/start", data={})

    html = await (await other.get(link)).text()

    assert ("In deze browser staat al een ander gesprek." in html) is not own


async def test_wrong_expired_and_forgotten_answer_alike(
    town: Any, browser: WebClient, inbox: Any, clock: Clock
) -> None:
    forgotten = await kept_link(browser)
    inbox.forgets = True
    await browser.post("/chat", data={"text": "vergeet mij"})
    inbox.forgets = False
    expired = await kept_link(await town.browser())
    clock.passes(days=30, seconds=1)
    guest = await town.browser()

    told = []
    for path in (f"/chat/terug/{UNKNOWN}", "/chat/terug/x", forgotten, expired):
        for answer in (await guest.get(path), await guest.post(path)):
            html = (await answer.text()).replace(path, "")
            told.append((answer.status, answer.cookies, re.sub(r'value="[^"]*"', "", html)))

    assert told[0][:2] == (404, {})
    assert "<h1>Deze link werkt niet</h1>" in told[0][2]
    assert '<a class="button" href="/chat">Naar het gesprek</a>' in told[0][2]
    assert told == told[:2] * 4


async def test_link_lives_as_long_as_somebody_writes(
    town: Any, browser: WebClient, clock: Clock
) -> None:
    link = await kept_link(browser)
    clock.passes(days=29)
    await browser.post("/chat", data={"text": "Hoi"})
    clock.passes(days=29)

    assert (await (await town.browser()).get(link)).status == 200


async def test_wrong_links_are_not_in_the_way_of_the_right_one(
    town: Any, browser: WebClient
) -> None:
    link = await kept_link(browser)
    guest = await town.browser()

    guesses = {
        (await guest.get(f"/chat/terug/{UNKNOWN[:-2]}{number}")).status for number in range(10, 50)
    }
    right = [await guest.get(link), await guest.post(link, allow_redirects=False)]

    assert (guesses, [answer.status for answer in right]) == ({404}, [200, 303])


async def test_closing_ends_the_cookie_and_the_link(
    town: Any, browser: WebClient, inbox: Any
) -> None:
    inbox.says = lambda arrival: Message("Heel geheim antwoord")
    link = await kept_link(browser)
    token = {"Cookie": f"kansenbode={link.rpartition('/')[2]}"}
    guest = await town.browser()

    closed = await browser.post("/chat/weg", allow_redirects=False)
    shown = await (await guest.get("/chat", headers=token)).text()
    statuses = [
        (await guest.get("/chat/mijn-gegevens.json", headers=token)).status,
        (await guest.get("/chat/stream", headers=token)).status,
        (await guest.get(link)).status,
        (await guest.post(link)).status,
    ]
    written = await guest.post("/chat", data={"text": "Hoi"}, headers=token, allow_redirects=False)

    assert (closed.status, closed.cookies["kansenbode"].value) == (200, "")
    assert "geheim" not in shown
    assert statuses == [404, 204, 404, 404]
    assert written.cookies["kansenbode"].value not in ("", link.rpartition("/")[2])
    assert len({arrival.sender for arrival in inbox.arrivals}) == 2


async def test_who_closes_may_have_a_new_link_this_once(
    town: Any, browser: WebClient, inbox: Any
) -> None:
    inbox.says = lambda arrival: Message("Fijn dat je er bent")
    old = await kept_link(browser)
    other = await town.browser()

    closed = await browser.post("/chat/weg?link")
    new = path_on(html := await closed.text())
    again = await browser.post("/chat/weg?link", allow_redirects=False)
    opened = [(await other.post(path, allow_redirects=False)).status for path in (old, new)]

    assert (closed.status, closed.headers["Cache-Control"]) == (200, "no-store")
    assert "Je gesprek is gesloten" in html
    assert (again.status, again.headers["Location"]) == (303, "/")
    assert opened == [404, 303]
    assert "Fijn dat je er bent" in await (await other.get("/chat")).text()


@pytest.mark.parametrize("path", ["/chat/weg?link", "/chat/start"])
async def test_language_of_what_answers_a_form_leads_to_a_page_that_is_there(
    browser: WebClient, path: str
) -> None:
    await browser.post("/chat", data={"text": "Hoi"})
    too_long = {"text": "a" * 200_000}

    shown = await browser.post(path, data=too_long if path == "/chat/start" else {})
    back = re.findall('name="terug" value="([^"]*)"', await shown.text())

    assert (shown.status, back) == (413 if path == "/chat/start" else 200, ["/chat"])
    assert (await browser.get(back[0])).status == 200


@pytest.mark.parametrize("link", [True, False])
async def test_who_closes_for_good_cannot_be_reached(
    browser: WebClient, store: Store, link: bool
) -> None:
    await browser.post("/chat/start", data={})

    await browser.post("/chat/weg?link" if link else "/chat/weg")

    query = "SELECT gone_at IS NULL FROM address"
    assert store.look(lambda unit: unit.connection.exec_driver_sql(query).scalars().all()) == [
        int(link)
    ]


async def test_somebody_else_begins_anew_and_the_owner_comes_back(
    town: Any, browser: WebClient, inbox: Any
) -> None:
    inbox.says = lambda arrival: Message(f"Je schreef: {arrival.text}")
    await browser.post("/chat/start", data={})
    await browser.post("/chat", data={"text": "van de eerste"})
    link = path_on(await (await browser.post("/chat/weg?link")).text())

    await browser.post("/chat/start", data={})
    next_one = await (await browser.get("/chat")).text()
    await browser.post(link)
    owner = await (await browser.get("/chat")).text()

    assert ("van de eerste" in next_one, "van de eerste" in owner) == (False, True)
    assert inbox.arrivals[0].sender != inbox.arrivals[2].sender


async def test_secret_stands_in_no_table_and_no_log(
    town: Any, browser: WebClient, store: Store
) -> None:
    with capture_logs() as logs:
        link = await kept_link(browser)
        await browser.get(link)
        await browser.post(link)

    secret = link.rpartition("/")[2]
    files = [store.path.with_name(store.path.name + end) for end in ("", "-wal")]
    assert secret not in str(logs)
    assert [
        file.name for file in files if file.exists() and secret.encode() in file.read_bytes()
    ] == []
