"""The Fluent files in `locales/`: which languages there are, and the texts of each.

A language with all files is one in which everything is said. One that has only those of `MET` is
one in which people are met who write it: the little that is most urgent is said in it, and which
languages they may go on in.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Placeable, TextElement, VariableReference

FIRST = "nl"
MET = frozenset({"abroad.ftl", "language.ftl"})
"""The files of a language in which people are met."""
BEGINNING = re.compile(r"^(?=[a-z])", re.MULTILINE)
"""A text begins at the start of a line; all that belongs to it is indented."""


class TextMissing(KeyError):
    """No locale has this key, or this attribute of it."""


@lru_cache(1)
def languages() -> tuple[str, ...]:
    """The languages in which everything is said, Dutch first."""
    found = (name for name in _folders() if _says_all(name))
    return tuple(sorted(found, key=lambda name: (name != FIRST, name)))


@lru_cache(1)
def met() -> tuple[str, ...]:
    """The languages in which people are met, but no conversation is held."""
    return tuple(name for name in _folders() if not _says_all(name))


def sources(language: str) -> dict[str, str]:
    """The Fluent files of a language, by name."""
    return {item.name: item.read_text("utf-8") for item in _files(language)}


def _folders() -> list[str]:
    found = files("content").joinpath("locales").iterdir()
    return sorted(item.name for item in found if item.is_dir())


def _says_all(language: str) -> bool:
    # by their names: a program that speaks one language reads no other
    return any(item.name not in MET for item in _files(language))


def _files(language: str) -> Iterator[Traversable]:
    folder = files("content").joinpath("locales", language)
    return (item for item in folder.iterdir() if item.name.endswith(".ftl"))


@lru_cache(256)
def wording(key: str, language: str) -> str:
    """Name the words that people saw: key, language, and eight digits of a hash over the text."""
    for spoken in (language, FIRST):
        for source in sources(spoken).values() if spoken in languages() else ():
            found = re.search(rf"^{re.escape(key)} =.*(?:\n(?:[ \t]+.*)?)*", source, re.MULTILINE)
            if found is not None:
                return (
                    f"{key} {spoken} {hashlib.sha256(found[0].rstrip().encode()).hexdigest()[:8]}"
                )
    raise TextMissing(key)


class Bundle(FluentBundle):
    """The texts of a language, each parsed at first use: most programs use few of them."""

    def __init__(self, language: str) -> None:
        texts = (text for source in sources(language).values() for text in BEGINNING.split(source))
        self._written = {text.partition(" ")[0]: text for text in texts}
        self.right_to_left = "rtl" in self._written.get("language-direction", "")
        super().__init__([language], use_isolating=self.right_to_left)

    def has_message(self, message_id: str) -> bool:
        if not super().has_message(message_id) and message_id in self._written:
            # Another thread may add the same text meanwhile: that does no harm.
            self.add_resource(FluentResource(self._written[message_id]))
        return super().has_message(message_id)

    def get_message(self, message_id: str) -> Any:
        self.has_message(message_id)
        return super().get_message(message_id)


bundle = cache(Bundle)


@dataclass(frozen=True, slots=True)
class Form:
    """A text that is still to be filled in, in the language that has it.

    `parts` are the pieces of one that has nothing but blanks: what stands before each, and its
    name; the last has none. It is None for one that only Fluent can fill in.
    """

    pattern: Any
    bundle: Bundle
    language: str
    parts: tuple[tuple[str, str], ...] | None


@cache
def form_of(key: str, language: str, attribute: str | None = None) -> Form:
    """Return a text as it is to be filled in; raises TextMissing if no language has it."""
    for spoken in (language, FIRST):
        # a bundle is parsed when a text of it is needed: a command speaks one language
        texts = bundle(spoken) if spoken in (*languages(), *met()) else None
        if texts is not None and texts.has_message(key):
            message = texts.get_message(key)
            pattern = message.value if attribute is None else message.attributes.get(attribute)
            if pattern is not None:
                parts = None if texts.right_to_left else _parts(pattern)
                return Form(pattern, texts, spoken, parts)
    raise TextMissing(key, attribute)


def _parts(pattern: Any) -> tuple[tuple[str, str], ...] | None:
    """Return what stands before each blank of a pattern, and its name; None if there is more."""
    parts, before = [], ""
    for element in pattern.elements if hasattr(pattern, "elements") else (pattern,):
        if isinstance(element, TextElement):
            before += element.value
            continue
        blank = element.expression if isinstance(element, Placeable) else element
        if not isinstance(blank, VariableReference):
            return None
        parts.append((before, blank.id.name))
        before = ""
    return (*parts, (before, ""))


@cache
def locale_of(language: str) -> str:
    """Return the locale whose dates, lists and amounts a language uses: `en_GB`."""
    if language not in (*languages(), *met()):
        return language
    return written(language, "language-locale") or language


def written(language: str, key: str, attribute: str | None = None) -> str:
    """Return a text of one language that is not filled in; empty if the language lacks it."""
    texts = bundle(language)
    if not texts.has_message(key):
        return ""
    message = texts.get_message(key)
    pattern = message.value if attribute is None else message.attributes.get(attribute)
    return "" if pattern is None else str(texts.format_pattern(pattern)[0])


@cache
def words(key: str, attribute: str | None = None) -> tuple[str, ...]:
    """Return the words of a list in every language; bars stand between them in a file."""
    lists = (written(language, key, attribute).split("|") for language in languages())
    found = (word.strip() for words in lists for word in words)
    return tuple(dict.fromkeys(filter(None, found)))
