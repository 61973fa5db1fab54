"""Whatever comes in at the door, what is stored is tidy."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.store.clean import clean

ANYTHING = st.text(st.characters(exclude_categories=())) | st.text(
    st.sampled_from("a \n\r\t\x00\ud83d\udc4b\u200b\u200d\u202e\u0301\ufeff\u1100\u1161\u11a8é👩‍🌾")
)


@given(text=ANYTHING, longest=st.integers(1, 40))
def test_clean_text_is_tidy(text: str, longest: int):
    cleaned = clean(text, longest)

    assert clean(cleaned, longest) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert len(cleaned) <= longest
    assert cleaned == cleaned.strip()
    assert not set(cleaned) & set("\x00\x07\r\x1b\x7f\u200b\u202a\u202e\u2066\ufeff\u2028")
    cleaned.encode()


@given(text=st.text(st.sampled_from("abc déï€?!😀🏳️‍🌈👩‍👩‍👧‍👦")))
def test_clean_keeps_ordinary_text(text: str):
    assert clean(text) == unicodedata.normalize("NFC", text.strip())


@pytest.mark.parametrize(
    ("given_text", "cleaned"),
    [
        ("  zes paar handen \n", "zes paar handen"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("een\n\n\n\n\ntwee", "een\n\ntwee"),
        ("e\u0301e\u0301n", "één"),
        ("nul\x00 en \ud800half", "nul en half"),
        ("\u202egnap", "gnap"),
        ("on\u200bzicht\u2060baar\ufeff", "onzichtbaar"),
        ("familie 👨‍👩‍👧‍👦 vlag 🏳️‍🌈 boer 👩🏽‍🌾", "familie 👨‍👩‍👧‍👦 vlag 🏳️‍🌈 boer 👩🏽‍🌾"),
        ("مرحبا بكم", "مرحبا بكم"),
        ("<b>vet</b> {0} { $naam } '; DROP TABLE person; --", "<b>vet</b> {0} { $naam } '; DROP TABLE person; --"),
        ("\u200b \x00 \ufeff", ""),
    ],
)
def test_clean_examples(given_text: str, cleaned: str):
    assert clean(given_text) == cleaned


def test_clean_bounds_a_megabyte():
    assert clean("ja " * 350_000) == ("ja " * 1_334)[:4_000].rstrip()


def test_clean_is_quick_with_a_mass_of_accents():
    started = time.process_time()

    cleaned = clean("a" + "\u0301\u0316" * 60_000)

    assert len(cleaned) == 4_000
    assert time.process_time() - started < 2
