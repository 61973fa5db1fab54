"""What `check` and `report` hand back, and that no text stops or slows them."""

import time
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.plain.check import PlainFinding, Report, check, report

REPEAT = 20_000
SECONDS = 10
DUTCH = st.lists(
    st.sampled_from(
        [*"abe .,!\n-_'ſKİ\u00a0", "wordt ", "ge", "niet ", "on", "ten ", "o.a.", "word"]
    )
)


def test_check_tells_what_where_and_what_is_better() -> None:
    found = check("Indien het regent, wordt het gras niet gemaaid. Maai o.a. de berm.")

    assert found == (
        PlainFinding("jargon", "Indien", "als", 0),
        PlainFinding("passive", "wordt het gras niet gemaaid", None, 19),
        PlainFinding("abbreviation", "o.a.", "onder andere", 53),
    )


def test_check_finds_the_longest_words_first() -> None:
    found = check("Wij doen dit TEN\n behoeve  van jou.")

    assert found == (PlainFinding("jargon", "TEN\n behoeve  van", "voor", 13),)


def test_check_finds_a_word_only_whole() -> None:
    assert check("De echtelieden wonen in de doelgroepenstraat.") == ()


def test_message_has_no_limit_unless_one_is_passed() -> None:
    assert check("Kom langs. " * 40) == ()


def test_message_above_the_limit_is_found() -> None:
    found = check("Kom langs. Tot dan.", limit=3)

    assert found == (PlainFinding("message-length", "4", "3", 0),)


def test_long_sentence_is_found_with_its_place() -> None:
    long = "Wij " + "heel " * 20 + "graag."

    found = check(f"Hoi! {long}")

    assert found == (PlainFinding("sentence-length", long, "20", 5),)


def test_report_counts_and_scores() -> None:
    assert report("De kat zit hier. Zij is thans moe.") == Report(
        score=cast(float, pytest.approx(206.8 - 0.77 * 100 - 0.93 * 4)),
        words=8,
        sentences=2,
        findings=(PlainFinding("jargon", "thans", "nu", 24),),
    )


@pytest.mark.parametrize(
    ("score", "level"),
    [
        (127.0, "easy"),
        (80.0, "easy"),
        (79.9, "fair"),
        (60.0, "fair"),
        (59.9, "hard"),
        (-9000.0, "very-hard"),
    ],
)
def test_report_names_the_level(score: float, level: str) -> None:
    assert Report(score, 1, 1, ()).level == level


@given(st.one_of(st.text(), DUTCH.map("".join)), st.none() | st.integers(0, 60))
def test_check_takes_any_text(text: str, limit: int | None) -> None:
    found = report(text, limit=limit).findings

    assert [finding.start for finding in found] == sorted(finding.start for finding in found)
    assert all(0 <= finding.start <= len(text) for finding in found)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        ".",
        "\n",
        " ",
        "-",
        "a.",
        "1. ",
        "…”",
        "\n ",
        "wordt ",
        "wordt  ge",
        "wordt a ",
        "ge",
        "gege wordt",
        "niet ",
        "niet on",
        "niet a ",
        "ten behoeve ",
        "ten  ",
        "o.a. ",
        "A. ",
        "a-",
        "ë",
        "_",
        "👍",
        "be",
        "wordt over",
        "ingen",
    ],
)
def test_check_stays_quick_on_a_hostile_text(piece: str) -> None:
    text = f"wordt {piece * REPEAT}!"
    began = time.perf_counter()

    report(text)

    assert time.perf_counter() - began < SECONDS
