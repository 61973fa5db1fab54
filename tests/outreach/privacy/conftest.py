"""People who left something in every table that can hold something of a person."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text as sql
from sqlalchemy import update

from content.message import Card, Message, Option
from content.texts import Texts
from outreach.attachments.accepted import accepted
from outreach.attachments.attachment import About, Allowance, Sent, attach
from outreach.conversations.conversation import (
    Run,
    begin_conversation,
    find_conversation,
    keep_conversation,
)
from outreach.delivery.aside import set_aside
from outreach.delivery.delivery import DELIVERY_ADD, DeliveryState, reply
from outreach.delivery.inbound import quarantine, take_in
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.interests.follower import FOLLOWER_ADD
from outreach.interests.interest import PartyDraft, express_interest, keep_before
from outreach.interests.meets import answer_beforehand
from outreach.interests.own import add_to_interest, invite_to_party
from outreach.interests.pencil import Outcome, pencil
from outreach.interests.plan import BLANK, PLAN_BEGIN, PLAN_UPDATE
from outreach.interests.question import answer_question, ask_question
from outreach.interests.tell import Telling
from outreach.interests.weigh import weigh
from outreach.interests.write import write_to_party
from outreach.mailboxes.confirm import envelope
from outreach.mailboxes.mailbox import emails_of_party
from outreach.meetings.attendance import sign_up
from outreach.meetings.changing import add_meeting
from outreach.opportunities.items import items_of
from outreach.parties.consent import consent, permit
from outreach.parties.party import join_party
from outreach.parties.person import came_by, choose_place, choose_themes, meet
from outreach.receipts.receipt import keep_receipt
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from outreach.subscriptions.subscription import subscribe
from outreach.venues.trail import count_start, lay_trail, share_trail
from tests.attached import pdf
from tests.conftest import LOUD
from tests.mailing import confirmed_mailbox
from tests.people import number_of

TELLING = Telling(Texts(), LOUD)


@dataclass(frozen=True)
class Somebody:
    """A person with all that they left behind; `secrets` must be gone once they are forgotten."""

    id: int
    address: int
    alone: int
    together: int
    invitation: str
    secrets: tuple[str, ...]


@dataclass(frozen=True)
class Life:
    """Make people who do all that a person can do; everything they type holds their word."""

    store: Store

    def of(self, word: str) -> Somebody:
        cookie = hashlib.sha256(word.encode()).hexdigest()
        person, address = self.store.run(
            meet, NOBODY, channel="web", external_id=cookie, language="nl"
        )
        actor = Actor("person", person)
        self._settle_in(actor)
        alone, together, invitation = self._express(actor, word)
        self._ask(actor, word)
        mailbox = confirmed_mailbox(self.store, actor, f"{word}@mail.example")
        self.store.run(envelope, NOBODY, mailbox=mailbox, delivery=None)
        ring = {"endpoint": f"https://push.example/{word}", "p256dh": "point", "auth": "secret"}
        self.store.run(subscribe, actor, **ring, text="chat-push-on")
        self._come(actor, word)
        self._talk(actor, address, cookie, word)
        secrets = (word, f"{word}@mail.example", f"06-{word}", cookie)
        return Somebody(person, address, alone, together, invitation, secrets)

    def _come(self, actor: Actor, word: str) -> None:
        begins = self.store.clock() + timedelta(days=7)
        times = {"begins_at": begins, "ends_at": begins + timedelta(hours=2)}
        about: dict[str, Any] = {"opportunity": 3, "kind": "open_day", "location": "De Kajuit"}
        number, _ = self.store.run(add_meeting, TICK, telling=TELLING, **about | times)
        self.store.run(sign_up, actor, meeting=number, people=2, needs=f"{word} in een rolstoel")

    def _settle_in(self, actor: Actor) -> None:
        poster = self.store.run(lay_trail, NOBODY, opportunity=1, kind="poster")
        trail = self.store.look(lambda unit: _trail_behind(unit, poster))
        self.store.run(came_by, actor, trail=trail)
        self.store.run(count_start, actor, trail=trail)
        self.store.run(choose_place, actor, place="BU99010101")
        self.store.run(choose_themes, actor, themes=["groen"])
        self.store.run(consent, actor, purpose="news", given=True, text_version="1", scope="web")
        self.store.run(share_trail, actor, opportunity=2)
        self.store.run(_read_what_is_asked, actor, opportunity=3)
        self.store.run(_follow, actor, person=actor.id)

    def _express(self, actor: Actor, word: str) -> tuple[int, int, str]:
        alone = self.store.run(
            express_interest,
            actor,
            opportunity=1,
            version=1,
            party=PartyDraft("resident", word),
            brings=f"ik, {word}",
        ).interest
        group = PartyDraft("residents_group", f"Buren van {len(word)}")
        together = self.store.run(
            express_interest, actor, opportunity=2, version=1, party=group, brings="zes paar handen"
        ).interest
        for interest in (alone, together):
            self.store.run(add_to_interest, actor, interest=interest, reach=f"{word}@mail.example")
            self.store.run(add_to_interest, actor, interest=interest, reach=f"06-{word}")
        self.store.run(
            add_to_interest, actor, interest=alone, needs=f"{word} nodig", area=word, partners=word
        )
        self.store.run(keep_receipt, actor, kind="interest", interest=alone, say=_confirmed(word))
        self.store.run(add_to_interest, actor, interest=alone, brings=f"{word} en een schop")
        self.store.run(_write_plan, actor, interest=alone, word=word)
        for interest, said in (
            (alone, f"Dag {word}, kun je dinsdag?"),
            (together, "Kunnen jullie dinsdag?"),
        ):
            self.store.run(write_to_party, TICK, interest=interest, text=said, telling=TELLING)
            self.store.run(pencil, TICK, interest=interest, outcome="chosen", reason=f"Zo: {said}")
        self.store.run(told_of_outcomes, TICK)
        self.store.run(_find_it_good, TICK, interest=alone, reason=f"{word} kan veel")
        self.store.run(_find_it_good, TICK, interest=together, reason="Zij kunnen veel")
        return alone, together, self.store.run(invite_to_party, actor, interest=together)

    def _ask(self, actor: Actor, word: str) -> None:
        for text, public in (
            (f"is {word} welkom?", "Is iedereen welkom?"),
            (f"en {word}?", None),
            (f"wie? {word}", ""),
        ):
            remarks = [] if public else [{"text": "Een hek.", "words": f"{word} kan dat niet"}]
            self.store.run(ask_question, actor, opportunity=1, text=text, remarks=remarks)
            question = self.store.look(_last_question)
            if public:
                said = _confirmed(text)
                self.store.run(keep_receipt, actor, kind="question", question=question, say=said)
            self.store.run(
                permit, actor, purpose="talk", given=True, text="human-read", scope=str(question)
            )
            if public != "":
                self.store.run(
                    answer_question,
                    TICK,
                    question=question,
                    answer="Ja, iedereen.",
                    public_text=public,
                    say=_answered,
                    quiet=LOUD,
                )

    def _talk(self, actor: Actor, address: int, cookie: str, word: str) -> None:
        self.store.run(
            begin_conversation, actor, person=number_of(actor), address=address, language="nl"
        )
        self.store.run(_leave_half_way, actor, cookie=cookie, word=word)
        self.store.run(_write_and_hear, actor, address=address, word=word)
        self.store.run(
            notify,
            TICK,
            name="talk-remind",
            persons=[number_of(actor)],
            say=lambda _: Message(f"Hoi {word}"),
            quiet=LOUD,
        )


@pytest.fixture
def life(waterdam: Store) -> Life:
    return Life(waterdam)


@pytest.fixture
def lieke(life: Life) -> Somebody:
    return life.of("Wiebelwortel")


@pytest.fixture
def omar(life: Life) -> Somebody:
    return life.of("Knikkerzak")


@pytest.fixture
def join(waterdam: Store) -> Callable[[Somebody, Somebody], None]:
    """Let one person join the group of another."""

    def run(who: Somebody, host: Somebody) -> None:
        waterdam.run(join_party, Actor("person", who.id), code=host.invitation)

    return run


def told_of_outcomes(unit: Unit) -> None:
    """Let what stands in pencil be a decision that was told."""
    unit.connection.execute(update(Outcome).values(applied_at=unit.now))


def _trail_behind(unit: Unit, code: str) -> int:
    subject: int = unit.connection.execute(
        sql("SELECT subject FROM code WHERE code = :code"), {"code": code}
    ).scalar_one()
    return subject


def _last_question(unit: Unit) -> int:
    return int(unit.connection.exec_driver_sql("SELECT max(id) FROM question").scalar_one())


def _find_it_good(unit: Unit, *, interest: int, reason: str) -> None:
    facts: dict[str, Any] = {"interest": interest, "reason": reason, "mailed": emails_of_party}
    weigh(unit, criterion=1, word="good", **facts)


def _read_what_is_asked(unit: Unit, *, opportunity: int) -> None:
    answers = [(row.id, "fine") for row in items_of(unit, "requirements", opportunity)]
    answer_beforehand(unit, opportunity=opportunity, kind="resident", answers=answers)


def _follow(unit: Unit, *, person: int | None) -> None:
    unit.run(FOLLOWER_ADD, {"person_id": person, "opportunity_id": 3, "at": unit.now})


def _confirmed(word: str) -> Callable[[str], Message]:
    return lambda language: Message(
        f"Je schreef: {word}", cards=(Card("Gelukt", facts=(("Naam", word),)),)
    )


def _write_plan(unit: Unit, *, interest: int, word: str) -> None:
    """Write a plan, as if this opportunity asked for one."""
    unit.run(PLAN_BEGIN, BLANK | {"interest_id": interest})
    keep_before(unit, interest, "plan_what", word)
    plan = {"interest": interest, "what": f"{word} kookt", "changed_at": unit.now}
    unit.run(PLAN_UPDATE, plan | {"sent_at": unit.now})


def _answered(language: str, question: str, answer: str) -> Message:
    return Message(f"{question} {answer}")


def _leave_half_way(unit: Unit, *, cookie: str, word: str) -> None:
    talk = find_conversation(unit, channel="web", external_id=cookie)
    assert talk is not None
    run = Run(
        "interest",
        {"opportunity": 3},
        [["ask", "interest-own-name", word]],
        {"interest-give#0": word},
    )
    over = Run(
        "question",
        {"opportunity": 1},
        [["ask", "question-words", f"{word}?"]],
        {"question-enough#0": word},
    )
    keep_conversation(
        unit, conversation=replace(talk, run=over, beneath=run, asked="question-enough")
    )
    set_aside(
        unit, channel="web", external_id=f"{cookie[:16]}.abcdefgh", sender=cookie, error="DataError"
    )


def _write_and_hear(unit: Unit, *, address: int, word: str) -> None:
    along = {"kind": "file", "file": word}
    for number in (1, 2):
        external_id = f"{word}.{number}"
        inbound = take_in(
            unit,
            channel="web",
            external_id=external_id,
            address=address,
            text=f"ik ben {word}",
            media=along,
        )
        assert inbound is not None
        said = Message(f"Dag {word}", (Option("1.1.yes", word),))
        delivery = reply(
            unit, inbound=inbound, person=number_of(unit.actor), address=address, message=said
        ).delivery
        record_results(
            unit, results=[Result(delivery, address, DeliveryState.SENT, receipt=word, reason=word)]
        )
    edit: dict[str, Any] = {
        "person_id": unit.actor.id,
        "address_id": address,
        "edits_id": delivery,
        "state": "sent",
    }
    edit |= {"message": said.as_json(), "send_at": unit.now, "done_at": unit.now, "receipt": word}
    unit.run(DELIVERY_ADD, edit)
    assert inbound is not None
    quarantine(unit, inbound=inbound)
    file = Sent("file", f"{word}.pdf", content=accepted(pdf(word.encode())))
    here = {"inbound": inbound, "address": address, "person": number_of(unit.actor)}
    attach(unit, **here, sent=file, about=About(), allowance=Allowance())
