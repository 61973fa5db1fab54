"""The words of a sentence, and which of ours they are."""

import pytest

from bot.listening.words import MOST, Lexicon, Word, words_of

OURS = Lexicon(
    ["stop", "stoppen", "verwijder*", "gegevens", "ja", "*verlichting", "basta"], strict=["basta"]
)


def test_words_stand_without_case_and_accents_in_their_part_of_the_sentence() -> None:
    assert words_of("Hé, don't STOP!") == [Word("he", 0), Word("dont", 1), Word("stop", 1)]


def test_letters_with_points_are_one_word() -> None:
    assert words_of("Wis a.u.b. alles. Nu.") == [
        Word("wis", 0),
        Word("aub", 0),
        Word("alles", 0),
        Word("nu", 1),
    ]


def test_letter_that_is_not_on_every_keyboard_is_as_people_write_it() -> None:
    assert [word.text for word in words_of("katılmak złe")] == ["katilmak", "zle"]


def test_both_ends_of_a_long_text_are_listened_to() -> None:
    words = words_of(" ".join(f"w{number}" for number in range(500)))

    assert len(words) == 2 * MOST
    assert (words[0].text, words[-1].text) == ("w0", "w499")


@pytest.mark.parametrize(
    ("typed", "ours", "spelled"),
    [
        ("stop", ["stop"], True),
        ("stpo", ["stop"], False),
        ("stopp", ["stop"], False),
        ("stof", [], False),
        ("stopen", ["stoppen"], False),
        ("verwijderen", ["verwijder*"], True),
        ("verwijdr", ["verwijder*"], False),
        ("gegvens", ["gegevens"], False),
        ("straatverlichting", ["*verlichting"], True),
        ("verlichting", ["*verlichting"], True),
        ("verlichtingspaal", [], False),
        ("stopppp", ["stop"], True),
        ("jaaaa", ["ja"], True),
        ("basta", ["basta"], True),
        ("baste", [], False),
        ("paars", [], False),
        ("", [], False),
    ],
)
def test_word_is_ours_also_with_a_slip_of_the_pen(
    typed: str, ours: list[str], spelled: bool
) -> None:
    assert OURS.means(typed) == ((ours, []) if spelled else ([], ours))


def test_word_that_begins_as_one_may_be_another_with_a_slip() -> None:
    ours = Lexicon(["stop*", "stoppen"])

    assert ours.means("stopen") == (["stop*"], ["stoppen"])
