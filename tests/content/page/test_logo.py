import struct
from pathlib import Path

import pytest

from content.page.logo import MOST_BYTES, Logo, LogoFault, read_logo

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" {}>{}</svg>'
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def read(folder: Path, body: bytes | str) -> Logo:
    """Read a logo with these bytes."""
    path = folder / "logo"
    path.write_bytes(body.encode() if isinstance(body, str) else body)
    return read_logo(path)


def drawing(inside: str = "", size: str = 'viewBox="0 0 320 80"') -> str:
    """Return an SVG."""
    return DRAWING.format(size, inside)


def webp(kind: bytes, rest: bytes) -> bytes:
    """Return the beginning of a WebP."""
    return b"RIFF\0\0\0\0WEBP" + kind + b"\0\0\0\0" + rest.ljust(20, b"\0")


@pytest.mark.parametrize(
    ("body", "kind", "size"),
    [
        (PNG + struct.pack(">II", 300, 90), "image/png", (300, 90)),
        (webp(b"VP8X", b"\0\0\0\0" + b"\x2b\x01\0" + b"\x59\0\0"), "image/webp", (300, 90)),
        (webp(b"VP8L", b"\x2f" + struct.pack("<I", 299 | 89 << 14)), "image/webp", (300, 90)),
        (webp(b"VP8 ", b"\0" * 6 + struct.pack("<HH", 300, 90)), "image/webp", (300, 90)),
        (drawing(), "image/svg+xml", (320, 80)),
        (drawing(size='width="40px" height="40.4"'), "image/svg+xml", (40, 40)),
        ('\ufeff<?xml version="1.0"?>\n<!DOCTYPE svg>' + drawing(), "image/svg+xml", (320, 80)),
    ],
)
def test_logo_is_known_by_what_is_in_it(
    tmp_path: Path, body: bytes | str, kind: str, size: tuple[int, int]
) -> None:
    logo = read(tmp_path, body)

    assert (logo.kind, (logo.width, logo.height)) == (kind, size)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g onclick="alert(1)"/>',
        '<g ONLOAD="alert(1)"/>',
        "<foreignObject><p/></foreignObject>",
        '<a href="javascript:alert(1)"><path/></a>',
        '<image href="https://elsewhere.example/x.png"/>',
        '<image xmlns:x="http://www.w3.org/1999/xlink" x:href="//elsewhere.example/x.png"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
        '<path style="fill:url(https://elsewhere.example/x#y)"/>',
        "<style>@import '//elsewhere.example/x.css';</style>",
        "<style>path { fill: url( 'https://elsewhere.example/x.svg#a') }</style>",
    ],
)
def test_drawing_that_does_or_loads_something_is_refused(tmp_path: Path, inside: str) -> None:
    with pytest.raises(LogoFault, match="unsafe"):
        read(tmp_path, drawing(inside))


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>',
        "<!DOCTYPE svg [<!ENTITY % a \"<!ENTITY b 'c'>\"> %a;]>",
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd" [<!ENTITY % a SYSTEM "b"> %a;]>',
        f'<!DOCTYPE svg [<!ATTLIST g a CDATA "{"a" * 1_000}">]>',
        '<?xml-stylesheet href="https://elsewhere.example/x.css"?>',
    ],
)
def test_drawing_that_grows_or_takes_a_style_from_elsewhere_is_refused(
    tmp_path: Path, head: str
) -> None:
    with pytest.raises(LogoFault, match="unsafe"):
        read(tmp_path, head + drawing())


@pytest.mark.parametrize(
    "inside",
    [
        '<use href="#a"/><path id="a" style="fill:url(#b)" fill="#fff"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "<style>.a { fill: #123456 }</style><title>Waterdam</title>",
        "<style>.a { fill: url('#b') }</style>",
    ],
)
def test_drawing_that_stands_by_itself_is_taken(tmp_path: Path, inside: str) -> None:
    assert read(tmp_path, drawing(inside)).suffix == "svg"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"GIF89a" + b"\0" * 40,
        PNG,
        PNG + struct.pack(">II", 0, 90),
        PNG + struct.pack(">II", 90, 10_001),
        webp(b"VP8?", b""),
        b"RIFF\0\0\0\0WEBPVP8X",
        "<html/>",
        "<svg/>",
        drawing(size=""),
        drawing(size='width="100%" height="10"'),
        "<svg",
        b"\xff\xfe<\0s\0v\0g\0",
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE svg [<!ENTITY a "b">]><svg/>'.encode(
            "utf-16-le"
        ),
        '<?xml version="1.0" encoding="utf-7"?><!DOCTYPE svg [+ADwAIQ-ENTITY a "b">]><svg/>',
    ],
)
def test_other_files_are_no_logo(tmp_path: Path, body: bytes | str) -> None:
    with pytest.raises(LogoFault, match="kind"):
        read(tmp_path, body)


def test_logo_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LogoFault, match="large"):
        read(tmp_path, b" " * (MOST_BYTES + 1))


def test_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LogoFault, match="unreadable"):
        read_logo(tmp_path / "none.svg")


@pytest.mark.parametrize(("wide", "square"), [(90, True), (135, True), (136, False), (20, True)])
def test_logo_that_is_not_much_wider_than_high_fits_a_small_place(wide: int, square: bool) -> None:
    assert Logo("image/png", "png", b"", wide, 90).square == square
