"""What colleagues wrote of a group loses the name of somebody who is forgotten; the rest stays."""

from typing import Any

import pytest

from outreach.interests.interest import PartyDraft, express_interest, move_interest
from outreach.interests.own import invite_to_party
from outreach.interests.pencil import pencil
from outreach.interests.question import ask_question
from outreach.interests.weigh import weigh
from outreach.mailboxes.mailbox import emails_of_party
from outreach.parties.party import join_party
from outreach.parties.person import meet
from outreach.privacy.forget import Out, forget_me
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.statements import run_sql

NADIA = Actor("staff", 1)
SAID = "Wiebelwortel schreef een sterk plan, met elf buren."
LEFT = "… schreef een sterk plan, met elf buren."
TEXTS = {
    "weighing": "SELECT reason FROM weighing WHERE interest_id = 2",
    "outcome": "SELECT reason FROM outcome WHERE interest_id = 2",
    "outcome in English": "SELECT reasons FROM outcome WHERE interest_id = 2",
    "interest": "SELECT reason FROM interest WHERE id = 2",
    "message": "SELECT text FROM interest_message WHERE interest_id = 2",
    "answer": "SELECT answer FROM question WHERE interest_id = 2",
}


@pytest.fixture
def pair(waterdam: Store) -> tuple[Actor, Actor]:
    """Two of a group of which colleagues wrote, each text with the name of the first one."""
    one, other = (
        Actor(
            "person", waterdam.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0]
        )
        for name in ("wiebel", "knikker")
    )
    drafts = (PartyDraft("resident", "Wiebelwortel"), PartyDraft("residents_group", "De buren"))
    for number, draft in enumerate(drafts, 1):
        facts: dict[str, Any] = {"opportunity": number, "version": 1, "brings": "handen"}
        waterdam.run(express_interest, one, party=draft, **facts)
    waterdam.run(join_party, other, code=waterdam.run(invite_to_party, one, interest=2))
    said: dict[str, Any] = {"interest": 2, "reason": SAID, "checked": True}
    waterdam.run(weigh, NADIA, criterion=1, word="good", mailed=emails_of_party, **said)
    waterdam.run(pencil, NADIA, outcome="chosen", **said)
    waterdam.run(pencil, NADIA, outcome="chosen", language="en", **said)
    waterdam.run(move_interest, NADIA, interest=2, state="in_talk", reason=SAID)
    waterdam.run(ask_question, other, opportunity=2, text="Hoe laat?")
    run_sql(waterdam, f"UPDATE question SET interest_id = 2, answer = '{SAID}'")
    run_sql(
        waterdam,
        "INSERT INTO interest_message (interest_id, at, actor, text) "
        f"VALUES (2, '2026-11-02 09:00:00', 'staff:1', '{SAID}')",
    )
    return one, other


def read(store: Store, query: str) -> str:
    return str(store.look(lambda unit: unit.connection.exec_driver_sql(query).scalar_one()))


@pytest.mark.parametrize("query", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("traces", ["all", "contacts", "none"])
def test_name_goes_whatever_they_chose_and_the_rest_stays(
    waterdam: Store, pair: tuple[Actor, Actor], query: str, traces: Out
) -> None:
    before = read(waterdam, query)

    waterdam.run(forget_me, pair[0], traces=traces)

    assert SAID in before
    assert LEFT in read(waterdam, query).replace("\\u2026", "…")


def test_name_that_is_not_theirs_stays(waterdam: Store, pair: tuple[Actor, Actor]) -> None:
    waterdam.run(forget_me, pair[1])

    assert [
        SAID in read(waterdam, query) for query in TEXTS.values() if "question" not in query
    ] == [True] * (len(TEXTS) - 1)
