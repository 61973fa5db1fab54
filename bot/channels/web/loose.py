"""What is said that no row may hold: to somebody just forgotten, or whose
message could not be stored.

It stays in memory for one page view.
"""

from collections import OrderedDict

from content.message import Message

AT_MOST = 200


class Loose:
    """What is still to be said at addresses, without a row."""

    def __init__(self) -> None:
        self._messages: OrderedDict[str, Message] = OrderedDict()

    def keep(self, address: str, message: Message) -> None:
        """Keep a message for whoever asks next from this address; the oldest give way."""
        self._messages[address] = message
        if len(self._messages) > AT_MOST:
            self._messages.popitem(last=False)

    def waits_for(self, address: str) -> bool:
        """Tell whether there is something to say at this address."""
        return address in self._messages

    def take(self, address: str) -> Message | None:
        """Give what is to be said, once."""
        return self._messages.pop(address, None)
