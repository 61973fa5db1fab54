"""What is claimed of a campaign, and what ends unsent: checked in the claim and before sending."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from content.message import Link
from outreach.campaigns.approve import Approved
from outreach.campaigns.claim import (
    TALKING_AGAIN,
    check_campaigns,
)
from outreach.campaigns.prepare import Terms
from outreach.campaigns.resume import resume_campaign
from outreach.campaigns.steer import cancel_campaign, pause_campaign
from outreach.delivery.claim import release_claims
from outreach.delivery.delivery import LEASE
from outreach.delivery.results import record_results
from outreach.parties.consent import permit, stop
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.outreach.campaigns.claiming import BOTH, LATE, NIGHTLY, claim, names, settle
from tests.outreach.campaigns.conftest import lose
from tests.outreach.campaigns.joining import joins
from tests.statements import run_sql


def states(
    store: Store, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> list[tuple[str, str | None]]:
    return sorted(stored(store, "SELECT state, reason FROM delivery"))


def test_nothing_goes_before_the_time_to_cancel_is_over(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
) -> None:
    met("fatma")
    approved()

    before = claim(waterdam)
    clock.passes(minutes=10)

    assert (before, names(claim(waterdam))) == ([], ["fatma"])


def test_each_gets_the_text_in_their_language_with_the_trail(
    waterdam: Store, going: int, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    claimed = {out.external_id: out for out in claim(waterdam)}

    ((code,),) = stored(waterdam, "SELECT code FROM code WHERE kind = 'trail'")
    assert claimed["fatma"].message.text.startswith("Hoi! Gemeente Waterdam zoekt mensen")
    assert claimed["ada"].message.text.startswith("Hi! Gemeente Waterdam is looking")
    link = f"https://kansen.example/c/{code}"
    assert claimed["fatma"].message.links == (Link(link, "Doe mee"),)
    assert claimed["ada"].message.links == (Link(link, "Take part"),)
    assert {out.message.options[0].code for out in claimed.values()} == {code}


def test_claimed_rows_are_not_claimed_again_and_done_ones_never(
    waterdam: Store, going: int
) -> None:
    first = claim(waterdam)
    second = claim(waterdam)
    settle(waterdam, first)

    assert (len(first), second, claim(waterdam)) == (2, [], [])


def test_room_of_a_channel_bounds_a_claim_and_nobody_is_skipped(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
) -> None:
    people = [met(f"p{number:03}", "telegram") for number in range(57)]
    approved()
    clock.passes(minutes=11)

    seen = []
    while claimed := claim(waterdam, room={"web": 5, "telegram": 10}):
        assert len(claimed) <= 10
        seen += names(claimed)
        settle(waterdam, claimed)

    assert sorted(seen) == [f"p{number:03}" for number in range(len(people))]


ENDS = {
    "stop": ("stopped", "send-stopped"),
    "unwanted": ("stopped", "send-unwanted"),
    "gone": ("gone", "send-address-gone"),
    "closed": ("expired", "send-closed"),
    "over": ("expired", "send-closed"),
    "expired": ("expired", "send-expired"),
    "cancelled": ("stopped", "send-cancelled"),
}


def happens(
    store: Store, what: str, person: int, campaign: int, change: Callable[..., None]
) -> None:
    who = Actor("person", person, via="web")
    match what:
        case "stop":
            store.run(stop, who)
        case "unwanted":
            store.run(permit, who, purpose="news", given=False, text="interest-news")
        case "gone":
            store.run(lose, NOBODY, person=person)
        case "closed":
            change(store, "UPDATE opportunity SET state = 'closed'")
        case "over":
            change(
                store, "UPDATE opportunity SET answers_until = '2026-11-02 09:00:00.000000+00:00'"
            )
        case "expired":
            change(store, "UPDATE mailing SET expires_at = '2026-11-02 09:00:00.000000+00:00'")
        case "cancelled":
            store.run(cancel_campaign, TICK, campaign=campaign)


@pytest.mark.parametrize("what", ENDS)
def test_what_changed_after_approval_ends_the_message(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    change: Callable[..., None],
    what: str,
) -> None:
    person = met("fatma")
    campaign, _ = approved()
    clock.passes(minutes=11)

    happens(waterdam, what, person, campaign, _in_its_own_words(change, waterdam))

    assert claim(waterdam) == []
    assert states(waterdam, stored) == [ENDS[what]]


@pytest.mark.parametrize("what", ENDS)
def test_what_changed_after_the_claim_keeps_it_from_being_handed_over(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
    change: Callable[..., None],
    what: str,
) -> None:
    person = met("fatma")
    campaign, _ = approved()
    clock.passes(minutes=11)
    (claimed,) = claim(waterdam)

    happens(waterdam, what, person, campaign, _in_its_own_words(change, waterdam))

    held_back = waterdam.look(check_campaigns, [claimed.id])
    assert {(result.state, result.reason) for result in held_back.values()} == {ENDS[what]}


def _in_its_own_words(change: Callable[..., None], store: Store) -> Callable[[Store, str], None]:
    """SQLite keeps moments without their zone."""
    return lambda _, statement: change(
        store, statement if store.database.shared else statement.replace("+00:00", "")
    )


def test_pause_holds_from_that_moment_and_resuming_goes_on(
    waterdam: Store, going: int, stored: Callable[[Store, str], list[tuple[Any, ...]]], terms: Terms
) -> None:
    claimed = claim(waterdam)
    waterdam.run(pause_campaign, TICK, campaign=going)

    held_back = waterdam.look(check_campaigns, [out.id for out in claimed])
    waterdam.run(record_results, TICK, results=list(held_back.values()))
    paused = claim(waterdam)
    waterdam.run(resume_campaign, TICK, campaign=going, terms=terms)

    assert paused == []
    assert names(claim(waterdam)) == ["ada", "fatma"]
    assert stored(waterdam, "SELECT tries FROM delivery") == [(1,), (1,)]


def test_whoever_talks_with_us_gets_it_when_the_conversation_is_over(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
    change: Callable[..., None],
) -> None:
    person = met("fatma")
    approved()
    clock.passes(minutes=11)
    change(
        waterdam,
        "INSERT INTO conversation (person_id, address_id, dialogue, about, transcript, offers, "
        "rev, misses, last_at) "
        "SELECT :person, max(id), 'interest', '{}', '[]', '{}', 1, 0, :now FROM address",
        person=person,
        now=clock.now if waterdam.database.shared else f"{clock.now:%Y-%m-%d %H:%M:%S.%f}",
    )

    talking = claim(waterdam)
    change(waterdam, "UPDATE conversation SET dialogue = 'menu'")
    too_early = claim(waterdam)
    clock.passes(seconds=TALKING_AGAIN.total_seconds())

    assert (talking, too_early) == ([], [])
    assert names(claim(waterdam)) == ["fatma"]


def test_reminder_passes_over_who_has_answered(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    strip: int,
) -> None:
    fatma, _ = met("fatma"), met("ada")
    approved(remind=3)
    clock.passes(minutes=11)
    settle(waterdam, claim(waterdam))
    joins(waterdam, fatma, strip)
    ((moment,),) = waterdam.look(
        lambda unit: unit.connection.exec_driver_sql(
            "SELECT send_at FROM mailing WHERE name = 'campaign-reminder'"
        ).all()
    )
    clock.now = (
        moment
        if isinstance(moment, datetime)
        else datetime.fromisoformat(moment).replace(tzinfo=UTC)
    )

    assert names(claim(waterdam)) == ["ada"]
    assert ("stopped", "send-answered") in states(waterdam, stored)


def test_nothing_goes_in_quiet_hours_and_the_morning_goes_on(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
) -> None:
    met("fatma")
    clock.now = datetime(2026, 11, 2, 20, 55, tzinfo=UTC)
    approved()
    clock.passes(minutes=11)

    assert claim(waterdam, NIGHTLY) == []
    clock.now = datetime(2026, 11, 3, 7, 0, tzinfo=UTC)
    assert names(claim(waterdam, NIGHTLY, LATE)) == ["fatma"]


def test_what_a_dead_process_held_is_taken_over(waterdam: Store, going: int, clock: Clock) -> None:
    first = claim(waterdam)
    clock.passes(seconds=LEASE.total_seconds())

    again = claim(waterdam)

    assert names(first) == names(again)
    assert {out.tries for out in again} == {2}


def test_with_the_policy_hold_it_waits_for_staff_instead(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma")
    approved(policy="hold")
    clock.passes(minutes=11)
    claim(waterdam)
    waterdam.run(release_claims, TICK, channels=BOTH)

    assert claim(waterdam) == []
    assert states(waterdam, stored) == [("uncertain", "send-uncertain")]


@pytest.mark.sqlite
def test_claims_walk_an_index_however_much_is_done(waterdam: Store, going: int) -> None:
    run_sql(waterdam, "ANALYZE")

    def plan(unit: Unit) -> list[str]:
        statement = (
            "EXPLAIN QUERY PLAN SELECT id FROM delivery WHERE mailing_id = 1 AND rank = 3 AND "
            "state = 'planned' "
            "AND channel = 'web' AND send_at <= '2027-01-01' ORDER BY send_at LIMIT 10"
        )
        return [row[3] for row in unit.connection.exec_driver_sql(statement)]

    assert ["ix_delivery_in_campaign" in line for line in waterdam.look(plan)] == [True]
