"""When a turn fails: the message is kept in quarantine, and answered with a way to a human.

The `…_without` rules are for a message that cannot be stored itself: they keep only that it came.
"""

import uuid
from dataclasses import replace

from bot.course import Course
from bot.inbox import Arrival, without_words
from bot.receive import answer, answer_unreceived, language_for, last_word, receive
from bot.runs import Script
from bot.speech import HUMAN
from bot.steps import Say
from content.message import Message, Option
from outreach.conversations.conversation import (
    ConversationState,
    Run,
    find_conversation,
    hear_beside,
    keep_conversation,
)
from outreach.delivery.aside import set_aside
from outreach.delivery.delivery import LastWord, Outgoing, Rank
from outreach.delivery.inbound import quarantine
from outreach.store.unit import Unit

FAILED, NOT_KEPT = "talk-failed", "talk-not-kept"


class Rehearsed(Exception):
    """Another message would have been stored."""


def apologise(
    unit: Unit,
    *,
    script: Script,
    arrival: Arrival,
    kept: ConversationState | None,
    sorry: str = FAILED,
) -> Outgoing | LastWord | None:
    """Store an arrival whose turn failed, say so, and put the question that is kept again."""
    texts = script.speech.texts
    conversation, inbound = receive(unit, texts, arrival, script.allowance)
    if conversation is None or inbound is None:
        return answer_unreceived(texts, arrival, conversation)
    quarantine(unit, inbound=inbound)
    if conversation.is_taken(unit.now):
        return _sorry_beside(unit, script, arrival, conversation, inbound, sorry)
    course = Course(unit, script, conversation, arrival, inbound)
    message = course.apology(kept or conversation, sorry)
    keep_conversation(unit, conversation=course.conversation)
    return answer(unit, arrival, conversation, inbound, message, script.lease)


def begin_again(
    unit: Unit, *, script: Script, arrival: Arrival, sorry: str = FAILED
) -> Outgoing | LastWord | None:
    """Store an arrival whose turn failed, and empty the conversation; no dialogue is run."""
    texts = script.speech.texts
    conversation, inbound = receive(unit, texts, arrival, script.allowance)
    if conversation is None or inbound is None:
        return answer_unreceived(texts, arrival, conversation)
    quarantine(unit, inbound=inbound)
    if conversation.is_taken(unit.now):
        return _sorry_beside(unit, script, arrival, conversation, inbound, sorry)
    rev, language = conversation.rev + 1, conversation.language
    emptied = replace(conversation, run=Run(), beneath=None, rev=rev)
    keep_conversation(unit, conversation=emptied)
    told = [Say("talk-hello")] if conversation.rev == 0 else []
    said = script.speech.message([*told, Say(sorry)], None, language, unclear=None, misses=0)
    way_out = Option(HUMAN, texts.text("option", language, "human"))
    message = replace(said, options=(way_out,), rev=rev)
    return answer(unit, arrival, conversation, inbound, message, script.lease)


def apologise_without(
    unit: Unit, *, script: Script, arrival: Arrival, error: str
) -> Outgoing | LastWord | None:
    """As `apologise`, for a message that cannot be stored: it is lost, and that is said."""
    bare = without_words(arrival)
    said = apologise(unit, script=script, arrival=bare, kept=None, sorry=NOT_KEPT)
    _note_aside(unit, arrival, error)
    return said


def begin_without(
    unit: Unit, *, script: Script, arrival: Arrival, error: str
) -> Outgoing | LastWord | None:
    """As `begin_again`, for a message that cannot be stored."""
    said = begin_again(unit, script=script, arrival=without_words(arrival), sorry=NOT_KEPT)
    _note_aside(unit, arrival, error)
    return said


def say_without(unit: Unit, *, script: Script, arrival: Arrival, error: str) -> LastWord:
    """Note only that there was a message, and return what to say about it."""
    address = _note_aside(unit, arrival, error)
    known = find_conversation(unit, channel=arrival.channel, external_id=arrival.sender)
    texts = script.speech.texts
    language = language_for(texts, arrival) if known is None else known.language
    return last_word(arrival, Message(texts.text(NOT_KEPT, language)), address)


def hear_nothing(
    unit: Unit, *, channel: str, external_id: str, sender: str, error: str
) -> list[Outgoing]:
    """Note that something happened in a venue that cannot be stored; nothing is said there."""
    set_aside(unit, channel=channel, external_id=external_id, sender=sender, error=error)
    return []


def rehearse(unit: Unit, *, script: Script, channel: str) -> None:
    """Store a message of somebody new, and take it back; raises Rehearsed if that works."""
    number = uuid.uuid4().hex
    arrival = Arrival(channel=channel, external_id=number, sender=number, text="?")
    begin_again(unit, script=script, arrival=arrival)
    raise Rehearsed


def _sorry_beside(
    unit: Unit,
    script: Script,
    arrival: Arrival,
    conversation: ConversationState,
    inbound: int,
    sorry: str,
) -> Outgoing:
    """Say what went wrong while a colleague has the conversation, and no more."""
    hear_beside(unit, conversation=conversation)
    message = Message(script.speech.texts.text(sorry, conversation.language))
    lease = script.lease
    return answer(unit, arrival, conversation, inbound, message, lease, rank=Rank.ALWAYS)


def _note_aside(unit: Unit, arrival: Arrival, error: str) -> int | None:
    return set_aside(
        unit,
        channel=arrival.channel,
        external_id=arrival.external_id,
        sender=arrival.sender,
        error=error,
    )
