"""The delivery: mailing × person, or a reply to what came in. Its state is the
only truth about a message.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Index, bindparam, insert, literal_column, null
from sqlmodel import JSON, Field, SQLModel, UniqueConstraint, and_, case, col

from content.message import Message
from outreach.parties.person import Address
from outreach.store.columns import NUMBERED, Moment, partly
from outreach.store.query import update
from outreach.store.unit import Unit

LEASE = timedelta(seconds=60)
PATIENCE = timedelta(seconds=60)
"""How long what comes first at an address is waited for, from the moment it could go on;
then it holds nothing up.
"""
PLANNED = "planned"
"""The topic that is rung after the commit where something was planned: senders need not
wait for their next look.
"""


REPLY, NOTICE, CAMPAIGN = 1, 2, 3
"""The ranks of deliveries: what waits longer makes way."""
WAITS = "state = 'planned' AND rank < 3"
WAITS_IN_CAMPAIGN = "state = 'planned' AND rank = 3"
UNDER_WAY = "state = 'claimed'"
KEPT = "done_at IS NOT NULL AND message IS NOT NULL"
"""What retention empties one day."""
FAILED = "state = 'failed' OR state = 'gone' AND person_id IS NULL"
BEGUN_IN_CAMPAIGN = "state = 'planned' AND rank = 3 AND arrived IS NOT NULL"


class Delivery(SQLModel, table=True):
    """One message to one address. States: planned, claimed, sent, failed, gone,
    stopped, expired, uncertain.

    `rank` is its place in the order: reply, notice, campaign. `edits_id` names the delivery whose
    message it replaces, where the channel can edit. `arrived` counts the pieces that the channel
    took of one that it needs several messages for, as long as there are more. Of a campaign the
    message stands in the mailing, once per `language`; `channel` is that of its address, by which
    those are claimed.
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
    rank: int = NOTICE
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    address_id: int = Field(foreign_key="address.id")
    channel: str | None = None
    language: str | None = None
    edits_id: int | None = Field(default=None, foreign_key="delivery.id")
    state: str
    message: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    send_at: datetime = Field(sa_type=Moment)
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    tries: int = 0
    arrived: int | None = None
    seq: int | None = None
    receipt: str | None = None
    reason: str | None = None
    done_at: datetime | None = Field(default=None, sa_type=Moment)


DELIVERY_WORDS: dict[str, Any] = {"message": null()}
"""What was said to a person, and what stands there once it is emptied."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A delivery that this process holds and must send. `edits` is the receipt of the
    message that it replaces.

    `mailing` is the campaign's step that it belongs to, `arrived` how many of its
    pieces are there already.
    """

    id: int
    address: int
    channel: str
    external_id: str
    message: Message
    tries: int
    edits: str | None = None
    rank: int = REPLY
    mailing: int | None = None
    arrived: int | None = None

    @property
    def leads(self) -> bool:
        """Whether what follows at its address waits for it: an answer, or what was begun."""
        return self.rank == REPLY or self.arrived is not None


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
    """An answer that was stored: claimed by this process, or planned, where
    another message comes first.
    """

    delivery: int
    claimed: bool


ADD = insert(Delivery)
ADD_REPLY = ADD.returning(col(Delivery.id))
CALL_OFF = (
    update(Delivery)
    .where(Delivery.id == bindparam("delivery"), Delivery.state == "planned")
    .values(state="stopped", done_at=bindparam("at"))
)
KEPT_FOR_FIRST = and_(col(Address.first_id).is_not(None), Address.free_at > bindparam("past"))
"""Something that was begun at an address comes first there. `past` is `PATIENCE` ago."""
HOLD_ADDRESS = (
    update(Address)
    .where(Address.id == bindparam("address"))
    .values(
        free_at=case((KEPT_FOR_FIRST, col(Address.free_at)), else_=bindparam("until")),
        first_id=case((KEPT_FOR_FIRST, col(Address.first_id)), else_=null()),
        used_at=bindparam("at"),
        # who writes is there
        gone_at=None,
    )
    .returning(col(Address.first_id))
)
PLANNED_STATE: ColumnElement[str] = literal_column("'planned'")
CLAIMED_STATE: ColumnElement[str] = literal_column("'claimed'")
"""Written out: only so does a database see that an index of such rows will do."""


def plan_delivery(
    unit: Unit,
    *,
    mailing: int,
    address: int,
    message: Message,
    at: datetime,
    person: int | None = None,
    edits: int | None = None,
    rank: int = NOTICE,
) -> None:
    """Plan one message of a mailing; `edits` is the delivery that it replaces. Senders
    hear of it after the commit.
    """
    row: dict[str, Any] = {
        "mailing_id": mailing,
        "person_id": person,
        "address_id": address,
        "edits_id": edits,
    }
    row |= {
        "position": 0,
        "state": "planned",
        "message": message.as_json(),
        "send_at": at,
        "tries": 0,
        "rank": rank,
    }
    unit.run(ADD, row)
    unit.rings.add(PLANNED)


def reply(
    unit: Unit,
    *,
    inbound: int,
    address: int,
    message: Message,
    person: int | None = None,
    mailing: int | None = None,
) -> Reply:
    """Store the answer to what came in, claimed at birth by this process; or planned,
    where another one comes first.

    It answers a person; or, as a `mailing` of its own, what happened in a venue.
    """
    until = unit.now + LEASE
    held = {"address": address, "until": until, "at": unit.now, "past": unit.now - PATIENCE}
    claimed = unit.run(HOLD_ADDRESS, held).scalar() is None
    row: dict[str, Any] = {
        "mailing_id": mailing,
        "inbound_id": inbound,
        "person_id": person,
        "address_id": address,
    }
    row |= {
        "position": 0,
        "message": message.as_json(),
        "send_at": unit.now,
        "rank": REPLY,
        "tries": int(claimed),
    }
    row |= (
        {"state": "claimed", "lease_until": until}
        if claimed
        else {"state": "planned", "lease_until": None}
    )
    delivery: int = unit.run(ADD_REPLY, row).scalar_one()
    if not claimed:
        unit.rings.add(PLANNED)
    return Reply(delivery, claimed)
