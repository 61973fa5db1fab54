"""What stands in the database as rubbish stops no page of another opportunity."""

import pytest

from outreach.store.store import Store
from tests.outreach.store.spoiling import spoil_value
from tests.webclient import WebClient

PAGES = ("/", "/?theme=groen", "/kansen/2", "/ocds.json", "/kansen/2/ocds.json", "/health")
RUBBISH = [
    ("opportunity", "answers_until", "9rommel", 503),
    ("opportunity", "opened_at", "rommel", 503),
    ("opportunity", "starts_on", "rommel", 503),
    ("opportunity", "translations", "{rommel", 503),
    ("part", "translations", "rommel", 503),
    # its own page does not show when a record was changed
    ("opportunity", "changed_at", "rommel", 200),
]


@pytest.mark.parametrize(("table", "column", "value", "status"), RUBBISH)
async def test_pages_of_the_others_go_on_and_its_own_says_so(
    waterdam: Store,
    browser: WebClient,
    table: str,
    column: str,
    value: str,
    status: int,
) -> None:
    spoil_value(waterdam.path, table, column, 1, value)

    others = [(await browser.get(page)).status for page in PAGES]
    served = await (await browser.get("/ocds.json")).json()
    own = await browser.get("/kansen/1")

    assert others == [200] * len(PAGES)
    assert (own.status, "Gemeente Waterdam" in await own.text()) == (status, True)
    assert "WD-2026-01" not in {release["tender"]["id"] for release in served["releases"]}
    assert len(served["releases"]) > 1
