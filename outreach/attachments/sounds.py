"""Sound in the containers that browsers and phones record in: Ogg, WebM and MP4.

A container with a film in it is not accepted, and where a recording was made is blanked out.
"""

import re

from outreach.attachments.walk import MOST_PARTS, Broken, Part, Unwanted, boxes, few

OGG_HEAD = 27
"""RFC 3533, 6: bytes of a page before the list of its lacing values."""
OPUS = b"OpusHead"
SEGMENT, DOC_TYPE = b"\x18\x53\x80\x67", b"\x42\x82\x84webm"
"""Elements of EBML (RFC 8794) and Matroska (RFC 9559), as they are written."""
TRACKS_WITHIN = 64 * 1024
FILM, SOUND = re.compile(rb"V_[A-Z0-9]"), re.compile(rb"A_(?:OPUS|VORBIS|AAC|PCM)")
"""Names of codecs in Matroska: of a film, and of sound."""
TOLD = {b"udta", b"meta", b"uuid"}
"""Boxes of MP4 that may tell of the device, the place and whoever recorded it."""
DEEPER = (b"moov", b"trak", b"mdia")
"""The boxes that lead to what a track is, each inside the one before."""
FREE = b"free"


def ogg(content: bytes) -> bytes:
    """Return an Ogg file with Opus in it, without what follows its last page."""
    at = pages = 0
    while content[at : at + 5] == b"OggS\0" and pages < MOST_PARTS:
        lacing = content[at + OGG_HEAD : at + OGG_HEAD + _byte(content, at + OGG_HEAD - 1)]
        begin = at + OGG_HEAD + len(lacing)
        end = begin + sum(lacing)
        if len(lacing) < content[at + OGG_HEAD - 1] or end > len(content):
            raise Broken
        if at == 0 and not content.startswith(OPUS, begin):
            raise Unwanted
        at, pages = end, pages + 1
    if at == 0 or content[at : at + 4] == b"OggS":
        raise Broken
    return content[:at]


def webm(content: bytes) -> bytes:
    """Return a WebM file with sound and nothing to see; a browser does not say where it ends."""
    begins = content[:TRACKS_WITHIN]
    if DOC_TYPE not in begins[:64]:
        raise Unwanted
    if SEGMENT not in begins[:256]:
        raise Broken
    if FILM.search(begins):
        raise Unwanted
    if not SOUND.search(begins):
        raise Broken
    return content


def mp4(content: bytes) -> bytes:
    """Return an MP4 file with sound and nothing to see, and without what it tells of its maker."""
    kept = bytearray(content)
    handlers = _blanked(kept, 0, len(kept), DEEPER)
    if b"vide" in handlers:
        raise Unwanted
    if b"soun" not in handlers:
        raise Broken
    return bytes(kept)


def _blanked(kept: bytearray, begin: int, end: int, deeper: tuple[bytes, ...]) -> set[bytes]:
    """Blank what is not sound; return the kinds of the tracks. Nothing moves: places count."""
    handlers: set[bytes] = set()
    for box in few(boxes(kept, begin, end)):
        if box.name in TOLD:
            _blank(kept, box)
        elif deeper and box.name == deeper[0]:
            handlers |= _blanked(kept, box.inside, box.end, deeper[1:])
        elif box.name == b"hdlr":
            handlers.add(bytes(kept[box.inside + 8 : box.inside + 12]))
    return handlers


def _blank(kept: bytearray, box: Part) -> None:
    kept[box.begin + 4 : box.begin + 8] = FREE
    kept[box.inside : box.end] = bytes(box.end - box.inside)


def _byte(content: bytes, at: int) -> int:
    if at >= len(content):
        raise Broken
    return content[at]
