"""`kansenbode opportunities lot` tells who comes first, and by what that can be checked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown

STAFF = Actor("staff", 1)
SCARCE = {"scheme": "Begroting, programma 4.", "scarce": "scarce", "division": "lot"}


@pytest.fixture
def closed(folder: Path, fatima: Actor) -> None:
    """The green strip, for which Fatima signed up, as a subsidy that is divided by lot."""
    with Store(folder / "kansenbode.db") as store:
        store.run(set_facts, STAFF, opportunity=1, arrangement="subsidy", checklist=SCARCE)
        for state in ("closed", "open", "closed"):
            store.run(move_opportunity, STAFF, opportunity=1, state=state)


@pytest.mark.usefixtures("closed")
def test_lot_shows_the_order_with_whose_it_is(type_: Callable[..., Shown]) -> None:
    shown = type_("opportunities", "lot", "1")

    lines = [line.split() for line in shown.out.splitlines() if line.strip()]
    assert (shown.code, shown.err) == (0, "")
    assert lines[2] == ["plek", "nummer", "aanmelding"]
    assert lines[-1] == ["1", "1", "1"]


@pytest.mark.usefixtures("closed")
def test_again_it_is_the_same_number(type_: Callable[..., Shown]) -> None:
    first = type_("opportunities", "lot", "1").out

    assert type_("opportunities", "lot", "1").out == first
