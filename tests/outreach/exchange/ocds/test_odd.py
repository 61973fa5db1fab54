"""What is odd in a release is left out or told, and stops nothing else of the file."""

from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from outreach.exchange.findings import BrokenFile, ImportFinding
from outreach.exchange.ocds.merge import in_order, merged
from outreach.exchange.ocds.package import Checked
from outreach.exchange.own_facts import OWN
from outreach.opportunities.edit import set_facts
from outreach.store.store import Store
from tests.outreach.exchange.conftest import (
    NADIA,
    Give,
    Take,
    columns,
    everything,
    facts,
    number,
    one,
    package,
    release,
)

FAR = (
    "9999-12-31T23:59:59Z",
    "9019-05-01T12:00:00+02:00",
    "0001-01-01T00:00:00Z",
    "0001-01-01",
    "9999-12-31",
)
A, B, C = (
    release(title=title, **{name: title}) for title, name in (("A", "a"), ("B", "b"), ("C", "c"))
)
LINK = {"url": "https://w.example/1", "date": "2026-11-01T00:00:00Z", "tag": ["tender"]}

NEWER = "2026-10-02T09:00:00Z"
UNTIL = "2026-12-01T17:00:00Z"


@pytest.mark.parametrize(
    "broken", ['{"releases": [', b'{"releases": ["\xff"]}', "{}", "kenmerk;titel"]
)
def test_a_broken_file_changes_nothing(store: Store, take: Take, broken: Any) -> None:
    take(release())
    before = everything(store)

    with pytest.raises(BrokenFile):
        take(broken)

    assert everything(store) == before


def test_a_file_that_breaks_off_after_good_releases_changes_nothing(
    store: Store, take: Take, tmp_path: Path
) -> None:
    path = tmp_path / "half.json"
    path.write_text('{"releases": [' + '{"ocid": "ocds-abc123-1", "tender": {}}, ' * 500)
    before = everything(store)

    with pytest.raises(BrokenFile, match="exchange-truncated"):
        take(path)

    assert everything(store) == before


def test_findings_are_counted_beyond_those_that_are_kept(store: Store, take: Take) -> None:
    done = take(package(*[release(ocid=f"PW-{n}") for n in range(1_010)]))

    assert (done.made, len(done.findings.shown), done.findings.unshown) == (1_010, 1_000, 10)
    assert done.findings.counts == {"exchange-ocid-form": 1_010}


def test_checked_file_leaves_nothing_behind_when_closed() -> None:
    checked = Checked()
    checked.keep("o", datetime(2026, 1, 1, tzinfo=UTC), b"{}")
    checked.close()

    with pytest.raises(ValueError, match="closed"):
        checked.releases("o")


@pytest.mark.parametrize("given", FAR)
@pytest.mark.parametrize(
    "field", ["tenderPeriod.endDate", "enquiryPeriod.endDate", "contractPeriod.startDate"]
)
def test_year_far_off_is_no_date_and_the_rest_of_the_file_comes_in(
    store: Store, take: Take, field: str, given: str
) -> None:
    period, end = field.split(".")
    far, other = release(**{period: {end: given}}), release(ocid="ocds-abc123-2")

    done = take(package(far, other))

    found = [found for found in done.findings.shown if found.key == "exchange-date-far"]
    assert (done.made, done.refused, done.skipped) == (2, 0, 0)
    assert found == [
        ImportFinding("exchange-date-far", "ocds-abc123-1", facts={"given": given, "field": field})
    ]
    assert [facts(store)[name] for name in ("questions_until", "answers_until", "starts_on")] == [
        None
    ] * 3


@pytest.mark.parametrize("given", [*FAR, "1e5", 7, None])
def test_release_with_a_date_far_off_is_overtaken_by_the_next_one(
    store: Store, take: Take, given: Any
) -> None:
    take(release(date=given))

    done = take(release(title="Nieuw"))

    assert (done.updated, facts(store)["title"]) == (1, "Nieuw")


def test_amount_that_no_database_holds_is_left_out(store: Store, take: Take) -> None:
    amounts: list[Any] = ["1e999999", 1e300, 10**30, "9" * 40, -1e300, {}, True]

    done = take(
        package(
            *(
                release(ocid=f"ocds-abc123-{n}", value={"amount": amount})
                for n, amount in enumerate(amounts)
            )
        )
    )

    assert (done.made, done.refused) == (len(amounts), 0)
    assert [facts(store, f"ocds-abc123-{n}")["value_cents"] for n in range(len(amounts))] == [
        None
    ] * len(amounts)
    counts = done.findings.counts
    assert (counts["exchange-amount-wrong"], counts["exchange-amount-beyond"]) == (3, 4)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("answers_until", "9999-12-31T23:59:59Z"),
        ("starts_on", "9999-12-31"),
        ("value_cents", 10**30),
        ("starts_on", "0001-01-01"),
    ],
)
def test_own_fact_out_of_bounds_is_left_out(
    store: Store, take: Take, name: str, value: Any
) -> None:
    done = take(release(**{OWN: {name: value}}))

    assert (done.made, facts(store)[name]) == (1, None)
    assert (
        ImportFinding("exchange-own-wrong", "ocds-abc123-1", facts={"field": name})
        in done.findings.shown
    )


def test_stored_date_far_off_goes_out_as_the_source_had_it_and_follows_the_source(
    store: Store, take: Take, give: Give
) -> None:
    source = release(
        tenderPeriod={"endDate": "9999-12-31T23:59:59Z"}, contractPeriod={"startDate": "0001-01-01"}
    )
    take(source)
    values = {
        "answers_until": datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
        "starts_on": date(1, 1, 1),
    }
    store.run(set_facts, NADIA, opportunity=number(store), **values)

    given = one(give())
    take(release(date="2026-10-02T09:00:00Z", tenderPeriod={"endDate": "2027-01-01T12:00:00Z"}))

    assert given == source
    assert facts(store)["answers_until"] == datetime(2027, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("order", list(permutations((A, B, C))))
@pytest.mark.parametrize("together", [True, False])
def test_releases_of_one_date_give_the_same_record_in_any_order(
    store: Store, take: Take, order: tuple[dict[str, Any], ...], together: bool
) -> None:
    older = release(date="2026-09-01T09:00:00Z", title="Eerder", old=1)
    take(older)

    counts = [
        (done.updated, done.same)
        for done in ([take(package(*order))] if together else map(take, order))
    ]
    again = [(done.updated, done.same) for done in map(take, (*order, package(*order)))]

    source = columns(store)["source"]
    assert counts == [(1, 0)] * len(counts)
    assert again == [(0, 1)] * 4
    assert source == merged([older, *in_order([A, B, C])])
    assert facts(store)["title"] == source["tender"]["title"]
    assert all(source["tender"][name] for name in ("a", "b", "c", "old"))


def test_releases_of_one_date_are_told_of(store: Store, take: Take) -> None:
    first, second = take(package(A, B)), take(C)

    told = [done.findings.counts["exchange-same-date"] for done in (first, second)]
    assert (first.made, second.updated, told) == (1, 1, [1, 1])


def test_versioned_release_only_is_read(store: Store, take: Take) -> None:
    title = [
        {
            "releaseDate": "2026-01-01T00:00:00Z",
            "releaseID": "1",
            "releaseTag": ["tender"],
            "value": "Samen koken",
        }
    ]
    record = {
        "ocid": "ocds-abc123-1",
        "versionedRelease": {"tender": {"id": "T-1", "title": title}},
    }

    done = take({"version": "1.1", "records": [record]})

    assert (done.made, facts(store)["title"]) == (1, "Samen koken")
    assert columns(store)["source_date"] == datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("records", "key", "said"),
    [
        (
            [
                {
                    "ocid": "o",
                    "releases": [LINK | {"details": {"tender": {"id": "9", "title": "x"}}}],
                }
            ],
            "exchange-all-links",
            {"url": "https://w.example/1"},
        ),
        (
            [{"ocid": "o", "releases": [LINK]}, {"ocid": "p", "releases": [LINK]}],
            "exchange-all-links",
            {"url": "https://w.example/1"},
        ),
        ([{"ocid": "o", "releases": []}], "exchange-all-empty", {}),
        ([{"ocid": "o", "versionedRelease": []}], "exchange-all-empty", {}),
        (
            [{"ocid": "o", "compiledRelease": None}, {"ocid": "p", "compiledRelease": {}}],
            "exchange-all-empty",
            {},
        ),
        (
            [{"ocid": "o"}, {"ocid": "p", "releases": [{"date": "2026-10-01", "tag": ["tender"]}]}],
            "exchange-all-empty",
            {},
        ),
        (
            [{"ocid": "o", "releases": [LINK]}, {"ocid": "p", "releases": []}, 3],
            "exchange-all-links",
            {"url": "https://w.example/1"},
        ),
    ],
)
def test_records_without_a_release_are_refused_with_the_reason(
    store: Store, take: Take, records: list[Any], key: str, said: dict[str, Any]
) -> None:
    before = everything(store)

    with pytest.raises(BrokenFile) as broken:
        take({"version": "1.1", "records": records})

    assert (broken.value.key, broken.value.facts) == (key, said)
    assert everything(store) == before
