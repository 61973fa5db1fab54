"""What was imported comes out again, and what goes out comes in as the same opportunity."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outreach.exchange.ocds.contacts import drop_contacts
from outreach.exchange.ocds.exporting import write_package
from outreach.exchange.ocds.merge import merged
from outreach.interests.interest import move_interest
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.place import add_places
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.clock import Clock
from tests.outreach.exchange.conftest import (
    NADIA,
    READY,
    Give,
    Take,
    express,
    facts,
    known,
    make,
    move,
    number,
    release,
)
from tests.outreach.meetings.meeting_at import meeting_at

FILES = {
    "ca-buyandsell-2-releases-ocds1.0.json": 2,
    "fictional-ocp-6-releases-1.1.json": 1,
    "fictional-ocp-tender-1.1.json": 1,
    "reference-mapping-nl.json": 1,
    "uk-croydon-community-fund-outcomes.json": 1,
}
OURS = {"id", "date", "tag", "status", "title", OWN := "x_kansenbode"}
"""What an opened opportunity says in its own way."""


def leaves(value: Any, way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value with the way to it; items of lists by their id where they have one."""
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield from leaves(item, (*way, key))
    elif isinstance(value, list) and value:
        for place, item in enumerate(value):
            named = str(item["id"]) if isinstance(item, dict) and "id" in item else str(place)
            yield from leaves(item, (*way, named))
    else:
        yield way, value


def lost(before: Any, after: Any) -> list[tuple[tuple[str, ...], Any]]:
    """What was there before and is not there after."""
    kept = dict(leaves(after))
    return [(way, value) for way, value in leaves(before) if way not in kept or kept[way] != value]


def by_ocid(releases: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return what should come out: one release per process, without parties' contact persons."""
    ordered = sorted(releases, key=lambda item: item["date"])
    ocids = {item["ocid"] for item in ordered}
    return {
        ocid: merged(drop_contacts(item)[0] for item in ordered if item["ocid"] == ocid)
        for ocid in ocids
    }


@pytest.mark.parametrize("name", FILES)
def test_a_real_file_comes_out_word_for_word(
    take: Take, give: Give, ocds: Path, faults: Any, name: str
) -> None:
    before = json.loads((ocds / name).read_text())["releases"]

    take(ocds / name)

    after = give()
    assert {item["ocid"]: item for item in after["releases"]} == by_ocid(before)
    assert len(after["releases"]) == FILES[name]
    assert give(drafts=True) == after
    assert [fault for fault in faults(after) if "is not of the form" not in fault] == []


def test_the_newest_of_real_releases_comes_out_whole_with_every_stage_before_it(
    take: Take, give: Give, ocds: Path
) -> None:
    releases = json.loads((ocds / "fictional-ocp-6-releases-1.1.json").read_text())["releases"]

    take(ocds / "fictional-ocp-6-releases-1.1.json")

    [after] = give()["releases"]
    assert lost(drop_contacts(releases[-1])[0], after) == []
    assert {key for item in releases for key in item} == set(after)


def test_an_opened_import_keeps_all_that_we_do_not_say_otherwise(
    store: Store, take: Take, give: Give, ocds: Path, faults: Any
) -> None:
    path = ocds / "reference-mapping-nl.json"
    [before] = json.loads(path.read_text())["releases"]
    store.run(
        add_places, NADIA, places=[{"code": "BU03440123", "year": 2026, "name": "Lindebuurt"}]
    )
    take(path)
    ours = {name: value for name, value in READY.items() if name not in ("places", "themes")}
    ours |= {"title": "Groen doen we samen", "description": "Samen houden we het groen."}
    store.run(set_facts, NADIA, opportunity=number(store, "2026-groen-001"), **ours)
    store.run(move_opportunity, NADIA, opportunity=number(store, "2026-groen-001"), state="open")

    after = give()

    gone = [
        way
        for way, _ in lost(before, after["releases"][0])
        if way[-1] not in OURS and way[0] != "tag"
    ]
    assert gone == []
    assert faults(after) == []


def test_meetings_come_in_elsewhere_and_out_again_whole(
    store: Store, clock: Clock, take: Take, give: Give, fresh: Callable[[], Store]
) -> None:
    meeting_at(store, make(store, "open"), clock)
    ours = give()

    with fresh() as elsewhere:
        take(ours, elsewhere, organisation_id="GM0344")

        theirs = give(elsewhere)

    assert [each["title"] for each in ours["releases"][0]["tender"]["milestones"]] == [
        "informatieavond"
    ]
    assert theirs["releases"] == ours["releases"]


def test_awards_come_in_elsewhere_and_out_again_whole(
    store: Store, take: Take, give: Give, fresh: Callable[[], Store], faults: Any
) -> None:
    make(store, "open")
    express(store, "firm", "De Boer", show=True, state="in_talk")
    express(store, "firm", "De Wit", state="declined")
    store.run(move_interest, NADIA, interest=1, state="agreed")
    move(store, "closed", "decided")
    ours = give()

    with fresh() as elsewhere:
        done = take(ours, elsewhere, organisation_id="GM0344")

        theirs = give(elsewhere)

    assert done.made == 1
    assert theirs["releases"] == ours["releases"]
    assert [award["suppliers"] for award in theirs["releases"][0]["awards"]] == [
        [{"id": "party-1", "name": "De Boer"}]
    ]
    assert faults(theirs) == []


ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abcdefgh_x", max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
NAMES = [
    "title",
    "description",
    "status",
    "value",
    "tenderPeriod",
    "enquiryPeriod",
    "contractPeriod",
    "lots",
    "items",
    "awardCriteriaDetails",
    "x_kansenbode",
    "documents",
]
PERIODS = st.fixed_dictionaries(
    {"endDate": st.sampled_from(["2026-12-01T17:00:00", "2026-12-01", "x", None, 5])}
)
LOTS = st.lists(
    st.fixed_dictionaries({"id": st.sampled_from(["a", 1, None]), "title": st.text(max_size=5)}),
    max_size=3,
)
TENDERS = st.dictionaries(st.sampled_from(NAMES), ANY | PERIODS | LOTS, max_size=6) | ANY
TOPS = st.dictionaries(
    st.sampled_from(["parties", "buyer", "bids", "awards", "language", "tag", "id", "x"]),
    ANY,
    max_size=4,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(tender=TENDERS, top=TOPS)
def test_a_release_of_any_content_comes_out_as_it_came(
    take: Take, give: Give, fresh: Callable[[], Store], tender: Any, top: Any
) -> None:
    source = {"ocid": "ocds-abc123-1", "date": "2026-10-01T09:00:00Z"} | top | {"tender": tender}
    with fresh() as store:
        done = take(source, store)

        [after] = give(store)["releases"]
        assert done.made == 1
        assert after == json.loads(json.dumps(source))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    tender=st.dictionaries(st.sampled_from(NAMES[4:]), ANY | PERIODS | LOTS, max_size=6), top=TOPS
)
def test_a_touched_release_of_any_content_goes_out_and_comes_back_the_same(
    take: Take, give: Give, fresh: Callable[[], Store], tender: Any, top: Any
) -> None:
    with fresh() as store, fresh() as empty:
        take(release(**tender) | top, store)
        known(store)
        known(empty)
        store.run(
            set_facts, NADIA, opportunity=number(store, "ocds-abc123-1"), **READY, duration="2 jaar"
        )

        package = give(store, drafts=True)
        take(package, empty)

        assert facts(empty, "ocds-abc123-1") == facts(store, "ocds-abc123-1")
        assert take(package, store).own == 1


@pytest.fixture
def fresh(tmp_path: Path, empty_database: Path, clock: Any) -> Callable[[], Store]:
    """Another store, empty."""
    count = iter(range(1_000_000))

    def fresh() -> Store:
        path = tmp_path / f"{next(count)}.db"
        path.write_bytes(empty_database.read_bytes())
        return Store(path, clock)

    return fresh


def test_waterdam_goes_out_and_comes_back_into_an_empty_store(
    waterdam: Store, take: Take, give: Give, fresh: Callable[[], Store], faults: Any
) -> None:
    package = give(waterdam)
    places = waterdam.look(
        lambda unit: [
            {"code": code, "year": 2026, "name": name}
            for code, name in unit.connection.exec_driver_sql(
                "SELECT code, name FROM place ORDER BY id"
            )
        ]
    )
    with fresh() as empty:
        empty.run(add_places, NOBODY, places=places)

        done = take(json.loads(write_package(package)), empty)

        ids = [f"WD-2026-{place:02}" for place in range(1, 9)]
        assert (done.made, done.findings.shown, faults(package)) == (8, [], [])
        assert [facts(empty, id) for id in ids] == [facts(waterdam, id) for id in ids]


def test_migrated_stores_need_no_places_to_import(
    tmp_path: Path, take: Take, waterdam: Store, give: Give
) -> None:
    path = tmp_path / "new.db"
    migrate(path)
    with Store(path) as empty:
        done = take(give(waterdam), empty)

        assert (done.made, set(done.findings.counts)) == (8, {"exchange-place-unknown"})
