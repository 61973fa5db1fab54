"""Scores and counts on texts that were counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.plain.score import flesch_douma, sentences, syllables, words


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("zon", 1),
        ("buurthuis", 2),
        ("gemeente", 3),
        ("aanmelding", 3),
        ("avond", 2),
        ("oma", 2),
        ("adres", 2),
        ("elke", 2),
        ("ouders", 2),
        ("iedereen", 3),
        ("ideeën", 3),
        ("video", 3),
        ("radio", 3),
        ("repair-café", 4),
        ("1.500", 1),
        ("VOG", 1),
    ],
)
def test_syllables_counts_as_a_dutch_speaker_does(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoi! Doe je mee? Leuk.", ("Hoi!", "Doe je mee?", "Leuk.")),
        ("Neem brood mee, bijv. wit. Of soep.", ("Neem brood mee, bijv. wit.", "Of soep.")),
        ("Kom i.v.m. de sleutel, o.a. bij Wim.", ("Kom i.v.m. de sleutel, o.a. bij Wim.",)),
        (
            "Bel d.m.v. de knop, m.b.t. en t.b.v. het plan.",
            ("Bel d.m.v. de knop, m.b.t. en t.b.v. het plan.",),
        ),
        (
            "Het kost 1.500 euro. Om 10.30 uur begint het.",
            ("Het kost 1.500 euro.", "Om 10.30 uur begint het."),
        ),
        ("Kijk op waterdam.nl. Daar staat het.", ("Kijk op waterdam.nl.", "Daar staat het.")),
        (
            "Vraag J. de Wit. Of kies plan A. Dan klopt het.",
            ("Vraag J. de Wit.", "Of kies plan A.", "Dan klopt het."),
        ),
        (
            "Een titel\n\nDe eerste zin gaat\nop de volgende regel door",
            ("Een titel", "De eerste zin gaat\nop de volgende regel door"),
        ),
        ("Neem mee:\n- brood\n- soep", ("Neem mee:", "- brood", "- soep")),
        ("1. Kies een plek.\n2. Meld je aan.", ("1. Kies een plek.", "2. Meld je aan.")),
        ("Zij zei: “Ik kom.” Fijn! 👍 … Tot dan", ("Zij zei: “Ik kom.”", "Fijn!", "Tot dan")),
        ("  \n … 👍", ()),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(sentence.text for sentence in sentences(text)) == expected


@given(st.text())
def test_sentence_stands_where_it_says(text: str) -> None:
    found = sentences(text)

    assert all(text.startswith(sentence.text, sentence.start) for sentence in found)


def test_words_keeps_numbers_and_addresses_whole() -> None:
    found = words("Bel 06-123 of mail hoi@waterdam.example, in foto's: 1.500!")

    assert found == ("Bel", "06-123", "of", "mail", "hoi@waterdam.example", "in", "foto's", "1.500")


def test_score_of_short_words_is_high() -> None:
    # 1 sentence, 4 words, 4 syllables
    assert flesch_douma("De kat zit hier.") == pytest.approx(206.8 - 0.77 * 100 - 0.93 * 4)


def test_score_of_two_sentences_takes_their_average() -> None:
    # 2 sentences, 8 words, 12 syllables: de bu-ren ma-ken een tuin. zij wer-ken sa-men → 1+2+2+1+1,
    # 1+2+2
    assert flesch_douma("De buren maken een tuin. Zij werken samen.") == pytest.approx(
        206.8 - 0.77 * 150 - 0.93 * 4
    )


def test_score_of_long_words_is_low() -> None:
    # 1 sentence, 2 words, 10 syllables: ver-ant-woor-de-lijk-heid be-stuurs-or-gaan
    assert flesch_douma("Verantwoordelijkheid bestuursorgaan.") == pytest.approx(
        206.8 - 0.77 * 500 - 0.93 * 2
    )


def test_score_of_nothing_is_easy() -> None:
    assert flesch_douma(" … ") == 100.0
