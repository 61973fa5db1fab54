"""What stands in the database as rubbish stops no page of another opportunity."""

import pytest

from outreach.store.store import Store
from tests.outreach.store.spoiling import spoil_value
from tests.webclient import WebClient

PAGES = ("/", "/?theme=groen", "/kansen/2", "/ocds.json", "/kansen/2/ocds.json", "/health")
RUBBISH = [
    ("opportunity", "answers_until", "9rommel"),
    ("opportunity", "changed_at", "rommel"),
    ("opportunity", "starts_on", "rommel"),
    ("opportunity", "translations", "{rommel"),
    ("part", "translations", "rommel"),
]


@pytest.mark.parametrize(("table", "column", "value"), RUBBISH)
async def test_pages_of_the_others_go_on_and_its_own_says_so(
    waterdam: Store,
    browser: WebClient,
    table: str,
    column: str,
    value: str,
) -> None:
    spoil_value(waterdam.path, table, column, 1, value)

    others = [(await browser.get(page)).status for page in PAGES]
    served = await (await browser.get("/ocds.json")).json()
    own = await browser.get("/kansen/1")

    assert others == [200] * len(PAGES)
    assert (own.status, "Gemeente Waterdam" in await own.text()) == (503, True)
    assert "WD-2026-01" not in {release["tender"]["id"] for release in served["releases"]}
    assert len(served["releases"]) > 1
