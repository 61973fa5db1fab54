"""A question gets a promised date; its answer reaches exactly the right people."""

from collections.abc import Callable
from datetime import date, timedelta
from threading import Thread

import pytest

from content.message import Message
from outreach.delivery.claim import claim_due
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.own import withdraw_interest
from outreach.interests.question import (
    Answered,
    answer_question,
    answers,
    ask_question,
)
from outreach.opportunities.edit import find_by_tender_id, new_opportunity, set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.parties.consent import stop
from outreach.parties.person import meet
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from tests.clock import Clock
from tests.conftest import LOUD, Dump
from tests.databases import reopened
from tests.looks import look

NADIA = Actor("staff", 1)


def person(store: Store, name: str, language: str = "nl") -> Actor:
    return Actor(
        "person", store.run(meet, NOBODY, channel="web", external_id=name, language=language)[0]
    )


def join(store: Store, who: Actor, opportunity: int) -> int:
    party = PartyDraft("resident", f"{who}")
    return store.run(
        express_interest, who, opportunity=opportunity, version=1, party=party, brings="handen"
    ).interest


def say(language: str, question: str, answer: str) -> Message:
    return Message(f"{language}: {question} {answer}")


def reply_to(store: Store, question: int, public_text: str | None = None) -> int:
    told = store.run(
        answer_question,
        NADIA,
        question=question,
        answer="Ja.",
        public_text=public_text,
        say=say,
        quiet=LOUD,
    )
    return told.persons


def told(store: Store) -> dict[str, str]:
    return {out.external_id: out.message.text for out in store.run(claim_due, TICK, look("web"))}


def test_question_is_promised_an_answer_by_a_date(waterdam: Store, strip: int) -> None:
    ada = person(waterdam, "ada")
    waterdam.run(set_facts, NADIA, opportunity=strip, answer_days=4)

    told = waterdam.run(ask_question, ada, opportunity=strip, text="Mag het?")
    general = waterdam.run(ask_question, ada, opportunity=None, text="Wie?", kind="human")

    assert told.answer_by == date(2026, 11, 6)
    assert general.answer_by == date(2026, 11, 12)


def test_question_comes_in_time_or_not_at_all(waterdam: Store, strip: int, clock: Clock) -> None:
    ada = person(waterdam, "ada")
    until = clock.now + timedelta(days=5)
    waterdam.run(set_facts, NADIA, opportunity=strip, questions_until=until)

    clock.now = until - timedelta(seconds=1)
    waterdam.run(ask_question, ada, opportunity=strip, text="Net op tijd?")
    clock.passes(seconds=1)

    with pytest.raises(Refusal, match="refusal-questions-closed") as refused:
        waterdam.run(ask_question, ada, opportunity=strip, text="Te laat?")
    assert refused.value.facts == {"until": until}
    waterdam.run(ask_question, ada, opportunity=strip, text="Hulp?", kind="human")


@pytest.mark.parametrize("steps", [None, (), ("withdrawn",)])
def test_question_knows_no_draft(waterdam: Store, steps: tuple[str, ...] | None) -> None:
    ada, opportunity = person(waterdam, "ada"), 9999
    if steps is not None:
        opportunity = waterdam.run(
            new_opportunity, NADIA, tender_id="T-1", ocid_prefix="ocds-xxxxxx"
        )
        for state in steps:
            waterdam.run(move_opportunity, NADIA, opportunity=opportunity, state=state)

    with pytest.raises(Refusal, match="refusal-opportunity-unknown"):
        waterdam.run(ask_question, ada, opportunity=opportunity, text="Wat is dit?")


def test_private_answer_reaches_only_who_asked(waterdam: Store, strip: int) -> None:
    ada, bob = person(waterdam, "ada"), person(waterdam, "bob")
    join(waterdam, ada, strip)
    join(waterdam, bob, strip)
    waterdam.run(ask_question, ada, opportunity=strip, text="Mag mijn hond mee?")

    assert reply_to(waterdam, 1) == 1
    assert told(waterdam) == {"ada": "nl: Mag mijn hond mee? Ja."}
    assert waterdam.look(answers, opportunity=strip) == []


def test_answer_for_all_reaches_asker_and_everybody_interested_once(
    waterdam: Store, strip: int, clock: Clock
) -> None:
    names = ("ada", "bob", "cem", "dia", "eve", "fay")
    ada, bob, cem, dia, eve, _ = (
        person(waterdam, name, "en" if name == "bob" else "nl") for name in names
    )
    other = waterdam.look(find_by_tender_id, tender_id="WD-2026-02")
    assert other is not None
    for who in (ada, bob, cem, dia):
        join(waterdam, who, strip)
    join(waterdam, eve, other)
    waterdam.run(withdraw_interest, cem, interest=3)
    waterdam.run(stop, dia)
    waterdam.run(ask_question, ada, opportunity=strip, text="Ik ben Ada, mag mijn hond mee?")

    assert reply_to(waterdam, 1, "Mag een hond mee?") == 2
    assert told(waterdam) == {
        "ada": "nl: Mag een hond mee? Ja.",
        "bob": "en: Mag een hond mee? Ja.",
    }
    assert waterdam.look(answers, opportunity=strip) == [
        Answered(1, "Mag een hond mee?", "Ja.", clock.now)
    ]


def test_answer_to_who_stopped_is_kept_and_tells_nobody(waterdam: Store, strip: int) -> None:
    ada = person(waterdam, "ada")
    waterdam.run(ask_question, ada, opportunity=strip, text="Mag het?")
    waterdam.run(stop, ada)

    assert reply_to(waterdam, 1) == 0
    assert told(waterdam) == {}


def test_question_is_answered_once(waterdam: Store, strip: int) -> None:
    waterdam.run(ask_question, person(waterdam, "ada"), opportunity=strip, text="Mag het?")
    reply_to(waterdam, 1)

    with pytest.raises(Refusal, match="refusal-answered"):
        reply_to(waterdam, 1)
    with pytest.raises(Refusal, match="refusal-unknown"):
        reply_to(waterdam, 99)
    assert len(told(waterdam)) == 1


def test_question_that_two_answer_at_once_is_answered_once(waterdam: Store, strip: int) -> None:
    waterdam.run(ask_question, person(waterdam, "ada"), opportunity=strip, text="Mag het?")
    refused: list[Refusal] = []

    def too_late() -> None:
        try:
            reply_to(other, 1)
        except Refusal as refusal:
            refused.append(refusal)

    def first(language: str, question: str, answer: str) -> Message:
        colleague.start()
        # it cannot end before this unit does
        colleague.join(0.5)
        return say(language, question, answer)

    with reopened(waterdam) as other:
        colleague = Thread(target=too_late)
        waterdam.run(
            answer_question,
            NADIA,
            question=1,
            answer="Nee.",
            public_text=None,
            say=first,
            quiet=LOUD,
        )
        colleague.join()

    assert [refusal.key for refusal in refused] == ["refusal-answered"]
    assert told(waterdam) == {"ada": "nl: Mag het? Nee."}


def test_private_word_is_never_published(waterdam: Store, strip: int) -> None:
    ada = person(waterdam, "ada")
    waterdam.run(ask_question, ada, opportunity=strip, text="Tussen ons", kind="human")
    waterdam.run(ask_question, ada, opportunity=None, text="Zomaar")

    for question in (1, 2):
        with pytest.raises(Refusal, match="refusal-private"):
            reply_to(waterdam, question, "Voor iedereen")
    assert told(waterdam) == {}


def test_answers_come_newest_first(waterdam: Store, strip: int, clock: Clock) -> None:
    ada = person(waterdam, "ada")
    for number, text in enumerate(
        ("Mag mijn hond mee?", "Wie betaalt de planten?", "Betaalt iemand planten?"), 1
    ):
        waterdam.run(ask_question, ada, opportunity=strip, text=text)
        clock.passes(hours=1)
        reply_to(waterdam, number, text)

    assert [item.id for item in waterdam.look(answers, opportunity=strip)] == [3, 2, 1]


def test_asked_text_stays_out_of_the_log(
    waterdam: Store, strip: int, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(ask_question, person(waterdam, "ada"), opportunity=strip, text="Geheim verhaal")

    assert "Geheim" not in str(dump(waterdam)["event"])
