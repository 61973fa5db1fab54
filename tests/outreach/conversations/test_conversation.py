"""The row of a conversation returns exactly what was kept in it, and belongs to one person."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from outreach.conversations.conversation import (
    ConversationState,
    Run,
    begin_conversation,
    find_conversation,
    keep_conversation,
)
from outreach.parties.consent import stop
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.clock import Clock

RUN = Run(
    "interest",
    {"opportunity": 3, "trail": 5},
    [
        ["look", "profile", {"language": "nl"}],
        ["ask", "interest-kind", "group"],
        ["do", "express_interest", None],
    ],
    {"interest-give#0": "zes paar handen 🌳"},
)


def begin(store: Store, name: str = "ada") -> ConversationState:
    person, address = store.run(meet, NOBODY, channel="web", external_id=name, language="nl")
    return store.run(begin_conversation, NOBODY, person=person, address=address, language="nl")


def find(store: Store, name: str = "ada", channel: str = "web") -> ConversationState | None:
    return store.run(find_conversation, NOBODY, channel=channel, external_id=name)


def test_new_conversation_is_empty(store: Store, clock: Clock) -> None:
    talk = begin(store)

    assert find(store) == talk
    assert talk == ConversationState(1, 1, 1, "nl", clock.now)


def test_nobody_is_found_at_an_unknown_address(store: Store) -> None:
    begin(store)

    assert (find(store, "bob"), find(store, "ada", "terminal"), find(store, "ADA")) == (
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "beneath", [None, Run("opportunity", {"opportunity": 3}, [["ask", "a", None]], {"b#1": 0})]
)
def test_what_is_kept_is_found_again(store: Store, clock: Clock, beneath: Run | None) -> None:
    talk = replace(begin(store), run=RUN, beneath=beneath, rev=7, misses=2)
    clock.passes(minutes=5)

    store.run(keep_conversation, NOBODY, conversation=talk)

    assert find(store) == replace(talk, idle_since=clock.now)


def test_keeping_one_conversation_touches_no_other(store: Store) -> None:
    ada, bob = begin(store), begin(store, "bob")

    store.run(keep_conversation, NOBODY, conversation=replace(ada, run=RUN, rev=1))

    assert find(store, "bob") == bob


def test_person_has_one_conversation(store: Store) -> None:
    talk = begin(store)

    with pytest.raises(IntegrityError):
        store.run(
            begin_conversation, NOBODY, person=talk.person, address=talk.address, language="nl"
        )


def test_conversation_knows_that_the_person_stopped(store: Store) -> None:
    talk = begin(store)

    store.run(stop, Actor("person", talk.person))

    assert find(store) == replace(talk, stopped=True)


def test_run_without_looks_keeps_answers_and_deeds() -> None:
    assert RUN.without_looks() == replace(
        RUN, transcript=[["ask", "interest-kind", "group"], ["do", "express_interest", None]]
    )


def test_run_is_the_same_after_it_waited_beneath_another() -> None:
    assert Run(**RUN.as_json()) == RUN
