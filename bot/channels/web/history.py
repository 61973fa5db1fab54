"""What was said at one web address, read from the deliveries and what came in; the order
is that of their numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import bindparam, col, func, select

from content.message import Message, Option
from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.delivery.mailing import Mailing, text_in
from outreach.parties.address import Address
from outreach.parties.person import Person
from outreach.store.columns import LAST_ID
from outreach.store.many import Many
from outreach.store.query import pick, update
from outreach.store.unit import Unit

CHANNEL = "web"
SHOWN = 50
"""Messages of ours on one page, or in one look at what is new."""
WRITTEN = 4 * SHOWN
"""Messages of theirs on one page, at most: some are answered together, or not at all."""
FIRST, LAST = 0, LAST_ID
"""Numbers before and behind all others."""


@dataclass(frozen=True, slots=True)
class Mine:
    """What the person wrote or pressed; `nonce` is what their browser called it."""

    text: str
    nonce: str


@dataclass(frozen=True, slots=True)
class Theirs:
    """What we said, under its number, and what it answers."""

    seq: int
    message: Message
    answers: Mine | None


@dataclass(frozen=True, slots=True)
class History:
    """A conversation as one page shows it; `waiting` while an answer is on its way.

    `earlier` is the number before which there is more, 0 where there is not; `present` is the
    page that people talk on.
    """

    address: int
    person: int
    language: str
    lines: list[Mine | Theirs]
    waiting: bool
    earlier: int = 0
    present: bool = True

    @property
    def last(self) -> int:
        """The number of the last message that we sent."""
        return max((line.seq for line in self.lines if isinstance(line, Theirs)), default=0)

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be pressed now: the options of the open question."""
        return self._latest().options

    @property
    def rev(self) -> int:
        """The number of the question that is on screen."""
        return self._latest().rev

    def _latest(self) -> Message:
        """The last message that put a question; a notice that came after it takes nothing away."""
        said = [
            line.message for line in self.lines if isinstance(line, Theirs) and line.message.rev
        ]
        return said[-1] if said else Message("")


WHO = (
    pick(Address.id, Address.person_id, Person.language)
    .join(Person, col(Person.id) == col(Address.person_id))
    .where(Address.channel == CHANNEL, Address.external_id == bindparam("external_id"))
)
SAID = (
    pick(
        Delivery.seq,
        Delivery.message,
        Delivery.inbound_id,
        Inbound.text,
        Inbound.external_id,
        Mailing.texts,
        Delivery.language,
    )
    .outerjoin(Inbound, col(Inbound.id) == col(Delivery.inbound_id))
    .outerjoin(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .where(
        Delivery.address_id == bindparam("address"),
        Delivery.seq > bindparam("after"),
        Delivery.seq < bindparam("before"),
    )
    .order_by(col(Delivery.seq).desc())
    .limit(SHOWN + 1)
)
ANSWERED = (
    pick(Delivery.inbound_id)
    .where(
        Delivery.address_id == bindparam("address"),
        Delivery.seq < bindparam("before"),
        col(Delivery.inbound_id).is_not(None),
    )
    .order_by(col(Delivery.seq).desc())
    .limit(1)
)
WROTE = (
    pick(Inbound.id, Inbound.text, Inbound.external_id)
    .where(
        Inbound.address_id == bindparam("address"),
        Inbound.id > bindparam("past"),
        Inbound.id <= bindparam("upto"),
    )
    .order_by(col(Inbound.id).desc())
    .limit(WRITTEN)
)
WAITING = pick(func.count()).where(
    Delivery.address_id == bindparam("address"),
    col(Delivery.seq).is_(None),
    col(Delivery.inbound_id).is_not(None),
    col(Delivery.state).in_(("planned", "claimed")),
    Delivery.send_at <= bindparam("now"),
)
NUMBER = select(Delivery.seq).where(Delivery.id == bindparam("delivery")).with_for_update()
NEXT = (
    update(Address)
    .where(Address.id == bindparam("address"))
    .values(seq=col(Address.seq) + 1)
    .returning(col(Address.seq))
)
LAST_SEQ = Many(
    "SELECT r.sender, address.seq FROM {rows} "
    "JOIN address ON address.channel = 'web' AND address.external_id = r.sender",
    sender=str,
)
GIVE = update(Delivery).where(Delivery.id == bindparam("this")).values(seq=bindparam("number"))


def give_number(unit: Unit, *, delivery: int, address: int) -> int | None:
    """Number a delivery among those of its address, once; None where it is no more.

    The number is taken under the row of the address: a row id would let a lower one be committed
    after a higher one, and a reader that has passed it would never see it.
    """
    row = unit.connection.execute(NUMBER, {"delivery": delivery}).first()
    if row is None or row[0] is not None:
        return None if row is None else row[0]
    number: int = unit.connection.execute(NEXT, {"address": address}).scalar_one()
    unit.connection.execute(GIVE, {"this": delivery, "number": number})
    return number


def person_at(unit: Unit, *, external_id: str) -> int | None:
    """The person who has a web address."""
    row = unit.connection.execute(WHO, {"external_id": external_id}).first()
    return None if row is None else row.person_id


def history(
    unit: Unit, *, external_id: str, after: int = FIRST, before: int = LAST
) -> History | None:
    """What was said last at a web address, between two numbers; None
    where nobody is known there.
    """
    who = unit.connection.execute(WHO, {"external_id": external_id}).first()
    if who is None:
        return None
    present = before >= LAST
    said, earlier = _said(unit, who.id, after, before)
    place = {"address": who.id, "now": unit.now}
    waiting: int = unit.connection.execute(WAITING, place).scalar_one() if present else 0
    lines = _woven(said, _wrote(unit, who.id, said, present=present))
    return History(who.id, who.person_id, who.language, lines, waiting > 0, earlier, present)


def news(unit: Unit, *, external_id: str, after: int) -> list[Theirs]:
    """What was said at a web address after a number, oldest first; of very much the last."""
    who = unit.connection.execute(WHO, {"external_id": external_id}).first()
    return [] if who is None else [_theirs(row) for row in _said(unit, who.id, after, LAST)[0]]


def last_numbers(unit: Unit, *, senders: Sequence[str]) -> dict[str, int]:
    """The number of what was said last at each of these web addresses."""
    return {
        sender: int(last)
        for sender, last in LAST_SEQ.run(unit, [{"sender": sender} for sender in senders])
    }


def label_of(unit: Unit, *, external_id: str, choice: str) -> str:
    """The label of an option that was shown at a web address; nothing for one that was not."""
    lines = news(unit, external_id=external_id, after=0)
    labels = {option.code: option.label for line in lines for option in line.message.options}
    return labels.get(choice, "")


def _said(unit: Unit, address: int, after: int, before: int) -> tuple[list[Any], int]:
    """The last rows between two numbers, oldest first; and the number before
    which there are more, or 0.
    """
    found = list(
        unit.connection.execute(SAID, {"address": address, "after": after, "before": before})
    )
    rows = found[:SHOWN][::-1]
    return rows, rows[0].seq if len(found) > SHOWN else 0


def _wrote(unit: Unit, address: int, said: list[Any], *, present: bool) -> list[Any]:
    """What was written since the answer before these rows; on a page of the
    past, up to what they answer.
    """
    first = said[0].seq if said else FIRST
    past: int = (
        unit.connection.execute(ANSWERED, {"address": address, "before": first}).scalar() or 0
    )
    answered = [row.inbound_id for row in said if row.inbound_id is not None]
    upto = LAST_ID if present else max(answered, default=past)
    return list(unit.connection.execute(WROTE, {"address": address, "past": past, "upto": upto}))[
        ::-1
    ]


def _woven(said: list[Any], wrote: Iterable[Any]) -> list[Mine | Theirs]:
    """Put each thing that was written before the first answer to it or to something
    later; the rest at the end.
    """
    waiting = list(wrote)
    lines: list[Mine | Theirs] = []
    for row in said:
        while waiting and row.inbound_id is not None and waiting[0].id <= row.inbound_id:
            lines += _mine(waiting.pop(0))
        lines.append(_theirs(row))
    return lines + [line for row in waiting for line in _mine(row)]


def _theirs(row: Any) -> Theirs:
    mine = [] if row.inbound_id is None else _mine(row)
    message = Message.from_json(row.message) if row.message else text_in(row.texts, row.language)
    return Theirs(row.seq, message, mine[0] if mine else None)


def _mine(row: Any) -> list[Mine]:
    return [] if not row.text else [Mine(row.text, row.external_id.rpartition(".")[2])]
