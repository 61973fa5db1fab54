"""Who is chosen is asked to say yes by a last day; one yes counts, staff see who gave none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from outreach.interests.apply import approve_decision
from outreach.interests.chosen import confirm_state, last_moment, to_confirm
from outreach.interests.confirm import confirm_interest, my_agreements
from outreach.interests.decide import decide
from outreach.interests.interest import move_interest
from outreach.interests.own import withdraw_interest
from outreach.interests.reserve import next_up
from outreach.interests.tell import Telling, Told
from outreach.refusal import Refusal
from outreach.reports.interests import interest_details, interest_overview
from outreach.reports.opportunities import opportunity_details
from outreach.store.store import Store
from outreach.store.unit import Actor
from outreach.tasks.waiting import waiting
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.interests.conftest import NADIA
from tests.outreach.interests.deciding import pencil_all, terms

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MESSAGE = "SELECT message FROM delivery WHERE person_id = 1 ORDER BY id DESC LIMIT 1"
EVENTS = "SELECT count(*) FROM event WHERE deed = 'interest.confirmed'"


@pytest.fixture
def asking(telling: Telling) -> Telling:
    """As an installation that asks for a yes within a week."""
    return replace(telling, confirm_days=7)


@pytest.fixture
def people(
    waterdam: Store, strip: int, join: Callable[..., Actor], move: Callable[[str], Told]
) -> list[Actor]:
    """Ada is chosen in pencil, Bob the reserve, Cem not chosen."""
    found = [join(name) for name in ("ada", "bob", "cem")]
    move("closed")
    pencil_all(waterdam, NADIA, i1="chosen", i2="reserve", i3="not_chosen")
    return found


@pytest.fixture
def decided(
    waterdam: Store,
    strip: int,
    asking: Telling,
    people: list[Actor],
    hear: Callable[[], dict[str, list[str]]],
) -> dict[str, list[str]]:
    """What each heard of the decision."""
    hear()
    waterdam.run(decide, NADIA, opportunity=strip, telling=asking)
    return hear()


def confirm(store: Store, who: Actor, interest: int = 1) -> bool:
    return store.run(confirm_interest, who, interest=interest)


def states(store: Store) -> list[str | None]:
    lines = sorted(store.look(interest_overview), key=lambda line: line.id)
    return [line.confirm for line in lines]


def kinds(store: Store) -> list[tuple[str, int]]:
    return [(item.kind, item.number) for item in store.look(waiting, most=10)]


def read(store: Store, query: str) -> Any:
    return store.look(lambda unit: unit.connection.exec_driver_sql(query).scalar_one())


@pytest.mark.parametrize(
    ("told_at", "days", "day"),
    [
        (datetime(2026, 11, 2, 10, tzinfo=AMSTERDAM), 7, date(2026, 11, 9)),
        (datetime(2026, 11, 2, 22, 30, tzinfo=UTC), 1, date(2026, 11, 3)),
        (datetime(2026, 11, 2, 23, 30, tzinfo=UTC), 1, date(2026, 11, 4)),
        (datetime(2027, 3, 27, 12, tzinfo=AMSTERDAM), 1, date(2027, 3, 28)),
    ],
    ids=["a week", "late at night", "after midnight", "the clock goes forward"],
)
def test_last_moment_is_the_end_of_a_day_in_town(told_at: datetime, days: int, day: date) -> None:
    found = last_moment(told_at, replace(LOUD, zone=AMSTERDAM), days)

    assert found == datetime.combine(day, time(23, 59, 59), AMSTERDAM)


def test_without_days_there_is_no_last_moment(clock: Clock) -> None:
    assert last_moment(clock.now, LOUD, 0) is None


def test_without_days_nobody_is_asked(
    waterdam: Store,
    strip: int,
    telling: Telling,
    people: list[Actor],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    hear()
    waterdam.run(decide, NADIA, opportunity=strip, telling=telling)

    heard = hear()
    assert "met Ada is een afspraak gemaakt" in heard["ada"][0]
    assert (waterdam.look(to_confirm, interest=1), states(waterdam)) == ([], [None] * 3)
    with pytest.raises(Refusal, match="refusal-confirm"):
        confirm(waterdam, people[0])


def test_only_who_is_chosen_is_asked_and_no_agreement_is_told_yet(
    waterdam: Store, decided: dict[str, list[str]]
) -> None:
    assert "Goed nieuws: Ada is gekozen." in decided["ada"][0]
    assert "Doet Ada mee? Laat het weten, uiterlijk " in decided["ada"][0]
    assert all("Er is één partij gekozen." in texts[0] for texts in decided.values())
    assert not any("afspraak gemaakt" in decided[name][0] for name in ("ada", "bob"))
    assert not any("Laat het weten, uiterlijk" in decided[name][0] for name in ("bob", "cem"))
    assert states(waterdam) == ["asked", None, None]


def test_message_has_the_two_answers_as_buttons(
    waterdam: Store, decided: dict[str, list[str]]
) -> None:
    [asked] = waterdam.look(to_confirm, interest=1)

    message = str(read(waterdam, MESSAGE))

    assert f"{asked.reference}.confirm" in message
    assert f"{asked.reference}.decline" in message
    assert "Ja, we doen het" in message
    assert "Nee, toch niet" in message


def test_one_yes_counts_and_again_it_is_harmless(
    waterdam: Store, people: list[Actor], decided: dict[str, list[str]], clock: Clock
) -> None:
    first = confirm(waterdam, people[0])
    clock.passes(days=1)
    again = confirm(waterdam, people[0])

    line = waterdam.look(interest_details, interest=1).line
    assert (first, again, read(waterdam, EVENTS)) == (True, False, 1)
    assert (line.state, line.confirm) == ("agreed", "confirmed")


def test_only_a_member_says_yes(
    waterdam: Store, people: list[Actor], decided: dict[str, list[str]]
) -> None:
    with pytest.raises(Refusal, match="refusal-not-yours"):
        confirm(waterdam, people[1])
    with pytest.raises(Refusal, match="refusal-confirm"):
        confirm(waterdam, people[1], interest=2)


def test_late_yes_counts_as_long_as_the_place_is_theirs(
    waterdam: Store, people: list[Actor], decided: dict[str, list[str]], clock: Clock
) -> None:
    clock.passes(days=30)
    late = states(waterdam)[0]

    assert (late, confirm(waterdam, people[0])) == ("late", True)


def test_who_lost_the_place_cannot_say_yes_any_more(
    waterdam: Store, people: list[Actor], decided: dict[str, list[str]], clock: Clock
) -> None:
    clock.passes(days=30)
    waterdam.run(move_interest, NADIA, interest=1, state="declined", reason="Geen antwoord.")

    with pytest.raises(Refusal, match="refusal-confirm"):
        confirm(waterdam, people[0])


def test_staff_see_who_has_not_said_yes_and_after_the_term_it_waits_for_them(
    waterdam: Store, strip: int, people: list[Actor], decided: dict[str, list[str]], clock: Clock
) -> None:
    today = clock.now.date()
    [asked] = waterdam.look(to_confirm, interest=1)
    unconfirmed = waterdam.look(opportunity_details, opportunity=strip, today=today).unconfirmed
    before = kinds(waterdam)
    clock.passes(days=8)
    after = kinds(waterdam)
    confirm(waterdam, people[0])

    assert unconfirmed == [asked.reference]
    assert ("unconfirmed", 1) not in before
    assert ("unconfirmed", 1) in after
    assert ("unconfirmed", 1) not in kinds(waterdam)
    assert not waterdam.look(opportunity_details, opportunity=strip, today=today).unconfirmed


def test_no_is_a_withdrawal_and_who_moves_up_is_asked_anew(
    waterdam: Store,
    strip: int,
    asking: Telling,
    people: list[Actor],
    decided: dict[str, list[str]],
    hear: Callable[[], dict[str, list[str]]],
    clock: Clock,
) -> None:
    clock.passes(days=3)
    waterdam.run(withdraw_interest, people[0], interest=1)
    vacant = ("vacancy", strip) in kinds(waterdam)
    waterdam.run(next_up, NADIA, opportunity=strip, telling=asking)

    heard = hear()["bob"][0]
    [bob] = waterdam.look(to_confirm, interest=2)
    assert vacant
    assert "De gemeente wil de kans" in heard
    assert "Doet Bob mee?" in heard
    assert bob.until.date() == clock.now.date() + timedelta(days=7)
    assert confirm(waterdam, people[1], interest=2)


def test_approving_asks_with_the_days_of_the_installation(
    waterdam: Store, strip: int, asking: Telling, people: list[Actor]
) -> None:
    at_once = terms(asking, minutes=0)

    waterdam.run(approve_decision, NADIA, opportunity=strip, terms=at_once)

    assert states(waterdam) == ["asked", None, None]


def test_member_reads_what_is_asked_of_their_parties(
    waterdam: Store, people: list[Actor], decided: dict[str, list[str]]
) -> None:
    ada, bob = (waterdam.run(my_agreements, who, language="nl") for who in (people[0], people[1]))

    assert [(each.interest, each.party, each.state) for each in ada] == [(1, "Ada", "asked")]
    assert bob == []


def test_standing_of_what_is_over_is_none(clock: Clock) -> None:
    row = SimpleNamespace(confirm_until=clock.now, confirmed_at=None, interest_state="withdrawn")

    assert confirm_state(row, clock.now) is None
