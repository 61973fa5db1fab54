"""What everybody may read is served as OCDS too, under the addresses that the export names."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp.web import Application

from bot.public.open_data import KEPT
from outreach.store.store import Store
from outreach.web.keys import STORE
from tests.webclient import WebClient


def served(browser: WebClient) -> Application:
    """The application behind a client."""
    assert isinstance(browser.app, Application)
    return browser.app


async def read(browser: WebClient, path: str) -> dict[str, Any]:
    answer = await browser.get(path)
    assert (answer.status, answer.content_type) == (200, "application/json")
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    found: dict[str, Any] = await answer.json()
    return found


async def test_one_opportunity_stands_under_its_page(
    browser: WebClient, number: Callable[[str], int]
) -> None:
    path = f"/kansen/{number('WD-2026-01')}/ocds.json"

    package = await read(browser, path)

    [release] = package["releases"]
    assert package["uri"].endswith(path)
    assert (release["tender"]["id"], release["bids"]["statistics"][0]["value"]) == ("WD-2026-01", 0)
    page = await (await browser.get(path.removesuffix("/ocds.json"))).text()
    assert f'<a href="{path}">OCDS, voor' in page


async def test_all_that_is_public_stands_at_the_address_of_the_package(
    browser: WebClient, change: Callable[..., Any]
) -> None:
    change(
        "UPDATE opportunity SET opened_at = NULL, version = 0, state = 'draft' WHERE "
        "tender_id = "
        "'WD-2026-02'"
    )

    package = await read(browser, "/ocds.json")

    assert package["uri"].endswith("/ocds.json")
    found = [release["tender"]["id"] for release in package["releases"]]
    assert ("WD-2026-01" in found, "WD-2026-02" in found) == (True, False)
    change("UPDATE opportunity SET title = 'Anders' WHERE tender_id = 'WD-2026-01'")
    assert await read(browser, "/ocds.json") == package
    served(browser)[KEPT].made.clear()
    assert await read(browser, "/ocds.json") != package


async def test_many_who_ask_at_once_have_the_package_made_once(
    browser: WebClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    store: Store = served(browser)[STORE]
    made, read_store = [], store.read

    async def counted(rule: Any, /, **values: Any) -> Any:
        made.append(rule.__name__)
        return await read_store(rule, **values)

    monkeypatch.setattr(store, "read", counted)

    packages = await asyncio.gather(*(read(browser, "/ocds.json") for _ in range(10)))

    assert made == ["public_package"]
    assert packages == packages[:1] * 10


@pytest.mark.parametrize("path", ["/ocds.json", "/kansen/{id}/ocds.json"])
async def test_program_that_has_the_package_gets_no_second_one(
    browser: WebClient, number: Callable[[str], int], path: str
) -> None:
    path = path.format(id=number("WD-2026-01"))
    first = await browser.get(path)
    tag, day = first.headers["ETag"], first.headers["Last-Modified"]

    asked: list[dict[str, str]] = [
        {"If-None-Match": tag},
        {"If-None-Match": f'"other", W/{tag}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": day},
        {"If-None-Match": '"other"', "If-Modified-Since": day},
        {"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"},
        {"If-Modified-Since": "gisteren"},
        {"If-None-Match": "zonder haken"},
        {"If-Modified-Since": f"Thu, 01 Jan {10**20} 00:00:00 GMT"},
        {"If-Modified-Since": f"Thu, 01 Jan 2020 {10**20}:00:00 GMT"},
        {"If-Modified-Since": "(" * 30_000},
    ]
    answers = [await browser.get(path, headers=headers) for headers in asked]

    assert [answer.status for answer in answers] == [304] * 4 + [200] * (len(asked) - 4)
    assert {answer.headers["ETag"] for answer in answers} == {tag}
    assert await answers[0].read() == b""


async def test_package_of_one_is_made_once_and_again_when_its_record_changes(
    browser: WebClient,
    change: Callable[..., Any],
    number: Callable[[str], int],
) -> None:
    path, kept = f"/kansen/{number('WD-2026-01')}/ocds.json", served(browser)[KEPT]
    package = await read(browser, path)
    made = dict(kept.made)

    again = await read(browser, path)

    assert (again, kept.made) == (package, made)
    change(
        "UPDATE opportunity SET title = 'Anders', version = version + 1 WHERE tender_id = "
        "'WD-2026-01'"
    )
    assert (await read(browser, path))["releases"][0]["tender"]["title"] == "Anders"
    change("UPDATE opportunity SET opened_at = NULL, version = 0 WHERE tender_id = 'WD-2026-01'")
    assert (await browser.get(path)).status == 404


async def test_packages_that_are_kept_are_bounded(
    browser: WebClient,
    number: Callable[[str], int],
) -> None:
    one, two = (number(f"WD-2026-0{item}") for item in (1, 2))
    served(browser)[KEPT].most = 1

    for item in (one, two, one):
        await read(browser, f"/kansen/{item}/ocds.json")

    assert list(served(browser)[KEPT].made) == [one]


async def test_what_is_not_public_is_not_there(
    browser: WebClient,
    change: Callable[..., Any],
    number: Callable[[str], int],
) -> None:
    hidden = number("WD-2026-02")
    change(
        "UPDATE opportunity SET opened_at = NULL, version = 0, state = 'draft' WHERE "
        "tender_id = "
        "'WD-2026-02'"
    )

    answers = [
        await browser.get(path)
        for path in (f"/kansen/{hidden}/ocds.json", "/kansen/99999/ocds.json")
    ]

    assert [answer.status for answer in answers] == [404, 404]
