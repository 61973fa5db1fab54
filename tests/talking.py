"""People's turns for which there is always time, however slow the machine is."""

from bot.runs import Script
from bot.rush import Rush
from bot.server import Pace
from bot.turn import Turns
from content.message import Message
from outreach.delivery.delivery import LastWord, Outgoing
from outreach.store.store import Store
from tests.clock import Seconds

UNHURRIED = Pace(seconds=Seconds())
"""The pace of a server at which nobody is put off."""


class Outbox:
    """Stands in for the sender: keeps what it is handed."""

    def __init__(self) -> None:
        self.sent: list[Outgoing | LastWord] = []

    def hand_over(self, outgoing: Outgoing | LastWord) -> None:
        self.sent.append(outgoing)

    @property
    def stored(self) -> list[Outgoing]:
        """Those of them that have a row."""
        return [outgoing for outgoing in self.sent if isinstance(outgoing, Outgoing)]

    @property
    def last(self) -> Message:
        return self.sent[-1].message


def turns(store: Store, script: Script, outbox: Outbox) -> Turns:
    """Take turns without a server around them."""
    return Turns(store, script, outbox, rush=Rush(UNHURRIED.seconds))
