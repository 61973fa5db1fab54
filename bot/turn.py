"""One turn: what came in, what it does to the conversation, and the answer, in one unit of work.

Nothing is answered before all of it is stored, and what was stored is always answered: a turn that
fails is rolled back, and a second unit stores the message in quarantine with a kind sentence and a
way to a human. A message that cannot be stored at all, while others can, is set aside: it may not
hold them up. What an arrival means stands in `bot/course.py`.
"""

import asyncio
import re
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import replace
from functools import partial
from typing import Any

from bot.course import Course
from bot.inbox import AddressNews, Arrival, VenueNews, storable, storable_news, without_words
from bot.runs import House, TurnFailed
from bot.rush import Rush
from bot.sequel import whole
from bot.speech import HUMAN
from bot.venues import hear_venue, quarantine_news
from content.log import log
from content.message import Message, Option
from outreach.conversations.conversation import Run, Talk, begin_talk, find_talk, keep_talk
from outreach.delivery.aside import set_aside
from outreach.delivery.delivery import Outgoing, reply
from outreach.delivery.inbound import quarantine, take_in
from outreach.delivery.sender import Sender
from outreach.parties.person import mark_gone, meet
from outreach.privacy.tombstone import is_buried
from outreach.store.errors import NotNow, StoreFailed
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit

__all__ = ["House", "Turns", "apologise", "begin_anew", "turn"]

Way = partial[Any]
"""A rule with its values: one way to take a message in."""
FAILED, NOT_KEPT = "talk-failed", "talk-not-kept"
PRESSED = re.compile(r"(\d+)\.\d+\.")
"""How the code of an option begins that stood under a question of ours."""
PAUSES = (0.1, 0.5)
"""Seconds before a message that was not stored is tried once more, and again."""


class Unstored(Exception):
    """No way was found to store a message; the last one ended in this error."""

    def __init__(self, error: Exception) -> None:
        super().__init__(error)
        self.error = error


class Rehearsed(Exception):
    """Another message would have been stored."""


class Turns:
    """The inbox of every channel."""

    def __init__(
        self,
        store: Store,
        house: House,
        sender: Sender,
        timed: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._store, self._house, self._sender, self._timed = store, house, sender, timed
        self._rush = Rush()

    async def take(self, arrival: Arrival) -> bool:
        """Store and answer one arrival; False where nothing is left to say. Raises
        NotNow: to be sent again.
        """
        arrival = storable(arrival)
        await self._rush.let_in(self._store, arrival)
        with self._rush.turn(), self._timed():
            answer = await self._answer(arrival)
        if answer is None:
            return False
        self._sender.hand_over(answer)
        return True

    async def take_venue_news(self, news: VenueNews) -> bool:
        """Store, and where it is needed answer, what happened in a venue;
        False where it came in before.
        """
        news = storable_news(news)
        hear = partial(hear_venue, texts=self._house.speech.texts, news=news)
        try:
            said = await self._first(news.channel, hear, partial(quarantine_news, news=news))
        except Unstored as unstored:
            where: dict[str, Any] = {
                "channel": news.channel,
                "external_id": news.external_id,
                "sender": news.venue,
            }
            said = await self._set_aside(
                news.channel, unstored, hear, partial(hear_nothing, **where)
            )
        for outgoing in said or ():
            self._sender.hand_over(outgoing)
        return said is not None

    async def take_address_news(self, news: AddressNews) -> None:
        """Store that an address cannot be reached any more, or again."""
        await self._store.write(
            mark_gone, NOBODY, channel=news.channel, external_id=news.sender, gone=news.gone
        )

    async def _answer(self, arrival: Arrival) -> Any:
        """Take a turn; where that fails put the question again, or begin
        anew, so that nobody is stuck.
        """
        what: dict[str, Any] = {"house": self._house, "arrival": arrival}
        whole = partial(turn, **what)
        try:
            return await self._first(arrival.channel, whole)
        except Unstored as unstored:
            kept = unstored.error.kept if isinstance(unstored.error, TurnFailed) else None
        try:
            return await self._first(
                arrival.channel, partial(apologise, **what, kept=kept), partial(begin_anew, **what)
            )
        except Unstored as unstored:
            rules = (apologise_without, begin_without, say_without)
            return await self._set_aside(
                arrival.channel, unstored, whole, *(partial(rule, **what) for rule in rules)
            )

    async def _first(self, channel: str, *ways: Way) -> Any:
        """Go the first way that works; raises Unstored where none does, and NotNow."""
        for way in ways:
            try:
                return await self._store.write(way.func, NOBODY, **way.keywords)
            except NotNow:
                raise
            except Exception as error:
                failure = error
                log.error(
                    "turn failed", channel=channel, tried=way.func.__name__, error=_kind(error)
                )
        raise Unstored(failure)

    async def _set_aside(self, channel: str, unstored: Unstored, again: Way, *ways: Way) -> Any:
        """Try once more and again; then go the first of the ways, which keep no more than
        that there was a message.

        Raises NotNow also where other messages are not stored either: the
        fault is the store's then.
        """
        for pause in PAUSES:
            await asyncio.sleep(pause)
            with suppress(Unstored):
                return await self._first(channel, again)
        await self._ensure_others_are_stored(channel)
        log.error("message set aside", channel=channel, error=_kind(unstored.error))
        try:
            return await self._first(
                channel, *(partial(way, error=_kind(unstored.error)) for way in ways)
            )
        except Unstored as nothing:
            raise StoreFailed from nothing.error

    async def _ensure_others_are_stored(self, channel: str) -> None:
        try:
            await self._store.write(rehearse, NOBODY, house=self._house, channel=channel)
        except Rehearsed:
            return
        except NotNow:
            raise
        except Exception as error:
            raise StoreFailed from error


def turn(unit: Unit, *, house: House, arrival: Arrival) -> Outgoing | None:
    """Take one arrival through the conversation; returns the answer to send, or None
    where nothing is left to say.
    """
    talk, inbound = _receive(unit, house, arrival)
    if talk is None or inbound is None:
        return _known_before(house, arrival, talk)
    meant = whole(
        unit, arrival=arrival, talk=talk, inbound=inbound, commands=house.speech.command_of
    )
    if meant is None:
        return None
    course = Course(unit, house, talk, meant, inbound)
    message = course.answer()
    if meant.text != arrival.text and course.talk.misses > talk.misses:
        # the first piece of it was answered already, and the whole is not understood either
        return None
    if talk.person in unit.erased:
        return Outgoing(
            0,
            talk.address,
            arrival.channel,
            arrival.sender,
            replace(message, topic=arrival.topic),
            1,
        )
    keep_talk(unit, talk=course.talk)
    return _send(unit, arrival, talk, inbound, message)


def apologise(
    unit: Unit, *, house: House, arrival: Arrival, kept: Talk | None, sorry: str = FAILED
) -> Outgoing | None:
    """Store an arrival whose turn failed; say so kindly, and put the present
    question of what is kept again.
    """
    talk, inbound = _receive(unit, house, arrival)
    if talk is None or inbound is None:
        return _known_before(house, arrival, talk)
    quarantine(unit, inbound=inbound)
    course = Course(unit, house, talk, arrival, inbound)
    message = course.apology(kept or talk, sorry)
    keep_talk(unit, talk=course.talk)
    return _send(unit, arrival, talk, inbound, message)


def begin_anew(
    unit: Unit, *, house: House, arrival: Arrival, sorry: str = FAILED
) -> Outgoing | None:
    """Store an arrival whose turn failed, and let the conversation begin anew; runs no dialogue."""
    talk, inbound = _receive(unit, house, arrival)
    if talk is None or inbound is None:
        return _known_before(house, arrival, talk)
    quarantine(unit, inbound=inbound)
    rev = talk.rev + 1
    keep_talk(unit, talk=replace(talk, run=Run(), beneath=None, rev=rev))
    text, language = house.speech.texts.text, talk.language
    said = [text("talk-hello", language)] if talk.rev == 0 else []
    way_out = Option(HUMAN, text("option", language, "human"))
    message = Message("\n\n".join([*said, text(sorry, language)]), (way_out,), rev=rev)
    return _send(unit, arrival, talk, inbound, message)


def apologise_without(unit: Unit, *, house: House, arrival: Arrival, error: str) -> Outgoing | None:
    """As `apologise`, for a message that cannot be stored: all that was in it
    is lost, and that is said.
    """
    said = apologise(unit, house=house, arrival=without_words(arrival), kept=None, sorry=NOT_KEPT)
    _note_aside(unit, arrival, error)
    return said


def begin_without(unit: Unit, *, house: House, arrival: Arrival, error: str) -> Outgoing | None:
    """As `begin_anew`, for a message that cannot be stored."""
    said = begin_anew(unit, house=house, arrival=without_words(arrival), sorry=NOT_KEPT)
    _note_aside(unit, arrival, error)
    return said


def say_without(unit: Unit, *, house: House, arrival: Arrival, error: str) -> Outgoing:
    """Note that there was a message, and give what to say, where nothing else of it or
    its person can be stored.
    """
    address = _note_aside(unit, arrival, error)
    talk = find_talk(unit, channel=arrival.channel, external_id=arrival.sender)
    language = _language(house, arrival) if talk is None else talk.language
    message = Message(house.speech.texts.text(NOT_KEPT, language))
    return Outgoing(0, address or 0, arrival.channel, arrival.sender, message, 1)


def rehearse(unit: Unit, *, house: House, channel: str) -> None:
    """Store a message of somebody new, and take it back; raises Rehearsed where that works."""
    number = uuid.uuid4().hex
    begin_anew(
        unit,
        house=house,
        arrival=Arrival(channel=channel, external_id=number, sender=number, text="?"),
    )
    raise Rehearsed


def hear_nothing(
    unit: Unit, *, channel: str, external_id: str, sender: str, error: str
) -> list[Outgoing]:
    """Note that something happened in a venue of which nothing can be
    stored; nothing is said there.
    """
    set_aside(unit, channel=channel, external_id=external_id, sender=sender, error=error)
    return []


def _note_aside(unit: Unit, arrival: Arrival, error: str) -> int | None:
    where = {
        "channel": arrival.channel,
        "external_id": arrival.external_id,
        "sender": arrival.sender,
    }
    return set_aside(unit, **where, error=error)


def _kind(error: Exception) -> str:
    """The kind of an error, and nothing of what it says: the driver's own,
    where it comes from there.
    """
    return type(getattr(error, "orig", None) or error.__cause__ or error).__name__


def _language(house: House, arrival: Arrival) -> str:
    return arrival.language if arrival.language in house.speech.texts.languages else "nl"


def _receive(unit: Unit, house: House, arrival: Arrival) -> tuple[Talk | None, int | None]:
    """Find or make the conversation and store what came in; the inbound's
    id is None for a duplicate.

    Nothing is made, and the talk is None, for what belongs to the
    conversation of somebody forgotten.
    """
    talk = find_talk(unit, channel=arrival.channel, external_id=arrival.sender)
    # Only now: a unit that forgets this person meanwhile holds the conversation until it is stored.
    if (talk is None and arrival.corrects) or _is_buried(unit, arrival, talk):
        return None, None
    if talk is None:
        language = _language(house, arrival)
        person, address = meet(
            unit, channel=arrival.channel, external_id=arrival.sender, language=language
        )
        talk = begin_talk(unit, person=person, address=address, language=language)
    unit.actor = Actor("person", talk.person, via=arrival.channel)
    text, number = arrival.text or (arrival.choice or ""), arrival.external_id
    return talk, take_in(
        unit,
        channel=arrival.channel,
        external_id=number,
        address=talk.address,
        text=text,
        media=arrival.media,
    )


def _is_buried(unit: Unit, arrival: Arrival, talk: Talk | None) -> bool:
    """Tell whether an arrival belongs to somebody forgotten; who began anew
    since may press an old button.
    """
    pressed = PRESSED.match(arrival.choice or "") if talk is None else None
    return is_buried(
        unit,
        channel=arrival.channel,
        external_id=arrival.external_id,
        album=(arrival.media or {}).get("album"),
        conversation=None if pressed is None else pressed[1],
    )


def _known_before(house: House, arrival: Arrival, talk: Talk | None) -> Outgoing | None:
    """Answer what is not taken in: nothing to a duplicate, and kindly where
    its conversation is no more.
    """
    if talk is not None:
        return None
    message = Message(
        house.speech.texts.text("talk-gone", _language(house, arrival)), topic=arrival.topic
    )
    return Outgoing(0, 0, arrival.channel, arrival.sender, message, 1)


def _send(unit: Unit, arrival: Arrival, talk: Talk, inbound: int, message: Message) -> Outgoing:
    message = replace(message, topic=arrival.topic)
    said = reply(unit, inbound=inbound, person=talk.person, address=talk.address, message=message)
    return Outgoing(
        said.delivery, talk.address, arrival.channel, arrival.sender, message, int(said.claimed)
    )
