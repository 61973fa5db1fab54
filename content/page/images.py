"""Pictures for whoever shows no SVG: previews of a link, messengers, home screens.

They are drawn by resvg, with the fonts in `fonts`: a server often has none. Drawing one takes
tens of milliseconds, so that it belongs in a thread.
"""

import struct
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import as_file, files

from resvg_py import svg_to_bytes

from content.page.assets import mark_in
from content.page.pictures import drawing, picture_of
from content.page.tokens import colours
from content.page.town import Town

WIDE, HIGH = 1_200, 630
"""What a preview of a link shows: the size that Open Graph and messengers ask for."""
PLACE = 'x="590" y="152" width="580" height="326"'
"""Where the picture stands on a preview."""
MOST_LINES = 5
LINE = 500.0
"""Room for a line of the title, in the units of the image."""
NARROW, BROAD = frozenset("fijlrt.,:;!'’|I()- "), frozenset("mwMW@—")
LOGO_HIGH, LOGO_WIDE = 72, 320
"""Room for a logo on a preview."""


def share_image(
    title: str,
    *,
    organisation: str,
    until: str,
    themes: Iterable[str],
    town: Town,
    photo: str = "",
) -> bytes:
    """Draw a preview as PNG: the title, whose it is, until when, and what it is about.

    `photo` is a picture as an address that holds it; it stands in the place of the drawing.
    """
    ink, soft, paper = (colours()[name] for name in ("ink", "ink-soft", "paper"))
    accent = town.style.light.accent
    lines, size = _fitted(title)
    top = 330 - len(lines) * size * 0.6
    spans = "".join(
        f'<text x="60" y="{top + (number + 1) * size * 1.2 - size * 0.3:.0f}" font-size="{size}" '
        f'font-weight="700" fill="{ink}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    picture = _photo(photo) or drawing(picture_of(themes)).replace("<svg ", f"<svg {PLACE} ", 1)
    logo, start = _logo(town, 60, 44)
    return _png(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" '
        f'font-family="Noto Sans"><path fill="{paper}" d="M0 0h{WIDE}v{HIGH}H0z"/>'
        f'<path fill="{accent}" d="M0 0h{WIDE}v14H0z"/>{picture}{spans}{logo}'
        f'<text x="{start}" y="90" font-size="30" font-weight="700" fill="{accent}">'
        f"{escape(_whole(organisation))}</text>"
        f'<text x="60" y="575" font-size="28" fill="{soft}">{escape(_whole(until))}</text></svg>',
        WIDE,
    )


def theme_image(name: str) -> bytes:
    """Draw the picture of a theme as PNG, 1280 pixels wide."""
    return _png(drawing(name), 1_280)


def icon(size: int, town: Town, *, round_off: bool = True) -> bytes:
    """Draw our mark as PNG in the colour of a town; a home screen rounds off the corners itself."""
    mark = mark_in(town)
    if not round_off:
        ground = f'><path fill="{town.style.light.accent}" d="M0 0h40v40H0z"/><path'
        mark = mark.replace("><path", ground, 1)
    return _png(mark, size)


def favicon(town: Town) -> bytes:
    """Return our mark as an ICO file with one PNG in it, for browsers that ask for no other."""
    size = 48
    png = icon(size, town)
    head = struct.pack("<HHH", 0, 1, 1)
    return head + struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(png), 22) + png


def _photo(inline: str) -> str:
    """Return a photo as a part of a drawing, cut to its place; empty if there is none."""
    if not inline:
        return ""
    return (
        f'<svg {PLACE} viewBox="0 0 580 326"><image width="580" height="326" '
        f'preserveAspectRatio="xMidYMid slice" href="{inline}"/></svg>'
    )


def _logo(town: Town, x: int, y: int) -> tuple[str, int]:
    """Return a logo as a part of a drawing, and where to go on beside it."""
    logo = town.logo
    if logo is None:
        return "", x
    scale = min(LOGO_HIGH / logo.height, LOGO_WIDE / logo.width)
    wide, high = logo.width * scale, logo.height * scale
    shown = (
        f'<image x="{x}" y="{y + (LOGO_HIGH - high) / 2:.0f}" width="{wide:.0f}" '
        f'height="{high:.0f}" href="{logo.inline}"/>'
    )
    return shown, round(x + wide + 24)


def _png(svg: str, width: int) -> bytes:
    with as_file(files("content.page").joinpath("fonts")) as folder:
        fonts = [str(path) for path in sorted(folder.glob("*.ttf"))]
        return svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True, font_files=fonts)


def _fitted(title: str) -> tuple[Sequence[str], int]:
    """Break a title into lines, in the largest size in which all of it fits."""
    for size in (58, 50, 42):
        lines = _lines(_whole(title), size)
        if len(lines) <= MOST_LINES:
            return lines, size
    return [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]}…"], size


def _lines(text: str, size: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and _width(f"{lines[-1]} {word}") * size <= LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _width(text: str) -> float:
    """Return about how wide bold letters are, in their own size."""
    return sum(0.34 if sign in NARROW else 0.93 if sign in BROAD else 0.63 for sign in text)


def _whole(text: str) -> str:
    """Return a text without signs that XML cannot hold."""
    return "".join(sign for sign in text if sign.isprintable())
