"""One person's file is whole and of nobody else, and a code leads to the right person."""

from typing import Any

import pytest

from outreach.interests.own import invite_to_party
from outreach.parties.party import join_party
from outreach.privacy.file import person_file, person_meant
from outreach.privacy.forget import REACHED, forget_person
from outreach.refusal import Refusal
from outreach.store.codes import make_code
from outreach.store.events import record
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from tests.outreach.privacy.conftest import Somebody
from tests.statements import run_sql


def meant(
    store: Store, *, code: str | None = None, person: int | None = None, question: int | None = None
) -> int:
    return store.look(person_meant, code=code, person=person, question=question)


def reference_of(store: Store, person: int) -> str:
    codes = store.look(person_file, person=person)["code"]
    return next(str(row["code"]) for row in codes if row["kind"] == "reference")


def test_file_holds_every_table_and_what_they_are_about(waterdam: Store, lieke: Somebody) -> None:
    # how a party was weighed is in its file once it was decided
    run_sql(waterdam, "UPDATE opportunity SET state = 'decided'")

    held = waterdam.look(person_file, person=lieke.id)

    assert set(held) == {*REACHED, "mailing", "opportunity", "place", "event"}
    assert [table for table in (*REACHED, "opportunity", "event") if not held[table]] == []
    assert {row["id"] for row in held["opportunity"]} >= {
        row["opportunity_id"] for row in held["interest"]
    }


def test_file_tells_who_read_it_by_role_only(waterdam: Store, lieke: Somebody) -> None:
    waterdam.run(record, Actor("staff", 1), "person.read", person=lieke.id)

    last = waterdam.look(person_file, person=lieke.id)["event"][-1]

    assert (last["actor"], last["deed"]) == ("staff", "person.read")


def test_nothing_of_anybody_else_is_in_it(waterdam: Store, lieke: Somebody, omar: Somebody) -> None:
    theirs, mine = (waterdam.look(person_file, person=person.id) for person in (omar, lieke))

    assert [secret for secret in lieke.secrets if secret in str(theirs)] == []
    assert [secret for secret in omar.secrets if secret in str(mine)] == []


def test_code_that_lets_somebody_go_on_as_this_person_is_left_out(
    waterdam: Store, lieke: Somebody
) -> None:
    code = waterdam.run(make_code, NOBODY, "link", lieke.id)

    held = waterdam.look(person_file, person=lieke.id)

    assert code not in str(held)
    assert {row["kind"] for row in held["code"]} <= {"reference", "trail"}


def test_person_is_meant_by_a_code_a_number_or_a_question(waterdam: Store, lieke: Somebody) -> None:
    link = waterdam.run(make_code, NOBODY, "link", lieke.id)
    reference = reference_of(waterdam, lieke.id)

    found = [
        meant(waterdam, code=link),
        meant(waterdam, code=f" {reference.lower()}."),
        meant(waterdam, person=lieke.id),
        meant(waterdam, question=1),
    ]

    assert found == [lieke.id] * 4


@pytest.mark.parametrize("given", [{}, {"code": "X3J2RBNB", "person": 1}])
def test_one_person_is_named_in_one_way(
    waterdam: Store, lieke: Somebody, given: dict[str, Any]
) -> None:
    with pytest.raises(Refusal, match="refusal-one-person"):
        meant(waterdam, **given)


@pytest.mark.parametrize(
    "given", [{"code": "X3J2RBNB"}, {"code": "Lieke"}, {"person": 99}, {"question": 99}]
)
def test_nobody_is_behind_it(waterdam: Store, lieke: Somebody, given: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match="refusal-nobody"):
        meant(waterdam, **given)


def test_nobody_is_behind_what_was_forgotten(waterdam: Store, lieke: Somebody) -> None:
    reference = reference_of(waterdam, lieke.id)
    waterdam.run(forget_person, TICK, person=lieke.id)

    for given in ({"code": reference}, {"person": lieke.id}, {"question": 1}):
        with pytest.raises(Refusal, match="refusal-nobody"):
            meant(waterdam, **given)


def test_code_of_a_group_asks_which_member_is_meant(
    waterdam: Store, lieke: Somebody, omar: Somebody
) -> None:
    [own] = [
        row
        for row in waterdam.look(person_file, person=lieke.id)["code"]
        if row["kind"] == "reference"
    ][:1]
    invitation = waterdam.run(invite_to_party, Actor("person", lieke.id), interest=own["subject"])
    waterdam.run(join_party, Actor("person", omar.id), code=invitation)

    with pytest.raises(Refusal, match="refusal-persons") as refused:
        meant(waterdam, code=own["code"])

    assert refused.value.facts["persons"] == f"{lieke.id}, {omar.id}"
