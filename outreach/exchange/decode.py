"""Decode every text that somebody hands over, no matter which program wrote it."""

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""A byte order mark and what it says. UTF-32 stands first: its mark
begins as that of UTF-16 does.
"""

HEAD = 4_096
WINDOWS = "cp1252"
UNUSED = bytes.fromhex("818d8f909d")
"""The bytes that Windows-1252 gives no meaning: they stand for nothing, so
nothing is what they become.
"""


def decode(raw: bytes) -> tuple[str, bool]:
    """Return the text, and whether it was taken for Windows-1252 because it is no Unicode."""
    encoding = encoding_of(raw[:HEAD])
    try:
        return raw.decode(encoding), False
    except UnicodeDecodeError:
        if encoding in ("utf-8", "utf-8-sig"):
            return raw.translate(None, UNUSED).decode(WINDOWS), True
        # A lone half of a pair, or an odd last byte: the rest is sound.
        return raw.decode(encoding, "ignore"), False


def encoding_of(head: bytes) -> str:
    """Return the Unicode encoding in which a text begins; UTF-8 if nothing says otherwise."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding
    return _without_mark(head)


def _without_mark(head: bytes) -> str:
    """Detect UTF-16 and UTF-32: ASCII letters bring a zero byte at a fixed place."""
    fours = [
        head[place : len(head) // 4 * 4 : 4].count(0) / (len(head) // 4 or 1) for place in range(4)
    ]
    # A letter of ours is one of four bytes, the other three are zero.
    if min(fours[1:]) > 0.9 > 0.1 >= fours[0]:
        return "utf-32-le"
    if min(fours[:3]) > 0.9 > 0.1 >= fours[3]:
        return "utf-32-be"
    pairs = len(head) // 2
    if not pairs or not head.count(0):
        return "utf-8"
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > pairs // 2 and even <= pairs // 10:
        return "utf-16-le"
    if even > pairs // 2 and odd <= pairs // 10:
        return "utf-16-be"
    return "utf-8"
