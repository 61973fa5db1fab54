"""The days and messages of a campaign that a changed record holds, and its states."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from outreach.store.store import Store

SOONER = datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC)
NEW, REMINDER = "campaign-new", "campaign-reminder"


def states(
    store: Store, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> list[tuple[Any, ...]]:
    return [
        tuple(row) for row in stored(store, "SELECT name, state, reason FROM mailing ORDER BY id")
    ]
