"""A colleague took a conversation and its promise ran out: the bot says when, and goes on."""

from datetime import date, datetime
from functools import partial

from sqlmodel import bindparam, col

from outreach.conversations.conversation import (
    Conversation,
    ConversationState,
    hold_conversation,
)
from outreach.conversations.taken import holder_of
from outreach.delivery.inbound import Inbound
from outreach.interests.question import ask_human
from outreach.parties.address import Address
from outreach.store.events import record
from outreach.store.portion import PORTION
from outreach.store.query import pick
from outreach.store.snag import each, passed_over, singly, untried
from outreach.store.unit import Actor, Unit
from outreach.talks.take import GoOn, colleague, end

OVERDUE_WORK = "talks.overdue"
UNANSWERED, OVER = "talk-unanswered", "talk-over"
LONGEST = 1_000
"""Letters of what a private word with a human may say."""
CONVERSATION_OVERDUE = (
    pick(Conversation.id)
    .where(
        col(Conversation.taken_id).is_not(None),
        Conversation.taken_until <= bindparam("now"),
        untried(col(Conversation.id)),
    )
    .order_by(col(Conversation.taken_until))
    .limit(PORTION)
    # a colleague or the resident is at it now
    .with_for_update(skip_locked=True)
)
WROTE_SINCE = (
    pick(Inbound.text)
    .join(Address, col(Address.id) == col(Inbound.address_id))
    .where(
        Address.person_id == bindparam("person"),
        Inbound.at >= bindparam("since"),
        Inbound.text != "",
    )
    .order_by(col(Inbound.id))
)


def end_overdue(unit: Unit, *, go_on: GoOn) -> int:
    """End some take-overs whose promise ran out; returns how many.

    Words that nobody answered wait from then on as a word to a human, with a promised day.
    """
    values = {"now": unit.now, "passed": passed_over(unit, OVERDUE_WORK)}
    rows = unit.run(CONVERSATION_OVERDUE, values).scalars()
    each(unit, OVERDUE_WORK, rows, singly(partial(_end, unit, go_on)), number=int)
    return len(rows)


def _end(unit: Unit, go_on: GoOn, conversation: int) -> None:
    stored = hold_conversation(unit, conversation=conversation)
    holder = holder_of(unit, conversation=conversation)
    name = colleague(unit, holder.staff)
    if holder.waits_at is None:
        end(unit, stored, OVER, go_on, colleague=name)
    else:
        answer_by = _asked(unit, stored, holder.waits_at)
        end(unit, stored, UNANSWERED, go_on, colleague=name, answer_by=answer_by)
    record(unit, "conversation.overdue", conversation=conversation)


def _asked(unit: Unit, stored: ConversationState, since: datetime) -> date:
    """Keep what was written since then as a word to a human; return by when it is answered."""
    pressed = f"{stored.id}."
    rows = unit.run(WROTE_SINCE, {"person": stored.person, "since": since}).scalars()
    words = "\n".join(text for text in rows if not text.startswith(pressed))
    unit.actor, before = Actor("person", stored.person), unit.actor
    try:
        return ask_human(unit, opportunity=None, text=words[:LONGEST]).answer_by
    finally:
        unit.actor = before
