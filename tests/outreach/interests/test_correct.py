"""A corrected answer reaches exactly those who had the first one, which is kept."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.quiet import Quiet
from outreach.delivery.results import Result, record_results
from outreach.interests.correct import correct_answer
from outreach.interests.own import withdraw_interest
from outreach.interests.question import Answered, answer_question, answers, ask_human, ask_question
from outreach.interests.tell import Told
from outreach.parties.consent import stop
from outreach.parties.person import meet
from outreach.privacy.retention import apply_retention
from outreach.refusal import Refusal
from outreach.reports.questions import EarlierAnswer, question_details
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import look
from tests.outreach.interests.correcting import BY_NIGHT, NADIA, corrected, first


@pytest.fixture(autouse=True)
def nadia(waterdam: Store) -> None:
    waterdam.run(add_staff, NOBODY, email="nadia@waterdam.example", name="Nadia", role="editor")


def reply_to(
    store: Store, question: int, answer: str, public: str | None = None, quiet: Quiet = LOUD
) -> Told:
    return store.run(
        answer_question,
        NADIA,
        question=question,
        answer=answer,
        public_text=public,
        say=first,
        quiet=quiet,
    )


def correct(
    store: Store, answer: str, *, question: int = 1, public_text: str | None = None, **more: Any
) -> Told:
    values: dict[str, Any] = {
        "question": question,
        "answer": answer,
        "public_text": public_text,
        "quiet": LOUD,
    }
    return store.run(correct_answer, NADIA, say=first, say_corrected=corrected, **values | more)


def ask(
    store: Store, name: str, opportunity: int | None, text: str = "Mag mijn hond mee?"
) -> Actor:
    person, _ = store.run(meet, NOBODY, channel="web", external_id=name, language="nl")
    store.run(ask_question, Actor("person", person), opportunity=opportunity, text=text)
    return Actor("person", person)


def go_out(store: Store, state: str = "sent") -> dict[str, list[str]]:
    """Let what is due end in a state; return what each person was sent."""
    heard: dict[str, list[str]] = {}
    while claimed := store.run(claim_due, TICK, look("web")):
        for out in claimed:
            heard.setdefault(out.external_id, []).append(out.message.text)
        reason = None if state == "sent" else "send-refused"
        results = [
            Result(out.id, out.address, DeliveryState(state), receipt="1", reason=reason)
            for out in claimed
        ]
        store.run(record_results, TICK, results=results)
    return heard


def test_correction_reaches_who_had_the_first_answer_and_nobody_else(
    waterdam: Store, strip: int, join: Callable[..., Actor]
) -> None:
    _, bob, cem, *_ = [join(name) for name in ("ada", "bob", "cem", "dia")]
    ask(waterdam, "eve", strip)
    reply_to(waterdam, 1, "Nee.", "Mag een hond mee?")
    go_out(waterdam)
    waterdam.run(stop, bob)
    waterdam.run(withdraw_interest, cem, interest=3)
    join("fay")

    told = correct(waterdam, "Ja, aan de lijn.")

    right = ["verbeterd (nl): Mag een hond mee? Ja, aan de lijn."]
    assert (told.persons, go_out(waterdam)) == (
        4,
        {"ada": right, "cem": right, "dia": right, "eve": right},
    )


def test_answer_that_is_not_out_yet_goes_out_right_the_first_time(
    waterdam: Store, strip: int, join: Callable[..., Actor], clock: Clock
) -> None:
    join("ada")
    ask(waterdam, "eve", strip)
    reply_to(waterdam, 1, "Nee.", "Mag een hond mee?", BY_NIGHT)

    told = correct(waterdam, "Ja.", quiet=BY_NIGHT)

    assert told.at is not None
    clock.now = told.at
    assert go_out(waterdam) == {"ada": ["Mag een hond mee? Ja."], "eve": ["Mag een hond mee? Ja."]}


def test_answer_that_failed_is_not_tried_again_as_it_was(
    waterdam: Store, strip: int, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    ask(waterdam, "eve", strip)
    reply_to(waterdam, 1, "Nee.")
    go_out(waterdam, "failed")

    correct(waterdam, "Ja.")

    assert go_out(waterdam) == {"eve": ["Mag mijn hond mee? Ja."]}
    states = stored(
        waterdam, "SELECT state, reason FROM delivery WHERE mailing_id IS NOT NULL ORDER BY id"
    )
    assert states == [("stopped", "send-corrected"), ("sent", None)]


def test_each_correction_is_heard_once_by_each_reader(waterdam: Store, strip: int) -> None:
    ask(waterdam, "eve", strip)
    reply_to(waterdam, 1, "Nee.")
    go_out(waterdam)
    correct(waterdam, "Ja.")
    go_out(waterdam)

    correct(waterdam, "Ja, aan de lijn.")

    assert go_out(waterdam) == {"eve": ["verbeterd (nl): Mag mijn hond mee? Ja, aan de lijn."]}


def test_who_asked_after_a_stop_hears_the_correction_too(
    waterdam: Store, strip: int, clock: Clock
) -> None:
    eve = ask(waterdam, "eve", strip)
    waterdam.run(stop, eve)
    clock.passes(seconds=1)
    waterdam.run(ask_human, eve, opportunity=None, text="Bel me")
    reply_to(waterdam, 2, "Maandag.")
    go_out(waterdam)

    correct(waterdam, "Dinsdag.", question=2)

    assert go_out(waterdam) == {"eve": ["verbeterd (nl): Bel me Dinsdag."]}


def test_both_answers_are_kept_and_later_readers_see_since_when(
    waterdam: Store, strip: int, clock: Clock, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    ask(waterdam, "eve", strip)
    reply_to(waterdam, 1, "Nee.", "Mag een hond mee?")
    given = clock.now
    clock.passes(days=1)

    correct(waterdam, "Ja.", public_text="Mogen honden mee?")

    assert waterdam.look(answers, opportunity=strip) == [
        Answered(1, "Mogen honden mee?", "Ja.", given, clock.now)
    ]
    details = waterdam.look(question_details, question=1)
    assert details.earlier == [EarlierAnswer(clock.now, "Nadia", "Nee.", "Mag een hond mee?")]
    assert (details.version, details.line.answer, details.public_text) == (
        2,
        "Ja.",
        "Mogen honden mee?",
    )
    deeds = stored(
        waterdam, "SELECT actor, deed FROM event WHERE deed LIKE 'question.%' ORDER BY id"
    )
    assert deeds[-2:] == [("staff:1", "question.answered"), ("staff:1", "question.corrected")]


def test_second_of_two_colleagues_is_told_what_the_first_wrote(
    waterdam: Store, strip: int, clock: Clock
) -> None:
    ask(waterdam, "eve", strip)
    reply_to(waterdam, 1, "Nee.")
    correct(waterdam, "Ja.", read=1)

    with pytest.raises(Refusal, match="refusal-corrected") as refused:
        correct(waterdam, "Misschien.", read=1)

    assert refused.value.facts == {"given": "1", "who": "Nadia", "at": clock.now, "answer": "Ja."}
    assert waterdam.look(question_details, question=1).line.answer == "Ja."


def test_first_answer_that_a_colleague_gave_is_quoted(
    waterdam: Store, strip: int, clock: Clock
) -> None:
    ask(waterdam, "eve", strip)
    reply_to(waterdam, 1, "Nee. " * 200)

    with pytest.raises(Refusal, match="refusal-answered") as refused:
        reply_to(waterdam, 1, "Ja.")

    assert (refused.value.facts["who"], refused.value.facts["at"]) == ("Nadia", clock.now)
    assert refused.value.facts["answer"] == f"{('Nee. ' * 60)}…"


@pytest.mark.parametrize(
    ("public", "values", "key"),
    [
        ("Mag een hond mee?", {"answer": "Vraag het Eve, 06-12345678."}, "refusal-personal"),
        ("Mag een hond mee?", {"answer": "Nee."}, "refusal-answer-same"),
        (None, {"answer": "Nee."}, "refusal-answer-same"),
        (None, {"answer": "Ja.", "public_text": "Mag het?"}, "refusal-answer-private"),
        (None, {"answer": "Ja.", "question": 2}, "refusal-unanswered"),
        (None, {"answer": "Ja.", "question": 9}, "refusal-unknown"),
    ],
)
def test_what_is_no_correction_is_refused(
    waterdam: Store, strip: int, public: str | None, values: dict[str, Any], key: str
) -> None:
    eve = ask(waterdam, "eve", strip)
    waterdam.run(ask_question, eve, opportunity=strip, text="En mijn kat?")
    reply_to(waterdam, 1, "Nee.", public)

    with pytest.raises(Refusal, match=key):
        correct(waterdam, **values)


def test_what_was_checked_may_stand(waterdam: Store, strip: int) -> None:
    ask(waterdam, "eve", strip)
    reply_to(waterdam, 1, "Nee.", "Mag een hond mee?")

    assert correct(waterdam, "Bel 06-12345678.", checked=True).persons == 1


def test_whom_a_correction_is_for_does_not_depend_on_the_log(
    waterdam: Store, strip: int, join: Callable[..., Actor], change: Callable[..., None]
) -> None:
    join("ada")
    ask(waterdam, "eve", strip)
    reply_to(waterdam, 1, "Nee.", "Mag een hond mee?")
    go_out(waterdam)
    change(waterdam, "DELETE FROM event WHERE deed = 'notice.planned'")

    assert correct(waterdam, "Ja.").persons == 2


@pytest.mark.parametrize(("public", "kept"), [(None, 0), ("Mag een hond mee?", 1)])
def test_retention_empties_the_earlier_answers_of_one_person_only(
    waterdam: Store, strip: int, clock: Clock, public: str | None, kept: int
) -> None:
    ask(waterdam, "eve", strip)
    reply_to(waterdam, 1, "Nee.", public)
    correct(waterdam, "Ja.")
    clock.passes(days=400)

    terms = dict.fromkeys(
        ("transcript_days", "message_days", "interest_months", "undecided_months"), 1
    )
    waterdam.run(apply_retention, TICK, **terms, question_months=6, meeting_days=30)

    assert len(waterdam.look(question_details, question=1).earlier) == kept
