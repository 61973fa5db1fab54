"""What came in, unique by channel and external id: a channel may hand the same message in twice."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, null, text
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col, select

from outreach.store.among import among
from outreach.store.columns import NUMBERED, Json, Moment, partly
from outreach.store.query import pick, update
from outreach.store.unit import Unit


class Inbound(SQLModel, table=True):
    """One message from a person, or one meant for us in a venue: then only its number is kept.

    `media` names a photo or a voice message at its channel (kind, file, album). `quarantined` marks
    one whose turn failed; text and media are emptied by retention.
    """

    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        Index("ix_inbound_written", "address_id", "id"),
        partly("ix_inbound_kept", "at", where="text IS NOT NULL"),
        partly("ix_inbound_quarantined", "at", where="quarantined"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    channel: str
    external_id: str
    address_id: int = Field(foreign_key="address.id")
    at: datetime = Field(sa_type=Moment)
    text: str | None = None
    media: dict[str, str] | None = Field(default=None, sa_type=Json(dict[str, str] | None))
    quarantined: bool = False


INBOUND_WORDS: dict[str, Any] = {"text": None, "media": null()}
"""What a person sent, with the values that replace it once it is emptied."""


QUARANTINED = text("inbound.quarantined")
"""Written out: only then can SQLite use the index of such rows."""
INBOUND_ADD = insert(Inbound).on_conflict_do_nothing().returning(col(Inbound.id))
INBOUND_QUARANTINE = (
    update(Inbound).where(Inbound.id == bindparam("inbound")).values(quarantined=True)
)
INBOUND_LET_OUT = update(Inbound).where(among(col(Inbound.id), "rows")).values(quarantined=False)

EARLIER = (
    col(Inbound.address_id) == bindparam("address"),
    col(Inbound.id) < bindparam("inbound"),
    col(Inbound.at) >= bindparam("since"),
)
INBOUND_LAST_TEXT = (
    pick(Inbound.text).where(*EARLIER, Inbound.text != "").order_by(col(Inbound.id).desc()).limit(1)
)
INBOUND_LAST_TEXTS = (
    pick(Inbound.text)
    .where(*EARLIER, Inbound.text != "")
    .order_by(col(Inbound.id).desc())
    .limit(bindparam("most"))
)
INBOUND_TEXT = pick(Inbound.text).where(
    Inbound.id == bindparam("inbound"), Inbound.address_id == bindparam("address")
)
INBOUND_SAME_ALBUM = (
    select(col(Inbound.id))
    .where(*EARLIER, col(Inbound.media)["album"].as_string() == bindparam("album"))
    .limit(1)
)
INBOUND_SAME_TEXT = (
    select(col(Inbound.id)).where(*EARLIER, Inbound.text == bindparam("said")).limit(1)
)


def take_in(
    unit: Unit,
    *,
    channel: str,
    external_id: str,
    address: int,
    text: str | None,
    media: dict[str, str] | None = None,
) -> int | None:
    """Store what came in; returns its id, or None if it came in before."""
    values = {
        "channel": channel,
        "external_id": external_id,
        "address_id": address,
        "at": unit.now,
        "text": text,
    }
    return unit.run(INBOUND_ADD, values | {"media": media, "quarantined": False}).scalar()


def quarantine(unit: Unit, *, inbound: int) -> None:
    """Mark a message whose turn failed, for a developer to look at."""
    unit.run(INBOUND_QUARANTINE, {"inbound": inbound})


def let_out(unit: Unit, *, inbound: list[int]) -> None:
    """Take the mark off messages whose turn failed, because their senders were asked again."""
    unit.run(INBOUND_LET_OUT, {"rows": inbound})


def text_before(unit: Unit, *, inbound: int, address: int, since: datetime) -> str:
    """The last text from an address before this one; empty if there is none since a moment."""
    found = unit.run(
        INBOUND_LAST_TEXT, {"inbound": inbound, "address": address, "since": since}
    ).scalar()
    return found or ""


def texts_before(
    unit: Unit, *, inbound: int, address: int, since: datetime, most: int
) -> list[str]:
    """The last texts from an address before this one, at most so many, in their order."""
    values = {"inbound": inbound, "address": address, "since": since, "most": most}
    return [text for (text,) in unit.run(INBOUND_LAST_TEXTS, values)][::-1]


def text_of(unit: Unit, *, inbound: int, address: int) -> str:
    """The text of one message from an address; empty if it is not kept any more."""
    found = unit.run(INBOUND_TEXT, {"inbound": inbound, "address": address}).scalar()
    return found or ""


def came_with(unit: Unit, *, inbound: int, address: int, album: str, since: datetime) -> bool:
    """True if something else of an album came from an address before this."""
    values = {"inbound": inbound, "address": address, "album": album, "since": since}
    return unit.run(INBOUND_SAME_ALBUM, values).first() is not None


def said_before(unit: Unit, *, inbound: int, address: int, text: str, since: datetime) -> bool:
    """True if the same text came from an address before this."""
    values = {"inbound": inbound, "address": address, "said": text, "since": since}
    return unit.run(INBOUND_SAME_TEXT, values).first() is not None
