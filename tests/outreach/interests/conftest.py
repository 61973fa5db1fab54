"""The green strip of Waterdam, and people who are interested in it."""

from collections.abc import Callable
from typing import Any

import pytest

from content.texts import Texts
from outreach.interests.interest import (
    PartyDraft,
    express_interest,
)
from outreach.interests.tell import (
    GATHER,
    Telling,
    Told,
    move_interest_and_tell,
    move_opportunity_and_tell,
)
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.conftest import LOUD
from tests.looks import heard
from tests.outreach.interests.expressing import person

NADIA = Actor("staff", 1)


@pytest.fixture(scope="session")
def texts() -> Texts:
    """Return the texts as the command line has them, with the address of the pages."""
    return Texts(address="https://waterdam.example")


@pytest.fixture
def telling(texts: Texts) -> Telling:
    return Telling(texts, LOUD)


@pytest.fixture
def join(waterdam: Store, strip: int) -> Callable[..., Actor]:
    """Let somebody new express interest in the green strip: `join("ada")`."""

    def run(name: str, language: str = "nl", channel: str = "web") -> Actor:
        person, _ = waterdam.run(meet, NOBODY, channel=channel, external_id=name, language=language)
        who = Actor("person", person)
        party = PartyDraft("resident", name.capitalize())
        version = waterdam.look(
            lambda unit: unit.connection.exec_driver_sql(
                "SELECT version FROM opportunity WHERE tender_id = 'WD-2026-01'"
            ).scalar_one()
        )
        waterdam.run(
            express_interest, who, opportunity=strip, version=version, party=party, brings="handen"
        )
        return who

    return run


@pytest.fixture
def hear(waterdam: Store, clock: Any) -> Callable[[], dict[str, list[str]]]:
    """Let what is gathered go out; return what each person is told."""

    def run() -> dict[str, list[str]]:
        clock.now += GATHER
        return heard(waterdam)

    return run


@pytest.fixture
def move(waterdam: Store, strip: int, telling: Telling) -> Callable[[str], Told]:
    """Let Nadia move the green strip to another state, and tell of it.

    Before a decision she declines everybody without an outcome, with a reason if one is needed.
    """

    def run(state: str) -> Told:
        waiting = "SELECT id FROM interest WHERE state IN ('new', 'in_talk', 'invited') ORDER BY id"
        rows = waterdam.look(lambda unit: list(unit.connection.exec_driver_sql(waiting).scalars()))
        for interest in rows if state == "decided" else ():
            values: dict[str, Any] = {"interest": interest, "state": "declined", "telling": telling}
            waterdam.run(move_interest_and_tell, NADIA, **values)
        reason = "Het loopt anders." if state in ("decided", "withdrawn") else ""
        values = {"opportunity": strip, "state": state, "telling": telling, "reason": reason}
        return waterdam.run(move_opportunity_and_tell, NADIA, **values)

    return run


@pytest.fixture
def move_interest(waterdam: Store, telling: Telling) -> Callable[..., Told]:
    """Let Nadia move an interest to another state, and tell of it."""

    def run(interest: int, state: str, **why: Any) -> Told:
        return waterdam.run(
            move_interest_and_tell, NADIA, interest=interest, state=state, telling=telling, **why
        )

    return run


def names(store: Store) -> list[str]:
    """The notices that go to somebody, in the order in which they were made."""
    query = "SELECT name FROM mailing WHERE id IN (SELECT mailing_id FROM delivery) ORDER BY id"
    return store.look(lambda unit: list(unit.connection.exec_driver_sql(query).scalars()))


@pytest.fixture
def ada(waterdam: Store) -> Actor:
    return person(waterdam, "ada")
