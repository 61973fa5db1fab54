"""The demo has weeks behind it: all of them by the rules, and nothing of them goes out again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import HttpUrl

from bot.demo import enliven
from content.samples import life
from outreach.commands.parts import DATABASE
from outreach.interests.lot import ranking
from outreach.opportunities.draw import find_draw
from outreach.settings import Settings
from outreach.store.clock import Trust
from outreach.store.migrate import migrate
from outreach.store.store import Store

SETTINGS = Settings.demo(address=HttpUrl("http://127.0.0.1:8080"), staff="nadia@waterdam.example")

OUTCOMES = (
    "SELECT outcome, outcome.reason != '', applied_at FROM outcome "
    "JOIN interest ON interest.id = interest_id "
    "JOIN opportunity ON opportunity.id = opportunity_id "
    "WHERE tender_id = '{}' ORDER BY interest.id"
)
YES = (
    "SELECT tender_id, confirmed_at IS NOT NULL, confirm_until > '{}', reminded_at IS NOT NULL "
    "FROM outcome JOIN interest ON interest.id = interest_id "
    "JOIN opportunity ON opportunity.id = opportunity_id "
    "WHERE confirm_until IS NOT NULL ORDER BY tender_id, confirmed_at IS NULL"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demo that has just begun."""
    folder = tmp_path_factory.mktemp("demo")
    migrate(folder / DATABASE)
    enliven(SETTINGS, folder)
    return folder


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with Store(folder / DATABASE) as store:
        yield store


def rows(store: Store, select: str) -> list[tuple[Any, ...]]:
    return store.look(lambda unit: list(map(tuple, unit.connection.exec_driver_sql(select))))


def test_there_are_interests_in_each_state(store: Store) -> None:
    found = {state for (state,) in rows(store, "SELECT state FROM interest")}

    states = {"new", "in_talk", "invited", "reserve", "agreed", "declined", "withdrawn"}
    assert found == states


def test_questions_are_answered_and_wait(store: Store) -> None:
    found = rows(store, "SELECT kind, answered_at IS NOT NULL FROM question ORDER BY id")

    assert set(found) == {
        ("question", 1),
        ("question", 0),
        ("human", 0),
        ("candidate", 0),
        ("explore", 0),
    }


def test_draft_is_explored_and_followed(store: Store) -> None:
    said = rows(store, "SELECT text, remarks FROM question WHERE kind = 'explore'")

    assert [text for text, _ in said] == ["Een plek om de accu op te laden."]
    assert "Zonder vereniging krijgen wij geen verzekering." in said[0][1]
    assert len(rows(store, "SELECT person_id FROM follower")) == 1


def test_old_record_is_decided_with_its_reasons_and_today_has_its_own(store: Store) -> None:
    records = dict(rows(store, "SELECT tender_id, state FROM opportunity"))
    reasons = rows(store, "SELECT reason FROM interest WHERE state IN ('agreed', 'declined')")

    assert records.pop("WD-2025-05") == "decided"
    assert records.pop("WD-2026-10") == "decided"
    assert records.pop("WD-2026-09") == "exploring"
    assert (len(records), set(records.values())) == (8, {"open"})
    assert all(reason for (reason,) in reasons)


def test_campaign_reached_everybody_in_their_language_and_is_over(store: Store) -> None:
    sent = "SELECT language, state FROM delivery WHERE rank = 3"

    assert rows(store, "SELECT DISTINCT state FROM mailing WHERE kind = 'campaign'") == [("done",)]
    assert set(rows(store, sent)) == {("nl", "sent"), ("en", "sent")}
    assert len(rows(store, sent)) == len(life()["people"])


def test_everything_sent_was_confirmed(store: Store) -> None:
    unconfirmed = (
        "SELECT id FROM {0} WHERE id NOT IN (SELECT {0}_id FROM receipt WHERE {0}_id IS NOT NULL)"
    )

    assert rows(store, unconfirmed.format("interest")) == []
    assert rows(store, unconfirmed.format("question")) == []


def test_nothing_of_the_past_goes_out_again(store: Store) -> None:
    left = "SELECT id FROM delivery WHERE state != 'sent' AND send_at < ?"

    found = store.look(
        lambda unit: list(
            unit.connection.exec_driver_sql(left, (datetime.now(UTC).isoformat(" "),))
        )
    )

    assert found == []


def test_all_of_it_lies_in_the_past_and_the_clock_is_believed(store: Store) -> None:
    [(newest,)] = rows(store, "SELECT max(at) FROM event")

    store.look(Trust(store.clock).require)

    assert str(newest) < datetime.now(UTC).isoformat(" ")


def test_second_start_changes_nothing(folder: Path, store: Store) -> None:
    before = rows(store, "SELECT max(id) FROM event")

    enliven(SETTINGS, folder)

    assert rows(store, "SELECT max(id) FROM event") == before


def test_decision_was_applied_at_one_moment_with_a_reason_for_each(store: Store) -> None:
    found = rows(store, OUTCOMES.format("WD-2025-05"))

    assert [(outcome, bool(why)) for outcome, why, _ in found] == [
        ("chosen", True),
        ("chosen", True),
        ("not_chosen", True),
    ]
    assert len({at for *_, at in found if at is not None}) == 1


def test_who_was_decided_on_heard_it_once(store: Store) -> None:
    heard = (
        "SELECT person_id, count(*) FROM delivery JOIN mailing ON mailing.id = mailing_id "
        "WHERE mailing.name = 'notice-decided' GROUP BY person_id"
    )

    assert [times for _, times in rows(store, heard)] == [1] * (3 + 4)


def test_meeting_is_full_and_somebody_waits_for_a_seat(store: Store) -> None:
    found = rows(store, "SELECT people, seated FROM attendance ORDER BY id")

    assert found == [(8, 1), (4, 1), (1, 0)]


def test_plan_is_half_written(store: Store) -> None:
    found = rows(store, "SELECT what != '', who != '', timing != '', costs, sent_at FROM plan")

    assert found == [(1, 1, 1, "", None)]


def test_nobody_waits_for_news_of_what_was_made_at_the_start(store: Store) -> None:
    assert rows(store, "SELECT id FROM delivery WHERE state = 'planned'") == []


def test_somebody_said_yes_somebody_can_yet_and_somebody_let_the_last_day_pass(
    store: Store,
) -> None:
    found = rows(store, YES.format(datetime.now(UTC).isoformat(" ")))

    assert found == [
        ("WD-2025-05", 1, 0, 0),
        ("WD-2025-05", 0, 0, 1),
        ("WD-2026-10", 1, 1, 0),
        ("WD-2026-10", 0, 1, 0),
    ]


def test_lot_was_sealed_before_anybody_signed_up_and_gives_the_outcomes(store: Store) -> None:
    [(record, made)] = rows(store, "SELECT opportunity_id, made_at FROM draw")
    interests = f"SELECT min(stored_at) FROM interest WHERE opportunity_id = {record}"
    given = dict(rows(store, "SELECT interest_id, outcome FROM outcome"))

    draw = store.look(find_draw, opportunity=record)

    assert draw is not None
    order = [(given[each.interest], each.place) for each in ranking(draw)]
    assert order == [("chosen", 1), ("chosen", 2), ("reserve", 3), ("reserve", 4)]
    assert made < rows(store, interests)[0][0]


def test_lot_gives_its_amount_to_the_first_and_keeps_the_others_in_order(store: Store) -> None:
    [(record,)] = rows(store, "SELECT opportunity_id FROM draw")
    draw = store.look(find_draw, opportunity=record)
    facts = {
        key: more
        for key, *more in rows(store, "SELECT interest_id, amount_cents, place FROM outcome")
    }

    assert draw is not None
    assert [facts[each.interest] for each in ranking(draw)] == [
        [300_00, None],
        [300_00, None],
        [None, 1],
        [None, 2],
    ]
