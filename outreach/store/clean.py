"""Text is cleaned once, at the door; behind it every room may rely on it."""

import re
import unicodedata

UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Control characters, lone surrogates, invisible spaces and direction overrides. Joiners inside emoji stay."""


def clean(text: str, longest: int = 4_000) -> str:
    """Give text fit to store: NFC, no NUL or lone surrogates, at most `longest` characters, no blank edges."""
    wanted = UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    bounded = re.sub(r"\n{3,}", "\n\n", wanted).strip()[: 2 * longest]  # NFC of 1 MB of accents takes minutes
    return unicodedata.normalize("NFC", bounded)[:longest].rstrip()
