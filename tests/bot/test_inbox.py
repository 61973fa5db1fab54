"""What a channel hands in is made fit to store, and nothing that differs becomes the same."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.inbox import LARGEST, Arrival, storable

PLAIN = Arrival(
    channel="web",
    external_id="m1",
    sender="anna",
    text="Hoi",
    choice="1.2.yes",
    code="ABCD2345",
    seen=3,
)


def test_plain_arrival_stays_as_it_is() -> None:
    assert storable(PLAIN) == PLAIN


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ({"text": " a\x00b\ud800\u202ec "}, {"text": "abc"}),
        ({"text": "e\u0301"}, {"text": "é"}),
        ({"text": "x" * 1_000_000}, {"text": "x" * 4_000}),
        ({"text": "👨‍👩‍👧‍👦"}, {"text": "👨‍👩‍👧‍👦"}),
        ({"choice": "1.2.\x00\udfffyes"}, {"choice": "1.2.yes"}),
        ({"choice": "x" * 1_000}, {"choice": "x" * 100}),
        ({"code": "\ud800"}, {"code": ""}),
        ({"opportunity": 10**30}, {"opportunity": LARGEST}),
        ({"opportunity": -1}, {"opportunity": 0}),
    ],
)
def test_what_was_typed_or_brought_is_cleaned(
    given: dict[str, object], stored: dict[str, object]
) -> None:
    assert storable(replace(PLAIN, **given)) == replace(PLAIN, **stored)  # type: ignore[arg-type]


ids = st.text(st.characters(exclude_categories=()), max_size=20) | st.sampled_from(
    ["a", " a", "a\x00", "a\u200b", "A"]
)


@given(ids, ids)
def test_ids_that_differ_stay_different_and_can_be_stored(one: str, other: str) -> None:
    stored = [storable(replace(PLAIN, external_id=id, sender=id)) for id in (one, other, one)]

    assert stored[0] == stored[2]
    assert (stored[0] == stored[1]) == (one == other)
    for arrival in stored:
        assert "\x00" not in arrival.external_id.encode().decode()


def test_endless_id_becomes_short() -> None:
    first, second = (storable(replace(PLAIN, sender="x" * 1_000_000 + end)) for end in "ab")

    assert len(first.sender) == 64
    assert first.sender != second.sender
