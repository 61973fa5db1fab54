"""A name is taken without what introduces it, and a sentence is no name."""

import pytest

from bot.listening.naming import introduced, introduces, tells


@pytest.mark.parametrize(
    ("said", "of_group", "name"),
    [
        ("ik ben Ria", False, "Ria"),
        ("Ik ben ria", False, "ria"),
        ("mijn naam is Fatma", False, "Fatma"),
        ("zeg maar Mo", False, "Mo"),
        ("My name is Ria de Vries", False, "Ria de Vries"),
        ("wij heten de groene vingers", True, "de groene vingers"),
        ("Wij zijn De Schapen", True, "De Schapen"),
        ("wij zijn de Schapen", True, "de Schapen"),
        ("we are called the Green Fingers", True, "the Green Fingers"),
        ("wij zijn met vijf buren", True, "wij zijn met vijf buren"),
        ("wij zijn buren", True, "wij zijn buren"),
        ("ik ben het niet", False, "ik ben het niet"),
        ("Wij Zijn Wij", True, "Wij Zijn Wij"),
        ("Wij van de Lindenstraat", True, "Wij van de Lindenstraat"),
        ("ik heet", False, "ik heet"),
        ("", False, ""),
    ],
)
def test_name_is_taken_without_what_introduces_it(said: str, of_group: bool, name: str) -> None:
    assert introduced(said, of_group=of_group) == name


@pytest.mark.parametrize(
    ("said", "is_sentence"),
    [
        ("wij kunnen water geven", True),
        ("en we hebben een dak", True),
        ("i can bring my tools", True),
        ("ik klikte verkeerd", True),
        ("ik niet", False),
        ("Wij van de Lindenstraat", False),
        ("de helpende handen", False),
        ("geven en nemen", False),
        ("", False),
    ],
)
def test_sentence_of_what_somebody_does_is_told_apart(said: str, is_sentence: bool) -> None:
    assert tells(said) is is_sentence


@pytest.mark.parametrize(
    ("said", "gives"), [("noem me maar Hope", True), ("mevrouw De Mens", True), ("hope", False)]
)
def test_words_that_give_a_name_are_known(said: str, gives: bool) -> None:
    assert introduces(said) is gives
