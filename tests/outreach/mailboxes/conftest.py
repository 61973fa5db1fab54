import pytest

from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.interests.expressing import person


@pytest.fixture
def anna(waterdam: Store) -> Actor:
    return person(waterdam, "anna")
