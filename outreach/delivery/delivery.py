"""A delivery: mailing × person, or a reply to what came in. Its state decides what is sent.

Only this room writes its row, and that of a mailing: other rooms call the verbs that stand here, in
`planned.py` (what becomes of planned deliveries) and in `steps.py` (the steps of campaigns).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Index, bindparam, insert, literal_column, null
from sqlmodel import Field, SQLModel, UniqueConstraint, and_, case, col

from content.message import Message
from outreach.parties.address import Address
from outreach.store.columns import NUMBERED, Json, Moment, partly
from outreach.store.query import update
from outreach.store.unit import Unit

LEASE = timedelta(seconds=60)
"""How long a claimed delivery is left to the process that claimed it."""
PATIENCE = timedelta(seconds=60)
"""How long the first delivery of an address delays the others, once it could go on."""
SOMETHING_PLANNED = "planned"
"""The topic that is rung after a commit with something new, so that senders need not poll."""


class DeliveryState(StrEnum):
    """What became of a delivery. `UNCERTAIN`: it may have arrived before a crash."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
    GONE = "gone"
    STOPPED = "stopped"
    EXPIRED = "expired"
    UNCERTAIN = "uncertain"


class Rank(IntEnum):
    """The order of deliveries: those that can wait longer give way.

    `ALWAYS` goes also while a colleague has the conversation: their own words, and the answers to
    stop, "forget me" and "my data".
    """

    ALWAYS = 0
    REPLY = 1
    NOTICE = 2
    CAMPAIGN = 3


WAITS = "state = 'planned' AND rank < 3"
WAITS_IN_CAMPAIGN = "state = 'planned' AND rank = 3"
UNDER_WAY = "state = 'claimed'"
KEPT = "done_at IS NOT NULL AND message IS NOT NULL"
"""What retention empties one day."""
FAILED = "state = 'failed' OR state = 'gone' AND person_id IS NULL"
BEGUN_IN_CAMPAIGN = "state = 'planned' AND rank = 3 AND arrived IS NOT NULL"


class Delivery(SQLModel, table=True):
    """One message to one address.

    `edits_id` names the delivery whose message it replaces, if the channel can edit. `arrived`
    counts the pieces that the channel took so far, if this message needs several and more are to
    come. The message of a campaign is stored in the mailing, once per `language`; its deliveries
    are claimed by `channel`, which is that of the address.
    """

    __table_args__ = (
        UniqueConstraint("mailing_id", "person_id"),
        UniqueConstraint("inbound_id", "position"),
        partly(
            "uq_delivery_mailing_venue",
            "mailing_id",
            "address_id",
            where="person_id IS NULL",
            unique=True,
        ),
        Index("ix_delivery_said", "address_id", "seq"),
        partly("ix_delivery_edits", "edits_id", where="edits_id IS NOT NULL"),
        partly("ix_delivery_waits", "send_at", where=WAITS),
        partly(
            "ix_delivery_in_campaign", "mailing_id", "channel", "send_at", where=WAITS_IN_CAMPAIGN
        ),
        partly("ix_delivery_under_way", "lease_until", where=UNDER_WAY),
        partly("ix_delivery_kept", "done_at", where=KEPT),
        partly("ix_delivery_failed", "done_at", where=FAILED),
        partly("ix_delivery_begun", "mailing_id", "channel", "send_at", where=BEGUN_IN_CAMPAIGN),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    mailing_id: int | None = Field(default=None, foreign_key="mailing.id")
    inbound_id: int | None = Field(default=None, foreign_key="inbound.id")
    position: int = 0
    rank: int = Rank.NOTICE
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    address_id: int = Field(foreign_key="address.id")
    channel: str | None = None
    language: str | None = None
    edits_id: int | None = Field(default=None, foreign_key="delivery.id")
    state: str
    message: dict[str, Any] | None = Field(default=None, sa_type=Json(dict[str, Any] | None))
    send_at: datetime = Field(sa_type=Moment)
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    tries: int = 0
    arrived: int | None = None
    seq: int | None = None
    receipt: str | None = None
    reason: str | None = None
    done_at: datetime | None = Field(default=None, sa_type=Moment)


DELIVERY_WORDS: dict[str, Any] = {"message": null()}
"""What was said to a person, with the values that replace it once it is emptied."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A delivery that this process has claimed and must send.

    `edits` is the receipt of the message that it replaces, `mailing` the campaign's step that it
    belongs to, `arrived` how many of its pieces are there already.
    """

    id: int
    address: int
    channel: str
    external_id: str
    message: Message
    tries: int
    edits: str | None = None
    rank: int = Rank.REPLY
    mailing: int | None = None
    arrived: int | None = None

    @property
    def leads(self) -> bool:
        """True if the next one at its address waits for it: an answer, or what was begun."""
        return self.rank <= Rank.REPLY or self.arrived is not None


@dataclass(frozen=True, slots=True)
class LastWord:
    """A message without a row, to somebody unknown or forgotten: it is sent once, and not recorded.

    If its `address` is known, it follows what is under way there.
    """

    channel: str
    external_id: str
    message: Message
    address: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that was stored: claimed by this process, or planned if another comes first."""

    delivery: int
    claimed: bool


DELIVERY_ADD = insert(Delivery)
DELIVERY_ADD_REPLY = DELIVERY_ADD.returning(col(Delivery.id))
FIRST_WAITS = and_(col(Address.first_id).is_not(None), Address.free_at > bindparam("past"))
"""A delivery that was begun at an address comes first there. `past` is `PATIENCE` ago."""
# a person who writes can be reached
WROTE: dict[str, Any] = {"used_at": bindparam("at"), "gone_at": None}
ADDRESS_LEASE = (
    update(Address)
    .where(Address.id == bindparam("address"), col(Address.first_id).is_(None))
    .values(free_at=bindparam("until"), **WROTE)
)
ADDRESS_LEASE_AFTER_FIRST = (
    update(Address)
    .where(Address.id == bindparam("address"))
    .values(
        free_at=case((FIRST_WAITS, col(Address.free_at)), else_=bindparam("until")),
        first_id=case((FIRST_WAITS, col(Address.first_id)), else_=null()),
        **WROTE,
    )
    .returning(col(Address.first_id))
)
# Literals, not parameters: only then does a database see that it can use an index of such rows.
IS_PLANNED: ColumnElement[bool] = col(Delivery.state) == literal_column("'planned'")
IS_CLAIMED: ColumnElement[bool] = col(Delivery.state) == literal_column("'claimed'")
OF_CAMPAIGN: ColumnElement[bool] = col(Delivery.rank) == literal_column("3")
OUTSIDE_CAMPAIGNS: ColumnElement[bool] = col(Delivery.rank) < literal_column("3")


def plan_delivery(
    unit: Unit,
    *,
    mailing: int,
    address: int,
    message: Message,
    at: datetime,
    person: int | None = None,
    edits: int | None = None,
    rank: Rank = Rank.NOTICE,
) -> None:
    """Plan one message of a mailing; `edits` is the delivery that it replaces."""
    row: dict[str, Any] = {
        "mailing_id": mailing,
        "person_id": person,
        "address_id": address,
        "edits_id": edits,
        "position": 0,
        "state": DeliveryState.PLANNED,
        "message": message.as_json(),
        "send_at": at,
        "tries": 0,
        "rank": rank,
    }
    unit.run(DELIVERY_ADD, row)
    unit.rings.add(SOMETHING_PLANNED)


def reply(
    unit: Unit,
    *,
    inbound: int,
    address: int,
    message: Message,
    person: int | None = None,
    mailing: int | None = None,
    lease: timedelta = LEASE,
    rank: Rank = Rank.REPLY,
) -> Reply:
    """Store the answer to what came in, claimed by this process unless another comes first.

    It answers a person; or, as a `mailing` of its own, what happened in a venue.
    """
    until = unit.now + lease
    claimed = _lease(unit, address, until)
    row: dict[str, Any] = {
        "mailing_id": mailing,
        "inbound_id": inbound,
        "person_id": person,
        "address_id": address,
        "position": 0,
        "state": DeliveryState.CLAIMED if claimed else DeliveryState.PLANNED,
        "lease_until": until if claimed else None,
        "message": message.as_json(),
        "send_at": unit.now,
        "rank": rank,
        "tries": int(claimed),
    }
    delivery: int = unit.run(DELIVERY_ADD_REPLY, row).scalar_one()
    if not claimed:
        unit.rings.add(SOMETHING_PLANNED)
    return Reply(delivery, claimed)


def _lease(unit: Unit, address: int, until: datetime) -> bool:
    """Keep an address busy for this process; False if a delivery that was begun comes first."""
    lease = {"address": address, "until": until, "at": unit.now}
    # hardly ever is there a first one, and to ask for it in the same statement costs twice as much
    if unit.run(ADDRESS_LEASE, lease).changed:
        return True
    lease["past"] = unit.now - PATIENCE
    return unit.run(ADDRESS_LEASE_AFTER_FIRST, lease).scalar() is None
