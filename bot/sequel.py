"""What belongs to a message before it: the next photo of an album, the rest of
a long text, a correction.

Telegram hands each of them in as a message of its own. To the person they are one
thing, so they get one answer.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.inbox import Arrival
from bot.questions import plain
from outreach.conversations.conversation import Talk
from outreach.delivery.inbound import came_with, said_before, text_before
from outreach.store.unit import Unit

ALBUM = timedelta(minutes=2)
REST = timedelta(seconds=3)
"""How soon after a text that was cut its rest comes in: sooner than anybody reads our
answer and types another one.
"""
CUT = 3_500
"""Telegram's apps cut a text at 4,096 UTF-16 units or at the space before; what we store
of it may be a little less.
"""
CORRECTING = timedelta(days=2)
"""How long a message can be changed
(https://core.telegram.org/bots/api#editmessagetext speaks of 48 hours).
"""


def whole(
    unit: Unit, *, arrival: Arrival, talk: Talk, inbound: int, commands: Mapping[str, str]
) -> Arrival | None:
    """Give an arrival as it is to be understood; None where what came before
    it was answered for both.

    Of a text that was cut, the rest is understood together with what it belongs to. A word
    of `commands` never is one.
    """
    before = {"inbound": inbound, "address": talk.address}
    album = (arrival.media or {}).get("album")
    if album is not None and came_with(unit, **before, album=album, since=unit.now - ALBUM):
        # that it is kept was said of the first
        return replace(arrival, media=None) if arrival.text else None
    command = commands.get(plain(arrival.text))
    if arrival.corrects:
        # Telegram tells of changes that nobody sees, too: the text is the one that we have.
        known = said_before(unit, **before, text=arrival.text, since=unit.now - CORRECTING)
        stops = command == "stop" and not talk.stopped
        return (
            None if known and not stops and not _put_back(unit, arrival, talk, inbound) else arrival
        )
    if (
        arrival.choice is not None
        or not arrival.text
        or arrival.text.startswith("/")
        or command is not None
    ):
        return arrival
    if unit.now - talk.idle_since >= REST:
        return arrival
    first = text_before(unit, **before, since=unit.now - REST)
    return replace(arrival, text=f"{first} {arrival.text}") if is_cut(first) else arrival


def _put_back(unit: Unit, arrival: Arrival, talk: Talk, inbound: int) -> bool:
    """Tell whether the answer just given was changed and is now changed back to what it was."""
    place = talk.run.last_answered
    if place is None or arrival.seen != talk.rev - 1:
        return False
    said = text_before(unit, inbound=inbound, address=talk.address, since=unit.now - CORRECTING)
    return bool(talk.run.transcript[place][2] == said != arrival.text)


def is_cut(text: str) -> bool:
    """Tell whether a text is so long that Telegram's apps may have cut it."""
    return len(text) >= CUT // 2 and len(text.encode("utf-16-le")) // 2 >= CUT
