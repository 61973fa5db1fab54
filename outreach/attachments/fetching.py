"""What is still at its channel: claimed by one server at a time, fetched, kept or given up.

A claim sets the next moment to try, later each time: nothing is lost if whoever fetches is killed.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import bindparam, col

from outreach.attachments.accepted import Accepted
from outreach.attachments.attachment import (
    AWAITED,
    REFUSED,
    Allowance,
    Attachment,
    filled,
    over_all,
)
from outreach.parties.address import Address
from outreach.parties.person import Person
from outreach.store.query import pick, update
from outreach.store.unit import Unit

FIRST, LONGEST = timedelta(seconds=30), timedelta(hours=1)
MOST_TRIES = 10
"""Some three hours: a channel that is away for longer has the file no more, or never had."""


@dataclass(frozen=True, slots=True)
class Due:
    """An attachment to fetch, and the time that it is tried."""

    number: int
    reference: str
    name: str
    tries: int

    @property
    def is_last_try(self) -> bool:
        """True if it is given up when this fails."""
        return self.tries >= MOST_TRIES


DUE = (
    pick(Attachment.id, Attachment.reference, Attachment.name, Attachment.tries)
    .join(Address, col(Address.id) == col(Attachment.address_id))
    .where(
        Address.channel == bindparam("channel"),
        col(Attachment.due_at).is_not(None),
        col(Attachment.due_at) <= bindparam("moment"),
    )
    .order_by(col(Attachment.due_at))
    .limit(1)
)
ATTACHMENT_CLAIM = (
    update(Attachment)
    .where(Attachment.id == bindparam("number"), Attachment.tries == bindparam("tried"))
    .values(tries=col(Attachment.tries) + 1, due_at=bindparam("next"))
)
ATTACHMENT_FILL = update(Attachment).where(
    Attachment.id == bindparam("number"), Attachment.state == AWAITED
)
"""Sets the columns that are handed in beside the number."""
ATTACHMENT_GIVE_UP = ATTACHMENT_FILL.values(
    state=REFUSED, reason=bindparam("why"), reference=None, due_at=None
)
ATTACHMENT_SENDER = (
    pick(Address.person_id, Address.id, Attachment.kind, Person.language)
    .join(Address, col(Address.id) == col(Attachment.address_id))
    .join(Person, col(Person.id) == col(Address.person_id))
    .where(Attachment.id == bindparam("number"), Attachment.state == AWAITED)
)


def any_due(unit: Unit, *, channel: str) -> bool:
    """True if something is to be fetched from a channel now."""
    return unit.run(DUE, {"channel": channel, "moment": unit.now}).first() is not None


def claim_due(unit: Unit, *, channel: str) -> Due | None:
    """Claim what is to be fetched from a channel next; None if there is nothing, or it is taken."""
    row = unit.run(DUE, {"channel": channel, "moment": unit.now}).first()
    if row is None:
        return None
    later = min(FIRST * 2**row.tries, LONGEST)
    claim = {"number": row.id, "tried": row.tries, "next": unit.now + later}
    if not unit.run(ATTACHMENT_CLAIM, claim).changed:
        return None
    return Due(row.id, row.reference, row.name, row.tries + 1)


def keep_fetched(
    unit: Unit, *, number: int, name: str, accepted: Accepted, allowance: Allowance
) -> str | None:
    """Keep what was fetched, if it is still wanted; return why not if there is no room for it."""
    if over_all(unit, len(accepted.content), allowance):
        return "full"
    unit.run(ATTACHMENT_FILL, {"number": number} | filled(name, accepted))
    return None


def give_up(unit: Unit, *, number: int, reason: str) -> tuple[int, int, str, str] | None:
    """Note that something is not kept; return whose it is: person, address, kind and language.

    None if it is not awaited any more: somebody was forgotten, or took it away.
    """
    row = unit.run(ATTACHMENT_SENDER, {"number": number}).first()
    if row is None:
        return None
    unit.run(ATTACHMENT_GIVE_UP, {"number": number, "why": reason})
    return row.person_id, row.id, row.kind, row.language
