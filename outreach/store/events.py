"""The only log: who did what, when, to which records. Never a value that a resident typed."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import orjson
from sqlalchemy import Index, bindparam, insert
from sqlmodel import Field, SQLModel, col

from outreach.store.columns import NUMBERED, Json, Moment
from outreach.store.many import Many
from outreach.store.once import keep_others_out
from outreach.store.portion import PORTION
from outreach.store.query import pick
from outreach.store.snag import each
from outreach.store.unit import Unit


class Event(SQLModel, table=True):
    """One deed. `ids` names the records, `fields` the names of what changed; `seal`
    chains it to the one before.
    """

    __table_args__ = (Index("ix_event_deed", "deed", "at"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Moment)
    actor: str
    deed: str
    ids: dict[str, int] = Field(sa_type=Json(dict[str, int]))
    fields: list[str] = Field(sa_type=Json(list[str]))
    seal: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The events from the first on: so many fit, with the last one's number and seal.

    So many `waiting` have no seal yet. `broken` is the first that does not fit; `asked` the seal
    of the event that was asked for.
    """

    count: int
    waiting: int
    last: int
    seal: str
    broken: int | None
    asked: str | None


EVENT_ADD = insert(Event)
EVENT_DONE_AT = pick(Event.actor, Event.ids).where(
    Event.deed == bindparam("deed"), Event.at == bindparam("moment", type_=Moment)
)
EVENT_LAST_SEALED = (
    pick(Event.id, Event.seal)
    .where(col(Event.seal).is_not(None))
    .order_by(col(Event.id).desc())
    .limit(1)
)
EVENT_UNSEALED = (
    pick(Event.id, Event.at, Event.actor, Event.deed, Event.ids, Event.fields)
    .where(Event.id > bindparam("after"), col(Event.seal).is_(None))
    .order_by(col(Event.id))
    .limit(PORTION)
)
"""Events are sealed in the order of their ids: the unsealed ones come after the last sealed one."""
EVENT_SEAL = Many(
    "UPDATE event SET seal = r.seal FROM {rows} WHERE event.id = r.event", event=int, seal=str
)


def record(unit: Unit, deed: str, /, *fields: str, **ids: int) -> None:
    """Append an event to this unit: `record(unit, "interest.moved", "state", interest=7)`."""
    facts = {
        "at": unit.now,
        "actor": str(unit.actor),
        "deed": deed,
        "ids": ids,
        "fields": list(fields),
    }
    unit.run(EVENT_ADD, facts)


def doer_at(unit: Unit, deed: str, at: datetime, **ids: int) -> str:
    """Return the actor who did a deed to these records at that moment, or an empty text."""
    done = unit.run(EVENT_DONE_AT, {"deed": deed, "moment": at})
    return next((str(actor) for actor, named in done if ids.items() <= named.items()), "")


def seal_events(unit: Unit) -> int:
    """Extend the hash chain over the first new events, in order of id; return how many.

    An event that is not stored yet may have a lower id than one that is, so this waits for the
    units that write events. An event that cannot be sealed is not passed over: the chain ends
    before it.
    """
    keep_others_out(unit, "event")
    last, seal = unit.run(EVENT_LAST_SEALED).first() or (0, "")
    sealed = []
    for row in unit.run(EVENT_UNSEALED, {"after": last}):
        seal = chain(seal, *row)
        sealed.append({"event": row[0], "seal": seal})
    done = each(unit, "seal", sealed, partial(_seal, unit), number=_event, in_order=True)
    return sum(done)


def first_broken_seal(unit: Unit) -> int | None:
    """Return the id of the first event that does not fit the chain, or None if all fit."""
    return audit(unit).broken


def audit(unit: Unit, *, number: int = 0) -> Chain:
    """Go through the whole chain; `number` is an event of which the seal is asked."""
    seal, asked, unsealed = "", None, None
    count = waiting = last = 0
    columns = (Event.id, Event.at, Event.actor, Event.deed, Event.ids, Event.fields, Event.seal)
    for *facts, stored in unit.connection.execute(pick(*columns).order_by(col(Event.id))):
        if stored is None:
            unsealed, waiting = unsealed or int(facts[0]), waiting + 1
            continue
        if unsealed or stored != chain(seal, *facts):
            return Chain(count, waiting, last, seal, unsealed or int(facts[0]), asked)
        seal, last, count = stored, int(facts[0]), count + 1
        asked = seal if last == number else asked
    return Chain(count, waiting, last, seal, None, asked)


def chain(
    seal: str, id: int, at: datetime, actor: str, deed: str, ids: dict[str, int], fields: list[str]
) -> str:
    """Hash an event onto the seal of the one before it (SHA-256, hexadecimal)."""
    facts: list[Any] = [seal, id, at.isoformat(), actor, deed, ids, fields]
    return hashlib.sha256(orjson.dumps(facts, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _seal(unit: Unit, some: list[dict[str, Any]]) -> int:
    EVENT_SEAL.run(unit, some)
    return len(some)


def _event(sealed: dict[str, Any]) -> int:
    return int(sealed["event"])
