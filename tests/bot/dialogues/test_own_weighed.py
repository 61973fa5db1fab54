"""My interest after the decision: how it was weighed, on each criterion, and why."""

from collections.abc import Callable
from typing import Any

import pytest

from content.texts import Texts
from outreach.interests.decide import decide
from outreach.interests.pencil import pencil
from outreach.interests.tell import Telling, move_opportunity_and_tell
from outreach.interests.weigh import WEIGHINGS_EMPTY, weigh
from outreach.mailboxes.mailbox import emails_of_party
from outreach.opportunities.edit import set_facts
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person
from tests.bot.dialogues.signing_up import sign_up
from tests.conftest import LOUD

NADIA = Actor("staff", 1)
CRITERIA = [{"text": "Een helder plan.", "weight": 60}, {"text": "Buurt", "weight": 40}]


@pytest.fixture
def weighed(person: Person, kans: Callable[[str], int], waterdam: Store) -> Person:
    """Anna is weighed on two criteria, and nothing is decided."""
    about = kans("01")
    waterdam.run(set_facts, NADIA, opportunity=about, criteria=CRITERIA)
    sign_up(person, about)
    for criterion, word, reason in ((1, "good", "Je schrijft wie wat doet."), (2, "fair", "Ver.")):
        said: dict[str, Any] = {"interest": 1, "criterion": criterion, "settle": True}
        waterdam.run(weigh, NADIA, **said, word=word, reason=reason, mailed=emails_of_party)
    return person


@pytest.fixture
def decided(weighed: Person, kans: Callable[[str], int], waterdam: Store, texts: Texts) -> Person:
    about: dict[str, Any] = {"opportunity": kans("01"), "telling": Telling(texts, LOUD)}
    waterdam.run(move_opportunity_and_tell, NADIA, state="closed", **about)
    waterdam.run(pencil, NADIA, interest=1, outcome="chosen", reason="Een goed plan.")
    waterdam.run(decide, NADIA, **about)
    return weighed


def test_before_the_decision_the_card_tells_nothing_of_it(weighed: Person) -> None:
    said = weighed.say("mijn aanmeldingen")

    assert "beoordeeld" not in said
    assert "wie wat doet" not in said


def test_after_it_the_card_tells_the_word_on_each_criterion_and_why(decided: Person) -> None:
    said = decided.say("mijn aanmeldingen").split("\n\n")

    assert said[1:4] == [
        "Zo is je aanmelding beoordeeld, per punt:",
        "Een helder plan (60%): goed. Je schrijft wie wat doet.",
        "Buurt (40%): matig. Ver.",
    ]


def test_in_another_language_it_says_in_which_the_reason_is(decided: Person) -> None:
    for text in ("taal", "English", "my interests"):
        decided.say(text)

    assert "Buurt (40%): moderate. In Dutch: Ver." in decided.text


def test_word_without_its_reason_stands_alone(decided: Person, waterdam: Store) -> None:
    waterdam.run(lambda unit: unit.run(WEIGHINGS_EMPTY, {"interests": [1]}) and None, NADIA)

    assert "Buurt (40%): matig.\n" in decided.say("mijn aanmeldingen")
