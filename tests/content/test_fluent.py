"""A text is filled in the same way by hand as by Fluent, and a number that is a name stays one."""

from collections.abc import Iterator
from typing import Any

import pytest

from content.fluent import Form, form_of, languages
from content.texts import NUMBERED, Texts
from tests.content.sources import Variables, messages

NUMBER = 12_345
GROUPED = ("12.345", "12,345")


def every_form() -> Iterator[tuple[str, str, str | None, Any]]:
    """Every text there is: key, language, attribute, and its pattern as it is written."""
    for language in languages():
        for entry in messages(language):
            if entry.value is not None:
                yield entry.id.name, language, None, entry.value
            for attribute in entry.attributes:
                yield entry.id.name, language, attribute.id.name, attribute.value


def names_in(pattern: Any) -> set[str]:
    variables = Variables()
    variables.visit(pattern)
    return variables.names


def test_what_is_joined_by_hand_is_what_fluent_makes_of_it() -> None:
    differ, joined = [], 0
    for key, language, attribute, pattern in every_form():
        form = form_of(key, language, attribute)
        if form.parts is None:
            continue
        facts = {name: f"<{name} {{ $title }}>" for name in names_in(pattern)}
        joined += 1
        if Texts().text(key, language, attribute, **facts) != by_fluent(form, facts):
            differ.append((key, language, attribute))

    assert joined > 1_000
    assert differ == []


def by_fluent(form: Form, facts: dict[str, str]) -> str:
    text, errors = form.bundle.format_pattern(form.pattern, facts)
    assert errors == []
    return str(text)


@pytest.mark.parametrize("name", sorted(NUMBERED))
def test_number_that_is_a_name_is_never_grouped(name: str) -> None:
    """A link to /kansen/1.234 leads nowhere, nor does a command about row 1.234."""
    told = [
        Texts().text(key, language, attribute, **dict.fromkeys(names, "x") | {name: NUMBER})
        for key, language, attribute, pattern in every_form()
        if name in (names := names_in(pattern))
    ]

    assert told
    assert [text for text in told if any(form in text for form in GROUPED)] == []
    assert any(str(NUMBER) in text for text in told)
