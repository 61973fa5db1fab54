"""Whether a server can do what it is there for: take in, store, and look after what it stored."""

import shutil
from datetime import datetime, timedelta

from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import TICK
from outreach.store.unwiped import Unwiped
from outreach.store.upkeep import backup_overdue, try_to_write

LEAST_ROOM = 1_000_000
"""Bytes: with less on its disk, a database in a file soon takes nothing more."""
LARGE = 200_000
"""Bytes that are written and taken back: one turn writes up to 130,000, and less may still fit."""
TO_CATCH_UP = timedelta(minutes=1)
"""After its start, a server that was down for days has this long to catch up."""


async def healthy(store: Store, settings: Settings, began: datetime) -> bool:
    """True if it takes in, and backups and wiping are in time."""
    if store.clock() - began > TO_CATCH_UP:
        if not settings.backup_elsewhere and await store.read(backup_overdue):
            return False
        if Unwiped(store.path.parent).is_overdue(store.clock()):
            return False
    return await takes_in(store)


async def takes_in(store: Store) -> bool:
    """True if the database takes writes, and all tasks run.

    A file must have room on its disk too: a server writes into room that it took before, so that
    writing there proves nothing.
    """
    shared = store.database.shared
    room = shared or shutil.disk_usage(store.path.parent).free >= LEAST_ROOM
    if store.vigil.down or not room:
        return False
    await store.write(try_to_write, TICK, size=0 if shared else LARGE)
    return True
