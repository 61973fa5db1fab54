"""Somebody who sends something along with what they say."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from outreach.attachments.accepted import accepted
from outreach.attachments.attachment import About, Allowance, Sent, attach
from outreach.delivery.inbound import take_in
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.attached import jpeg
from tests.people import number_of

PHOTO = Sent("photo", "tuin.jpg", accepted(jpeg()))
NOTHING, ALL = About(), Allowance()
Send = Callable[..., str | None]


@pytest.fixture
def ada(waterdam: Store) -> Actor:
    return met(waterdam, "ada")


@pytest.fixture
def bram(waterdam: Store) -> Actor:
    return met(waterdam, "bram")


@pytest.fixture
def send(waterdam: Store) -> Send:
    """Send something along with a message; return why it is not kept."""
    numbers = count(1)

    def run(
        who: Actor,
        sent: Sent = PHOTO,
        about: About = NOTHING,
        allowance: Allowance = ALL,
        channel: str = "web",
    ) -> str | None:
        facts: dict[str, Any] = {"sent": sent, "about": about, "allowance": allowance}
        name = f"{channel}-{number_of(who)}-{next(numbers)}"
        return waterdam.run(_sent, who, name=name, channel=channel, **facts)

    return run


def met(store: Store, name: str, channel: str = "web") -> Actor:
    person, _ = store.run(meet, NOBODY, channel=channel, external_id=name, language="nl")
    return Actor("person", person)


def _sent(unit: Unit, /, *, name: str, channel: str, **facts: Any) -> str | None:
    person = number_of(unit.actor)
    address = unit.connection.exec_driver_sql(
        f"SELECT id FROM address WHERE person_id = {person}"
    ).scalar_one()
    inbound = take_in(unit, channel=channel, external_id=name, address=address, text="")
    assert inbound is not None
    return attach(unit, inbound=inbound, address=address, person=person, **facts)
