"""R1: no message is lost after our 2xx or answered twice, however often we are killed."""

from pathlib import Path

import pytest

from outreach.store.store import Store
from tests.promises.talking import (
    ANSWERS,
    OPPORTUNITIES,
    Client,
    Talked,
    judge,
    rows_in,
    talk_through_kills,
)

ROUNDS = 8
PEOPLE = 12
MESSAGES = len(OPPORTUNITIES) * (1 + len(ANSWERS))


@pytest.fixture
def folder(tmp_path: Path, waterdam: Store) -> Path:
    """A data folder with the demo municipality, that nobody has open."""
    waterdam.close()
    return tmp_path


async def test_killed_server_keeps_and_answers_every_acknowledged_message_once(
    folder: Path,
) -> None:
    rows = rows_in(folder / "kansenbode.db")
    clients = [Client(f"Buur{number}") for number in range(PEOPLE)]

    kills = await talk_through_kills(folder, clients, rows, ROUNDS)

    told = judge(rows, clients, kills)
    assert told.repeated > ROUNDS
    assert told == Talked(
        PEOPLE, ROUNDS, PEOPLE * MESSAGES, told.repeated, lost=0, twice=0, unanswered=0, half=0
    )
    assert rows("SELECT count(*) FROM inbound") == [(PEOPLE * MESSAGES,)]
    assert rows("SELECT count(*) FROM inbound WHERE quarantined") == [(0,)]
    assert rows("PRAGMA integrity_check") == [("ok",)]
    assert rows("SELECT DISTINCT state FROM delivery") == [("sent",)]
    numbers = (
        "SELECT group_concat(seq) FROM (SELECT * FROM delivery ORDER BY id) GROUP BY address_id"
    )
    assert set(rows(numbers)) == {(",".join(str(number) for number in range(1, MESSAGES + 1)),)}
    assert rows("SELECT count(*), count(DISTINCT person_id) FROM membership") == [(PEOPLE, PEOPLE)]
    assert rows("SELECT count(*) FROM code WHERE kind = 'reference'") == [
        (PEOPLE * len(OPPORTUNITIES),)
    ]
    assert rows("SELECT count(*) FROM event WHERE deed = 'interest.expressed'") == [
        (PEOPLE * len(OPPORTUNITIES),)
    ]
    assert rows("SELECT DISTINCT dialogue, transcript FROM conversation") == [("menu", "[]")]
    assert "Traceback" not in (folder / "server.log").read_text("utf-8")
