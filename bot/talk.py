"""One turn: what came in, what it does to the conversation, and the answer, in one unit of work.

Nothing is answered before all of it is stored, and what was stored is always answered: a turn that fails is rolled
back, and a second unit stores the message in quarantine with a kind sentence and a way to a human. What an arrival
means stands in `bot/course.py`.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from bot.course import Course
from bot.drive import House, TurnFailed
from bot.inbox import AddressNews, Arrival, VenueNews, storable, storable_news
from bot.sequel import whole
from bot.speech import HUMAN
from bot.venues import hear_venue, set_news_aside
from content.log import log
from content.message import Message, Option
from outreach.delivery.delivery import Outgoing, reply
from outreach.delivery.inbound import quarantine, take_in
from outreach.delivery.sender import Sender
from outreach.parties.person import mark_gone, meet
from outreach.store.errors import StoreError, StoreFailed
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from outreach.talks.conversation import Run, Talk, begin_talk, find_talk, keep_talk

__all__ = ["House", "Talks", "apologise", "begin_anew", "turn"]

Timed = Callable[[], AbstractContextManager[object]]
"""Gives what a turn is run in."""


class Talks:
    """The inbox of every channel."""

    def __init__(
        self,
        store: Store,
        house: House,
        sender: Sender,
        timed: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._store, self._house, self._sender, self._timed = store, house, sender, timed

    async def take(self, arrival: Arrival) -> bool:
        """Store and answer one arrival; False where nothing is left to say. Raises StoreError: to be sent again."""
        with self._timed():
            return await self._take(storable(arrival))

    async def _take(self, arrival: Arrival) -> bool:
        try:
            answer = await self._store.write(turn, NOBODY, house=self._house, arrival=arrival)
        except StoreError:
            raise
        except Exception as error:
            log.error("turn failed", channel=arrival.channel, error=type(error.__cause__ or error).__name__)
            answer = await self._apologise(arrival, error.kept if isinstance(error, TurnFailed) else None)
        if answer is None:
            return False
        self._sender.hand_over(answer)
        return True

    async def take_venue_news(self, news: VenueNews) -> bool:
        """Store, and where it is needed answer, what happened in a venue; False where it came in before."""
        news = storable_news(news)
        texts = self._house.speech.texts
        try:
            said = await self._store.write(hear_venue, NOBODY, texts=texts, news=news)
        except StoreError:
            raise
        except Exception as error:
            log.error("venue news failed", channel=news.channel, happened=news.event, error=type(error).__name__)
            return await self._set_aside(news)
        for outgoing in said or ():
            self._sender.hand_over(outgoing)
        return said is not None

    async def take_address_news(self, news: AddressNews) -> None:
        """Store that an address cannot be reached any more, or again."""
        await self._store.write(mark_gone, NOBODY, channel=news.channel, external_id=news.sender, gone=news.gone)

    async def _set_aside(self, news: VenueNews) -> bool:
        try:
            return await self._store.write(set_news_aside, NOBODY, news=news)
        except StoreError:
            raise
        except Exception as error:
            raise StoreFailed from error

    async def _apologise(self, arrival: Arrival, kept: Talk | None) -> Outgoing | None:
        """Put the question again; where even that fails, begin anew, so that nobody is stuck at a broken dialogue."""
        try:
            return await self._store.write(apologise, NOBODY, house=self._house, arrival=arrival, kept=kept)
        except StoreError:
            raise
        except Exception as error:
            log.error("apology failed", channel=arrival.channel, error=type(error.__cause__ or error).__name__)
        try:
            return await self._store.write(begin_anew, NOBODY, house=self._house, arrival=arrival)
        except StoreError:
            raise
        except Exception as error:
            raise StoreFailed from error


def turn(unit: Unit, *, house: House, arrival: Arrival) -> Outgoing | None:
    """Take one arrival through the conversation; returns the answer to send, or None where nothing is left to say."""
    talk, inbound = _receive(unit, house, arrival)
    if inbound is None:
        return None
    meant = whole(unit, arrival=arrival, talk=talk, inbound=inbound, commands=house.speech.command_of)
    if meant is None:
        return None
    course = Course(unit, house, talk, meant, inbound)
    message = course.answer()
    if meant.text != arrival.text and course.talk.misses > talk.misses:
        return None  # the first piece of it was answered already, and the whole is not understood either
    if talk.person in unit.erased:
        return Outgoing(0, talk.address, arrival.channel, arrival.sender, message, 1)
    keep_talk(unit, talk=course.talk)
    return _send(unit, arrival, talk, inbound, message)


def apologise(unit: Unit, *, house: House, arrival: Arrival, kept: Talk | None) -> Outgoing | None:
    """Store an arrival whose turn failed; say so kindly, and put the present question of what is kept again."""
    talk, inbound = _receive(unit, house, arrival)
    if inbound is None:
        return None
    quarantine(unit, inbound=inbound)
    course = Course(unit, house, talk, arrival, inbound)
    message = course.apology(kept or talk)
    keep_talk(unit, talk=course.talk)
    return _send(unit, arrival, talk, inbound, message)


def begin_anew(unit: Unit, *, house: House, arrival: Arrival) -> Outgoing | None:
    """Store an arrival whose turn failed, and let the conversation begin anew; runs no dialogue."""
    talk, inbound = _receive(unit, house, arrival)
    if inbound is None:
        return None
    quarantine(unit, inbound=inbound)
    rev = talk.rev + 1
    keep_talk(unit, talk=replace(talk, run=Run(), beneath=None, rev=rev))
    text, language = house.speech.texts.text, talk.language
    said = [text("talk-hello", language)] if talk.rev == 0 else []
    way_out = Option(HUMAN, text("option", language, "human"))
    message = Message("\n\n".join([*said, text("talk-failed", language)]), (way_out,), rev=rev)
    return _send(unit, arrival, talk, inbound, message)


def _receive(unit: Unit, house: House, arrival: Arrival) -> tuple[Talk, int | None]:
    """Find or make the conversation and store what came in; the inbound's id is None for a duplicate."""
    talk = find_talk(unit, channel=arrival.channel, external_id=arrival.sender)
    if talk is None:
        language = arrival.language if arrival.language in house.speech.texts.languages else "nl"
        person, address = meet(unit, channel=arrival.channel, external_id=arrival.sender, language=language)
        talk = begin_talk(unit, person=person, address=address, language=language)
    unit.actor = Actor("person", talk.person, via=arrival.channel)
    text, number = arrival.text or (arrival.choice or ""), arrival.external_id
    return talk, take_in(
        unit, channel=arrival.channel, external_id=number, address=talk.address, text=text, media=arrival.media
    )


def _send(unit: Unit, arrival: Arrival, talk: Talk, inbound: int, message: Message) -> Outgoing:
    said = reply(unit, inbound=inbound, person=talk.person, address=talk.address, message=message)
    return Outgoing(said.delivery, talk.address, arrival.channel, arrival.sender, message, int(said.claimed))
