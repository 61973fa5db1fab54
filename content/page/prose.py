"""Plain text on a page: paragraphs, lines and safe links. No markup is ever taken from a text."""

import re
from dataclasses import dataclass

LINK = re.compile(r"https?://[^\s<>\"'“”‘’]*[^\s<>\"'“”‘’.,;:!?)\]}]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one line; `address` is set if it is a link."""

    text: str
    address: str | None = None


def prose(text: str) -> list[list[list[Piece]]]:
    """Split a text into paragraphs (at blank lines), lines, and pieces: words or web links."""
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    return [[_pieces(line) for line in part.split("\n")] for part in paragraphs if part]


def _pieces(line: str) -> list[Piece]:
    pieces, end = [], 0
    for link in LINK.finditer(line):
        pieces += [Piece(line[end : link.start()]), Piece(link[0], link[0])]
        end = link.end()
    return [piece for piece in [*pieces, Piece(line[end:])] if piece.text]
