"""The command `kansenbode`. What `bot/server.py` builds is loaded when a command asks
for it: the help does not.
"""

import os
import sys

from outreach.commands.later import later
from outreach.commands.line import run
from outreach.commands.parts import Parts


def main() -> None:
    """Run the command line that was typed."""
    # the database, its backups and what is exported hold what residents wrote: for our user alone
    os.umask(0o077)
    parts = Parts(
        later("bot.server:serve"),
        later("bot.server:talk"),
        later("bot.server:own_channels"),
    )
    sys.exit(run(parts))


if __name__ == "__main__":
    main()
