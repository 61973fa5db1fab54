"""An approved decision can be called off, is applied once, and is held if something came first."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.apply import apply_due, approve_decision, call_off_decision
from outreach.interests.decision import prepared, write_letter
from outreach.interests.pencil import pencil
from outreach.interests.question import ask_question
from outreach.interests.tell import Telling, Told
from outreach.opportunities.edit import get_opportunity
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from outreach.tasks.waiting import waiting
from tests.clock import Clock
from tests.outreach.interests.conftest import NADIA
from tests.outreach.interests.deciding import WHY, pencil_all, terms
from tests.outreach.interests.telling import count

OMAR = Actor("staff", 2)


@pytest.fixture
def people(waterdam: Store, join: Callable[..., Actor], move: Callable[[str], Told]) -> list[Actor]:
    """Ada is chosen and Bob is not, in pencil."""
    joined = [join("ada"), join("bob")]
    move("closed")
    pencil_all(waterdam, NADIA, i1="chosen", i2="not_chosen")
    return joined


@pytest.fixture
def approve(waterdam: Store, strip: int, telling: Telling) -> Callable[..., Any]:
    def run(who: Actor = NADIA, people: int | None = None, **limits: int) -> Any:
        values: dict[str, Any] = {"opportunity": strip, "terms": terms(telling, **limits)}
        return waterdam.run(approve_decision, who, people=people, **values)

    return run


@pytest.fixture
def tick(waterdam: Store, telling: Telling) -> Callable[[], int]:
    """Let the clockwork apply what is due; return how many decisions that were."""

    def run() -> int:
        return waterdam.run(apply_due, TICK, terms=terms(telling))

    return run


@pytest.fixture
def held(
    waterdam: Store,
    strip: int,
    people: list[Actor],
    approve: Callable[..., Any],
    clock: Clock,
    tick: Callable[[], int],
) -> None:
    """After it was approved Ada asked something, so that it was not applied when it was due."""
    approve()
    waterdam.run(ask_question, people[0], opportunity=strip, text="Mag mijn hond mee?")
    clock.passes(minutes=10)
    tick()


def state(store: Store, opportunity: int) -> str:
    return store.look(get_opportunity, opportunity=opportunity).state


def test_waits_for_its_cancel_time_and_is_then_applied_once(
    waterdam: Store,
    strip: int,
    people: list[Actor],
    approve: Callable[..., Any],
    clock: Clock,
    tick: Callable[[], int],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    # that it closed was told before
    hear()
    before = count(waterdam, "mailing")

    approved = approve()
    early = tick()
    waits = (state(waterdam, strip), count(waterdam, "mailing"))
    clock.passes(minutes=10)
    done = [tick() for _ in range(2)]

    assert (approved.told.persons, approved.due_at, early) == (2, clock.now, 0)
    assert waits == ("closed", before)
    assert (done, state(waterdam, strip)) == ([1, 0], "decided")
    assert {name: len(texts) for name, texts in hear().items()} == {"ada": 1, "bob": 1}


def test_who_approved_stands_in_what_the_clock_did(
    waterdam: Store,
    people: list[Actor],
    approve: Callable[..., Any],
    clock: Clock,
    tick: Callable[[], int],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    approve(OMAR)
    clock.passes(minutes=10)

    tick()

    deeds = "SELECT actor, deed FROM event WHERE deed LIKE '%decided' OR deed LIKE 'decision%'"
    assert stored(waterdam, deeds) == [
        ("staff:2", "decision.approved"),
        ("staff:2", "opportunity.decided"),
    ]


def test_without_a_cancel_time_it_is_applied_at_once(
    waterdam: Store, strip: int, people: list[Actor], approve: Callable[..., Any]
) -> None:
    assert approve(minutes=0).due_at is None
    assert state(waterdam, strip) == "decided"


def test_called_off_nobody_hears_anything_and_it_can_be_approved_again(
    waterdam: Store,
    strip: int,
    people: list[Actor],
    approve: Callable[..., Any],
    clock: Clock,
    tick: Callable[[], int],
) -> None:
    approve()

    waterdam.run(call_off_decision, NADIA, opportunity=strip)
    clock.passes(hours=1)

    assert tick() == 0
    assert state(waterdam, strip) == "closed"
    with pytest.raises(Refusal, match="refusal-decision-none"):
        waterdam.run(call_off_decision, NADIA, opportunity=strip)
    assert approve().told.persons == 2


def test_nothing_in_pencil_changes_between_approving_and_applying(
    waterdam: Store, strip: int, people: list[Actor], approve: Callable[..., Any]
) -> None:
    approve()
    facts: dict[str, Any] = {"opportunity": strip, "outcome": "chosen", "language": "nl"}

    with pytest.raises(Refusal, match="refusal-decision-approved"):
        waterdam.run(pencil, NADIA, interest=1, outcome="reserve", reason=WHY["reserve"])
    with pytest.raises(Refusal, match="refusal-decision-approved"):
        waterdam.run(write_letter, NADIA, **facts, text="Hoera!")
    with pytest.raises(Refusal, match="refusal-decision-approved"):
        approve()


def test_what_came_between_holds_it_and_writes_nothing(
    waterdam: Store, strip: int, held: None
) -> None:
    row = waterdam.look(prepared, opportunity=strip)

    assert (state(waterdam, strip), row.due_at, row.held) == ("closed", None, "refusal-undecided")


def test_number_of_people_that_changed_is_refused(
    people: list[Actor], approve: Callable[..., Any]
) -> None:
    with pytest.raises(Refusal, match="refusal-decision-people") as refused:
        approve(people=3)

    assert (refused.value.facts["read"], refused.value.facts["now"]) == (3, 2)
    assert approve(people=2).told.persons == 2


def test_many_people_take_four_eyes(
    waterdam: Store, people: list[Actor], approve: Callable[..., Any]
) -> None:
    with pytest.raises(Refusal, match="refusal-decision-four-eyes"):
        approve(above=1)

    assert approve(OMAR, above=1).told.persons == 2


def test_held_decision_waits_for_staff(waterdam: Store, strip: int, held: None) -> None:
    kinds = {item.kind: item.command for item in waterdam.look(waiting, most=10)}

    assert kinds["decision"] == f"kansenbode opportunities apply {strip} --preview"
