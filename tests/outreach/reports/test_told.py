"""The record shows who was told what, when and where, and how far apart."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.results import Result, record_results
from outreach.interests.tell import GATHER, Telling, change_and_tell
from outreach.parties.consent import stop
from outreach.privacy.forget import forget_person
from outreach.reports.opportunities import opportunity_details
from outreach.reports.told import Recipient, ToldOf, told_in_all, told_of
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.looks import look

NADIA = Actor("staff", 1)


def change(store: Store, strip: int, telling: Telling, **facts: Any) -> None:
    store.run(change_and_tell, NADIA, opportunity=strip, telling=telling, **facts)


def test_notice_that_waits_was_told_to_nobody_yet(
    waterdam: Store, strip: int, join: Callable[..., Actor], telling: Telling, clock: Clock
) -> None:
    join("ada")
    change(waterdam, strip, telling, official="Omar")

    (notice,) = waterdam.look(told_of, opportunity=strip)

    assert notice == ToldOf(
        1, "change", clock.now + GATHER, [Recipient(1, "web", "planned", None, None)]
    )
    assert (notice.count("planned", "claimed"), notice.first, notice.last, notice.apart) == (
        1,
        None,
        None,
        None,
    )


def test_every_recipient_has_an_end_with_its_moment_and_reason(
    waterdam: Store, strip: int, join: Callable[..., Actor], telling: Telling, clock: Clock
) -> None:
    for number in range(1, 5):
        join(f"p{number}", channel="telegram" if number == 2 else "web")
    change(waterdam, strip, telling, official="Omar")
    waterdam.run(stop, Actor("person", 4))
    clock.now += GATHER
    claimed = waterdam.run(claim_due, TICK, look("web", "telegram"))
    ends = (("sent", None, 0), ("sent", None, 7), ("failed", "send-refused", 0))
    start = clock.now
    for out, (state, reason, seconds) in zip(claimed, ends, strict=True):
        clock.now = start + timedelta(seconds=seconds)
        waterdam.run(
            record_results,
            TICK,
            results=[Result(out.id, out.address, DeliveryState(state), reason=reason)],
        )

    (notice,) = waterdam.look(told_of, opportunity=strip)

    assert notice.recipients == [
        Recipient(1, "web", "sent", start, None),
        Recipient(2, "telegram", "sent", start + timedelta(seconds=7), None),
        Recipient(3, "web", "failed", start, "send-refused"),
        Recipient(4, "web", "stopped", start, "send-stopped"),
    ]
    assert [notice.count(state) for state in ("sent", "failed", "gone", "stopped")] == [2, 1, 0, 1]
    assert (notice.first, notice.last) == (start, start + timedelta(seconds=7))
    assert notice.apart == timedelta(seconds=7)


def test_widest_difference_is_that_of_one_notice_not_of_all(
    waterdam: Store, strip: int, join: Callable[..., Actor], telling: Telling, clock: Clock
) -> None:
    join("ada")
    join("ben")
    for facts, seconds in (({"official": "Omar"}, 3), ({"official": "Petra"}, 5)):
        change(waterdam, strip, telling, **facts)
        clock.now += GATHER
        for out in waterdam.run(claim_due, TICK, look("web")):
            waterdam.run(
                record_results, TICK, results=[Result(out.id, out.address, DeliveryState.SENT)]
            )
            clock.passes(seconds=seconds)

    assert waterdam.look(told_in_all, opportunity=strip) == (2, timedelta(seconds=5))
    assert waterdam.look(told_in_all, opportunity=strip + 1) == (0, None)


def test_other_opportunities_are_left_out(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    telling: Telling,
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    change(waterdam, strip, telling, official="Omar")
    hear()

    assert waterdam.look(told_of, opportunity=strip + 1) == []


def test_record_of_an_opportunity_counts_its_notices(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    telling: Telling,
    hear: Callable[[], dict[str, list[str]]],
    clock: Clock,
) -> None:
    join("ada")
    for official in ("Omar", "Nadia"):
        change(waterdam, strip, telling, official=official)
        hear()

    details = waterdam.look(opportunity_details, opportunity=strip, today=clock.now.date())

    assert (details.told, details.told_apart) == (2, 0.0)


def test_forgotten_person_leaves_no_line(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    telling: Telling,
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    join("bob")
    change(waterdam, strip, telling, official="Omar")
    hear()

    waterdam.run(forget_person, TICK, person=1)

    (notice,) = waterdam.look(told_of, opportunity=strip)
    assert [recipient.person for recipient in notice.recipients] == [2]
