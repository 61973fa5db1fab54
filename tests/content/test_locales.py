"""Every locale has all Dutch texts, every key is used, and what people type means one thing."""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
from fluent.syntax import ast as fluent

from bot import dialogues
from bot.matching import plain
from bot.speech import COMMANDS
from bot.steps import Ask
from content.fluent import languages
from content.plain.check import check
from content.plain.rules import MESSAGE_WORDS
from content.texts import Texts
from tests.content.sources import HOUSE, KEY, calls, messages, parsed, patterns, strings

NARROWEST_LABEL = 20
ABOUT_ANSWERS = {"help", "unclear", "short", "named"}
OF_LINKS = {"page", "read"}
"""What leads from a text to a page: where, and what people read instead of the address."""
WORD_LISTS = {
    "talk-words",
    "option-words",
    "commands-also",
    "answers-asked",
    "answers-said",
    "answers-small",
    "listening-wish",
    "listening-option",
    "listening-change",
    "listening-tone",
    "listening-small",
    "listening-elsewhere",
    "listening-spoken",
}
EVERYWHERE = {"organisation", "address"}
LIMITS = {"most", "better"}
ALWAYS_MANY = {"refusal-place-many", "campaign-warn-many", "campaign-block-soon"}
SPOKEN = {path.stem for path in (HOUSE / "bot" / "dialogues").glob("[a-z]*.py")}
TOLD = SPOKEN | {"talk", "option", "notice", "venue", "refusal", "fault"}
TEXTS = Texts(organisation="Waterdam", address="Waterdam")
OTHERS = pytest.mark.parametrize("language", languages()[1:])
ALL = pytest.mark.parametrize("language", languages())


@cache
def questions() -> tuple[Ask[Any], ...]:
    """Every question of every dialogue."""
    modules = [
        importlib.import_module(f"bot.dialogues.{module.name}")
        for module in pkgutil.iter_modules(dialogues.__path__)
    ]
    return tuple(
        {
            id(value): value
            for module in modules
            for value in vars(module).values()
            if isinstance(value, Ask)
        }.values()
    )


def cards() -> set[str]:
    """The keys of the cards: their attributes are facts with labels."""
    return {
        str(call.args[0].value) for call in calls("Show") if isinstance(call.args[0], ast.Constant)
    }


def changeable() -> set[str]:
    """The keys of the questions that can be picked to be answered again."""
    names = {
        argument.id
        for call in calls("Change")
        for argument in call.args
        if isinstance(argument, ast.Name)
    }
    modules = [importlib.import_module(f"bot.dialogues.{name}") for name in ("interest", "own")]
    found = {
        getattr(module, name).key for module in modules for name in names if hasattr(module, name)
    }
    return found | {ask.key for ask in modules[1].EXTRAS.values()} | {modules[1].PUBLIC.key}


@ALL
def test_file_holds_no_junk_and_no_key_twice(language: str) -> None:
    junk = [
        entry
        for entries in parsed(language).values()
        for entry in entries
        if isinstance(entry, fluent.Junk)
    ]
    keys = Counter(message.id.name for message in messages(language))
    attributes = Counter(
        (m.id.name, item.id.name) for m in messages(language) for item in m.attributes
    )

    assert junk == []
    assert [key for key, count in (keys + attributes).items() if count > 1] == []


@OTHERS
def test_locale_has_every_text_and_value_of_the_dutch_one(language: str) -> None:
    assert {subject: patterns(language, subject) for subject in parsed(language)} == {
        subject: patterns("nl", subject) for subject in parsed("nl")
    }


@ALL
@pytest.mark.parametrize("value", [1, 2])
def test_text_is_complete_when_filled_in(language: str, value: int) -> None:
    shown = {
        pattern: TEXTS.text(
            pattern[0], language, pattern[1], **dict.fromkeys(names - EVERYWHERE, value)
        )
        for pattern, names in patterns(language).items()
    }

    assert [pattern for pattern, text in shown.items() if "{" in text or "}" in text] == []


@ALL
def test_key_begins_with_the_name_of_its_file(language: str) -> None:
    strays = [
        (subject, message.id.name)
        for subject in parsed(language)
        for message in messages(language, subject)
        if message.id.name.partition("-")[0] != subject
    ]

    assert strays == []


def test_key_in_the_code_stands_in_the_dutch_locale() -> None:
    keys = {key for key, _ in patterns("nl")}
    firsts = {key.partition("-")[0] for subject in TOLD for key, _ in patterns("nl", subject)}
    named = {text for text in strings() if KEY.fullmatch(text) and text.partition("-")[0] in firsts}
    told = {
        str(call.args[0].value)
        for call in calls("Say", "Show", "Ask", "Refusal")
        if isinstance(call.args[0], ast.Constant)
    }

    assert len(told) > 50
    assert (told | named) - keys == set()


def test_key_of_a_dialogue_is_used_in_the_code() -> None:
    assert {key for key, _ in patterns("nl", *TOLD)} - strings() == set()


def test_text_is_given_the_values_it_needs() -> None:
    lacking = []
    for call in calls("Say", "Show", "Refusal"):
        given = {keyword.arg for keyword in call.keywords}
        keys = [node.value for node in ast.walk(call.args[0]) if isinstance(node, ast.Constant)]
        needed = {
            name for key in keys for name in patterns("nl").get((str(key), None), ())
        } - EVERYWHERE
        lacking += [(key, needed - given) for key in keys if None not in given and needed - given]

    assert lacking == []


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


def test_dutch_is_plain() -> None:
    long = dict.fromkeys(patterns("nl", *TOLD), MESSAGE_WORDS)

    findings = {
        (key, name): found
        for (key, name), names in patterns("nl").items()
        if key not in WORD_LISTS
        and (
            found := check(
                TEXTS.text(key, "nl", name, **dict.fromkeys(names - EVERYWHERE, 3)),
                limit=long.get((key, name)),
            )
        )
    }

    assert findings == {}


def listed(key: str, name: str) -> list[str]:
    """The words of a list in all languages."""
    attribute = name.replace("_", "-")
    lists = [
        TEXTS.text(key, language, attribute)
        for language in languages()
        if (key, attribute) in patterns("nl")
    ]
    return [word.strip() for words in lists for word in words.split("|")]


PLURALS = {
    "nl": (
        r"dagen|mensen|plekken|bestanden|berichten|opmerkingen|maanden|minuten|kansen|"
        r"aanmeldingen|dingen"
    ),
    "en": (
        r"days|people|places|files|messages|remarks|months|minutes|opportunities|"
        r"interests|things"
    ),
}


@ALL
def test_one_of_something_is_not_told_as_many(language: str) -> None:
    one_of_many = re.compile(rf"\b1 (andere |other |more )?({PLURALS[language]})\b")

    told = {
        pattern: TEXTS.text(
            pattern[0],
            language,
            pattern[1],
            **dict.fromkeys(names - EVERYWHERE - LIMITS, 1),
            **dict.fromkeys(names & LIMITS, 2),
        )
        for pattern, names in patterns(language).items()
        if pattern[0] not in ALWAYS_MANY
    }

    assert {pattern: text for pattern, text in told.items() if one_of_many.search(text)} == {}
