"""What a channel hands in when somebody writes or presses, and the promise it gets back."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from outreach.attachments.accepted import Accepted
from outreach.attachments.attachment import Sent
from outreach.clean import clean

LONGEST_ID = 255
LONGEST_CODE = 100
LONGEST_NAME = 120
LARGEST = 2**63 - 1
"""The largest number that a database takes for an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One message or button press.

    `external_id` is the channel's own number for it: the same one again is a duplicate. `sender` is
    the external id of the address. `choice` is the code of a pressed option,
    `<conversation>.<rev>.<option>`. `seen` is the `rev` of the last question that the person had on
    screen, if the channel knows it. `code` and `opportunity` say where a new conversation
    begins: behind a trail, or from a page; `wish` is what was pressed on it
    (join, question). `media` names what came along or instead of a text: its
    kind (photo, voice, file, other), what the file is called (name), what was sent together
    (album), and where its bytes are still at the channel, their number there (file) and how many
    they are (size); or why it is not accepted (refused). `content` is the file itself, where it is
    here. `corrects`: it is a message that was sent before, with another text; `seen` is then the
    question that stood there when it was sent. `topic` is the channel's own number of the part of
    the chat in which it was sent. `goes_on`: it is not taken where no conversation is under way.
    """

    channel: str
    external_id: str
    sender: str
    text: str = ""
    choice: str | None = None
    seen: int | None = None
    language: str = "nl"
    code: str | None = None
    opportunity: int | None = None
    wish: str | None = None
    media: dict[str, str] | None = None
    content: Accepted | None = None
    corrects: bool = False
    topic: int | None = None
    goes_on: bool = False

    @property
    def sent(self) -> Sent | None:
        """What came along, if it is of a kind that can be kept."""
        media: Mapping[str, str] = self.media or {}
        if self.content is None and not media.keys() & {"file", "refused"}:
            return None
        return Sent(
            kind=media.get("kind", "file"),
            name=media.get("name", ""),
            content=self.content,
            reference=media.get("file"),
            refused=media.get("refused"),
            size=int(media.get("size", 0)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueNews:
    """What happened in a place of others where the bot is; never what people said to each other.

    `venue` is the external id of its address. `kind` is what it is: a neighbourhood group, or a
    broadcast. `moved_to` is its new external id if it moved. `topic` and `message` are the
    channel's own numbers of the topic and of the message in which we were addressed, `answered` of
    the message of ours that it answers.
    """

    channel: str
    external_id: str
    venue: str
    event: Literal["joined", "left", "addressed", "moved"]
    kind: Literal["neighbourhood_group", "broadcast"] = "neighbourhood_group"
    name: str = ""
    language: str = "nl"
    moved_to: str | None = None
    topic: int | None = None
    message: int | None = None
    answered: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressNews:
    """What a channel tells of a person's address: it cannot be reached any more, or again."""

    channel: str
    sender: str
    gone: bool


class Inbox(Protocol):
    """The entry for all channels. When `take` returns, message and answer are stored for good."""

    async def take(self, arrival: Arrival) -> bool:
        """Store and answer one arrival; False if nothing is left to say.

        That is so if it came in before, or was answered with the one before it. One that cannot be
        stored while others can is set aside. Raises NotNow: to be sent again.
        """

    async def take_venue_news(self, news: VenueNews) -> bool:
        """Store, and answer if needed, what happened in a venue; False if it came in before."""

    async def take_address_news(self, news: AddressNews) -> None:
        """Store that an address cannot be reached any more, or again; ignores unknown people."""


def storable(arrival: Arrival) -> Arrival:
    """Clean what a person typed, pressed or brought along; an id that can be stored stays as is."""
    return replace(
        arrival,
        external_id=_id(arrival.external_id),
        sender=_id(arrival.sender),
        text=clean(arrival.text),
        choice=None if arrival.choice is None else clean(arrival.choice, LONGEST_CODE),
        media=None
        if arrival.media is None
        else {name: clean(said, LONGEST_ID) for name, said in arrival.media.items()},
        code=None if arrival.code is None else clean(arrival.code, LONGEST_CODE),
        opportunity=None
        if arrival.opportunity is None
        else max(0, min(arrival.opportunity, LARGEST)),
    )


def without_words(arrival: Arrival) -> Arrival:
    """Take away all that somebody typed, pressed or brought along."""
    return replace(
        arrival,
        text="",
        choice=None,
        code=None,
        opportunity=None,
        wish=None,
        media=None,
        content=None,
        corrects=False,
    )


def storable_news(news: VenueNews) -> VenueNews:
    """Clean what a venue is called; ids as in an arrival."""
    return replace(
        news,
        external_id=_id(news.external_id),
        venue=_id(news.venue),
        moved_to=None if news.moved_to is None else _id(news.moved_to),
        name=" ".join(clean(news.name, LONGEST_NAME).split()),
    )


def _id(given: str) -> str:
    """Ids are not cleaned as text is: two that differ must never become the same."""
    if (
        len(given) <= LONGEST_ID
        and "\x00" not in given
        and not any("\ud800" <= letter <= "\udfff" for letter in given)
    ):
        return given
    return hashlib.sha256(given.encode("utf-8", "surrogatepass")).hexdigest()
