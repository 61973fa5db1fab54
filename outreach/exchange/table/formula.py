"""Texts that a spreadsheet program would take for a formula: made inert in every
table of text that goes out.

Whoever signs up chooses their own name, and staff open it in a spreadsheet. A workbook needs none
of this: there each cell says that it is a text.
"""

import re

LIKE_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
INERT = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")


def inert(text: str) -> str:
    """Give a text with an apostrophe before it where it could be taken for a formula."""
    return f"'{text}" if LIKE_FORMULA.match(text) else text


def as_meant(text: str) -> str:
    """Give the text that was made inert."""
    return text[1:] if INERT.match(text) else text
