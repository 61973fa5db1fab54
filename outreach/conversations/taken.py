"""Who has a conversation: the columns of its row that say so, and nothing that follows from it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import null
from sqlmodel import bindparam, col

from outreach.conversations.conversation import Conversation
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.query import pick, update
from outreach.store.unit import Unit

MINUTES = 60
"""How long a colleague has a conversation after each word, unless they say otherwise."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a conversation, since when, until when, and since when its resident waits."""

    staff: int | None
    since: datetime | None
    until: datetime | None
    minutes: int
    waits_at: datetime | None


CONVERSATION_HOLDER = pick(
    Conversation.taken_id,
    Conversation.taken_at,
    Conversation.taken_until,
    Conversation.taken_minutes,
    Conversation.waits_at,
).where(Conversation.id == bindparam("talk"))
CONVERSATION_TAKE = (
    update(Conversation)
    .where(Conversation.id == bindparam("talk"))
    .values(
        taken_id=bindparam("colleague"),
        assigned_id=bindparam("colleague"),
        taken_at=bindparam("at"),
        taken_until=bindparam("until"),
        taken_minutes=bindparam("minutes"),
        waits_at=null(),
        rev=col(Conversation.rev) + 1,
    )
)
CONVERSATION_PROLONG = (
    update(Conversation)
    .where(Conversation.id == bindparam("talk"))
    .values(taken_until=bindparam("until"), taken_minutes=bindparam("minutes"))
)
CONVERSATION_ASSIGN = (
    update(Conversation)
    .where(Conversation.id == bindparam("talk"))
    .values(assigned_id=bindparam("colleague"))
)
CONVERSATION_KNOWN = pick(Conversation.id).where(Conversation.id == bindparam("talk"))
CONVERSATION_ANSWERED = (
    update(Conversation)
    .where(Conversation.id == bindparam("talk"))
    .values(taken_until=bindparam("until"), waits_at=null())
)
CONVERSATION_GIVE_BACK = (
    update(Conversation)
    .where(Conversation.id == bindparam("talk"))
    .values(taken_id=null(), taken_until=bindparam("at"), waits_at=null())
)


def holder_of(unit: Unit, *, conversation: int) -> Holder:
    """Return who has a conversation; the moments of the last one if nobody has it now."""
    staff, since, until, minutes, waits_at = unit.run(
        CONVERSATION_HOLDER, {"talk": conversation}
    ).one()
    return Holder(staff, since, until, minutes or MINUTES, waits_at)


def hand_to(unit: Unit, *, conversation: int, staff: int, until: datetime, minutes: int) -> None:
    """Give a conversation to a colleague until a moment; the buttons that are out become old."""
    values = {"talk": conversation, "colleague": staff, "at": unit.now}
    unit.run(CONVERSATION_TAKE, values | {"until": until, "minutes": minutes})


def prolong(unit: Unit, *, conversation: int, until: datetime, minutes: int) -> None:
    """Leave a conversation to its colleague for longer."""
    values = {"talk": conversation, "until": until, "minutes": minutes}
    unit.run(CONVERSATION_PROLONG, values)


def conversation_number(unit: Unit, *, given: str) -> int:
    """Return the number of a conversation; refuses what is none."""
    number = int(given) if given.isdecimal() and len(given) < 10 else 0
    if unit.run(CONVERSATION_KNOWN, {"talk": number}).first() is None:
        raise Refusal("refusal-unknown", given=given)
    return number


def assign(unit: Unit, *, conversation: int, staff: int | None) -> None:
    """Let a colleague look after a conversation, or nobody."""
    unit.run(CONVERSATION_ASSIGN, {"talk": conversation, "colleague": staff})
    record(unit, "conversation.assigned", conversation=conversation)


def answered(unit: Unit, *, conversation: int, until: datetime) -> None:
    """Note that its resident waits no more, and until when it is the colleague's."""
    unit.run(CONVERSATION_ANSWERED, {"talk": conversation, "until": until})


def hand_back(unit: Unit, *, conversation: int) -> None:
    """Let nobody have a conversation from now on."""
    unit.run(CONVERSATION_GIVE_BACK, {"talk": conversation, "at": unit.now})
