"""A draft that is explored has a page that says so, and stands nowhere among what is open."""

from collections.abc import Callable
from html import unescape

import pytest

from outreach.store.store import Store
from tests.bot.public.listed import looked, titles
from tests.exploring import TITLE, explore_draft
from tests.webclient import WebClient


@pytest.fixture
def draft(waterdam: Store) -> int:
    return explore_draft(waterdam)


async def test_page_says_that_it_is_a_draft(browser: WebClient, draft: int) -> None:
    page = unescape(await looked(browser, f"/kansen/{draft}"))

    assert '<span class="chip chip-state">Concept</span>' in page
    assert 'name="wish" value="explore"' in page
    assert 'name="wish" value="follow"' in page
    assert 'name="wish" value="join"' not in page
    assert '<meta name="robots" content="noindex">' in page


async def test_first_page_has_it_apart_from_what_is_open(browser: WebClient, draft: int) -> None:
    page = await looked(browser, "/")

    opened, apart = page.split('id="denk-mee"')
    assert TITLE not in titles(opened)
    assert titles(apart) == [TITLE]


async def test_without_a_draft_nothing_is_said(browser: WebClient, waterdam: Store) -> None:
    assert "denk-mee" not in await looked(browser, "/")


@pytest.mark.parametrize("path", ["/kansen.atom", "/sitemap.xml", "/?thema=zorg"])
async def test_it_is_on_no_list_of_what_is_open(
    browser: WebClient, draft: int, path: str, number: Callable[[str], int]
) -> None:
    page = (await looked(browser, path)).split('id="denk-mee"')[0]

    assert f"/kansen/{draft}" not in page
