"""An invitation works once, for its days, and for whom it was made."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.refusal import Refusal
from outreach.staff.invitation import Invited, come_in, invite, invite_first, invited
from outreach.staff.password import Stored, stored_password
from outreach.staff.staff import Colleague, add_staff, all_staff, remove_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.clock import Clock

NADIA, BO = "nadia@waterdam.example", "bo@waterdam.example"


def add(store: Store, email: str = NADIA, role: str = "administrator") -> int:
    return store.run(add_staff, NOBODY, email=email, name="Nadia", role=role)


def test_invitation_lets_in_once(store: Store) -> None:
    nadia = add(store)
    secret = store.run(invite, NOBODY, staff=nadia)
    shown = store.look(invited, secret=secret)

    came = store.run(come_in, NOBODY, secret=secret, hashed="hash")

    assert shown == Invited(nadia, "Nadia", NADIA)
    assert came == nadia
    assert store.look(stored_password, email=NADIA) == Stored(nadia, "hash")
    assert store.look(invited, secret=secret) is None
    with pytest.raises(Refusal, match="refusal-link-over"):
        store.run(come_in, NOBODY, secret=secret, hashed="other")
    assert store.look(stored_password, email=NADIA) == Stored(nadia, "hash")


def test_newer_invitation_ends_the_one_before(store: Store) -> None:
    nadia = add(store)

    first, second = (store.run(invite, NOBODY, staff=nadia) for _ in range(2))

    assert store.look(invited, secret=first) is None
    assert store.look(invited, secret=second) is not None


def test_invitation_ends_after_its_days(store: Store, clock: Clock) -> None:
    secret = store.run(invite, NOBODY, staff=add(store))

    clock.passes(days=6, hours=23)
    in_time = store.look(invited, secret=secret)
    clock.passes(hours=1)

    assert in_time is not None
    assert store.look(invited, secret=secret) is None


def test_whoever_left_does_not_come_in(store: Store) -> None:
    add(store)
    secret = store.run(invite, NOBODY, staff=add(store, BO, "editor"))

    store.run(remove_staff, NOBODY, email=BO)

    assert store.look(invited, secret=secret) is None


def test_first_of_a_town_becomes_its_administrator(store: Store) -> None:
    secret = store.run(invite_first, NOBODY)
    assert secret is not None

    store.run(come_in, NOBODY, secret=secret, hashed="hash", email=BO, name="Bo")

    assert store.look(all_staff) == [Colleague(BO, "Bo", "administrator")]
    assert store.run(invite_first, NOBODY) is None


def test_invitation_for_the_first_is_over_once_somebody_works_here(store: Store) -> None:
    secret = store.run(invite_first, NOBODY)
    assert secret is not None

    add(store)

    assert store.look(invited, secret=secret) is None


def test_only_the_hash_of_a_secret_is_stored(
    store: Store, stored: Callable[..., list[Any]]
) -> None:
    secret = store.run(invite, NOBODY, staff=add(store))

    assert secret not in str(stored(store, "SELECT * FROM staff_invitation"))
