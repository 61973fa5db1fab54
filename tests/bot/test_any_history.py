"""After any history a conversation ends as on the straight path, no action done twice."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bot.life import ANSWER, MOVES, Life, answers_in, deeds_in, finish, make, straight
from tests.bot.scripts import Fault, Script, deploys, fitting, scripts

SETTINGS = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(scripts(), MOVES)
def test_any_history_ends_as_the_straight_path_with_the_final_answers(
    script: Script, history: list[tuple[str, int]]
) -> None:
    life = Life(script)

    for move, number in history:
        if not life.over:
            make(life, move, number)
    life.world.open = life.world.open or not life.over
    finish(life)

    assert max(Counter(receipt.name for receipt in life.world.done).values(), default=1) == 1
    if life.halt and not life.halt.refused and not life.halt.closed:
        path = straight(script, answers_in(life.halt.run), life.world.version)
        assert (path.over, path.world.done) == (True, life.world.done)
        assert path.halt is not None
        assert answers_in(path.halt.run) == answers_in(life.halt.run)


@SETTINGS
@given(scripts(), st.lists(st.tuples(MOVES, deploys()), min_size=1, max_size=4))
def test_no_deed_is_done_twice_whatever_is_deployed(script: Script, eras: list[Any]) -> None:
    life = Life(script)

    for history, deploy in eras:
        for move, number in history:
            if not life.over:
                make(life, move, number)
        life.script = deploy(life.script)
    life.script = tuple(node for node in life.script if not isinstance(node, Fault))
    finish(life)

    assert max(Counter(receipt.name for receipt in life.world.done).values(), default=1) == 1


@SETTINGS
@given(scripts(), st.lists(ANSWER, max_size=12), deploys())
def test_a_deploy_keeps_the_longest_prefix_that_fits(
    script: Script, history: list[tuple[str, int]], deploy: Callable[[Script], Script]
) -> None:
    life = Life(script)
    for move, number in history:
        if not life.over:
            make(life, move, number)
    before = life.run
    entries = [entry for entry in before.transcript if entry[0] != "look"]
    after = tuple(node for node in deploy(script) if not isinstance(node, Fault))
    if life.over or before.offers:
        return

    life.script = after
    life.turn(None)

    kept = fitting(after, entries)
    barrier = any(entry[0] == "do" for entry in entries[kept:])
    assert life.halt is not None
    assert life.halt.closed == barrier
    if not barrier and not life.over:
        assert [entry for entry in life.run.transcript if entry[0] == "ask"][: len(entries)] == [
            entry for entry in entries[:kept] if entry[0] == "ask"
        ]


@SETTINGS
@given(scripts(), MOVES)
def test_back_never_passes_a_deed(script: Script, history: list[tuple[str, int]]) -> None:
    life = Life(script)
    for move, number in history:
        if not life.over:
            make(life, move, number)
    if life.over:
        return
    done = deeds_in(life.run)
    after_last = [entry[0] for entry in life.run.transcript].count("ask") if not done else None

    for _ in range(30):
        life.back()

    assert deeds_in(life.run) == done
    assert after_last is None or answers_in(life.run) == []
