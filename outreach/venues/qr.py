"""A trail's link as a square that a phone reads, for posters and newsletters."""

from io import BytesIO

import segno

SCALE = 8
QUIET_ZONE = 4
"""Modules of white around the square: ISO/IEC 18004 asks for four."""


def qr_svg(link: str, *, title: str) -> bytes:
    """Draw a link as SVG; `title` is what a screen reader says of it."""
    drawn = BytesIO()
    code = segno.make(link, error="m", micro=False)
    code.save(
        drawn, kind="svg", scale=SCALE, border=QUIET_ZONE, light="#fff", title=title, omitsize=False
    )
    return drawn.getvalue()
