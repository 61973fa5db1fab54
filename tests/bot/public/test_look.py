"""A town's own logo and colour, everywhere where they are seen."""

import json
from pathlib import Path
from typing import Any

import pytest

from outreach.settings import Settings, SettingsError
from outreach.web.town import town_of
from tests.webclient import WebClient

BLUE = "#154273"
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 40">'
    '<path fill="#154273" d="M0 0h40v40H0z"/></svg>'
)


@pytest.fixture
def own(tmp_path: Path) -> dict[str, Any]:
    """A town with a logo and a colour."""
    logo = tmp_path / "logo.svg"
    logo.write_text(LOGO)
    site = "https://www.waterdam.example"
    return {"logo": str(logo), "colour": BLUE, "website": site}


async def asset(browser: WebClient, page: str, name: str) -> Any:
    """Return the answer with a static file that a page names."""
    text = await (await browser.get(page)).text()
    start = text.index(f"/static/{name}.")
    return await browser.get(text[start : text.index('"', start)])


@pytest.mark.parametrize("path", ["/", "/kansen/1", "/privacy", "/nergens"])
async def test_logo_stands_on_top_of_every_page(browser: WebClient, path: str) -> None:
    text = await (await browser.get(path)).text()

    assert text.count('<img class="logo"') == 1
    assert 'width="160" height="40" alt>' in text
    assert '<svg class="mark"' not in text


async def test_logo_that_is_opened_by_itself_can_do_nothing(browser: WebClient) -> None:
    answer = await asset(browser, "/", "logo")

    assert (answer.status, answer.content_type) == (200, "image/svg+xml")
    assert await answer.text() == LOGO
    policy = answer.headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


async def test_colour_follows_our_own(browser: WebClient) -> None:
    style = await (await asset(browser, "/", "tokens")).text()

    assert style.rindex(f"--accent:{BLUE}") > style.rindex("--accent: #")


async def test_mark_and_what_programs_read_have_the_colour(browser: WebClient) -> None:
    mark = await (await asset(browser, "/", "mark")).text()
    manifest = json.loads(await (await browser.get("/site.webmanifest")).text())

    assert mark.count(BLUE) == 1
    assert manifest["theme_color"] == BLUE


async def test_way_to_the_own_site_stands_on_top_and_at_the_end(browser: WebClient) -> None:
    text = await (await browser.get("/")).text()

    assert text.count('href="https://www.waterdam.example"') == 2


def test_logo_that_is_not_there_is_told_at_the_start(tmp_path: Path) -> None:
    settings = Settings.demo(logo=str(tmp_path / "gone.svg"))

    with pytest.raises(SettingsError) as error:
        town_of(settings)

    assert [fault.facts["why"] for fault in error.value.faults] == ["unreadable"]
