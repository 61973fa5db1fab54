"""Plain text on a page: paragraphs, lines and safe links. No markup is ever taken from a text."""

import re
from dataclasses import dataclass

LINK = re.compile(r"https?://[^\s<>\"'“”‘’]*[^\s<>\"'“”‘’.,;:!?)\]}]", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one line; `address` is set if it is a link."""

    text: str
    address: str | None = None


def prose(text: str, *, mail: bool = False) -> list[list[list[Piece]]]:
    """Split a text into paragraphs (at blank lines), lines, and pieces: words or web links.

    With `mail`, e-mail addresses are links too: in texts of ours, not in what people wrote.
    """
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    return [[_pieces(line, mail) for line in part.split("\n")] for part in paragraphs if part]


def _pieces(line: str, mail: bool) -> list[Piece]:
    pieces, end = [], 0
    for link in LINK.finditer(line):
        pieces += [Piece(line[end : link.start()]), Piece(link[0], link[0])]
        end = link.end()
    pieces.append(Piece(line[end:]))
    found = [part for piece in pieces for part in (_mails(piece) if mail else [piece])]
    return [piece for piece in found if piece.text]


def _mails(piece: Piece) -> list[Piece]:
    if piece.address:
        return [piece]
    pieces, end = [], 0
    for link in EMAIL.finditer(piece.text):
        pieces += [Piece(piece.text[end : link.start()]), Piece(link[0], f"mailto:{link[0]}")]
        end = link.end()
    return [*pieces, Piece(piece.text[end:])]
