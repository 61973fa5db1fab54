"""Words are found in texts in any case and with any accents."""

import pytest
from sqlalchemy import String, literal, select

from outreach.store.folding import Holds, bare
from outreach.store.store import Store


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Café", "cafe"),
        ("CAFE", "café"),
        ("e\u0301e\u0301n", "één"),
        ("IJsselmeer", "ijsselmeer"),
        ("Straße", "STRASSE"),
        ("’t  Hof", "'t hof"),
        ("Ž", "z"),
        ("ﬁets", "fiets"),
        ("50 % korting", "50 %"),
    ],
)
def test_word_is_found_in_either_database(store: Store, text: str, word: str) -> None:
    asked = select(Holds(literal(text, String), literal(bare(word), String)))

    assert store.look(lambda unit: bool(unit.connection.execute(asked).scalar()))


@pytest.mark.parametrize(("text", "word"), [("Cafe", "cafés"), ("a_c", "abc"), ("", "x")])
def test_what_does_not_stand_there_is_not_found(store: Store, text: str, word: str) -> None:
    asked = select(Holds(literal(text, String), literal(bare(word), String)))

    assert not store.look(lambda unit: bool(unit.connection.execute(asked).scalar()))


def test_nothing_stays_nothing() -> None:
    assert bare(None) is None
