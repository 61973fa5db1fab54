"""The command `kansenbode`. `bot/server.py` is loaded when a command needs it: help does not."""

import gc
import os
import sys
from collections.abc import Callable

from outreach.commands.later import later
from outreach.commands.line import run
from outreach.commands.parts import Parts

WHILE_LOADING = 200_000
"""Objects more before the collector looks for cycles: what a command loads are fewer, and all stay.

With Python's 700 it looked 430 times while a server was loaded, which took a tenth of that.
"""
SERVE = later("bot.server:serve")


def main(serve: Callable[..., None] = SERVE) -> None:
    """Run the command line that was typed; `serve` may be one with a pace of its own."""
    # the database, backups and exports hold what residents wrote: only our user may read them
    os.umask(0o077)
    # a server sets another measure once it is built
    gc.set_threshold(WHILE_LOADING)
    parts = Parts(
        serve,
        later("bot.server:talk"),
        later("bot.server:own_channels"),
        enliven=later("bot.demo:enliven"),
        go_on=later("bot.server:own_go_on"),
    )
    sys.exit(run(parts))


if __name__ == "__main__":
    main()
