"""One message that cannot be claimed or written down keeps no other from being sent."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from content.message import Message
from outreach.delivery.claim import claim_due, release_claims
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.lane import ClaimTerms
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.staff.staff import add_staff
from outreach.store.snag import Snags, snags, try_snags_again
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from outreach.tasks.outbox import claim_mail, mail_sent
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.rows import OLD, PEOPLE, passed

pytestmark = [pytest.mark.sqlite, pytest.mark.postgresql]
ESCAPED = OLD.replace(":", r"\:")
LOOK = ClaimTerms(("web",), LOUD, {"web": 100})


@pytest.fixture
def two_notices(waterdam: Store, fill: Callable[[Store, str], None]) -> list[int]:
    """Two messages that are due, to two persons."""
    fill(waterdam, PEOPLE)
    waterdam.run(
        notify,
        TICK,
        name="notice-answer",
        persons=[1, 2],
        say=lambda _: Message("Hallo"),
        quiet=LOUD,
    )
    return waterdam.look(
        lambda unit: [
            row[0] for row in unit.connection.exec_driver_sql("SELECT id FROM delivery ORDER BY id")
        ]
    )


def test_message_that_cannot_be_claimed_holds_up_no_other(
    waterdam: Store,
    two_notices: list[int],
    refuse: Callable[..., None],
    allow: Callable[[Store, str], None],
    clock: Clock,
) -> None:
    bad, good = two_notices
    refuse(waterdam, "delivery", f"NEW.id = {bad}", "UPDATE")

    first = [outgoing.id for outgoing in waterdam.run(claim_due, TICK, LOOK)]
    held = passed(waterdam)
    allow(waterdam, "delivery")
    clock.passes(minutes=11)
    later = [outgoing.id for outgoing in waterdam.run(claim_due, TICK, LOOK)]

    assert (first, held, bad in later) == ([good], [("sending.claim", 1, bad)], True)


@pytest.fixture
def unwritten(
    waterdam: Store,
    two_notices: list[int],
    refuse: Callable[..., None],
    allow: Callable[[Store, str], None],
    clock: Clock,
) -> tuple[int, int]:
    """Two notices that were sent yesterday; the first could not be stored as sent then."""
    bad, good = two_notices
    waterdam.run(claim_due, TICK, LOOK)
    refuse(waterdam, "delivery", f"NEW.id = {bad}", "UPDATE")
    waterdam.run(
        record_results,
        TICK,
        results=[Result(bad, 1, DeliveryState.SENT), Result(good, 2, DeliveryState.SENT)],
    )
    allow(waterdam, "delivery")
    clock.passes(days=1)
    return bad, good


def test_result_that_cannot_be_written_holds_up_no_other_and_is_not_sent_again(
    waterdam: Store,
    unwritten: tuple[int, int],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    bad, good = unwritten

    assert stored(waterdam, "SELECT id, state FROM delivery ORDER BY id") == [
        (bad, "claimed"),
        (good, "sent"),
    ]
    assert (waterdam.run(claim_due, TICK, LOOK), passed(waterdam)) == (
        [],
        [("sending.result", 1, bad)],
    )


def test_asking_for_another_try_sends_nothing_that_was_sent(
    waterdam: Store, unwritten: tuple[int, int]
) -> None:
    asked = waterdam.run(try_snags_again, TICK)

    assert (asked, waterdam.run(claim_due, TICK, LOOK)) == (0, [])


def test_mail_that_was_sent_goes_no_second_time_because_somebody_asks(
    waterdam: Store,
    change: Callable[..., None],
    refuse: Callable[..., None],
    allow: Callable[[Store, str], None],
    clock: Clock,
) -> None:
    mail = waterdam.run(
        add_staff, NOBODY, email="omar@waterdam.example", name="Omar", role="administrator"
    )
    change(
        waterdam,
        f"INSERT INTO mail (id, staff_id, state, made_at, next_at, tries) "
        f"VALUES (1, {mail}, 'claimed', {ESCAPED}, {ESCAPED}, 1)",
    )
    refuse(waterdam, "mail", "NEW.id = 1", "UPDATE")
    waterdam.run(mail_sent, TICK, mail=1)
    allow(waterdam, "mail")

    asked = waterdam.run(try_snags_again, TICK)

    assert (asked, waterdam.run(claim_mail, TICK)) == (0, None)
    assert passed(waterdam) == [("mail.sent", 1, 1)]


def test_claim_that_cannot_be_let_go_keeps_nobody_from_sending(
    waterdam: Store,
    two_notices: list[int],
    refuse: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    bad, good = two_notices
    waterdam.run(claim_due, TICK, LOOK)
    refuse(waterdam, "delivery", f"NEW.id = {bad}", "UPDATE")

    waterdam.run(release_claims, TICK, channels=("web",))

    assert [outgoing.id for outgoing in waterdam.run(claim_due, TICK, LOOK)] == [good]
    assert {(found.work, found.subject) for found in waterdam.look(snags)} == {
        ("sending.release", bad)
    }


def test_snags_are_told_with_their_work_and_error(
    waterdam: Store, two_notices: list[int], refuse: Callable[..., None], clock: Clock
) -> None:
    bad, _ = two_notices
    refuse(waterdam, "delivery", f"NEW.id = {bad}", "UPDATE")
    waterdam.run(claim_due, TICK, LOOK)

    (found,) = waterdam.look(snags)

    error = "DataException" if waterdam.database.shared else "IntegrityError"
    assert found == Snags("sending.claim", 1, clock.now, bad, error)
    assert found.part == "sending"
    assert clock.now - found.since == timedelta(0)
