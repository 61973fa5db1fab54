"""Messages without a row: to somebody just forgotten, or whose message could not be stored.

Each stays in memory for one page view.
"""

from collections import OrderedDict

from content.message import Message

AT_MOST = 200


class Loose:
    """Messages without a row, by address."""

    def __init__(self) -> None:
        self._messages: OrderedDict[str, Message] = OrderedDict()

    def keep(self, address: str, message: Message) -> None:
        """Keep a message for the next request from this address; drop the oldest if it is full."""
        self._messages[address] = message
        if len(self._messages) > AT_MOST:
            self._messages.popitem(last=False)

    def waits_for(self, address: str) -> bool:
        """True if there is a message for this address."""
        return address in self._messages

    def move(self, address: str, to: str) -> None:
        """Keep a message for another address, if there is one."""
        if self.waits_for(address):
            self.keep(to, self._messages.pop(address))

    def take(self, address: str) -> Message | None:
        """Return the message for this address, once."""
        return self._messages.pop(address, None)
