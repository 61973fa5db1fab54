"""A form does one thing, and leads to the same place each time."""

import pytest

from outreach.refusal import Refusal
from outreach.staff.form import Led, once
from outreach.staff.staff import add_staff, all_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit


@pytest.fixture
def nadia(store: Store) -> int:
    return store.run(add_staff, NOBODY, email="nadia@waterdam.example", name="Nadia")


def leads(number: int) -> str:
    return f"/werk/{number}"


def test_same_form_does_it_once_and_leads_there_each_time(store: Store, nadia: int) -> None:
    def send(number: str, name: str) -> str:
        def rule(unit: Unit) -> int:
            return add_staff(unit, email=f"{name}@waterdam.example", name=name)

        done: Led[int] = store.run(once, NOBODY, rule, number=number, staff=nadia, leads=leads)
        return done.path

    led = [send("one", "bo"), send("one", "eva"), send("two", "eva")]

    assert led == ["/werk/2", "/werk/2", "/werk/3"]
    assert [one.name for one in store.look(all_staff)] == ["bo", "eva", "Nadia"]


def test_what_was_refused_can_be_sent_again(store: Store, nadia: int) -> None:
    def send(email: str) -> str:
        def rule(unit: Unit) -> int:
            return add_staff(unit, email=email, name="Bo")

        done: Led[int] = store.run(once, NOBODY, rule, number="one", staff=nadia, leads=leads)
        return done.path

    with pytest.raises(Refusal):
        send("bo")

    assert send("bo@waterdam.example") == "/werk/2"


def test_form_of_another_colleague_tells_nothing(store: Store, nadia: int) -> None:
    other = store.run(add_staff, NOBODY, email="bo@waterdam.example", name="Bo")
    store.run(once, NOBODY, lambda _: 7, number="one", staff=nadia, leads=leads)

    led = store.run(once, NOBODY, lambda _: 8, number="one", staff=other, leads=leads)

    assert (led.path, led.result) == ("", None)
