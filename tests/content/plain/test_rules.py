"""Every rule is tested by its own examples, and has a sentence for staff in each language."""

from importlib.resources import files

import pytest
from fluent.runtime import FluentBundle, FluentResource

from content.plain.check import PlainFinding, check
from content.plain.rules import LEVELS, MESSAGE_WORDS, RULES, Rule

ENOUGH = 2
LANGUAGES = ("nl", "en")


def examples(name: str) -> list[object]:
    return [
        pytest.param(rule, text, id=f"{rule.id}-{i}")
        for rule in RULES
        for i, text in enumerate(getattr(rule, name))
    ]


def broken_rules(text: str) -> set[str]:
    return {finding.rule for finding in check(text, limit=MESSAGE_WORDS)}


def sentence(language: str, key: str, **values: object) -> str:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(
        FluentResource(
            files("content").joinpath("locales", language, "plain.ftl").read_text(encoding="utf-8")
        )
    )
    pattern = bundle.get_message(key).value
    assert pattern is not None
    text, errors = bundle.format_pattern(pattern, values)
    assert errors == []
    return str(text)


def first_finding(rule: Rule) -> PlainFinding:
    return next(
        found for found in check(rule.failing[0], limit=MESSAGE_WORDS) if found.rule == rule.id
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_enough_examples(rule: Rule) -> None:
    assert min(len(rule.failing), len(rule.passing)) >= ENOUGH


@pytest.mark.parametrize(("rule", "text"), examples("failing"))
def test_failing_example_yields_its_rule(rule: Rule, text: str) -> None:
    assert rule.id in broken_rules(text)


@pytest.mark.parametrize(("rule", "text"), examples("passing"))
def test_passing_example_does_not_yield_its_rule(rule: Rule, text: str) -> None:
    assert rule.id not in broken_rules(text)


@pytest.mark.parametrize(
    ("rule", "form"),
    [pytest.param(rule, form, id=form) for rule in RULES for form, _ in rule.better],
)
def test_word_is_found_with_its_better_word(rule: Rule, form: str) -> None:
    text = f"Wij {form} je"

    found = check(text)

    assert PlainFinding(rule.id, form, dict(rule.better)[form], 4) in found


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.better], ids=lambda rule: rule.id)
def test_better_word_is_plain_itself(rule: Rule) -> None:
    better = {word for _, word in rule.better}

    findings = {word: check(f"{word}.") for word in better}

    assert {word: found for word, found in findings.items() if found} == {}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.better], ids=lambda rule: rule.id)
def test_no_word_is_listed_twice(rule: Rule) -> None:
    forms = [form for form, _ in rule.better]

    assert sorted(forms) == sorted(set(forms))


@pytest.mark.parametrize(
    "word", ["aanmelding", "kans", "eis", "onderdeel", "inbreng", "partij", "coalitie", "offerte"]
)
def test_word_of_the_product_is_allowed(word: str) -> None:
    assert check(f"Dit is een {word}.") == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_a_sentence_with_its_facts(rule: Rule, language: str) -> None:
    finding = first_finding(rule)

    text = sentence(language, f"plain-{rule.id}", found=finding.found, better=finding.better or "")

    assert finding.found in text
    assert (finding.better or "") in text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_sentence_for_a_rule_is_plain(rule: Rule) -> None:
    assert check(sentence("nl", f"plain-{rule.id}", found="boom", better="boom")) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_has_its_own_word(language: str) -> None:
    texts = {sentence(language, "plain-score", score=61.4, level=level.name) for level in LEVELS}

    assert len(texts) == len(LEVELS)
    assert all("61 (" in text for text in texts)
