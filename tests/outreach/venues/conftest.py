"""A neighbourhood group in which our account is, confirmed by staff, and a record to post there."""

from collections.abc import Callable
from typing import Any

import pytest

from content.texts import Texts
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.venues.post import Posted, post_card
from outreach.venues.presence import Presence, arrive
from outreach.venues.register import confirm_venue
from tests.accounts import connect_telegram
from tests.conftest import LOUD

STAFF = Actor("staff", 1)


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts(organisation="gemeente Waterdam", address="https://waterdam.example")


@pytest.fixture
def joins(waterdam: Store) -> Callable[..., Presence]:
    """Let our account be taken into a group."""

    def join(external_id: str = "-100", name: str = "Buurt Zuid", **facts: Any) -> Presence:
        where: dict[str, Any] = {
            "channel": "telegram",
            "external_id": external_id,
            "kind": "neighbourhood_group",
            "language": "nl",
        }
        presence = waterdam.run(arrive, NOBODY, **{**where, "name": name, **facts})
        assert presence is not None
        return presence

    return join


@pytest.fixture
def group(waterdam: Store, joins: Callable[..., Presence]) -> Presence:
    """A confirmed group that takes two cards a week; the bot is called waterdam_bot."""
    connect_telegram(waterdam)
    presence = joins()
    waterdam.run(confirm_venue, STAFF, code="buurt-zuid", most_a_week=2)
    return presence


@pytest.fixture
def post(waterdam: Store, texts: Texts) -> Callable[..., Posted]:
    """Post a card in a venue; by default at any hour."""

    def run(
        opportunity: int, code: str = "buurt-zuid", quiet: Any = LOUD, store: Store | None = None
    ) -> Posted:
        where: dict[str, Any] = {"code": code, "opportunity": opportunity}
        return (store or waterdam).run(post_card, STAFF, **where, texts=texts, quiet=quiet)

    return run
