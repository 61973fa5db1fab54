"""Check a Dutch text against the plain-language rules; pure, and without any text for people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.plain.rules import LEVELS, RULES, Rule
from content.plain.score import flesch_douma, sentences, words


@dataclass(frozen=True)
class PlainFinding:
    """One place where a text breaks a rule.

    `found` is the piece itself, except for the length of a message: then it is the number of words.
    `better` is what to write instead, for a length the limit.
    """

    rule: str
    found: str
    better: str | None
    start: int


@dataclass(frozen=True)
class Report:
    """The figures of one text and what was found in it."""

    score: float
    words: int
    sentences: int
    findings: tuple[PlainFinding, ...]

    @property
    def level(self) -> str:
        """Name how easy the text is, as `plain-score` in the locales knows it."""
        return next((level.name for level in LEVELS if self.score >= level.bound), LEVELS[-1].name)


def check(text: str, *, limit: int | None = None) -> tuple[PlainFinding, ...]:
    """Find what makes a Dutch text hard to read; `limit` is the most words of a message."""
    found = [finding for rule in RULES for finding in _findings(rule, text, limit)]
    return tuple(sorted(found, key=lambda finding: finding.start))


def report(text: str, *, limit: int | None = None) -> Report:
    """Score and check a Dutch text at once."""
    return Report(
        flesch_douma(text), len(words(text)), len(sentences(text)), check(text, limit=limit)
    )


def _findings(rule: Rule, text: str, limit: int | None) -> Iterator[PlainFinding]:
    if rule.kind == "limit":
        yield from (
            _long_sentences(rule, text)
            if rule.unit == "sentence"
            else _long_message(rule, text, limit)
        )
        return
    better = dict(rule.better)
    for match in rule.regex.finditer(text):
        yield PlainFinding(rule.id, match[0], better.get(_form(match)), match.start())


def _long_sentences(rule: Rule, text: str) -> Iterator[PlainFinding]:
    for sentence in sentences(text):
        if len(words(sentence.text)) > rule.limit:
            yield PlainFinding(rule.id, sentence.text, str(rule.limit), sentence.start)


def _long_message(rule: Rule, text: str, limit: int | None) -> Iterator[PlainFinding]:
    count = len(words(text))
    if limit is not None and count > limit:
        yield PlainFinding(rule.id, str(count), str(limit), 0)


def _form(match: re.Match[str]) -> str:
    return " ".join(match[0].lower().split())
