"""Every page that residents can open, from the table of routes: for everybody, at every width."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import pytest_asyncio

from outreach.store.codes import make_code
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.venues.trail import lay_trail
from tests.bot.channels.email.town import link_in
from tests.browser.joining import joined
from tests.mailing import left_mailbox
from tests.smtp import MailServer, mail_server

pytestmark = pytest.mark.asyncio(loop_scope="session")
PAGES = {
    "/": ["/"],
    "/kansen/{id}": ["/kansen/1", "/kansen/2"],
    "/privacy": ["/privacy"],
    "/kanalen": ["/kanalen"],
    "/over": ["/over"],
    "/embed": ["/embed"],
    "/toegankelijkheid": ["/toegankelijkheid"],
    "/c": ["/c"],
    "/c/{code}": ["/c/{trail}", "/c/{invitation}", "/c/{reference}", "/c/{link}"],
    "/chat": ["/chat"],
    "/chat/over/{id}": [],
    "/chat/ontvangst/{number}": ["/chat/ontvangst/1"],
    "/chat/bewaar": ["/chat/bewaar"],
    "/chat/terug/{secret}": ["{back}"],
    "/mail/ja/{secret}": ["{confirm}"],
    "/mail/uit/{secret}": ["/mail/uit/{leave}"],
    "/mail/nieuws-uit/{secret}": ["/mail/nieuws-uit/{leave}"],
}
"""Where each page is seen; what is a part of another page is seen there."""
MACHINES = {
    *("/health", "/metrics", "/seen/{code}", "/static/{name}", "/robots.txt", "/sitemap.xml"),
    *("/kansen.atom", "/site.webmanifest", "/ocds.json", "/kansen/{id}/ocds.json", "/taal"),
    *("/kansen/{id}/beeld.png", "/kansen/{id}/foto", "/beeld/{theme}.png", "/favicon.ico"),
    *("/apple-touch-icon.png", "/icon-192.png", "/icon-512.png", "/bijeenkomsten/{id}.ics"),
    *("/.well-known/security.txt", "/chat/mijn-gegevens.json", "/chat/ontvangst/{number}.pdf"),
    *("/chat/stream", "/chat/nieuw", "/chat/bestand/{number}", "/chat/meldingen.js"),
    "/chat/meldingen",
}
"""What is no page: files, pictures, feeds and what scripts ask for."""
STAFF = "/werk"
SMALL = """() => [...document.querySelectorAll(
    'button, input, select, textarea, summary, nav a, .button, .back a, .foot a, .brand, .choice')]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
    .map((one) => one.outerHTML)"""
"""What can be pressed and is lower than a thumb."""


@pytest_asyncio.fixture(loop_scope="session")
async def mails() -> AsyncIterator[MailServer]:
    """The mail server of the town."""
    async with mail_server() as server:
        yield server


@pytest.fixture
def own(mails: MailServer) -> dict[str, Any]:
    """A town with every page that there is."""
    return {
        "embed_on": ("https://www.waterdam.example",),
        "mail_host": "127.0.0.1",
        "mail_port": mails.port,
        "mail_tls": "none",
        "mail_from": "kansen@waterdam.example",
    }


async def addresses(page: Any, chat: Any, waterdam: Store, mails: MailServer) -> list[str]:
    """Become somebody who can open every page; return all addresses."""
    talk = chat(page)
    await talk.press("met een groep")
    await talk.say("De Schapen")
    await talk.say("Wij maaien het gras")
    await talk.press("Ja, opslaan")
    await page.goto("/chat/bewaar")
    known = {"back": await page.locator("#link").input_value()}
    for kind in ("invitation", "reference", "link"):
        known[kind] = waterdam.run(make_code, NOBODY, kind=kind, subject=1)
    known["trail"] = waterdam.run(lay_trail, NOBODY, opportunity=1, kind="poster")
    left_mailbox(waterdam, Actor("person", 1), "ada@mail.example")
    known["confirm"] = link_in(await mails.until(1), "mail/ja")
    known["leave"] = waterdam.look(
        lambda unit: unit.connection.exec_driver_sql("SELECT leave FROM mailbox").scalar_one()
    )
    return [path.format(**known) for paths in PAGES.values() for path in paths]


async def test_every_page_is_known_here(town: Any) -> None:
    routes = {
        route.resource.canonical
        for route in town.app.router.routes()
        if route.method == "GET" and not route.resource.canonical.startswith(STAFF)
    }

    assert routes - MACHINES == set(PAGES)
    assert MACHINES - routes == set()


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [
        (320, "light", "nl-NL"),
        (390, "light", "nl-NL"),
        (390, "dark", "ar-SY"),
        (640, "light", "tr-TR"),
        (1280, "light", "nl-NL"),
        (1280, "dark", "pl"),
    ],
)
async def test_every_page_can_be_used_by_everybody(
    visit: Any,
    chat: Any,
    faults: Callable[..., Any],
    waterdam: Store,
    mails: MailServer,
    width: int,
    scheme: str,
    language: str,
) -> None:
    page = await joined(visit, width, color_scheme=scheme, reduced_motion="reduce")
    paths = await addresses(page, chat, waterdam, mails)
    await page.set_extra_http_headers({"Accept-Language": language})

    found: dict[str, list[Any]] = {}
    missing: set[str] = set()
    for path in paths:
        answer = await page.goto(path)
        wide = await page.evaluate("document.documentElement.scrollWidth")
        told = [*await faults(page), *await page.evaluate(SMALL), *([wide] if wide > width else [])]
        found |= {path: told} if told else {}
        missing |= set() if answer.status == 200 else {path}

    # where a code is typed there is nothing yet
    assert (found, missing) == ({}, {"/c"})
