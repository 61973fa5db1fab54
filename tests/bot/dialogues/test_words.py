"""What is told of an opportunity in one turn is at most sixty words, whatever its record holds."""

from collections.abc import Callable

import pytest

from bot.about import SUBJECTS
from outreach.store.store import Store
from tests.bot.conftest import Person

MOST_WORDS = 60
WEIGHS = "weighs"
"""What interests are weighed on is quoted whole: leaving one out would mislead."""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_turn_about_an_opportunity_is_short(
    waterdam: Store, talk_with: Callable[..., Person], language: str
) -> None:
    person = talk_with(waterdam, f"anna-{language}", language)
    label = person.script.speech.texts.spoken(language).text
    # the greeting is said once
    person.say("menu")
    said: dict[tuple[int, str], str] = {}

    for number in range(1, 9):
        said[number, "card"] = person.enter(opportunity=number)
        for subject in ("more", *(subject for subject in SUBJECTS if subject != WEIGHS)):
            name = subject.replace("_", "-")
            said[number, subject] = person.say(label("opportunity-next", name))

    assert len(said) == 8 * (1 + len(SUBJECTS))
    assert {at: text for at, text in said.items() if len(text.split()) > MOST_WORDS} == {}
