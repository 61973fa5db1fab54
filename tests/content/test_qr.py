"""A square that phones read, on white, with words for who cannot see it."""

import re
from xml.etree import ElementTree

from content.qr import QUIET_ZONE, qr_inline, qr_svg

SVG = "{http://www.w3.org/2000/svg}"


def test_qr_is_svg_with_a_title_and_a_quiet_zone() -> None:
    drawn = ElementTree.fromstring(
        qr_svg("https://waterdam.example/c/ABCD2345", title='Plantsoen <"&')
    )

    title, ground, code = drawn.find(f"{SVG}title"), *drawn.iter(f"{SVG}path")
    assert title is not None
    assert title.text == 'Plantsoen <"&'
    assert (ground.get("fill"), ground.get("d")) == ("#fff", "M0 0h37v37h-37z")
    assert re.match(rf"M{QUIET_ZONE} {QUIET_ZONE}.5h7", code.get("d", ""))
    assert QUIET_ZONE >= 4


def test_links_of_two_trails_look_different() -> None:
    assert qr_svg("https://w.example/c/ABCD2345", title="a") != qr_svg(
        "https://w.example/c/ABCD2346", title="a"
    )


def test_picture_holds_no_letter_of_the_link() -> None:
    picture = qr_inline(f"https://waterdam.example/chat/terug/{'A' * 43}")

    assert "<svg" in picture
    assert "waterdam" not in picture
