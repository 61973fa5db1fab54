"""News of a place of others that is odd, or cannot be dealt with: no harm, and nothing is said."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.parties.person import meet
from outreach.store.errors import StoreFailed
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.venues.register import all_venues
from tests.bot.venue import Group


@pytest.mark.parametrize("name", ["", "\x00\ud800\u202e", "a\nb\tc", "ل" * 5_000, "' OR 1=1 --"])
def test_odd_name_does_no_harm(group: Group, name: str) -> None:
    assert group.tells("joined", name=name) is True

    [line] = group.store.look(all_venues)
    assert 0 < len(line.name) <= 120
    assert line.name.isprintable()
    assert len(line.code) <= 20


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "9" * 5_000])
def test_odd_numbers_do_no_harm(group: Group, odd: str) -> None:
    assert group.tells("joined", external_id=odd, venue=odd) is True
    assert group.tells("moved", venue=odd, moved_to=odd + "1") is True
    assert group.tells("joined", external_id=odd, venue=odd + "1") is False


def test_place_that_is_somebodys_own_chat_says_nothing(group: Group) -> None:
    group.store.run(meet, NOBODY, channel="telegram", external_id="-100", language="nl")

    assert group.tells("joined") is True
    assert (group.states, group.said) == ([], [])


def test_news_that_fails_is_set_aside_and_counts_as_taken(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    group.tells("joined")

    def failing(*_: object, **__: object) -> None:
        raise KeyError("geheim")

    monkeypatch.setattr("bot.venues.venue_trail", failing)

    assert group.tells("addressed") is True
    query = "SELECT quarantined FROM inbound ORDER BY id"
    rows = group.store.look(lambda unit: unit.connection.exec_driver_sql(query).scalars().all())
    assert [bool(row) for row in rows] == [False, True]
    assert len(group.said) == 1


def test_news_of_which_nothing_can_be_stored_is_passed_by(
    group: Group, waterdam: Store, stored: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise KeyError("geheim")

    monkeypatch.setattr("bot.venues.find_presence", failing)

    said = group.tells("joined")

    assert (said, stored(waterdam, "SELECT channel, error FROM aside")) == (
        True,
        [("telegram", "KeyError")],
    )


def test_store_that_cannot_write_lets_the_channel_try_again(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreFailed

    monkeypatch.setattr("bot.venues.find_presence", full)

    with pytest.raises(StoreFailed):
        group.tells("joined")
