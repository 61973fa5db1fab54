"""Text is cleaned once, at the door; behind it every room may rely on it.

What is left of a text is visible, and does not change the direction of the text beside it. All
normalisation goes through `normal`: sorting the marks on a letter costs the square of their number.
"""

import re
import unicodedata
from typing import Literal

BLANKS = {"\r\n": "\n", "\r": "\n", "\u2800": " "}
"""What is written otherwise here; U+2800 is the blank of braille, which shows nothing."""

UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b"
    "\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d159"
    "\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e00ff\U000e01f0-\U000e0fff]"
)
"""Control characters, lone surrogates, what shows nothing (Default_Ignorable_Code_Point of UAX #44,
and the blanks that count as letters or signs), and what turns the direction. XML has no place for
the last two of the first plane.
"""

SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
JOINERS = "\u200c\u200d"
TAGS = "\U000e0020-\U000e007f"
PICTURES = "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
JOINING = "\u0600-\u10ff\u1200-\u1cff\ua800-\uabff\U00010a00-\U00011fff"
"""Scripts in which a joiner is part of how a word is written: Arabic and Persian,
those of India, and their kin.
"""

HELPING = re.compile(f"[{SELECTORS}{JOINERS}{TAGS}]")
"""What shows nothing by itself, and changes the sign that it belongs to."""
FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,30}\U000e007f"
WORD = f"(?=\\w)[{JOINING}]++(?:[{JOINERS}][{JOINING}]++)*+[{JOINERS}]?"
PAIR = f"(?<=[{PICTURES}\ufe0f])\u200d(?=[{PICTURES}])"
NEEDLESS = (
    re.compile(f"({FLAG})|[{TAGS}]"),
    re.compile(f"((?<=[^\\s{SELECTORS}{JOINERS}])[{SELECTORS}])|[{SELECTORS}]"),
    re.compile(f"({WORD}|{PAIR})|[{JOINERS}]"),
)
"""Tags outside a flag, a selector without a sign, a joiner that joins nothing; the
group is what has its sign.
"""

MOST_MARKS = 30
"""In a row, over and under one letter: UAX #15, Stream-Safe Text Format. Words of real
languages have four at most.
"""
MARKS_IN_A_ROW = re.compile(f"(?:[^\\w\x00-\u02ff]|[\uff9e\uff9f]){{{MOST_MARKS + 1},}}+")
"""Where there may be more: no mark counts as a letter but the two of half width."""
MARKS_WHEN_APART = "\u0f73\u0f75\u0f81\uff9e\uff9f"
"""No marks by themselves, but nothing else once they are taken apart."""

MOST_TO_ONE = 4
"""So many characters may become one: a Greek letter and its three marks."""

SIGNS = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u02bc\u02bb\u02b9\u2032\u0060\u00b4\uff07", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
"""Apostrophes and dashes as programs and keyboards write them, and the one that each stands for."""


def alike(text: str) -> str:
    """Return a text for comparing names: one case, and one kind of space, apostrophe and dash."""
    return " ".join(normal("NFKC", text.translate(SIGNS)).casefold().split())


def without_marks(text: str) -> str:
    """Return a text without the accents and other marks on its letters, for comparing words."""
    apart = normal("NFKD", text)
    if apart.isascii():
        return apart
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def clean(text: str, longest: int | None = 4_000) -> str:
    """Return text fit to store: NFC, nothing that shows nothing, no blank edges.

    It is cut after `longest` characters; with None it is left whole.
    """
    for blank, written in BLANKS.items():
        text = text.replace(blank, written)
    most = None if longest is None else MOST_TO_ONE * longest
    bounded = re.sub(r"\n{3,}", "\n\n", visible(text)).strip()[:most]
    return visible(normal("NFC", bounded)[:longest]).rstrip()


def visible(text: str) -> str:
    """Remove what is invisible or changes the direction, and endless marks on one letter."""
    text = _few_marks(UNWANTED.sub("", text))
    if HELPING.search(text):
        for needless in NEEDLESS:
            text = needless.sub(r"\1", text)
    return text


def normal(form: Literal["NFC", "NFKC", "NFKD"], text: str) -> str:
    """Return a normal form of Unicode, at a cost in proportion to the length."""
    return unicodedata.normalize(form, _few_marks(text))


def _few_marks(text: str) -> str:
    return text if text.isascii() else MARKS_IN_A_ROW.sub(_first_marks, text)


def _first_marks(row: re.Match[str]) -> str:
    """Keep the first marks on each letter; a joiner between them parts nothing."""
    kept, marks = [], 0
    for letter in row[0]:
        if letter not in JOINERS:
            is_mark = unicodedata.combining(letter) or letter in MARKS_WHEN_APART
            marks = marks + 1 if is_mark else 0
        if marks <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)
