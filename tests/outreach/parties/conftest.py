"""Somebody who was met in the web chat."""

import pytest

from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor


@pytest.fixture
def ada(store: Store) -> Actor:
    return Actor(
        "person", store.run(meet, NOBODY, channel="web", external_id="ada", language="nl")[0]
    )
