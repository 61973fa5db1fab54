"""Two persons in one town who do what people do, before they turn out to be one."""

import itertools
from typing import Any

from sqlalchemy import text
from sqlmodel import SQLModel

from content.message import Message
from outreach.conversations.conversation import begin_conversation
from outreach.delivery.delivery import DeliveryState, reply
from outreach.delivery.inbound import take_in
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.own import add_to_interest, invite_to_party, my_interests
from outreach.interests.question import ask_question
from outreach.parties.consent import consent, start, stop
from outreach.parties.party import join_party
from outreach.parties.person import choose_place, choose_themes, meet
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from outreach.venues.trail import count_start, lay_trail, share_trail
from tests.conftest import LOUD

NUMBERS = itertools.count(1)
STEPS = (
    "place",
    "news",
    "no news",
    "stop",
    "start",
    "share",
    "visit",
    "alone",
    "group",
    "join",
    "reach",
    "ask",
    "talk",
    "notice",
    "notice sent",
)
"""What each of the two can do."""
Dump = dict[str, list[dict[str, Any]]]


def dump(unit: Unit) -> Dump:
    """Every row of every table."""
    rows = {
        name: unit.connection.execute(table.select())
        for name, table in SQLModel.metadata.tables.items()
    }
    return {name: [dict(row._mapping) for row in found] for name, found in rows.items()}


def acting(unit: Unit, actor: Actor) -> Unit:
    """The unit as this person has it."""
    unit.actor = actor
    return unit


class Pair:
    """Two persons in one town; a step is done by the first (0) or the second (1)."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.opportunities = (1, 2)
        self.trail = self.trail_behind(store.run(lay_trail, NOBODY, opportunity=1, kind="poster"))
        self.actors, self.addresses = [], []
        for channel in ("web", "telegram"):
            person, address = store.run(
                meet, NOBODY, channel=channel, external_id=f"p{next(NUMBERS)}", language="nl"
            )
            self.actors.append(Actor("person", person, via=channel))
            self.addresses.append(address)
            store.run(begin_conversation, NOBODY, person=person, address=address, language="nl")

    @property
    def persons(self) -> list[int]:
        return [actor.id for actor in self.actors if actor.id is not None]

    def do(self, step: str, who: int) -> None:
        """Do one of the things that people do, or that is done to them."""
        run, actor, other = self.store.run, self.actors[who], self.actors[1 - who]
        match step:
            case "place":
                run(choose_place, actor, place="BU99010101")
                run(choose_themes, actor, themes=["groen"])
            case "news" | "no news":
                run(consent, actor, purpose="news", given=step == "news", text_version="1")
            case "stop":
                run(stop, actor)
            case "start":
                run(start, actor)
            case "share":
                run(share_trail, actor, opportunity=1)
            case "visit":
                run(count_start, actor, trail=self.trail)
            case "alone" | "group":
                self._express(actor, "resident" if step == "alone" else "residents_group")
            case "join":
                self._join(actor, other)
            case "reach":
                for card in self.store.look(lambda unit: my_interests(acting(unit, actor))):
                    run(add_to_interest, actor, interest=card.id, reach=f"06-{actor.id}")
            case "ask":
                run(ask_question, actor, opportunity=1, text="Mag ik mee?")
            case "talk":
                run(_write_and_hear, actor, address=self.addresses[who])
            case "notice" | "notice sent":
                self._notify(who, sent=step == "notice sent")

    def trail_behind(self, code: str) -> int:
        """The trail that a code leads to."""
        find = text("SELECT subject FROM code WHERE code = :code")
        return self.store.look(
            lambda unit: int(unit.connection.execute(find, {"code": code}).scalar_one())
        )

    def _express(self, actor: Actor, kind: str) -> None:
        for opportunity in self.opportunities:
            draft = PartyDraft(kind, f"Anna {kind}")
            try:
                self.store.run(
                    express_interest,
                    actor,
                    opportunity=opportunity,
                    version=1,
                    party=draft,
                    brings="handen",
                )
            except Refusal:
                return

    def _join(self, actor: Actor, host: Actor) -> None:
        for card in self.store.look(lambda unit: my_interests(acting(unit, host))):
            self.store.run(
                join_party, actor, code=self.store.run(invite_to_party, host, interest=card.id)
            )

    def _notify(self, who: int, *, sent: bool) -> None:
        """Plan a notice for both; where `sent`, only that of one of them went out already."""
        mailing = self.store.run(
            notify,
            TICK,
            name="notice-answer",
            persons=self.persons,
            say=lambda _: Message("Hoi"),
            quiet=LOUD,
        )
        if sent:
            self.store.run(_sent, TICK, mailing=mailing, address=self.addresses[who])


def _sent(unit: Unit, *, mailing: int, address: int) -> None:
    find = text("SELECT id FROM delivery WHERE mailing_id = :mailing AND address_id = :address")
    for (delivery,) in unit.connection.execute(
        find, {"mailing": mailing, "address": address}
    ).all():
        record_results(unit, results=[Result(delivery, address, DeliveryState.SENT, receipt="1")])


def _write_and_hear(unit: Unit, *, address: int) -> None:
    number = f"m{next(NUMBERS)}"
    inbound = take_in(unit, channel="web", external_id=number, address=address, text="Hoi")
    assert inbound is not None
    delivery = reply(
        unit, inbound=inbound, person=unit.actor.id or 0, address=address, message=Message("Dag")
    ).delivery
    record_results(unit, results=[Result(delivery, address, DeliveryState.SENT, receipt="1")])
