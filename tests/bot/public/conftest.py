"""The residents' pages of Waterdam, served."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.web.speak import attach_speak
from bot.inbox import AddressNews, Arrival, VenueNews
from bot.public.routes import attach_pages
from content.texts import Texts
from outreach.opportunities.samples import add_samples
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.web.app import make_app
from tests.webclient import WebClient

FACTS: dict[str, Any] = {"organisation": "Gemeente Waterdam", "address": "https://kansen.example"}
TEXTS = Texts(**FACTS)


@pytest.fixture(scope="session")
def waterdam_database(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Path:
    """A database with the samples in it, made once: every test copies it."""
    path = tmp_path_factory.mktemp("waterdam") / "kansenbode.db"
    path.write_bytes(empty_database.read_bytes())
    with Store(path, lambda: datetime(2026, 11, 2, 9, 0, tzinfo=UTC)) as store:
        store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam"))
    return path


@pytest.fixture
def waterdam(
    tmp_path: Path, waterdam_database: Path, clock: Callable[[], datetime]
) -> Iterator[Store]:
    path = tmp_path / "kansenbode.db"
    path.write_bytes(waterdam_database.read_bytes())
    with Store(path, clock) as store:
        yield store


@pytest.fixture
def channels() -> tuple[str, ...]:
    """The channels of the installation."""
    return ("web",)


@pytest.fixture
def own() -> dict[str, Any]:
    """The settings of the installation that are not those of the demo."""
    return {}


class TakingInbox:
    """Takes what is handed in, and answers nothing."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []

    async def take(self, arrival: Arrival) -> bool:
        self.arrivals.append(arrival)
        return True

    async def take_venue_news(self, news: VenueNews) -> bool:
        pytest.fail(f"A page hands in no news of a place of others: {news.event}.")

    async def take_address_news(self, news: AddressNews) -> None:
        pytest.fail(f"A page hands in no news of an address: {news.channel}.")


@pytest.fixture
def inbox() -> TakingInbox:
    """What the pages hand in."""
    return TakingInbox()


@pytest.fixture
async def browser(
    waterdam: Store, channels: tuple[str, ...], own: dict[str, Any], inbox: TakingInbox
) -> AsyncIterator[WebClient]:
    async def well() -> bool:
        return True

    settings = Settings.demo(address="https://kansen.example/", **own)
    texts = Texts(None, settings.languages, **FACTS)
    app = make_app(settings, texts, waterdam, healthy=well, clock=lambda: 0.0)
    attach_pages(app, channels)
    attach_speak(app, inbox)
    async with TestClient(TestServer(app)) as client:
        yield client


@pytest.fixture
def number(waterdam: Store) -> Callable[[str], int]:
    """Return the id of a sample by its own number."""

    def find(tender_id: str) -> int:
        query = "SELECT id FROM opportunity WHERE tender_id = ?"
        found: int = waterdam.look(
            lambda unit: unit.connection.exec_driver_sql(query, (tender_id,)).scalar_one()
        )
        return found

    return find


@pytest.fixture
def change(waterdam: Store) -> Callable[..., Any]:
    """Run a rule or a plain statement on the store."""

    def run(rule: Any, *args: Any, **values: Any) -> Any:
        if callable(rule):
            return waterdam.run(rule, NOBODY, **values)

        def execute(unit: Unit) -> None:
            unit.connection.exec_driver_sql(rule, args)

        return waterdam.run(execute, NOBODY)

    return run
