"""`kansenbode audit verify`: the log is as it was written, or it is told where not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.store.events import seal_events
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.outreach.commands.conftest import Shown
from tests.statements import run_sql


@pytest.fixture
def sealed(type_: Callable[..., Shown], folder: Path) -> Path:
    """A folder with sealed events."""
    type_("staff", "add", "bo@waterdam.example")
    with Store(folder / "kansenbode.db") as store:
        store.run(seal_events, TICK)
    return folder


def kept(type_: Callable[..., Shown]) -> str:
    return type_("audit", "verify").out.split("--kept ")[1].strip()


def tamper(folder: Path, statement: str) -> None:
    with Store(folder / "kansenbode.db") as store:
        run_sql(store, statement)


def test_log_that_is_right_gives_a_seal_to_keep(type_: Callable[..., Shown], sealed: Path) -> None:
    shown = type_("audit", "verify")
    again = type_("audit", "verify", "--kept", kept(type_))

    assert (shown.code, again.code) == (0, 0)
    assert "kloppen, zoals ze zijn opgeschreven" in shown.out


def test_changed_event_is_told_by_its_number(type_: Callable[..., Shown], sealed: Path) -> None:
    tamper(sealed, "UPDATE event SET actor = 'staff:9' WHERE id = 2")

    shown = type_("audit", "verify")

    assert shown.code == 1
    assert "gebeurtenis 2 past niet" in shown.err


def test_last_events_that_are_gone_are_found_by_the_seal_that_was_kept(
    type_: Callable[..., Shown], sealed: Path
) -> None:
    seal = kept(type_)
    tamper(sealed, "DELETE FROM event WHERE id > 1")

    alone, held = type_("audit", "verify"), type_("audit", "verify", "--kept", seal)

    assert (alone.code, held.code) == (0, 1)


@pytest.mark.parametrize("odd", ["x", "", "1" * 30, "٣:abc"])
def test_what_is_no_seal_is_said(type_: Callable[..., Shown], sealed: Path, odd: str) -> None:
    assert type_("audit", "verify", "--kept", odd).code == 1
