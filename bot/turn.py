"""One turn: what came in, what it does to the conversation, and the answer, in one unit of work.

Nothing is answered before all of it is stored, and what was stored is always answered: a turn that
fails is rolled back, and a second unit stores the message in quarantine with a kind sentence and a
way to a human (`bot/apology.py`). A message that cannot be stored at all, while others can, is set
aside: it may not hold them up. What an arrival means stands in `bot/meaning.py`.
"""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial
from typing import Any, Protocol

from bot.apology import (
    Rehearsed,
    apologise,
    apologise_without,
    begin_again,
    begin_without,
    hear_nothing,
    rehearse,
    say_without,
)
from bot.beside import turn_beside
from bot.course import Course
from bot.failures import PassOver, kind_of
from bot.inbox import AddressNews, Arrival, VenueNews, storable, storable_news
from bot.receive import answer, answer_unreceived, last_word, receive
from bot.runs import Script, TurnFailed
from bot.rush import Rush
from bot.sequel import whole
from bot.venues import hear_venue, quarantine_news
from content.log import log
from outreach.conversations.conversation import keep_conversation
from outreach.delivery.delivery import LastWord, Outgoing
from outreach.parties.address import mark_gone
from outreach.store.errors import NotNow, StoreFailed
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit

Way = partial[Any]
"""A rule with its values: one way to take a message in."""
PAUSES = (0.1, 0.5)
"""Seconds before a message that was not stored is tried a second and a third time."""


class Unstored(Exception):
    """No way was found to store a message; the last one ended in this error."""

    def __init__(self, error: Exception | None) -> None:
        super().__init__(error)
        self.error = error

    @property
    def kind(self) -> str:
        """The kind of the error."""
        return kind_of(self.error or self)


class Messenger(Protocol):
    """What sends the answers, once they are stored."""

    def hand_over(self, outgoing: Outgoing | LastWord) -> None:
        """Send an answer, without waiting for it."""


class Turns:
    """The inbox of every channel. `rush` judges who would wait too long for an answer."""

    def __init__(
        self,
        store: Store,
        script: Script,
        sender: Messenger,
        timed: Callable[[], AbstractContextManager[None]] = nullcontext,
        rush: Rush | None = None,
    ) -> None:
        self._store, self._script, self._sender, self._timed = store, script, sender, timed
        self._rush = rush or Rush()

    async def take(self, arrival: Arrival) -> bool:
        """Store and answer one arrival; False if nothing is left to say.

        Raises NotNow: to be sent again.
        """
        arrival = storable(arrival)
        await self._rush.let_in(self._store, arrival)
        with self._rush.turn(), self._timed():
            said = await self._answer(arrival)
        if said is None:
            return False
        self._sender.hand_over(said)
        return True

    async def take_venue_news(self, news: VenueNews) -> bool:
        """Store, and answer if needed, what happened in a venue; False if it came in before."""
        news = storable_news(news)
        hear = partial(hear_venue, script=self._script, news=news)
        try:
            said = await self._first(news.channel, hear, partial(quarantine_news, news=news))
        except Unstored as failure:
            nothing = partial(
                hear_nothing,
                channel=news.channel,
                external_id=news.external_id,
                sender=news.venue,
            )
            said = await self._set_aside(news.channel, failure, hear, nothing)
        for outgoing in said or ():
            self._sender.hand_over(outgoing)
        return said is not None

    async def take_address_news(self, news: AddressNews) -> None:
        """Store that an address cannot be reached any more, or again."""
        await self._store.write(
            mark_gone, NOBODY, channel=news.channel, external_id=news.sender, gone=news.gone
        )

    async def _answer(self, arrival: Arrival) -> Any:
        """Take a turn; if that fails put the question again, or begin again: nobody is stuck."""
        channel = arrival.channel
        what: dict[str, Any] = {"script": self._script, "arrival": arrival}
        wholly = partial(turn, **what)
        try:
            return await self._first(channel, wholly)
        except Unstored as failure:
            kept = failure.error.kept if isinstance(failure.error, TurnFailed) else None
        ways = partial(apologise, **what, kept=kept), partial(begin_again, **what)
        try:
            return await self._first(channel, *ways)
        except Unstored as failure:
            rules = (apologise_without, begin_without, say_without)
            without = [partial(rule, **what) for rule in rules]
            return await self._set_aside(channel, failure, wholly, *without)

    async def _first(self, channel: str, *ways: Way) -> Any:
        """Go the first way that works; raises Unstored if none does, and NotNow."""
        for way in ways:
            with PassOver("turn failed", channel=channel, tried=way.func.__name__) as passed:
                return await self._store.write(way.func, NOBODY, **way.keywords)
        raise Unstored(passed.error)

    async def _set_aside(self, channel: str, failure: Unstored, again: Way, *ways: Way) -> Any:
        """Try a few times more; then go the first of the ways that store less.

        Raises NotNow also if other messages are not stored either: then the store is at fault.
        """
        for pause in PAUSES:
            await asyncio.sleep(pause)
            with suppress(Unstored):
                return await self._first(channel, again)
        await self._ensure_others_are_stored(channel)
        log.error("message set aside", channel=channel, error=failure.kind)
        try:
            return await self._first(channel, *(partial(way, error=failure.kind) for way in ways))
        except Unstored as nothing:
            raise StoreFailed from nothing.error

    async def _ensure_others_are_stored(self, channel: str) -> None:
        try:
            await self._store.write(rehearse, NOBODY, script=self._script, channel=channel)
        except Rehearsed:
            return
        except NotNow:
            raise
        except Exception as error:
            raise StoreFailed from error


def turn(unit: Unit, *, script: Script, arrival: Arrival) -> Outgoing | LastWord | None:
    """Take one arrival through the conversation; returns the answer, or None if there is none."""
    speech = script.speech
    conversation, inbound = receive(unit, speech.texts, arrival, script.allowance)
    if conversation is None or inbound is None:
        return answer_unreceived(speech.texts, arrival, conversation)
    if conversation.is_taken(unit.now):
        return turn_beside(
            unit, script=script, arrival=arrival, conversation=conversation, inbound=inbound
        )
    meant = whole(
        unit,
        arrival=arrival,
        conversation=conversation,
        inbound=inbound,
        commands=speech.command_of,
    )
    if meant is None:
        return None
    course = Course(unit, script, conversation, meant, inbound)
    message = course.answer()
    if meant.text != arrival.text and course.conversation.misses > conversation.misses:
        # the first piece of it was answered already, and the whole is not understood either
        return None
    if conversation.person in unit.erased:
        return last_word(arrival, message, conversation.address)
    keep_conversation(unit, conversation=course.conversation)
    return answer(unit, arrival, conversation, inbound, message, script.lease)
