"""The row decides: claimed once, in order, one at a time per address, and never after a STOP."""

from datetime import timedelta
from typing import Any

import pytest

from content.message import Message
from outreach.delivery.claim import BATCH, claim_due, release_claims
from outreach.delivery.delivery import LEASE, DeliveryState, Outgoing, Rank, reply
from outreach.delivery.inbound import take_in
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.parties.consent import start, stop
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import look
from tests.statements import run_sql

WEB = ("web",)


@pytest.fixture
def people(store: Store) -> list[tuple[int, int]]:
    """Three persons with one address each; the database's planner has its statistics."""
    met = [
        store.run(meet, NOBODY, channel="web", external_id=f"x{n}", language="nl") for n in range(3)
    ]
    run_sql(store, "ANALYZE")
    return met


def hello(language: str) -> Message:
    return Message({"nl": "Hoi", "en": "Hello"}[language])


def tell(store: Store, *persons: int) -> int:
    return store.run(notify, NOBODY, name="notice-answer", persons=persons, say=hello, quiet=LOUD)


def claim(store: Store, channels: tuple[str, ...] = WEB) -> list[Outgoing]:
    return store.run(claim_due, TICK, look(*channels))


def settle(store: Store, *results: Result) -> None:
    store.run(record_results, TICK, results=list(results))


def rows(store: Store, fields: str = "state") -> list[Any]:
    def rule(unit: Unit) -> list[Any]:
        found = unit.connection.exec_driver_sql(f"SELECT {fields} FROM delivery ORDER BY id").all()
        return [row[0] if len(row) == 1 else tuple(row) for row in found]

    return store.look(rule)


def test_reply_is_claimed_at_birth(
    store: Store, people: list[tuple[int, int]], clock: Clock
) -> None:
    born = answer(store, people[0], "m1")

    assert rows(store, "id, state, tries") == [(born, "claimed", 1)]
    assert claim(store) == []


def test_reply_holds_back_what_is_due_at_its_address(
    store: Store, people: list[tuple[int, int]], clock: Clock
) -> None:
    tell(store, people[0][0], people[1][0])
    born = answer(store, people[0], "m1")

    assert [outgoing.address for outgoing in claim(store)] == [people[1][1]]
    settle(store, Result(born, people[0][1], DeliveryState.SENT))
    assert [outgoing.address for outgoing in claim(store)] == [people[0][1]]


def test_claim_gives_all_that_sending_needs(store: Store, people: list[tuple[int, int]]) -> None:
    tell(store, people[0][0])

    assert claim(store) == [
        Outgoing(1, people[0][1], "web", "x0", Message("Hoi"), 1, rank=Rank.NOTICE)
    ]


def test_claim_takes_one_for_each_address_in_order(
    store: Store, people: list[tuple[int, int]], clock: Clock
) -> None:
    for _ in range(3):
        tell(store, *[person for person, _ in people])

    seen = []
    for _ in range(4):
        claimed = claim(store)
        seen.append([outgoing.id for outgoing in claimed])
        settle(
            store,
            *[Result(outgoing.id, outgoing.address, DeliveryState.SENT) for outgoing in claimed],
        )

    assert seen == [[1, 2, 3], [4, 5, 6], [7, 8, 9], []]


def test_claim_never_takes_what_is_taken(store: Store, people: list[tuple[int, int]]) -> None:
    tell(store, *[person for person, _ in people])

    assert [len(claim(store)), len(claim(store))] == [3, 0]


def test_claim_looks_at_its_own_channels_only(store: Store, people: list[tuple[int, int]]) -> None:
    tell(store, people[0][0])

    assert claim(store, ("terminal", "telegram")) == []
    assert len(claim(store, ("terminal", "web"))) == 1


def test_claim_waits_for_the_pace_of_the_address(
    store: Store, people: list[tuple[int, int]], clock: Clock
) -> None:
    tell(store, people[0][0])
    [first] = claim(store)
    settle(store, Result(first.id, first.address, DeliveryState.SENT, pace=timedelta(seconds=3)))
    tell(store, people[0][0])

    clock.passes(seconds=2.9)
    assert claim(store) == []
    clock.passes(seconds=0.1)
    assert len(claim(store)) == 1


def test_second_try_is_not_overtaken(
    store: Store, people: list[tuple[int, int]], clock: Clock
) -> None:
    tell(store, people[0][0])
    tell(store, people[0][0])
    [first] = claim(store)
    settle(
        store,
        Result(
            first.id,
            first.address,
            DeliveryState.PLANNED,
            again_at=clock.now + timedelta(seconds=30),
        ),
    )

    clock.passes(seconds=29)
    assert claim(store) == []
    clock.passes(seconds=1)
    assert [(outgoing.id, outgoing.tries) for outgoing in claim(store)] == [(first.id, 2)]


def test_lease_that_ran_out_is_taken_over(
    store: Store, people: list[tuple[int, int]], clock: Clock
) -> None:
    born = answer(store, people[0], "m1")
    tell(store, people[1][0])
    claim(store)

    clock.now += LEASE - timedelta(seconds=1)
    assert claim(store) == []
    clock.passes(seconds=1)
    assert [(outgoing.id, outgoing.tries) for outgoing in claim(store)] == [
        (born, 2),
        (born + 1, 2),
    ]


def test_new_process_takes_over_at_once(store: Store, people: list[tuple[int, int]]) -> None:
    born = answer(store, people[0], "m1")

    store.run(release_claims, TICK, channels=("terminal",))
    assert claim(store) == []
    store.run(release_claims, TICK, channels=WEB)
    assert [outgoing.id for outgoing in claim(store)] == [born]


def test_stop_between_plan_and_claim_is_looked_at_in_the_claim(
    store: Store, people: list[tuple[int, int]]
) -> None:
    tell(store, *[person for person, _ in people])
    store.run(stop, Actor("person", people[1][0]))

    assert [outgoing.address for outgoing in claim(store)] == [people[0][1], people[2][1]]
    assert rows(store) == ["claimed", "stopped", "claimed"]


def test_stop_does_not_hold_back_a_reply(
    store: Store, people: list[tuple[int, int]], clock: Clock
) -> None:
    born = answer(store, people[0], "m1")
    store.run(stop, Actor("person", people[0][0]))

    clock.now += LEASE
    assert [outgoing.id for outgoing in claim(store)] == [born]


def test_what_was_stopped_is_not_sent_after_a_start(
    store: Store, people: list[tuple[int, int]]
) -> None:
    tell(store, people[0][0])
    store.run(stop, Actor("person", people[0][0]))
    claim(store)
    store.run(start, Actor("person", people[0][0]))

    assert claim(store) == []
    assert rows(store) == ["stopped"]


def test_results_are_written_down(
    store: Store, people: list[tuple[int, int]], clock: Clock
) -> None:
    tell(store, *[person for person, _ in people])
    sent, failed, gone = claim(store)
    clock.passes(seconds=5)

    settle(
        store,
        Result(sent.id, sent.address, DeliveryState.SENT, receipt="r-1"),
        Result(failed.id, failed.address, DeliveryState.FAILED, reason="send-refused"),
        Result(gone.id, gone.address, DeliveryState.GONE, reason="send-address-gone"),
    )

    assert rows(store, "state, receipt, reason, lease_until") == [
        ("sent", "r-1", None, None),
        ("failed", None, "send-refused", None),
        ("gone", None, "send-address-gone", None),
    ]
    tell(store, *[person for person, _ in people])
    assert [outgoing.address for outgoing in claim(store)] == [sent.address, failed.address]


def test_gone_address_ends_what_was_planned_for_it(
    store: Store, people: list[tuple[int, int]]
) -> None:
    tell(store, people[0][0])
    tell(store, people[0][0])
    [first] = claim(store)
    settle(store, Result(first.id, first.address, DeliveryState.GONE))

    assert claim(store) == []
    assert rows(store) == ["gone", "gone"]


def test_notice_speaks_each_language_and_skips_who_stopped(
    store: Store, people: list[tuple[int, int]]
) -> None:
    english, _ = store.run(meet, NOBODY, channel="web", external_id="x9", language="en")
    store.run(stop, Actor("person", people[0][0]))

    tell(store, people[0][0], people[1][0], english)

    assert [outgoing.message.text for outgoing in claim(store)] == ["Hoi", "Hello"]
    assert len(rows(store)) == 2


def test_claim_is_bounded_and_nobody_is_skipped(store: Store) -> None:
    met = [
        store.run(meet, NOBODY, channel="web", external_id=f"x{n}", language="nl")
        for n in range(2 * BATCH + 20)
    ]
    run_sql(store, "ANALYZE")
    tell(store, *[person for person, _ in met])

    seen: list[int] = []
    while claimed := claim(store):
        assert len(claimed) <= BATCH
        seen += [outgoing.address for outgoing in claimed]
        settle(
            store,
            *[Result(outgoing.id, outgoing.address, DeliveryState.SENT) for outgoing in claimed],
        )

    assert seen == [address for _, address in met]


def answer(store: Store, to: tuple[int, int], external_id: str) -> int:
    person, address = to
    inbound = store.run(
        take_in, NOBODY, channel="web", external_id=external_id, address=address, text="hoi"
    )
    assert inbound is not None
    return store.run(
        reply, NOBODY, inbound=inbound, person=person, address=address, message=Message("Hoi")
    ).delivery
