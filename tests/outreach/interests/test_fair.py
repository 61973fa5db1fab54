"""What somebody signed up for stays: the rules, and a part that was chosen."""

from collections.abc import Callable
from typing import Any

import pytest

from content.texts import Named
from outreach.interests.own import add_to_interest, withdraw_interest
from outreach.interests.tell import Telling, change_and_tell
from outreach.opportunities.edit import set_facts
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor

NADIA = Actor("staff", 1)
SCARCE = {"scheme": "Begroting, programma 4.", "scarce": "scarce", "division": "lot"}
SHED = {"candidates": "more", "choosing": "Met een plan.", "price": "Gratis."}
PARTS = [{"key": "1", "title": "Maaien"}, {"key": "2", "title": "Wieden"}]


@pytest.fixture
def ada(waterdam: Store, strip: int, join: Callable[..., Actor]) -> Actor:
    """Ada signed up to weed."""
    waterdam.run(set_facts, NADIA, opportunity=strip, parts=PARTS)
    ada: Actor = join("ada")
    waterdam.run(add_to_interest, ada, interest=1, part_keys=["2"])
    return ada


@pytest.fixture
def change(waterdam: Store, strip: int, telling: Telling) -> Callable[..., list[str]]:
    """Let Nadia change the green strip."""

    def run(**facts: Any) -> list[str]:
        return waterdam.run(change_and_tell, NADIA, opportunity=strip, telling=telling, **facts)[0]

    return run


@pytest.mark.parametrize("parts", [{"2": None}, PARTS[:1], [], [{"key": "3", "title": "Wieden"}]])
def test_part_that_somebody_chose_cannot_go(
    ada: Actor,
    change: Callable[..., list[str]],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    waterdam: Store,
    parts: dict[str, Any] | list[dict[str, str]],
) -> None:
    ((code,),) = stored(waterdam, "SELECT code FROM code WHERE kind = 'reference'")

    with pytest.raises(Refusal, match="refusal-part-chosen") as refused:
        change(parts=parts)

    assert refused.value.facts == {"parts": ["2 (“Wieden”)"], "count": 1, "references": code}


@pytest.mark.parametrize(
    "parts", [{"1": None}, {"2": {"title": "Wieden en harken"}}, {"new": {"title": "Harken"}}]
)
def test_another_part_may_go_and_a_chosen_one_may_be_called_otherwise(
    ada: Actor,
    change: Callable[..., list[str]],
    hear: Callable[[], dict[str, list[str]]],
    parts: dict[str, Any],
) -> None:
    assert change(parts=parts) == ["parts"]
    assert "Dit is anders: de onderdelen." in hear()["ada"][0]


def test_part_of_who_took_their_interest_back_may_go(
    ada: Actor, change: Callable[..., list[str]], waterdam: Store
) -> None:
    waterdam.run(withdraw_interest, ada, interest=1)

    assert change(parts={"2": None}) == ["parts"]


@pytest.mark.parametrize(
    ("arrangement", "answers", "other"),
    [
        ("subsidy", SCARCE, {"division": "arrival"}),
        ("loan_for_use", SHED, {"candidates": "one", "one_reason": "Het is hun plan."}),
    ],
)
def test_what_everybody_answered_to_stays_among_the_answers_too(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    change: Callable[..., list[str]],
    arrangement: str,
    answers: dict[str, str],
    other: dict[str, str],
) -> None:
    criteria = [{"text": "Hulp", "weight": 100}]
    change(arrangement=arrangement, checklist=answers, value_cents=500_00, criteria=criteria)
    join("ada")

    with pytest.raises(Refusal, match="refusal-same-rules") as refused:
        change(checklist=other)

    assert refused.value.facts == {"what": [Named("fact", next(iter(other)))], "count": 1}


def test_answer_that_was_not_given_yet_may_be_added_and_is_told(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    change: Callable[..., list[str]],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")

    assert change(checklist={"division": "lot"}) == ["checklist"]
    assert "Dit is anders: de afspraken." in hear()["ada"][0]


ENGLISH = {"en": {"text": "Help"}}


def test_criterion_is_not_worded_otherwise_in_a_language_in_which_it_was_read(
    waterdam: Store, strip: int, join: Callable[..., Actor], change: Callable[..., list[str]]
) -> None:
    said = {"text": "Hulp", "weight": 100, "translations": ENGLISH}
    change(criteria=[said])
    join("ada")

    for words in ({"en": {"text": "Money"}}, {}):
        with pytest.raises(Refusal, match="refusal-same-rules"):
            change(criteria=[said | {"translations": words}])


def test_criterion_may_be_told_in_another_language(
    waterdam: Store, strip: int, join: Callable[..., Actor], change: Callable[..., list[str]]
) -> None:
    said = {"text": "Hulp", "weight": 100, "translations": ENGLISH}
    change(criteria=[said])
    join("ada")

    changed = change(criteria=[said | {"translations": ENGLISH | {"pl": {"text": "Pomoc"}}}])

    assert changed == ["criteria"]
