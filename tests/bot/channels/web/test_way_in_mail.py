"""The way back inside a mail: a secret of its own, that opens the conversation elsewhere."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from content.message import Message
from outreach.mailboxes.confirm import envelope
from outreach.mailboxes.end import end_mailbox
from outreach.parties.person import address_at
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.clock import Clock
from tests.mailing import confirmed_mailbox
from tests.webclient import WebClient

ADA = "ada@example.org"


def mailed(store: Store, sender: str) -> str:
    """Let whoever talks at an address leave a mailbox; return the path in the next mail there."""
    at = store.look(lambda unit: address_at(unit, channel="web", external_id=sender))
    assert at is not None
    mailbox = confirmed_mailbox(store, Actor("person", at.person, via="web"), ADA)
    return next_mail(store, mailbox)


def next_mail(store: Store, mailbox: int = 1) -> str:
    where = store.run(envelope, NOBODY, mailbox=mailbox, delivery=None)
    assert where is not None
    return f"/chat/terug/{where.back}"


@pytest.fixture
async def link(browser: WebClient, inbox: Any, store: Store) -> str:
    """The path in a mail to somebody who was told something secret."""
    inbox.says = lambda arrival: Message("Heel geheim antwoord")
    await browser.post("/chat/start", data={})
    return mailed(store, inbox.arrivals[0].sender)


async def test_looking_opens_nothing_and_the_button_opens_the_conversation(
    town: Any, link: str
) -> None:
    phone = await town.browser()

    looked = await phone.get(link)
    before = await (await phone.get("/chat")).text()
    pressed = await phone.post(link, allow_redirects=False)
    after = await (await phone.get("/chat")).text()

    assert (looked.status, looked.cookies, "geheim" in await looked.text()) == (200, {}, False)
    assert (pressed.status, pressed.headers["Location"]) == (303, "/chat")
    assert pressed.cookies["kansenbode"].value not in ("", link.rpartition("/")[2])
    assert ("geheim" in before, "geheim" in after) == (False, True)


async def test_both_browsers_are_in_one_conversation(
    town: Any, link: str, browser: WebClient, inbox: Any
) -> None:
    phone = await town.browser()
    await phone.post(link)

    inbox.says = lambda arrival: Message(f"Je schreef: {arrival.text}")
    await phone.post("/chat", data={"text": "van de telefoon"})

    assert "Je schreef: van de telefoon" in await (await browser.get("/chat")).text()
    assert len({arrival.sender for arrival in inbox.arrivals}) == 1


async def test_browser_that_is_there_already_keeps_its_secret(
    town: Any, link: str, browser: WebClient
) -> None:
    before = (await browser.get("/chat")).cookies["kansenbode"].value
    phone = await town.browser()
    first = await phone.post(link, allow_redirects=False)

    again = await phone.post(link, allow_redirects=False)
    own = await browser.post(link, allow_redirects=False)

    assert again.cookies["kansenbode"].value == first.cookies["kansenbode"].value
    assert own.cookies["kansenbode"].value == before


async def test_other_browser_shows_a_link_of_its_own(town: Any, link: str) -> None:
    phone, third = await town.browser(), await town.browser()
    await phone.post(link)

    html = await (await phone.get("/chat/bewaar")).text()
    token = phone.session.cookie_jar.filter_cookies(phone.make_url("/"))["kansenbode"].value
    opened = await third.post(f"/chat/terug/{token}", allow_redirects=False)

    assert f"/chat/terug/{token}</textarea>" in html
    assert opened.status == 303


async def test_stopping_the_mail_ends_its_links_and_no_browser(
    town: Any, link: str, store: Store
) -> None:
    phone = await town.browser()
    await phone.post(link)
    where = store.run(envelope, NOBODY, mailbox=1, delivery=None)
    assert where is not None

    store.run(end_mailbox, NOBODY, secret=where.leave, text="page-mailbox-leave")

    assert (await phone.get(link)).status == 404
    assert "geheim" in await (await phone.get("/chat")).text()


async def test_closing_ends_links_and_browsers_and_the_next_mail_leads_back(
    town: Any, link: str, browser: WebClient, store: Store
) -> None:
    phone = await town.browser()
    await phone.post(link)

    await browser.post("/chat/weg")
    closed = await (await phone.get("/chat")).text()
    old, new = await phone.post(link), next_mail(store)
    opened = await phone.post(new, allow_redirects=False)

    assert ("geheim" in closed, old.status, opened.status) == (False, 404, 303)
    assert "geheim" in await (await phone.get("/chat")).text()


async def test_link_lives_as_long_as_the_conversation(town: Any, link: str, clock: Clock) -> None:
    clock.passes(days=29)
    before = (await (await town.browser()).get(link)).status
    clock.passes(days=2)
    after = (await (await town.browser()).get(link)).status

    assert (before, after) == (200, 404)


async def test_secret_of_a_mail_stands_in_no_table_and_no_log(
    town: Any, link: str, store: Store
) -> None:
    phone = await town.browser()
    with capture_logs() as logs:
        await phone.get(link)
        opened = await phone.post(link, allow_redirects=False)

    secrets = [link.rpartition("/")[2], opened.cookies["kansenbode"].value]
    files = [store.path.with_name(store.path.name + end) for end in ("", "-wal")]
    held = b"".join(file.read_bytes() for file in files if file.exists())
    assert [secret for secret in secrets if secret in str(logs) or secret.encode() in held] == []
