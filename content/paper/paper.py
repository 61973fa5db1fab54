"""A document as data: what it says, block by block, without any layout.

The words come from `locales`, through whoever makes it; what people wrote is a value in it, and no
value is ever read as markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from content.page.style import style_of


@dataclass(frozen=True, slots=True)
class Heading:
    """The beginning of a part; level 1 is a chapter, 2 and 3 stand inside it."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of ours; a quiet one is small print, one that is a note stands in a frame."""

    text: str
    tone: str = ""
    """`quiet`, `note`, or nothing."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A text in somebody's own words, and above it whose."""

    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values, a line for each."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its headings come back on each page."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


Block = Heading | Paragraph | Quote | Facts | Grid


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document, in one language.

    `lead` stands under the title, `foot` at the bottom of every page beside its number. `signs`
    ends it if some sign has no drawing, and says what stands for that. `colour` is a town's own,
    such as `#0b625c`.
    """

    title: str
    language: str
    organisation: str
    blocks: Sequence[Block]
    lead: str = ""
    foot: str = ""
    signs: str = ""
    colour: str = ""

    @property
    def accent(self) -> str:
        """The colour of lines and headings: the town's, in a shade that can be read on white."""
        return style_of(self.colour).light.accent
