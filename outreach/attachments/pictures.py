"""Pictures without what people did not mean to send: the place, the device, previews, comments.

No picture is decoded. A file is taken apart into the parts that its format knows, those that are
needed to draw it are put together again, and nothing else is kept. How a photo is to be turned is
the one thing in its Exif that is needed: without it, photos of phones lie on their side.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Literal

from outreach.attachments.walk import Broken, Part, Unwanted, few, png_chunks, riff_chunks

MOST_PIXELS = 120_000_000
"""More than any phone takes: a small file could ask for all memory of whoever opens it."""

START, END, SCAN = 0xD8, 0xD9, 0xDA
APP0, APP1, APP2, APP14, COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers of JPEG (ITU T.81, table B.1)."""
NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""The marker behind the data of a scan; a zero or a restart belongs to the data."""
EXIF, PROFILE, JFIF = b"Exif\0\0", b"ICC_PROFILE\0", b"JFIF\0"
HEAD = 12
"""Bytes of a JFIF head before its preview, which may show what was cut off later (ITU T.871)."""
ORIENTATION, MOST_TAGS = 0x0112, 200
ORDERS: Mapping[bytes, Literal["little", "big"]] = {b"II": "little", b"MM": "big"}
TURNED = (
    b"\xff\xe1\x00\x22" + EXIF + b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0%c" + bytes(6)
)
"""An Exif that holds the orientation, and nothing else."""

PNG_KEPT = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS"),
    *(b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"),
}
"""Neither text nor Exif nor time, nor the other pictures of an animation."""

WEBP_PICTURE = {b"VP8 ", b"VP8L"}
WEBP_KEPT = {*WEBP_PICTURE, b"VP8X", b"ALPH", b"ICCP"}
EXIF_OR_XMP = 0x0C
"""The bits of VP8X that say that there is metadata
(https://developers.google.com/speed/webp/docs/riff_container).
"""
ANIMATED = 0x02


def jpeg(content: bytes) -> bytes:
    """Return a JPEG without metadata, comments, and what follows its end."""
    first, rest, turned, drawn = [content[:2]], [], None, False
    for marker, part in few(_segments(content)):
        inside = content[part.inside : part.end]
        if marker in FRAMES:
            drawn = _not_too_large(inside[1:3], inside[3:5])
        if marker == APP1:
            turned = turned or _orientation(inside)
        elif marker == APP0:
            first.append(_without_preview(inside))
        elif _draws(marker, inside):
            rest.append(content[part.begin : part.end])
    if not drawn:
        raise Broken
    return b"".join([*first, *([TURNED % turned] if turned else []), *rest])


def png(content: bytes) -> bytes:
    """Return a PNG without text, Exif, time, and what follows its end."""
    kept, drawn = [content[:8]], False
    for chunk in few(png_chunks(content, 8)):
        told = content[chunk.end - 4 : chunk.end]
        if zlib.crc32(content[chunk.begin + 4 : chunk.end - 4]).to_bytes(4) != told:
            raise Broken
        if chunk.name == b"IHDR":
            size = content[chunk.inside : chunk.inside + 8]
            drawn = _not_too_large(size[:4], size[4:])
        if chunk.name in PNG_KEPT:
            kept.append(content[chunk.begin : chunk.end])
    if not drawn:
        raise Broken
    return b"".join(kept)


def webp(content: bytes) -> bytes:
    """Return a WebP without Exif and XMP, and what follows its end."""
    end = 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise Broken
    kept, drawn = [], False
    for chunk in few(riff_chunks(content, 12, end)):
        whole = bytearray(content[chunk.begin : chunk.end])
        if chunk.name == b"VP8X":
            _require_size(whole, 8 + 10)
            if whole[8] & ANIMATED:
                raise Unwanted
            whole[8] &= ~EXIF_OR_XMP
            wide, high = (int.from_bytes(whole[at : at + 3], "little") + 1 for at in (12, 15))
            _not_too_large(wide.to_bytes(4), high.to_bytes(4))
        drawn = drawn or chunk.name in WEBP_PICTURE
        if chunk.name in WEBP_KEPT:
            kept.append(bytes(whole) + b"\0" * (len(whole) % 2))
    if not drawn:
        raise Broken
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def size_of(content: bytes) -> tuple[int, int]:
    """Return how wide and high an accepted JPEG or PNG is; raises Broken if it does not say."""
    if content.startswith(b"\x89PNG"):
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    for marker, part in few(_segments(content)):
        if marker in FRAMES:
            inside = content[part.inside : part.end]
            return int.from_bytes(inside[3:5]), int.from_bytes(inside[1:3])
    raise Broken


def is_turned(content: bytes) -> bool:
    """Return True if a JPEG that was accepted is to be turned when it is shown."""
    return TURNED[: TURNED.index(b"%c")] in content


def _segments(content: bytes) -> Iterator[tuple[int, Part]]:
    """Yield the segments of a JPEG with their markers, each scan with its data, until the end."""
    at = 2
    while True:
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        if content[at : at + 1] != b"\xff" or at + 2 > len(content):
            raise Broken
        marker = content[at + 1]
        if marker == END:
            yield marker, Part(b"", at, at + 2, at + 2)
            return
        length = int.from_bytes(content[at + 2 : at + 4])
        end = at + 2 + length
        if length < 2 or end > len(content):
            raise Broken
        if marker == SCAN:
            follows = NEXT.search(content, end)
            if follows is None:
                raise Broken
            end = follows.start()
        yield marker, Part(b"", at, at + 4, end)
        at = end


def _draws(marker: int, inside: bytes) -> bool:
    """Return True if a segment is needed to draw the picture."""
    if marker == APP2:
        return inside.startswith(PROFILE)
    return marker == APP14 or not (APP0 <= marker <= 0xEF or marker == COMMENT)


def _without_preview(inside: bytes) -> bytes:
    """Return a JFIF head that has no preview; nothing of any other segment of its kind."""
    if not inside.startswith(JFIF) or len(inside) < HEAD:
        return b""
    return b"\xff\xe0\x00\x10" + inside[:HEAD] + b"\0\0"


def _orientation(inside: bytes) -> int | None:
    """Return how a photo is to be turned, by its Exif (CIPA DC-008, 4.6.4); None if it is not."""
    if not inside.startswith(EXIF):
        return None
    tiff = inside[len(EXIF) :]
    order = ORDERS.get(tiff[:2])
    if order is None:
        return None
    begin = int.from_bytes(tiff[4:8], order)
    tags = min(int.from_bytes(tiff[begin : begin + 2], order), MOST_TAGS)
    for place in range(begin + 2, begin + 2 + 12 * tags, 12):
        if int.from_bytes(tiff[place : place + 2], order) == ORIENTATION:
            turned = int.from_bytes(tiff[place + 8 : place + 10], order)
            return turned if 2 <= turned <= 8 else None
    return None


def _not_too_large(one: bytes, other: bytes) -> bool:
    if int.from_bytes(one) * int.from_bytes(other) > MOST_PIXELS:
        raise Unwanted
    return True


def _require_size(part: bytes | bytearray, size: int) -> None:
    if len(part) < size:
        raise Broken
