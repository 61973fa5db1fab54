"""A server that is told to stop while the Bot API does not answer: it ends in time, and nobody is skipped."""

import asyncio
import signal
from pathlib import Path

from outreach.store.migrate import migrate
from outreach.store.store import Store
from tests.botapi.faults import hang
from tests.botapi.server import BotApi
from tests.promises.campaigning import QUICK, environment, prepare
from tests.promises.serving import free_port, served

PEOPLE = 40
LIMIT_SECONDS = 10


async def test_server_ends_though_the_bot_api_hangs_and_keeps_what_was_under_way(tmp_path: Path) -> None:
    path, port, silent = tmp_path / "kansenbode.db", free_port(), hang()
    migrate(path)
    with Store(path) as store:
        prepare(store, PEOPLE, "again")
    async with BotApi(open_door=True) as api:
        api.faults.next("sendMessage", silent, times=PEOPLE)
        (tmp_path / ".env").write_text(environment(api.address, port, QUICK))
        async with served(tmp_path, port) as process:
            await api.until(lambda: silent.met > 0)
            process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(LIMIT_SECONDS):
                ended = await process.wait()
        carried_out = api.count(method="sendMessage")
    with Store(path) as store:
        states = store.look(lambda unit: unit.connection.exec_driver_sql(STATES).all())

    assert (ended, carried_out) == (0, 0)
    assert dict(map(tuple, states)).keys() <= {"planned", "claimed"}
    assert sum(count for _, count in states) == PEOPLE


STATES = "SELECT state, count(*) FROM delivery GROUP BY state"
