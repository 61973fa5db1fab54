"""A file is known by its content, and only what is needed of it is kept."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach.attachments.accepted import ENDINGS, Accepted, NotAccepted, accepted, safe_name
from outreach.attachments.walk import MOST_PARTS
from tests import attached as made

WHOLE: dict[str, bytes] = {
    "image/jpeg": made.jpeg(),
    "image/png": made.png(),
    "image/webp": made.webp(),
    "audio/ogg": made.ogg(),
    "audio/webm": made.webm(),
    "audio/mp4": made.mp4(),
    "application/pdf": made.pdf(),
}
PAGE = b"<script>alert(document.cookie)</script>"
HEAD = made.DRAWN[2:20]
"""The JFIF head of a JPEG, without a preview."""


def packed() -> bytes:
    """Return a packed file that grows a thousandfold."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("bom", bytes(1_000_000))
    return held.getvalue()


def reason(content: bytes) -> str:
    with pytest.raises(NotAccepted) as refused:
        accepted(content)
    return refused.value.reason


def test_every_accepted_type_has_an_ending_and_a_sample() -> None:
    assert set(WHOLE) == set(ENDINGS)


@pytest.mark.parametrize("media_type", WHOLE)
def test_whole_file_is_kept_as_it_is(media_type: str) -> None:
    assert accepted(WHOLE[media_type]) == Accepted(media_type, WHOLE[media_type])


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [("image/png", "photo"), ("audio/mp4", "voice"), ("application/pdf", "file")],
)
def test_kind_follows_from_the_content(media_type: str, kind: str) -> None:
    assert accepted(WHOLE[media_type]).kind == kind


@pytest.mark.parametrize(
    "content",
    [
        PAGE,
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"GIF89a" + bytes(40),
        b"\x7fELF" + bytes(40),
        b"MZ" + bytes(40),
        packed(),
        b" %PDF-1.7\n%%EOF",
        made.webm(b"V_VP8 A_OPUS"),
        made.webm(kind=b"mkv1"),
        made.mp4(b"vide"),
        made.ogg(codec=b"\x01vorbis!"),
        made.webp(made.riff(b"VP8X", bytes([2]) + bytes(9))),
        made.png(wide=60_000, high=60_000),
    ],
)
def test_other_kinds_are_refused(content: bytes) -> None:
    assert reason(content) == "kind"


def test_nothing_is_no_file() -> None:
    assert reason(b"") == "empty"


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png", "image/webp", "audio/ogg"])
def test_file_that_is_cut_short_is_broken(media_type: str) -> None:
    whole = WHOLE[media_type]

    assert {reason(whole[:length]) for length in range(len(whole) // 2, len(whole))} == {"broken"}


@pytest.mark.parametrize(
    "content",
    [
        made.mp4()[:-20],
        made.mp4(b"meta"),
        made.pdf()[:-8],
        made.webm(b"nothing"),
        b"\xff\xd8\xff\xd9",
        made.jpeg(made.segment(0xE1, b"")[:3]),
        made.png().replace(b"IDAT", b"IDAT", 1)[:-5] + b"\0\0\0\0\0",
    ],
)
def test_file_that_does_not_hold_together_is_broken(content: bytes) -> None:
    assert reason(content) == "broken"


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (made.jpeg(tail=packed()), made.jpeg()),
        (made.jpeg(made.segment(0xFE, PAGE)), made.jpeg()),
        (made.jpeg(made.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PAGE)), made.jpeg()),
        (made.jpeg(made.segment(0xED, b"Photoshop 3.0\0" + made.PLACE)), made.jpeg()),
        (made.jpeg(made.segment(0xE2, b"MPF\0" + bytes(20))), made.jpeg()),
        (made.jpeg(made.segment(0xE1, made.exif(1))), made.jpeg()),
        (made.jpeg(made.segment(0xE0, b"JFXX\0\x10" + PAGE)), made.jpeg()),
        (made.jpeg().replace(HEAD, made.segment(0xE0, HEAD[4:16] + b"\2\2" + PAGE)), made.jpeg()),
        (made.png(tail=packed()), made.png()),
        (made.png(made.chunk(b"tEXt", b"Comment\0" + PAGE)), made.png()),
        (made.png(made.chunk(b"eXIf", made.exif(6)[6:])), made.png()),
        (made.webp(tail=packed()), made.webp()),
        (made.webp(made.riff(b"EXIF", made.exif(6)), made.riff(b"XMP ", PAGE)), made.webp()),
        (made.ogg(tail=packed()), made.ogg()),
    ],
)
def test_what_is_no_part_of_it_is_left_out(content: bytes, kept: bytes) -> None:
    assert accepted(content).content == kept


@pytest.mark.parametrize("order", ["<", ">"])
def test_photo_is_turned_as_before_and_its_place_is_gone(order: str) -> None:
    photo = made.jpeg(made.segment(0xE1, made.exif(6, order=order)))

    kept = accepted(photo).content

    assert made.PLACE not in kept
    assert kept.index(b"JFIF") < kept.index(b"Exif") < kept.index(b"\xff\xdb")
    # what is kept of it is found again
    assert accepted(kept).content == kept


def test_colours_of_a_photo_stay() -> None:
    profile = made.segment(0xE2, b"ICC_PROFILE\0\x01\x01" + bytes(30))
    photo = made.jpeg(profile, made.segment(0xEE, b"Adobe" + bytes(7)))

    assert accepted(photo).content == photo


def test_metadata_of_a_webp_is_not_announced_any_more() -> None:
    told = made.riff(b"VP8X", bytes([0x0C]) + bytes(9))

    kept = accepted(made.webp(told, made.riff(b"EXIF", made.exif(1)))).content

    assert kept == made.webp(made.riff(b"VP8X", bytes(10)))


def test_place_of_a_recording_is_blanked_and_nothing_moves() -> None:
    told = made.box(b"udta", made.box(b"\xa9xyz", made.PLACE))
    sound = made.mp4(b"soun", told)

    kept = accepted(sound).content

    assert made.PLACE not in kept
    assert len(kept) == len(sound)
    assert kept.index(b"mdat") == sound.index(b"mdat")


@pytest.mark.parametrize(
    "many",
    [
        made.jpeg(*[made.segment(0xFE, b"")] * MOST_PARTS),
        made.png(*[made.chunk(b"tEXt", b"")] * MOST_PARTS),
        made.webp(*[made.riff(b"XMP ", b"")] * MOST_PARTS),
        made.mp4(b"soun", *[made.box(b"free", b"")] * MOST_PARTS),
        made.page(b"OpusHead") + made.page(b"") * MOST_PARTS,
    ],
)
def test_more_parts_than_any_real_file_has_are_not_walked_through(many: bytes) -> None:
    assert reason(many) == "broken"


def test_boxes_inside_each_other_are_not_followed_without_end() -> None:
    deep = b""
    for _ in range(5_000):
        deep = made.box(b"moov", deep)

    assert reason(made.box(b"ftyp", b"M4A ") + deep) == "broken"


@given(some.sampled_from(sorted(WHOLE)), some.data())
def test_any_damage_is_refused_or_leaves_a_file_of_that_type(
    media_type: str, data: some.DataObject
) -> None:
    damaged = bytearray(WHOLE[media_type])
    for place in data.draw(some.lists(some.integers(0, len(damaged) - 1), max_size=6)):
        damaged[place] = data.draw(some.integers(0, 255))

    try:
        kept = accepted(bytes(damaged))
    except NotAccepted:
        return

    assert kept.media_type in ENDINGS
    assert accepted(kept.content) == kept


@given(some.binary(max_size=300))
def test_any_bytes_are_judged(content: bytes) -> None:
    with suppress(NotAccepted):
        assert accepted(content).media_type in ENDINGS


@pytest.mark.parametrize(
    ("given_name", "media_type", "safe"),
    [
        ("tuin.jpg", "image/jpeg", "tuin.jpg"),
        ("tuin.jpg.exe", "image/jpeg", "tuin.jpg.jpg"),
        ("../../etc/passwd", "image/png", "passwd.png"),
        ("C:\\Users\\Ada\\plan b.PDF", "application/pdf", "plan-b.pdf"),
        ("..", "image/png", "image.png"),
        ("", "image/png", "image.png"),
        ("a\x00b\u202egpj.exe", None, "abgpj.exe"),
        ("<img src=x>.svg", None, "img-src_x_.svg"),
        ("één foto.heic", None, "één-foto.heic"),
        ("x" * 300 + ".jpg", "image/jpeg", "x" * 80 + ".jpg"),
    ],
)
def test_name_is_one_on_any_machine(given_name: str, media_type: str | None, safe: str) -> None:
    assert safe_name(given_name, media_type) == safe


@given(some.text(max_size=400), some.sampled_from([None, *sorted(ENDINGS)]))
def test_any_name_becomes_a_safe_one(name: str, media_type: str | None) -> None:
    safe = safe_name(name, media_type)

    assert not set(safe) & set('/\\:*?"<>| \0\n')
    assert len(safe) <= 85
    assert media_type is None or safe.endswith(ENDINGS[media_type])
