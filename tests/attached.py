"""Small files of every kind that is accepted, with what people do not mean to send in them."""

import struct
import zlib
from base64 import b64decode

DRAWN = b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////"
    "////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
)
"""A JPEG of one pixel, up to its end."""
END = b"\xff\xd9"
PLACE = b"52.3702 N 4.8952 E"


def segment(marker: int, inside: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(inside) + 2) + inside


def exif(turned: int, *, order: str = ">") -> bytes:
    """Return an Exif with how a photo is to be turned, and where it was taken."""
    mark = {">": b"MM", "<": b"II"}[order]
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turned, 0)
    ifd = struct.pack(f"{order}H", 1) + entry + bytes(4)
    return b"Exif\0\0" + mark + struct.pack(f"{order}HI", 42, 8) + ifd + PLACE


def jpeg(*segments: bytes, tail: bytes = b"") -> bytes:
    return DRAWN[:20] + b"".join(segments) + DRAWN[20:] + END + tail


def chunk(name: bytes, inside: bytes) -> bytes:
    return (
        struct.pack(">I", len(inside))
        + name
        + inside
        + struct.pack(">I", zlib.crc32(name + inside))
    )


def png(
    *chunks: bytes, wide: int = 1, high: int = 1, tail: bytes = b"", shade: int | None = None
) -> bytes:
    """Return a PNG; one of a `shade` is whole and can be drawn, whatever its size."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
    drawn = (min(wide, 99), min(high, 99)) if shade is None else (wide, high)
    row = b"\0" + bytes((0x20, shade or 0x90, 0x60)) * drawn[0]
    data = chunk(b"IDAT", zlib.compress(row * drawn[1]))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + data + chunk(b"IEND", b"") + tail


def riff(name: bytes, inside: bytes) -> bytes:
    return name + struct.pack("<I", len(inside)) + inside + bytes(len(inside) % 2)


LOSSLESS = b64decode("LwAAABAHEBERiIj+BwA=")


def webp(*chunks: bytes, tail: bytes = b"") -> bytes:
    body = b"WEBP" + b"".join(chunks) + riff(b"VP8L", LOSSLESS)
    return b"RIFF" + struct.pack("<I", len(body)) + body + tail


def page(inside: bytes) -> bytes:
    lacing = bytes([255] * (len(inside) // 255) + [len(inside) % 255])
    return b"OggS\0" + bytes(21) + bytes([len(lacing)]) + lacing + inside


def ogg(*, codec: bytes = b"OpusHead", tail: bytes = b"") -> bytes:
    return page(codec + bytes(11)) + page(b"OpusTags" + bytes(8)) + page(bytes(300)) + tail


def webm(codec: bytes = b"A_OPUS", kind: bytes = b"webm") -> bytes:
    head = b"\x1a\x45\xdf\xa3\x8f\x42\x86\x81\x01\x42\x82\x84" + kind + bytes(4)
    return head + b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff" + codec + bytes(200)


def box(name: bytes, inside: bytes) -> bytes:
    return struct.pack(">I", len(inside) + 8) + name + inside


def mp4(handler: bytes = b"soun", *boxes: bytes) -> bytes:
    track = box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12))))
    moov = box(b"moov", track + b"".join(boxes))
    return box(b"ftyp", b"M4A \0\0\0\0") + moov + box(b"mdat", bytes(100))


def pdf(inside: bytes = b"") -> bytes:
    return b"%PDF-1.7\n" + inside + b"\ntrailer\n%%EOF\n"
