"""Every key that the code names or puts together has its text, and no text is left over."""

import ast
import re
from collections.abc import Iterator
from itertools import product

import pytest

from bot.public.channels import BESIDE, PARTS
from content.fluent import languages
from content.plain.rules import RULES
from outreach.commands.privacy_text import SECTIONS
from outreach.exchange.table.columns import all_columns
from outreach.opportunities.questions import arrangements
from outreach.web.errors import EXPLAINED
from tests.content.code_lists import LISTS
from tests.content.sources import HOUSE, KEY, calls, nodes, patterns, strings

WORD = re.compile(r"[a-z0-9_]+")
COMPOSED = {
    "arrangement": {code.replace("_", "-") for code in arrangements()},
    "also": ("direction", "partner", "policy"),
    "code": LISTS,
    "exchange-cell": {
        *(column.of.kind for column in all_columns(1) if column.of.kind != "text"),
        *(f"{kind}-beyond" for kind in ("money", "number")),
    },
    "page-channels": ("web", "telegram", *BESIDE, *PARTS),
    "page-error": {*map(str, EXPLAINED)},
    "page-privacy": ("telegram",),
    "plain": {rule.id for rule in RULES},
    "warning-threshold": ("services", "social-services", "works", "concessions"),
    "commands-record": (
        "parts",
        "requirements",
        "criteria",
        "explored",
        "trails",
        "members",
        "changes",
        "messages",
        "checklist",
        "plan",
    ),
    "commands-record-explored": ("stands", "gone", "missing"),
    "privacy-part": {table.replace("_", "-") for table in SECTIONS},
    "commands-card": ("posted", "by-hand", "not-ready"),
}
"""Keys that the code puts together: what stands in front, and all that may follow."""
ELSEWHERE = {"doctor", "panel", "campaign", "interest", "question"}
"""Walked by tests of their own, or no keys at all: numbers in OCDS begin like some."""
NAMES = {"campaign-test"}
"""Names of mailings that are never shown by a text."""
ALL = pytest.mark.parametrize("language", languages())


@ALL
@pytest.mark.parametrize("first", sorted(COMPOSED))
def test_composed_key_has_its_text(first: str, language: str) -> None:
    keys = {key for key, _ in patterns(language)}

    assert {f"{first}-{rest}" for rest in COMPOSED[first]} - keys == set()


def test_no_other_key_is_composed() -> None:
    firsts = {first for key, _ in patterns("nl") for first in _beginnings(key)}
    begun = {_begun(node) for node in nodes() if isinstance(node, ast.JoinedStr)}

    assert {first for first in begun if first in firsts} - set(COMPOSED) - ELSEWHERE == set()


def test_no_text_is_left_over() -> None:
    pages = "".join(path.read_text("utf-8") for path in (HOUSE / "content/page").rglob("*.html"))
    used = strings() | {*KEY.findall(pages)}
    used |= {f"{first}-{rest}" for first, all_rest in COMPOSED.items() for rest in all_rest}
    words = {word for text in (*strings(), pages) for word in WORD.findall(text)}
    begun = {_begun(node) for node in nodes() if isinstance(node, ast.JoinedStr)} - {""}
    begun |= {*re.findall(r"\"([a-z-]+)-\" ~", pages)}
    # Those of a command are known by its name, which is that of a function: `test_line` has them.
    keys = {key for key, _ in patterns("nl") if not key.startswith("commands-help")} - used

    assert {
        key
        for key in keys
        if not any(
            {*WORD.findall(key.removeprefix(first))} <= words
            for first in begun & {*_beginnings(key)}
        )
    } == set()


@ALL
def test_key_anywhere_in_the_code_has_its_text(language: str) -> None:
    keys = {key for key, _ in patterns(language)}
    firsts = {key.partition("-")[0] for key in keys}
    named = {text for text in strings() if KEY.fullmatch(text) and text.partition("-")[0] in firsts}

    assert named - keys - NAMES == set()


@ALL
def test_finding_of_the_doctor_has_its_text(language: str) -> None:
    keys = {key for key, _ in patterns(language)}
    found = {
        f"doctor-{check}-{found}"
        for call in calls("DoctorFinding")
        if len(call.args) >= 3
        for check, found in product(_outcomes(call.args[0]), _outcomes(call.args[2]))
        if not check.startswith("exchange-")
    }

    assert len(found) > 20
    assert found - keys == set()


def _beginnings(key: str) -> Iterator[str]:
    words = key.split("-")
    yield from ("-".join(words[:count]) for count in range(1, len(words)))


def _begun(node: ast.JoinedStr) -> str:
    """What stands in front of the first value of a composed text, without its last dash."""
    first = node.values[0] if node.values else None
    text = first.value if isinstance(first, ast.Constant) else ""
    return text[:-1] if isinstance(text, str) and text.endswith("-") else ""


def _outcomes(node: ast.expr) -> list[str]:
    """The texts that an expression can come to: its own, or those of both branches."""
    if isinstance(node, ast.IfExp):
        return [*_outcomes(node.body), *_outcomes(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
