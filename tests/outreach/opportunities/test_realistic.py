"""What is asked of people who hardly ever have it: every rule is held to its own examples."""

import pytest

from content.texts import Texts
from outreach.opportunities.codes import PARTY_KINDS
from outreach.opportunities.realistic import rules, unlikely

FAILING = [(rule.id, text) for rule in rules() for text in rule.failing]
PASSING = [text for rule in rules() for text in rule.passing]


@pytest.mark.parametrize(("rule", "text"), FAILING)
def test_failing_example_is_found_by_its_own_rule(rule: str, text: str) -> None:
    found = unlikely(text, ())

    assert found is not None
    assert found[0] == rule


@pytest.mark.parametrize("text", PASSING)
def test_passing_example_passes_every_rule(text: str) -> None:
    assert unlikely(text, ()) is None


def test_every_rule_has_examples_and_kinds_that_there_are() -> None:
    assert [rule.id for rule in rules() if not (rule.failing and rule.passing)] == []
    assert {kind for rule in rules() for kind in rule.kinds} <= set(PARTY_KINDS)
    assert [rule.id for rule in rules() if not rule.kinds] == []


@pytest.mark.parametrize("kinds", [["firm"], ["firm", "school"]])
def test_what_is_asked_of_those_who_have_it_is_no_remark(kinds: list[str]) -> None:
    assert unlikely("Jaarrekening van 3 jaar", kinds) is None


def test_only_those_who_are_asked_are_named() -> None:
    assert unlikely("Een bankgarantie van 10%", ["firm", "association"]) == (
        "guarantee",
        ["association"],
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_says_why_in_words_of_its_own(language: str) -> None:
    texts = Texts()
    said = {
        texts.text("warning-requirement", language, text="x", kinds="y", why=rule.id)
        for rule in rules()
    }

    assert len(said) == len(rules())
