"""Count the steps that a rule takes for a text, and for one that is twice as long.

Steps are lines of Python that run.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from outreach.exchange.table.columns import WrongCell
from outreach.refusal import Refusal

LENGTH = 500
MOST_GROWTH = 2.3
"""Twice the text may take twice the steps, and a little; `SLACK` is what a rule does once."""
SLACK = 1_000

WORST = [
    "a",
    "é",
    " ",
    "\n",
    "\n \n",
    "1",
    "1,",
    "a,",
    "a b ",
    "en ",
    "1 2 ",
    "-",
    ".",
    "(",
    "A1B2C3D4 ",
    "x@y.",
    "\u200d",
    "\ufe0f",
    "\u0301\u0323",
    "a\u0301\u0323",
    "\u0f73",
    "\ufdfa",
    "👨‍👩‍👧‍👦",
    "\U0001f3f4\U000e0067",
    "می‌",
    "<b>",
    "<a ",
    "&",
    "&amp;",
    "https://a.b/",
    "https://,",
    "code ",
    "Jan ",
    "NL91 ABNA 0417 1643 00 ",
    "111222333 ",
    "Zin. ",
    "nl;q=0.5,",
    "\u202e",
    "\x00",
]


def grows_faster(rule: Callable[[str], object]) -> list[tuple[str, int, int]]:
    """Return texts that take over twice the steps at twice the length, with both numbers."""
    found = []
    for part in WORST:
        once, twice = (
            _steps(rule, part * (length // len(part))) for length in (LENGTH, 2 * LENGTH)
        )
        if twice > MOST_GROWTH * once + SLACK:
            found.append((part, once, twice))
    return found


def _steps(rule: Callable[[str], object], text: str) -> int:
    count = 0

    def trace(frame: object, event: str, arg: object) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    with suppress(ValueError, KeyError, Refusal, WrongCell):
        # what is made once is not counted
        rule(text)
    sys.settrace(trace)
    try:
        with suppress(ValueError, KeyError, Refusal, WrongCell):
            rule(text)
    finally:
        sys.settrace(before)
    return count
