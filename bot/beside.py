"""A turn while a colleague has the conversation, and how the bot goes on after it.

What is written then is kept for the colleague, and no dialogue hears it. What somebody has a right
to works throughout: stop, "forget me", "my data", and leaving the device they write on.
"""

from dataclasses import replace

from bot.course import Course
from bot.inbox import Arrival
from bot.listening.judging import certain_wish
from bot.meaning import Answer, Command, Meaning
from bot.receive import answer, last_word
from bot.runs import Script, TurnFailed
from bot.steps import Say
from content.message import Message
from outreach.conversations.conversation import (
    ConversationState,
    hear_beside,
    hold_conversation,
    keep_conversation,
)
from outreach.delivery.delivery import LastWord, Outgoing, Rank
from outreach.store.unit import Actor, Unit

RIGHTS = ("stop", "forget", "my_data", "no_mail", "leave")
"""Commands that work while a colleague has the conversation."""
OF_RIGHTS = ("stop", "forget", "my_data", "email", "leave")
"""Their dialogues: an answer to a question of these is heard."""


RESUMED = "talk-resume"
"""What is said before a question that waited."""


class CourseBeside(Course):
    """The course of a turn while a colleague has the conversation, or gives it back."""

    @property
    def meaning(self) -> Meaning:
        """What the arrival means."""
        return self._reading.meaning()

    @property
    def is_answered(self) -> bool:
        """Whether the text answers the open question."""
        return self._reading.is_answer

    def answer_right(self, meaning: Meaning) -> Message:
        """Do what somebody has a right to; no other dialogue asks anything."""
        halt = self._do(meaning)
        if self._runs.run.dialogue not in OF_RIGHTS:
            said = [say for say in halt.said if say.key != RESUMED]
            halt = replace(halt, said=[*said, Say("talk-still-taken")], ask=None)
            self._offers = ()
        return self._message(halt, 0)

    def resume(self, said: Say) -> Message:
        """Say something, and put the open question again."""
        self._said.append(said)
        return self._message(self._runs.ask_again(), 0)


def turn_beside(
    unit: Unit, *, script: Script, arrival: Arrival, conversation: ConversationState, inbound: int
) -> Outgoing | LastWord | None:
    """Keep what was written for the colleague; answer only what somebody has a right to."""
    course = CourseBeside(unit, script, conversation, arrival, inbound)
    meaning = _right(course, arrival, conversation)
    if meaning is None:
        hear_beside(unit, conversation=conversation)
        return None
    message = course.answer_right(meaning)
    if conversation.person in unit.erased:
        return last_word(arrival, message, conversation.address)
    keep_conversation(unit, conversation=course.conversation)
    lease = script.lease
    return answer(unit, arrival, conversation, inbound, message, lease, rank=Rank.ALWAYS)


def go_on(unit: Unit, *, script: Script, conversation: int, said: str, **facts: object) -> Message:
    """Let the bot go on where it was: return what is said, with the open question below it.

    If its dialogue fails, only that is said; the next turn puts the question again.
    """
    stored = hold_conversation(unit, conversation=conversation)
    unit.actor, before = Actor("person", stored.person), unit.actor
    nothing = Arrival(channel="", external_id="", sender="")
    told = Say(said, **facts)
    try:
        course = CourseBeside(unit, script, stored, nothing, 0)
        message = course.resume(told)
        keep_conversation(unit, conversation=course.conversation)
    except TurnFailed:
        speech = script.speech
        message = speech.message([told], None, stored.language, unclear=None, misses=0)
    finally:
        unit.actor = before
    return message


def _right(
    course: CourseBeside, arrival: Arrival, conversation: ConversationState
) -> Meaning | None:
    """Return what an arrival means, if somebody has a right to it now; otherwise None."""
    meaning = course.meaning
    if isinstance(meaning, Command) and meaning.name in RIGHTS:
        return meaning
    if conversation.run.dialogue in OF_RIGHTS:
        pressed = isinstance(meaning, Answer) and meaning.heard.choice is not None
        if pressed or (isinstance(meaning, Command) and meaning.name == "cancel"):
            return meaning
        if isinstance(meaning, Answer) and course.is_answered:
            return meaning
    wish = certain_wish(arrival.text) if arrival.text else None
    return Command(wish) if wish in RIGHTS else None
