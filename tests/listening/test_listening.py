"""Real sentences in real turns: each leads where it should, or that is offered to be tapped.

What was heard is done at once, or stands as a button under the answer while nothing is stored.
What the sets besides ours are, `SETS` tells.
"""

from collections.abc import Callable

import pytest

from content.texts import Texts
from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.listening.situations import (
    CERTAIN,
    HERE,
    INNOCENT,
    SETS,
    Place,
    Sentence,
    leads,
    say,
    sentences,
)

SHARE = {
    "unseen": 98,
    "fresh": 99,
    "later": 99,
    "first_sight": 95,
    "second_sight": 96,
    "third_sight": 98,
    "fourth_sight": 98,
    "fifth_sight": 98,
}
"""Of a hundred sentences of each set that nothing is tuned to, so many lead where they should."""


@pytest.fixture
def spoken(waterdam: Store, talk_with: Callable[..., Person]) -> Callable[[Sentence, int], Place]:
    """Let somebody new say a sentence, who has a number."""
    return lambda sentence, number: say(talk_with(waterdam, f"{number}", "nl"), sentence)


def test_sentence_leads_where_it_should(
    spoken: Callable[[Sentence, int], Place], texts: Texts
) -> None:
    ours = list(sentences(HERE))

    lost = [
        sentence
        for number, sentence in enumerate(ours)
        if not leads(sentence, spoken(sentence, number), texts)
    ]

    assert len(ours) > 100
    assert {sentence.outcome for sentence in ours} >= set(CERTAIN)
    assert lost == []


@pytest.mark.parametrize("name", SETS)
def test_share_of_sentences_that_lead_where_they_should_may_only_rise(
    name: str, spoken: Callable[[Sentence, int], Place], texts: Texts
) -> None:
    said = list(sentences(SETS[name]))

    lost = [
        sentence
        for number, sentence in enumerate(said)
        if not leads(sentence, spoken(sentence, number), texts)
    ]

    assert 100 * (len(said) - len(lost)) // len(said) >= SHARE[name]
    # a name that only looks like a wish stays a name, and a bus that stops here is no stop
    assert [sentence for sentence in lost if sentence.outcome in INNOCENT] == []
