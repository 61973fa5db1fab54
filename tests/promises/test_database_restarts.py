"""A PostgreSQL restart under load loses nothing: what was acknowledged is stored once."""

from pathlib import Path

import pytest

from tests.conftest import add_waterdam
from tests.databases import started_server
from tests.promises.restarting import Outages, talk_through_outages

PEOPLE = 4
DOWN = [0.0, 0.0, 3.0]
"""Seconds without a database."""


async def test_restarts_under_load_lose_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # one of its own: nobody else's tests may notice
    with started_server() as server:
        url = server.copy(tmp_path / "kansenbode.db", "waterdam", add_waterdam)

        told = await talk_through_outages(server, tmp_path, url, people=PEOPLE, down=DOWN)

    with capsys.disabled():
        print(
            f"\nPostgreSQL restarted, back after {', '.join(f'{wait:.1f}' for wait in told.back)} s"
        )
    assert told == Outages(PEOPLE, told.back, told.acknowledged, lost=0, twice=0, answered_twice=0)
    assert told.acknowledged >= PEOPLE * 10
