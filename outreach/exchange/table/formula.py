"""Texts that a table would read as something else: a formula, or the dash that empties a cell.

An apostrophe before them makes them inert in a table that goes out. People choose their own name
when they sign up, and staff open it in a spreadsheet. In a workbook each cell says that it is a
text, so that only the dash is left.
"""

import re

SIGN = "[=+\\-@\t\r\n＝＋－＠]|[–—]$"
LIKE_FORMULA = re.compile(f"'*(?:{SIGN})")
INERT = re.compile(f"'+(?:{SIGN})")
LIKE_CLEAR = re.compile("'*[-–—]")
CLEAR = ("-", "–", "—")
"""In a cell: what stood there goes. An empty cell leaves it as it is."""


def inert(text: str) -> str:
    """Return a text with an apostrophe before it if it could be taken for something else."""
    return f"'{text}" if LIKE_FORMULA.match(text) else text


def as_meant(text: str) -> str:
    """Return the text that was made inert."""
    return text[1:] if INERT.match(text) else text


def kept_dash(text: str) -> str:
    """Return a text for a workbook: one that is only a dash would empty the cell's fact."""
    return f"'{text}" if LIKE_CLEAR.fullmatch(text) else text


def meant_dash(text: str) -> str:
    """Return the text that `kept_dash` was given."""
    return text.removeprefix("'") if LIKE_CLEAR.fullmatch(text) else text
