"""A receipt is kept as it was said: whatever becomes of the texts, and as long as it is about."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from content.message import Card, Message
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.own import invite_to_party
from outreach.interests.question import ask_question
from outreach.parties.party import join_party
from outreach.parties.person import meet
from outreach.privacy.forget import forget_person
from outreach.privacy.mydata import my_data
from outreach.privacy.retention import apply_retention
from outreach.receipts.receipt import (
    Receipt,
    here_now,
    keep_receipt,
    own_receipt,
    receipts_of_interest,
    receipts_of_question,
)
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from tests.clock import Clock
from tests.conftest import Dump
from tests.mailing import confirmed_mailbox
from tests.outreach.privacy.retaining import TERMS, decide

SAID = Message(
    "Gelukt\nJe schreef: Mag mijn hond mee?",
    cards=(Card("Gelukt", facts=(("Je schreef", "Mag mijn hond mee?"),), bare=True),),
)
Dumped = Callable[[Store], Dump]


@pytest.fixture
def anna(waterdam: Store) -> Actor:
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="anna", language="nl")
    return Actor("person", person, via="web")


def say(language: str) -> Message:
    return SAID if language == "nl" else Message("Done")


def interest_of(store: Store, actor: Actor, kind: str = "resident") -> int:
    draft = PartyDraft(kind, "De buren")
    facts: dict[str, Any] = {"opportunity": 1, "version": 1, "party": draft, "brings": "Handen"}
    return store.run(express_interest, actor, **facts).interest


def test_receipt_is_read_later_exactly_as_it_was_said(
    waterdam: Store, anna: Actor, clock: Clock
) -> None:
    asked = waterdam.run(ask_question, anna, opportunity=1, text="Mag mijn hond mee?")

    number = waterdam.run(keep_receipt, anna, kind="question", question=asked.id, say=say)
    clock.passes(days=100)
    waterdam.run(apply_retention, TICK, **TERMS)

    kept = Receipt(number, "question", datetime(2026, 11, 2, 9, tzinfo=UTC), "web", "nl", SAID)
    assert waterdam.look(receipts_of_question, question=asked.id) == [kept]
    assert waterdam.look(own_receipt, person=anna.id or 0, receipt=number) == kept


def test_receipt_is_of_who_got_it_alone(waterdam: Store, anna: Actor) -> None:
    other, _ = waterdam.run(meet, NOBODY, channel="web", external_id="bram", language="nl")

    number = waterdam.run(keep_receipt, anna, kind="interest", say=say)

    assert waterdam.look(own_receipt, person=other, receipt=number) is None
    assert waterdam.look(my_data, person=other)["receipt"] == []
    assert [row["id"] for row in waterdam.look(my_data, person=anna.id or 0)["receipt"]] == [number]


def test_moment_and_channel_are_those_of_the_deed(
    waterdam: Store, anna: Actor, clock: Clock
) -> None:
    place = waterdam.run(here_now, anna)

    assert (place.at, place.channel) == (clock.now, "web")


def test_who_is_mailed_gets_the_same_words_in_a_mail(
    waterdam: Store, anna: Actor, dump: Dumped
) -> None:
    confirmed_mailbox(waterdam, anna, "anna@mail.example")

    waterdam.run(keep_receipt, anna, kind="withdrawal", say=say)

    kept = dump(waterdam)
    [mailing] = [row for row in kept["mailing"] if row["name"] == "receipt_withdrawal"]
    [mail] = [row for row in kept["delivery"] if row["mailing_id"] == mailing["id"]]
    assert "Mag mijn hond mee?" in str(mail["message"])


def test_receipt_goes_with_its_person(waterdam: Store, anna: Actor, dump: Dumped) -> None:
    interest = interest_of(waterdam, anna)
    waterdam.run(keep_receipt, anna, kind="interest", interest=interest, say=say)

    waterdam.run(forget_person, TICK, person=anna.id or 0)

    assert dump(waterdam)["receipt"] == []


def test_receipt_goes_with_what_it_is_about(
    waterdam: Store, anna: Actor, clock: Clock, dump: Dumped
) -> None:
    interest = interest_of(waterdam, anna)
    waterdam.run(keep_receipt, anna, kind="interest", interest=interest, say=say)
    waterdam.run(decide, TICK, opportunity=1)

    clock.passes(days=360)
    waterdam.run(apply_retention, TICK, **TERMS)
    within = waterdam.look(receipts_of_interest, interest=interest)
    clock.passes(days=10)
    waterdam.run(apply_retention, TICK, **TERMS)

    assert [receipt.message for receipt in within] == [SAID]
    assert dump(waterdam)["receipt"] == []


def test_what_leads_to_a_forgotten_member_leaves_the_receipts_of_the_others(
    waterdam: Store, anna: Actor
) -> None:
    interest = interest_of(waterdam, anna, "residents_group")
    code = waterdam.run(invite_to_party, anna, interest=interest)
    other, _ = waterdam.run(meet, NOBODY, channel="web", external_id="bram", language="nl")
    bram = Actor("person", other, via="web")
    waterdam.run(join_party, bram, code=code)
    mine = Message("Wij", cards=(Card("Wij", facts=(("Wat", "Bel bram@mail.example"),)),))
    waterdam.run(keep_receipt, anna, kind="change", interest=interest, say=lambda _: mine)

    waterdam.run(forget_person, TICK, person=other)

    [left] = waterdam.look(receipts_of_interest, interest=interest)
    assert left.message.cards[0].facts == (("Wat", "Bel …"),)
