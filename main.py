"""The command `kansenbode`. `bot/server.py` is loaded when a command needs it: help does not."""

import os
import sys

from outreach.commands.later import later
from outreach.commands.line import run
from outreach.commands.parts import Parts


def main() -> None:
    """Run the command line that was typed."""
    # the database, backups and exports hold what residents wrote: only our user may read them
    os.umask(0o077)
    parts = Parts(
        later("bot.server:serve"),
        later("bot.server:talk"),
        later("bot.server:own_channels"),
    )
    sys.exit(run(parts))


if __name__ == "__main__":
    main()
