"""A text that a spreadsheet would take for a formula is made inert, and comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.exchange.table.formula import as_meant, inert


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "'=1", "''-1", "＋1"]
)
def test_what_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a", "'s middags", "1+1", " =1", "É"])
def test_other_text_stays(text: str) -> None:
    assert (inert(text), as_meant(text)) == (text, text)


@given(st.text(alphabet="'=+-@\t\r\n a1", max_size=8))
def test_any_text_comes_back(text: str) -> None:
    assert as_meant(inert(text)) == text
    assert inert(text)[:1] not in tuple("=+-@\t\r\n")
