"""A colleague has a conversation: until they give it back, no message of the bot leaves.

The fact stands in the row of the conversation (`outreach/talks/take.py`). This room reads it when a
delivery is claimed, and again right before it is handed over.
"""

from sqlalchemy import ColumnElement, bindparam, column, func, literal_column, table
from sqlmodel import and_, col, select

from outreach.delivery.delivery import IS_CLAIMED, Delivery
from outreach.parties.address import Address
from outreach.store.columns import Moment
from outreach.store.query import update
from outreach.store.unit import Unit

TAKEN = "taken"
"""The topic that is rung after the commit of a take-over: what was claimed is checked again."""
TALK = table("conversation", column("person_id"), column("taken_until", Moment()))
"""The conversation of who has an address; its own room stands below this one."""
OF_BOT: ColumnElement[bool] = col(Delivery.rank) > literal_column("0")
"""All but a colleague's own words, and the answers to stop, "forget me" and "my data"."""
IS_TAKEN: ColumnElement[bool] = func.coalesce(
    and_(OF_BOT, TALK.c.taken_until > bindparam("now")), literal_column("FALSE")
)
DELIVERIES_LEAVING = (
    select(func.count())
    .select_from(Delivery)
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .where(
        IS_CLAIMED,
        OF_BOT,
        Delivery.lease_until > bindparam("now"),
        Address.person_id == bindparam("person"),
    )
)
ADDRESS_NONE_FIRST = (
    update(Address).where(Address.person_id == bindparam("person")).values(first_id=None)
)


def leaving(unit: Unit, *, person: int) -> int:
    """Return how many messages of the bot to a person are in the hands of a sender now.

    Each is checked again before it leaves, but one may have left already. Once a conversation is
    taken and there are none, none comes any more.
    """
    return int(unit.run(DELIVERIES_LEAVING, {"now": unit.now, "person": person}).scalar_one())


def let_others_pass(unit: Unit, *, person: int) -> None:
    """Let no message that was begun delay a colleague's words; its rest comes later."""
    unit.run(ADDRESS_NONE_FIRST, {"person": person})
    unit.rings.add(TAKEN)
