"""A refused card is listed with its venue until it is sent again, replaced, or old."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from outreach.delivery.failed import LATELY
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.tasks.failed import Failed, failures
from outreach.venues.post import post_card
from outreach.venues.posted import Post, posted_in, refused_lately
from outreach.venues.presence import arrive
from outreach.venues.register import confirm_venue
from tests.accounts import connect_telegram
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.tasks.failing import CLOSED, STAFF, TEXTS, TITLE, kinds, retry, sent
from tests.telling import and_tell


@pytest.fixture
def group(waterdam: Store) -> int:
    """A confirmed group; return its address."""
    where = {
        "channel": "telegram",
        "external_id": "-100",
        "kind": "neighbourhood_group",
        "language": "nl",
    }
    connect_telegram(waterdam)
    presence = waterdam.run(arrive, NOBODY, **where, name="Buurt Zuid")
    assert presence is not None
    waterdam.run(confirm_venue, STAFF, code="buurt-zuid", most_a_week=9)
    return presence.address


@pytest.fixture
def post(waterdam: Store, group: int, strip: int) -> Callable[[], None]:
    def run() -> None:
        waterdam.run(
            post_card, STAFF, code="buurt-zuid", opportunity=strip, texts=TEXTS, quiet=LOUD
        )

    return run


def test_refused_card_is_listed_with_when_why_and_what_to_do(
    waterdam: Store, post: Callable[[], None], strip: int, clock: Clock
) -> None:
    post()
    sent(waterdam, "failed", CLOSED)

    assert waterdam.look(failures) == [
        Failed(
            "card", strip, "WD-2026-01", TITLE, None, "buurt-zuid", "telegram", CLOSED, 1, clock.now
        )
    ]
    assert waterdam.look(failures)[0].command == "kansenbode venues retry buurt-zuid"
    assert waterdam.look(posted_in, code="buurt-zuid") == [
        Post("card", "WD-2026-01", TITLE, "failed", clock.now, CLOSED, fails=True)
    ]
    assert [(one.code, one.at, one.reason) for one in waterdam.look(refused_lately)] == [
        ("buurt-zuid", clock.now, CLOSED)
    ]


def test_card_goes_again_and_is_listed_no_more(waterdam: Store, post: Callable[[], None]) -> None:
    post()
    sent(waterdam, "failed", CLOSED)

    again = retry(waterdam, venue="Buurt-Zuid")

    assert (again, kinds(waterdam)) == (1, [])
    assert sent(waterdam) == [f"Doe mee: {TITLE}"]
    assert retry(waterdam, venue="buurt-zuid") == 0


def test_card_that_goes_again_says_what_the_record_says_by_now(
    waterdam: Store, post: Callable[[], None], strip: int
) -> None:
    post()
    sent(waterdam, "failed", CLOSED)
    waterdam.run(and_tell, STAFF, TEXTS, set_facts, opportunity=strip, title="Nieuw plantsoen")

    retry(waterdam)

    assert sent(waterdam) == ["Doe mee: Nieuw plantsoen"]


def test_card_about_what_closed_meanwhile_does_not_go_again(
    waterdam: Store, post: Callable[[], None], strip: int
) -> None:
    post()
    sent(waterdam, "failed", CLOSED)
    waterdam.run(and_tell, STAFF, TEXTS, move_opportunity, opportunity=strip, state="closed")

    retry(waterdam)

    assert (sent(waterdam), kinds(waterdam)) == ([], [])


def test_card_that_was_posted_anew_stands_in_its_place(
    waterdam: Store, post: Callable[[], None]
) -> None:
    post()
    sent(waterdam, "failed", CLOSED)
    post()

    assert kinds(waterdam) == []
    assert [one.fails for one in waterdam.look(posted_in, code="buurt-zuid")] == [False, False]


@pytest.mark.parametrize("reason", ["send-not-allowed", "send-message-lost", "send-refused"])
def test_refused_change_of_a_card_is_listed_until_a_newer_one(
    waterdam: Store, post: Callable[[], None], strip: int, reason: str
) -> None:
    post()
    sent(waterdam)
    waterdam.run(and_tell, STAFF, TEXTS, set_facts, opportunity=strip, title="Nieuw plantsoen")
    sent(waterdam, "failed", reason)
    first = [(one.kind, one.reason) for one in waterdam.look(failures)]

    waterdam.run(and_tell, STAFF, TEXTS, set_facts, opportunity=strip, title="Nog nieuwer")

    assert (first, kinds(waterdam)) == ([("edit", reason)], [])
    assert sent(waterdam) == ["Doe mee: Nog nieuwer"]


def test_change_of_a_card_goes_again(waterdam: Store, post: Callable[[], None], strip: int) -> None:
    post()
    sent(waterdam)
    waterdam.run(and_tell, STAFF, TEXTS, set_facts, opportunity=strip, title="Nieuw plantsoen")
    sent(waterdam, "failed", CLOSED)

    retry(waterdam, venue="buurt-zuid")

    assert sent(waterdam) == ["Doe mee: Nieuw plantsoen"]


def test_venue_that_threw_us_out_is_listed_and_refused_until_we_are_back(
    waterdam: Store, post: Callable[[], None]
) -> None:
    post()
    sent(waterdam, "gone", "send-address-gone")
    listed = kinds(waterdam)

    with pytest.raises(Refusal) as refused:
        retry(waterdam, venue="buurt-zuid")

    assert (listed, refused.value.key) == ([("card", 1)], "refusal-venue-left")
    assert retry(waterdam) == 0


def test_what_failed_long_ago_is_history(
    waterdam: Store, post: Callable[[], None], clock: Clock
) -> None:
    post()
    sent(waterdam, "failed", CLOSED)
    clock.now += LATELY + timedelta(seconds=1)

    assert (waterdam.look(failures), waterdam.look(refused_lately), retry(waterdam)) == ([], [], 0)


def test_what_failed_after_somebody_began_is_left_for_the_next_time(
    waterdam: Store, post: Callable[[], None], clock: Clock
) -> None:
    post()
    began = clock.now
    clock.passes(seconds=1)
    sent(waterdam, "failed", CLOSED)

    assert retry(waterdam, until=began) == 0
