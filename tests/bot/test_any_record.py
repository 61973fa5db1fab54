"""With any record of a publisher every page, listing, dialogue and export still works."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.public.opportunity import shown_opportunity
from bot.public.overview import overview
from content.page.pages import Pages
from content.texts import Texts
from outreach.commands.show import show_opportunity
from outreach.commands.terminal import Printer
from outreach.exchange.ocds.exporting import export_package, public_package, write_package
from outreach.exchange.ocds.importing import import_releases
from outreach.exchange.ocds.package import check_file
from outreach.exchange.ocds.publisher import Publisher
from outreach.exchange.table.template import opportunities_page
from outreach.exchange.table.writing import as_csv, as_workbook
from outreach.interests.weigh import SCALE
from outreach.opportunities.codes import PARTY_KINDS
from outreach.opportunities.edit import find_by_tender_id
from outreach.reports.opportunities import opportunity_details, opportunity_overview
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person

ZONE = ZoneInfo("Europe/Amsterdam")
FRAME = {
    "path": "/",
    "address": "https://waterdam.example",
    "code": None,
    "square": "",
    "short": "waterdam.example/kansen/1",
}
COLUMNS = {"tender_id": None, "title": None, "state": "state", "answers_until": None}
MOMENTS: st.SearchStrategy[Any] = st.sampled_from(
    [
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00",
        "9019-01-01",
        "1970-01-01T00:00:00Z",
        "2199-12-30",
        "2027-06-01T12:00:00Z",
        "morgen",
        "",
        7,
        None,
        [],
        {},
    ]
)
AMOUNTS: st.SearchStrategy[Any] = st.sampled_from(
    [1e300, -1e300, 10**30, "1e999999", "NaN", "1.234,50", "", -5, 0, 0.1, 10**13, None, [], {}]
)
LONG = "Wij zoeken { $buren } *die_ helpen. " * 600
"""Stands in a file where an example has a tilde."""

TEXTS: st.SearchStrategy[Any] = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "{ $x } { -y }",
            "<b>a</b>&#0;",
            "\ue0000\ue000",
            "\ud800",
            "\u202eabc",
            "a\0b",
            None,
            5,
            [],
            {},
        ]
    ),
    st.just("~ en ~"),
)
OWN = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXTS,
        "summary": TEXTS,
        "language": TEXTS,
        "currency": TEXTS,
        "duration": TEXTS,
        "direction": st.sampled_from(["formal", "oud", None, 5]),
        "themes": st.sampled_from([["groen"], ["oud"], "x"]),
        "translations": st.dictionaries(
            TEXTS.filter(lambda key: isinstance(key, str)), TEXTS, max_size=2
        ),
        "starts_on": MOMENTS,
        "answers_until": MOMENTS,
        "value_cents": AMOUNTS,
    },
)
TENDERS = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXTS,
        "description": TEXTS,
        "value": st.fixed_dictionaries({"amount": AMOUNTS, "currency": TEXTS}),
        "tenderPeriod": st.fixed_dictionaries({"endDate": MOMENTS}),
        "enquiryPeriod": st.fixed_dictionaries({"endDate": MOMENTS}),
        "contractPeriod": st.fixed_dictionaries({"startDate": MOMENTS}),
        "lots": st.lists(st.fixed_dictionaries({"id": TEXTS, "title": TEXTS}), max_size=2),
        "awardCriteriaDetails": TEXTS,
        "x_kansenbode": OWN,
    },
)
SHOW = """UPDATE opportunity SET state = 'open', version = 1,
    opened_at = '2026-11-01 09:00:00.000000+00:00',
    answers_until = CASE WHEN answers_until > '2027-01-01 00:00:00.000000+00:00' THEN answers_until
    ELSE :far END
    WHERE ocid = :ocid"""
FAR = {"sqlite": "9999-12-31 23:59:59.000000", "postgresql": "9999-12-31 23:59:59+00:00"}


def take(store: Store, path: Path, number: int, tender: dict[str, Any], date: Any) -> int:
    """Import a record, and one beside it; return the first one's number."""
    odd = {"ocid": f"ocds-abc123-{number}", "date": date, "tag": ["tender"], "tender": tender}
    content = json.dumps(
        {"releases": [odd, {"ocid": f"ocds-abc123-beside-{number}", "tender": {}}]}
    )
    path.write_text(content.replace("~", LONG))
    with check_file(path, zone=ZONE) as checked:
        done = import_releases(
            store, checked, actor=Actor("import"), zone=ZONE, organisation_id="GM9901"
        )
    assert (done.made, done.refused, done.skipped) == (2, 0, 0)
    found = store.look(find_by_tender_id, tender_id=odd["ocid"])
    assert found is not None
    return found


def read_pages(store: Store, texts: Texts, opportunity: int) -> None:
    """Read the first page and the record's own, in every language."""
    pages = Pages(texts)
    for language in texts.languages:
        first = store.look(overview, language=language, zone=ZONE)
        own = store.look(shown_opportunity, opportunity=opportunity, language=language, zone=ZONE)
        assert own is not None
        assert opportunity in [one.card.id for one in first.listed]
        pages.render("overview.html", language, view=first, **FRAME)
        pages.render(
            "opportunity.html", language, view=own, page=own.opportunity, scale=SCALE, **FRAME
        )


def read_listings(store: Store, texts: Texts, opportunity: int) -> None:
    """Read what staff read, and what goes out."""
    printer = Printer(texts, "nl")
    rows = store.look(opportunity_overview)
    details = store.look(opportunity_details, opportunity=opportunity, today=store.clock().date())
    kinds = {kind: texts.name("party", kind, "nl") for kind in PARTY_KINDS}
    publisher = Publisher(
        "Gemeente Waterdam", "GM9901", "https://waterdam.example/", ZONE, kinds, {}
    )
    for as_json in (False, True):
        printer.listing(rows, COLUMNS, as_json=as_json)
        show_opportunity(printer, details, [], as_json=as_json)
    for drafts in (False, True):
        write_package(store.look(export_package, publisher=publisher, drafts=drafts))
    everything: dict[str, Any] | None = store.look(public_package, publisher=publisher)
    write_package(everything or {})
    page = store.look(opportunities_page, opportunities=[opportunity], texts=texts, language="nl")
    as_csv([page], ZONE)
    as_workbook([page], ZONE)


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(tender=TENDERS, date=MOMENTS)
def test_any_record_is_read_by_everybody(
    person: Person,
    texts: Texts,
    tmp_path: Path,
    change: Callable[..., None],
    tender: dict[str, Any],
    date: Any,
) -> None:
    store = person.store
    number = len(store.look(opportunity_overview))
    opportunity = take(store, tmp_path / "odd.json", number, tender, date)
    read_listings(store, texts, opportunity)
    far = FAR[
        "sqlite"
        if store.look(lambda unit: unit.connection.dialect.name) == "sqlite"
        else "postgresql"
    ]
    change(store, SHOW, far=far, ocid=f"ocds-abc123-{number}")

    read_pages(store, texts, opportunity)
    read_listings(store, texts, opportunity)
    browsed, card = person.say("kansen"), person.enter(opportunity=opportunity)
    more = person.press("Vertel meer")

    assert texts.text("talk-failed", "nl") not in {browsed, card, more}
