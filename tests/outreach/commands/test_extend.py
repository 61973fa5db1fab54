"""`kansenbode opportunities extend`, and who proposes it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from outreach.store.outage import beat
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.outreach.commands.conftest import Shown

Type = Callable[..., Shown]


def test_without_an_outage_nothing_moves(type_: Type) -> None:
    shown = type_("opportunities", "extend", "1", "--yes")

    assert (shown.code, shown.err.startswith("Er was geen storing kort voor")) == (1, True)


def test_lost_time_is_proposed_by_the_record_and_given_back_by_one_command(
    type_: Type, folder: Path
) -> None:
    clock = Clock()
    with Store(folder / "kansenbode.db") as store:
        now = store.clock()
    deadlines = (f"{name} tot={_soon(now)}" for name in ("vragen", "reageren"))
    assert type_("opportunities", "set", "1", *deadlines, "--yes").code == 0
    with Store(folder / "kansenbode.db", clock) as store:
        for hours in (4, 2):
            clock.now = now - timedelta(hours=hours)
            store.run(beat, TICK)
    with Store(folder / "kansenbode.db") as store:
        store.run(beat, TICK)

    told = type_("opportunities", "show", "1")
    done = type_("opportunities", "extend", "1", "--yes")
    after = type_("opportunities", "show", "1")

    assert "Het systeem was 4 uur niet te bereiken" in told.out
    assert done.out.startswith("Bij kans 1 heeft iedereen de verloren tijd terug.")
    assert "niet te bereiken" not in after.out


def _soon(now: datetime) -> str:
    """Return an hour from now as people type it."""
    return f"{now.astimezone(ZoneInfo('Europe/Amsterdam')) + timedelta(hours=1):%d-%m-%Y %H:%M}"
