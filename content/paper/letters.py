"""Which signs our typefaces have: an archive refuses a page with a sign that is drawn as nothing.

A sign that no typeface has is written as its number in Unicode, so that nothing is lost.
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

BLANKS = "\n\u00a0 "
MARK = "[U+"
"""Begins the number of a sign."""
SILENT = ("Cc", "Cf", "Cs")
"""Kinds of signs that nobody sees: controls, what turns the direction, half of a sign."""
WIDE, SHORT = 12, 4
"""Formats of a table of letters in OpenType that we read (OpenType, cmap)."""


@cache
def letters_of(*typefaces: Path) -> frozenset[int]:
    """Return the numbers of all signs that at least one of these typefaces has."""
    return frozenset(sign for path in typefaces for sign in _signs(path.read_bytes()))


def drawable(text: str, letters: frozenset[int]) -> str:
    """Return a text with every sign that cannot be drawn written as its number: `[U+1F600]`.

    A letter and its mark are one sign, as in all that was cleaned at the door.
    """
    return "".join(_drawn(sign, letters) for sign in text)


def _drawn(sign: str, letters: frozenset[int]) -> str:
    if sign in BLANKS or ord(sign) in letters:
        return sign
    if sign == "\t":
        return " "
    if unicodedata.category(sign) in SILENT or "\ufe00" <= sign <= "\ufe0f":
        return ""
    return f"{MARK}{ord(sign):04X}]"


def _signs(font: bytes) -> Iterator[int]:
    """Yield every sign for which a font has a drawing."""
    table = _table(font, b"cmap")
    for number in range(_short(font, table + 2)):
        start = table + _long(font, table + 4 + 8 * number + 4)
        if _short(font, start) == SHORT:
            yield from _short_signs(font, start)
        elif _short(font, start) == WIDE:
            yield from _wide_signs(font, start)


def _table(font: bytes, name: bytes) -> int:
    """Return where a table of a font begins."""
    for number in range(_short(font, 4)):
        entry = 12 + 16 * number
        if font[entry : entry + 4] == name:
            return _long(font, entry + 8)
    raise ValueError(f"the font has no table {name!r}")


def _short_signs(font: bytes, start: int) -> Iterator[int]:
    count = _short(font, start + 6) // 2
    ends, starts = start + 14, start + 16 + 2 * count
    deltas, offsets = starts + 2 * count, starts + 4 * count
    for number in range(count):
        first, last = _short(font, starts + 2 * number), _short(font, ends + 2 * number)
        delta, offset = _short(font, deltas + 2 * number), _short(font, offsets + 2 * number)
        for sign in range(first, min(last, 0xFFFE) + 1):
            at = offsets + 2 * number + offset + 2 * (sign - first)
            glyph = _short(font, at) if offset else sign
            if glyph and (glyph + delta) % 0x10000:
                yield sign


def _wide_signs(font: bytes, start: int) -> Iterator[int]:
    for number in range(_long(font, start + 12)):
        first, last, glyph = struct.unpack_from(">III", font, start + 16 + 12 * number)
        yield from range(first + (0 if glyph else 1), last + 1)


def _short(font: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", font, at)[0])


def _long(font: bytes, at: int) -> int:
    return int(struct.unpack_from(">I", font, at)[0])
