"""Passwords: long ones of any kind are taken, those that others try first are not."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.refusal import Refusal
from outreach.staff.password import (
    Stored,
    common_passwords,
    has_password,
    require_good,
    set_password,
    stored_password,
)
from outreach.staff.present import sessions_of
from outreach.staff.session import Lasts, begin_session
from outreach.staff.staff import add_staff, remove_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY

ABOUT = ("Gemeente Waterdam", "Nadia de Wit", "nadia@waterdam.example")


@pytest.fixture
def nadia(store: Store) -> int:
    return store.run(add_staff, NOBODY, email="nadia@waterdam.example", name="Nadia")


@pytest.mark.parametrize(
    "password",
    [
        "fiets onder brug",
        "  spaties vooraan en achteraan  ",
        "Ünïcødé-wachtwoord-ok",
        "密码很长的一个例子真的很长",
        "nadia fietst graag langs het water",
        "8264019375628",
        "x" * 60 + "abcdefgh" + "y" * 60,
    ],
)
def test_long_password_of_any_kind_is_taken(password: str) -> None:
    require_good(password, ABOUT)


@pytest.mark.parametrize(
    ("password", "key"),
    [
        ("fiets onder", "short"),
        ("", "short"),
        ("f" * 129, "long"),
        ("1q2w3e4r5t6y", "common"),
        ("PasswordPassword", "common"),
        ("aaaaaaaaaaaaaaaa", "common"),
        ("121212121212121212", "common"),
        ("Welkom Waterdam 2026!", "known"),
        ("wachtwoord12345", "known"),
        ("Nadia de Wit 1988", "known"),
        ("kansenbode-2026", "known"),
    ],
)
def test_password_that_others_try_is_refused(password: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        require_good(password, ABOUT)

    assert refused.value.key == f"refusal-password-{key}"


def test_list_has_thousands_of_the_length_that_is_asked() -> None:
    assert len(common_passwords()) > 4_000
    assert min(map(len, common_passwords())) == 12


def test_password_is_found_by_its_address_and_replaced(store: Store, nadia: int) -> None:
    before = store.look(has_password, staff=nadia)
    store.run(set_password, NOBODY, staff=nadia, hashed="one")
    store.run(set_password, NOBODY, staff=nadia, hashed="two")

    assert (before, store.look(has_password, staff=nadia)) == (False, True)
    found = store.look(stored_password, email="nadia@waterdam.example")
    assert found == Stored(nadia, "two")
    assert store.look(stored_password, email="bo@waterdam.example") == Stored()


def test_another_password_ends_the_other_sessions(store: Store, nadia: int) -> None:
    lasts = Lasts()
    for _ in range(3):
        store.run(begin_session, NOBODY, staff=nadia, browser="", lasts=lasts)
    here = store.look(sessions_of, staff=nadia, lasts=lasts)[1].id

    store.run(set_password, NOBODY, staff=nadia, hashed="one", but=here)

    assert [one.id for one in store.look(sessions_of, staff=nadia, lasts=lasts)] == [here]


def test_whoever_left_has_none(store: Store, nadia: int) -> None:
    store.run(add_staff, NOBODY, email="bo@waterdam.example", name="Bo", role="administrator")
    store.run(set_password, NOBODY, staff=nadia, hashed="one")

    store.run(remove_staff, NOBODY, email="nadia@waterdam.example")

    assert store.look(stored_password, email="nadia@waterdam.example") == Stored()


def test_event_tells_of_it_and_not_what_it_is(
    store: Store, nadia: int, stored: Callable[..., list[Any]]
) -> None:
    store.run(set_password, NOBODY, staff=nadia, hashed="secret-hash")

    events = str(stored(store, "SELECT deed, ids, fields FROM event"))
    assert "staff.password_set" in events
    assert "secret-hash" not in events
