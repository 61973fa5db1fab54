"""A device is known as one of its colleague's, and of nobody else's."""

from outreach.staff.device import MOST, known_device, remember_device
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY

NADIA, BO = "nadia@waterdam.example", "bo@waterdam.example"


def test_device_is_known_for_its_own_colleague_alone(store: Store) -> None:
    nadia, _ = (store.run(add_staff, NOBODY, email=each, name="") for each in (NADIA, BO))

    secret = store.run(remember_device, NOBODY, staff=nadia)

    assert store.look(known_device, secret=secret, email=NADIA) is not None
    assert store.look(known_device, secret=secret, email=BO) is None
    assert store.look(known_device, secret="x" * 43, email=NADIA) is None


def test_oldest_device_makes_place(store: Store) -> None:
    nadia = store.run(add_staff, NOBODY, email=NADIA, name="")

    made = [store.run(remember_device, NOBODY, staff=nadia) for _ in range(MOST + 1)]

    known = [store.look(known_device, secret=each, email=NADIA) is not None for each in made]
    assert known == [False] + [True] * MOST
