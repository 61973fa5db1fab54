"""A store on a fresh file, with a clock that moves only when a test says so."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from outreach.opportunities.samples import add_samples
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY


class Clock:
    """A moment that stands still until it is told to pass."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database, made once: every test copies it."""
    path = tmp_path_factory.mktemp("empty") / "kansenbode.db"
    migrate(path)
    return path


@pytest.fixture
def store(tmp_path: Path, empty_database: Path, clock: Clock) -> Iterator[Store]:
    path = tmp_path / "kansenbode.db"
    path.write_bytes(empty_database.read_bytes())
    with Store(path, clock) as store:
        yield store


@pytest.fixture
def waterdam(store: Store) -> Store:
    """A store with the demo municipality in it."""
    store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam"))
    return store
