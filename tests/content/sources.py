"""What the source code and the texts hold: calls, strings, patterns, questions and lists."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from bot import dialogues
from bot.steps import Ask
from content.fluent import languages, sources
from content.texts import Texts

HOUSE = Path(__file__).parents[2]
CODE = [
    HOUSE / "main.py",
    *(path for room in ("bot", "content", "outreach") for path in (HOUSE / room).rglob("*.py")),
]
KEY = re.compile(r"[a-z_]+(?:-[a-z0-9_]+)+")
SPOKEN = {path.stem for path in (HOUSE / "bot" / "dialogues").glob("[a-z]*.py")}
TEXTS = Texts(organisation="Waterdam", address="Waterdam")
ALL = pytest.mark.parametrize("language", languages())
Pattern = tuple[str, str | None]


class Variables(Visitor):
    """Gathers the names of the values that a pattern is filled in with."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802
        self.names.add(node.id.name)


@cache
def parsed(language: str) -> dict[str, list[Any]]:
    """The entries of each file of a language, by the file's subject."""
    parser = FluentParser(with_spans=False)
    return {
        name.removesuffix(".ftl"): parser.parse(source).body
        for name, source in sources(language).items()
    }


def messages(language: str, *subjects: str) -> Iterator[Any]:
    for subject, entries in parsed(language).items():
        if not subjects or subject in subjects:
            yield from (entry for entry in entries if isinstance(entry, fluent.Message))


@cache
def patterns(language: str, *subjects: str) -> dict[Pattern, frozenset[str]]:
    """Every text (key, attribute) of a language with the names of its values."""
    found = {}
    for message in messages(language, *subjects):
        texts = [
            (None, message.value),
            *((item.id.name, item.value) for item in message.attributes),
        ]
        for attribute, pattern in texts:
            if pattern is not None:
                visitor = Variables()
                visitor.visit(pattern)
                found[message.id.name, attribute] = frozenset(visitor.names)
    return found


@cache
def nodes() -> tuple[ast.AST, ...]:
    """Every node of the code."""
    return tuple(node for path in CODE for node in ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def strings() -> frozenset[str]:
    """Every text constant in the code."""
    constants = (node.value for node in nodes() if isinstance(node, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str))


def calls(*names: str) -> Iterator[ast.Call]:
    for node in nodes():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


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
        str(call.args[0].value)
        for call in calls("Show", "confirm", "confirm_asked")
        if call.args and isinstance(call.args[0], ast.Constant)
    }


def changeable() -> set[str]:
    """The keys of the questions that can be picked to be answered again."""
    names = {
        argument.id
        for call in calls("Change")
        for argument in call.args
        if isinstance(argument, ast.Name)
    }
    modules = [
        importlib.import_module(f"bot.dialogues.{name}") for name in ("interest", "own", "plan")
    ]
    found = {
        getattr(module, name).key for module in modules for name in names if hasattr(module, name)
    }
    picked = {modules[1].PUBLIC.key, modules[1].FILES.key}
    lines = {ask.key for ask in modules[2].ASKS.values()}
    return found | {ask.key for ask in modules[1].EXTRAS.values()} | picked | lines


def listed(key: str, name: str) -> list[str]:
    """The words of a list in all languages."""
    attribute = name.replace("_", "-")
    lists = [
        TEXTS.text(key, language, attribute)
        for language in languages()
        if (key, attribute) in patterns("nl")
    ]
    return [word.strip() for words in lists for word in words.split("|")]
