"""Staff are known by their e-mail address, with one role."""

import pytest

from content.texts import Named
from outreach.refusal import Refusal
from outreach.staff.staff import NOTIFIES, RIGHTS, ROLES, add_staff, all_staff, staff_actor
from outreach.store.events import Event
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor


def add(store: Store, email: str, name: str = "Nadia", role: str = "editor") -> int:
    return store.run(add_staff, NOBODY, email=email, name=name, role=role)


def test_staff_is_found_by_address_whatever_the_case(store: Store) -> None:
    id = add(store, " Nadia@Waterdam.example ")

    assert store.look(staff_actor, email="NADIA@waterdam.example ") == Actor("staff", id)


def test_same_address_again_changes_name_and_role(store: Store) -> None:
    first = add(store, "nadia@waterdam.example")

    again = add(store, "NADIA@waterdam.example", "Nadia de Wit", "sender")

    listed = [(one.email, one.name, one.role) for one in store.look(all_staff)]
    assert (again, listed) == (first, [("nadia@waterdam.example", "Nadia de Wit", "sender")])


@pytest.mark.parametrize("email", ["", "nadia", "na dia@waterdam.example"])
def test_wrong_address_is_refused(store: Store, email: str) -> None:
    with pytest.raises(Refusal, match="refusal-email") as refused:
        add(store, email)

    assert refused.value.facts == {"given": email}
    assert store.look(all_staff) == []


def test_unknown_role_is_refused_with_those_there_are(store: Store) -> None:
    with pytest.raises(Refusal, match="refusal-code") as refused:
        add(store, "nadia@waterdam.example", role="boss")

    assert refused.value.facts == {
        "given": "boss",
        "allowed": [Named("staff", role) for role in ROLES],
    }


def test_unknown_way_to_be_told_is_refused_with_those_there_are(store: Store) -> None:
    with pytest.raises(Refusal, match="refusal-code") as refused:
        store.run(add_staff, NOBODY, email="nadia@waterdam.example", name="", notify="hourly")

    assert refused.value.facts == {
        "given": "hourly",
        "allowed": [Named("notify", way) for way in NOTIFIES],
    }


def test_nobody_added_is_nobody_known(store: Store) -> None:
    with pytest.raises(Refusal, match="refusal-staff-unknown"):
        store.look(staff_actor, email="nadia@waterdam.example")


def test_log_tells_that_staff_was_set_without_the_address(store: Store) -> None:
    add(store, "nadia@waterdam.example")

    query = pick(Event.deed, Event.ids, Event.fields)
    told = store.look(lambda unit: [tuple(row) for row in unit.run(query)])
    assert told == [("staff.set", {"staff": 1}, ["name", "role"])]


def test_role_that_was_promised_something_may_do_it() -> None:
    rights = {role: [right for right, roles in RIGHTS.items() if role in roles] for role in ROLES}

    assert rights == {
        "viewer": ["see"],
        "editor": ["see", "read", "edit"],
        "sender": ["see", "read", "edit", "approve"],
        "administrator": ["see", "read", "edit", "approve", "privacy", "administer"],
        "privacy_officer": ["see", "read", "privacy"],
    }
