"""An import that changes what people joined tells them, once; the same file again tells nobody."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import pytest

from content.texts import Texts
from outreach.exchange.ocds.importing import import_releases
from outreach.exchange.ocds.package import check_file
from outreach.exchange.opened import open_file
from outreach.exchange.table.importing import import_table
from outreach.exchange.table.reading import read_table
from outreach.interests.tell import Telling
from outreach.reports.told import ToldOf, told_of
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.venues.post import post_card
from outreach.venues.presence import arrive
from outreach.venues.register import confirm_venue
from tests.accounts import connect_telegram
from tests.conftest import LOUD
from tests.outreach.exchange.opening import NADIA, join, opened

HERE = ZoneInfo("Europe/Amsterdam")
IMPORT = Actor("import")
UNTIL = "2027-06-30T23:59:59+02:00"


@pytest.fixture
def telling() -> Telling:
    """What news and cards need: also who we are, and where."""
    return Telling(Texts(organisation="Waterdam", address="https://waterdam.example"), LOUD)


@pytest.fixture
def enter(waterdam: Store, tmp_path: Path, texts: Texts, telling: Telling) -> Callable[..., None]:
    """Import a table of one row."""

    def run(headings: str, row: str) -> None:
        file = tmp_path / "table.csv"
        file.write_text(f"{headings}\n{row}\n")
        with open_file(file) as opened:
            table = read_table(opened, texts)
        import_table(
            waterdam,
            table,
            actor=IMPORT,
            texts=texts,
            zone=HERE,
            ocid_prefix="ocds-xxxxxx",
            telling=telling,
            keep="always",
        )

    return run


@pytest.fixture
def take(waterdam: Store, tmp_path: Path, telling: Telling) -> Callable[..., None]:
    """Import a file of one release."""

    def run(date: str, **tender: object) -> None:
        tender = {"id": "T-1", "title": "Maai mee", "tenderPeriod": {"endDate": UNTIL}} | tender
        release = {
            "ocid": "ocds-abc123-1",
            "id": date,
            "date": f"{date}T00:00:00Z",
            "tag": ["tender"],
            "tender": tender,
        }
        file = tmp_path / "release.json"
        file.write_bytes(orjson.dumps({"releases": [release]}))
        with check_file(file, zone=HERE) as checked:
            import_releases(
                waterdam,
                checked,
                actor=IMPORT,
                zone=HERE,
                organisation_id="GM9901",
                telling=telling,
                keep="always",
            )

    return run


def told(store: Store, opportunity: int) -> list[tuple[str, int]]:
    notices: list[ToldOf] = store.look(told_of, opportunity=opportunity)
    return [(notice.what, len(notice.recipients)) for notice in notices]


def test_changed_row_tells_who_is_interested_and_the_same_row_nobody(
    waterdam: Store, enter: Callable[..., None]
) -> None:
    join(waterdam, 1)

    enter("kenmerk;hoe lang", "WD-2026-01;Drie jaar")
    enter("kenmerk;hoe lang", "WD-2026-01;Drie jaar")

    assert told(waterdam, 1) == [("change", 1)]


def test_changed_row_changes_the_card_that_waits_to_be_posted(
    waterdam: Store, enter: Callable[..., None], telling: Telling, stored: Callable[..., list[Any]]
) -> None:
    connect_telegram(waterdam)
    group = {"channel": "telegram", "external_id": "-100", "kind": "neighbourhood_group"}
    waterdam.run(arrive, NOBODY, **group, name="Noord", language="nl")
    waterdam.run(confirm_venue, NADIA, code="noord")
    waterdam.run(post_card, NADIA, code="noord", opportunity=1, texts=telling.texts, quiet=LOUD)

    enter("kenmerk;titel", "WD-2026-01;Nieuw plantsoen")

    ((message, name),) = stored(
        waterdam, "SELECT message, name FROM delivery JOIN mailing ON mailing.id = mailing_id"
    )
    assert name == "venue-card@2"
    assert "Nieuw plantsoen" in str(message)


def test_several_rows_in_a_row_are_one_notice(waterdam: Store, enter: Callable[..., None]) -> None:
    join(waterdam, 1)

    for years in ("Drie jaar", "Vier jaar"):
        enter("kenmerk;hoe lang", f"WD-2026-01;{years}")

    assert told(waterdam, 1) == [("change", 1)]


def test_newer_release_tells_and_the_same_one_again_does_not(
    waterdam: Store, take: Callable[..., None]
) -> None:
    take("2026-10-01")
    number = opened(waterdam)

    take("2026-10-05", title="Maai en wied mee")
    take("2026-10-05", title="Maai en wied mee")

    assert told(waterdam, number) == [("change", 1)]


def test_source_that_ended_tells_that_it_closed(waterdam: Store, take: Callable[..., None]) -> None:
    take("2026-10-01")
    number = opened(waterdam)

    take("2026-10-05", status="complete")

    assert told(waterdam, number) == [("closed", 1)]


def test_new_row_and_new_release_tell_nobody(
    waterdam: Store,
    enter: Callable[..., None],
    take: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    enter("kenmerk;titel", "T-9;Nieuw")
    take("2026-10-01")

    assert stored(waterdam, "SELECT count(*) FROM mailing") == [(0,)]
