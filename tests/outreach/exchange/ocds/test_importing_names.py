"""What an import makes of the numbers, places, people and lists of a release."""

from typing import Any

import pytest

from outreach.exchange.findings import ImportFinding
from outreach.exchange.own_facts import OWN
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.place import add_places
from outreach.store.store import Store
from tests.outreach.exchange.conftest import (
    NADIA,
    READY,
    Take,
    columns,
    everything,
    facts,
    number,
    package,
    release,
)
from tests.outreach.exchange.ocds.opening import NEWER, UNTIL, change, opened


def test_import_names_a_record_by_its_ocid_where_the_number_is_taken(
    store: Store, take: Take
) -> None:
    done = take(
        package(release(), release(ocid="ocds-abc123-2"), release(ocid="ocds-abc123-3", id=None))
    )

    assert done.made == 3
    assert columns(store, "ocds-abc123-2")["tender_id"] == "ocds-abc123-2"


@pytest.mark.parametrize("id", [None, "", "# x", True, {"a": 1}])
def test_import_names_a_record_without_number_by_its_ocid(
    store: Store, take: Take, id: Any
) -> None:
    source = release()
    source["tender"]["id"] = id

    take(source)

    assert columns(store, "ocds-abc123-1")["tender_id"] == "ocds-abc123-1"


def test_import_takes_known_places_and_warns_of_others(store: Store, take: Take) -> None:
    store.run(add_places, NADIA, places=[{"code": "GM0344", "year": 2026, "name": "Utrecht"}])
    gazetteer = {"scheme": "x-CBS-GEMEENTE", "identifiers": ["GM0344", "GM9999"]}

    done = take(release(items=[{"id": "1", "deliveryLocation": {"gazetteer": gazetteer}}]))

    assert facts(store)["places"] == ["GM0344"]
    assert done.findings.shown == [
        ImportFinding("exchange-place-unknown", "ocds-abc123-1", facts={"given": "GM9999"})
    ]


def test_import_keeps_no_contact_person_of_a_party(store: Store, take: Take) -> None:
    take(
        release(
            parties=[
                {
                    "id": "2",
                    "name": "Stichting",
                    "contactPoint": {"name": "Jan Geheim", "email": "jan@x.nl"},
                }
            ]
        )
    )

    assert "Geheim" not in everything(store)
    assert "jan@x.nl" not in everything(store)


LOTS = [{"id": "L1", "title": "Perken"}, {"id": "L2", "title": "Gras"}]


@pytest.mark.parametrize("tag", [["tenderUpdate"], ["compiled"]])
def test_release_that_leaves_our_lists_empty_deletes_no_requirement_or_criterion(
    store: Store, take: Take, tag: list[str]
) -> None:
    requirement = {
        "text": "Vijf mensen",
        "kinds": [],
        "alternative": "Bel ons.",
        "translations": {},
    }
    criterion = {"text": "Draagvlak", "weight": 100, "translations": {}}
    opened(
        store,
        take,
        **{OWN: {"by": "elders", "requirements": [requirement], "criteria": [criterion]}},
    )
    nothing: dict[str, Any] = {
        OWN: {"by": "elders", "requirements": [], "criteria": []},
        "criteria": [],
    }

    take(release(date=NEWER, id="2", tag=tag, tenderPeriod={"endDate": UNTIL}, **nothing))

    assert (facts(store)["requirements"], facts(store)["criteria"]) == ([requirement], [criterion])


@pytest.mark.parametrize(
    "nothing", [{"lots": []}, {"lots": None}, {"lots": [], "items": []}, {}, {"lots": {}}]
)
def test_release_that_leaves_lots_empty_deletes_no_part_of_an_open_record(
    waterdam: Store, take: Take, nothing: dict[str, Any]
) -> None:
    take(
        release(lots=LOTS, tenderPeriod={"endDate": UNTIL}, awardCriteriaDetails="Draagvlak"),
        into=waterdam,
    )
    change(waterdam, **READY)
    waterdam.run(move_opportunity, NADIA, opportunity=number(waterdam), state="open")
    before = facts(waterdam)

    done = take(
        release(date=NEWER, tag=["tenderUpdate"], tenderPeriod={}, **nothing), into=waterdam
    )

    assert (done.updated, done.refused) == (1, 0)
    assert facts(waterdam) == before
    assert [part["title"] for part in before["parts"]] == ["Perken", "Gras"]
