"""What both sides said at one address, in the order of the numbers of the deliveries there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import bindparam, col, func, select

from content.message import Frame, Message, Option
from outreach.attachments.attachment import Shown
from outreach.attachments.own import of_messages
from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.delivery.mailing import Mailing, text_in
from outreach.parties.address import Address
from outreach.parties.person import address_at
from outreach.store.columns import LAST_ID
from outreach.store.query import pick
from outreach.store.unit import Unit

SHOWN = 50
"""Our messages on one page, or in one read of what is new."""
WRITTEN = 4 * SHOWN
"""Their messages on one page, at most: some are answered together, or not at all."""
SAID_LATELY = 50
FIRST, LAST = 0, LAST_ID
"""Below and above all numbers."""


@dataclass(frozen=True, slots=True)
class Mine:
    """What the person wrote, pressed or sent along (`file`).

    `nonce` is the number that their browser gave it.
    """

    text: str
    nonce: str
    at: datetime
    file: Shown | None = None


@dataclass(frozen=True, slots=True)
class Theirs:
    """What we said, its number, what it answers, and when it was due or was sent."""

    seq: int
    message: Message
    answers: Mine | None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class History:
    """A conversation as one page shows it; `waiting` while an answer is on its way.

    `earlier` is the number before which there is more, or 0. `present` marks the page on which
    people talk.
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
        """What can be pressed below: the options of the open question that no card stands for."""
        return self._latest().unlisted

    @property
    def open(self) -> bool:
        """Whether any text answers the open question, beside its options."""
        return self._latest().open

    @property
    def frame(self) -> Frame:
        """What is shown around the open question."""
        return self._latest().frame

    @property
    def rev(self) -> int:
        """The number of the question that is on screen."""
        return self._latest().rev

    def _latest(self) -> Message:
        """The last message with a question; a later notice does not close its question."""
        said = [
            line.message for line in self.lines if isinstance(line, Theirs) and line.message.rev
        ]
        return said[-1] if said else Message("")


DELIVERIES_BETWEEN = (
    pick(
        Delivery.seq,
        Delivery.message,
        Delivery.inbound_id,
        Delivery.send_at,
        Delivery.done_at,
        Inbound.text,
        Inbound.external_id,
        Inbound.at,
        Inbound.media,
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
DELIVERY_ANSWERED_BEFORE = (
    pick(Delivery.inbound_id)
    .where(
        Delivery.address_id == bindparam("address"),
        Delivery.seq < bindparam("before"),
        col(Delivery.inbound_id).is_not(None),
    )
    .order_by(col(Delivery.seq).desc())
    .limit(1)
)
INBOUND_BETWEEN = (
    pick(
        col(Inbound.id).label("inbound_id"),
        Inbound.text,
        Inbound.external_id,
        Inbound.at,
        Inbound.media,
    )
    .where(
        Inbound.address_id == bindparam("address"),
        Inbound.id > bindparam("past"),
        Inbound.id <= bindparam("upto"),
    )
    .order_by(col(Inbound.id).desc())
    .limit(WRITTEN)
)
DELIVERIES_WAITING = pick(func.count()).where(
    Delivery.address_id == bindparam("address"),
    col(Delivery.seq).is_(None),
    col(Delivery.inbound_id).is_not(None),
    col(Delivery.state).in_(("planned", "claimed")),
    Delivery.send_at <= bindparam("now"),
)
DELIVERIES_LATELY = (
    pick(Delivery.receipt, Delivery.message)
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .where(
        Address.channel == bindparam("channel"),
        Address.external_id == bindparam("external_id"),
    )
    .order_by(col(Delivery.id).desc())
    .limit(SAID_LATELY)
)
DELIVERY_SENT_SINCE = (
    select(Delivery.id)
    .where(
        Delivery.address_id == bindparam("address"),
        Delivery.state == "sent",
        col(Delivery.done_at) > bindparam("since"),
    )
    .limit(1)
)


def history(
    unit: Unit, *, channel: str, external_id: str, after: int = FIRST, before: int = LAST
) -> History | None:
    """Return the last messages at an address, between two numbers; None if it does not exist."""
    at = address_at(unit, channel=channel, external_id=external_id)
    if at is None:
        return None
    present = before >= LAST
    said, earlier = _said(unit, at.id, after, before)
    waiting = 0
    if present:
        waiting = unit.run(DELIVERIES_WAITING, {"address": at.id, "now": unit.now}).scalar_one()
    wrote = _wrote(unit, at.id, said, present=present)
    lines = _woven(said, wrote, _files(unit, [*said, *wrote]))
    return History(at.id, at.person, at.language, lines, waiting > 0, earlier, present)


def news(unit: Unit, *, channel: str, external_id: str, after: int) -> list[Theirs]:
    """Return the messages at an address after a number, oldest first; the newest, if very many."""
    at = address_at(unit, channel=channel, external_id=external_id)
    if at is None:
        return []
    said, _ = _said(unit, at.id, after, LAST)
    files = _files(unit, said)
    return [_theirs(row, files) for row in said]


def label_of(unit: Unit, *, channel: str, external_id: str, choice: str) -> str:
    """Return the label of an option, or of a line, that was shown there; empty if it was not."""
    lines = news(unit, channel=channel, external_id=external_id, after=FIRST)
    labels = {option.code: option.label for line in lines for option in line.message.options}
    cards = (card for line in lines for card in line.message.cards)
    labels |= {code: label for card in cards for label, _, code in card.lines}
    return labels.get(choice, "")


def spoke_since(unit: Unit, *, address: int, since: datetime) -> bool:
    """True if we said anything at an address after a moment."""
    return unit.run(DELIVERY_SENT_SINCE, {"address": address, "since": since}).first() is not None


def said_lately(unit: Unit, *, channel: str, external_id: str) -> list[tuple[str | None, Message]]:
    """Return our last messages at an address, newest first, each with its number in the channel."""
    rows = unit.run(DELIVERIES_LATELY, {"channel": channel, "external_id": external_id})
    return [(row.receipt, Message.from_json(row.message or {})) for row in rows]


def _said(unit: Unit, address: int, after: int, before: int) -> tuple[list[Any], int]:
    """Return the last rows between two numbers, oldest first, and before which there is more."""
    between = {"address": address, "after": after, "before": before}
    found = unit.run(DELIVERIES_BETWEEN, between)
    rows = found[:SHOWN][::-1]
    return rows, rows[0].seq if len(found) > SHOWN else 0


def _wrote(unit: Unit, address: int, said: list[Any], *, present: bool) -> list[Any]:
    """Return what was written since the answer before these rows.

    A page of the past ends with what its rows answer.
    """
    first = said[0].seq if said else FIRST
    before = {"address": address, "before": first}
    past: int = unit.run(DELIVERY_ANSWERED_BEFORE, before).scalar() or 0
    answered = [row.inbound_id for row in said if row.inbound_id is not None]
    upto = LAST_ID if present else max(answered, default=past)
    between = {"address": address, "past": past, "upto": upto}
    return unit.run(INBOUND_BETWEEN, between)[::-1]


def _files(unit: Unit, rows: list[Any]) -> dict[int, Shown]:
    """Return what came along with these messages, by their number; most bring nothing."""
    return of_messages(unit, inbounds=sorted({row.inbound_id for row in rows if row.media}))


def _woven(said: list[Any], wrote: Iterable[Any], files: dict[int, Shown]) -> list[Mine | Theirs]:
    """Put each written message before the first answer to it or to a later one; the rest last."""
    waiting = list(wrote)
    lines: list[Mine | Theirs] = []
    for row in said:
        while waiting and row.inbound_id is not None and waiting[0].inbound_id <= row.inbound_id:
            lines += _mine(waiting.pop(0), files)
        lines.append(_theirs(row, files))
    return lines + [line for row in waiting for line in _mine(row, files)]


def _theirs(row: Any, files: dict[int, Shown]) -> Theirs:
    mine = [] if row.inbound_id is None else _mine(row, files)
    message = Message.from_json(row.message) if row.message else text_in(row.texts, row.language)
    return Theirs(row.seq, message, mine[0] if mine else None, row.done_at or row.send_at)


def _mine(row: Any, files: dict[int, Shown]) -> list[Mine]:
    file = files.get(row.inbound_id)
    if not row.text and file is None:
        return []
    return [Mine(row.text or "", row.external_id.rpartition(".")[2], row.at, file)]
