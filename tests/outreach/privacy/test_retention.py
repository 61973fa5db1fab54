"""What is past its term is emptied, on the day and not before; what is within it stays."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update
from sqlmodel import col

from outreach.interests.interest import Interest, PartyDraft, express_interest
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Party
from outreach.parties.person import meet
from outreach.privacy.retention import apply_retention
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.conftest import Dump
from tests.outreach.privacy.conftest import Somebody
from tests.outreach.privacy.retaining import TERMS, decide, settled

CASES: list[Any] = [
    ("conversation", "transcript", 30, []),
    ("conversation", "offers", 30, {}),
    ("conversation", "about", 30, {}),
    ("conversation", "beneath", 30, None),
    ("conversation", "dialogue", 30, None),
    ("conversation", "asked", 30, None),
    ("inbound", "text", 90, None),
    ("inbound", "media", 90, None),
    ("delivery", "message", 90, None),
]


def leave_undecided(unit: Unit, state: str, until: datetime) -> None:
    values = {"state": state, "answers_until": until}
    unit.connection.execute(update(Opportunity).where(col(Opportunity.id) == 1).values(**values))


@pytest.mark.parametrize(("table", "column", "days", "empty"), CASES)
def test_emptied_after_its_term_and_not_before(
    waterdam: Store,
    lieke: Somebody,
    clock: Clock,
    dump: Callable[[Store], Dump],
    table: str,
    column: str,
    days: int,
    empty: list[Any] | dict[str, Any] | None,
) -> None:
    waterdam.run(settled, TICK)
    before = [row[column] for row in dump(waterdam)[table]]

    clock.passes(days=days)
    waterdam.run(apply_retention, TICK, **TERMS)
    within = [row[column] for row in dump(waterdam)[table]]
    clock.passes(seconds=1)
    waterdam.run(apply_retention, TICK, **TERMS)

    assert within == before
    assert [row[column] for row in dump(waterdam)[table]] == [empty] * len(before)
    assert empty not in before


def test_rows_stay_when_their_words_go(
    waterdam: Store, lieke: Somebody, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(settled, TICK)
    before = dump(waterdam)

    clock.passes(days=400)
    waterdam.run(apply_retention, TICK, **TERMS)

    after = dump(waterdam)
    assert {table: len(rows) for table, rows in after.items() if table != "event"} == {
        table: len(rows) for table, rows in before.items() if table != "event"
    } | {"aside": 0, "attendance": 0, "beforehand": 0, "follower": 0, "attachment": 0, "receipt": 1}


def test_message_that_still_has_to_be_sent_keeps_its_words(
    waterdam: Store, lieke: Somebody, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    clock.passes(days=400)

    waterdam.run(apply_retention, TICK, **TERMS)

    planned = [row["message"] for row in dump(waterdam)["delivery"] if row["state"] == "planned"]
    assert len(planned) > 1
    assert None not in planned


def test_interest_is_emptied_a_year_after_the_decision(
    waterdam: Store, lieke: Somebody, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(decide, TICK, opportunity=1)

    clock.passes(days=365)
    waterdam.run(apply_retention, TICK, **TERMS)
    within = dump(waterdam)
    clock.passes(days=1)
    waterdam.run(apply_retention, TICK, **TERMS)
    after = dump(waterdam)

    assert [row["brings"] for row in within["interest"]] == [
        "Wiebelwortel en een schop",
        "zes paar handen",
    ]
    personal = ("brings", "needs", "people", "area", "partners", "reach")
    assert {name: after["interest"][0][name] for name in personal} == dict.fromkeys(personal) | {
        "brings": ""
    }
    assert after["interest"][1]["brings"] == "zes paar handen"
    assert {row["interest_id"] for row in after["interest_change"]} == {lieke.together}
    assert [row["interest_id"] for row in after["interest_message"]] == [lieke.together]


def test_name_of_a_resident_goes_with_their_last_interest(
    waterdam: Store, lieke: Somebody, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(decide, TICK, opportunity=1)

    clock.passes(days=366)
    waterdam.run(apply_retention, TICK, **TERMS)

    assert [row["name"] for row in dump(waterdam)["party"]] == ["", "Buren van 12"]


def test_name_stays_while_another_interest_of_the_party_lives(
    waterdam: Store, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    ada = Actor(
        "person", waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")[0]
    )
    for opportunity in (1, 2):
        waterdam.run(
            express_interest,
            ada,
            opportunity=opportunity,
            version=1,
            party=PartyDraft("resident", "Ada"),
            brings="ik",
        )
    waterdam.run(decide, TICK, opportunity=1)

    clock.passes(days=366)
    waterdam.run(apply_retention, TICK, **TERMS)

    assert [row["name"] for row in dump(waterdam)["party"]] == ["Ada"]


def test_second_time_empties_nothing_more(
    waterdam: Store, lieke: Somebody, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(decide, TICK, opportunity=1)
    clock.passes(days=400)

    first = waterdam.run(apply_retention, TICK, **TERMS)
    once = dump(waterdam)
    second = waterdam.run(apply_retention, TICK, **TERMS)

    assert (first > 4, second) == (True, 0)
    assert dump(waterdam) == once


def test_young_house_empties_nothing(
    waterdam: Store, lieke: Somebody, omar: Somebody, dump: Callable[[Store], Dump]
) -> None:
    before = dump(waterdam)

    assert waterdam.run(apply_retention, TICK, **TERMS) == 0
    assert dump(waterdam) == before


def words_of_questions(
    store: Store, dump: Callable[[Store], Dump]
) -> list[tuple[str | None, str | None, str | None]]:
    return [(row["text"], row["answer"], row["public_text"]) for row in dump(store)["question"]]


def test_question_is_emptied_half_a_year_after_its_answer(
    waterdam: Store, lieke: Somebody, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    before = words_of_questions(waterdam, dump)

    clock.passes(days=182)
    waterdam.run(apply_retention, TICK, **TERMS)
    within = words_of_questions(waterdam, dump)
    clock.passes(days=1)
    waterdam.run(apply_retention, TICK, **TERMS)

    assert within == before
    assert words_of_questions(waterdam, dump) == [
        # all may read it: it stays
        (None, "Ja, iedereen.", "Is iedereen welkom?"),
        (None, None, None),
        # it still waits for an answer
        ("wie? Wiebelwortel", None, None),
    ]


@pytest.mark.parametrize("state", ["open", "closed"])
def test_interest_that_nobody_ever_decided_on_is_emptied_long_after_the_last_day(
    waterdam: Store, lieke: Somebody, clock: Clock, dump: Callable[[Store], Dump], state: str
) -> None:
    until = clock.now + timedelta(days=10)
    waterdam.run(leave_undecided, TICK, state=state, until=until)
    clock.now = until + timedelta(days=730)
    waterdam.run(apply_retention, TICK, **TERMS)
    within = dump(waterdam)["interest"][0]["brings"]
    clock.passes(days=1)
    waterdam.run(apply_retention, TICK, **TERMS)

    assert (within, dump(waterdam)["interest"][0]["brings"]) == ("Wiebelwortel en een schop", "")


def test_interest_in_an_opportunity_that_was_withdrawn_is_emptied_a_year_later(
    waterdam: Store, lieke: Somebody, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(move_opportunity, NOBODY, opportunity=1, state="withdrawn")

    clock.passes(days=365)
    waterdam.run(apply_retention, TICK, **TERMS)
    within = dump(waterdam)["interest"][0]["brings"]
    clock.passes(days=1)
    waterdam.run(apply_retention, TICK, **TERMS)

    assert (within, dump(waterdam)["interest"][0]["brings"]) == ("Wiebelwortel en een schop", "")


def test_more_ended_interests_than_a_statement_takes_values(
    waterdam: Store, clock: Clock, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    many = range(1_000_001, 1_000_001 + 40_000)

    def fill(unit: Unit) -> None:
        party = {"kind": "resident", "name": "Fatma", "legal_form": None, "created_at": unit.now}
        interest = {
            "opportunity_id": 1,
            "version": 1,
            "brings": "zes handen",
            "stored_at": unit.now,
        }
        interest |= {"state": "new", "part_keys": [], "answer_by": unit.now.date()}
        unit.connection.execute(insert(Party), [party | {"id": number} for number in many])
        unit.connection.execute(
            insert(Interest), [interest | {"id": number, "party_id": number} for number in many]
        )

    waterdam.run(fill, TICK)
    waterdam.run(decide, TICK, 1)
    clock.passes(days=400)

    emptied = list(iter(lambda: waterdam.run(apply_retention, TICK, **TERMS), 0))

    assert sum(emptied) == len(many)
    assert stored(waterdam, "SELECT count(*) FROM interest WHERE brings != ''") == [(0,)]
    assert stored(waterdam, "SELECT count(*) FROM party WHERE name = 'Fatma'") == [(0,)]
