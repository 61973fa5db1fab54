"""Forgetting reaches every table where something of a person can stand, and touches nobody else."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.own import add_to_interest
from outreach.interests.pencil import Outcome
from outreach.privacy.forget import forget_me, forget_person
from outreach.store.query import update
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.conftest import Dump
from tests.outreach.privacy.conftest import Life, Somebody


def rows(
    dump: Callable[[Store], Dump], store: Store, table: str, **where: object
) -> list[dict[str, Any]]:
    return [
        row
        for row in dump(store)[table]
        if all(row[name] == value for name, value in where.items())
    ]


def test_forgotten_person_is_in_no_row(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(forget_me, Actor("person", lieke.id))

    after = str(dump(waterdam))
    assert [secret for secret in lieke.secrets if secret in after] == []


@pytest.mark.parametrize("order", [("lieke", "omar"), ("omar", "lieke")])
def test_nothing_of_anybody_else_changes(
    waterdam: Store, life: Life, dump: Callable[[Store], Dump], order: tuple[str, str]
) -> None:
    words = {"lieke": "Wiebelwortel", "omar": "Knikkerzak"}
    people = {name: life.of(words[name]) for name in order}
    before = _of(dump(waterdam), people["omar"])

    waterdam.run(forget_person, TICK, person=people["lieke"].id)

    assert _of(dump(waterdam), people["omar"]) == before
    assert len(str(before)) > 3_000


def test_the_dossier_keeps_what_it_must_without_a_name(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    before = dump(waterdam)

    waterdam.run(forget_person, TICK, person=lieke.id)

    after = dump(waterdam)
    assert [(row["kind"], row["name"]) for row in after["party"]] == [
        ("resident", ""),
        ("residents_group", ""),
    ]
    assert [(row["state"], row["brings"], row["reach"]) for row in after["interest"]] == [
        ("withdrawn", "", None)
    ] * 2
    for was, now in zip(before["interest"], after["interest"], strict=True):
        assert (was["opportunity_id"], was["stored_at"]) == (
            now["opportunity_id"],
            now["stored_at"],
        )
    gone = (
        "address",
        "consent",
        "conversation",
        "delivery",
        "inbound",
        "interest_change",
        "interest_message",
        "membership",
        "person",
        "plan",
    )
    assert {table: after[table] for table in gone} == {table: [] for table in gone}


def test_public_answer_stays_without_who_asked(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(forget_person, TICK, person=lieke.id)

    (kept,) = dump(waterdam)["question"]
    assert (kept["person_id"], kept["text"]) == (None, None)
    assert (kept["public_text"], kept["answer"]) == ("Is iedereen welkom?", "Ja, iedereen.")


def test_codes_of_a_forgotten_person_lead_nowhere(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(forget_person, TICK, person=lieke.id)

    codes = dump(waterdam)["code"]
    assert {code["kind"] for code in codes} == {"trail"}
    assert rows(dump, waterdam, "trail", person_id=lieke.id) == []


def test_code_of_a_trail_that_others_passed_on_still_works(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    trails = [trail["id"] for trail in dump(waterdam)["trail"]]

    waterdam.run(forget_person, TICK, person=lieke.id)

    assert [trail["id"] for trail in dump(waterdam)["trail"]] == trails


def test_group_with_other_members_keeps_its_interest(
    waterdam: Store,
    lieke: Somebody,
    omar: Somebody,
    join: Callable[[Somebody, Somebody], None],
    dump: Callable[[Store], Dump],
) -> None:
    join(omar, lieke)
    (before,) = rows(dump, waterdam, "interest", id=lieke.together)

    waterdam.run(forget_person, TICK, person=lieke.id)

    (after,) = rows(dump, waterdam, "interest", id=lieke.together)
    (party,) = rows(dump, waterdam, "party", id=after["party_id"])
    assert after == before | {"reach": None}
    assert party["name"] == "Buren van 12"
    assert [
        row["person_id"] for row in rows(dump, waterdam, "membership", party_id=party["id"])
    ] == [omar.id]


def test_group_forgets_how_its_forgotten_member_was_reached(
    waterdam: Store,
    lieke: Somebody,
    omar: Somebody,
    join: Callable[[Somebody, Somebody], None],
    dump: Callable[[Store], Dump],
) -> None:
    join(omar, lieke)

    waterdam.run(forget_person, TICK, person=lieke.id)

    assert [secret for secret in lieke.secrets if secret in str(dump(waterdam))] == []


def test_group_keeps_how_another_member_is_reached(
    waterdam: Store,
    lieke: Somebody,
    omar: Somebody,
    join: Callable[[Somebody, Somebody], None],
    dump: Callable[[Store], Dump],
) -> None:
    join(omar, lieke)
    waterdam.run(
        add_to_interest,
        Actor("person", omar.id),
        interest=lieke.together,
        reach="omar@mail.example",
    )

    waterdam.run(forget_person, TICK, person=lieke.id)

    (interest,) = rows(dump, waterdam, "interest", id=lieke.together)
    assert interest["reach"] == "omar@mail.example"
    assert [secret for secret in lieke.secrets if secret in str(dump(waterdam))] == []


def test_last_member_of_a_group_takes_its_name_along(
    waterdam: Store,
    lieke: Somebody,
    omar: Somebody,
    join: Callable[[Somebody, Somebody], None],
    dump: Callable[[Store], Dump],
) -> None:
    join(omar, lieke)

    waterdam.run(forget_person, TICK, person=lieke.id)
    waterdam.run(forget_person, TICK, person=omar.id)

    after = dump(waterdam)
    assert {row["name"] for row in after["party"]} == {""}
    assert {row["brings"] for row in after["interest"]} == {""}


@pytest.mark.parametrize("state", ["agreed", "declined"])
def test_decided_interest_keeps_its_state(
    waterdam: Store,
    lieke: Somebody,
    dump: Callable[[Store], Dump],
    change: Callable[..., None],
    state: str,
) -> None:
    change(
        waterdam, "UPDATE interest SET state = :state WHERE id = :id", state=state, id=lieke.alone
    )

    waterdam.run(forget_person, TICK, person=lieke.id)

    assert [row["state"] for row in rows(dump, waterdam, "interest", id=lieke.alone)] == [state]


@pytest.mark.parametrize(("said_yes", "state"), [(False, "withdrawn"), (True, "agreed")])
def test_place_of_who_was_chosen_and_said_no_yes_is_free_again(
    waterdam: Store,
    lieke: Somebody,
    dump: Callable[[Store], Dump],
    change: Callable[..., None],
    clock: Clock,
    said_yes: bool,
    state: str,
) -> None:
    change(waterdam, "UPDATE interest SET state = 'agreed' WHERE id = :id", id=lieke.alone)
    asked = update(Outcome).where(Outcome.interest_id == lieke.alone)
    confirmed_at = clock.now if said_yes else None
    change(waterdam, asked.values(confirm_until=clock.now, confirmed_at=confirmed_at))

    waterdam.run(forget_person, TICK, person=lieke.id)

    assert [row["state"] for row in rows(dump, waterdam, "interest", id=lieke.alone)] == [state]


def test_event_tells_who_was_forgotten_by_number_only(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(forget_me, Actor("person", lieke.id))

    last = dump(waterdam)["event"][-1]
    assert (last["deed"], last["actor"], last["ids"]) == (
        "person.forgotten",
        f"person:{lieke.id}",
        {"person": lieke.id},
    )


def test_events_hold_ids_and_names_of_fields_only(
    waterdam: Store, lieke: Somebody, omar: Somebody, dump: Callable[[Store], Dump]
) -> None:
    deeds = dump(waterdam)["event"]

    assert [
        word for word in (*lieke.secrets, *omar.secrets, "handen", "schop") if word in str(deeds)
    ] == []
    assert len({row["deed"] for row in deeds}) > 7


def test_forgetting_twice_changes_nothing_more(
    waterdam: Store, lieke: Somebody, omar: Somebody, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(forget_person, TICK, person=lieke.id)
    once = {table: found for table, found in dump(waterdam).items() if table != "event"}

    waterdam.run(forget_person, TICK, person=lieke.id)

    assert {table: found for table, found in dump(waterdam).items() if table != "event"} == once


def _of(dump: Dump, who: Somebody) -> Dump:
    """The rows that lead to a person, through their address, their parties and their interests."""
    parties = {row["party_id"] for row in dump["membership"] if row["person_id"] == who.id}
    interests = {row["id"] for row in dump["interest"] if row["party_id"] in parties}
    own = {
        "person_id": {who.id},
        "address_id": {who.address},
        "party_id": parties,
        "interest_id": interests,
    }
    found = {
        table: [row for row in rows if any(row.get(name) in ids for name, ids in own.items())]
        for table, rows in dump.items()
    }
    return found | {
        "person": [row for row in dump["person"] if row["id"] == who.id],
        "party": [row for row in dump["party"] if row["id"] in parties],
        "code": [
            row
            for row in dump["code"]
            if row["kind"] == "reference" and row["subject"] in interests
        ],
    }
