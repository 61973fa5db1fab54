"""A party reads how its own interest was weighed, after the decision alone."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.decide import decide
from outreach.interests.own_weighing import OwnPoint, own_weighing
from outreach.interests.tell import Telling, Told
from outreach.interests.weigh import weigh
from outreach.mailboxes.mailbox import emails_of_party
from outreach.opportunities.edit import set_facts
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.interests.conftest import NADIA
from tests.outreach.interests.deciding import pencil_all

CRITERIA = [{"text": "Plan", "weight": 60}, {"text": "Buurt", "weight": 40}]


@pytest.fixture
def weighed(
    waterdam: Store, strip: int, join: Callable[..., Actor], move: Callable[[str], Told]
) -> list[Actor]:
    """Ada and Bob are weighed on a plan, Ada anew; of her neighbourhood a word is not settled."""
    waterdam.run(set_facts, NADIA, opportunity=strip, criteria=CRITERIA)
    people = [join("ada"), join("bob")]
    move("closed")
    for interest, word, reason, settle, criterion in (
        (1, "fair", "Nog vaag.", True, 1),
        (1, "good", "Een helder plan.", True, 1),
        (1, "poor", "Geheim.", False, 2),
        (2, "strong", "Sterk verhaal.", True, 1),
    ):
        said: dict[str, Any] = {"interest": interest, "criterion": criterion, "settle": settle}
        waterdam.run(weigh, NADIA, **said, word=word, reason=reason, mailed=emails_of_party)
    pencil_all(waterdam, NADIA, i1="chosen", i2="not_chosen")
    return people


def read(store: Store, who: Actor, interest: int = 1, language: str = "nl") -> list[OwnPoint]:
    return store.run(own_weighing, who, interest=interest, language=language)


def test_nothing_is_read_before_the_decision(waterdam: Store, weighed: list[Actor]) -> None:
    assert read(waterdam, weighed[0]) == []


def test_after_it_each_reads_the_settled_words_of_their_own_interest(
    waterdam: Store, strip: int, telling: Telling, weighed: list[Actor]
) -> None:
    waterdam.run(decide, NADIA, opportunity=strip, telling=telling)

    assert read(waterdam, weighed[0]) == [OwnPoint("Plan", 60, "good", "Een helder plan.", "")]
    assert read(waterdam, weighed[1], 2) == [OwnPoint("Plan", 60, "strong", "Sterk verhaal.", "")]
    with pytest.raises(Refusal):
        read(waterdam, weighed[0], 2)


def test_who_reads_another_language_is_told_in_which_it_is(
    waterdam: Store, strip: int, telling: Telling, weighed: list[Actor]
) -> None:
    waterdam.run(decide, NADIA, opportunity=strip, telling=telling)

    assert [point.only_in for point in read(waterdam, weighed[0], language="en")] == ["nl"]
