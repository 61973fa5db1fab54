"""Every fact that one way takes in comes unchanged through every other way, in and out."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.texts import Texts
from outreach.commands.fields import DOTTED, FIELDS, read_fields
from outreach.commands.show import OPPORTUNITY, show_opportunity
from outreach.commands.terminal import Printer
from outreach.exchange.ocds.exporting import export_package, write_package
from outreach.exchange.ocds.importing import import_releases
from outreach.exchange.ocds.package import check_file
from outreach.exchange.ocds.publisher import Publisher
from outreach.exchange.opened import open_file
from outreach.exchange.stored import facts_of_many
from outreach.exchange.table.columns import all_columns
from outreach.exchange.table.importing import import_table
from outreach.exchange.table.reading import read_table
from outreach.exchange.table.template import opportunities_page
from outreach.exchange.table.writing import as_csv, as_workbook
from outreach.interests.fair import version_facts
from outreach.opportunities.card import CARD_FACTS, PAGE_FACTS, opportunity_page
from outreach.opportunities.edit import (
    get_opportunity,
    new_opportunity,
    publish_version,
    write_opportunities,
)
from outreach.opportunities.facts import (
    FACTS,
    ITEMS,
    SEEN,
    no_facts,
)
from outreach.opportunities.place import add_places
from outreach.opportunities.readers import held
from outreach.reports.opportunities import opportunity_details
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.outreach.opportunities.any_facts import ALL, PLACES, ZONE, lines

NADIA = Actor("staff", 1)
MADE = {"csv": as_csv, "xlsx": as_workbook}


EVERYTHING = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer(Texts(ZONE), "nl", ZONE)


@pytest.fixture
def fresh(tmp_path: Path, empty_database: Path, clock: Any) -> Callable[[], Store]:
    """Another store, with places only."""
    count = iter(range(1_000_000))

    def fresh() -> Store:
        path = tmp_path / f"{next(count)}.db"
        path.write_bytes(empty_database.read_bytes())
        store = Store(path, clock)
        known = [{"code": code, "year": 2026, "name": name} for code, name in PLACES.items()]
        store.run(add_places, NOBODY, places=known)
        return store

    return fresh


def made(store: Store, facts: dict[str, Any]) -> int:
    return store.run(new_opportunity, NADIA, tender_id="T-1", ocid_prefix="ocds-x", **facts)


def stored(store: Store) -> dict[str, Any]:
    """What the only opportunity of a store holds."""
    [found] = store.look(facts_of_many, opportunities=[1]).values()
    return {fact.name: found[fact.name] for fact in FACTS}


def enter(store: Store, path: Path, raw: bytes, printer: Printer) -> Any:
    """Import a table."""
    path.write_bytes(raw)
    with open_file(path) as opened:
        table = read_table(opened, printer.texts)
    values: dict[str, Any] = {"actor": Actor("import"), "texts": printer.texts, "zone": ZONE}
    return import_table(store, table, ocid_prefix="ocds-x", **values)


@EVERYTHING
@given(given=ALL)
def test_what_is_typed_on_the_command_line_is_kept_as_it_was_typed(
    given: dict[str, Any], fresh: Callable[[], Store], printer: Printer
) -> None:
    with fresh() as store:
        made(store, read_fields(lines(given, printer), printer))

        assert stored(store) == given


@EVERYTHING
@given(given=ALL, form=st.sampled_from(sorted(MADE)), language=st.sampled_from(["nl", "en"]))
def test_what_is_stored_goes_out_as_a_table_and_comes_back(
    given: dict[str, Any],
    form: str,
    language: str,
    fresh: Callable[[], Store],
    printer: Printer,
    tmp_path: Path,
) -> None:
    with fresh() as store, fresh() as empty:
        made(store, given)
        wanted: dict[str, Any] = {"texts": printer.texts, "language": language}
        page = store.look(opportunities_page, opportunities=[1], **wanted)
        raw = MADE[form]([page], ZONE)

        again = enter(store, tmp_path / "again", raw, printer)
        anew = enter(empty, tmp_path / "anew", raw, printer)

        assert (again.same, again.findings.shown, stored(store)) == (1, [], given)
        assert (anew.made, anew.findings.shown) == (1, [])
        assert untranslated(stored(empty)) == untranslated(given)


def untranslated(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts as a table holds them: without what is said in another language."""
    lists = {name: [item | {"translations": {}} for item in facts[name]] for name in ITEMS}
    return facts | lists | {"translations": {}}


@EVERYTHING
@given(given=ALL)
def test_what_is_stored_goes_out_as_a_release_and_comes_back(
    given: dict[str, Any], fresh: Callable[[], Store], printer: Printer, tmp_path: Path
) -> None:
    publisher = Publisher("Gemeente Waterdam", "GM9901", "https://x.example/", ZONE, {}, {})
    with fresh() as store, fresh() as empty:
        made(store, given)
        package = store.look(export_package, publisher=publisher, drafts=True)
        path = tmp_path / "package.json"
        path.write_bytes(write_package(package))

        with check_file(path, zone=ZONE) as checked:
            done = import_releases(
                empty, checked, actor=Actor("import"), zone=ZONE, organisation_id="GM0344"
            )

        assert (done.made, done.refused) == (1, 0)
        assert stored(empty) == given | {"official": ""}


@EVERYTHING
@given(given=ALL)
def test_what_is_stored_is_shown_to_staff_and_residents(
    given: dict[str, Any],
    fresh: Callable[[], Store],
    printer: Printer,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def publish(unit: Unit) -> None:
        row = get_opportunity(unit, opportunity=1)
        publish_version(unit, row)
        write_opportunities(unit, [row], "version")

    with fresh() as store:
        made(store, given)
        store.run(publish, NADIA)

        details = store.look(opportunity_details, opportunity=1, today=date(2026, 1, 1))
        capsys.readouterr()
        show_opportunity(printer, details, [], as_json=True)
        [record] = json.loads(capsys.readouterr().out)
        page = store.look(opportunity_page, opportunity=1, language="tr")
        version = store.look(version_facts, opportunity=1, version=1)

    plain = [fact.name for fact in FACTS if fact.kind in ("text", "code", "codes", "money")]
    assert {name: record[name] for name in plain} == {name: given[name] for name in plain}
    shown = {name: getattr(page, name) for name in PAGE_FACTS}
    assert shown | {"checklist": page.checklist | page.chosen} == {
        name: given[name] for name in PAGE_FACTS
    }
    assert {name: getattr(page.card, name) for name in CARD_FACTS} == {
        name: given[name] for name in CARD_FACTS
    }
    assert version is not None
    assert {*SEEN} <= version.keys()


def test_every_fact_has_its_place_on_every_way(printer: Printer) -> None:
    apart = {"checklist", "translations", *ITEMS}
    names = {fact.name for fact in FACTS}

    assert {asked.stored or name for name, asked in FIELDS.items()} | {*DOTTED} == names
    assert {column.among or column.fact for column in all_columns(1)} >= names - {"translations"}
    assert no_facts().keys() == {fact.name for fact in FACTS if fact.exchanged}
    assert {fact.heading for fact in FACTS if fact.name not in apart} - {"currency"} <= {
        *OPPORTUNITY
    }
    said = {name for name in SEEN if printer.texts.has("code-fact", name.replace("_", "-"))}
    assert said == {*SEEN}


def test_samples_keep_to_the_limits(waterdam: Store) -> None:
    found = waterdam.look(facts_of_many, opportunities=list(range(1, 9)))

    wrong = [
        (number, fact.name)
        for number, facts in found.items()
        for fact in FACTS
        if fact.kind not in ("day", "deadline") and held(fact, facts[fact.name]) != facts[fact.name]
    ]
    assert (len(found), wrong) == (8, [])
