"""A colleague takes a conversation over, and gives it back; between the two the bot is silent.

The fact stands in the row of the conversation, which is also the lock of its turns. It is true from
the commit on: a turn only keeps what was written (`bot/beside.py`), and every delivery is looked at
when it is claimed and once more before it leaves (`outreach/delivery/taken.py`).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from sqlmodel import bindparam, col

from content.message import Message
from content.texts import Texts
from outreach.conversations.conversation import ConversationState, hold_conversation
from outreach.conversations.taken import (
    MINUTES,
    Holder,
    answered,
    hand_back,
    hand_to,
    holder_of,
    prolong,
)
from outreach.delivery.delivery import SOMETHING_PLANNED, Rank, plan_delivery
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.delivery.taken import leaving, let_others_pass
from outreach.interests.human import answer_human, has_asked_since
from outreach.parties.address import Address
from outreach.parties.person import Person
from outreach.refusal import Refusal
from outreach.staff.staff import names_of_staff
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit

TAKEN, COLLEAGUE, GIVEN_BACK = "talk-taken", "talk-colleague", "talk-given-back"


class GoOn(Protocol):
    """Lets the bot go on where it was: what is said, with the open question below it."""

    def __call__(self, unit: Unit, /, *, conversation: int, said: str, **facts: object) -> Message:
        """Return the message, and keep the conversation."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A conversation that a colleague has, until when, and how many messages of the bot leave."""

    conversation: int
    until: datetime
    leaving: int


REACHED = (
    pick(Address.gone_at, Person.stopped_at)
    .join(Person, col(Person.id) == col(Address.person_id))
    .where(Address.id == bindparam("address"))
)


def take_over(unit: Unit, *, conversation: int, texts: Texts, minutes: int = MINUTES) -> Taken:
    """Take a conversation over, or take it for longer; tell its resident who reads from now on.

    From the commit on no message of the bot leaves, also none that was claimed before. Refuses
    while another colleague has it, and somebody who wants to hear nothing or cannot be reached.
    """
    stored = hold_conversation(unit, conversation=conversation)
    holder, me = holder_of(unit, conversation=conversation), _colleague(unit)
    _require_reached(unit, stored, holder.waits_at)
    until = unit.now + timedelta(minutes=minutes)
    if stored.is_taken(unit.now):
        if holder.staff != me:
            raise _taken_by(unit, conversation, holder)
        prolong(unit, conversation=conversation, until=until, minutes=minutes)
    else:
        hand_to(unit, conversation=conversation, staff=me, until=until, minutes=minutes)
        let_others_pass(unit, person=stored.person)
        record(unit, "conversation.taken", conversation=conversation)
        said = texts.message(TAKEN, stored.language, colleague=colleague(unit, me))
        # a question of its own: the buttons before it are old
        tell(unit, stored, TAKEN, replace(said, rev=stored.rev + 1, open=True))
    return Taken(conversation, until, leaving(unit, person=stored.person))


def say(unit: Unit, *, conversation: int, text: str, texts: Texts) -> datetime:
    """Write to the resident, by name, in their channel; return until when it is ours.

    It answers their open words to a human. Refuses unless this colleague has the conversation.
    """
    stored, holder = require_mine(unit, conversation=conversation)
    _require_reached(unit, stored, holder.waits_at)
    until = max(unit.now + timedelta(minutes=holder.minutes), holder.until or unit.now)
    answered(unit, conversation=conversation, until=until)
    name = colleague(unit, _colleague(unit))
    said = texts.message(COLLEAGUE, stored.language, colleague=name, words=text)
    mailing = tell(unit, stored, COLLEAGUE, said)
    record(unit, "conversation.written", conversation=conversation, mailing=mailing)
    answer_human(unit, person=stored.person, answer=text)
    return until


def give_back(unit: Unit, *, conversation: int, go_on: GoOn) -> None:
    """Give a conversation back: the bot says so, and goes on where it was."""
    stored, _ = require_mine(unit, conversation=conversation)
    name = colleague(unit, _colleague(unit))
    end(unit, stored, GIVEN_BACK, go_on, colleague=name)
    record(unit, "conversation.given_back", conversation=conversation)


def end(unit: Unit, stored: ConversationState, key: str, go_on: GoOn, **facts: object) -> None:
    """Let the bot go on; its messages that waited go first."""
    hand_back(unit, conversation=stored.id)
    message = go_on(unit, conversation=stored.id, said=key, **facts)
    tell(unit, stored, key, message, rank=Rank.REPLY)


def require_mine(unit: Unit, *, conversation: int) -> tuple[ConversationState, Holder]:
    """Lock and return a conversation that this colleague has; refuse any other."""
    stored = hold_conversation(unit, conversation=conversation)
    holder = holder_of(unit, conversation=conversation)
    if not stored.is_taken(unit.now):
        raise Refusal("refusal-talk-free", given=str(conversation))
    if holder.staff != _colleague(unit):
        raise _taken_by(unit, conversation, holder)
    return stored, holder


def tell(
    unit: Unit, to: ConversationState, name: str, message: Message, rank: Rank = Rank.ALWAYS
) -> int:
    """Plan a message in somebody's conversation, where they wrote last; return its mailing."""
    mailing = open_mailing(unit, kind=MailingKind.REPLY, name=name)
    plan_delivery(
        unit,
        mailing=mailing,
        address=to.address,
        message=message,
        at=unit.now,
        person=to.person,
        rank=rank,
    )
    unit.rings.add(SOMETHING_PLANNED)
    return mailing


def colleague(unit: Unit, staff: int | None) -> str:
    """Return the name of a colleague; empty if there is none."""
    return names_of_staff(unit).get(f"staff:{staff}", "")


def _require_reached(unit: Unit, to: ConversationState, waits_at: datetime | None) -> None:
    """Refuse somebody who stopped and asked for nobody since, and who cannot be reached."""
    row = unit.run(REACHED, {"address": to.address}).one()
    if row.gone_at is not None:
        raise Refusal("refusal-talk-gone", given=str(to.id))
    if row.stopped_at is None or (waits_at is not None and waits_at > row.stopped_at):
        return
    if not has_asked_since(unit, person=to.person, since=row.stopped_at):
        raise Refusal("refusal-talk-stopped", given=str(to.id))


def _colleague(unit: Unit) -> int:
    if unit.actor.kind != "staff" or unit.actor.id is None:
        raise ValueError(f"{unit.actor} is no colleague")
    return unit.actor.id


def _taken_by(unit: Unit, conversation: int, holder: Holder) -> Refusal:
    name = colleague(unit, holder.staff)
    return Refusal("refusal-talk-taken", given=str(conversation), who=name, until=holder.until)
