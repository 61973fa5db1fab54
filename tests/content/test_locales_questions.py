"""What the texts of questions hold: a label for each option, and words that mean one thing."""

from collections import Counter

from bot.matching import plain
from bot.speech import COMMANDS
from content.fluent import languages
from tests.content.sources import (
    ALL,
    SPOKEN,
    TEXTS,
    cards,
    changeable,
    listed,
    patterns,
    questions,
)

NARROWEST_LABEL = 20
ABOUT_ANSWERS = {"help", "unclear", "short", "named"}
OF_LINKS = {"page", "read"}
"""What leads from a text to a page: where, and what people read instead of the address."""


def test_options_of_a_question_have_a_label_and_no_label_is_left_over() -> None:
    texts = set(patterns("nl"))
    asked: dict[str, set[str]] = {}
    for ask in questions():
        asked.setdefault(ask.key, set()).update(code.replace("_", "-") for code in ask.kind.codes)

    unnamed = [
        (key, code)
        for key, found in asked.items()
        for code in found
        if not {(key, code), ("option", code)} & texts
    ]
    spare = [
        (key, name)
        for key, name in patterns("nl", *SPOKEN)
        if name is not None
        and name not in asked.get(key, set()) | ABOUT_ANSWERS | OF_LINKS
        and key not in cards()
    ]

    assert (unnamed, spare) == ([], [])


def test_question_with_choices_says_in_other_words_what_to_do() -> None:
    silent = [
        ask.key for ask in questions() if not ask.kind.is_open and ask.key != "interest-people"
    ]
    texts = patterns("nl")

    assert [key for key in silent if (key, "unclear") not in texts] == []


def test_question_that_can_be_changed_has_a_short_name() -> None:
    assert {key for key, name in patterns("nl") if name == "short"} == changeable()


@ALL
def test_label_fits_the_narrowest_button(language: str) -> None:
    shown = {f"code-{ask.names}" for ask in questions() if ask.names} | {"option"}
    labels = {
        (key, name): TEXTS.text(key, language, name)
        for key, name in [*patterns("nl", *SPOKEN), *(p for p in patterns("nl") if p[0] in shown)]
        if name is not None
        and name not in {"help", "unclear", "page", "named"}
        and key not in cards()
    }

    assert len(labels) > 70
    assert {at: label for at, label in labels.items() if len(label) > NARROWEST_LABEL} == {}


def test_word_that_works_everywhere_means_one_thing_in_every_language() -> None:
    meanings = [(plain(word), name) for name in COMMANDS for word in listed("talk-words", name)]

    assert [
        word for word, count in Counter(word for word, _ in set(meanings)).items() if count > 1
    ] == []


def test_label_that_is_a_word_that_works_everywhere_means_the_same() -> None:
    meaning = {plain(word): name for name in COMMANDS for word in listed("talk-words", name)}
    labels = {
        (plain(TEXTS.text(key, language, name)), name)
        for language in languages()
        for key, name in [
            *patterns("nl", *SPOKEN),
            *(p for p in patterns("nl") if p[0] == "option"),
        ]
        if name is not None and name not in ABOUT_ANSWERS | OF_LINKS and key not in cards()
    }

    assert {(word, name, meaning[word]) for word, name in labels if word in meaning} == {
        ("ik heb een vraag", "question", "question"),
        ("i have a question", "question", "question"),
        ("ask a question", "question", "question"),
        ("ja we doen het", "confirm", "confirm"),
        ("yes we will do it", "confirm", "confirm"),
        ("ander kanaal", "link", "link"),
        ("another channel", "link", "link"),
        ("mijn gegevens", "my-data", "my_data"),
        ("my data", "my-data", "my_data"),
        ("mijn aanmeldingen", "interests", "interests"),
        ("my interests", "interests", "interests"),
        ("medewerker", "human", "human"),
        ("a human", "human", "human"),
        ("menu", "menu", "menu"),
    }


def test_other_words_for_options_of_one_question_are_never_shared() -> None:
    shared = []
    for ask in questions():
        words = Counter(
            word for code in ask.kind.codes for word in set(listed("option-words", code))
        )
        shared += [(ask.key, word) for word, count in words.items() if count > 1]

    assert shared == []
