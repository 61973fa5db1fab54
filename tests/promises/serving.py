"""The real server as a process of its own, to be killed at any moment."""

import asyncio
import os
import random
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

import pytest

from outreach.conversations.conversation import begin_conversation
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit

MAIN = ("-m", "main")
WITHOUT = Path(__file__).parent / "without"
"""Stands in for a machine where no extra is installed."""
Loop = Literal["asyncio", "uvloop"]
ON_BOTH_LOOPS = pytest.mark.parametrize("loop", get_args(Loop))
UNBOUND = {
    "posts_per_minute": "10000",
    "quiet_from": "00:00",
    "quiet_until": "00:00",
    "quiet_days": "false",
}
"""The clock of a served process is the real one, and these tests run at
night and at Christmas too.
"""
PORTS = 20_000, 32_000
"""Below those that the machine chooses from for connections."""
START_SECONDS = 120
"""A start takes three seconds of a processor, which a busy machine does not give at once."""


@asynccontextmanager
async def served(
    folder: Path,
    port: int,
    program: tuple[str, ...] = MAIN,
    role: str = "serve",
    log: Path | None = None,
    under: tuple[str, ...] = (),
    loop: Loop = "asyncio",
    **settings: str,
) -> AsyncIterator[Process]:
    """Run the real server or a part, `under` another program; kill it if the block did not."""
    command = (*under, sys.executable, *program, role, "--data", str(folder), "--port", str(port))
    settings = UNBOUND | settings
    environment = os.environ | {
        f"KANSENBODE_{name.upper()}": value for name, value in settings.items()
    }
    environment |= {"PYTHONPATH": str(WITHOUT)} if loop == "asyncio" else {}
    log = log or folder / "server.log"
    with log.open("ab") as written:
        process = await asyncio.create_subprocess_exec(
            *command, env=environment, stdout=written, stderr=written
        )
    try:
        await ready(process, port, log)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def ready(process: Process, port: int, log: Path) -> None:
    """Wait until a server listens; fails with what it met instead."""
    ends = asyncio.get_running_loop().time() + START_SECONDS
    while True:
        assert process.returncode is None, f"it ended with {process.returncode}: {_end_of(log)}"
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            assert asyncio.get_running_loop().time() < ends, (
                f"the server did not listen after {START_SECONDS} seconds"
            )
            await asyncio.sleep(0.02)
            continue
        writer.close()
        await writer.wait_closed()
        return


def _end_of(log: Path) -> str:
    return log.read_text("utf-8")[-2_000:]


def let_in(store: Store, *secrets: str) -> None:
    """Open an empty conversation for browsers with these secrets in their cookies."""
    for secret in secrets:
        store.run(_meet, NOBODY, external_id=sha256(secret.encode()).hexdigest())


def _meet(unit: Unit, *, external_id: str) -> None:
    person, address = meet(unit, channel="web", external_id=external_id, language="nl")
    begin_conversation(unit, person=person, address=address, language="nl")


def free_port() -> int:
    """Return a port without a listener that no connection gets while the server is down."""
    while True:
        port = random.SystemRandom().randrange(*PORTS)
        with suppress(OSError), socket.socket() as listening:
            listening.bind(("127.0.0.1", port))
            return port
