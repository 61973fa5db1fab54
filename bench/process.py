"""A process of a measurement: it runs on a core of its own, and what it has taken so far."""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
KILOBYTES = 1024
"""In a megabyte."""


@asynccontextmanager
async def running(
    core: int, command: Sequence[str], settings: Mapping[str, str]
) -> AsyncIterator[int]:
    """Run a program on one core as long as the block lasts, then tell it to end; yield its id."""
    process = await asyncio.create_subprocess_exec(
        "taskset",
        "-c",
        str(core),
        *command,
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), 30)


def cpu_of(pid: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid: int) -> float:
    """The memory that a process holds, in MB."""
    return _status(pid, "VmRSS") / KILOBYTES


def peak_memory(pid: int) -> float:
    """The most memory that a process has held, in MB."""
    return _status(pid, "VmHWM") / KILOBYTES


def _status(pid: int, name: str) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))
