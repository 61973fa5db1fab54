"""People's turns without a server around them."""

from typing import Protocol

from bot.runs import Script
from bot.rush import Rush
from bot.turn import Turns
from outreach.delivery.delivery import Outgoing
from outreach.store.store import Store
from tests.clock import Seconds


class Taking(Protocol):
    """What a turn hands its answer to."""

    def hand_over(self, outgoing: Outgoing) -> None: ...


def turns(store: Store, script: Script, to: Taking) -> Turns:
    """Take turns for which there is always time, however slow the machine is."""
    return Turns(store, script, to, rush=Rush(Seconds()))  # type: ignore[arg-type]
