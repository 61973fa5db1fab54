"""Real sentences in real turns: each leads where it should, or that is offered to be tapped.

What was heard is done at once, or stands as a button under the answer while nothing is stored.
Those in `unseen` were written by somebody who had not seen the rules.
"""

from collections import Counter
from collections.abc import Callable

import pytest

from content.texts import Texts
from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.listening.situations import (
    CERTAIN,
    HERE,
    UNSEEN,
    Place,
    Sentence,
    leads,
    say,
    sentences,
)

SHARE = {
    "card": 71,
    "first": 85,
    "gives": 87,
    "group_name": 86,
    "menu": 78,
    "own_name": 79,
    "reach": 91,
    "summary": 82,
}
"""Of a hundred unseen sentences in each situation, so many lead where they should. It may rise."""


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


def test_share_of_unseen_sentences_may_only_rise(
    spoken: Callable[[Sentence, int], Place], texts: Texts
) -> None:
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for number, sentence in enumerate(sentences(UNSEEN)):
        said[sentence.situation] += 1
        right[sentence.situation] += leads(sentence, spoken(sentence, number), texts)

    shares = {situation: 100 * right[situation] // said[situation] for situation in said}

    assert {name: share for name, share in shares.items() if share < SHARE[name]} == {}
