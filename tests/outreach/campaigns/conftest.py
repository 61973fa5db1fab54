"""Waterdam with people to write to, and colleagues who may make and approve campaigns."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col

from bot.channels.web.channel import WebChat
from content.texts import Texts
from outreach.campaigns.approve import Approved, approve
from outreach.campaigns.compose import Voice
from outreach.campaigns.draft import new_campaign
from outreach.campaigns.prepare import Terms, Units
from outreach.delivery.channel import Abilities
from outreach.opportunities.edit import set_facts
from outreach.parties.address import Address
from outreach.parties.consent import permit, stop
from outreach.parties.person import choose_place, choose_themes, meet
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.campaigns.writing import PEOPLE

TELEGRAM = Abilities(buttons=True, text_length=4096, caption_length=1024, edits=True, rate=30)
CANCEL = timedelta(minutes=10)
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts(organisation="Gemeente Waterdam", address="https://kansen.example")


@pytest.fixture
def units() -> Units:
    """How campaigns are written; a test may hand in smaller units."""
    return Units()


@pytest.fixture
def terms(texts: Texts, units: Units) -> Terms:
    """An installation on the web and on Telegram, without quiet hours."""
    return Terms(
        voice=Voice(texts, "https://kansen.example"),
        quiet=LOUD,
        channels={"web": WebChat.can, "telegram": TELEGRAM},
        most_a_week=2,
        four_eyes_above=100,
        cancel=CANCEL,
        units=units,
    )


@pytest.fixture
def staff(waterdam: Store) -> dict[str, Actor]:
    """Eef makes campaigns, Omar approves them."""
    return {
        name: Actor(
            "staff",
            waterdam.run(add_staff, NOBODY, email=f"{name}@waterdam.example", name=name, role=role),
        )
        for name, role in (("eef", "editor"), ("omar", "sender"))
    }


@pytest.fixture
def met(waterdam: Store) -> Callable[..., int]:
    """Let somebody talk with us who wants news, unless told otherwise; return their number."""

    def run(
        name: str,
        channel: str = "web",
        language: str = "nl",
        *,
        news: bool = True,
        place: str | None = None,
        themes: tuple[str, ...] = (),
        stopped: bool = False,
    ) -> int:
        person, _ = waterdam.run(meet, NOBODY, channel=channel, external_id=name, language=language)
        who = Actor("person", person, via=channel)
        waterdam.run(permit, who, purpose="news", given=news, text="interest-news")
        if place is not None:
            waterdam.run(choose_place, who, place=place)
        if themes:
            waterdam.run(choose_themes, who, themes=list(themes))
        if stopped:
            waterdam.run(stop, who)
        return person

    return run


@pytest.fixture
def drafted(
    waterdam: Store, strip: int, staff: dict[str, Actor], texts: Texts
) -> Callable[..., int]:
    """Make a draft about the green strip; return its number."""

    def run(occasion: str = "new", opportunity: int | None = None, **facts: Any) -> int:
        about = strip if opportunity is None else opportunity
        return waterdam.run(
            new_campaign, staff["eef"], opportunity=about, occasion=occasion, ours=texts, **facts
        )

    return run


@pytest.fixture
def approved(
    waterdam: Store, drafted: Callable[..., int], staff: dict[str, Actor], terms: Terms
) -> Callable[..., tuple[int, Approved]]:
    """Make a draft and approve it; return its number and what approval told."""

    def run(**facts: Any) -> tuple[int, Approved]:
        campaign = drafted(**facts)
        return campaign, approve(waterdam, staff["omar"], campaign=campaign, terms=terms)

    return run


def lose(unit: Unit, *, person: int) -> None:
    """This person cannot be reached any more, anywhere."""
    unit.connection.execute(
        update(Address).where(col(Address.person_id) == person).values(gone_at=unit.now)
    )


@pytest.fixture
def going(
    met: Callable[..., int], approved: Callable[..., tuple[int, Approved]], clock: Clock
) -> int:
    """A campaign to Fatma and Ada that is due."""
    met("fatma")
    met("ada", "telegram", "en")
    campaign, _ = approved()
    clock.passes(minutes=11)
    return campaign


@pytest.fixture
def crowd(met: Callable[..., int]) -> list[int]:
    return [met(f"p{number}", language=("nl", "en")[number % 2]) for number in range(PEOPLE)]


@pytest.fixture
def edit(waterdam: Store, strip: int, staff: dict[str, Actor]) -> Callable[..., None]:
    """Change the record as an import does: by a door that knows nothing of campaigns."""

    def run(**facts: Any) -> None:
        waterdam.run(set_facts, staff["eef"], opportunity=strip, **facts)

    return run
