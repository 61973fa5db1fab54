"""Values are written as people write them."""

from datetime import UTC, date, datetime

import pytest

from content.values import day, listed, moment, money


def test_formatting_is_the_same_when_done_again() -> None:
    twice = [
        (
            day(date(2027, 1, 4), "nl"),
            moment(datetime(2027, 1, 4, 14, 5, tzinfo=UTC), "nl"),
            money(-150, "EUR", "nl"),
        )
        for _ in range(2)
    ]

    assert twice == [("4 januari 2027", "4 januari 2027, 14:05", "-€ 1,50")] * 2


@pytest.mark.parametrize(
    ("items", "joined"),
    [([], ""), (["tuin"], "tuin"), (["tuin", "hal"], "tuin of hal"), ("abc", "a, b of c")],
)
def test_words_are_joined_as_people_say_them(items: list[str], joined: str) -> None:
    assert listed(items, "nl") == joined
