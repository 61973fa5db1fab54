"""What is read of a conversation to show it: what was said, and how long it can be come back to."""

from dataclasses import dataclass
from datetime import timedelta

from bot.channels.web import CHANNEL
from bot.channels.web.lasting import lasting
from outreach.delivery.history import FIRST, LAST, History, history
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Visit:
    """A conversation, and how long a browser keeps it from now on; None if there is none."""

    talk: History | None = None
    lasts: timedelta | None = None


def visit(unit: Unit, *, external_id: str, after: int = FIRST, before: int = LAST) -> Visit:
    """Return what was said between two numbers, in one look at the store."""
    talk = history(unit, channel=CHANNEL, external_id=external_id, after=after, before=before)
    return Visit() if talk is None else Visit(talk, lasting(unit, external_id=external_id))
