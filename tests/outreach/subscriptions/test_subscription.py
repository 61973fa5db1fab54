"""A browser that rings: for one person, until it is turned off, gone, or its owner is."""

from functools import partial

import pytest

from outreach.parties.consent import permitted
from outreach.privacy.forget import forget_me
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.subscriptions.key import keep_push_key, push_key
from outreach.subscriptions.subscription import (
    MOST,
    Ring,
    end_my_subscriptions,
    end_subscription,
    ring_of,
    subscribe,
    unsubscribe,
)
from tests.mailing import said, tell
from tests.outreach.interests.expressing import person
from tests.people import number_of
from tests.statements import one_value

HERE = "https://push.example/anna"


@pytest.fixture
def anna(waterdam: Store) -> Actor:
    return person(waterdam, "anna")


def rings(store: Store, who: Actor, endpoint: str = HERE) -> None:
    facts = {"endpoint": endpoint, "p256dh": "point", "auth": "secret"}
    store.run(subscribe, who, **facts, text="chat-push-on")


def told(store: Store) -> list[tuple[str, str]]:
    return [(channel, state) for channel, state, _ in said(store)]


def allowed(store: Store, who: Actor) -> bool:
    return "push" in store.look(partial(permitted, person=number_of(who)))


def test_news_is_told_in_the_chat_and_rings_beside_it(waterdam: Store, anna: Actor) -> None:
    rings(waterdam, anna)

    tell(waterdam, anna)

    delivery = one_value(waterdam, "SELECT max(id) FROM delivery")
    found = waterdam.look(partial(ring_of, subscription=1, delivery=delivery))
    assert told(waterdam) == [("web", "planned"), ("push", "planned")]
    assert found == Ring(HERE, "point", "secret", "nl", "notice-answer")
    assert allowed(waterdam, anna)


@pytest.mark.parametrize("way", ["here", "everywhere", "gone"])
def test_browser_that_is_turned_off_rings_no_more(waterdam: Store, anna: Actor, way: str) -> None:
    rings(waterdam, anna)
    tell(waterdam, anna)

    if way == "here":
        waterdam.run(unsubscribe, anna, endpoint=HERE, text="chat-push-off")
    elif way == "everywhere":
        waterdam.run(end_my_subscriptions, anna, text="my_data-back")
    else:
        waterdam.run(end_subscription, NOBODY, subscription=1)
    tell(waterdam, anna)

    assert told(waterdam) == [("web", "planned"), ("push", "stopped"), ("web", "planned")]
    assert waterdam.look(partial(ring_of, subscription=1, delivery=None)) is None
    assert one_value(waterdam, "SELECT count(*) FROM subscription") == 0
    assert allowed(waterdam, anna) is (way == "gone")


def test_one_browser_of_two_stays_on(waterdam: Store, anna: Actor) -> None:
    rings(waterdam, anna)
    rings(waterdam, anna, "https://push.example/laptop")

    waterdam.run(unsubscribe, anna, endpoint=HERE, text="chat-push-off")

    assert one_value(waterdam, "SELECT endpoint FROM subscription") == "https://push.example/laptop"
    assert allowed(waterdam, anna)


def test_browser_rings_for_whoever_turned_it_on_last(waterdam: Store, anna: Actor) -> None:
    bram = person(waterdam, "bram")
    rings(waterdam, anna)

    rings(waterdam, bram)
    tell(waterdam, anna)
    tell(waterdam, bram)

    assert told(waterdam) == [("web", "planned"), ("web", "planned"), ("push", "planned")]


def test_nobody_turns_off_the_browser_of_somebody_else(waterdam: Store, anna: Actor) -> None:
    rings(waterdam, anna)

    waterdam.run(unsubscribe, person(waterdam, "bram"), endpoint=HERE, text="chat-push-off")

    assert one_value(waterdam, "SELECT count(*) FROM subscription") == 1


def test_one_more_browser_than_there_may_be_ends_the_oldest(waterdam: Store, anna: Actor) -> None:
    for number in range(MOST + 1):
        rings(waterdam, anna, f"https://push.example/{number}")

    kept = waterdam.look(
        lambda unit: (
            unit.connection.exec_driver_sql("SELECT endpoint FROM subscription ORDER BY id")
            .scalars()
            .all()
        )
    )
    assert kept == [f"https://push.example/{number}" for number in range(1, MOST + 1)]


def test_forgetting_leaves_nothing_of_it(waterdam: Store, anna: Actor) -> None:
    rings(waterdam, anna)

    waterdam.run(forget_me, anna)

    assert one_value(waterdam, "SELECT count(*) FROM subscription") == 0
    assert one_value(waterdam, "SELECT count(*) FROM address WHERE channel = 'push'") == 0


def test_key_is_made_once(store: Store) -> None:
    before = store.look(push_key)

    kept = [store.run(keep_push_key, NOBODY, fresh=fresh) for fresh in (b"a" * 32, b"b" * 32)]

    assert before is None
    assert kept == [b"a" * 32, b"a" * 32]
    assert store.look(push_key) == b"a" * 32
