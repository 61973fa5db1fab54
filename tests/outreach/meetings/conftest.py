"""An information evening with three seats about the green strip of Waterdam."""

import pytest

from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.outreach.meetings.meeting_at import meeting_at, somebody


@pytest.fixture
def evening(waterdam: Store, strip: int, clock: Clock) -> int:
    return meeting_at(waterdam, strip, clock, seats=3)


@pytest.fixture
def ada(waterdam: Store) -> Actor:
    return somebody(waterdam, "ada")


@pytest.fixture
def bram(waterdam: Store) -> Actor:
    return somebody(waterdam, "bram", "en")


@pytest.fixture
def cleo(waterdam: Store) -> Actor:
    return somebody(waterdam, "cleo")
