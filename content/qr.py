"""A link as a square code that a camera reads."""

from io import BytesIO

import segno
from markupsafe import Markup

SCALE = 8
QUIET_ZONE = 4
"""Modules of white around the square: ISO/IEC 18004 asks for four."""


def qr_svg(link: str, *, title: str) -> bytes:
    """Draw a link as an SVG file; a screen reader says its `title`."""
    drawn = BytesIO()
    _code(link).save(
        drawn, kind="svg", scale=SCALE, border=QUIET_ZONE, light="#fff", title=title, omitsize=False
    )
    return drawn.getvalue()


def qr_inline(link: str) -> Markup:
    """Draw a link as an SVG element of a page."""
    drawn = _code(link).svg_inline(
        omitsize=True, border=QUIET_ZONE, light="#fff", svgclass="qr", lineclass=None
    )
    return Markup(drawn)  # noqa: S704 - squares only: no letter of the link is in it


def _code(link: str) -> segno.QRCode:
    return segno.make(link, error="m", micro=False)
