"""Text with markup, as Telegram reads it: HTML, and the links and commands that it finds.

Offsets count UTF-16 code units, as the Bot API does. Source:
https://core.telegram.org/bots/api#html-style and the behaviour of the open server that Telegram
publishes.
"""

import re
from functools import lru_cache
from typing import Any

from tests.botapi.protocol import Json, bad

SYNONYMS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
LONE_SURROGATE = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
    "surrogate code units"
)
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
TAG_NAME = re.compile(r"[^\s>]*")
TAG_END = re.compile(r"\s*>")
ATTRIBUTE = re.compile(r"\s*([^\s=>/]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[\w.-]+(?=[\s>])))?")
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/@])(?P<mention>@[A-Za-z]\w{3,31})\b"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@[A-Za-z]\w{3,31})?)(?![\w/])"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
)


def units(text: str) -> int:
    """Return the length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def find_entities(text: str) -> list[Json]:
    """Return what Telegram finds in a text by itself."""
    if not any(sign in text for sign in "/@#"):
        return []
    return [
        {
            "type": str(found.lastgroup),
            "offset": units(text[: found.start()]),
            "length": units(found.group()),
        }
        for found in FOUND.finditer(text)
    ]


def cut(text: str, entity: Json) -> str:
    """Return the piece of a text that an entity covers."""
    raw = text.encode("utf-16-le", "surrogatepass")
    start = 2 * entity["offset"]
    return raw[start : start + 2 * entity["length"]].decode("utf-16-le", "surrogatepass")


@lru_cache(1024)
def parse_html(markup: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities, read-only; refuses all that Telegram refuses."""
    if "<" not in markup and "&" not in markup:
        return markup, []
    return _Reader(markup).read()


class _Reader:
    """Goes through a text once; open tags wait on a stack."""

    def __init__(self, markup: str) -> None:
        self.markup, self.at = markup, 0
        self.out: list[str] = []
        self.length, self.halves = 0, False
        self.open: list[tuple[str, str, int, int]] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.markup):
            if self.markup[self.at] == "<":
                self._tag()
            elif self.markup[self.at] == "&":
                self._reference()
            else:
                self._plain()
        if self.open:
            raise _unreadable(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"'
            )
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        if self.halves:
            raise _unreadable(LONE_SURROGATE)
        return "".join(self.out), self.entities

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.length += units(text)

    def _plain(self) -> None:
        ends = [end for sign in "<&" if (end := self.markup.find(sign, self.at)) >= 0]
        end = min(ends, default=len(self.markup))
        self._put(self.markup[self.at : end])
        self.at = end

    def _reference(self) -> None:
        found = REFERENCE.match(self.markup, self.at)
        sign = _decode(found) if found else None
        self.halves |= sign is not None and "\ud800" <= sign <= "\udfff"
        self._put(sign or "&")
        self.at = found.end() if found and sign else self.at + 1

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.markup.startswith("/", self.at):
            self.at += 1
            return self._end(begin)
        return self._start(begin)

    def _name(self) -> str:
        found = TAG_NAME.match(self.markup, self.at)
        name = found.group() if found else ""
        self.at += len(name)
        return name.lower()

    def _start(self, begin: int) -> None:
        name = self._name()
        if self.at >= len(self.markup):
            raise _unreadable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if name not in SYNONYMS:
            raise _unreadable(f'Unsupported start tag "{name}" at byte offset {self._byte(begin)}')
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _unreadable(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}'
            )
        self.open.append((name, _argument(name, attributes), self.length, len(self.out)))

    def _attributes(self, name: str, begin: int) -> dict[str, str]:
        found = {}
        while not (end := TAG_END.match(self.markup, self.at)):
            attribute = ATTRIBUTE.match(self.markup, self.at)
            if attribute is None:
                raise _unreadable(
                    f'Empty attribute name in the tag "{name}" at byte offset {self._byte(begin)}'
                )
            self.at = attribute.end()
            if attribute[2] is None and attribute[1].lower() != "expandable":
                raise self._no_value(name, begin)
            found[attribute[1].lower()] = REFERENCE.sub(
                lambda one: _decode(one) or one.group(), attribute[2] or ""
            )
        self.at = end.end()
        return {attribute: value.strip("\"'") for attribute, value in found.items()}

    def _no_value(self, name: str, begin: int) -> Exception:
        if ">" not in self.markup[self.at :] or self.markup[self.at :].lstrip().startswith("="):
            return _unreadable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return _unreadable(
            f'Expected equal sign in declaration of an attribute of the tag "{name}" at byte '
            f"offset {self._byte(begin)}"
        )

    def _end(self, begin: int) -> None:
        if not self.open:
            raise _unreadable(f"Unexpected end tag at byte offset {self._byte(begin)}")
        found = self._name()
        if not (close := TAG_END.match(self.markup, self.at)):
            raise _unreadable(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at = close.end()
        name, argument, offset, position = self.open.pop()
        if found and found != name:
            where = self._byte(begin)
            raise _unreadable(
                f'Unmatched end tag at byte offset {where}, expected "</{name}>", found '
                f'"</{found}>"'
            )
        if self.length > offset:
            self._close(
                name, argument or "".join(self.out[position:]) if name == "a" else argument, offset
            )

    def _close(self, name: str, argument: str, offset: int) -> None:
        entity: Json = {"type": SYNONYMS[name], "offset": offset, "length": self.length - offset}
        if name == "a":
            if not re.match(
                r"(https?://)?[\w.-]+\.[a-z]{2,}|(https?://|tg://)\S", argument, re.IGNORECASE
            ):
                return
            entity["url"] = argument
        elif name == "tg-emoji":
            if not argument.isdecimal() or not 0 < int(argument) < 2**63:
                raise _unreadable("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = argument
        elif name == "blockquote" and argument:
            entity["type"] = "expandable_blockquote"
        elif name == "code" and argument:
            entity["language"] = argument
        elif name == "pre" and self.entities and self.entities[-1].keys() >= {"language"}:
            code = self.entities[-1]
            if code["type"] == "code" and code | {"type": "pre"} == entity | {
                "language": code["language"]
            }:
                entity = self.entities.pop() | {"type": "pre"}
        self.entities.append(entity)

    def _byte(self, position: int) -> int:
        return len(self.markup[:position].encode("utf-8", "surrogatepass"))


def _argument(name: str, attributes: dict[str, str]) -> str:
    if name == "code":
        language = attributes.get("class", "")
        return language.removeprefix("language-") if language.startswith("language-") else ""
    if name == "blockquote":
        return "expandable" if "expandable" in attributes else ""
    return attributes.get({"a": "href", "tg-emoji": "emoji-id"}.get(name, ""), "")


def _decode(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, named = found.groups()
    if named:
        return NAMED.get(named)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF and len(found.group()) < 11 else None


def _unreadable(reason: str) -> Exception:
    return bad(f"can't parse entities: {reason}")


def check_entities(entities: Any) -> list[Json]:
    """Take entities that a caller gives itself."""
    if not isinstance(entities, list) or not all(isinstance(entity, dict) for entity in entities):
        raise bad("can't parse entities: expected an Array of MessageEntity")
    return entities
