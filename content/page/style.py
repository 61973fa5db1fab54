"""A town's own colour on our pages, in shades that everybody can read.

Words need a contrast of 4.5 to 1 with what is behind them, controls 3 to 1 (WCAG 2.2, 1.4.3 and
1.4.11). A colour that does not reach that is made darker on light pages and lighter on dark ones,
until it does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from content.page.tokens import DARK, colours

ENOUGH = 4.5
GROUNDS = ("paper", "surface", "sunken", "notice")
"""Behind links and buttons."""
BLACK, WHITE = "#000000", "#ffffff"
STEPS = 200
"""A colour becomes black or white in so many steps: one is not seen."""


@dataclass(frozen=True, slots=True)
class Shades:
    """The colours of one page that follow the town's, as `tokens.css` names them."""

    accent: str
    accent_deep: str
    """Under a pointer, and on the wash."""
    accent_wash: str
    accent_mid: str
    on_accent: str

    @property
    def css(self) -> str:
        """These colours as rules for a page."""
        named = ((name.replace("_", "-"), getattr(self, name)) for name in self.__slots__)
        return "".join((":root{", *(f"--{name}:{colour};" for name, colour in named), "}"))


@dataclass(frozen=True, slots=True)
class Style:
    """The colours of light and dark pages; `asked` is the town's own, or nothing."""

    light: Shades
    dark: Shades
    asked: str = ""

    @property
    def css(self) -> str:
        """What follows our own tokens in the style sheet: nothing if all stays as it is."""
        return f"{self.light.css}\n{DARK}{{{self.dark.css}}}\n" if self.asked else ""


@cache
def style_of(colour: str = "") -> Style:
    """Return the shades of a colour like `#0b625c`; those of `tokens.css` if there is none."""
    if not colour:
        return Style(_own(dark=False), _own(dark=True))
    return Style(_light(colour), _dark(colour), colour)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a share of another in it, from 0 to 1."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _light(colour: str) -> Shades:
    def wash(accent: str) -> str:
        return mixed(WHITE, accent, 0.1)

    accent = _readable(colour, BLACK, colours(), wash)
    return Shades(
        accent=accent,
        accent_deep=mixed(accent, BLACK, 0.25),
        accent_wash=wash(accent),
        accent_mid=mixed(WHITE, accent, 0.35),
        on_accent=WHITE,
    )


def _dark(colour: str) -> Shades:
    grounds = colours(dark=True)

    def wash(accent: str) -> str:
        return mixed(grounds["surface"], accent, 0.12)

    accent = _readable(colour, WHITE, grounds, wash)
    return Shades(
        accent=accent,
        accent_deep=mixed(accent, WHITE, 0.35),
        accent_wash=wash(accent),
        accent_mid=mixed(grounds["surface"], accent, 0.35),
        on_accent=mixed(accent, BLACK, 0.88),
    )


def _readable(colour: str, end: str, grounds: Mapping[str, str], wash: Callable[[str], str]) -> str:
    """Return the first shade on the way to black or white that can be read on every ground."""
    shades = (mixed(colour, end, step / STEPS) for step in range(STEPS))
    return next(
        (
            shade
            for shade in shades
            if all(
                contrast(shade, ground) >= ENOUGH
                for ground in (*(grounds[name] for name in GROUNDS), wash(shade))
            )
        ),
        end,
    )


def _own(*, dark: bool) -> Shades:
    named = colours(dark=dark)
    return Shades(*(named[name.replace("_", "-")] for name in Shades.__slots__))


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (given / 255 for given in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
