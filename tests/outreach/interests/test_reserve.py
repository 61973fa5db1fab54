"""Who was chosen steps back: the first of the reserve comes in their place, and both hear of it."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.decide import decide
from outreach.interests.own import invite_to_party, withdraw_interest
from outreach.interests.pencil import outcomes
from outreach.interests.reserve import MovedUp, next_up
from outreach.interests.tell import Telling, Told
from outreach.parties.party import join_party
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from outreach.tasks.waiting import waiting
from tests.clock import Clock
from tests.outreach.interests.conftest import NADIA
from tests.outreach.interests.deciding import pencil_all


@pytest.fixture
def decided(
    waterdam: Store,
    strip: int,
    telling: Telling,
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    hear: Callable[[], dict[str, list[str]]],
) -> list[Actor]:
    """Ada is chosen, Bob and Cem are the reserve, and everybody heard of it."""
    people = [join(name) for name in ("ada", "bob", "cem")]
    move("closed")
    pencil_all(waterdam, NADIA, i1="chosen", i2="reserve", i3="reserve")
    waterdam.run(decide, NADIA, opportunity=strip, telling=telling)
    hear()
    return people


@pytest.fixture
def next_one(waterdam: Store, strip: int, telling: Telling) -> Callable[[], MovedUp]:
    def run() -> MovedUp:
        return waterdam.run(next_up, NADIA, opportunity=strip, telling=telling)

    return run


def planned_at(store: Store) -> dict[str, list[Any]]:
    """When each notice comes that is not out, by its name."""
    query = (
        "SELECT mailing.name, delivery.send_at FROM delivery "
        "JOIN mailing ON mailing.id = mailing_id ORDER BY delivery.id"
    )
    moments: dict[str, list[Any]] = {}
    rows = store.look(lambda unit: list(unit.connection.exec_driver_sql(query)))
    for name, at in rows:
        moments.setdefault(name, []).append(at)
    return moments


def kinds(store: Store) -> set[str]:
    return {item.kind for item in store.look(waiting, most=10)}


def test_first_of_the_reserve_comes_in_their_place_and_both_hear_of_it(
    waterdam: Store,
    strip: int,
    decided: list[Actor],
    next_one: Callable[[], MovedUp],
    clock: Clock,
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    waterdam.run(withdraw_interest, decided[0], interest=1)
    before = kinds(waterdam)

    moved = next_one()

    heard = hear()
    rows = {row.interest: row for row in waterdam.look(outcomes, opportunity=strip)}
    assert ("vacancy" in before, "vacancy" in kinds(waterdam)) == (True, False)
    assert (moved.interest, moved.gone, moved.told.persons) == (2, 1, 2)
    assert (rows[2].state, rows[2].outcome, rows[2].place) == ("agreed", "chosen", None)
    assert (rows[3].state, rows[3].place) == ("reserve", 1)
    assert set(heard) == {"ada", "bob", "cem"}
    assert "De gemeente gaat samen met Bob verder" in heard["bob"][0]
    assert "een partij van de reservelijst gevraagd" in heard["ada"][0]


def test_rest_of_the_reserve_hears_its_new_place_at_the_same_moment(
    waterdam: Store,
    decided: list[Actor],
    next_one: Callable[[], MovedUp],
    clock: Clock,
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    waterdam.run(withdraw_interest, decided[0], interest=1)

    next_one()

    moments = planned_at(waterdam)
    assert moments["notice-moved-up"] == moments["notice-agreed"] != [clock.now]
    told = (
        "Bij de kans “Zorg mee voor het plantsoen in de Lindenstraat” is een partij afgevallen. "
        "De eerste van de reservelijst is gevraagd, dus de anderen schuiven op."
    )
    [said] = hear()["cem"]
    assert said.split("\n\n") == [
        told,
        "Cem staat nu op plek 1 van de reservelijst.",
        "Je hoeft nu niets te doen. Valt er weer een partij af, dan hoor je het van ons.",
    ]


def test_who_moves_up_twice_in_a_row_reads_the_last_place_alone(
    waterdam: Store,
    strip: int,
    telling: Telling,
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    next_one: Callable[[], MovedUp],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    people = [join(name) for name in ("ada", "bob", "cem", "dee", "eve")]
    move("closed")
    pencil_all(waterdam, NADIA, i1="chosen", i2="chosen", i3="reserve", i4="reserve", i5="reserve")
    waterdam.run(decide, NADIA, opportunity=strip, telling=telling)
    hear()
    for number in (1, 2):
        waterdam.run(withdraw_interest, people[number - 1], interest=number)

    for _ in range(2):
        next_one()

    heard = hear()
    assert len(heard["dee"]) == 1
    assert "verder bij de kans" in heard["dee"][0]
    assert [text.split("\n\n")[1] for text in heard["eve"]] == [
        "Eve staat nu op plek 1 van de reservelijst."
    ]


@pytest.mark.parametrize("own", [(3, 4), (2, 4)], ids=["both in the reserve", "one is asked"])
def test_person_of_two_parties_hears_once(
    waterdam: Store,
    strip: int,
    telling: Telling,
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    next_one: Callable[[], MovedUp],
    hear: Callable[[], dict[str, list[str]]],
    own: tuple[int, int],
) -> None:
    people = [join(name) for name in ("ada", "bob", "cem", "dee")]
    code = waterdam.run(invite_to_party, people[own[1] - 1], interest=own[1])
    waterdam.run(join_party, people[own[0] - 1], code=code)
    move("closed")
    pencil_all(waterdam, NADIA, i1="chosen", i2="reserve", i3="reserve", i4="reserve")
    waterdam.run(decide, NADIA, opportunity=strip, telling=telling)
    hear()
    waterdam.run(withdraw_interest, people[0], interest=1)

    next_one()

    [said] = hear()[("ada", "bob", "cem", "dee")[own[0] - 1]]
    assert "Dee staat nu op plek 2 van de reservelijst." in said
    assert ("Cem staat nu op plek 1" in said, "verder bij de kans" in said) == (
        own[0] == 3,
        own[0] == 2,
    )


def test_as_long_as_the_decision_is_not_out_it_tells_the_places(
    waterdam: Store,
    strip: int,
    telling: Telling,
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    next_one: Callable[[], MovedUp],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    people = [join(name) for name in ("ada", "bob", "cem")]
    move("closed")
    hear()
    pencil_all(waterdam, NADIA, i1="chosen", i2="reserve", i3="reserve")
    waterdam.run(decide, NADIA, opportunity=strip, telling=telling)
    waterdam.run(withdraw_interest, people[0], interest=1)

    next_one()

    [said] = hear()["cem"]
    assert "De plek op de reservelijst: 1." in said
    assert "schuiven op" not in said


def test_each_who_steps_back_is_replaced_once_and_the_reserve_ends(
    waterdam: Store, decided: list[Actor], next_one: Callable[[], MovedUp]
) -> None:
    waterdam.run(withdraw_interest, decided[0], interest=1)
    first = next_one()
    with pytest.raises(Refusal, match="refusal-next-nobody"):
        next_one()
    waterdam.run(withdraw_interest, decided[1], interest=2)
    second = next_one()
    waterdam.run(withdraw_interest, decided[2], interest=3)

    assert [(each.interest, each.gone) for each in (first, second)] == [(2, 1), (3, 2)]
    with pytest.raises(Refusal, match="refusal-next-empty"):
        next_one()


def test_nobody_is_asked_as_long_as_all_who_were_chosen_go_on(
    waterdam: Store, decided: list[Actor], next_one: Callable[[], MovedUp]
) -> None:
    with pytest.raises(Refusal, match="refusal-next-nobody"):
        next_one()
    assert "vacancy" not in kinds(waterdam)


def test_before_the_decision_there_is_no_reserve(
    waterdam: Store, join: Callable[..., Actor], next_one: Callable[[], Any]
) -> None:
    join("ada")

    with pytest.raises(Refusal, match="refusal-next-undecided"):
        next_one()


def test_reserve_that_stepped_back_is_passed_over(
    waterdam: Store, decided: list[Actor], next_one: Callable[[], MovedUp]
) -> None:
    waterdam.run(withdraw_interest, decided[1], interest=2)
    waterdam.run(withdraw_interest, decided[0], interest=1)

    assert next_one().interest == 3
