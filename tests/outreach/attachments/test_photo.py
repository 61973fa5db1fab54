"""Photos for everybody to see: fit for a page, and without what tells of their maker."""

import pytest

from outreach.attachments import photo as limits
from outreach.attachments.photo import read_photo
from outreach.refusal import Refusal
from tests.attached import exif, jpeg, pdf, png, segment, webp
from tests.photos import HIGH, WIDE, photo

HEAD = jpeg()[2:20]
"""The JFIF head of a JPEG: there may be more than one."""


def frame(wide: int, high: int) -> bytes:
    """Return the segment of a JPEG that says how large it is."""
    return segment(0xC0, b"\x08" + high.to_bytes(2) + wide.to_bytes(2) + b"\x01\x01\x11\x00")


def turned(way: int) -> bytes:
    return jpeg(segment(0xE1, exif(way)), frame(1_600, 1_000))


def test_photo_is_kept_without_what_its_maker_did_not_mean_to_show() -> None:
    found = read_photo(photo())

    assert (found.media_type, found.wide, found.high) == ("image/png", WIDE, HIGH)
    assert b"Ria" not in found.content


def test_jpeg_says_how_large_it_is() -> None:
    found = read_photo(jpeg(segment(0xE1, exif(1)), frame(1_600, 1_000)))

    assert (found.media_type, found.wide, found.high) == ("image/jpeg", 1_600, 1_000)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "refusal-picture-kind"),
        (b"GIF89a", "refusal-picture-kind"),
        (photo()[:-20], "refusal-picture-kind"),
        (pdf(b"x"), "refusal-picture-kind"),
        (webp(), "refusal-picture-kind"),
        (png(wide=799, high=600), "refusal-picture-size"),
        (png(wide=900, high=449), "refusal-picture-size"),
        (png(wide=4_001, high=600), "refusal-picture-size"),
        (turned(6), "refusal-picture-turned"),
        (turned(6).replace(HEAD, 9 * HEAD), "refusal-picture-turned"),
    ],
)
def test_what_no_page_can_show_is_refused_with_the_reason(content: bytes, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_photo(content)

    assert refused.value.key == key


def test_photo_that_takes_long_to_load_is_refused() -> None:
    scan = segment(0xDB, bytes(60_000)) * (limits.MOST_BYTES // 60_000 + 1)

    with pytest.raises(Refusal) as refused:
        read_photo(jpeg(frame(1_600, 1_000), scan))

    assert refused.value.key == "refusal-picture-large"
