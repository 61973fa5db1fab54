"""A silent conversation gets one reminder, then an end; a person who stopped gets neither."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from content.message import Message
from outreach.conversations.conversation import (
    Run,
    begin_conversation,
    find_conversation,
    keep_conversation,
)
from outreach.conversations.silence import end_silent, remind_silent
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.quiet import Quiet
from outreach.delivery.results import Result, record_results
from outreach.parties.consent import stop
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import look
from tests.statements import run_sql

REMIND, END = 3, 14
INTEREST = Run("interest", {"opportunity": 1}, [["ask", "interest-kind", "group"]])


def remind(store: Store) -> int:
    return store.run(
        remind_silent,
        TICK,
        days=REMIND,
        say=lambda language: Message(f"remind {language}"),
        quiet=LOUD,
    )


def end(store: Store) -> int:
    return store.run(
        end_silent, TICK, days=END, say=lambda language: Message(f"ended {language}"), quiet=LOUD
    )


def talking(
    store: Store, name: str, run: Run = INTEREST, beneath: Run | None = None, language: str = "nl"
) -> int:
    person, address = store.run(meet, NOBODY, channel="web", external_id=name, language=language)
    store.run(begin_conversation, NOBODY, person=person, address=address, language=language)
    answer(store, name, run, beneath)
    return person


def answer(store: Store, name: str, run: Run, beneath: Run | None = None) -> None:
    def rule(unit: Unit) -> None:
        found = find_conversation(unit, channel="web", external_id=name)
        assert found is not None
        keep_conversation(unit, conversation=replace(found, run=run, beneath=beneath))

    store.run(rule, NOBODY)


def state(store: Store, name: str) -> tuple[Run, Run | None]:
    found = store.run(find_conversation, NOBODY, channel="web", external_id=name)
    assert found is not None
    return found.run, found.beneath


def told(store: Store) -> list[tuple[str, str]]:
    """What goes out now; it is sent at once."""
    said = []
    while claimed := store.run(claim_due, TICK, look("web")):
        said += [(out.external_id, out.message.text) for out in claimed]
        store.run(
            record_results,
            TICK,
            results=[Result(out.id, out.address, DeliveryState.SENT) for out in claimed],
        )
    return sorted(said)


def test_reminder_comes_after_three_days_of_silence(store: Store, clock: Clock) -> None:
    talking(store, "ada")
    talking(store, "bob", language="en")

    clock.passes(days=REMIND)
    assert (remind(store), told(store)) == (0, [])

    clock.passes(seconds=1)
    assert (remind(store), told(store)) == (2, [("ada", "remind nl"), ("bob", "remind en")])


def test_reminder_comes_once(store: Store, clock: Clock) -> None:
    talking(store, "ada")
    clock.passes(days=4)
    remind(store)
    told(store)

    for _ in range(5):
        clock.passes(days=1)
        assert remind(store) == 0
    assert told(store) == []


def test_reminder_leaves_the_conversation_as_it_was(store: Store, clock: Clock) -> None:
    talking(store, "ada", INTEREST, Run("opportunity", {"opportunity": 1}))
    before = state(store, "ada")

    clock.passes(days=4)
    remind(store)

    assert state(store, "ada") == before


@pytest.mark.parametrize("run", [Run(), Run("menu")], ids=["ended", "menu"])
def test_who_owes_no_answer_is_not_reminded(store: Store, clock: Clock, run: Run) -> None:
    talking(store, "ada", run)

    clock.passes(days=4)

    assert (remind(store), told(store)) == (0, [])


def test_who_stopped_is_not_reminded_and_hears_no_end(store: Store, clock: Clock) -> None:
    person = talking(store, "ada")
    store.run(stop, Actor("person", person))

    clock.passes(days=4)
    remind(store)
    clock.passes(days=11)
    end(store)

    assert told(store) == []
    assert state(store, "ada") == (Run(), None)


def test_who_stops_after_the_reminder_was_planned_does_not_get_it(
    store: Store, clock: Clock
) -> None:
    person = talking(store, "ada")
    clock.passes(days=4)
    remind(store)

    store.run(stop, Actor("person", person))

    assert told(store) == []


def test_who_goes_on_after_the_reminder_may_fall_silent_again(store: Store, clock: Clock) -> None:
    talking(store, "ada")
    clock.passes(days=4)
    remind(store)
    told(store)

    further = Run(
        "interest",
        {"opportunity": 1},
        [*INTEREST.transcript, ["ask", "interest-group-name", "Wij"]],
    )
    answer(store, "ada", further)
    clock.passes(days=13)
    assert (remind(store), end(store), told(store)) == (1, 0, [("ada", "remind nl")])

    assert state(store, "ada") == (further, None)


def test_end_comes_after_fourteen_days_and_says_how_to_go_on(store: Store, clock: Clock) -> None:
    talking(store, "ada", INTEREST, Run("opportunity", {"opportunity": 1}))

    clock.passes(days=END)
    assert (end(store), told(store)) == (0, [])
    clock.passes(seconds=1)
    assert (end(store), told(store)) == (1, [("ada", "ended nl")])

    assert state(store, "ada") == (Run(), None)


def test_menu_ends_without_a_word(store: Store, clock: Clock) -> None:
    talking(store, "ada", Run("menu"))

    clock.passes(days=15)

    assert (end(store), told(store)) == (1, [])
    assert state(store, "ada") == (Run(), None)


def test_end_comes_once(store: Store, clock: Clock) -> None:
    talking(store, "ada")
    clock.passes(days=15)
    end(store)
    told(store)

    clock.passes(days=30)

    assert (end(store), remind(store), told(store)) == (0, 0, [])


def test_silence_while_the_house_was_closed_ends_without_a_reminder(
    store: Store, clock: Clock
) -> None:
    talking(store, "ada")

    clock.passes(days=40)
    end(store)
    remind(store)

    assert told(store) == [("ada", "ended nl")]


def test_nobody_is_looked_for_in_quiet_hours(store: Store, clock: Clock) -> None:
    talking(store, "ada")
    talking(store, "bob")
    quiet: dict[str, Any] = {"say": lambda language: Message("…"), "quiet": Quiet(ZoneInfo("UTC"))}
    # Friday, 23:00
    clock.passes(days=4, hours=14)
    assert store.run(remind_silent, TICK, days=REMIND, **quiet) == 0

    answer(
        store,
        "ada",
        Run("interest", {"opportunity": 1}, [*INTEREST.transcript, ["ask", "interest-give", "ik"]]),
    )
    clock.passes(hours=9)

    assert store.run(remind_silent, TICK, days=REMIND, **quiet) == 1
    assert [name for name, _ in told(store)] == ["bob"]


def test_conversation_that_ends_in_quiet_hours_waits_for_the_morning(
    store: Store, clock: Clock
) -> None:
    talking(store, "ada")
    quiet: dict[str, Any] = {"say": lambda language: Message("…"), "quiet": Quiet(ZoneInfo("UTC"))}
    clock.passes(days=15, hours=14)

    assert store.run(end_silent, TICK, days=END, **quiet) == 0
    clock.passes(hours=9)
    assert store.run(end_silent, TICK, days=END, **quiet) == 1


def test_ended_conversation_remembers_no_question(
    store: Store, clock: Clock, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    talking(store, "ada")
    run_sql(store, "UPDATE conversation SET asked = 'x'")

    clock.passes(days=15)
    end(store)

    assert stored(store, "SELECT asked FROM conversation") == [(None,)]
