"""Before the decision only a number, after it names that may be public; the rest stays inside."""

from collections.abc import Callable
from typing import Any

import pytest

from content.message import Message
from outreach.exchange.ocds.exporting import write_package
from outreach.interests.correct import correct_answer
from outreach.interests.interest import move_interest
from outreach.interests.question import answer_question, ask_question
from outreach.opportunities.edit import new_opportunity
from outreach.parties.consent import consent
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.exchange.conftest import ASKED, NADIA, Give, express, make, move, one

Faults = Callable[[dict[str, Any]], list[str]]


def test_before_the_decision_only_a_number_goes_out(store: Store, give: Give) -> None:
    make(store, "open")
    express(store, "residents_group", "Groen op Zuid", show=True)
    express(store, "firm", "Hovenier De Boer")

    before = give()
    move(store, "closed")

    for package in (before, give()):
        assert one(package)["bids"] == {
            "statistics": [{"id": "requests", "measure": "requests", "value": 2}]
        }
        assert len(one(package)["parties"]) == 1


def test_after_the_decision_parties_that_may_be_named_are(
    store: Store, give: Give, faults: Faults
) -> None:
    make(store, "open", parts=[{"key": "a", "title": "A"}])
    express(store, "social_enterprise", "Groen op Zuid", show=True, part_keys=["a"])
    express(store, "association", "Stichting De Schakel", show=True, state="declined")
    express(store, "firm", "Geheim BV", state="declined")
    move(store, "closed")
    for state in ("in_talk", "agreed"):
        store.run(move_interest, NADIA, interest=1, state=state)
    move(store, "decided")

    package = give()

    chosen, other, nameless = one(package)["bids"]["details"]
    common = {"submissionType": "expressionOfInterest", "status": "valid"}
    supplier = {"id": "party-1", "name": "Groen op Zuid"}
    assert chosen == common | {
        "id": "interest-1",
        "date": "2026-11-02T09:00:00Z",
        "tenderers": [supplier],
        "relatedLots": ["a"],
        "x_kansenbode": {"outcome": "agreed"},
    }
    assert (other["tenderers"][0]["name"], other["x_kansenbode"]) == (
        "Stichting De Schakel",
        {"outcome": "declined"},
    )
    assert nameless == common | {"id": "interest-3", "x_kansenbode": {"outcome": "declined"}}
    assert one(package)["awards"] == [
        {
            "id": "award-1",
            "status": "active",
            "date": "2026-11-02T09:00:00Z",
            "relatedBids": ["interest-1"],
            "suppliers": [supplier],
            "relatedLots": ["a"],
        }
    ]
    assert one(package)["parties"][1] == supplier | {
        "roles": ["interestedParty", "tenderer", "supplier"],
        "details": {
            "classifications": [
                {
                    "scheme": "x-partijsoort",
                    "id": "social_enterprise",
                    "description": "sociale onderneming",
                }
            ]
        },
    }
    assert (one(package)["tag"], one(package)["tender"]["status"]) == (
        ["tenderUpdate", "award"],
        "complete",
    )
    assert (b"Geheim" in write_package(package), faults(package)) == (False, [])


def test_nothing_is_awarded_before_the_decision_and_what_ended_after_it_is_cancelled(
    store: Store, give: Give, faults: Faults
) -> None:
    make(store, "open")
    express(store, "firm", "De Boer", show=True, state="in_talk")
    store.run(move_interest, NADIA, interest=1, state="agreed")
    move(store, "closed")
    before = one(give())
    move(store, "decided")
    store.run(move_interest, NADIA, interest=1, state="declined")

    package = give()

    assert ("awards" in before, before["bids"].get("details"), "award" in before["tag"]) == (
        False,
        None,
        False,
    )
    [award] = one(package)["awards"]
    assert (award["id"], award["status"], faults(package)) == ("award-1", "cancelled", [])


@pytest.mark.parametrize(
    ("kind", "show", "state"),
    [
        ("resident", True, "new"),
        ("resident", None, "new"),
        ("residents_group", True, "new"),
        ("self_organisation", True, "new"),
        ("firm", True, "withdrawn"),
        ("firm", None, "new"),
        ("firm", False, "new"),
        ("association", None, "new"),
    ],
)
def test_after_the_decision_others_have_no_name(
    store: Store, give: Give, faults: Faults, kind: str, show: bool | None, state: str
) -> None:
    make(store, "open")
    express(store, kind, "Familie Geheim", show=show, state=state)
    move(store, "closed", "decided")

    package = give()

    status = "withdrawn" if state == "withdrawn" else "pending"
    bid = {"id": "interest-1", "submissionType": "expressionOfInterest", "status": status}
    assert one(package)["bids"]["details"] == [bid]
    assert b"Geheim" not in write_package(package)
    assert faults(package) == []


def test_a_permission_to_other_words_does_not_count(store: Store, give: Give) -> None:
    make(store, "open")
    actor = express(store, "firm", "Familie Geheim")
    store.run(
        consent, actor, purpose="name", given=True, text_version="interest-shown nl 1", scope="1"
    )
    move(store, "closed", "decided")

    assert b"Geheim" not in write_package(give())


def test_a_permission_that_was_taken_back_counts_no_more(store: Store, give: Give) -> None:
    make(store, "open")
    actor = express(store, "firm", "Familie Geheim", show=True)
    store.run(consent, actor, purpose="name", given=False, text_version=ASKED, scope="1")
    move(store, "closed", "decided")

    assert b"Geheim" not in write_package(give())


def test_a_permission_for_one_interest_counts_for_no_other(store: Store, give: Give) -> None:
    make(store, "open")
    actor = express(store, "firm", "Familie Geheim")
    store.run(consent, actor, purpose="name", given=True, text_version=ASKED, scope="2")
    store.run(consent, actor, purpose="news", given=True, text_version=ASKED, scope="1")
    move(store, "closed", "decided")

    assert b"Geheim" not in write_package(give())


def test_answers_for_all_go_out_without_who_asked(store: Store, give: Give, faults: Faults) -> None:
    made = make(store, "open")
    actor = express(store, "residents_group", "Groen op Zuid")
    store.run(ask_question, actor, opportunity=made, text="Mag hond Geheim mee?")
    answer: dict[str, Any] = {
        "answer": "Ja.",
        "public_text": "Mag een hond mee?",
        "say": lambda *_: Message("x"),
    }
    store.run(answer_question, NADIA, question=1, quiet=LOUD, **answer)

    package = give()

    assert one(package)["tender"]["hasEnquiries"] is True
    assert one(package)["tender"]["enquiries"] == [
        {
            "id": "question-1",
            "date": "2026-11-02T09:00:00Z",
            "description": "Mag een hond mee?",
            "answer": "Ja.",
            "dateAnswered": "2026-11-02T09:00:00Z",
        }
    ]
    assert (b"Geheim" in write_package(package), faults(package)) == (False, [])


def test_answer_that_was_corrected_goes_out_as_it_is_now(
    store: Store, give: Give, clock: Clock
) -> None:
    made = make(store, "open")
    store.run(
        ask_question,
        express(store, "firm", "De Vries"),
        opportunity=made,
        text="Mag hond Geheim mee?",
    )
    answer: dict[str, Any] = {
        "question": 1,
        "answer": "Geheim",
        "public_text": "Mag een hond mee?",
        "say": lambda *_: Message("x"),
    }
    store.run(answer_question, NADIA, quiet=LOUD, **answer)
    before = one(give())
    clock.passes(days=1)
    store.run(
        correct_answer, NADIA, quiet=LOUD, say_corrected=answer["say"], **answer | {"answer": "Ja."}
    )

    package = give()

    [enquiry] = one(package)["tender"]["enquiries"]
    assert (enquiry["answer"], enquiry["dateAnswered"]) == ("Ja.", "2026-11-03T09:00:00Z")
    assert (one(package)["date"] > before["date"], b"Geheim" in write_package(package)) == (
        True,
        False,
    )


def test_no_secret_goes_out(store: Store, give: Give) -> None:
    """Every private value of the store holds the word; not one byte of it may leave."""
    store.run(add_staff, NOBODY, email="geheim@waterdam.example", name="Geheim", role="editor")
    made = make(store, "open", official="Geheim")
    private: dict[str, Any] = {
        "needs": "Geheim",
        "area": "Geheim",
        "partners": "Geheim",
        "reach": "06 Geheim",
        "people": 7,
    }
    actor = express(store, "residents_group", "Geheim", **private)
    store.run(ask_question, actor, opportunity=made, text="Geheim één")
    store.run(ask_question, actor, opportunity=made, text="Geheim twee", kind="human")
    say: dict[str, Any] = {"public_text": None, "say": lambda *_: Message("Geheim")}
    store.run(answer_question, NADIA, question=1, answer="Geheim", quiet=LOUD, **say)
    store.run(new_opportunity, NADIA, tender_id="Geheim", ocid_prefix="ocds-abc123", title="Geheim")
    move(store, "closed", "decided")

    assert b"geheim" not in write_package(give()).lower()
