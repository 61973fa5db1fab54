"""Staff read how interests were weighed: the last word of each, what is settled, and the sum."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.interests.weigh import SCALE, score, weigh
from outreach.mailboxes.mailbox import emails_of_party
from outreach.refusal import Refusal
from outreach.reports.weighing import (
    Weighed,
    against_the_sum,
    decision_overview,
    weighed,
    weighed_openly,
)
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.interests.expressing import express, person

NADIA = Actor("staff", 1)
KIM = Actor("staff", 2)
WORDS = st.sampled_from(sorted(SCALE))


@pytest.fixture(autouse=True)
def colleagues(waterdam: Store) -> None:
    for name in ("Nadia", "Kim"):
        email = f"{name.lower()}@waterdam.example"
        waterdam.run(add_staff, NOBODY, email=email, name=name, role="editor")


@pytest.fixture
def interest(waterdam: Store, strip: int) -> int:
    return int(express(waterdam, person(waterdam, "ada"), strip).interest)


@pytest.fixture
def give(waterdam: Store, interest: int) -> Callable[..., None]:
    """Let a colleague give a word on a criterion."""

    def run(who: Actor, criterion: int, word: str, *, settle: bool = False) -> None:
        said: dict[str, Any] = {"criterion": criterion, "word": word, "reason": f"Vanwege {word}."}
        waterdam.run(weigh, who, interest=interest, mailed=emails_of_party, settle=settle, **said)

    return run


def test_last_word_of_each_colleague_counts_and_differences_show(
    waterdam: Store, interest: int, give: Callable[..., None]
) -> None:
    give(NADIA, 1, "poor")
    give(NADIA, 1, "good")
    give(KIM, 1, "strong")
    give(KIM, 2, "good")

    found = waterdam.look(weighed, interest=interest)

    first, second, third = found.points
    assert [(said.by, said.word) for said in first.words] == [("Kim", "strong"), ("Nadia", "good")]
    assert [(said.by, said.word) for said in first.earlier] == [("Nadia", "poor")]
    assert [point.differs for point in found.points] == [True, False, False]
    assert (second.text, second.weight) == ("Of het plan goed is voor planten, bijen en vogels", 35)
    assert (third.words, third.settled, found.score) == ([], None, None)


def test_one_word_is_settled_whoever_wrote_it_down(
    waterdam: Store, interest: int, give: Callable[..., None]
) -> None:
    give(NADIA, 1, "good", settle=True)
    give(KIM, 1, "enough", settle=True)

    point = waterdam.look(weighed, interest=interest).points[0]

    assert point.settled is not None
    assert (point.settled.by, point.settled.word) == ("Kim", "enough")
    assert [said.word for said in point.earlier] == ["good"]


def test_sum_is_there_once_every_criterion_is_settled(
    waterdam: Store, interest: int, give: Callable[..., None]
) -> None:
    sums = []
    for criterion in (1, 2, 3):
        sums.append(waterdam.look(weighed, interest=interest).score)
        give(NADIA, criterion, "good", settle=True)

    assert sums == [None] * 3
    assert waterdam.look(weighed, interest=interest).score == 75.0


def test_overview_has_every_interest_and_the_open_one_has_no_names_or_reasons(
    waterdam: Store, strip: int, interest: int, give: Callable[..., None]
) -> None:
    give(NADIA, 1, "good", settle=True)

    [found] = waterdam.look(decision_overview, opportunity=strip)

    openly = weighed_openly(found)
    assert found.party == "Buren van de Lindenstraat"
    assert "Buren" not in str(openly)
    assert "Vanwege" not in str(openly)
    assert [point.settled and point.settled.word for point in openly.points] == ["good", None, None]


def test_unknown_interest_is_refused(waterdam: Store) -> None:
    with pytest.raises(Refusal, match="refusal-unknown"):
        waterdam.look(weighed, interest=99)


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_entry_gives_the_same_outcome(
    waterdam: Store, interest: int, give: Callable[..., None], seed: int
) -> None:
    entries = [
        (NADIA, 1, "good", False),
        (KIM, 1, "poor", False),
        (NADIA, 2, "strong", False),
        (NADIA, 1, "enough", True),
        (KIM, 2, "fair", True),
        (KIM, 3, "good", True),
    ]
    for number in sorted(range(len(entries)), key=lambda number: (number * 7 + seed * 5) % 13):
        who, criterion, word, settle = entries[number]
        give(who, criterion, word, settle=settle)

    found = waterdam.look(weighed, interest=interest)

    assert [(point.settled and point.settled.word) for point in found.points] == [
        "enough",
        "fair",
        "good",
    ]
    assert [[(said.by, said.word) for said in point.words] for point in found.points] == [
        [("Kim", "poor"), ("Nadia", "good")],
        [("Nadia", "strong")],
        [],
    ]
    assert found.score == (40 * 2 + 35 * 1 + 25 * 3) / 4


@given(st.lists(st.tuples(st.integers(0, 100), WORDS), max_size=6), st.randoms())
def test_sum_is_the_same_in_any_order(said: list[tuple[int, str]], chance: Random) -> None:
    numbered = dict(enumerate(said, 1))
    mixed = list(numbered)
    chance.shuffle(mixed)

    def together(order: list[int]) -> float | None:
        return score(
            {number: numbered[number][0] for number in order},
            {number: numbered[number][1] for number in order},
        )

    assert together(mixed) == together(list(numbered))


@given(st.dictionaries(st.integers(1, 6), st.integers(1, 100), min_size=1), st.data())
def test_better_word_never_comes_to_less(weights: dict[int, int], data: st.DataObject) -> None:
    words = {number: data.draw(WORDS) for number in weights}
    better = words | {next(iter(weights)): "strong"}

    before, after = score(weights, words), score(weights, better)

    assert before is not None
    assert after is not None
    assert 0 <= before <= after <= 100


def entry(number: int, total: float | None, outcome: str | None) -> Weighed:
    return Weighed(number, None, number, "", "firm", "new", [], total, outcome)


@pytest.mark.parametrize(
    ("found", "pairs"),
    [
        ([(80.0, "chosen"), (60.0, "not_chosen")], []),
        ([(60.0, "chosen"), (80.0, "not_chosen")], [(2, 1)]),
        ([(60.0, "chosen"), (80.0, "reserve"), (70.0, "not_chosen")], [(2, 1), (3, 1)]),
        ([(60.0, "chosen"), (60.0, "not_chosen")], []),
        ([(60.0, "chosen"), (None, "not_chosen"), (80.0, None)], []),
    ],
)
def test_outcome_that_goes_against_the_sum_is_remarked(
    found: list[tuple[float | None, str | None]], pairs: list[tuple[int, int]]
) -> None:
    entries = [entry(number, *each) for number, each in enumerate(found, 1)]

    remarked = against_the_sum(entries)

    assert [(more.interest, less.interest) for more, less in remarked] == pairs
