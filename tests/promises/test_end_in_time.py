"""A server that must stop while others hang ends in time, and skips nobody."""

import asyncio
import signal
from pathlib import Path

from outreach.store.migrate import migrate
from outreach.store.store import Store
from tests.botapi.faults import hang
from tests.botapi.server import BotApi
from tests.promises.campaigning import QUICK, environment, prepare
from tests.promises.serving import ON_BOTH_LOOPS, Loop, free_port, served

PEOPLE = 40
LIMIT_SECONDS = 60
"""For a slow machine: what hangs here does so for ever."""


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
        async with served(tmp_path, port, ("-c", PATIENT), loop=loop) as process:
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
    async with served(tmp_path, free_port(), ("-c", HANGING)) as process:
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(LIMIT_SECONDS):
            ended = await process.wait()

    assert (ended, "end cut off" in (tmp_path / "server.log").read_text("utf-8")) == (0, True)


PATIENT = """
import runpy
from outreach.client import client, pool
client.PATIENCE = pool.Patience(silence=3600.0)
from outreach.web import serving
serving.WHOLE_SECONDS = 3600.0
runpy.run_module("main", run_name="__main__", alter_sys=True)
"""
HANGING = """
import runpy, threading
from outreach.web import serving
serving.WHOLE_SECONDS = 1.0
threading.Thread(target=threading.Event().wait).start()
runpy.run_module("main", run_name="__main__", alter_sys=True)
"""
STATES = "SELECT state, count(*) FROM delivery GROUP BY state"
