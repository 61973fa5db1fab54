"""Two persons become one, whatever they did before: nothing is lost, nothing is doubled, nobody is left behind."""

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, note
from hypothesis import settings as tries
from hypothesis import strategies as st
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

from content.message import Message
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import Result, record_results, reply
from outreach.delivery.inbound import take_in
from outreach.delivery.notice import notify
from outreach.interests.interest import PartyDraft, add_to_interest, express_interest, invite_to_party, my_interests
from outreach.interests.question import ask_question
from outreach.parties.party import join_party
from outreach.parties.person import choose_place, choose_themes, consent, meet, start, stop
from outreach.privacy.forget import forget_me
from outreach.privacy.merge import absorb
from outreach.privacy.mydata import my_data
from outreach.store.errors import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from outreach.talks.conversation import begin_talk
from outreach.venues.trail import count_start, lay_trail, share_trail
from tests.conftest import LOUD

NUMBERS = itertools.count(1)
KEPT = (
    "address", "consent", "delivery", "inbound", "interest", "interest_change", "party", "question", "trail",
)  # fmt: skip
"""Tables of which two persons have rows of their own, whatever the other one has."""
Dump = dict[str, list[dict[str, Any]]]


def dump(unit: Unit) -> Dump:
    """Every row of every table."""
    rows = {name: unit.connection.execute(table.select()) for name, table in SQLModel.metadata.tables.items()}
    return {name: [dict(row._mapping) for row in found] for name, found in rows.items()}


def naming(unit: Unit, *, person: int) -> list[str]:
    """The tables that name a person; all tables of the database are asked that can."""
    tables = inspect(unit.connection)
    pointing = [
        (table, key["constrained_columns"][0])
        for table in tables.get_table_names()
        for key in tables.get_foreign_keys(table)
        if key["referred_table"] == "person"
    ]
    assert len(pointing) > 7
    count = "SELECT count(*) FROM {} WHERE {} = {:d}"  # names of our own
    return [
        table
        for table, column in pointing
        if unit.connection.execute(text(count.format(table, column, person))).scalar_one()
    ]


def ids(rows: list[dict[str, Any]]) -> set[int]:
    return {row["id"] for row in rows}


class Pair:
    """Two persons in one town; a step is done by the first (0) or the second (1)."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.opportunities = (1, 2)
        self.trail = self._trail(store.run(lay_trail, NOBODY, opportunity=1, kind="poster"))
        self.actors, self.addresses = [], []
        for channel in ("web", "telegram"):
            person, address = store.run(meet, NOBODY, channel=channel, external_id=f"p{next(NUMBERS)}", language="nl")
            self.actors.append(Actor("person", person, via=channel))
            self.addresses.append(address)
            store.run(begin_talk, NOBODY, person=person, address=address, language="nl")

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
                for card in self.store.look(lambda unit: my_interests(_as(unit, actor))):
                    run(add_to_interest, actor, interest=card.id, reach=f"06-{actor.id}")
            case "ask":
                run(ask_question, actor, opportunity=1, text="Mag ik mee?")
            case "talk":
                run(_write_and_hear, actor, address=self.addresses[who])
            case "notice" | "notice sent":
                self._notify(who, sent=step == "notice sent")

    def _express(self, actor: Actor, kind: str) -> None:
        for opportunity in self.opportunities:
            draft = PartyDraft(kind, f"Anna {kind}")
            try:
                self.store.run(
                    express_interest, actor, opportunity=opportunity, version=1, party=draft, brings="handen"
                )
            except Refusal:
                return

    def _join(self, actor: Actor, host: Actor) -> None:
        for card in self.store.look(lambda unit: my_interests(_as(unit, host))):
            self.store.run(join_party, actor, code=self.store.run(invite_to_party, host, interest=card.id))

    def _notify(self, who: int, *, sent: bool) -> None:
        """Plan a notice for both; where `sent`, only that of one of them went out already."""
        mailing = self.store.run(
            notify, TICK, name="notice-answer", persons=self.persons, say=lambda _: Message("Hoi"), quiet=LOUD
        )
        if sent:
            self.store.run(_sent, TICK, mailing=mailing, address=self.addresses[who])

    def _trail(self, code: str) -> int:
        find = text("SELECT subject FROM code WHERE code = :code")
        return self.store.look(lambda unit: int(unit.connection.execute(find, {"code": code}).scalar_one()))


STEPS = (
    "place", "news", "no news", "stop", "start", "share", "visit", "alone", "group", "join", "reach", "ask", "talk",
    "notice", "notice sent",
)  # fmt: skip


@tries(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 1)), max_size=14), stays=st.integers(0, 1))
@example(steps=[("group", 0), ("join", 1), ("reach", 0), ("reach", 0)], stays=1)
@example(steps=[(step, who) for step in STEPS for who in (0, 1)], stays=0)
def test_any_two_histories_become_one_and_can_be_forgotten(waterdam: Store, steps, stays) -> None:
    pair = Pair(waterdam)
    for step, who in steps:
        pair.do(step, who)
    before = waterdam.look(dump)
    held = [waterdam.look(my_data, person=person) for person in pair.persons]
    actor, gone = pair.actors[stays], pair.persons[1 - stays]

    waterdam.run(absorb, actor, person=gone)
    after, now = waterdam.look(dump), waterdam.look(my_data, person=actor.id)
    note(str(steps))

    assert_nothing_is_lost(before, after, held, now)
    assert waterdam.look(naming, person=gone) == []
    assert_nobody_is_left(after, gone)
    assert_told_once(after, pair)
    assert_counted_once(after, pair)
    waterdam.run(forget_me, actor)
    assert_forgotten(waterdam.look(dump), pair, ids(now["address"]))


def assert_nothing_is_lost(before: Dump, after: Dump, held: list[Any], now: dict[str, Any]) -> None:
    stopped = len(after["consent"]) - len(before["consent"])
    assert stopped in (0, 1)
    for table in KEPT:
        assert ids(before[table]) <= ids(after[table]), table
        assert ids(now[table]) >= ids(held[0][table]) | ids(held[1][table]), table
    for table, name in (("membership", "party_id"), ("visit", "trail_id")):
        had = [{row[name] for row in each[table]} for each in held]
        assert sorted(row[name] for row in now[table]) == sorted(had[0] | had[1])
    assert len(after["person"]) == len(before["person"]) - 1
    assert len(now["conversation"]) == 1
    (me,) = now["person"]
    was = [each["person"][0] for each in held]
    assert (me["stopped_at"] is None) == all(row["stopped_at"] is None for row in was)
    assert me["themes"] == (was[0]["themes"] or was[1]["themes"])
    assert me["place_id"] == (was[0]["place_id"] or was[1]["place_id"])


def assert_nobody_is_left(after: Dump, gone: int) -> None:
    assert f"person:{gone}" not in [row["actor"] for row in after["interest_change"]]
    assert [code for code in after["code"] if (code["kind"], code["subject"]) == ("link", gone)] == []


def assert_counted_once(after: Dump, pair: Pair) -> None:
    """Of the trail that both may have followed, one person is counted."""
    started = [row["started"] for row in after["trail"] if row["id"] == pair.trail]
    assert started == [sum(row["trail_id"] == pair.trail for row in after["visit"])]


def assert_told_once(after: Dump, pair: Pair) -> None:
    """Of each mailing one row is the person's; nothing more is going out where something did already."""
    theirs = [row for row in after["delivery"] if row["mailing_id"] and row["address_id"] in pair.addresses]
    for mailing in {row["mailing_id"] for row in theirs}:
        states = [row["state"] for row in theirs if row["mailing_id"] == mailing]
        owned = [row for row in theirs if row["mailing_id"] == mailing and row["person_id"] is not None]
        assert len(owned) == 1
        assert states.count("planned") + states.count("sent") == 1


def assert_forgotten(after: Dump, pair: Pair, addresses: set[int]) -> None:
    assert ids(after["address"]) & addresses == set()
    assert ids(after["person"]) & set(pair.persons) == set()
    for table in ("delivery", "inbound", "conversation"):
        assert [row for row in after[table] if row["address_id"] in addresses] == []
    reaches = [row["reach"] for row in after["interest"]] + [row["before"] for row in after["interest_change"]]
    assert [reach for reach in reaches if reach in [f"06-{person}" for person in pair.persons]] == []


@pytest.fixture
def pair(waterdam: Store) -> Pair:
    return Pair(waterdam)


def link(pair: Pair, stays: int = 1) -> bool:
    return pair.store.run(absorb, pair.actors[stays], person=pair.persons[1 - stays])


def test_both_in_one_group_are_one_member_since_the_first_day(pair: Pair, clock) -> None:
    pair.do("group", 0)
    first = clock()
    clock.passes(days=1)
    pair.do("join", 1)

    link(pair)

    members = pair.store.look(dump)["membership"]
    assert [(row["person_id"], row["joined_at"]) for row in members] == [(pair.persons[1], first)]


def test_own_interests_of_the_same_name_stay_two(pair: Pair) -> None:
    for who in (0, 1):
        pair.do("alone", who)

    link(pair)

    cards = pair.store.look(lambda unit: my_interests(_as(unit, pair.actors[1])))
    assert [(card.opportunity, card.party) for card in cards] == [(1, "Anna resident"), (2, "Anna resident")] * 2


def test_notice_that_went_out_to_the_other_is_not_sent_again(pair: Pair) -> None:
    pair.do("notice sent", 0)

    link(pair)

    assert pair.store.run(claim_due, TICK, channels=["web", "telegram"]) == []


def test_notice_planned_for_both_comes_once_to_the_one_who_stays(pair: Pair) -> None:
    pair.do("notice", 0)

    link(pair)

    claimed = pair.store.run(claim_due, TICK, channels=["web", "telegram"])
    assert [outgoing.channel for outgoing in claimed] == ["telegram"]


@pytest.mark.parametrize("stopped", [0, 1])
def test_stop_of_either_takes_back_news_that_the_other_asked_for(pair: Pair, stopped: int) -> None:
    pair.do("stop", stopped)
    pair.do("news", 1 - stopped)

    told = link(pair)

    data = pair.store.look(my_data, person=pair.persons[1])
    assert (told, data["person"][0]["stopped_at"] is not None) == (stopped == 0, True)
    assert data["consent"][-1]["given"] is False


@pytest.mark.parametrize("first", [0, 1])
def test_first_trail_is_that_of_the_one_who_came_first(pair: Pair, first: int, clock) -> None:
    trails = [pair._trail(pair.store.run(lay_trail, NOBODY, opportunity=1, kind="poster")) for _ in range(2)]
    for actor, trail in zip(pair.actors, trails, strict=True):
        pair.store.run(_brought, actor, trail=trail)

    link(pair, stays=first)

    assert pair.store.look(my_data, person=pair.persons[first])["person"][0]["trail_id"] == trails[0]


def test_event_names_both_and_nothing_is_noted_as_an_erasure(pair: Pair) -> None:
    link(pair)

    last = pair.store.look(dump)["event"][-1]
    assert (last["deed"], last["ids"]) == ("person.linked", {"person": pair.persons[1], "gone": pair.persons[0]})
    assert not pair.store.path.with_name("erased.jsonl").exists()


def test_somebody_who_is_gone_already_cannot_be_taken_over(pair: Pair) -> None:
    link(pair)

    with pytest.raises(Refusal):
        link(pair)


def _as(unit: Unit, actor: Actor) -> Unit:
    unit.actor = actor
    return unit


def _brought(unit: Unit, *, trail: int) -> None:
    unit.connection.execute(
        text("UPDATE person SET trail_id = :trail WHERE id = :id"), {"trail": trail, "id": unit.actor.id}
    )


def _sent(unit: Unit, *, mailing: int, address: int) -> None:
    find = text("SELECT id FROM delivery WHERE mailing_id = :mailing AND address_id = :address")
    for (delivery,) in unit.connection.execute(find, {"mailing": mailing, "address": address}).all():
        record_results(unit, results=[Result(delivery, address, "sent", receipt="1")])


def _write_and_hear(unit: Unit, *, address: int) -> None:
    number = f"m{next(NUMBERS)}"
    inbound = take_in(unit, channel="web", external_id=number, address=address, text="Hoi")
    assert inbound is not None
    delivery = reply(unit, inbound=inbound, person=unit.actor.id or 0, address=address, message=Message("Dag"))
    record_results(unit, results=[Result(delivery, address, "sent", receipt="1")])
