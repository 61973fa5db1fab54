"""The last word to somebody who was just forgotten. No row may hold it, so it stays in memory for one page view."""

from collections import OrderedDict

from content.message import Message

AT_MOST = 200


class Farewells:
    """What is still to be said at addresses that are no more."""

    def __init__(self) -> None:
        self._messages: OrderedDict[str, Message] = OrderedDict()

    def keep(self, address: str, message: Message) -> None:
        """Keep the last word for whoever asks next from this address; the oldest give way."""
        self._messages[address] = message
        if len(self._messages) > AT_MOST:
            self._messages.popitem(last=False)

    def waits_for(self, address: str) -> bool:
        """Tell whether there is a last word for this address."""
        return address in self._messages

    def take(self, address: str) -> Message | None:
        """Give the last word, once."""
        return self._messages.pop(address, None)
