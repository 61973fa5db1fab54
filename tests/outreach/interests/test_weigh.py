"""A colleague gives an interest a word and a reason on each criterion that was published."""

from collections.abc import Callable
from typing import Any

import pytest

from content.texts import Named
from outreach.interests.own import add_to_interest, withdraw_interest
from outreach.interests.weigh import SCALE, score, weigh
from outreach.mailboxes.mailbox import emails_of_party
from outreach.refusal import Refusal
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.mailing import confirmed_mailbox

NADIA = Actor("staff", 1)
Weigh = Callable[..., bool]
Read = Callable[[Store, str], list[tuple[Any, ...]]]
ROWS = "SELECT interest_id, criterion, actor, word, reason, settled FROM weighing ORDER BY id"
EVENTS = (
    "SELECT deed, ids, fields FROM event WHERE deed IN ('interest.weighed', 'interest.settled')"
)


@pytest.fixture(autouse=True)
def colleagues(waterdam: Store) -> None:
    for name in ("nadia", "kim"):
        email = f"{name}@waterdam.example"
        waterdam.run(add_staff, NOBODY, email=email, name=name, role="editor")


@pytest.fixture
def ada(join: Callable[..., Actor]) -> Actor:
    return join("ada")


@pytest.fixture
def give(waterdam: Store, ada: Actor) -> Weigh:
    """Let a colleague give a word to what Ada brings."""

    def run(word: str, reason: str = "Een plan per maand.", **facts: Any) -> bool:
        who = facts.pop("who", NADIA)
        values: dict[str, Any] = {"interest": 1, "criterion": 1, "mailed": emails_of_party} | facts
        return waterdam.run(weigh, who, word=word, reason=reason, **values)

    return run


def test_word_is_kept_with_its_reason_and_the_log_holds_neither(
    waterdam: Store, give: Weigh, stored: Read
) -> None:
    given = give("good")
    settled = give("strong", "Ook in de winter.", settle=True)

    assert (given, settled) == (True, True)
    assert [(*row[:5], bool(row[5])) for row in stored(waterdam, ROWS)] == [
        (1, 1, "staff:1", "good", "Een plan per maand.", False),
        (1, 1, "staff:1", "strong", "Ook in de winter.", True),
    ]
    log = str(stored(waterdam, EVENTS))
    assert ("interest.weighed" in log, "interest.settled" in log) == (True, True)
    assert [word for word in ("good", "strong", "maand", "winter") if word in log] == []


def test_earlier_word_is_kept_and_the_same_one_is_not_kept_twice(
    waterdam: Store, give: Weigh, stored: Read
) -> None:
    for word, new in (("good", True), ("good", False), ("poor", True), ("good", True)):
        assert give(word) is new

    assert [row[3] for row in stored(waterdam, ROWS)] == ["good", "poor", "good"]


def test_word_needs_a_reason(give: Weigh) -> None:
    with pytest.raises(Refusal, match="refusal-weigh-reason"):
        give("good", "")


def test_word_that_is_not_on_the_scale_is_refused(give: Weigh) -> None:
    with pytest.raises(Refusal, match="refusal-code"):
        give("perfect")


@pytest.mark.parametrize("criterion", [0, -1, 4, 99])
def test_criterion_that_was_not_published_is_refused(give: Weigh, criterion: int) -> None:
    with pytest.raises(Refusal, match="refusal-item") as refused:
        give("good", criterion=criterion)

    assert refused.value.facts["given"] == str(criterion)


def test_unknown_interest_is_refused(give: Weigh) -> None:
    with pytest.raises(Refusal, match="refusal-unknown"):
        give("good", interest=99)


def test_interest_that_was_taken_back_is_not_weighed(
    waterdam: Store, ada: Actor, give: Weigh
) -> None:
    waterdam.run(withdraw_interest, ada, interest=1)

    with pytest.raises(Refusal, match="refusal-weigh-withdrawn"):
        give("good")


def test_nothing_is_weighed_after_the_decision(give: Weigh, move: Callable[[str], Any]) -> None:
    move("closed")
    give("good")
    move("decided")

    with pytest.raises(Refusal, match="refusal-weigh-state") as refused:
        give("poor")

    assert refused.value.facts == {"state": Named("state", "decided")}


def test_reason_that_names_another_party_is_looked_at_first(
    give: Weigh, join: Callable[..., Actor]
) -> None:
    join("bobbejaan")

    with pytest.raises(Refusal, match="refusal-names-another"):
        give("poor", "Minder dan Bobbejaan.")

    assert give("poor", "Minder dan Bobbejaan.", checked=True)


def test_colleague_whose_address_stands_in_the_interest_does_not_weigh_it(
    waterdam: Store, ada: Actor, give: Weigh
) -> None:
    waterdam.run(add_to_interest, ada, interest=1, reach="Mail naar Nadia@Waterdam.example!")

    with pytest.raises(Refusal, match="refusal-weigh-own"):
        give("strong")


def test_colleague_who_is_a_member_by_their_mailbox_does_not_weigh_it(
    waterdam: Store, ada: Actor, give: Weigh
) -> None:
    confirmed_mailbox(waterdam, ada, "nadia@waterdam.example")

    with pytest.raises(Refusal, match="refusal-weigh-own"):
        give("strong")


def test_address_that_only_ends_alike_is_somebody_elses(
    waterdam: Store, ada: Actor, give: Weigh
) -> None:
    waterdam.run(add_to_interest, ada, interest=1, reach="de.nadia@waterdam.example.org")

    assert give("enough")


def test_another_colleague_weighs_beside(waterdam: Store, give: Weigh, stored: Read) -> None:
    give("good")
    give("poor", who=Actor("staff", 2))

    assert [row[2] for row in stored(waterdam, ROWS)] == ["staff:1", "staff:2"]


@pytest.mark.parametrize(
    ("weights", "words", "together"),
    [
        ({1: 50, 2: 30, 3: 20}, {1: "strong", 2: "strong", 3: "strong"}, 100.0),
        ({1: 50, 2: 30, 3: 20}, {1: "poor", 2: "poor", 3: "poor"}, 0.0),
        ({1: 50, 2: 30, 3: 20}, {1: "good", 2: "fair", 3: "enough"}, 55.0),
        ({1: 1, 2: 2}, {1: "strong", 2: "poor"}, 100 / 3),
        ({1: 50, 2: 50}, {1: "strong"}, None),
        ({1: 0, 2: 0}, {1: "strong", 2: "good"}, None),
        ({}, {}, None),
    ],
)
def test_sum_is_of_settled_words_by_their_weights(
    weights: dict[int, int], words: dict[int, str], together: float | None
) -> None:
    assert score(weights, words) == together


def test_scale_rises_by_one() -> None:
    assert list(SCALE.values()) == list(range(len(SCALE)))
