"""What goes out says all that is public, in OCDS's own words, and nothing that is private."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from outreach.exchange.ocds.exporting import EXTENSIONS, write_package
from outreach.interests.interest import move_interest
from outreach.opportunities.edit import set_facts
from outreach.store.store import Store
from tests.outreach.exchange.conftest import (
    NADIA,
    READY,
    Give,
    Take,
    express,
    known,
    make,
    move,
    number,
    one,
    release,
)

PLAIN = ("official", "places")
"""Facts of READY that are not given, or that OCDS has a place for."""
Faults = Callable[[dict[str, Any]], list[str]]


def test_package_is_one_that_ocds_knows(store: Store, give: Give, faults: Faults) -> None:
    make(
        store,
        "open",
        summary="Kort.",
        value_cents=450_050,
        parts=[{"key": "a", "title": "A", "budget_cents": 100}],
    )

    package = give()

    assert faults(package) == []
    assert {
        name: value for name, value in package.items() if name not in ("releases", "extensions")
    } == {
        "uri": "https://kansen.waterdam.example/ocds.json",
        "version": "1.1",
        "publishedDate": "2026-11-02T09:00:00Z",
        "publisher": {"name": "Gemeente Waterdam", "uid": "GM9901"},
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
    }
    assert len(package["extensions"]) == len(EXTENSIONS) == 9


def test_release_of_our_own_says_what_ocds_has_a_place_for(store: Store, give: Give) -> None:
    criteria = [{"text": "Draagvlak", "weight": 60}, {"text": "Kosten", "weight": 40}]
    parts = [{"key": "a", "title": "Perken", "budget_cents": 150_000}]
    make(store, "open", description="Maaien.", value_cents=450_050, criteria=criteria, parts=parts)

    found = one(give())

    tender = found.pop("tender")
    own = tender.pop("x_kansenbode")
    us = {"id": "GM9901", "name": "Gemeente Waterdam"}
    assert found == {
        "ocid": "ocds-abc123-T-1",
        "id": "T-1-1-20261102T090000000000Z",
        "date": "2026-11-02T09:00:00Z",
        "tag": ["tender"],
        "initiationType": "tender",
        "language": "nl",
        "buyer": us,
        "parties": [us | {"roles": ["buyer", "procuringEntity"]}],
        "bids": {"statistics": [{"id": "requests", "measure": "requests", "value": 0}]},
    }
    assert tender == {
        "id": "T-1",
        "title": "Zorg mee",
        "description": "Maaien.",
        "status": "active",
        "procuringEntity": us,
        "hasEnquiries": False,
        "value": {"amount": 4500.5, "currency": "EUR"},
        "awardCriteria": "ratedCriteria",
        "awardCriteriaDetails": "60% Draagvlak\n40% Kosten",
        "tenderPeriod": {"startDate": "2026-11-02T09:00:00Z", "endDate": "2026-12-02T09:00:00Z"},
        "lots": [
            {
                "id": "a",
                "title": "Perken",
                "status": "active",
                "value": {"amount": 1500, "currency": "EUR"},
            }
        ],
        "items": [
            {
                "id": "x-CBS-GEMEENTE",
                "description": "Zorg mee",
                "deliveryLocation": {
                    "description": "Waterdam",
                    "gazetteer": {"scheme": "x-CBS-GEMEENTE", "identifiers": ["GM9901"]},
                },
            }
        ],
    }
    assert own == {"by": "GM9901"} | {
        name: value for name, value in READY.items() if name not in PLAIN
    }


def test_release_says_where_in_the_codes_of_the_cbs(waterdam: Store, give: Give) -> None:
    waterdam.run(
        set_facts, NADIA, opportunity=1, places=["BU99010101", "BU99010102", "WK990101", "GM9901"]
    )

    [found] = give(waterdam, ocids=["ocds-xxxxxx-WD-2026-01"])["releases"]

    places = [item["deliveryLocation"] for item in found["tender"]["items"]]
    assert [place["gazetteer"] for place in places] == [
        {"scheme": "x-CBS-GEMEENTE", "identifiers": ["GM9901"]},
        {"scheme": "x-CBS-WIJK", "identifiers": ["WK990101"]},
        {"scheme": "x-CBS-BUURT", "identifiers": ["BU99010101", "BU99010102"]},
    ]
    assert places[2]["description"] == "Lindenkom, Pannenkaai"


@pytest.mark.parametrize(
    ("steps", "status", "tag"),
    [
        ([], "planned", ["planning"]),
        (["open"], "active", ["tender"]),
        (["open", "closed"], "active", ["tenderUpdate"]),
        (["open", "closed", "decided"], "unsuccessful", ["tenderUpdate"]),
        (["open", "withdrawn"], "cancelled", ["tenderCancellation"]),
    ],
)
def test_release_tells_the_state(
    store: Store, give: Give, faults: Faults, steps: list[str], status: str, tag: list[str]
) -> None:
    make(store, *steps)

    package = give(drafts=True)

    assert (one(package)["tender"]["status"], one(package)["tag"], faults(package)) == (
        status,
        tag,
        [],
    )


def test_our_own_drafts_stay_inside_unless_they_are_asked_for(
    store: Store, give: Give, faults: Faults
) -> None:
    make(store)

    assert give()["releases"] == []
    assert one(give(drafts=True))["tender"]["status"] == "planned"
    assert "bids" not in one(give(drafts=True))
    assert faults(give(drafts=True)) == []


def test_what_was_withdrawn_before_anybody_saw_it_stays_inside(store: Store, give: Give) -> None:
    make(store, "withdrawn")

    assert give()["releases"] == []


def test_what_staff_changed_in_an_imported_draft_stays_inside_unless_it_is_asked_for(
    store: Store, take: Take, give: Give
) -> None:
    source = release()
    take(source)
    store.run(set_facts, NADIA, opportunity=number(store), title="Geheim", direction="informal")

    assert one(give()) == source
    assert one(give(drafts=True))["tender"]["title"] == "Geheim"


def test_same_records_give_the_same_bytes(store: Store, give: Give, clock: Any) -> None:
    make(store, "open")
    express(store, "firm", "Hovenier De Boer")
    first = write_package(give())

    clock.passes(days=3)

    assert write_package(give()) == first


def test_dates_follow_the_newest_change(store: Store, give: Give, clock: Any) -> None:
    make(store, "open")
    clock.passes(hours=1)
    express(store, "firm", "Hovenier De Boer")
    clock.passes(hours=1)
    store.run(move_interest, NADIA, interest=1, state="in_talk")

    package = give()

    assert (package["publishedDate"], one(package)["date"]) == (
        "2026-11-02T11:00:00Z",
        "2026-11-02T11:00:00Z",
    )
    assert (
        give(published=datetime(2026, 12, 1, tzinfo=UTC))["publishedDate"] == "2026-12-01T00:00:00Z"
    )


def test_export_of_some(waterdam: Store, give: Give, clock: Any) -> None:
    clock.passes(days=1)
    waterdam.run(set_facts, NADIA, opportunity=2, title="Anders")

    by_name = give(waterdam, ocids=["ocds-xxxxxx-WD-2026-03"])["releases"]
    by_date = give(waterdam, since=clock())["releases"]

    assert [item["ocid"] for item in by_name] == ["ocds-xxxxxx-WD-2026-03"]
    assert [item["tender"]["title"] for item in by_date] == ["Anders"]
    assert (
        give(waterdam, since=clock() + timedelta(days=1))["publishedDate"] == "1970-01-01T00:00:00Z"
    )


def test_facts_of_ours_are_laid_over_the_source(
    store: Store, take: Take, give: Give, faults: Faults
) -> None:
    lots = [{"id": "a", "title": "A", "x": 1, "status": "active"}, {"id": "b", "title": "B"}]
    source = release(
        lots=lots,
        value={"amount": 5, "currency": "GBP", "x": 2},
        enquiryPeriod={"endDate": "2026-11-20T00:00:00Z"},
        tenderPeriod={"startDate": "2026-10-01T00:00:00Z", "endDate": "2026-12-01T00:00:00Z"},
        enquiries=[{"id": "q"}],
        tag=["tender", "award"],
        awards=[{"id": "1"}],
    )
    take(source)
    parts = [{"key": "c", "title": "C"}, {"key": "a", "title": "AA"}]
    changes = {
        "parts": parts,
        "value_cents": None,
        "questions_until": None,
        "language": "en",
        "criteria": [],
    }
    known(store)
    store.run(set_facts, NADIA, opportunity=number(store), **changes, **READY)
    move(store, "open")

    found = one(give())

    assert found["tender"]["lots"] == [
        {"id": "c", "title": "C", "status": "active"},
        {"id": "a", "title": "AA", "x": 1, "status": "active"},
        {"id": "b", "title": "B", "status": "cancelled"},
    ]
    assert found["tender"]["value"] == {"amount": None, "currency": "GBP", "x": 2}
    assert found["tender"]["enquiryPeriod"] == {"endDate": None}
    assert found["tender"]["tenderPeriod"] == source["tender"]["tenderPeriod"]
    assert found["tender"]["enquiries"] == [{"id": "q"}]
    assert (found["tag"], found["awards"], found["language"]) == (
        ["tender", "award"],
        [{"id": "1"}],
        "en",
    )
    assert "buyer" not in found
    assert faults(give()) == []


def test_a_place_of_the_source_goes_out_once_and_those_of_staff_beside_it(
    waterdam: Store, take: Take, give: Give
) -> None:
    location = {"gazetteer": {"scheme": "x-CBS-WIJK", "identifiers": ["WK990101"]}}
    item = {"id": "x-CBS-BUURT", "deliveryLocation": location}
    take(release(items=[item]), waterdam)
    waterdam.run(set_facts, NADIA, opportunity=number(waterdam), places=["WK990101", "Lindenkom"])

    [found] = give(waterdam, ocids=["ocds-abc123-1"], drafts=True)["releases"]

    kept, ours = found["tender"]["items"]
    assert (kept, ours["id"]) == (item, "x-CBS-BUURT-1")
    assert ours["deliveryLocation"]["gazetteer"]["identifiers"] == ["BU99010101"]


def test_draft_that_is_explored_is_early_engagement(
    store: Store, give: Give, faults: Faults
) -> None:
    make(store, "exploring")

    package = give()

    found = one(package)
    assert faults(package) == []
    assert (found["tag"], found["tender"]["status"]) == (["planning"], "planning")
    assert (
        "tenderPeriod" not in found["tender"] or "startDate" not in found["tender"]["tenderPeriod"]
    )


def test_what_was_explored_opens_as_a_first_tender(store: Store, give: Give) -> None:
    make(store, "exploring", "open")

    found = one(give())

    assert (found["tag"], found["tender"]["status"]) == (["tender"], "active")
