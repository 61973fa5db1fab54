"""Nothing is kept longer than it is needed; every term is a setting."""

from datetime import timedelta

from sqlalchemy import bindparam, delete, null, select, update
from sqlmodel import col

from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.interests.interest import Interest, InterestChange
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Party
from outreach.store.events import record
from outreach.store.unit import Unit
from outreach.talks.conversation import Conversation

OLD_TALKS = (
    update(Conversation)
    .where(col(Conversation.last_at) < bindparam("before"), col(Conversation.dialogue).is_not(None))
    .values(dialogue=None, about={}, transcript=[], offers={}, beneath=None)
)
OLD_INBOUND = (
    update(Inbound).where(col(Inbound.at) < bindparam("before"), col(Inbound.text).is_not(None)).values(text=None)
)
OLD_DELIVERIES = (
    update(Delivery)
    .where(
        col(Delivery.done_at) < bindparam("before"),
        col(Delivery.state).not_in(("planned", "claimed")),
        col(Delivery.message) != null(),
    )
    .values(message=null())
)
ENDED = select(col(Opportunity.id)).where(col(Opportunity.decided_at) < bindparam("before"))
ENDED_INTERESTS = select(col(Interest.id)).where(col(Interest.opportunity_id).in_(ENDED), col(Interest.brings) != "")
EMPTY = (
    update(Interest)
    .where(col(Interest.id).in_(bindparam("interests", expanding=True)))
    .values(brings="", needs=None, people=None, area=None, partners=None, reach=None)
)
EMPTY_CHANGES = delete(InterestChange).where(
    col(InterestChange.interest_id).in_(bindparam("interests", expanding=True))
)
LIVING = select(col(Interest.party_id)).where(col(Interest.brings) != "")
NAMELESS = (
    update(Party)
    .where(
        col(Party.kind) == "resident",  # a group or a firm is no person, and the dossier needs its name
        col(Party.id).in_(
            select(col(Interest.party_id)).where(col(Interest.id).in_(bindparam("interests", expanding=True)))
        ),
        col(Party.id).not_in(LIVING),
    )
    .values(name="")
)


def apply_retention(unit: Unit, *, transcript_days: int, message_days: int, interest_months: int) -> int:
    """Empty what is past its term; returns how many rows were emptied."""
    emptied = 0
    for statement, days in ((OLD_TALKS, transcript_days), (OLD_INBOUND, message_days), (OLD_DELIVERIES, message_days)):
        emptied += unit.connection.execute(statement, {"before": unit.now - timedelta(days=days)}).rowcount
    ended = {"before": unit.now - timedelta(days=30.44 * interest_months)}
    interests = list(unit.connection.execute(ENDED_INTERESTS, ended).scalars())
    for empty in (EMPTY, EMPTY_CHANGES, NAMELESS):
        unit.connection.execute(empty, {"interests": interests})
    if emptied or interests:
        record(unit, "retention.applied")
    return emptied + len(interests)
