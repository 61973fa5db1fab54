"""Staff read a talk with permission only, up to the question; attachments are listed."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from content.message import Message, Option
from outreach.attachments.accepted import accepted
from outreach.attachments.attachment import About, Allowance, Sent, attach
from outreach.delivery.delivery import reply
from outreach.delivery.inbound import take_in
from outreach.interests.question import ask_human, ask_question
from outreach.parties.consent import permit, take_back
from outreach.privacy.retention import apply_retention
from outreach.refusal import Refusal
from outreach.reports.conversations import MOST_LINES, Bytes, SaidLine, content_of, sent_along
from outreach.reports.questions import question_details, sent_before_question
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor, Unit
from tests.attached import jpeg
from tests.clock import Clock
from tests.people import number_of

ABOUT = About(1, 1)


def _turn(unit: Unit, text: str, answer: str, number: int, media: dict[str, str] | None) -> None:
    address = unit.connection.exec_driver_sql(
        f"SELECT id FROM address WHERE person_id = {unit.actor.id}"
    ).scalar_one()
    inbound = take_in(
        unit, channel="web", external_id=f"m{number}", address=address, text=text, media=media
    )
    if media is not None:
        photo = Sent("photo", media["file"], accepted(jpeg()))
        here = {"inbound": inbound or 0, "address": address, "person": unit.actor.id or 0}
        attach(unit, **here, sent=photo, about=ABOUT, allowance=Allowance())
    said = Message(answer, (Option(f"1.{number}.yes", "Ja graag"),))
    reply(unit, inbound=inbound or 0, person=unit.actor.id or 0, address=address, message=said)


@pytest.fixture
def say(waterdam: Store, clock: Clock) -> Callable[..., None]:
    """Somebody says something, and is answered; `number` is the message's own."""

    def run(who: Actor, text: str, number: int, media: dict[str, str] | None = None) -> None:
        clock.passes(minutes=1)
        waterdam.run(_turn, who, text, f"antwoord {number}", number, media)

    return run


@pytest.fixture
def asked(waterdam: Store, join: Callable[..., Actor], say: Callable[..., None]) -> Actor:
    """Ada talked, asked for a human, and talked on."""
    ada = join("ada")
    say(ada, "hoi", 1)
    say(ada, "1.1.yes", 2)
    waterdam.run(ask_human, ada, opportunity=1, text="Bel me")
    say(ada, "dit komt erna", 3)
    return ada


def allow(store: Store, who: Actor, given: bool = True, question: int = 1) -> None:
    store.run(permit, who, purpose="talk", given=given, text="human-read", scope=str(question))


def test_talk_is_not_read_without_permission(waterdam: Store, asked: Actor) -> None:
    details = waterdam.look(question_details, question=1)

    assert (details.line.text, details.may_read, details.lines) == ("Bel me", False, [])


@pytest.mark.parametrize("given", [[False], [True, False]])
def test_talk_is_not_read_where_permission_was_refused_or_taken_back(
    waterdam: Store, asked: Actor, given: list[bool]
) -> None:
    for answer in given:
        allow(waterdam, asked, answer)

    assert waterdam.look(question_details, question=1).lines == []


def test_talk_is_not_read_once_all_talks_were_taken_back(waterdam: Store, asked: Actor) -> None:
    allow(waterdam, asked)
    waterdam.run(take_back, asked, purpose="talk", text="my_data-back")

    assert waterdam.look(question_details, question=1).may_read is False


def test_talk_is_read_up_to_the_question_with_what_was_pressed(
    waterdam: Store, asked: Actor, clock: Clock
) -> None:
    allow(waterdam, asked)

    first, second = (clock.now - timedelta(minutes=minutes) for minutes in (2, 1))
    assert waterdam.look(question_details, question=1).lines == [
        SaidLine(first, "person", "hoi"),
        SaidLine(first, "house", "antwoord 1"),
        SaidLine(second, "person", "Ja graag"),
        SaidLine(second, "house", "antwoord 2"),
    ]


def test_permission_for_one_question_opens_no_other(waterdam: Store, asked: Actor) -> None:
    waterdam.run(ask_question, asked, opportunity=1, text="Mag mijn hond mee?")
    allow(waterdam, asked)

    assert waterdam.look(question_details, question=2).may_read is False


def test_permission_of_one_person_opens_nobody_elses(
    waterdam: Store, asked: Actor, join: Callable[..., Actor]
) -> None:
    allow(waterdam, join("bob"))

    assert waterdam.look(question_details, question=1).may_read is False


def test_only_the_last_lines_are_read(
    waterdam: Store, join: Callable[..., Actor], say: Callable[..., None]
) -> None:
    ada = join("ada")
    for number in range(1, 40):
        say(ada, f"regel {number}", number)
    waterdam.run(ask_human, ada, opportunity=None, text="Bel me")
    allow(waterdam, ada)

    lines = waterdam.look(question_details, question=1).lines

    assert len(lines) == MOST_LINES
    assert [line.text for line in lines[-2:]] == ["regel 39", "antwoord 39"]


def test_photo_in_a_talk_is_named_by_its_number(
    waterdam: Store, join: Callable[..., Actor], say: Callable[..., None], clock: Clock
) -> None:
    ada = join("ada")
    say(ada, "", 1, {"kind": "photo", "file": "AgACAgQ"})
    waterdam.run(ask_human, ada, opportunity=None, text="Bel me")
    allow(waterdam, ada)

    assert waterdam.look(question_details, question=1).lines[0] == SaidLine(
        clock.now, "person", "", "photo 1"
    )


def test_unknown_question_and_interest_are_refused(waterdam: Store) -> None:
    for rule in (partial(question_details, question=9), partial(sent_along, interest=9)):
        with pytest.raises(Refusal, match="refusal-unknown"):
            waterdam.look(rule)


def test_what_members_sent_with_the_interest_is_listed_and_nothing_else(
    waterdam: Store, join: Callable[..., Actor], say: Callable[..., None], clock: Clock
) -> None:
    ada, bob = join("ada"), join("bob")
    say(ada, "tekst", 2)
    say(ada, "kijk", 3, {"kind": "photo", "file": "tuin.jpg"})
    first = clock.now
    waterdam.run(attach_elsewhere, bob)

    (sent,) = waterdam.look(sent_along, interest=1)

    assert (sent.number, sent.at, sent.person) == (1, first, number_of(ada))
    assert (sent.kind, sent.name, sent.state) == ("photo", "tuin.jpg", "kept")
    assert waterdam.look(content_of, number=1) == Bytes("tuin.jpg", jpeg())
    assert waterdam.look(content_of, number=9) is None


def attach_elsewhere(unit: Unit) -> None:
    _turn(unit, "", "antwoord", 9, None)
    here = {"inbound": 3, "address": 2, "person": unit.actor.id or 0}
    attach(unit, **here, sent=Sent("file", refused="kind"), about=About(), allowance=Allowance())


def test_what_was_sent_before_a_question_is_listed_with_permission_only(
    waterdam: Store, join: Callable[..., Actor], say: Callable[..., None], clock: Clock
) -> None:
    ada = join("ada")
    say(ada, "", 1, {"kind": "photo", "file": "lang-geleden"})
    clock.passes(days=2)
    say(ada, "", 2, {"kind": "photo", "file": "net"})
    waterdam.run(ask_human, ada, opportunity=None, text="Bel me")
    say(ada, "", 3, {"kind": "photo", "file": "erna"})

    before = waterdam.look(sent_before_question, question=1)
    allow(waterdam, ada)

    assert before == []
    sent = waterdam.look(sent_before_question, question=1)
    assert [one.name for one in sent] == ["net.jpg"]


def test_what_retention_emptied_is_read_no_more(
    waterdam: Store, asked: Actor, clock: Clock
) -> None:
    allow(waterdam, asked)
    clock.passes(days=91)
    waterdam.run(
        apply_retention,
        TICK,
        transcript_days=30,
        message_days=90,
        interest_months=12,
        undecided_months=24,
        question_months=6,
        meeting_days=30,
    )

    assert [line.who for line in waterdam.look(question_details, question=1).lines] == [
        "house",
        "house",
    ]
