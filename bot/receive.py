"""How every turn begins and ends: find the conversation, store what came in, store the answer."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.attached import keep_along
from bot.inbox import Arrival
from content.message import Message
from content.texts import Texts
from outreach.attachments.attachment import Allowance
from outreach.conversations.conversation import (
    ConversationState,
    begin_conversation,
    find_conversation,
)
from outreach.delivery.delivery import LastWord, Outgoing, Rank, reply
from outreach.delivery.inbound import take_in
from outreach.parties.person import choose_language, meet
from outreach.privacy.tombstone import is_buried
from outreach.store.unit import Actor, Unit

PRESSED = re.compile(r"(\d+)\.\d+\.")
"""How the code of an option under a question of ours begins: with the conversation's number."""


def receive(
    unit: Unit, texts: Texts, arrival: Arrival, allowance: Allowance
) -> tuple[ConversationState | None, int | None]:
    """Find or begin the conversation, and store what came in; its id is None for a duplicate.

    What came along with it is kept in the same unit, as far as there is an allowance for it.

    For what belongs to the conversation of somebody forgotten nothing is stored, and both are None.
    """
    conversation = find_conversation(unit, channel=arrival.channel, external_id=arrival.sender)
    # Only after the line above: a unit that forgets this person locks the conversation until then.
    follows = arrival.corrects or arrival.goes_on
    if (conversation is None and follows) or _is_buried(unit, arrival, conversation):
        return None, None
    if conversation is None:
        language = language_for(texts, arrival)
        person, address = meet(
            unit, channel=arrival.channel, external_id=arrival.sender, language=language
        )
        conversation = begin_conversation(unit, person=person, address=address, language=language)
    unit.actor = Actor("person", conversation.person, via=arrival.channel)
    inbound = _take_in(unit, arrival, conversation, allowance)
    if inbound is not None and conversation.language not in texts.languages:
        # it was offered before
        choose_language(unit, language=texts.languages[0])
        conversation = replace(conversation, language=texts.languages[0])
    return conversation, inbound


def _take_in(
    unit: Unit, arrival: Arrival, conversation: ConversationState, allowance: Allowance
) -> int | None:
    """Store what came in, and what came along; return its id, or None if it came in before."""
    inbound = take_in(
        unit,
        channel=arrival.channel,
        external_id=arrival.external_id,
        address=conversation.address,
        text=arrival.text or arrival.choice or "",
        media=arrival.media,
    )
    if inbound is not None:
        keep_along(
            unit,
            arrival=arrival,
            conversation=conversation,
            inbound=inbound,
            allowance=allowance,
        )
    return inbound


def answer_unreceived(
    texts: Texts, arrival: Arrival, conversation: ConversationState | None
) -> LastWord | None:
    """Answer what was not taken in: nothing to a duplicate, kindly if its conversation is gone."""
    if conversation is not None:
        return None
    text = texts.text("talk-gone", language_for(texts, arrival))
    return last_word(arrival, Message(text))


def answer(
    unit: Unit,
    arrival: Arrival,
    to: ConversationState,
    inbound: int,
    message: Message,
    lease: timedelta,
    rank: Rank = Rank.REPLY,
) -> Outgoing:
    """Store the answer to what came in, and return it to be sent."""
    message = _in_topic(arrival, message)
    said = reply(
        unit,
        inbound=inbound,
        person=to.person,
        address=to.address,
        message=message,
        lease=lease,
        rank=rank,
    )
    tries, sender = int(said.claimed), arrival.sender
    return Outgoing(said.delivery, to.address, arrival.channel, sender, message, tries, rank=rank)


def last_word(arrival: Arrival, message: Message, address: int | None = None) -> LastWord:
    """Return an answer that is not stored."""
    message = _in_topic(arrival, message)
    return LastWord(arrival.channel, arrival.sender, message, address)


def language_for(texts: Texts, arrival: Arrival) -> str:
    """Return the language in which somebody new is answered: their own, if it is offered."""
    offered = texts.languages
    return arrival.language if arrival.language in offered else offered[0]


def _in_topic(arrival: Arrival, message: Message) -> Message:
    """Put an answer in the part of the chat where the person wrote."""
    return message if arrival.topic is None else replace(message, topic=arrival.topic)


def _is_buried(unit: Unit, arrival: Arrival, conversation: ConversationState | None) -> bool:
    """Return True if an arrival belongs to somebody forgotten.

    Somebody who began again since then may still press an old button.
    """
    pressed = PRESSED.match(arrival.choice or "") if conversation is None else None
    return is_buried(
        unit,
        channel=arrival.channel,
        external_id=arrival.external_id,
        album=(arrival.media or {}).get("album"),
        conversation=None if pressed is None else pressed[1],
    )
