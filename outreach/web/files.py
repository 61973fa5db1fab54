"""How many files this process may have open, and how many may be connections of visitors."""

import resource

WANTED = 16_384
OURS = 704
"""Kept for calls to others (450), connections not counted yet (128), those told to come back (64),
the database and the log.
"""
MOST = 6_000
"""Each takes memory too."""
LEAST = 64


def room_for_visitors() -> int:
    """Raise the limit of files, within reason; return how many connections fit under it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    soft, hard_end = (
        WANTED if limit == resource.RLIM_INFINITY else limit for limit in (soft, hard)
    )
    wanted = min(WANTED, hard_end)
    if soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
        except (ValueError, OSError):
            # a sandbox may forbid it: then the limit stays
            pass
    return max(LEAST, min(MOST, soft - OURS))
