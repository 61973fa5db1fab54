"""R2 and R3: no recipient is skipped; after a crash only messages in flight arrive twice.

The real server is killed again and again while it sends a campaign to a Bot API server that counts
every message.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from outreach.store.migrate import migrate
from outreach.store.store import Store
from tests.databases import Databases
from tests.promises.campaigning import LONG, Outcome, play, prepare

PEOPLE, KILLS = 2_000, 20
FEWER, FEWER_KILLS = 300, 5


def report(outcome: Outcome) -> str:
    """The table of one game."""
    return (
        f"policy {outcome.policy}: {outcome.people} people, {outcome.kills} kills, {outcome.held} "
        f"in flight at them, "
        f"{outcome.doubled} twice, {len(outcome.lost)} lost, {len(outcome.uncertain)} uncertain, "
        f"{len(outcome.stopped)} stopped beforehand, {len(outcome.after_stop)} reached after "
        f"their STOP"
    )


@pytest.mark.parametrize(("policy", "rate"), [("again", 500), ("hold", 100)])
async def test_killed_server_skips_nobody(
    tmp_path: Path, policy: str, rate: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kansenbode.db"
    migrate(path)
    with Store(path) as store:
        prepare(store, PEOPLE, policy)
        outcome = await play(tmp_path, store, people=PEOPLE, kills=KILLS, policy=policy, rate=rate)
    with capsys.disabled():
        print(f"\nSQLite, {report(outcome)}")

    assert outcome.kills >= KILLS
    assert (outcome.lost, outcome.unheard, outcome.after_stop) == ([], [], [])
    assert outcome.doubled <= (outcome.held if policy == "again" else 0)
    if policy == "again":
        # theirs was on its way when they stopped: it is not sent again
        assert outcome.uncertain <= outcome.stoppers
    else:
        assert len(outcome.uncertain) == outcome.held
    assert outcome.stopped
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert "Traceback" not in (tmp_path / "server.log").read_text("utf-8")


@pytest.mark.parametrize(("policy", "rate"), [("again", 500), ("hold", 60)])
async def test_killed_server_goes_on_from_the_piece_in_flight(
    tmp_path: Path, policy: str, rate: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kansenbode.db"
    migrate(path)
    with Store(path) as store:
        prepare(store, FEWER, policy, **LONG)
        outcome = await play(
            tmp_path, store, people=FEWER, kills=FEWER_KILLS, policy=policy, rate=rate, pieces=2
        )
    with capsys.disabled():
        print(f"\nSQLite, picture and text, {report(outcome)}")

    assert outcome.kills >= FEWER_KILLS
    assert (outcome.lost, outcome.unheard, outcome.after_stop, outcome.turned) == ([], [], [], [])
    assert outcome.doubled <= (outcome.held if policy == "again" else 0)
    assert (
        len(outcome.uncertain) == outcome.held
        if policy == "hold"
        else outcome.uncertain <= outcome.stoppers
    )


@pytest.mark.postgresql
async def test_killed_worker_beside_another_skips_nobody(
    tmp_path: Path, databases: Databases, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kansenbode.db"
    url = databases.copy(path, "empty")
    with Store(path, url=url) as store:
        prepare(store, PEOPLE, "again")
        # so slow that the other one has people left after twenty starts on a slow machine
        outcome = await play(
            tmp_path, store, people=PEOPLE, kills=KILLS, servers=2, url=url, rate=8
        )
    databases.drop(url)
    with capsys.disabled():
        print(f"\nPostgreSQL, two servers, {report(outcome)}")

    assert outcome.kills >= KILLS
    assert (outcome.lost, outcome.unheard, outcome.after_stop) == ([], [], [])
    assert outcome.doubled <= outcome.held
    assert "Traceback" not in (tmp_path / "server.log").read_text("utf-8")
