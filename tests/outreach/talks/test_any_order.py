"""Turns, take-overs and deliveries in any order: from its commit on nothing of the bot leaves."""

import itertools
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from outreach.delivery.delivery import Rank
from outreach.refusal import Refusal
from tests.outreach.talks.conftest import Talk

NAMES = itertools.count(1)
MOVES = st.lists(
    st.sampled_from(
        (
            *["says", "take", "claim", "hand over"] * 3,
            *["write", "give back", "news", "my data", "soon", "late", "tick"] * 2,
            "stop",
        )
    ),
    min_size=4,
    max_size=24,
)
SETTINGS = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def make(talk: Talk, move: str) -> None:
    match move:
        case "says":
            talk.hear(f"woord {next(NAMES)}")
        case "my data":
            talk.hear("mijn gegevens")
        case "stop":
            talk.hear("stop")
        case "take":
            talk.take()
        case "write":
            talk.write("dag")
        case "give back":
            talk.give_back()
        case "news":
            talk.news()
        case "claim":
            talk.claim()
        case "hand over":
            was_taken = talk.is_taken
            left = talk.hand_over()
            assert left is None or not was_taken or left.rank == Rank.ALWAYS
        case "soon":
            talk.clock.passes(seconds=5)
        case "late":
            talk.clock.passes(minutes=61)
        case "tick":
            talk.tick()


@SETTINGS
@given(moves=MOVES)
@example(moves=["says", "take", "hand over", "write", "claim", "hand over", "give back"])
@example(moves=["news", "claim", "take", "hand over", "hand over", "claim", "hand over"])
@example(moves=["take", "stop", "hand over", "says", "late", "claim", "hand over", "tick"])
def test_nothing_of_the_bot_leaves_while_a_colleague_has_it_and_nothing_is_lost(
    talk_of: Callable[[str], Talk], moves: list[str]
) -> None:
    talk = talk_of(f"p{next(NAMES)}")

    for move in moves:
        # a colleague may be too late, or not the one who has it
        with suppress(Refusal):
            make(talk, move)
    talk.clock.passes(minutes=120)
    talk.tick()
    talk.all_leaves()

    ids = Counter(outgoing.id for outgoing in talk.left)
    states = talk.store.look(
        lambda unit: unit.connection.exec_driver_sql(
            f"SELECT id, state FROM delivery WHERE person_id = {talk.person}"
        ).all()
    )
    assert set(ids.values()) <= {1}
    assert {state for _, state in states} <= {"sent", "stopped"}
    assert {number for number, state in states if state == "sent"} == set(ids)
