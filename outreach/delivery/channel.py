"""What sending needs of a channel. Receiving is known to `bot` and `main` only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol, runtime_checkable

from content.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """The facts of a channel. Lengths are in units as its `length` counts them; 0 means: no limit.

    `loose_buttons`: there may be buttons under a message that puts no question. `caption_length` is
    for a text that stands with a picture. `pace` is how long an address rests after a message,
    `rate` how many messages our account may send in a second; 0 means: no limit. `edits`: what was
    sent can be replaced. `link` leads into a private chat with our account: `{handle}` is its name
    there, `{code}` what the chat begins with. `alone`: only one process may ask it for messages.
    `silent`: what comes there makes no sound, so that no quiet hours hold it back.
    `cards`: a card is shown as one; elsewhere it is said in words. `links`: a link has a place of
    its own; elsewhere its address stands in the text. `files`: a receipt goes along as a file.
    """

    buttons: bool
    loose_buttons: bool = True
    label_length: int = 0
    text_length: int = 0
    caption_length: int = 0
    length: Callable[[str], int] = len
    edits: bool = False
    pace: timedelta = timedelta(0)
    rate: int = 0
    link: str = ""
    alone: bool = False
    silent: bool = False
    cards: bool = False
    links: bool = True
    files: bool = False


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a message goes. By its `delivery` a channel of our own knows one that it had before.

    A last word has none, and perhaps no address that we know. `broadcast`: it goes to many.
    """

    delivery: int | None
    address: int | None
    external_id: str
    broadcast: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """The channel took the message; `external_id` is its own number for it.

    `rest` is how long this address is left alone, if that is not the channel's own pace.
    """

    external_id: str
    rest: timedelta | None = None


class Channel(Protocol):
    """A place where people can be reached: facts and a way to send.

    It raises errors of `delivery/errors.py` only.
    """

    @property
    def name(self) -> str:
        """The channel's name, as it is stored with every address."""

    @property
    def can(self) -> Abilities:
        """What the channel can do."""

    async def send(self, to: Recipient, message: Message) -> Receipt:
        """Hand one message over; it fits the channel's limits already."""

    async def check(self) -> str | None:
        """Return what is wrong with this channel, for `doctor`; None if all is well."""


@runtime_checkable
class EditingChannel(Channel, Protocol):
    """A channel that can replace what it sent; its `can.edits` is true."""

    async def edit(self, to: Recipient, receipt: str, message: Message) -> None:
        """Replace the message that this receipt was returned for."""
