"""Why a message could not be sent. Facts stand on the class; the sender has no special cases.

SendError            it was refused, and trying again will not help
├── NotAllowed       we are there, but may not write
├── TopicClosed      we may write, but this subject of the group is closed
├── MessageLost      what was to be changed does not exist any more
├── Unreachable      again: the channel did not answer
├── TooFast          again, after `wait` seconds; for this address, or for all of our `account`
├── ChannelBroken    ours: our account, token or settings are wrong; no fault of the message
├── AddressMoved     again, at once: this address goes by another id from now on
├── AddressGone      ends: this address does not exist any more; that is not an opt-out
└── AddressLeft      its owner turned it off: nothing is wrong, and nobody has to look
"""


class SendError(Exception):
    """The channel refused this message."""

    again = False
    ours = False
    ends = False
    left = False
    key = "send-refused"
    wait = 0.0
    account = False
    """True if it concerns all that our account sends, not this address alone."""
    counts = True
    """True if it counts as a try of this message."""
    moved_to: str | None = None


class NotAllowed(SendError):
    """Our account may not write at this address."""

    key = "send-not-allowed"


class TopicClosed(SendError):
    """The subject of the group in which we write is closed."""

    key = "send-topic-closed"


class MessageLost(SendError):
    """The message that was to be changed does not exist any more."""

    key = "send-message-lost"


class Unreachable(SendError):
    """The channel did not answer."""

    again = True
    key = "send-unreachable"


class TooFast(Unreachable):
    """The channel asks us to slow down."""

    key = "send-too-fast"

    def __init__(self, wait: float, *, account: bool = False) -> None:
        super().__init__()
        self.wait = wait
        self.account = account


class ChannelBroken(SendError):
    """Our own account at this channel does not work."""

    ours = True
    again = True
    account = True
    counts = False
    key = "send-channel-broken"
    wait = 60.0


class AddressMoved(SendError):
    """This address goes by another id from now on."""

    again = True
    key = "send-address-moved"

    def __init__(self, to: str) -> None:
        super().__init__()
        self.moved_to = to


class AddressGone(SendError):
    """Nobody can be reached at this address any more."""

    ends = True
    key = "send-address-gone"


class AddressLeft(SendError):
    """Whoever is reached at this address turned it off."""

    left = True
    key = "send-stopped"
