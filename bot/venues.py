"""What our account does in a place of others: introduce itself, answer, and leave quietly.

What people say to each other there is never read here, and nothing of it is stored.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.inbox import VenueNews
from bot.runs import Script
from content.texts import Texts
from outreach.delivery.account import chat_link
from outreach.delivery.delivery import Outgoing
from outreach.delivery.inbound import quarantine, take_in
from outreach.store.unit import Unit
from outreach.venues.presence import (
    Presence,
    arrive,
    card_posted,
    come_back,
    find_presence,
    leave,
    move,
    said_since,
    say_there,
)
from outreach.venues.trail import venue_trail

INTRODUCTION, ANSWER = "venue-introduction", "venue-answer"
REST = {INTRODUCTION: timedelta(days=1), ANSWER: timedelta(minutes=1)}
"""How long each is not said again in one venue, however often it is asked for."""


def hear_venue(unit: Unit, *, script: Script, news: VenueNews) -> list[Outgoing] | None:
    """Take in what happened in a venue; returns what to say there, or None if it came in before.

    Nothing is kept of a place that we do not know, unless we are there now.
    """
    presence = find_presence(unit, channel=news.channel, external_id=news.venue)
    here = news.event in ("joined", "addressed")
    known = presence is not None
    if presence is None and here:
        presence = _register(unit, script.speech.texts, news)
    if presence is None:
        return []
    inbound = _take_in(unit, news, presence)
    if inbound is None:
        return None
    came = here and (not known or presence.state == "left")
    if known and came:
        presence = come_back(unit, presence=presence)
    if news.event == "left" and presence.state != "left":
        leave(unit, presence=presence)
    if news.event == "moved" and news.moved_to is not None:
        move(unit, presence=presence, to=news.moved_to)
    if news.event == "addressed":
        about = None
        if news.answered is not None:
            about = card_posted(unit, presence=presence, receipt=str(news.answered))
        where = {"topic": news.topic, "answers": news.message}
        return _say(unit, script, presence, inbound, ANSWER, about, **where)
    return (
        _say(unit, script, presence, inbound, INTRODUCTION)
        if news.event == "joined" and came
        else []
    )


def quarantine_news(unit: Unit, *, news: VenueNews) -> list[Outgoing] | None:
    """Keep that something came from a venue that we could not handle, for a developer to see."""
    presence = find_presence(unit, channel=news.channel, external_id=news.venue)
    if presence is None:
        return []
    inbound = _take_in(unit, news, presence)
    if inbound is None:
        return None
    quarantine(unit, inbound=inbound)
    return []


def _register(unit: Unit, texts: Texts, news: VenueNews) -> Presence | None:
    language = news.language if news.language in texts.languages else texts.languages[0]
    where = {"channel": news.channel, "external_id": news.venue}
    return arrive(unit, **where, name=news.name, kind=news.kind, language=language)


def _take_in(unit: Unit, news: VenueNews, presence: Presence) -> int | None:
    return take_in(
        unit,
        channel=news.channel,
        external_id=news.external_id,
        address=presence.address,
        text=None,
    )


def _say(
    unit: Unit,
    script: Script,
    presence: Presence,
    inbound: int,
    name: str,
    about: int | None = None,
    **where: Any,
) -> list[Outgoing]:
    """Say one of our two texts with the way to a private chat, unless it was said just before.

    The chat begins with what it is `about`, if somebody answered a card.
    """
    if said_since(unit, presence=presence, name=name, since=unit.now - REST[name]):
        return []
    code = venue_trail(unit, venue=presence.venue, kind=presence.kind, opportunity=about)
    link = chat_link(unit, channel=presence.channel, code=code)
    message = script.speech.texts.message(name, presence.language, chat=link or "none", code=code)
    said = say_there(
        unit,
        presence=presence,
        inbound=inbound,
        name=name,
        message=replace(message, **where),
        lease=script.lease,
    )
    return [said]
