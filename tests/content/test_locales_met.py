"""Where people are only met in a language, all that is said to them is there, and nothing else."""

import pytest

from content.fluent import MET, languages, locale_of, met, sources
from content.texts import LanguageName
from tests.content.sources import TEXTS, patterns

OF_ITSELF = {"language-name", "language-locale", "language-direction"}
"""What a language says of itself."""
EACH = pytest.mark.parametrize("language", met())
KNOWN = [LanguageName(code) for code in ("nl", "en")]


def test_people_are_met_in_the_languages_that_are_listened_to() -> None:
    assert met() == ("ar", "pl", "tr", "uk")
    assert not set(met()) & set(languages())


@EACH
def test_language_says_of_itself_and_to_people_what_dutch_does(language: str) -> None:
    said = patterns(language)

    assert sources(language).keys() == MET
    assert {key for key, _ in said if key.startswith("language-")} == OF_ITSELF
    assert {item: said[item] for item in patterns("nl", "abroad")} == patterns("nl", "abroad")


@EACH
def test_texts_are_filled_in_in_the_words_of_that_language(language: str) -> None:
    said = TEXTS.text("abroad-choose", language, spoken=KNOWN)

    assert "{" not in said
    assert "Nederlands" not in said
    assert locale_of(language).startswith(language)


def test_names_of_languages_are_set_apart_where_one_reads_from_right_to_left() -> None:
    assert "\u2068" in TEXTS.text("abroad-choose", "ar", spoken=KNOWN)
    assert "\u2068" not in TEXTS.text("abroad-choose", "pl", spoken=KNOWN)


@EACH
def test_what_is_not_said_in_it_is_dutch(language: str) -> None:
    assert TEXTS.text("menu-pick", language) == TEXTS.text("menu-pick", "nl")
