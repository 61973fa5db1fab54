"""Text is cleaned once, at the door; behind it every room may rely on it."""

import re
import unicodedata

UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Control characters, lone surrogates, invisible spaces and direction overrides. Joiners inside emoji stay."""

SIGNS = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u02bc\u02bb\u02b9\u2032\u0060\u00b4\uff07", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
"""Apostrophes and dashes as programs and keyboards write them, and the one that each stands for."""


def alike(text: str) -> str:
    """Give a text as names are compared: whatever the case, in all letters, the spaces, the apostrophe or the dash."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(SIGNS)).casefold().split())


def clean(text: str, longest: int = 4_000) -> str:
    """Give text fit to store: NFC, no NUL or lone surrogates, at most `longest` characters, no blank edges."""
    wanted = UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    bounded = re.sub(r"\n{3,}", "\n\n", wanted).strip()[: 2 * longest]  # NFC of 1 MB of accents takes minutes
    return unicodedata.normalize("NFC", bounded)[:longest].rstrip()
