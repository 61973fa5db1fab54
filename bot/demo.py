"""The life of the demo: people who talked, colleagues who answered, and what came of it.

Nothing is written past the rules. Each person has their conversation, each colleague acts by the
rules of the command line, at moments of the past weeks; what was to be sent then counts as sent,
and nothing of it goes out again.
"""

import asyncio
import hashlib
from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.channels.web.channel import WebChat
from bot.deciding import Deciding
from bot.inbox import Arrival
from bot.past import Clock, Kept
from bot.publishing import Publishing
from bot.server import make_script, make_texts
from bot.turn import Turns
from content.message import Message
from content.samples import life, waterdam
from outreach.campaigns.approve import approve
from outreach.campaigns.claim import claim_campaigns
from outreach.campaigns.compose import Voice
from outreach.campaigns.draft import new_campaign
from outreach.campaigns.look_after import look_after_steps
from outreach.campaigns.prepare import Terms
from outreach.commands.parts import DATABASE
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState, Outgoing
from outreach.delivery.lane import ClaimTerms
from outreach.delivery.numbers import give_number
from outreach.delivery.quiet import Quiet
from outreach.delivery.results import Result, record_results
from outreach.interests.apply import DecisionTerms
from outreach.interests.confirm_reminder import remind_to_confirm
from outreach.interests.own import my_interests
from outreach.interests.question import answer_question
from outreach.interests.tell import Telling, move_interest_and_tell
from outreach.opportunities.edit import find_by_tender_id
from outreach.parties.consent import permit
from outreach.parties.person import address_at, choose_themes
from outreach.privacy.mydata import my_data
from outreach.settings import Settings
from outreach.staff.staff import add_staff
from outreach.store.store import Store, utc_now
from outreach.store.unit import NOBODY, TICK, Actor, Unit

BEGAN, PAST_OPEN, DECIDED, AGREED, OPENED = 44, 43, 24, 20, 21
"""Days ago: the people come, the old record opens and is decided, who is chosen says yes to it,
and today's records open.
"""
STEP = timedelta(hours=1)
"""How long what is planned may wait before the clock is moved on."""
THINKS = timedelta(seconds=40)


def enliven(settings: Settings, folder: Path) -> None:
    """Let the past weeks happen in an empty data folder; one with records stays as it is."""
    clock = Clock(utc_now(), settings)
    with Store(folder / DATABASE, clock) as store:
        known = [
            life()["past"]["tender_id"],
            life()["explored"]["tender_id"],
            life()["lot"]["tender_id"],
            *(one["tender_id"] for one in waterdam().opportunities),
        ]
        if all(store.look(find_by_tender_id, tender_id=each) is None for each in known):
            asyncio.run(Weeks(settings, store, clock).go())


class Weeks:
    """Lets each person and each colleague do what the file says, in the order of the days."""

    def __init__(self, settings: Settings, store: Store, clock: Clock) -> None:
        self._settings, self._store, self._clock = settings, store, clock
        self._texts, self._quiet, self._kept = make_texts(settings), Quiet.of(settings), Kept()
        self._telling = Telling.of(self._texts, settings)
        self._turns = Turns(store, make_script(self._texts), self._kept)
        self._staff: dict[str, Actor] = {}
        self._lot, self._drawn = 0, list[int]()
        self._seen: dict[str, int] = {}
        self._life, self._said = life(), 0

    async def go(self) -> None:
        """Do all of it, from the first day to today."""
        people: list[dict[str, Any]] = self._life["people"]
        self._clock.back(BEGAN)
        self._employ()
        past = self._publishing().past(self._life["past"])
        for person in people:
            await self._meet(person)
        self._clock.back(PAST_OPEN)
        await self._campaign(past)
        opened = False
        deeds = [*_deeds(people), *_deeds_of_lot(self._life["lot"])]
        for days, deed, about in sorted(deeds, key=lambda each: -each[0]):
            if days < DECIDED and not opened:
                await self._decide(past)
                self._open_today()
                opened = True
            self._clock.back(days)
            await deed(self, about)
            await self._deliver()
        self._clock.now = self._clock.today
        await self._deliver()

    def _employ(self) -> None:
        for one in self._life["staff"]:
            number = self._store.run(add_staff, NOBODY, **one)
            self._staff[one["role"]] = Actor("staff", number)

    def _open_today(self) -> None:
        self._clock.back(OPENED)
        publishing = self._publishing()
        publishing.today(self._telling)
        publishing.explored(self._life["explored"])
        self._lot = publishing.lot(self._life["lot"])

    def _publishing(self) -> Publishing:
        return Publishing(self._store, self._clock, self._settings, self._staff["editor"])

    async def _campaign(self, opportunity: int) -> None:
        """Tell everybody who wants news of the old record: one makes it, another approves."""
        number = self._store.run(
            new_campaign,
            self._staff["editor"],
            opportunity=opportunity,
            occasion="new",
            ours=self._texts,
        )
        terms = Terms(
            voice=Voice(self._texts, self._settings.base_url),
            quiet=self._quiet,
            channels={WebChat.name: WebChat.can},
            most_a_week=self._settings.campaigns_a_week,
            four_eyes_above=self._settings.four_eyes_above,
            cancel=self._settings.cancel_time,
        )
        sender = self._staff["sender"]
        await asyncio.to_thread(approve, self._store, sender, campaign=number, terms=terms)
        for _ in range(2 * 24):
            self._clock.passes(STEP)
            await self._deliver()

    async def _decide(self, opportunity: int) -> None:
        """Close the old record, pencil what becomes of each interest, and apply it all at once."""
        self._clock.back(DECIDED)
        deciding = self._deciding()
        deciding.close(opportunity)
        for person in self._life["people"]:
            if "outcome" in person:
                [mine] = self._store.run(my_interests, self._who(person))
                deciding.pencil(mine.id, person["outcome"], person["reason"])
        await self._apply(opportunity, self._life["past"]["decision"])

    async def _apply(self, opportunity: int, reason: str) -> None:
        await self._deciding().apply(opportunity, reason)
        self._clock.passes(STEP)
        await self._deliver()

    def _deciding(self) -> Deciding:
        terms = DecisionTerms.of(self._texts, self._settings)
        editor, sender = self._staff["editor"], self._staff["sender"]
        return Deciding(self._store, self._clock, terms, editor, sender)

    async def draw(self, lot: dict[str, Any]) -> None:
        """Let colleagues close the record that is divided by lot, and draw."""
        deciding = self._deciding()
        deciding.close(self._lot)
        self._drawn = [each.interest for each in deciding.draw(self._lot, lot)]

    async def decide_lot(self, lot: dict[str, Any]) -> None:
        """Let colleagues apply what was drawn."""
        await self._apply(self._lot, lot["decision"])

    async def first_agrees(self, lot: dict[str, Any]) -> None:
        """Let who came first in the lot say yes."""
        for person in self._life["people"]:
            if person["at"] == lot["tender_id"]:
                [mine] = self._store.run(my_interests, self._who(person))
                if mine.id == self._drawn[0]:
                    await self._say(person, lot["says_yes"])

    async def _meet(self, person: dict[str, Any]) -> None:
        """Let somebody say hello, and ask for news of what they like."""
        await self._say(person, "hello" if person.get("language") == "en" else "hoi")
        who = self._who(person)
        self._store.run(permit, who, purpose="news", given=True, text="interest-news")
        if themes := person.get("themes"):
            self._store.run(choose_themes, who, themes=themes)

    async def talk(self, person: dict[str, Any]) -> None:
        """Let somebody come to a record and have their conversation."""
        about = self._store.look(find_by_tender_id, tender_id=person["at"])
        await self._say(person, "", opportunity=about)
        for text in person["says"]:
            await self._say(person, text)

    async def come_back(self, person: dict[str, Any]) -> None:
        """Let somebody go on where they were, days later."""
        for text in person["later"]:
            await self._say(person, text)

    async def agree(self, person: dict[str, Any]) -> None:
        """Let somebody say yes to what they were chosen for."""
        await self._say(person, person["agrees"])

    async def judge(self, person: dict[str, Any]) -> None:
        """Let a colleague move the interest of somebody to its state, and say why."""
        [mine] = self._store.run(my_interests, self._who(person))
        states = ["in_talk"] if person["state"] == "agreed" else []
        for state in (*states, person["state"]):
            reason = person.get("reason", "") if state == person["state"] else ""
            values = {"interest": mine.id, "state": state, "reason": reason}
            rule = partial(move_interest_and_tell, telling=self._telling, checked=True)
            self._store.run(rule, self._staff["editor"], **values)
        self._clock.passes(STEP)

    async def answer(self, person: dict[str, Any]) -> None:
        """Let a colleague answer the question of somebody, to them or once for all."""
        asked = self._store.look(my_data, person=self._who(person).id or 0)["question"]
        rule = partial(answer_question, say=self._answered, quiet=self._quiet, checked=True)
        words = {"answer": person["answer"], "public_text": person.get("public")}
        self._store.run(rule, self._staff["editor"], question=asked[-1]["id"], **words)
        self._clock.passes(STEP)

    def _answered(self, language: str, question: str, answer: str) -> Message:
        return self._texts.message("notice-answer", language, question=question, answer=answer)

    async def _say(self, person: dict[str, Any], text: str, **fields: Any) -> None:
        """Take one turn of somebody, and put its answer down as told."""
        sender, self._said = _sender(person), self._said + 1
        arrival = Arrival(
            channel=WebChat.name,
            external_id=f"{sender[:16]}.demo{self._said:04}",
            sender=sender,
            text=text,
            seen=self._seen.get(sender),
            language=person.get("language", "nl"),
            **fields,
        )
        await self._turns.take(arrival)
        self._seen |= {each.external_id: each.message.rev for each in self._kept.sent}
        await self._store.write(_told, TICK, told=tuple(self._kept.sent))
        self._kept.sent.clear()
        self._clock.passes(THINKS)

    async def _deliver(self) -> None:
        """Let what is due by now count as told."""
        look = ClaimTerms((WebChat.name,), self._quiet, {})
        late = timedelta(days=BEGAN)
        await self._store.write(look_after_steps, TICK, quiet=self._quiet, late=late)
        await self._store.write(remind_to_confirm, TICK, texts=self._texts, quiet=self._quiet)
        for claim in (claim_due, claim_campaigns):
            while claimed := await self._store.write(claim, TICK, look):
                await self._store.write(_told, TICK, told=tuple(claimed))

    def _who(self, person: dict[str, Any]) -> Actor:
        at = self._store.look(address_at, channel=WebChat.name, external_id=_sender(person))
        return Actor("person", None if at is None else at.person, via=WebChat.name)


def _deeds(people: Iterable[dict[str, Any]]) -> Iterable[tuple[float, Any, dict[str, Any]]]:
    """Yield what happens, each so many days ago: a talk, and what a colleague does after it."""
    for person in people:
        yield person["days"], Weeks.talk, person
        if "state" in person:
            yield person["days"] - 2, Weeks.judge, person
        if "answer" in person:
            yield person["days"] - 1, Weeks.answer, person
        if "later" in person:
            yield person["days"] - 4, Weeks.come_back, person
        if "agrees" in person:
            yield AGREED, Weeks.agree, person


def _deeds_of_lot(lot: dict[str, Any]) -> Iterable[tuple[float, Any, dict[str, Any]]]:
    """Yield what happens to the record that is divided by lot, each so many days ago."""
    yield lot["drawn"], Weeks.draw, lot
    yield lot["decided"], Weeks.decide_lot, lot
    yield lot["confirmed"], Weeks.first_agrees, lot


def _sender(person: dict[str, Any]) -> str:
    """Return the address of somebody in the web chat: nobody has the secret behind it."""
    return hashlib.sha256(f"demo {person['name']}".encode()).hexdigest()


def _told(unit: Unit, *, told: tuple[Outgoing, ...]) -> None:
    """Put messages down as read in the web chat, where their people would find them."""
    for each in told:
        give_number(unit, delivery=each.id, address=each.address)
    results = [Result(each.id, each.address, DeliveryState.SENT) for each in told]
    record_results(unit, results=results)
