"""Every locale has all Dutch texts, every key is used, and each text is complete and plain."""

import ast
import re
from collections import Counter

import pytest
from fluent.syntax import ast as fluent

from content.fluent import languages
from content.plain.check import check
from content.plain.rules import MESSAGE_WORDS
from tests.content.sources import (
    ALL,
    KEY,
    SPOKEN,
    TEXTS,
    calls,
    messages,
    parsed,
    patterns,
    strings,
)

WORD_LISTS = {
    "amount-word",
    "talk-words",
    "option-words",
    "commands-also",
    "answers-asked",
    "answers-said",
    "answers-small",
    "listening-class",
    "listening-elsewhere-class",
    "listening-wish",
    "listening-option",
    "listening-change",
    "listening-tone",
    "listening-small",
    "listening-name",
    "listening-elsewhere",
    "listening-spoken",
}
EVERYWHERE = {"organisation", "address"}
LIMITS = {"most", "better"}
ALWAYS_MANY = {"refusal-place-many", "campaign-warn-many", "campaign-block-soon"}
BY_NUMBER = re.compile(r"\b(typ|type) (\d|(het|de|its|the) (nummer|number)s?\b)")
TOLD = SPOKEN | {"talk", "option", "notice", "venue", "refusal", "fault"}
OTHERS = pytest.mark.parametrize("language", languages()[1:])
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


@ALL
def test_nobody_is_told_to_type_a_number_that_no_channel_shows(language: str) -> None:
    told = {
        pattern: TEXTS.text(
            pattern[0], language, pattern[1], **dict.fromkeys(names - EVERYWHERE, 2)
        )
        for pattern, names in patterns(language, *SPOKEN).items()
        if pattern[1] in {None, "unclear", "help"}
    }

    assert {pattern: text for pattern, text in told.items() if BY_NUMBER.search(text)} == {}
