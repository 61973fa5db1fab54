"""Bytes from any program become text, and never a replacement sign."""

import pytest

from outreach.exchange.decode import decode

TEXT = "kenmerk;titel\r\nT-1;Súdwest-Fryslân € 5\r\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
def test_unicode_is_known_with_a_mark_and_without(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, False)


def test_windows_text_is_read_and_said() -> None:
    assert decode(TEXT.encode("cp1252")) == (TEXT, True)


def test_bytes_that_windows_does_not_use_leave_nothing_behind() -> None:
    assert decode(b"caf\xe9 \x81\x8d\x8f\x90\x9dterras") == ("café terras", True)


def test_half_a_pair_at_the_end_takes_nothing_else_along() -> None:
    assert decode("Café".encode("utf-16") + b"\x00\xd8") == ("Café", False)


def test_nothing_is_nothing() -> None:
    assert decode(b"") == ("", False)
