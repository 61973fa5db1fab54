"""What belongs to a message before it: a photo of an album, the rest of a text, a correction.

A channel hands each of them in as a message of its own. To the person they are one thing, so they
get one answer.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.inbox import Arrival
from bot.matching import plain
from outreach.conversations.conversation import ConversationState
from outreach.delivery.inbound import came_with, said_before, text_before
from outreach.store.unit import Unit

ALBUM = timedelta(minutes=2)
REST = timedelta(seconds=3)
"""The rest of a text that was cut comes within this; nobody reads our answer and types so fast."""
CUT = 3_500
"""Apps cut a text at 4,096 UTF-16 units, or at the space before that.

What we store of it may be a little less.
"""
CORRECTING = timedelta(days=2)
"""How long a message can be changed
(https://core.telegram.org/bots/api#editmessagetext speaks of 48 hours).
"""


def whole(
    unit: Unit,
    *,
    arrival: Arrival,
    conversation: ConversationState,
    inbound: int,
    commands: Mapping[str, str],
) -> Arrival | None:
    """Return an arrival as it is to be understood; None if it was answered with the one before.

    The rest of a text that was cut is understood together with its beginning. A word of `commands`
    is never such a rest.
    """
    before = {"inbound": inbound, "address": conversation.address}
    album = (arrival.media or {}).get("album")
    if album is not None and came_with(unit, **before, album=album, since=unit.now - ALBUM):
        # the answer to the first said already that it is kept
        return replace(arrival, media=None) if arrival.text else None
    command = commands.get(plain(arrival.text))
    if arrival.corrects:
        stops = command == "stop" and not conversation.stopped
        changed = stops or _is_changed(unit, arrival, conversation, inbound)
        return arrival if changed else None
    if command is not None or not _may_be_rest(arrival):
        return arrival
    if unit.now - conversation.idle_since >= REST:
        return arrival
    first = text_before(unit, **before, since=unit.now - REST)
    return replace(arrival, text=f"{first} {arrival.text}") if is_cut(first) else arrival


def is_cut(text: str) -> bool:
    """Return True if a text is so long that an app may have cut it."""
    return len(text) >= CUT // 2 and len(text.encode("utf-16-le")) // 2 >= CUT


def _may_be_rest(arrival: Arrival) -> bool:
    return arrival.choice is None and bool(arrival.text) and not arrival.text.startswith("/")


def _is_changed(
    unit: Unit, arrival: Arrival, conversation: ConversationState, inbound: int
) -> bool:
    """Return True if a correction has a text that we do not have yet.

    A channel also reports changes that nobody sees. A text that we have had is a change only if it
    puts the answer just given back to what it was before.
    """
    before = {"inbound": inbound, "address": conversation.address}
    since = unit.now - CORRECTING
    if not said_before(unit, **before, text=arrival.text, since=since):
        return True
    place = conversation.run.last_answered
    if place is None or arrival.seen != conversation.rev - 1:
        return False
    answer = conversation.run.transcript[place][2]
    return bool(answer == text_before(unit, **before, since=since) != arrival.text)
