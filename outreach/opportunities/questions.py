"""What must be answered before a record opens: by its direction, and by its arrangement.

The answers stand together in `checklist`. What each question means legally stands beside it in
`arrangements.toml`; whether that makes a record fit is for `judge`.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from outreach.opportunities.facts import ANSWER, Fact

WHOLE = "combined"
"""The direction that has the questions of the others too."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What has to be there: questions by their key, and facts by their name."""

    questions: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an arrangement: the codes that can be chosen, and what each asks in turn.

    Without codes it is answered in words.
    """

    key: str
    codes: tuple[str, ...] = ()
    then: Mapping[str, Asked] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What an arrangement asks, how it is published and for how many days, and its sources."""

    code: str
    asks: tuple[str, ...]
    published: tuple[str, ...]
    recorded: tuple[str, ...]
    sources: tuple[str, ...]
    term: str = ""


def checklist(direction: str | None) -> tuple[str, ...]:
    """The questions that a direction must have answered."""
    return tuple(data("checklists.toml").get(direction or "", ()))


def all_questions() -> tuple[str, ...]:
    """Every question that there is, of any direction or arrangement, in the order of the files."""
    return (*checklist(WHOLE), *questions())


@lru_cache(1)
def questions() -> dict[str, Question]:
    """The questions that arrangements ask, by their key."""
    return {
        key: Question(
            key,
            tuple(given.get("codes", ())),
            {
                code: Asked(tuple(more.get("asks", ())), tuple(more.get("needs", ())))
                for code, more in given.get("then", {}).items()
            },
        )
        for key, given in data("arrangements.toml")["questions"].items()
    }


@lru_cache(1)
def arrangements() -> dict[str, Arrangement]:
    """Every arrangement, by its code."""
    lists = ("asks", "published", "recorded", "sources")
    return {
        given["code"]: Arrangement(
            code=given["code"],
            term=given.get("term", ""),
            **{name: tuple(given[name]) for name in lists},
        )
        for given in data("arrangements.toml")["arrangements"]
    }


def term(name: str) -> int:
    """The days of a term, where an installation sets no other."""
    return int(data("arrangements.toml")["terms"][name]["days"])


def asked(direction: str | None, arrangement: str | None, answers: Mapping[str, str]) -> Asked:
    """Return what a record of a direction and an arrangement has to answer, given its answers."""
    kind = arrangements().get(arrangement or "")
    followed = list(_followed(kind.asks if kind else (), answers))
    keys = (key for each in followed for key in each.questions)
    facts = (name for each in followed for name in each.facts)
    return Asked(tuple(dict.fromkeys((*checklist(direction), *keys))), tuple(dict.fromkeys(facts)))


def is_intention(arrangement: str | None, answers: Mapping[str, str]) -> bool:
    """True if only one party is expected: then an intention is published, and others are heard."""
    return "one_reason" in asked(None, arrangement, answers).questions


def answer_fact(key: str) -> Fact:
    """Return the fact that says how the answer to a question is read: in words, or chosen."""
    question = questions().get(key)
    if question is None or not question.codes:
        return ANSWER
    return Fact(key, "code", key, question.codes)


@lru_cache(4)
def data(name: str) -> dict[str, Any]:
    """Return what a data file of this room holds."""
    return tomllib.loads(files("outreach.opportunities").joinpath(name).read_text("utf-8"))


def _followed(keys: Sequence[str], answers: Mapping[str, str]) -> Iterator[Asked]:
    """Yield what is asked, then what each answer asks in turn."""
    yield Asked(tuple(keys))
    for key in keys:
        more = questions()[key].then.get(answers.get(key, "").strip())
        if more is not None:
            yield Asked(facts=more.facts)
            yield from _followed(more.questions, answers)
