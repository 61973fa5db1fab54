"""Any text that comes in is stored tidily."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.clean import MOST_MARKS, clean, normal

ANYTHING = st.text(st.characters(exclude_categories=())) | st.text(
    st.sampled_from(
        "a \n\r\t\x00\ud83d\udc4b\u200b\u200d\u202e\u0301\ufeff\u1100\u1161\u11a8"
        "é👩‍🌾\u200c\ufe0f\u3164\u2800"
        "\u0645\u094d\u0f73\u0344\u2add\u2adc\uff9e🏴\U000e0067\U000e007f"
    )
)
MARKS = st.text(
    st.sampled_from("a\u0301\u0323\u0344\u200d\ufe0f\u064b\u0645🌾\u0f73\uff9e\u200e"),
    min_size=30,
    max_size=200,
)


@given(text=ANYTHING, longest=st.integers(1, 40))
def test_clean_text_is_tidy(text: str, longest: int) -> None:
    cleaned = clean(text, longest)

    assert clean(cleaned, longest) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert len(cleaned) <= longest
    assert cleaned == cleaned.strip()
    assert not set(cleaned) & set(
        "\x00\x07\r\x1b\x7f\u200b\u200e\u202a\u202e\u2066\ufeff\u2028\u2800\u3164"
    )
    cleaned.encode()


@given(text=MARKS, longest=st.integers(1, 250))
def test_clean_leaves_few_marks_in_a_row_and_is_done_at_once(text: str, longest: int) -> None:
    cleaned = clean(text, longest)

    assert clean(cleaned, longest) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert len(cleaned) <= longest
    assert _most_in_a_row(unicodedata.normalize("NFKD", cleaned)) <= 2 * MOST_MARKS


@given(text=st.lists(st.sampled_from([*"abc déï€?!😀", "🏳️‍🌈", "👩‍👩‍👧‍👦"])).map("".join))
def test_clean_keeps_ordinary_text(text: str) -> None:
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
        (
            "<b>vet</b> {0} { $naam } '; DROP TABLE person; --",
            "<b>vet</b> {0} { $naam } '; DROP TABLE person; --",
        ),
        ("\u200b \x00 \ufeff", ""),
    ],
)
def test_clean_examples(given_text: str, cleaned: str) -> None:
    assert clean(given_text) == cleaned


def test_clean_bounds_a_megabyte() -> None:
    assert clean("ja " * 350_000) == ("ja " * 1_334)[:4_000].rstrip()


@pytest.mark.parametrize(
    "word",
    [
        "Nguyễn Thị Ánh Tuyết",
        "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים",
        "الْحَمْدُ لِلَّهِ",
        "می‌خواهم",
        "क्‍ष",
        "ന്‍",
        "ശ്രീ‌മതി",
        "བོད་ཡིག་",
        "ก็ที่นี่",
        "👩🏽‍🌾",
        "👨‍👩‍👧‍👦",
        "🏳️‍🌈",
        "❤️‍🔥",
        "1️⃣",
        "🇳🇱",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "葛\U000e0100城",
        "한국어",
        "ᠮᠣᠩᠭᠣᠯ",
        "o" + "\u0302\u0323" * 15,
    ],
)
def test_clean_keeps_how_real_words_and_pictures_are_written(word: str) -> None:
    assert clean(unicodedata.normalize("NFD", word)) == unicodedata.normalize("NFC", word)


@pytest.mark.parametrize(
    "nothing",
    [
        "\u3164",
        "\u115f\u1160",
        "\uffa0",
        "\u2800",
        "\U000e0041\U000e0042",
        "\u200e\u200f\u061c",
        "\ufe0f",
        "\U000e0100",
        "\xad",
        "\u034f",
        "\u180e",
        "\u180b",
        "\u200d",
        "\u200c\u200d",
        "\u17b4",
        "\ufff9\ufffb",
        "\U0001d173",
        "\u206a",
        "\ufffe\uffff",
        " \u3000\u2003\u1680\xa0",
        "\U0001d159",
    ],
)
def test_clean_leaves_nothing_of_what_shows_nothing(nothing: str) -> None:
    assert clean(nothing) == ""
    assert clean(f"Buurt{nothing.strip()}huis").replace(" ", "") == "Buurthuis" or nothing in (
        "\ufe0f",
        "\U000e0100",
        "\u180b",
    )


@pytest.mark.parametrize(
    ("given_text", "cleaned"),
    [
        ("🏴\U000e0067\U000e0062 x", "🏴 x"),
        ("\U000e0067🏴", "🏴"),
        ("🏴" + "\U000e0067" * 4_000 + "\U000e007f", "🏴"),
        ("👩\u200d", "👩"),
        ("👩\u200d\u200d🌾", "👩🌾"),
        ("J\u200dan", "Jan"),
        ("x \ufe0f y", "x  y"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f"),
        ("a\u200e\u0301", "á"),
    ],
)
def test_clean_leaves_out_what_has_lost_its_sign(given_text: str, cleaned: str) -> None:
    assert clean(given_text) == cleaned


@pytest.mark.parametrize(
    "mark", ["\u0301\u0323", "\u0f73", "\uff9e\u0323", "\u0344\u0316", "\u200d\u0301\u0323"]
)
@pytest.mark.parametrize("form", ["NFC", "NFKC", "NFKD"])
def test_normal_never_has_many_marks_to_put_in_order(
    form: Literal["NFC", "NFKC", "NFKD"], mark: str
) -> None:
    apart = unicodedata.normalize("NFKD", normal(form, "a" + mark * 30_000))

    assert _most_in_a_row(apart) <= 2 * MOST_MARKS


def test_clean_tells_that_a_text_was_too_long_however_it_is_written() -> None:
    assert len(clean(unicodedata.normalize("NFD", "한" * 4_001), 4_001)) == 4_001
    assert len(clean("\u03b1\u0314\u0300\u0345" * 4_001, 4_001)) == 4_001


def _most_in_a_row(text: str) -> int:
    rows = "".join(
        "m" if unicodedata.combining(letter) else " " for letter in text if letter != "\u200d"
    ).split()
    return max(map(len, rows), default=0)
