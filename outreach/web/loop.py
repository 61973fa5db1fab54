"""The event loop of a server: uvloop where it is installed, or else Python's own."""

from asyncio import AbstractEventLoop
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class Loop:
    """An event loop by its name and version; `make` is None for Python's own."""

    name: str = "asyncio"
    version: str = ""
    make: Callable[[], AbstractEventLoop] | None = None


def fastest() -> Loop:
    """Return the loop that takes least of the processor, of those that are installed."""
    # imported here: it is an extra, and only a server and `doctor` look for it
    try:
        import uvloop
    except ImportError:
        return Loop()
    return Loop("uvloop", version("uvloop"), uvloop.new_event_loop)
