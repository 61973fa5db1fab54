"""Who is only told something, and who gets an answer: a stop ends the first, not the second."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import col

from outreach.delivery.mailing import MailingKind
from outreach.parties.person import Person
from outreach.store.among import among
from outreach.store.query import pick
from outreach.store.unit import Unit

PERSONS_STOPPED = pick(Person.id, Person.stopped_at).where(
    among(col(Person.id), "persons"), col(Person.stopped_at).is_not(None)
)


def stopped(unit: Unit, persons: set[int]) -> dict[int, datetime]:
    """Who of these persons stopped, and when."""
    return {
        row.id: row.stopped_at for row in unit.run(PERSONS_STOPPED, {"persons": sorted(persons)})
    }


def kinds_of_notice(
    unit: Unit, persons: set[int], asked: Mapping[int, datetime]
) -> dict[MailingKind, list[int]]:
    """Return the persons by kind of mailing: a notice, or a reply to what they `asked` later."""
    ends = stopped(unit, persons & asked.keys())
    waits = {who for who, stop in ends.items() if asked[who] > stop}
    kinds = {
        MailingKind.REPLY: sorted(waits),
        MailingKind.NOTICE: sorted(persons - waits),
    }
    return {kind: group for kind, group in kinds.items() if group} or {MailingKind.NOTICE: []}
