"""What counts as the name of somebody or of a group, and as where they are reached."""

import pytest

from bot.heard import Heard, Kind, Unclear
from bot.questions import name, optional, reach


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("Fatma", True),
        ("Jan-Willem van der Zee", True),
        ("نور", True),
        ("María del Carmen de la Cruz", True),
        ("Ik kan snoeien en heb een kruiwagen", False),
        ("Mag mijn hond mee?", False),
        ("12", False),
        ("👋", False),
        ("06 12345678", False),
        ("", False),
        ("112", False),
        ("50+", False),
        ("Wat Nou?", True),
        ("Wat nou?", False),
        ("MAG IK MEE?", False),
        ("Waarom?", False),
    ],
)
def test_name_is_a_few_words_and_no_question(said: str, taken: bool) -> None:
    assert name(80, 6).read(Heard(said), {}) == (said if taken else Unclear())


@pytest.mark.parametrize(
    "said", ["Fatma\nde Vries", " Fatma\t de\n\nVries", "Fatma\u00a0de\u3000Vries"]
)
@pytest.mark.parametrize("kind", [name(80, 6), optional(name(80, 6)), name(80, 12, numbered=True)])
def test_name_is_one_line(kind: Kind[str | None], said: str) -> None:
    assert kind.read(Heard(said), {"skip": ("Overslaan",)}) == "Fatma de Vries"


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("50+", True),
        ("50 +", True),
        ("112", True),
        ("24/7", True),
        ("2040!", True),
        ("55+ Club", True),
        ("12", False),
        ("3", False),
        ("1\ufe0f\u20e3", False),
        ("06 12345678", False),
        ("0612345678", False),
        ("+", False),
        ("", False),
    ],
)
def test_group_may_be_called_by_a_number(said: str, taken: bool) -> None:
    assert name(80, 12, numbered=True).read(Heard(said), {}) == (said if taken else Unclear())


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("fatma@buurt.example", True),
        ("06-1234 5678", True),
        ("+31 6 12345678, na zessen", True),
        ("@fatma_y", True),
        ("mail: fatma@buurt.example of bel 072 1234567", True),
        ("buurt.example/contact", True),
        ("hoi", False),
        ("ja", False),
        ("weet ik niet", False),
        ("kom maar langs op nummer 12", False),
        ("👍", False),
    ],
)
def test_reach_is_an_address_or_a_number(said: str, taken: bool) -> None:
    assert reach(200).read(Heard(said), {}) == (said if taken else Unclear())


@pytest.mark.parametrize("kind", [name(5, 6), reach(5)])
def test_name_or_address_that_is_too_long_says_how_long_it_may_be(kind: Kind[str]) -> None:
    assert kind.read(Heard("a" * 6), {}) == Unclear("talk-too-long", {"max": 5, "given": 6})
