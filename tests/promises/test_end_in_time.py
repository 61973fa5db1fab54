"""A server that must stop while others hang ends in time, and skips nobody."""

import asyncio
import signal
from pathlib import Path

from outreach.client.pool import Patience
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.web.pace import WebPace
from tests.botapi.faults import hang
from tests.botapi.server import BotApi
from tests.promises.campaigning import QUICK, environment, prepare
from tests.promises.paced import paced
from tests.promises.serving import ON_BOTH_LOOPS, Loop, free_port, served

PEOPLE = 40
LIMIT_SECONDS = 60
"""For a slow machine: what hangs here does so for ever."""
STATES = "SELECT state, count(*) FROM delivery GROUP BY state"
PATIENT = paced(calls=Patience(silence=3600.0), web=WebPace(end=3600.0))
HANGING = paced(
    web=WebPace(end=1.0), first="threading.Thread(target=threading.Event().wait).start()"
)


@ON_BOTH_LOOPS
async def test_server_ends_though_the_bot_api_hangs_and_keeps_what_was_under_way(
    tmp_path: Path, loop: Loop
) -> None:
    path, port, silent = tmp_path / "kansenbode.db", free_port(), hang()
    migrate(path)
    with Store(path) as store:
        prepare(store, PEOPLE, "again")
    async with BotApi(open_door=True) as api:
        api.faults.next("sendMessage", silent, times=PEOPLE)
        (tmp_path / ".env").write_text(environment(api.address, port, QUICK))
        async with served(tmp_path, port, PATIENT, loop=loop) as process:
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


async def test_server_ends_though_a_thread_hangs(tmp_path: Path) -> None:
    async with served(tmp_path, free_port(), HANGING) as process:
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(LIMIT_SECONDS):
            ended = await process.wait()

    assert (ended, "end cut off" in (tmp_path / "server.log").read_text("utf-8")) == (0, True)
