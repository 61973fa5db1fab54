"""Waterdam with colleagues, a resident who comes in, and a clockwork that mails."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from pydantic import SecretStr

from content.texts import Texts
from outreach.interests.interest import PartyDraft, express_interest
from outreach.parties.person import meet
from outreach.settings import Settings
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.ticks import Ticks
from tests.clock import Believed, Clock
from tests.smtp import MailServer, mail_server

PETRA, EEF, OMAR = (f"{name}@waterdam.example" for name in ("petra", "eef", "omar"))
TEXTS = Texts(organisation="Gemeente Waterdam", address="https://kansen.example")


@pytest.fixture
def staff(waterdam: Store, change: Callable[..., None]) -> dict[str, int]:
    """Petra is the contact official of the green strip; Eef edits, Kees looks, Omar approves."""
    ids = {}
    for name, role in (
        ("petra", "editor"),
        ("eef", "editor"),
        ("kees", "viewer"),
        ("omar", "administrator"),
    ):
        email = f"{name}@waterdam.example"
        ids[name] = waterdam.run(add_staff, NOBODY, email=email, name=name.capitalize(), role=role)
    change(
        waterdam,
        "UPDATE opportunity SET official = 'petra@waterdam.example' WHERE tender_id = 'WD-2026-01'",
    )
    return ids


@pytest.fixture
def come(waterdam: Store, strip: int) -> Callable[[str], Actor]:
    """Let somebody express interest in the green strip, new or again."""
    known: dict[str, Actor] = {}

    def run(name: str) -> Actor:
        if name not in known:
            person, _ = waterdam.run(meet, NOBODY, channel="web", external_id=name, language="nl")
            known[name] = Actor("person", person)
        who, party = known[name], PartyDraft("resident", name.capitalize())
        waterdam.run(
            express_interest, who, opportunity=strip, version=1, party=party, brings="geheim"
        )
        return who

    return run


@pytest_asyncio.fixture
async def mailbox() -> AsyncIterator[MailServer]:
    """The town's mail server."""
    async with mail_server() as server:
        yield server


@pytest.fixture
def clockwork(waterdam: Store, tmp_path: Path) -> Callable[..., Ticks]:
    """A clockwork that mails through a server."""

    def make(mailbox: MailServer, **more: Any) -> Ticks:
        settings = Settings.demo(
            mail_host="127.0.0.1",
            mail_port=mailbox.port,
            mail_tls="none",
            mail_from="kansenbode@waterdam.example",
            mail_user="kansenbode" if mailbox.password else "",
            mail_password=SecretStr(mailbox.password),
            **more,
        )
        return Ticks(waterdam, TEXTS, settings, tmp_path, Believed(waterdam.clock))

    return make


@pytest.fixture
def pass_(
    clock: Clock, clockwork: Callable[..., Ticks], mailbox: MailServer
) -> Callable[..., Awaitable[None]]:
    """Let time pass, with a tick before and after it."""

    async def run(**time: float) -> None:
        ticks = clockwork(mailbox)
        await ticks.mail()
        clock.passes(**time)
        await ticks.mail()

    return run


def to(mailbox: MailServer) -> list[str]:
    """Who got mail, in order."""
    return [recipient for recipient, _ in mailbox.taken]
