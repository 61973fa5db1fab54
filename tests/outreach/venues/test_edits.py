"""A card shows what the record says now: each published change edits it, closing says so."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from content.texts import Texts
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState, Outgoing
from outreach.delivery.results import Result, record_results
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.snag import SNAG_ADD
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from outreach.venues.edits import WORK, any_card_behind, edit_cards
from outreach.venues.post import Posted
from outreach.venues.presence import Presence, leave, move
from tests.clock import Clock
from tests.looks import look
from tests.telling import and_tell

STAFF = Actor("staff", 1)
CARDS = "SELECT kind, name FROM mailing ORDER BY id"


def due(store: Store) -> list[Outgoing]:
    return store.run(claim_due, TICK, look("telegram", loud=False))


def sent(
    store: Store, *, loud: bool = False, receipt: str = "5", state: str = "sent"
) -> list[tuple[str | None, str]]:
    """Send what is due; return the messages with the receipts that they replace."""
    claimed = store.run(claim_due, TICK, look("telegram", loud=loud))
    results = [
        Result(one.id, one.address, DeliveryState(state), receipt=one.edits or receipt)
        for one in claimed
    ]
    store.run(record_results, TICK, results=results)
    return [(one.edits, one.message.text.partition("\n")[0]) for one in claimed]


@pytest.fixture
def posted(waterdam: Store, group: Presence, post: Callable[..., Posted], strip: int) -> int:
    """A card about the green strip, read in the group under the number 5."""
    post(strip)
    sent(waterdam, loud=True)
    return strip


@pytest.fixture
def change(waterdam: Store, texts: Texts, posted: int) -> Callable[..., Any]:
    """Change the opportunity as the command does."""

    def run(rule: Callable[..., Any], **values: Any) -> Any:
        return waterdam.run(and_tell, STAFF, texts, rule, opportunity=posted, **values)

    return run


def test_published_change_edits_the_card_in_the_same_unit(
    waterdam: Store,
    change: Callable[..., Any],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    assert change(set_facts, title="Nieuw plantsoen") == ["title"]

    assert waterdam.look(any_card_behind) is False
    assert sent(waterdam) == [("5", "Doe mee: Nieuw plantsoen")]
    assert stored(waterdam, CARDS) == [("card", "venue-card@2"), ("edit", "venue-card@2")]
    deeds = stored(waterdam, "SELECT actor, deed FROM event WHERE deed LIKE 'card.%' ORDER BY id")
    assert deeds == [("staff:1", "card.planned"), ("staff:1", "card.changed")]


def test_change_that_the_card_does_not_show_edits_nothing(
    waterdam: Store,
    change: Callable[..., Any],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    change(set_facts, description="Veel langer.")

    assert sent(waterdam) == []
    assert stored(waterdam, CARDS) == [("card", "venue-card@2")]
    assert waterdam.look(any_card_behind) is False


@pytest.mark.parametrize("steps", [["closed"], ["withdrawn"], ["closed", "decided"]])
def test_closing_edits_the_card_to_closed(
    waterdam: Store, change: Callable[..., Any], steps: list[str]
) -> None:
    for state in steps:
        change(move_opportunity, state=state)

    assert sent(waterdam) == [("5", "Gesloten: Zorg mee voor het plantsoen in de Lindenstraat")]


def test_opening_again_edits_the_card_back(
    waterdam: Store,
    change: Callable[..., Any],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    change(move_opportunity, state="closed")
    sent(waterdam)
    change(move_opportunity, state="open")

    assert sent(waterdam) == [("5", "Doe mee: Zorg mee voor het plantsoen in de Lindenstraat")]
    deeds = stored(waterdam, "SELECT deed FROM event WHERE deed LIKE 'card.%' ORDER BY id")
    assert deeds == [("card.planned",), ("card.closed",), ("card.changed",)]


def test_last_day_that_passes_closes_the_card_by_a_tick(
    waterdam: Store, posted: int, texts: Texts, clock: Clock
) -> None:
    clock.passes(days=100)

    assert waterdam.look(any_card_behind) is True
    assert waterdam.run(edit_cards, TICK, texts=texts) == 1
    assert waterdam.run(edit_cards, TICK, texts=texts) == 0
    assert sent(waterdam) == [("5", "Gesloten: Zorg mee voor het plantsoen in de Lindenstraat")]


def test_change_by_an_import_is_found_by_a_tick(waterdam: Store, posted: int, texts: Texts) -> None:
    waterdam.run(set_facts, Actor("import"), opportunity=posted, title="Van elders")

    waterdam.run(edit_cards, TICK, texts=texts)

    assert sent(waterdam) == [("5", "Doe mee: Van elders")]


def test_card_that_is_left_alone_for_now_is_not_looked_for(
    waterdam: Store,
    posted: int,
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    clock.passes(days=100)
    [(card,)] = stored(waterdam, "SELECT id FROM delivery")
    note = {
        "work": WORK,
        "subject": card,
        "since": clock.now,
        "tries": 1,
        "error": "IntegrityError",
    }
    waterdam.run(
        lambda unit: unit.run(SNAG_ADD, note | {"next_at": clock.now + timedelta(hours=1)}), TICK
    )

    now = waterdam.look(any_card_behind)
    clock.passes(hours=1)

    assert (now, waterdam.look(any_card_behind)) == (False, True)


def test_edit_that_waits_takes_later_changes_along(
    waterdam: Store,
    change: Callable[..., Any],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    change(set_facts, title="Eén")
    change(set_facts, title="Twee")

    assert sent(waterdam) == [("5", "Doe mee: Twee")]
    assert stored(waterdam, CARDS) == [("card", "venue-card@3"), ("edit", "venue-card@3")]


def test_edit_under_way_is_followed_by_another(
    waterdam: Store, change: Callable[..., Any], texts: Texts
) -> None:
    change(set_facts, title="Eén")
    [claimed] = due(waterdam)

    change(set_facts, title="Twee")
    assert waterdam.look(any_card_behind) is True
    waterdam.run(
        record_results,
        TICK,
        results=[Result(claimed.id, claimed.address, DeliveryState.SENT, receipt="5")],
    )
    waterdam.run(edit_cards, TICK, texts=texts)

    assert sent(waterdam) == [("5", "Doe mee: Twee")]


def test_card_that_waits_for_the_day_takes_the_change_along(
    waterdam: Store,
    group: Presence,
    post: Callable[..., Posted],
    strip: int,
    texts: Texts,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    post(strip)

    waterdam.run(and_tell, STAFF, texts, set_facts, opportunity=strip, title="Nieuw plantsoen")

    assert sent(waterdam, loud=True) == [(None, "Doe mee: Nieuw plantsoen")]
    assert stored(waterdam, CARDS) == [("card", "venue-card@2")]


def test_card_that_waits_is_not_posted_once_the_opportunity_closed(
    waterdam: Store,
    group: Presence,
    post: Callable[..., Posted],
    strip: int,
    texts: Texts,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    post(strip)

    waterdam.run(and_tell, STAFF, texts, move_opportunity, opportunity=strip, state="closed")

    assert sent(waterdam, loud=True) == []
    assert stored(waterdam, "SELECT state FROM delivery") == [("stopped",)]
    assert stored(waterdam, "SELECT deed FROM event ORDER BY id DESC LIMIT 1") == [
        ("card.stopped",)
    ]
    waterdam.run(move_opportunity, STAFF, opportunity=strip, state="open")
    assert post(strip).before is False


def test_card_that_failed_to_change_is_not_tried_for_ever(
    waterdam: Store, change: Callable[..., Any], texts: Texts, clock: Clock
) -> None:
    change(set_facts, title="Eén")
    sent(waterdam, state="failed")

    assert waterdam.run(edit_cards, TICK, texts=texts) == 0
    change(set_facts, title="Twee")
    clock.now += timedelta(seconds=5)
    assert sent(waterdam) == [("5", "Doe mee: Twee")]


def test_card_that_can_no_longer_be_reached_is_left_alone(
    waterdam: Store,
    group: Presence,
    change: Callable[..., Any],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    waterdam.run(leave, NOBODY, presence=group)

    change(move_opportunity, state="closed")

    assert stored(waterdam, CARDS) == [("card", "venue-card@1")]


def test_card_in_a_group_that_moved_is_left_alone(
    waterdam: Store,
    group: Presence,
    change: Callable[..., Any],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    waterdam.run(move, NOBODY, presence=group, to="-200")

    change(move_opportunity, state="closed")

    assert stored(waterdam, CARDS) == [("card", "venue-card@1")]


def test_card_in_a_channel_that_cannot_edit_is_left_alone(
    waterdam: Store,
    change: Callable[..., Any],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    waterdam.run(
        lambda unit: unit.connection.exec_driver_sql("UPDATE venue SET channel = 'brief'"), NOBODY
    )

    change(move_opportunity, state="closed")

    assert stored(waterdam, CARDS) == [("card", "venue-card@1")]


def test_change_of_another_opportunity_edits_nothing(
    waterdam: Store,
    posted: int,
    texts: Texts,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    waterdam.run(and_tell, STAFF, texts, move_opportunity, opportunity=posted + 1, state="closed")

    assert stored(waterdam, CARDS) == [("card", "venue-card@1")]


def test_looking_again_asks_for_no_delivery_where_every_card_is_true(
    waterdam: Store, change: Callable[..., Any], plan: Callable[..., list[str]]
) -> None:
    change(set_facts, title="Nieuw plantsoen")

    asked = "\n".join(plan(waterdam, any_card_behind))

    assert "ix_mailing_card" in asked
    assert "delivery" not in asked


def test_cards_behind_are_found_by_an_index(
    waterdam: Store, posted: int, whole: Callable[..., list[str]], clock: Clock
) -> None:
    clock.passes(days=100)

    assert set(whole(waterdam, any_card_behind)) <= {"account", "opportunity", "venue"}


def test_refused_change_plans_no_edit(
    waterdam: Store,
    change: Callable[..., Any],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    with pytest.raises(Exception, match="refusal-step"):
        change(move_opportunity, state="decided")

    assert stored(waterdam, CARDS) == [("card", "venue-card@1")]
