"""One message meant for many: its kind decides consent, quiet hours and order."""

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from content.message import Message
from outreach.delivery.delivery import ADD_NOTICE
from outreach.parties.person import Address, Person
from outreach.store.columns import NUMBERED, Moment
from outreach.store.unit import Unit


class Mailing(SQLModel, table=True):
    """A notice or a campaign's step. `name` is the key of its text in `content/`."""

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    kind: str
    name: str
    state: str = "sending"
    opportunity_id: int | None = Field(default=None, foreign_key="opportunity.id")
    send_at: datetime = Field(sa_type=Moment)
    expires_at: datetime | None = Field(default=None, sa_type=Moment)


ADD_MAILING = insert(Mailing).returning(col(Mailing.id))
REACHED_AT = (
    select(Address.id, Person.language)
    .join(Person, col(Person.id) == col(Address.person_id))
    .where(col(Person.id) == bindparam("person"), col(Person.stopped_at).is_(None), col(Address.gone_at).is_(None))
    .order_by(col(Address.used_at).desc())
    .limit(1)
)


def notify(
    unit: Unit, *, name: str, persons: Iterable[int], say: Callable[[str], Message], opportunity: int | None = None
) -> int:
    """Plan one notice for many persons at one moment, on the channel each used last; returns the mailing's id.

    `say` gives the message in a language. Who stopped, or cannot be reached any more, is passed over.
    """
    facts = {"kind": "notice", "name": name, "state": "sending", "opportunity_id": opportunity, "send_at": unit.now}
    mailing: int = unit.connection.execute(ADD_MAILING, facts).scalar_one()
    for person in persons:
        reached = unit.connection.execute(REACHED_AT, {"person": person}).first()
        if reached is not None:
            row = {"mailing_id": mailing, "person_id": person, "address_id": reached[0], "send_at": unit.now}
            unit.connection.execute(ADD_NOTICE, row | {"message": say(reached[1]).as_json(), "state": "planned"})
    return mailing
