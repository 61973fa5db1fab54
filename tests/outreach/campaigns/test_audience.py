"""Who is asked, who is not and why: every count is exact, and the rows match the card."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text

from outreach.campaigns.approve import Approved, approve
from outreach.campaigns.prepare import Terms
from outreach.conversations.conversation import begin_conversation
from outreach.parties.address import Address
from outreach.parties.person import Person
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.clock import Clock
from tests.outreach.campaigns.conftest import lose
from tests.outreach.campaigns.joining import card, joins


def test_each_reason_is_counted_and_the_sum_is_right(
    waterdam: Store, met: Callable[..., int], drafted: Callable[..., int], terms: Terms, strip: int
) -> None:
    met("fatma")
    met("ada", "telegram", "en")
    met("ben", news=False)
    met("cas", stopped=True)
    waterdam.run(lose, NOBODY, person=met("dirk"))
    joins(waterdam, met("eva"), strip)

    seen = card(waterdam, drafted(), terms)

    assert seen.left_out == {"gone": 1, "joined": 1, "no_consent": 1, "stopped": 1}
    assert {(group.channel, group.language): group.persons for group in seen.groups} == {
        ("telegram", "en"): 1,
        ("web", "nl"): 1,
    }
    assert seen.people + sum(seen.left_out.values()) == seen.audience == 6


@pytest.mark.parametrize(
    ("audience", "names"),
    [
        ({}, "abcde"),
        ({"languages": ["en"]}, "b"),
        ({"themes": ["groen"]}, "abce"),
        ({"themes": ["zorg", "sport"]}, "abde"),
        ({"places": ["BU99010101"]}, "c"),
        ({"places": ["WK990101"]}, "cd"),
        ({"places": ["GM9901"]}, "cd"),
        ({"parties": ["resident"]}, "abcde"),
        ({"parties": ["firm"]}, ""),
        ({"answered": True}, "e"),
        ({"answered": False}, "abcd"),
        ({"partner": "known"}, ""),
        ({"partner": "new"}, "abcde"),
    ],
)
def test_audience_chooses(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    strip: int,
    staff: dict[str, Actor],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    audience: dict[str, Any],
    names: str,
) -> None:
    people = {met("a"): "a", met("b", language="en"): "b"}
    people[met("c", place="BU99010101", themes=("groen",))] = "c"
    people[met("d", place="WK990101", themes=("zorg",))] = "d"
    people[met("e")] = "e"
    joins(waterdam, next(id for id, name in people.items() if name == "e"), strip + 1)
    campaign = drafted(**audience)

    seen = card(waterdam, campaign, terms)

    assert seen.people == seen.audience == len(names)
    if names:
        approve(waterdam, staff["omar"], campaign=campaign, terms=terms)
        written = {
            people[person] for (person,) in stored(waterdam, "SELECT person_id FROM delivery")
        }
        assert written == set(names)


def test_who_was_asked_is_not_asked_again_and_the_week_has_its_cap(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    drafted: Callable[..., int],
    terms: Terms,
    strip: int,
    clock: Clock,
) -> None:
    met("fatma")
    approved()
    again = card(waterdam, drafted(), terms)
    approved(opportunity=strip + 1)

    third = card(waterdam, drafted(opportunity=strip + 2), terms)
    clock.passes(days=8)
    later = card(waterdam, drafted(opportunity=strip + 2), terms)

    assert again.left_out == {"asked": 1}
    assert third.left_out == {"cap": 1}
    assert later.people == 1


def test_who_is_in_a_conversation_is_counted_and_held(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    change: Callable[..., None],
    clock: Clock,
) -> None:
    person = met("fatma")
    address = waterdam.look(
        lambda unit: unit.connection.exec_driver_sql("SELECT max(id) FROM address").scalar_one()
    )
    waterdam.run(begin_conversation, NOBODY, person=person, address=address, language="nl")
    change(waterdam, "UPDATE conversation SET dialogue = 'interest'")

    now = card(waterdam, drafted(), terms)
    clock.passes(hours=25)
    later = card(waterdam, drafted(), terms)

    assert (now.people, now.held) == (1, 1)
    assert (later.people, later.held) == (1, 0)


def test_thanks_go_to_those_who_took_part(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    strip: int,
    change: Callable[..., None],
) -> None:
    joins(waterdam, met("fatma"), strip)
    met("ada")
    change(waterdam, "UPDATE opportunity SET state = 'decided'")

    seen = card(waterdam, drafted("thanks"), terms)

    assert (seen.people, seen.left_out, seen.blockers) == (1, {"not_joined": 1}, [])


def test_waves_share_out_everybody_once(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    terms: Terms,
    clock: Clock,
) -> None:
    people = {met(f"p{number}") for number in range(23)}

    _, done = approved(first=10, spread=4)

    rows = stored(waterdam, "SELECT person_id, send_at FROM delivery ORDER BY send_at")
    sizes = Counter(at for _, at in rows)
    assert done.people == 23
    assert {person for person, _ in rows} == people
    assert sorted(sizes.values()) == [3, 20]
    assert done.begins == clock.now + terms.cancel


def test_reminder_is_planned_for_the_same_people(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    people = {met(f"p{number}") for number in range(3)}

    approved(remind=3)

    rows = stored(
        waterdam, "SELECT name, person_id FROM delivery JOIN mailing ON mailing.id = mailing_id"
    )
    assert {name for name, _ in rows} == {"campaign-new", "campaign-reminder"}
    assert {person for name, person in rows if name == "campaign-reminder"} == people


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["web", "telegram", "terminal"]),
        st.sampled_from(["nl", "en"]),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    ),
    max_size=12,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PEOPLE)
def test_card_counts_exactly_what_is_written(
    waterdam: Store,
    drafted: Callable[..., int],
    terms: Terms,
    staff: dict[str, Actor],
    people: list[Any],
) -> None:
    def fresh(unit: Unit) -> None:
        for table in ("trail", "delivery", "mailing", "campaign", "consent", "address", "person"):
            unit.connection.execute(text("DELETE FROM code WHERE kind = 'trail'"))
            unit.connection.execute(text(f"DELETE FROM {table}"))

    def fill(unit: Unit) -> None:
        for number, (channel, language, news, gone, stopped) in enumerate(people, 1):
            who = {"id": number, "language": language, "themes": [], "created_at": unit.now}
            unit.connection.execute(
                insert(Person), who | {"stopped_at": unit.now if stopped else None}
            )
            where = {
                "person_id": number,
                "channel": channel,
                "external_id": f"x{number}",
                "seq": 0,
                "wrong_codes": 0,
            }
            unit.connection.execute(
                insert(Address), where | {"news": news, "gone_at": unit.now if gone else None}
            )

    waterdam.run(fresh, NOBODY)
    waterdam.run(fill, NOBODY)
    campaign = drafted()
    seen = card(waterdam, campaign, terms)

    if seen.blockers:
        assert seen.people == 0
        return
    done = approve(waterdam, staff["omar"], campaign=campaign, terms=terms)

    assert done.people == seen.people
    assert seen.people + sum(seen.left_out.values()) == len(people)
    assert seen.people == sum(
        channel != "terminal" and news and not gone and not stopped
        for channel, _, news, gone, stopped in people
    )
    assert seen.steps[0].waves[0][1] == done.begins
    assert timedelta(0) <= seen.steps[0].finish - done.begins
