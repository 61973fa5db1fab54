"""What counts as an answer, and which value is stored for it."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.heard import Heard, Kind, Unclear
from bot.matching import match, plain
from bot.questions import number, one_of, optional, some_of, text, yes_no
from bot.speech import Speech
from bot.steps import Ask
from content.texts import Texts

Labels = Mapping[str, tuple[str, ...]]
WHO = {
    "alone": ("alleen",),
    "group": ("met een groep",),
    "organisation": ("voor een organisatie",),
}
PARTS = {
    "hedge": ("Heg knippen",),
    "paths": ("Paden vegen",),
    "bins": ("Bakken legen",),
    "skip": ("Overslaan",),
}


@pytest.fixture(scope="session")
def sure(texts: Texts) -> Labels:
    """The labels of "is this right?", as people see them."""
    return Speech(texts).labels(Ask("interest-sure", yes_no), "nl")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("1", "alone"),
        ("2.", "group"),
        ("Alleen", "alone"),
        ("ALLEEN!", "alone"),
        ("met een gróép", "group"),
        ("met een", "group"),
        ("met", "group"),
        ("groep", "group"),
        ("organisatie", "organisation"),
        ("alleen, denk ik", "alone"),
        ("aleen", "alone"),
        ("met een groepp", "group"),
        ("0", None),
        ("4", None),
        ("", None),
        ("???", None),
        ("een", None),
        ("alleen met een groep", None),
        ("misschien", None),
        ("12345", None),
        ("x" * 1_000, None),
    ],
)
def test_match_finds_the_one_option_that_is_meant(said: str, code: str | None) -> None:
    assert match(said, WHO) == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("we can", None),
        ("kan", None),
        ("weet", None),
        ("ik", None),
        ("kan niet", "unmet"),
        ("we canot", "unmet"),
        ("we cannot do", "unmet"),
        ("weet ik", None),
        ("weet niet", "unsure"),
    ],
)
def test_what_denies_is_never_meant_by_what_does_not(said: str, code: str | None) -> None:
    options = {
        "unmet": ("Nee, dat kan niet", "kan niet", "we cannot do this", "we cannot"),
        "unsure": ("Weet ik niet",),
    }

    assert match(said, options) == code


def test_no_does_not_begin_a_title() -> None:
    titles = {"7": ("Neem het beheer over",), "8": ("Jan helpt",)}

    assert [match(said, titles) for said in ("nee", "ja", "neem", "jan")] == [None, None, "7", "8"]


@pytest.mark.parametrize(
    "said",
    [
        "ja",
        "Ja!",
        "JA HOOR",
        "ja hoor, prima",
        "klopt",
        "dat klopt",
        "ok",
        "oke",
        "yes",
        "yep",
        "j",
        "1",
        "👍",
        "👍🏽",
        "✔",
        "✔️",
        "ja dank je",
        "ja, opslaan",
    ],
)
def test_yes_is_heard_in_many_words(said: str, sure: Labels) -> None:
    assert yes_no.read(Heard(said), sure) is True


@pytest.mark.parametrize(
    "said",
    [
        "nee",
        "Nee.",
        "nee hoor",
        "nee bedankt",
        "klopt niet",
        "nope",
        "n",
        "2",
        "👎",
        "👎🏿",
        "niet",
        "nee, veranderen",
    ],
)
def test_no_is_heard_in_many_words(said: str, sure: Labels) -> None:
    assert yes_no.read(Heard(said), sure) is False


@pytest.mark.parametrize(
    "said",
    [
        "dat klopt niet",
        "klopt helemaal niet",
        "klopt nog niet",
        "dat klopt toch niet",
        "that is not right",
        "ok nee",
        "ja nee",
        "goed, of toch nee",
        "",
        "3",
        "🤷",
        "waarom",
        "ja maar dan wil ik eerst nog iets anders weten",
    ],
)
def test_neither_yes_nor_no_is_asked_again(said: str, sure: Labels) -> None:
    assert yes_no.read(Heard(said), sure) == Unclear()


@pytest.mark.parametrize(
    ("kind", "heard", "labels", "value"),
    [
        (one_of("a", "b"), Heard(choice="b"), {"a": ("A",), "b": ("B",)}, "b"),
        (one_of("a", "b"), Heard(choice="z"), {"a": ("A",), "b": ("B",)}, Unclear()),
        (text(5), Heard("héél"), {}, "héél"),
        (text(5), Heard("te lang"), {}, Unclear("talk-too-long", {"max": 5, "given": 7})),
        (text(5), Heard("..."), {}, Unclear()),
        (text(5), Heard(""), {}, Unclear()),
        (text(5), Heard(choice="x"), {}, Unclear()),
        (number(1, 20), Heard("wij zijn met 12 mensen"), {}, 12),
        (number(1, 20), Heard("0"), {}, Unclear("talk-number", {"low": 1, "high": 20})),
        (number(1, 20), Heard("21"), {}, Unclear("talk-number", {"low": 1, "high": 20})),
        (number(1, 20), Heard("2 of 3"), {}, Unclear("talk-number", {"low": 1, "high": 20})),
        (number(1, 20), Heard("9" * 5_000), {}, Unclear("talk-number", {"low": 1, "high": 20})),
        (number(1, 20), Heard("²"), {}, Unclear("talk-number", {"low": 1, "high": 20})),
        (number(1, 20), Heard("٣"), {}, 3),
        (some_of(), Heard("3 en 1"), PARTS, ["hedge", "bins"]),
        (some_of(), Heard("1 2, paden"), PARTS, ["hedge", "paths"]),
        (some_of(), Heard("heg en dak"), PARTS, Unclear()),
        (some_of(), Heard(choice="paths"), PARTS, ["paths"]),
        (some_of(), Heard(", ,"), PARTS, Unclear()),
        (some_of(), Heard("1," * 50), PARTS, ["hedge"]),
        (some_of(), Heard("1," * 51), PARTS, Unclear("talk-too-many", {"given": 51, "max": 50})),
        (
            some_of(),
            Heard("a," * 2_000),
            PARTS,
            Unclear("talk-too-many", {"given": 2_000, "max": 50}),
        ),
        (optional(some_of()), Heard("4"), PARTS, None),
        (optional(some_of()), Heard("sla over"), PARTS | {"skip": ("Overslaan", "sla over")}, None),
        (optional(some_of()), Heard("2"), PARTS, ["paths"]),
        (
            optional(yes_no),
            Heard("3"),
            {"yes": ("Ja",), "no": ("Nee",), "skip": ("Overslaan",)},
            None,
        ),
        (
            optional(yes_no),
            Heard("2"),
            {"yes": ("Ja",), "no": ("Nee",), "skip": ("Overslaan",)},
            False,
        ),
        (optional(number(1, 9)), Heard("1"), {"skip": ("Overslaan",)}, 1),
        (optional(number(1, 9)), Heard(choice="skip"), {"skip": ("Overslaan",)}, None),
        (optional(text(90)), Heard("-"), {"skip": ("Overslaan", "-", "geen")}, None),
        (
            optional(text(90)),
            Heard("geen geld, wel tijd"),
            {"skip": ("Overslaan", "geen")},
            "geen geld, wel tijd",
        ),
    ],
)
def test_kind_reads_a_value(kind: Kind[Any], heard: Heard, labels: Labels, value: Any) -> None:
    assert kind.read(heard, labels) == value


KINDS = [
    one_of("a", "b"),
    yes_no,
    text(20),
    number(1, 9),
    some_of(),
    optional(some_of()),
    optional(number(1, 9)),
]
ANY = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.lists(st.text() | st.none())
    | st.just({"a": 1})
)


@given(
    st.sampled_from(KINDS),
    st.text(),
    st.none() | st.text(),
    st.sampled_from(["a", "1", "yes", "skip"]),
)
def test_what_is_read_fits(kind: Kind[Any], said: str, choice: str | None, likely: str) -> None:
    labels = {"a": ("A",), "b": ("B",), "yes": ("Ja",), "no": ("Nee",), "skip": ("Overslaan",)}

    for heard in (Heard(said, choice), Heard(likely), Heard(choice=likely)):
        value = kind.read(heard, labels)

        assert isinstance(value, Unclear) or kind.fits(value, labels)


@given(st.sampled_from(KINDS), ANY)
def test_fits_answers_for_any_stored_value(kind: Kind[Any], value: Any) -> None:
    assert kind.fits(value, {"a": ("A",)}) in (True, False)


@given(st.text())
def test_plain_is_plain_already(said: str) -> None:
    once = plain(said)

    assert plain(once) in (once, plain(once[:400]))
    assert once == " ".join(once.split())


@pytest.mark.parametrize(("labels", "meant"), [(50, "last"), (51, None)])
def test_typo_is_looked_for_among_few_labels_only(labels: int, meant: str | None) -> None:
    known = {str(number): (f"{number}e",) for number in range(1, labels)} | {
        "last": ("plantsoenen",)
    }

    assert match("plantsoennen", known) == meant
