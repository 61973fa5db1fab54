"""A document becomes a PDF that an archive takes and that a screen reader can read.

PDF/A-2a (ISO 19005-2) with PDF/UA-1 (ISO 14289-1): all typefaces are in it, nothing is fetched,
and headings and tables are marked. The layout is `paper.typ`; what it says goes in as data.
"""

from dataclasses import asdict, replace
from datetime import datetime
from importlib.resources import as_file, files
from typing import Any

import orjson

from content.paper.letters import MARK, drawable, letters_of
from content.paper.paper import Block, Grid, Paper, Paragraph

FONTS = "content.page.fonts"
REGULAR = "NotoSans-Regular.ttf"
LAYOUT = "paper.typ"
LONGEST_WORD = 26
"""Letters of a word that a narrow column must hold; a longer one is broken."""
LINE, WIDEST, BESIDE = 100, 60, 3
"""Letters on a line of a table, those of the widest column, and the room beside each."""
BREAK = "\u200b"
"""Where a line may end inside a word; it shows nothing."""


def pdf_of(paper: Paper, *, made_at: datetime) -> bytes:
    """Return a document as PDF: the same for the same document and moment, to the byte.

    It takes some tens of milliseconds of the processor: not in an event loop.
    """
    # imported here: it is a library of 80 MB, which only who prints needs
    import typst

    with as_file(files("content.page")) as page, as_file(files("content.paper")) as here:
        fonts = page / "fonts"
        letters = letters_of(fonts / REGULAR)
        return bytes(
            typst.compile(
                here / LAYOUT,
                root=here,
                font_paths=typst.Fonts(
                    include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
                ),
                sys_inputs={"paper": _said(paper, letters)},
                pdf_standards=["a-2a", "ua-1"],
                timestamp=int(made_at.timestamp()),
            )
        )


def _said(paper: Paper, letters: frozenset[int]) -> str:
    """Return a document as the layout reads it, with what explains a sign without a drawing."""
    said = orjson.dumps(_drawn(_data(paper), letters)).decode()
    if not paper.signs or MARK not in said:
        return said
    small = Paragraph(paper.signs, tone="quiet")
    return _said(replace(paper, blocks=(*paper.blocks, small), signs=""), letters)


def _data(paper: Paper) -> dict[str, Any]:
    return {
        "title": paper.title,
        "language": paper.language,
        "organisation": paper.organisation,
        "lead": paper.lead,
        "foot": paper.foot,
        "accent": paper.accent,
        "blocks": [_block(block) for block in paper.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    data = asdict(block) | {"kind": type(block).__name__.lower()}
    return data | {"shares": _shares(block)} if isinstance(block, Grid) else data


def _shares(grid: Grid) -> list[int]:
    """Return how the columns of a table share its width: each holds its longest word.

    What is left goes to those with the longest texts.
    """
    columns = [
        [text for text in column if text] or [""]
        for column in zip(grid.headings, *grid.rows, strict=True)
    ]
    words = [
        max(len(word) for text in column for word in text.split() or [""]) for column in columns
    ]
    least = [min(LONGEST_WORD, word) + BESIDE for word in words]
    more = [
        max(0, min(WIDEST, max(map(len, column))) + BESIDE - size)
        for column, size in zip(columns, least, strict=True)
    ]
    room = max(0, LINE - sum(least))
    part = min(1.0, room / sum(more)) if any(more) else 0.0
    return [round(size + part * extra) for size, extra in zip(least, more, strict=True)]


def _drawn(value: Any, letters: frozenset[int]) -> Any:
    """Return data with every text in signs that can be drawn, in lines that can be broken."""
    if isinstance(value, str):
        return " ".join(map(_broken, drawable(value, letters).split(" ")))
    if isinstance(value, dict):
        return {name: _drawn(item, letters) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_drawn(item, letters) for item in value]
    return value


def _broken(word: str) -> str:
    """Return a word with places where a line may end, if it is too long for a narrow column."""
    if len(word) <= LONGEST_WORD:
        return word
    return BREAK.join(
        word[start : start + LONGEST_WORD] for start in range(0, len(word), LONGEST_WORD)
    )
