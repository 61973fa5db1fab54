"""An import makes drafts, twice changes nothing, and updates only what staff left alone."""

from datetime import UTC, datetime
from typing import Any

import pytest

from outreach.exchange.findings import ImportFinding
from outreach.exchange.own_facts import OWN
from outreach.opportunities.edit import new_opportunity
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit
from tests.outreach.exchange.conftest import (
    NADIA,
    Take,
    columns,
    everything,
    facts,
    package,
    release,
)
from tests.outreach.exchange.ocds.opening import NEWER, UNTIL, change, move, opened


def deeds(store: Store) -> list[tuple[str, str]]:
    query = "SELECT actor, deed FROM event ORDER BY id"

    def events(unit: Unit) -> list[Any]:
        return [tuple(row) for row in unit.connection.exec_driver_sql(query)]

    return store.look(events)


def test_import_makes_a_draft_with_its_source(store: Store, take: Take) -> None:
    source = release(value={"amount": 10, "currency": "EUR"}, x_extra={"a": [1]})

    done = take(source)

    made = columns(store)
    assert (done.made, done.findings.shown) == (1, [])
    assert (made["state"], made["version"], made["title"], made["value_cents"]) == (
        "draft",
        0,
        "Zorg mee",
        1000,
    )
    assert (made["ocid"], made["source"]) == ("ocds-abc123-1", source)
    assert made["source_date"] == datetime(2026, 10, 1, 9, tzinfo=UTC)
    assert deeds(store) == [("import", "opportunity.made")]


def test_import_twice_changes_nothing(store: Store, take: Take) -> None:
    content = package(release(), release(ocid="ocds-abc123-2", id="2", title=None))
    take(content)
    before = everything(store)

    again = take(content)

    assert (again.made, again.updated, again.same) == (0, 0, 2)
    assert everything(store) == before


def test_import_of_a_newer_release_updates(store: Store, take: Take) -> None:
    take(release(lots=[{"id": "a", "title": "A"}]))

    done = take(release(date=NEWER, id="2", title="Zorg voor groen", description=None))

    assert (done.updated, facts(store)["title"], facts(store)["description"]) == (
        1,
        "Zorg voor groen",
        "",
    )
    assert [part["key"] for part in facts(store)["parts"]] == ["a"]
    assert columns(store)["source"]["id"] == "2"


def test_import_of_an_older_release_is_ignored_and_counted(store: Store, take: Take) -> None:
    take(release(date=NEWER))
    before = everything(store)

    done = take(release(title="Vroeger"))

    assert (done.older, done.updated) == (1, 0)
    assert everything(store) == before


def test_import_of_several_releases_of_one_process_lets_the_newest_count(
    store: Store, take: Take
) -> None:
    done = take(
        package(release(date=NEWER, id="2", title="Nieuw"), release(title="Oud", language="en"))
    )

    assert (done.made, facts(store)["title"], facts(store)["language"]) == (1, "Nieuw", "nl")


def test_import_keeps_what_staff_filled_in_and_changed(store: Store, take: Take) -> None:
    take(release(lots=[{"id": "a", "title": "A"}]))
    change(store, direction="informal", title="Onze titel", summary="Kort.")

    take(
        release(
            date=NEWER, title="Hun titel", description="Nieuw.", lots=[{"id": "a", "title": "B"}]
        )
    )

    now = facts(store)
    assert (now["direction"], now["title"], now["summary"]) == ("informal", "Onze titel", "Kort.")
    assert (now["description"], now["parts"][0]["title"]) == ("Nieuw.", "B")


def test_import_keeps_a_title_where_the_source_loses_it(store: Store, take: Take) -> None:
    take(release())

    take(release(date=NEWER, title=None))

    assert facts(store)["title"] == "Zorg mee"


def test_import_publishes_a_change_of_an_open_opportunity(store: Store, take: Take) -> None:
    opened(store, take)

    take(release(date=NEWER, description="Meer uitleg.", tenderPeriod={"endDate": UNTIL}))

    assert (columns(store)["state"], columns(store)["version"]) == ("open", 2)


def test_import_publishes_nothing_where_no_fact_changed(store: Store, take: Take) -> None:
    opened(store, take)

    take(release(date=NEWER, tenderPeriod={"endDate": UNTIL}, x_extra=1))

    assert (columns(store)["version"], columns(store)["source"]["tender"]["x_extra"]) == (1, 1)


@pytest.mark.parametrize("status", ["cancelled", "complete", "unsuccessful", "withdrawn"])
def test_import_closes_an_open_opportunity_whose_source_ended(
    store: Store, take: Take, status: str
) -> None:
    opened(store, take)

    done = take(release(date=NEWER, tenderPeriod={"endDate": UNTIL}, status=status))

    assert (columns(store)["state"], done.closed) == ("closed", ["ocds-abc123-1"])


def test_import_leaves_open_what_staff_opened_after_its_source_had_ended(
    store: Store, take: Take
) -> None:
    opened(store, take, status="complete")

    done = take(release(date=NEWER, tenderPeriod={"endDate": UNTIL}, status="complete"))

    assert (columns(store)["state"], done.closed, done.updated) == ("open", [], 1)


def test_import_changes_nothing_of_an_opportunity_that_ended(store: Store, take: Take) -> None:
    opened(store, take)
    move(store, "withdrawn")
    before = everything(store)

    done = take(release(date=NEWER, title="Nieuw"))

    assert (done.refused, done.findings.shown) == (
        1,
        [ImportFinding("refusal-ended", "ocds-abc123-1", facts={"given": "T-1"})],
    )
    assert everything(store) == before


def test_import_changes_nothing_of_our_own(store: Store, take: Take) -> None:
    store.run(
        new_opportunity, NADIA, tender_id="T-1", ocid_prefix="ocds-abc123", ocid="ocds-abc123-1"
    )
    before = everything(store)

    done = take(release())

    assert (done.own, done.findings.shown) == (1, [ImportFinding("exchange-own", "ocds-abc123-1")])
    assert everything(store) == before


def test_import_changes_nothing_by_what_was_exported_here(store: Store, take: Take) -> None:
    take(release())
    ours = release(date=NEWER, title="Anders", **{OWN: {"by": "GM9901"}})
    before = everything(store)

    done = take(ours)

    assert (done.own, everything(store)) == (1, before)
    assert take(ours, organisation_id="GM0344").updated == 1


def test_import_writes_in_small_units(
    store: Store, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    units: list[int] = []
    run = Store.run

    def counted(self: Store, rule: Any, actor: Actor, /, **values: Any) -> Any:
        units.append(len(values["drafts"]))
        return run(self, rule, actor, **values)

    monkeypatch.setattr(Store, "run", counted)
    large = release(ocid="ocds-abc123-0", description="a" * 300_000)

    done = take(package(large, *[release(ocid=f"ocds-abc123-{n}") for n in range(1, 101)]))

    assert (done.made, units) == (101, [1, 20, 20, 20, 20, 20])
