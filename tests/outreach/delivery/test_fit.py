"""A message fits its channel, with nothing lost."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from content.message import Card, Link, Message, Option
from outreach.delivery.channel import Abilities
from outreach.delivery.fit import fit, shorten, split

PAGE = Link("https://x.example/c/ABCD2345", "Doe mee")
FAMILY = "👨‍👩‍👧‍👦"
TEXTS = st.text(st.sampled_from("ab é.!?\n\t👩🏽‍🌾"), max_size=300) | st.lists(
    st.sampled_from(["Hoi!", "meedoen", "\n\n", "\n", " ", FAMILY, "x" * 50]), max_size=30
).map("".join)


@given(text=TEXTS, longest=st.integers(1, 60))
def test_split_keeps_the_length_and_loses_nothing(text: str, longest: int) -> None:
    pieces = split(text, longest)

    assert all(len(piece) <= longest for piece in pieces)
    assert re.sub(r"\s", "", "".join(pieces)) == re.sub(r"\s", "", text)
    assert all(pieces) or pieces == [""]


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(text=TEXTS, longest=st.integers(2, 60))
def test_split_counts_as_the_channel_does(text: str, longest: int) -> None:
    pieces = split(text, longest, utf16)

    assert all(utf16(piece) <= longest for piece in pieces)
    assert re.sub(r"\s", "", "".join(pieces)) == re.sub(r"\s", "", text)


def test_split_fills_a_piece_as_far_as_it_goes() -> None:
    assert split("🌳" * 7 + "x", 6, utf16) == ["🌳🌳🌳", "🌳🌳🌳", "🌳x"]


@pytest.mark.parametrize(
    ("text", "longest", "pieces"),
    [
        ("Kort.", 20, ["Kort."]),
        ("Alinea een.\n\nAlinea twee.", 20, ["Alinea een.", "Alinea twee."]),
        ("Regel een\nRegel twee", 12, ["Regel een", "Regel twee"]),
        ("Zin een. Zin twee.", 12, ["Zin een.", "Zin twee."]),
        ("drie losse woorden", 12, ["drie losse", "woorden"]),
        ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
        ("x" * 10 + " " * 30, 10, ["x" * 10]),
        (" " * 50, 10, [""]),
        ("xxxxx" + FAMILY, 10, ["xxxxx", FAMILY]),
        ("👩🏽👩🏽👩🏽", 5, ["👩🏽👩🏽", "👩🏽"]),
        ("e\u0301" * 4, 3, ["e\u0301", "e\u0301", "e\u0301", "e\u0301"]),
    ],
)
def test_split_examples(text: str, longest: int, pieces: list[str]) -> None:
    assert split(text, longest) == pieces


@given(label=st.text(st.sampled_from("ab é👨‍👩‍👧")), longest=st.integers(1, 20))
def test_shorten_keeps_the_length(label: str, longest: int) -> None:
    short = shorten(label, longest)

    assert len(short) <= longest
    assert short == label or short.endswith("…")


@pytest.mark.parametrize(
    ("label", "longest", "short"),
    [
        ("Ik doe mee", 0, "Ik doe mee"),
        ("Ik doe mee", 10, "Ik doe mee"),
        ("Ik doe mee", 9, "Ik doe m…"),
        ("Ik doe mee", 4, "Ik…"),
        ("gezin " + FAMILY, 9, "gezin…"),
    ],
)
def test_shorten_examples(label: str, longest: int, short: str) -> None:
    assert shorten(label, longest) == short


def test_options_are_numbered_where_there_are_no_buttons() -> None:
    message = Message("Doe je mee?", (Option("y", "Ja"), Option("n", "Nee")))

    assert fit(message, Abilities(buttons=False)) == [Message("Doe je mee?\n\n1. Ja\n2. Nee")]


def test_labels_are_shortened_to_the_channel_and_codes_are_not() -> None:
    message = Message("Doe je mee?", (Option("yes-with-a-long-code", "Ja, ik doe graag mee"),))

    [fitted] = fit(message, Abilities(buttons=True, label_length=10))

    assert fitted == Message("Doe je mee?", (Option("yes-with-a-long-code", "Ja, ik do…"),))


def test_picture_comes_first_and_the_question_last() -> None:
    options = (Option("y", "Ja"),)
    message = Message("Deel een.\n\nDeel twee.", options, picture="p.jpg", links=(PAGE,), rev=7)

    assert fit(message, Abilities(buttons=True, text_length=10)) == [
        Message("Deel een.", picture="p.jpg"),
        Message("Deel twee.", options, links=(PAGE,), rev=7),
    ]


@pytest.mark.parametrize("picture", [None, "p.jpg"])
def test_every_piece_goes_to_the_topic_and_the_first_below_what_it_answers(
    picture: str | None,
) -> None:
    message = Message("Deel een. Deel twee.", picture=picture, topic=5, answers=9)

    pieces = fit(message, Abilities(buttons=True, text_length=10, caption_length=4))

    assert {piece.topic for piece in pieces} == {5}
    assert [piece.answers for piece in pieces] == [9, *[None] * (len(pieces) - 1)]


def test_message_that_fits_stays_the_same() -> None:
    message = Message("Hoi!", (Option("y", "Ja"),), picture="p.jpg", links=(PAGE,), rev=3)

    assert fit(message, Abilities(buttons=True)) == [message]


SIGNS = [
    "a",
    "b ",
    "\n\n",
    ". ",
    "e\u0301",
    "🇳🇱",
    "🇧🇪",
    "👨‍👩‍👧",
    "👍🏽",
    "한",
    "각",
    "நி",
    "क्षि",
    "❤️",
    "ñ",
]


@given(text=st.lists(st.sampled_from(SIGNS), max_size=60).map("".join), longest=st.integers(16, 40))
@pytest.mark.parametrize("length", [len, utf16])
def test_no_sign_is_ever_broken(length: Callable[..., Any], text: str, longest: int) -> None:
    whole = regex.findall(r"\X", text)

    pieces = split(text, longest, length)

    assert all(length(piece) <= longest for piece in pieces)
    assert [sign for piece in pieces for sign in regex.findall(r"\X", piece) if sign.strip()] == [
        sign for sign in whole if sign.strip()
    ]


def test_text_that_does_not_fit_under_its_picture_comes_after_it() -> None:
    message = Message("Een lange uitleg.", picture="p.jpg")

    assert fit(message, Abilities(buttons=True, text_length=40, caption_length=10)) == [
        Message("", picture="p.jpg"),
        Message("Een lange uitleg."),
    ]


def test_button_that_answers_no_question_is_left_out_where_it_could_not_stand() -> None:
    message = Message("Doe mee!", (Option("ABCD2345", "Vertel meer"),), links=(PAGE,))

    assert fit(message, Abilities(buttons=True, loose_buttons=False)) == [
        Message("Doe mee!", links=(PAGE,))
    ]
    assert fit(message, Abilities(buttons=True)) == [message]


def test_cards_stay_where_they_can_be_shown_and_are_words_elsewhere() -> None:
    card = Card(
        "Plantsoen", facts=(("Waar", "Lindenkom"),), link=PAGE, number=6, choice="1", place=1
    )
    options = (Option("1", "Plantsoen"), Option("more", "Meer kansen"))
    message = Message(f"Kijk:\n\n{card.words}\n\nWelke?", options, cards=(card,), rev=2)
    [shown] = fit(message, Abilities(buttons=True, cards=True, text_length=99))
    [told] = fit(message, Abilities(buttons=False, links=False))

    assert (shown, fit(message, Abilities(buttons=True))[0].cards) == (message, ())
    assert told.text == (
        "Kijk:\n\n6. Plantsoen\nWaar: Lindenkom\n\nWelke?\n\n"
        "Doe mee: https://x.example/c/ABCD2345\n\n→ Meer kansen"
    )


def test_cards_of_a_text_that_is_cut_are_words() -> None:
    card = Card("Plantsoen", place=1)
    message = Message("Deel een.\n\nPlantsoen", cards=(card,))

    pieces = fit(message, Abilities(buttons=True, cards=True, text_length=10))

    assert [(piece.text, piece.cards) for piece in pieces] == [("Deel een.", ()), ("Plantsoen", ())]


def test_receipt_goes_with_the_first_words_and_the_question_stays_below() -> None:
    options = (Option("y", "Ja"),)
    message = Message("Je bewijs.\n\nDoe je mee?", options, receipt=7, rev=3)
    can = Abilities(buttons=True, text_length=40, caption_length=10, files=True)

    assert fit(message, can) == [
        Message("Je bewijs.", receipt=7),
        Message("Doe je mee?", options, rev=3),
    ]
    assert fit(message, replace(can, caption_length=40)) == [message]


def test_receipt_stays_away_where_there_are_no_files() -> None:
    [fitted] = fit(Message("Je bewijs.", receipt=7), Abilities(buttons=True))

    assert fitted == Message("Je bewijs.")


@given(text=TEXTS)
def test_words_with_a_receipt_all_arrive(text: str) -> None:
    can = Abilities(buttons=True, text_length=40, caption_length=10, files=True)

    pieces = fit(Message(text, receipt=7), can)

    assert re.sub(r"\s", "", "".join(piece.text for piece in pieces)) == re.sub(r"\s", "", text)
    assert len(pieces[0].text) <= 10
    assert [piece.receipt for piece in pieces] == [7, *[0] * (len(pieces) - 1)]
