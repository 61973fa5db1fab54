"""Contact persons of public bodies stay; all others are dropped, in any place."""

from typing import Any

from outreach.exchange.ocds.contacts import drop_contacts

POINT = {"name": "Jan Jansen", "email": "jan@example.org"}


def test_drop_contacts_keeps_those_of_public_bodies() -> None:
    release: dict[str, Any] = {
        "buyer": {"name": "Gemeente", "contactPoint": POINT},
        "tender": {"procuringEntity": {"contactPoint": POINT}},
        "parties": [
            {"roles": ["buyer"], "contactPoint": POINT, "additionalContactPoints": [POINT]}
        ],
    }

    assert drop_contacts(release) == (release, 0)


def test_drop_contacts_takes_those_of_others_wherever_they_stand() -> None:
    party = {"id": "2", "name": "Stichting", "roles": ["supplier"]}
    release: dict[str, Any] = {
        "parties": [party | {"contactPoint": POINT}, {"roles": "x", "contactPoint": POINT}],
        "awards": [{"suppliers": [{"name": "Stichting", "contactPoint": POINT}]}],
        "bids": {"details": [{"tenderers": [{"persones": [POINT], "contactPerson": "Jan"}]}]},
    }

    kept, dropped = drop_contacts(release)

    assert dropped == 5
    assert kept == {
        "parties": [party, {"roles": "x"}],
        "awards": [{"suppliers": [{"name": "Stichting"}]}],
        "bids": {"details": [{"tenderers": [{}]}]},
    }


def test_drop_contacts_changes_nothing_it_was_handed() -> None:
    release = {"parties": [{"contactPoint": POINT}]}

    drop_contacts(release)

    assert release == {"parties": [{"contactPoint": POINT}]}
