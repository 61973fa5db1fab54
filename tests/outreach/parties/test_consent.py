"""What somebody allows is stored moment by moment, with the words that they saw."""

from collections.abc import Callable
from datetime import timedelta

from content.fluent import wording
from outreach.parties.consent import (
    allowed,
    consent,
    permit,
    permitted,
    settle,
    start,
    stop,
    take_back,
)
from outreach.parties.person import choose_language, profile
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.conftest import Dump


def rows(store: Store, query: str) -> list[tuple[object, ...]]:
    return store.look(lambda unit: [tuple(row) for row in unit.connection.exec_driver_sql(query)])


def test_consent_keeps_every_moment(
    store: Store, ada: Actor, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    store.run(consent, ada, purpose="news", given=True, text_version="2026-11", scope="web")
    clock.passes(days=1)
    store.run(
        consent, ada, purpose="news", given=False, text_version="2026-12", scope="web", how="form"
    )

    fields = ("purpose", "scope", "given", "how", "text_version", "at")
    assert [tuple(row[field] for field in fields) for row in dump(store)["consent"]] == [
        ("news", "web", True, "talk", "2026-11", clock.now - timedelta(days=1)),
        ("news", "web", False, "form", "2026-12", clock.now),
    ]
    assert [(row["deed"], row["fields"]) for row in dump(store)["event"]] == [
        ("consent.given", ["news"]),
        ("consent.withdrawn", ["news"]),
    ]


def test_permission_holds_for_its_channel_and_bears_the_words_that_were_shown(
    store: Store, ada: Actor
) -> None:
    in_telegram, in_web = (Actor("person", ada.id, via=channel) for channel in ("telegram", "web"))

    store.run(permit, in_telegram, purpose="news", given=True, text="start-news")
    store.run(choose_language, ada, language="en")
    store.run(permit, in_web, purpose="news", given=False, text="interest-news")

    assert rows(store, "SELECT scope, given, how, text_version FROM consent ORDER BY id") == [
        ("telegram", 1, "telegram", wording("start-news", "nl")),
        ("web", 0, "web", wording("interest-news", "en")),
    ]
    assert store.look(permitted, person=1) == {"news": ["telegram"]}


def test_permission_that_was_taken_back_and_given_again_stands(store: Store, ada: Actor) -> None:
    for given in (True, False, True):
        store.run(permit, ada, purpose="name", given=given, text="interest-news", scope="7")

    assert store.look(permitted, person=1) == {"name": ["7"]}


def test_purpose_is_taken_back_wherever_it_was_given_and_nothing_else_is(
    store: Store, ada: Actor
) -> None:
    for purpose, scope in (("name", "1"), ("name", "2"), ("news", "web"), ("talk", "5")):
        store.run(permit, ada, purpose=purpose, given=True, text="interest-news", scope=scope)

    store.run(take_back, ada, purpose="name", text="my_data-back")

    assert store.look(permitted, person=1) == {"news": ["web"], "talk": ["5"]}


def test_stop_takes_news_back_in_every_channel(store: Store, ada: Actor) -> None:
    for channel in ("web", "telegram"):
        store.run(
            permit,
            Actor("person", ada.id, via=channel),
            purpose="news",
            given=True,
            text="start-news",
        )

    store.run(stop, Actor("person", ada.id, via="web"))

    assert store.look(permitted, person=1) == {}
    assert rows(store, "SELECT scope, given, how FROM consent ORDER BY id")[2:] == [
        ("web", 0, "web"),
        ("telegram", 0, "web"),
    ]


def test_stop_and_start_are_told_in_the_log(store: Store, ada: Actor) -> None:
    store.run(stop, ada)
    assert store.run(profile, ada).stopped is True
    store.run(start, ada)
    assert store.run(profile, ada).stopped is False

    assert rows(store, "SELECT deed, actor FROM event ORDER BY id") == [
        ("person.stopped", "person:1"),
        ("person.started", "person:1"),
    ]


def test_stop_takes_the_consent_for_news_back_and_start_does_not_give_it(
    store: Store, ada: Actor
) -> None:
    store.run(consent, ada, purpose="news", given=True, text_version="2026-11")

    store.run(stop, ada)
    store.run(start, ada)

    assert rows(
        store, "SELECT given, text_version FROM consent WHERE purpose = 'news' ORDER BY id"
    ) == [
        (1, "2026-11"),
        (0, wording("stop-keep", "nl")),
    ]


def test_question_that_was_skipped_takes_back_only_what_was_allowed(
    store: Store, ada: Actor
) -> None:
    news = {"purpose": "news", "text": "interest-news"}

    allows = []
    for given in (None, True, None, None):
        store.run(settle, ada, given=given, **news)
        allows.append(store.run(allowed, ada, purpose="news"))

    assert allows == [False, True, False, False]
    assert rows(store, "SELECT given FROM consent ORDER BY id") == [(1,), (0,)]
