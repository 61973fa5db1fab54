"""An import makes drafts, twice changes nothing, and a newer release changes only what staff left alone."""

from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from outreach.exchange.findings import BrokenFile, Finding
from outreach.exchange.merge import in_order, merged
from outreach.exchange.own_facts import OWN
from outreach.exchange.package import Checked
from outreach.opportunities.edit import new_opportunity, set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.place import add_places
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.exchange.conftest import (
    NADIA,
    READY,
    Give,
    Take,
    columns,
    everything,
    facts,
    known,
    number,
    one,
    package,
    release,
)

NEWER = "2026-10-02T09:00:00Z"
UNTIL = "2026-12-01T17:00:00Z"


def deeds(store: Store) -> list[tuple[str, str]]:
    query = "SELECT actor, deed FROM event ORDER BY id"
    return store.look(lambda unit: [tuple(row) for row in unit.connection.exec_driver_sql(query)])  # type: ignore[misc]


def change(store: Store, **values: Any) -> None:
    store.run(set_facts, NADIA, opportunity=number(store), **values)


def move(store: Store, state: str) -> None:
    store.run(move_opportunity, NADIA, opportunity=number(store), state=state)


def opened(store: Store, take: Take, **tender: Any) -> None:
    """An imported opportunity that staff completed and opened."""
    take(release(tenderPeriod={"endDate": UNTIL}, **tender))
    known(store)
    change(store, **READY)
    move(store, "open")


def test_import_makes_a_draft_with_its_source(store: Store, take: Take):
    source = release(value={"amount": 10, "currency": "EUR"}, x_extra={"a": [1]})

    done = take(source)

    made = columns(store)
    assert (done.made, done.findings.shown) == (1, [])
    assert (made["state"], made["version"], made["title"], made["value_cents"]) == ("draft", 0, "Zorg mee", 1000)
    assert (made["ocid"], made["source"]) == ("ocds-abc123-1", source)
    assert made["source_date"] == datetime(2026, 10, 1, 9, tzinfo=UTC)
    assert deeds(store) == [("import", "opportunity.made")]


def test_import_twice_changes_nothing(store: Store, take: Take):
    content = package(release(), release(ocid="ocds-abc123-2", id="2", title=None))
    take(content)
    before = everything(store)

    again = take(content)

    assert (again.made, again.updated, again.same) == (0, 0, 2)
    assert everything(store) == before


def test_import_of_a_newer_release_updates(store: Store, take: Take):
    take(release(lots=[{"id": "a", "title": "A"}]))

    done = take(release(date=NEWER, id="2", title="Zorg voor groen", description=None))

    assert (done.updated, facts(store)["title"], facts(store)["description"]) == (1, "Zorg voor groen", "")
    assert [part["key"] for part in facts(store)["parts"]] == ["a"]
    assert columns(store)["source"]["id"] == "2"


def test_import_of_an_older_release_is_ignored_and_counted(store: Store, take: Take):
    take(release(date=NEWER))
    before = everything(store)

    done = take(release(title="Vroeger"))

    assert (done.older, done.updated) == (1, 0)
    assert everything(store) == before


def test_import_of_several_releases_of_one_process_lets_the_newest_count(store: Store, take: Take):
    done = take(package(release(date=NEWER, id="2", title="Nieuw"), release(title="Oud", language="en")))

    assert (done.made, facts(store)["title"], facts(store)["language"]) == (1, "Nieuw", "nl")


def test_import_keeps_what_staff_filled_in_and_changed(store: Store, take: Take):
    take(release(lots=[{"id": "a", "title": "A"}]))
    change(store, direction="informal", title="Onze titel", summary="Kort.")

    take(release(date=NEWER, title="Hun titel", description="Nieuw.", lots=[{"id": "a", "title": "B"}]))

    now = facts(store)
    assert (now["direction"], now["title"], now["summary"]) == ("informal", "Onze titel", "Kort.")
    assert (now["description"], now["parts"][0]["title"]) == ("Nieuw.", "B")


def test_import_keeps_a_title_where_the_source_loses_it(store: Store, take: Take):
    take(release())

    take(release(date=NEWER, title=None))

    assert facts(store)["title"] == "Zorg mee"


def test_import_publishes_a_change_of_an_open_opportunity(store: Store, take: Take):
    opened(store, take)

    take(release(date=NEWER, description="Meer uitleg.", tenderPeriod={"endDate": UNTIL}))

    assert (columns(store)["state"], columns(store)["version"]) == ("open", 2)


def test_import_publishes_nothing_where_no_fact_changed(store: Store, take: Take):
    opened(store, take)

    take(release(date=NEWER, tenderPeriod={"endDate": UNTIL}, x_extra=1))

    assert (columns(store)["version"], columns(store)["source"]["tender"]["x_extra"]) == (1, 1)


@pytest.mark.parametrize("status", ["cancelled", "complete", "unsuccessful", "withdrawn"])
def test_import_closes_an_open_opportunity_whose_source_ended(store: Store, take: Take, status: str):
    opened(store, take)

    done = take(release(date=NEWER, tenderPeriod={"endDate": UNTIL}, status=status))

    assert (columns(store)["state"], done.closed) == ("closed", ["ocds-abc123-1"])


def test_import_leaves_open_what_staff_opened_after_its_source_had_ended(store: Store, take: Take):
    opened(store, take, status="complete")

    done = take(release(date=NEWER, tenderPeriod={"endDate": UNTIL}, status="complete"))

    assert (columns(store)["state"], done.closed, done.updated) == ("open", [], 1)


def test_import_changes_nothing_of_an_opportunity_that_ended(store: Store, take: Take):
    opened(store, take)
    move(store, "withdrawn")
    before = everything(store)

    done = take(release(date=NEWER, title="Nieuw"))

    assert (done.refused, done.findings.shown) == (
        1,
        [Finding("refusal-ended", "ocds-abc123-1", facts={"given": "T-1"})],
    )
    assert everything(store) == before


def test_import_changes_nothing_of_our_own(store: Store, take: Take):
    store.run(new_opportunity, NADIA, tender_id="T-1", ocid_prefix="ocds-abc123", ocid="ocds-abc123-1")
    before = everything(store)

    done = take(release())

    assert (done.own, done.findings.shown) == (1, [Finding("exchange-own", "ocds-abc123-1")])
    assert everything(store) == before


def test_import_changes_nothing_by_what_was_exported_here(store: Store, take: Take):
    take(release())
    ours = release(date=NEWER, title="Anders", **{OWN: {"by": "GM9901"}})
    before = everything(store)

    done = take(ours)

    assert (done.own, everything(store)) == (1, before)
    assert take(ours, organisation_id="GM0344").updated == 1


def test_import_names_a_record_by_its_ocid_where_the_number_is_taken(store: Store, take: Take):
    done = take(package(release(), release(ocid="ocds-abc123-2"), release(ocid="ocds-abc123-3", id=None)))

    assert done.made == 3
    assert columns(store, "ocds-abc123-2")["tender_id"] == "ocds-abc123-2"


@pytest.mark.parametrize("id", [None, "", "# x", True, {"a": 1}])
def test_import_names_a_record_without_number_by_its_ocid(store: Store, take: Take, id: Any):
    source = release()
    source["tender"]["id"] = id

    take(source)

    assert columns(store, "ocds-abc123-1")["tender_id"] == "ocds-abc123-1"


def test_import_takes_known_places_and_warns_of_others(store: Store, take: Take):
    store.run(add_places, NADIA, places=[{"code": "GM0344", "year": 2026, "name": "Utrecht"}])
    gazetteer = {"scheme": "x-CBS-GEMEENTE", "identifiers": ["GM0344", "GM9999"]}

    done = take(release(items=[{"id": "1", "deliveryLocation": {"gazetteer": gazetteer}}]))

    assert facts(store)["places"] == ["GM0344"]
    assert done.findings.shown == [Finding("exchange-place-unknown", "ocds-abc123-1", facts={"given": "GM9999"})]


def test_import_keeps_no_contact_person_of_a_party(store: Store, take: Take):
    take(
        release(parties=[{"id": "2", "name": "Stichting", "contactPoint": {"name": "Jan Geheim", "email": "jan@x.nl"}}])
    )

    assert "Geheim" not in everything(store)
    assert "jan@x.nl" not in everything(store)


@pytest.mark.parametrize("broken", ['{"releases": [', b'{"releases": ["\xff"]}', "{}", "kenmerk;titel"])
def test_a_broken_file_changes_nothing(store: Store, take: Take, broken: Any):
    take(release())
    before = everything(store)

    with pytest.raises(BrokenFile):
        take(broken)

    assert everything(store) == before


def test_a_file_that_breaks_off_after_good_releases_changes_nothing(store: Store, take: Take, tmp_path: Path):
    path = tmp_path / "half.json"
    path.write_text('{"releases": [' + '{"ocid": "ocds-abc123-1", "tender": {}}, ' * 500)
    before = everything(store)

    with pytest.raises(BrokenFile, match="exchange-truncated"):
        take(path)

    assert everything(store) == before


def test_import_writes_in_small_units(store: Store, take: Take, monkeypatch: pytest.MonkeyPatch):
    units: list[int] = []
    run = Store.run

    def counted(self: Store, rule: Any, actor: Actor, /, **values: Any) -> Any:
        units.append(len(values["drafts"]))
        return run(self, rule, actor, **values)

    monkeypatch.setattr(Store, "run", counted)
    large = release(ocid="ocds-abc123-0", description="a" * 300_000)

    done = take(package(large, *[release(ocid=f"ocds-abc123-{n}") for n in range(1, 101)]))

    assert (done.made, units) == (101, [1, 20, 20, 20, 20, 20])


def test_findings_are_counted_beyond_those_that_are_kept(store: Store, take: Take):
    done = take(package(*[release(ocid=f"PW-{n}") for n in range(1_010)]))

    assert (done.made, len(done.findings.shown), done.findings.unshown) == (1_010, 1_000, 10)
    assert done.findings.counts == {"exchange-ocid-form": 1_010}


def test_checked_file_leaves_nothing_behind_when_closed():
    checked = Checked()
    checked.keep("o", datetime(2026, 1, 1, tzinfo=UTC), b"{}")
    checked.close()

    with pytest.raises(ValueError, match="closed"):
        checked.releases("o")


FAR = ("9999-12-31T23:59:59Z", "9019-05-01T12:00:00+02:00", "0001-01-01T00:00:00Z", "0001-01-01", "9999-12-31")


@pytest.mark.parametrize("given", FAR)
@pytest.mark.parametrize("field", ["tenderPeriod.endDate", "enquiryPeriod.endDate", "contractPeriod.startDate"])
def test_year_far_off_is_no_date_and_the_rest_of_the_file_comes_in(store: Store, take: Take, field: str, given: str):
    period, end = field.split(".")
    far, other = release(**{period: {end: given}}), release(ocid="ocds-abc123-2")

    done = take(package(far, other))

    found = [found for found in done.findings.shown if found.key == "exchange-date-far"]
    assert (done.made, done.refused, done.skipped) == (2, 0, 0)
    assert found == [Finding("exchange-date-far", "ocds-abc123-1", facts={"given": given, "field": field})]
    assert [facts(store)[name] for name in ("questions_until", "answers_until", "starts_on")] == [None] * 3


@pytest.mark.parametrize("given", [*FAR, "1e5", 7, None])
def test_release_with_a_date_far_off_is_overtaken_by_the_next_one(store: Store, take: Take, given: Any):
    take(release(date=given))

    done = take(release(title="Nieuw"))

    assert (done.updated, facts(store)["title"]) == (1, "Nieuw")


def test_amount_that_no_database_holds_is_left_out(store: Store, take: Take):
    amounts: list[Any] = ["1e999999", 1e300, 10**30, "9" * 40, -1e300, {}, True]

    done = take(
        package(*(release(ocid=f"ocds-abc123-{n}", value={"amount": amount}) for n, amount in enumerate(amounts)))
    )

    assert (done.made, done.refused) == (len(amounts), 0)
    assert [facts(store, f"ocds-abc123-{n}")["value_cents"] for n in range(len(amounts))] == [None] * len(amounts)
    assert done.findings.counts["exchange-amount-wrong"] == len(amounts)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("answers_until", "9999-12-31T23:59:59Z"),
        ("starts_on", "9999-12-31"),
        ("value_cents", 10**30),
        ("starts_on", "0001-01-01"),
    ],
)
def test_own_fact_out_of_bounds_is_left_out(store: Store, take: Take, name: str, value: Any):
    done = take(release(**{OWN: {name: value}}))

    assert (done.made, facts(store)[name]) == (1, None)
    assert Finding("exchange-own-wrong", "ocds-abc123-1", facts={"field": name}) in done.findings.shown


def test_stored_date_far_off_goes_out_as_the_source_had_it_and_follows_the_source(store: Store, take: Take, give: Give):
    source = release(tenderPeriod={"endDate": "9999-12-31T23:59:59Z"}, contractPeriod={"startDate": "0001-01-01"})
    take(source)
    values = {"answers_until": datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), "starts_on": date(1, 1, 1)}
    store.run(set_facts, NADIA, opportunity=number(store), **values)

    given = one(give())
    take(release(date="2026-10-02T09:00:00Z", tenderPeriod={"endDate": "2027-01-01T12:00:00Z"}))

    assert given == source
    assert facts(store)["answers_until"] == datetime(2027, 1, 1, 12, tzinfo=UTC)


LOTS = [{"id": "L1", "title": "Perken"}, {"id": "L2", "title": "Gras"}]


@pytest.mark.parametrize("tag", [["tenderUpdate"], ["compiled"]])
def test_release_that_leaves_our_lists_empty_deletes_no_requirement_or_criterion(
    store: Store, take: Take, tag: list[str]
):
    requirement = {"text": "Vijf mensen", "kinds": [], "alternative": "Bel ons.", "translations": {}}
    criterion = {"text": "Draagvlak", "weight": 100, "translations": {}}
    opened(store, take, **{OWN: {"by": "elders", "requirements": [requirement], "criteria": [criterion]}})
    nothing: dict[str, Any] = {OWN: {"by": "elders", "requirements": [], "criteria": []}, "criteria": []}

    take(release(date=NEWER, id="2", tag=tag, tenderPeriod={"endDate": UNTIL}, **nothing))

    assert (facts(store)["requirements"], facts(store)["criteria"]) == ([requirement], [criterion])


@pytest.mark.parametrize("nothing", [{"lots": []}, {"lots": None}, {"lots": [], "items": []}, {}, {"lots": {}}])
def test_release_that_leaves_lots_empty_deletes_no_part_of_an_open_record(
    waterdam: Store, take: Take, nothing: dict[str, Any]
):
    take(release(lots=LOTS, tenderPeriod={"endDate": UNTIL}, awardCriteriaDetails="Draagvlak"), into=waterdam)
    change(waterdam, **READY)
    waterdam.run(move_opportunity, NADIA, opportunity=number(waterdam), state="open")
    before = facts(waterdam)

    done = take(release(date=NEWER, tag=["tenderUpdate"], tenderPeriod={}, **nothing), into=waterdam)

    assert (done.updated, done.refused) == (1, 0)
    assert facts(waterdam) == before
    assert [part["title"] for part in before["parts"]] == ["Perken", "Gras"]


A, B, C = (release(title=title, **{name: title}) for title, name in (("A", "a"), ("B", "b"), ("C", "c")))


@pytest.mark.parametrize("order", list(permutations((A, B, C))))
@pytest.mark.parametrize("together", [True, False])
def test_releases_of_one_date_give_the_same_record_in_any_order(
    store: Store, take: Take, order: tuple[dict[str, Any], ...], together: bool
):
    older = release(date="2026-09-01T09:00:00Z", title="Eerder", old=1)
    take(older)

    counts = [(done.updated, done.same) for done in ([take(package(*order))] if together else map(take, order))]
    again = [(done.updated, done.same) for done in map(take, (*order, package(*order)))]

    source = columns(store)["source"]
    assert counts == [(1, 0)] * len(counts)
    assert again == [(0, 1)] * 4
    assert source == merged([older, *in_order([A, B, C])])
    assert facts(store)["title"] == source["tender"]["title"]
    assert all(source["tender"][name] for name in ("a", "b", "c", "old"))


def test_releases_of_one_date_are_told_of(store: Store, take: Take):
    first, second = take(package(A, B)), take(C)

    told = [done.findings.counts["exchange-same-date"] for done in (first, second)]
    assert (first.made, second.updated, told) == (1, 1, [1, 1])


def test_versioned_release_only_is_read(store: Store, take: Take):
    title = [
        {"releaseDate": "2026-01-01T00:00:00Z", "releaseID": "1", "releaseTag": ["tender"], "value": "Samen koken"}
    ]
    record = {"ocid": "ocds-abc123-1", "versionedRelease": {"tender": {"id": "T-1", "title": title}}}

    done = take({"version": "1.1", "records": [record]})

    assert (done.made, facts(store)["title"]) == (1, "Samen koken")
    assert columns(store)["source_date"] == datetime(2026, 1, 1, tzinfo=UTC)


LINK = {"url": "https://w.example/1", "date": "2026-11-01T00:00:00Z", "tag": ["tender"]}


@pytest.mark.parametrize(
    ("records", "key", "said"),
    [
        ([{"ocid": "o", "releases": [LINK | {"details": {"tender": {"id": "9", "title": "x"}}}]}], "exchange-all-links",
         {"url": "https://w.example/1"}),
        ([{"ocid": "o", "releases": [LINK]}, {"ocid": "p", "releases": [LINK]}], "exchange-all-links",
         {"url": "https://w.example/1"}),
        ([{"ocid": "o", "releases": []}], "exchange-all-empty", {}),
        ([{"ocid": "o", "versionedRelease": []}], "exchange-all-empty", {}),
        ([{"ocid": "o", "releases": [LINK]}, {"ocid": "p", "releases": []}], "exchange-not-ocds", {}),
    ],
)  # fmt: skip
def test_records_without_a_release_are_refused_with_the_reason(
    store: Store, take: Take, records: list[Any], key: str, said: dict[str, Any]
):
    before = everything(store)

    with pytest.raises(BrokenFile) as broken:
        take({"version": "1.1", "records": records})

    assert (broken.value.key, broken.value.facts) == (key, said)
    assert everything(store) == before
