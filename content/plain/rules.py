"""The plain-language rules as read from `rules.toml`; `check.py` applies them."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

NOTHING = re.compile(r"(?!)")
RULES_FILE = "rules.toml"


@dataclass(frozen=True)
class Rule:
    """One rule: a limit in words on a sentence or message, better words, or a pattern."""

    id: str
    kind: Literal["limit", "words", "pattern"]
    failing: tuple[str, ...]
    passing: tuple[str, ...]
    unit: Literal["sentence", "message"] = "sentence"
    limit: int = 0
    better: tuple[tuple[str, str], ...] = ()
    regex: re.Pattern[str] = NOTHING


@dataclass(frozen=True)
class Level:
    """The name of how easy a text is whose score is `bound` or more."""

    name: str
    bound: float


def any_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Compile one pattern that finds each of these as a whole word, the longest first.

    Any spaces and case match. Case is ignored for ASCII only: elsewhere a found word could differ
    from every form by more than `lower()` undoes.
    """
    longest_first = sorted(forms, key=len, reverse=True)
    words = "|".join(r"\s++".join(map(re.escape, form.split())) for form in longest_first)
    return re.compile(rf"(?<![\w.])(?ai:{words})(?!\w)")


def _read() -> tuple[tuple[Rule, ...], tuple[Level, ...]]:
    data = tomllib.loads(files("content.plain").joinpath(RULES_FILE).read_text(encoding="utf-8"))
    levels = tuple(Level(name, bound) for name, bound in data["levels"].items())
    return tuple(map(_rule, data["rules"])), levels


def _rule(row: dict[str, Any]) -> Rule:
    better = tuple(
        (form, word) for forms, word in row.get("words", {}).items() for form in forms.split("|")
    )
    return Rule(
        id=row["id"],
        kind=row["kind"],
        failing=tuple(row["failing"]),
        passing=tuple(row["passing"]),
        unit=row.get("unit", "sentence"),
        limit=row.get("limit", 0),
        better=better,
        regex=any_of(form for form, _ in better) if better else _pattern(row),
    )


def _pattern(row: dict[str, Any]) -> re.Pattern[str]:
    if "pattern" not in row:
        return NOTHING
    return re.compile(row["pattern"].replace("<except>", "|".join(row.get("except", ()))))


RULES, LEVELS = _read()
MESSAGE_WORDS = next(rule.limit for rule in RULES if rule.unit == "message")
ABBREVIATION = next(rule.regex for rule in RULES if rule.id == "abbreviation")
