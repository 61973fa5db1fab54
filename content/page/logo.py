"""A town's own logo: read once, and checked by what is in the file, whatever its name says.

`LogoFault` is raised with the word for what is wrong: `unreadable`, `large`, `kind`, `unsafe`.
"""

import re
import struct
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

MOST_BYTES = 200_000
MOST_PIXELS = 10_000
"""Of a side."""
WIDEST_SQUARE = 1.5
"""What is wider than this, for its height, finds no room beside a conversation."""
PNG = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"
ACTIVE = ("script", "foreignobject", "iframe", "handler")
"""Elements that do something. A logo is shown as a picture, in which nothing would run; somebody
may still open it by itself.
"""
INSIDE = re.compile(r"#|data:image/(png|jpeg|gif|webp);base64,", re.IGNORECASE)
"""What a link in a drawing may lead to: something in the file itself."""
LOADS = re.compile(r"@import|url\(\s*+[\"']?+(?!#|data:image/)", re.IGNORECASE)
DECLARED = re.compile(r"<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)|<\?xml-stylesheet", re.IGNORECASE)
"""What makes a drawing grow or look elsewhere: an entity stands for any text, and an attribute that
is declared once comes back in every element.
"""
LENGTH = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*(?:px)?\s*")


class LogoFault(Exception):
    """A file cannot be the logo."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that can be served: its kind, how a name of it ends, its bytes and its size."""

    kind: str
    suffix: str
    body: bytes
    width: int
    height: int

    @property
    def square(self) -> bool:
        """True if it fits where there is as much room to the side as upwards."""
        return self.width <= self.height * WIDEST_SQUARE

    @property
    def inline(self) -> str:
        """The picture itself as an address, for a drawing that holds it."""
        return f"data:{self.kind};base64,{b64encode(self.body).decode()}"


def read_logo(path: Path) -> Logo:
    """Read a logo: PNG, WebP or SVG; raises LogoFault."""
    try:
        with path.open("rb") as file:
            body = file.read(MOST_BYTES + 1)
    except OSError:
        raise LogoFault("unreadable") from None
    if len(body) > MOST_BYTES:
        raise LogoFault("large")
    kind, suffix, size = _looked_at(body)
    width, height = size or (0, 0)
    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS):
        raise LogoFault("kind")
    return Logo(kind, suffix, body, width, height)


def _looked_at(body: bytes) -> tuple[str, str, tuple[int, int] | None]:
    if body.startswith(PNG) and body[12:16] == b"IHDR" and len(body) >= 24:
        width, height = struct.unpack(">II", body[16:24])
        return "image/png", "png", (width, height)
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp", "webp", _webp(body)
    return "image/svg+xml", "svg", _svg(body)


def _webp(body: bytes) -> tuple[int, int] | None:
    """Return the size that one of the three kinds of WebP tells (RFC 9649)."""
    if len(body) < 30:
        return None
    match body[12:16]:
        case b"VP8X":
            return _small(body[24:27]) + 1, _small(body[27:30]) + 1
        case b"VP8L":
            bits = _small(body[21:25])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            return _small(body[26:28]) & 0x3FFF, _small(body[28:30]) & 0x3FFF
    return None


def _svg(body: bytes) -> tuple[int, int] | None:
    try:
        text = body.decode("utf-8-sig")
        if DECLARED.search(text):
            raise LogoFault("unsafe")
        # S314 warns of a text that grows, or loads another one: only what is declared grows, which
        # was refused above, also from a parameter entity; and expat loads nothing by itself
        top = ElementTree.fromstring(text)  # noqa: S314
    except (UnicodeDecodeError, ElementTree.ParseError, ValueError):
        raise LogoFault("kind") from None
    if top.tag != f"{SVG}svg":
        raise LogoFault("kind")
    if not all(_is_still(element) for element in top.iter()):
        raise LogoFault("unsafe")
    view = re.split(r"[\s,]+", top.get("viewBox", "").strip())
    sides = view[2:] if len(view) == 4 else [top.get("width", ""), top.get("height", "")]
    found = [LENGTH.fullmatch(side) for side in sides]
    lengths = [max(1, round(float(side[1]))) for side in found if side is not None]
    return (lengths[0], lengths[1]) if len(lengths) == 2 else None


def _is_still(element: ElementTree.Element) -> bool:
    """True if a part of a drawing does nothing, and loads nothing from elsewhere."""
    if _name(element.tag) in ACTIVE or LOADS.search(element.text or ""):
        return False
    for key, value in element.attrib.items():
        name = _name(key)
        if name.startswith("on") or LOADS.search(value):
            return False
        if name in ("href", "src") and not INSIDE.match(value.strip()):
            return False
    return True


def _name(tag: object) -> str:
    return str(tag).rpartition("}")[2].casefold()


def _small(part: bytes) -> int:
    return int.from_bytes(part, "little")
