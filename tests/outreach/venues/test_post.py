"""A card is posted once in a venue, by day, and not more often than the venue wants."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from content.message import Link
from content.texts import Texts
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState, Outgoing
from outreach.delivery.quiet import Quiet
from outreach.delivery.results import Result, record_results
from outreach.opportunities.edit import new_opportunity
from outreach.opportunities.lifecycle import move_opportunity
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from outreach.venues.post import Posted, VenueTrail, spread_by_hand
from outreach.venues.presence import Presence, leave
from outreach.venues.register import add_venue
from outreach.venues.trail import follow_trail
from tests.clock import Clock
from tests.databases import reopened
from tests.looks import look
from tests.statements import run_sql

STAFF = Actor("staff", 1)
NIGHTLY = Quiet(ZoneInfo("Europe/Amsterdam"), time(22), time(8), days=False)


def due(store: Store) -> list[Outgoing]:
    return store.run(claim_due, TICK, look("telegram"))


def settle(
    store: Store, outgoing: Outgoing, state: str = "sent", receipt: str | None = "5"
) -> None:
    store.run(
        record_results,
        TICK,
        results=[Result(outgoing.id, outgoing.address, DeliveryState(state), receipt=receipt)],
    )


def test_card_tells_what_where_until_when_and_money_with_two_links(
    waterdam: Store,
    group: Presence,
    post: Callable[..., Posted],
    strip: int,
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    posted = post(strip)

    assert posted == Posted("Buurt Zuid", clock(), before=False)
    [card] = due(waterdam)
    [(code,)] = stored(waterdam, "SELECT code FROM code WHERE kind = 'trail'")
    assert card.message is not None
    assert card.message.text == (
        "Doe mee: Zorg mee voor het plantsoen in de Lindenstraat\n"
        "De gemeente zoekt buren die samen het plantsoen in de Lindenstraat mooi houden. "
        "Gereedschap en geld voor planten zijn er.\n"
        "Waar: Lindenkom\nReageren tot en met: 14 december 2026\n"
        "Geld voor de hele tijd: € 4.500\n\n"
        "Een bericht van gemeente Waterdam. Dit is geen offerte, je zit nergens aan vast."
    )
    assert card.message.links == (
        Link(f"https://waterdam.example/c/{code}", "Lees alles"),
        Link(f"https://t.me/waterdam_bot?start={code}", "Praat erover, alleen met mij"),
    )
    [shown] = card.message.cards
    assert shown.words == card.message.text.partition("\n\n")[0]
    assert shown.picture.startswith(
        f"https://waterdam.example/kansen/{strip}/beeld.png?taal=nl&beeld="
    )
    followed = waterdam.look(follow_trail, code=code)
    assert followed is not None
    assert (followed.opportunity, followed.dialogue) == (strip, "opportunity")
    assert stored(waterdam, "SELECT deed FROM event ORDER BY id DESC LIMIT 1") == [
        ("card.planned",)
    ]


def test_second_time_it_says_so_and_posts_nothing(
    waterdam: Store,
    group: Presence,
    post: Callable[..., Posted],
    strip: int,
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    at = post(strip).at
    settle(waterdam, due(waterdam)[0])
    clock.passes(days=30)

    assert post(strip) == Posted("Buurt Zuid", at, before=True)
    assert stored(waterdam, "SELECT count(*) FROM mailing") == [(1,)]


def test_card_that_nobody_read_may_be_posted_again(
    waterdam: Store, group: Presence, post: Callable[..., Posted], strip: int
) -> None:
    post(strip)
    settle(waterdam, due(waterdam)[0], state="failed", receipt=None)

    assert post(strip).before is False


def test_two_who_post_at_once_post_one_card(
    waterdam: Store,
    group: Presence,
    post: Callable[..., Posted],
    strip: int,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    results, start = [], threading.Barrier(2)
    with reopened(waterdam) as other:

        def go(store: Store) -> None:
            start.wait()
            results.append(post(strip, store=store).before)

        threads = [threading.Thread(target=go, args=(store,)) for store in (waterdam, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert sorted(results) == [False, True]
    assert stored(waterdam, "SELECT count(*) FROM delivery") == [(1,)]


def test_card_of_a_process_that_died_is_taken_over_and_posted_once(
    waterdam: Store, group: Presence, post: Callable[..., Posted], strip: int, clock: Clock
) -> None:
    post(strip)
    with reopened(waterdam) as died:
        assert len(due(died)) == 1

    assert due(waterdam) == []
    clock.passes(minutes=2)
    [card] = due(waterdam)
    settle(waterdam, card)
    clock.passes(minutes=2)

    assert due(waterdam) == []
    assert post(strip).before is True


def test_card_waits_until_it_is_day(
    waterdam: Store, group: Presence, post: Callable[..., Posted], strip: int, clock: Clock
) -> None:
    clock.now = datetime(2026, 11, 2, 22, 30, tzinfo=UTC)

    posted = post(strip, quiet=NIGHTLY)

    assert posted.at == datetime(2026, 11, 3, 7, 0, tzinfo=UTC)
    assert due(waterdam) == []
    clock.now = posted.at
    assert len(due(waterdam)) == 1


def test_venue_gets_no_more_cards_a_week_than_it_wants(
    waterdam: Store, group: Presence, post: Callable[..., Posted], strip: int, clock: Clock
) -> None:
    first = clock()
    post(strip)
    clock.passes(days=2)
    post(strip + 1)

    with pytest.raises(Refusal) as refusal:
        post(strip + 2)

    assert (refusal.value.key, refusal.value.facts["again"]) == (
        "refusal-venue-full",
        first.replace(day=first.day + 7),
    )
    clock.passes(days=5)
    assert post(strip + 2).before is False
    with pytest.raises(Refusal, match="refusal-venue-full"):
        post(strip + 3)


def test_card_is_refused_where_the_venue_cannot_have_it(
    waterdam: Store, joins: Callable[..., Presence], post: Callable[..., Posted], strip: int
) -> None:
    joins()
    waterdam.run(add_venue, STAFF, name="Prikbord", kind="notice_board")
    left = joins(external_id="-200", name="Weg")
    waterdam.run(leave, NOBODY, presence=left)

    keys = {}
    for code in ("buurt-zuid", "prikbord", "weg"):
        with pytest.raises(Refusal) as refusal:
            post(strip, code)
        keys[code] = refusal.value.key

    assert keys == {
        "buurt-zuid": "refusal-venue-new",
        "prikbord": "refusal-venue-by-hand",
        "weg": "refusal-venue-left",
    }


@pytest.mark.parametrize("state", ["draft", "closed", "withdrawn", "late"])
def test_card_is_refused_where_nobody_can_answer_it(
    waterdam: Store,
    group: Presence,
    post: Callable[..., Posted],
    strip: int,
    clock: Clock,
    state: str,
) -> None:
    if state == "draft":
        strip = waterdam.run(new_opportunity, STAFF, tender_id="X-1", ocid_prefix="ocds-xxxxxx")
    elif state == "late":
        clock.passes(days=100)
    else:
        waterdam.run(move_opportunity, STAFF, opportunity=strip, state=state)

    with pytest.raises(Refusal, match="refusal-not-open"):
        post(strip)


def test_card_of_a_record_of_another_system_stays_short(
    waterdam: Store, group: Presence, post: Callable[..., Posted], strip: int
) -> None:
    # One that was opened before there were limits: none can become so long any more.
    update = "UPDATE opportunity SET title = :title, summary = :summary WHERE id = :id"
    facts = {"title": "x" * 900, "summary": "y " * 3_000, "id": strip}
    run_sql(waterdam, update, facts)

    post(strip)

    assert len(due(waterdam)[0].message.text) < 1_200


def by_hand(store: Store, texts: Texts, code: str, opportunity: int) -> VenueTrail:
    values: dict[str, Any] = {
        "code": code,
        "opportunity": opportunity,
        "address": "https://waterdam.example",
        "texts": texts,
    }
    return store.run(spread_by_hand, STAFF, **values)


def test_trail_of_a_board_is_a_poster_and_stays_the_same(
    waterdam: Store, texts: Texts, strip: int, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    waterdam.run(add_venue, STAFF, name="Prikbord", kind="notice_board")

    first, again = (by_hand(waterdam, texts, "prikbord", strip) for _ in range(2))

    assert first == again
    assert (first.link, first.chat) == (f"https://waterdam.example/c/{first.code}", None)
    assert first.link in first.text
    assert stored(waterdam, "SELECT kind, venue_id FROM trail") == [("poster", 1)]


def test_trail_speaks_the_language_of_the_venue(waterdam: Store, texts: Texts, strip: int) -> None:
    waterdam.run(add_venue, STAFF, name="School", kind="newsletter", language="en")

    laid = by_hand(waterdam, texts, "school", strip)

    assert laid.text.startswith("Take part in the neighbourhood: Help look after the green strip")
    assert laid.title == "QR code to: Help look after the green strip in Lindenstraat"


def test_trail_by_hand_is_the_trail_of_the_card(
    waterdam: Store,
    group: Presence,
    post: Callable[..., Posted],
    texts: Texts,
    strip: int,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    post(strip)

    laid = by_hand(waterdam, texts, "buurt-zuid", strip)

    assert stored(waterdam, "SELECT code FROM code WHERE kind = 'trail'") == [(laid.code,)]
    assert laid.chat == f"https://t.me/waterdam_bot?start={laid.code}"
