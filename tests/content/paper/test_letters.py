"""Every sign of a text is drawn, or written as its number; nothing is lost or drawn as nothing."""

import unicodedata
from importlib.resources import as_file, files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.paper.letters import BLANKS, drawable, letters_of

WRITTEN = ("nl", "en", "pl", "tr", "uk")
"""Languages in letters that our typefaces have."""


def letters() -> frozenset[int]:
    with as_file(files("content.page")) as page:
        return letters_of(page / "fonts" / "NotoSans-Regular.ttf")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_typeface_has_what_its_own_table_tells(weight: str) -> None:
    with as_file(files("content.page")) as page:
        found = letters_of(page / "fonts" / f"NotoSans-{weight}.ttf")

    assert {ord(sign) for sign in "AZaz09€éßŁşЇя“”–…"} <= found
    assert not {0, 0xFFFF, ord("ع"), 0x1F600} & found


@pytest.mark.parametrize(
    ("given", "drawn"),
    [
        ("Geveltuin, één € 4.500", "Geveltuin, één € 4.500"),
        ("e\u0301", "e[U+0301]"),
        ("Leuk 😀", "Leuk [U+1F600]"),
        ("❤\ufe0f", "[U+2764]"),
        ("\U0001fadf \U000efffd \ue000", "[U+1FADF] [U+EFFFD] [U+E000]"),
        ("één\u200b \u202eтри", "één три"),
        ("a\tb\nc", "a b\nc"),
        ("\x00\ud800x", "x"),
    ],
)
def test_sign_without_a_drawing_is_written_as_its_number(given: str, drawn: str) -> None:
    assert drawable(given, letters()) == drawn


@given(st.text())
def test_what_is_left_can_be_drawn_and_stays_so(text: str) -> None:
    drawn = drawable(text, letters())

    assert {ord(sign) for sign in drawn if sign not in BLANKS} <= letters()
    assert drawable(drawn, letters()) == drawn


def test_every_letter_of_our_texts_in_these_languages_has_a_drawing() -> None:
    missing = {
        sign
        for language in WRITTEN
        for file in files("content.locales").joinpath(language).iterdir()
        for sign in file.read_text("utf-8")
        if sign.isalpha() and ord(sign) not in letters()
    }

    assert missing - set(other_scripts(missing)) == set()


def other_scripts(signs: set[str]) -> list[str]:
    """Signs in the name of a language that is written otherwise."""
    return [sign for sign in signs if not unicodedata.name(sign).startswith(("LATIN", "CYRILLIC"))]
