"""What people say of a draft is kept as a question, and shown together per requirement."""

from datetime import timedelta

import pytest

from content.message import Message
from outreach.interests.explore import Explored, explored, say_of_draft
from outreach.interests.follower import follow
from outreach.interests.question import answer_question
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.refusal import Refusal
from outreach.reports.questions import asked_openly, question_overview
from outreach.store.store import Store
from outreach.store.unit import Actor
from outreach.tasks.waiting import waiting
from tests.clock import Clock
from tests.conftest import LOUD
from tests.exploring import DAILY, INSURED, NADIA, explore_draft, requirements
from tests.outreach.interests.expressing import person
from tests.outreach.interests.telling import count

WORDS = "Zonder vereniging krijgen wij die niet."


@pytest.fixture
def draft(waterdam: Store) -> int:
    return explore_draft(waterdam)


def say(store: Store, who: Actor, draft: int, *unmet: int, text: str = "", words: str = "") -> int:
    numbers = requirements(store, draft)
    remarks = [(numbers[place], words) for place in unmet]
    return store.run(say_of_draft, who, opportunity=draft, text=text, remarks=remarks).id


def test_it_is_one_question_with_a_promise(
    waterdam: Store, ada: Actor, draft: int, clock: Clock
) -> None:
    said = say(waterdam, ada, draft, 1, text="Een oplaadpunt.", words=WORDS)

    (line,) = waterdam.look(question_overview, opportunity=draft)
    assert (line.id, line.kind, line.text) == (said, "explore", "Een oplaadpunt.")
    assert line.remarks == [{"text": INSURED, "words": WORDS}]
    assert line.answer_by == (clock.now + timedelta(days=10)).date()


def test_who_may_not_read_residents_sees_no_word_of_it(
    waterdam: Store, ada: Actor, draft: int
) -> None:
    say(waterdam, ada, draft, 1, text="Een oplaadpunt.", words=WORDS)

    line = asked_openly(waterdam.look(question_overview, opportunity=draft)[0])

    assert (line.text, line.remarks) == (None, [])


def test_staff_see_it_together_per_requirement(waterdam: Store, ada: Actor, draft: int) -> None:
    bob = person(waterdam, "bob")
    first = say(waterdam, ada, draft, 0, 1, words=WORDS)
    second = say(waterdam, bob, draft, 1, text="Een oplaadpunt.")

    found = waterdam.look(explored, opportunity=draft)

    assert found == [
        Explored(DAILY, stands=True, questions=[first]),
        Explored(INSURED, stands=True, questions=[first, second]),
        Explored("", stands=True, questions=[second]),
    ]


def test_what_is_worded_anew_keeps_what_was_said_of_it(
    waterdam: Store, ada: Actor, draft: int
) -> None:
    said = say(waterdam, ada, draft, 1)
    change = {"2": {"text": "De gemeente verzekert de fiets."}}
    waterdam.run(set_facts, NADIA, opportunity=draft, requirements=change)

    found = waterdam.look(explored, opportunity=draft)

    assert found == [Explored(INSURED, stands=False, questions=[said])]


def test_what_cannot_be_met_is_counted_without_a_name(
    waterdam: Store, ada: Actor, draft: int
) -> None:
    say(waterdam, ada, draft, 1)

    counted = waterdam.look(
        lambda unit: unit.connection.exec_driver_sql(
            f"SELECT unmet FROM requirement WHERE opportunity_id = {draft} ORDER BY id"
        ).fetchall()
    )
    assert [tuple(row) for row in counted] == [(0,), (1,)]


def test_it_waits_where_questions_wait(waterdam: Store, ada: Actor, draft: int) -> None:
    said = say(waterdam, ada, draft, 1)

    kinds = {(item.kind, item.number) for item in waterdam.look(waiting, most=9)}

    assert ("explore", said) in kinds


def test_its_answer_is_for_one_person_and_quotes_what_they_said(
    waterdam: Store, ada: Actor, draft: int
) -> None:
    said = say(waterdam, ada, draft, 1, text="Een oplaadpunt.", words=WORDS)
    quoted: list[str] = []

    def notice(language: str, question: str, answer: str) -> Message:
        quoted.append(question)
        return Message(answer)

    told = waterdam.run(
        answer_question,
        NADIA,
        question=said,
        answer="Dat regelen wij.",
        public_text=None,
        say=notice,
        quiet=LOUD,
    )

    assert told.persons == 1
    assert quoted == [f"{INSURED} {WORDS}\nEen oplaadpunt."]


@pytest.mark.parametrize("state", ["open", "withdrawn"])
def test_only_a_draft_that_is_explored_takes_it(
    waterdam: Store, ada: Actor, draft: int, state: str
) -> None:
    waterdam.run(move_opportunity, NADIA, opportunity=draft, state=state)

    with pytest.raises(Refusal, match="refusal-not-explored"):
        say(waterdam, ada, draft, 1)
    with pytest.raises(Refusal, match="refusal-not-explored"):
        waterdam.run(follow, ada, opportunity=draft)

    assert count(waterdam, "question") == 0


def test_who_follows_twice_follows_once(waterdam: Store, ada: Actor, draft: int) -> None:
    for _ in range(2):
        waterdam.run(follow, ada, opportunity=draft)

    assert count(waterdam, "follower") == 1
