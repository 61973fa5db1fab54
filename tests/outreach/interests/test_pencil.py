"""An outcome in pencil: whole, changed, taken back, and read by nobody but staff."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.interest import PartyDraft
from outreach.interests.own import my_interests, withdraw_interest
from outreach.interests.pencil import Penciled, outcomes, pencil, rub_out
from outreach.opportunities.lifecycle import move_opportunity
from outreach.privacy.file import person_file
from outreach.privacy.forget import forget_person
from outreach.privacy.mydata import my_data
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.outreach.interests.conftest import NADIA
from tests.outreach.interests.expressing import express
from tests.outreach.interests.telling import count
from tests.people import number_of

WHY = "Jullie plan past het best."


@pytest.fixture
def write(waterdam: Store) -> Callable[..., Penciled]:
    """Let Nadia write in pencil: `write(1, "chosen")`."""

    def run(interest: int, outcome: str, reason: str = WHY, **values: Any) -> Penciled:
        about: dict[str, Any] = {"interest": interest, "outcome": outcome, "reason": reason}
        return waterdam.run(pencil, NADIA, **about, **values)

    return run


def test_what_is_in_pencil_stands_with_its_reason_and_who_wrote_it(
    waterdam: Store, strip: int, join: Callable[..., Actor], write: Callable[..., Penciled]
) -> None:
    for name in ("ada", "bob"):
        join(name)

    first = write(1, "chosen", amount_cents=50_000, together=2)

    ada, bob = waterdam.look(outcomes, opportunity=strip)
    assert first == ada
    assert (ada.outcome, ada.amount_cents, ada.together) == ("chosen", 50_000, 2)
    assert (ada.reason, ada.by, ada.applied_at) == (WHY, "staff:1", None)
    assert (bob.interest, bob.outcome, bob.reason) == (2, None, "")


def test_other_outcome_takes_nothing_along_that_does_not_belong_to_it(
    join: Callable[..., Actor], write: Callable[..., Penciled]
) -> None:
    join("ada")
    write(1, "chosen", amount_cents=50_000)

    reserve = write(1, "reserve", "Er is net te weinig plek.")
    refused = write(1, "not_chosen", "Het plan past niet.")

    assert (reserve.place, reserve.amount_cents) == (1, None)
    assert (refused.outcome, refused.place) == ("not_chosen", None)


def test_reserve_has_an_order_without_two_at_one_place(
    join: Callable[..., Actor], write: Callable[..., Penciled]
) -> None:
    for name in ("ada", "bob", "eve"):
        join(name)

    places = [write(1, "reserve"), write(2, "reserve", place=4), write(3, "reserve")]

    assert [each.place for each in places] == [1, 4, 5]
    with pytest.raises(Refusal) as refused:
        write(3, "reserve", place=4)
    assert (refused.value.key, refused.value.facts["other"]) == ("refusal-pencil-taken", "2")


def test_reason_may_be_told_in_another_language_and_a_new_one_ends_that(
    join: Callable[..., Actor], write: Callable[..., Penciled]
) -> None:
    join("ada")
    write(1, "chosen")

    both = write(1, "chosen", "Your plan fits best.", language="en")
    anew = write(1, "chosen", "Het is het enige plan.")

    assert (both.reason, both.reasons) == (WHY, {"en": "Your plan fits best."})
    assert (anew.reason, anew.reasons) == ("Het is het enige plan.", {})


@pytest.mark.parametrize(
    ("outcome", "values", "key"),
    [
        ("chosen", {"reason": ""}, "refusal-pencil-reason"),
        ("chosen", {"reason": "Better.", "language": "en"}, "refusal-pencil-reason"),
        ("chosen", {"place": 1}, "refusal-pencil-place"),
        ("reserve", {"amount_cents": 100}, "refusal-pencil-amount"),
        ("chosen", {"together": 1}, "refusal-pencil-together"),
        ("chosen", {"together": 99}, "refusal-pencil-together"),
        ("not_chosen", {"reason": "Bob is beter."}, "refusal-names-another"),
    ],
)
def test_half_an_outcome_is_refused_and_nothing_is_written(
    waterdam: Store,
    join: Callable[..., Actor],
    write: Callable[..., Penciled],
    outcome: str,
    values: dict[str, Any],
    key: str,
) -> None:
    for name in ("ada", "bob"):
        join(name)

    with pytest.raises(Refusal) as refused:
        write(1, outcome, **values)

    assert refused.value.key == key
    assert count(waterdam, "outcome") == 0


def test_taken_back_it_is_gone_and_cannot_be_taken_back_twice(
    waterdam: Store, join: Callable[..., Actor], write: Callable[..., Penciled]
) -> None:
    join("ada")
    write(1, "chosen")

    waterdam.run(rub_out, NADIA, interest=1)

    assert count(waterdam, "outcome") == 0
    with pytest.raises(Refusal, match="refusal-pencil-none"):
        waterdam.run(rub_out, NADIA, interest=1)


def test_party_that_takes_back_and_comes_again_begins_without_an_outcome(
    waterdam: Store,
    strip: int,
    clock: Any,
    join: Callable[..., Actor],
    write: Callable[..., Penciled],
) -> None:
    ada = join("ada")
    write(1, "not_chosen")

    clock.passes(minutes=1)
    waterdam.run(withdraw_interest, ada, interest=1)
    gone = waterdam.look(outcomes, opportunity=strip)
    express(waterdam, ada, strip, PartyDraft("resident", "Ada"))

    assert gone == []
    assert [each.outcome for each in waterdam.look(outcomes, opportunity=strip)] == [None]


def test_nothing_is_written_any_more_once_it_was_decided(
    waterdam: Store, strip: int, join: Callable[..., Actor], write: Callable[..., Penciled]
) -> None:
    join("ada")
    for state in ("closed", "decided"):
        waterdam.run(move_opportunity, NADIA, opportunity=strip, state=state)

    with pytest.raises(Refusal, match="refusal-pencil-late"):
        write(1, "chosen")


def test_its_party_reads_nothing_of_it_in_any_list_or_file_of_theirs(
    waterdam: Store, join: Callable[..., Actor], write: Callable[..., Penciled]
) -> None:
    ada = join("ada")

    def seen() -> list[Any]:
        person = number_of(ada)
        return [
            waterdam.run(my_interests, ada),
            waterdam.look(my_data, person=person),
            waterdam.look(person_file, person=person),
        ]

    before = seen()
    write(1, "chosen")
    waterdam.run(rub_out, NADIA, interest=1)
    write(1, "reserve")

    assert seen() == before


def test_who_is_forgotten_leaves_nothing_in_pencil(
    waterdam: Store, join: Callable[..., Actor], write: Callable[..., Penciled]
) -> None:
    ada = join("ada")
    write(1, "chosen")

    waterdam.run(forget_person, TICK, person=number_of(ada))

    assert count(waterdam, "outcome") == 0
