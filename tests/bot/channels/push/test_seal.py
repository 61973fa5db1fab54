"""What goes to a push service, by the examples of the standards."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key

from bot.channels.push.seal import (
    PADDED_BYTES,
    Reader,
    fresh_key,
    public_key,
    sealed,
    signed,
)
from tests.pushservice import Browser, known, packed, unpacked

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
TEXT = b"When I grow up, I want to be a watermelon"
P256DH = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
ONCE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
SEALED = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6"
    "TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulc"
    "y4a-fN"
)
"""The example of RFC 8291, section 5 and appendix A."""


def test_example_of_the_standard_is_sealed_as_it_stands_there() -> None:
    once = derive_private_key(int.from_bytes(unpacked(ONCE), "big"), SECP256R1())

    body = sealed(TEXT, Reader.of(P256DH, AUTH), once, unpacked(SALT), length=len(TEXT) + 1)

    assert packed(body) == SEALED


@pytest.mark.parametrize("text", [b"", b"Hoi", b"x" * 200, b"\x02\x02"])
def test_only_the_browser_reads_it_and_its_length_tells_nothing(text: bytes) -> None:
    browser = Browser()

    body = sealed(text, Reader.of(**browser.keys))

    assert browser.read(body) == text
    assert len(body) == 16 + 4 + 1 + 65 + PADDED_BYTES + 16


def test_two_messages_are_never_sealed_alike() -> None:
    reader = Reader.of(**Browser().keys)

    assert sealed(TEXT, reader) != sealed(TEXT, reader)


@pytest.mark.parametrize(
    ("p256dh", "auth"),
    [("", ""), (P256DH, AUTH[:-2]), (f"B{'A' * 86}", AUTH), (P256DH[:-4], AUTH), ("é", AUTH)],
)
def test_keys_that_are_none_are_refused(p256dh: str, auth: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Reader.of(p256dh, auth)


def test_push_service_knows_who_sends_and_for_how_long() -> None:
    key = fresh_key()

    header = signed(key, "https://push.example", "mailto:info@waterdam.example", NOW)

    claims, shown = known(header)
    assert shown == public_key(key)
    assert claims == {
        "aud": "https://push.example",
        "exp": int((NOW + timedelta(hours=12)).timestamp()),
        "sub": "mailto:info@waterdam.example",
    }
