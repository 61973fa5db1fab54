"""What belongs to a message before it: the next photo of an album, the rest of a long text, a correction.

Telegram hands each of them in as a message of its own. To the person they are one thing, so they get one answer.
"""

from collections.abc import Container
from dataclasses import replace
from datetime import timedelta

from bot.inbox import Arrival
from bot.questions import plain
from outreach.delivery.inbound import came_with, said_before, text_before
from outreach.store.unit import Unit
from outreach.talks.conversation import Talk

ALBUM = timedelta(minutes=2)
REST = timedelta(seconds=3)
"""How soon after a text that was cut its rest comes in: sooner than anybody reads our answer and types another one."""
CUT = 3_500
"""Telegram's apps cut a text at 4,096 UTF-16 units or at the space before; what we store of it may be a little less."""
CORRECTING = timedelta(days=2)
"""How long a message can be changed (https://core.telegram.org/bots/api#editmessagetext speaks of 48 hours)."""


def whole(unit: Unit, *, arrival: Arrival, talk: Talk, inbound: int, commands: Container[str]) -> Arrival | None:
    """Give an arrival as it is to be understood; None where what came before it was answered for both.

    Of a text that was cut, the rest is understood together with what it belongs to. A word of `commands` never is one.
    """
    before = {"inbound": inbound, "address": talk.address}
    album = (arrival.media or {}).get("album")
    if album is not None and not arrival.text:
        return None if came_with(unit, **before, album=album, since=unit.now - ALBUM) else arrival
    if arrival.corrects:
        # Telegram tells of changes that nobody sees, too: the text is the one that we have.
        known = said_before(unit, **before, text=arrival.text, since=unit.now - CORRECTING)
        return None if known else arrival
    if not _may_be_rest(unit, arrival, talk) or arrival.text.startswith("/") or plain(arrival.text) in commands:
        return arrival
    first = text_before(unit, **before, since=unit.now - REST)
    return replace(arrival, text=f"{first} {arrival.text}") if is_cut(first) else arrival


def is_cut(text: str) -> bool:
    """Tell whether a text is so long that Telegram's apps may have cut it."""
    return len(text) >= CUT // 2 and len(text.encode("utf-16-le")) // 2 >= CUT


def _may_be_rest(unit: Unit, arrival: Arrival, talk: Talk) -> bool:
    """A text as long as that is never understood, so only then it is worth looking."""
    lost = talk.misses > 0 or talk.rev == 1
    return lost and arrival.text != "" and arrival.choice is None and unit.now - talk.idle_since < REST
