"""R11: after "forget me" a person is unreadable; once wiped, no file holds a byte of them."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import structlog

from outreach.store.store import Store
from tests.promises.conftest import Browser, Dump

NAME, TEXT, PHONE, MAIL = (
    "Wiebelwortel",
    "ik breng pruimenjam mee",
    "06-48151623",
    "wiebel@pruim.example",
)
SECRETS = (NAME, TEXT, "pruimenjam", PHONE, MAIL)
LIFE = (
    "Ik doe mee",
    "met een groep",
    f"De {NAME}s",
    TEXT,
    "nee",
    "2",
    f"Groep {NAME}",
    "ja",
    "ja",
    "12",
    "overslaan",
    f"bij {NAME}",
    f"{TEXT} graag",
    f"{NAME} en co",
    PHONE,
    "ja",
    "ja",
    "ik heb een vraag",
    f"Mag {NAME} mee?",
    "medewerker",
    f"Bel me op {PHONE}",
    "ja",
    "mijn gegevens",
    "laat alles zo",
    f"onzin {MAIL}",
    "mijn aanmeldingen",
)


def files(folder: Path) -> list[Path]:
    """The database, its log and its index, and every other file in the folder that is no backup."""
    return [file for file in folder.iterdir() if file.is_file()]


def left(folder: Path, secrets: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each secret that is still there, with the file that holds it."""
    return [
        (secret, file.name)
        for file in files(folder)
        for found in [file.read_bytes()]
        for secret in secrets
        if secret.encode() in found
    ]


@pytest.mark.parametrize("forgetting", [("vergeet mij", "ja"), ("wis mijn gegevens", "1")])
async def test_forget_me_in_the_chat_is_done_at_once_and_leaves_no_byte(
    waterdam: Store,
    open_house: Callable[..., Any],
    forgetting: tuple[str, str],
    dump: Callable[[Path], Dump],
    wiped: Callable[[Store], bool],
) -> None:
    folder = waterdam.path.parent
    async with open_house(waterdam) as enter:
        wiebel, knikker = enter(), enter()
        await knikker.begin(1)
        secrets = (*SECRETS, wiebel.hash, wiebel.hash[:16], wiebel.token)
        await live(wiebel)
        before = {secret for secret, _ in left(folder, secrets)}

        await wiebel.say(forgetting[0])
        status, body = await wiebel.say(forgetting[1])
        readable = [secret for secret in secrets if secret in str(dump(waterdam.path))]
        await asyncio.to_thread(wiped, waterdam)

        assert before == {*SECRETS, wiebel.hash, wiebel.hash[:16]}
        assert (status, "gewist" in body) == (200, True)
        assert (readable, left(folder, secrets)) == ([], [])
        assert {name for _, name in left(folder, (knikker.hash,))} == {waterdam.path.name}


async def test_readers_and_streams_are_not_in_the_way(
    waterdam: Store, open_house: Callable[..., Any], wiped: Callable[[Store], bool]
) -> None:
    folder = waterdam.path.parent
    async with open_house(waterdam) as enter:
        wiebel, knikker = enter(), enter()
        secrets = (*SECRETS, wiebel.hash)
        await knikker.begin(1)
        await live(wiebel)
        stop = asyncio.Event()
        reading = [
            asyncio.create_task(read_on(browser, stop)) for browser in (wiebel, knikker, knikker)
        ]

        await wiebel.say("vergeet mij")
        await wiebel.say("ja")
        await asyncio.to_thread(wiped, waterdam)
        gone = left(folder, secrets) == []
        stop.set()
        pages = await asyncio.gather(*reading)

    assert gone
    assert min(pages) > 0


async def test_forgotten_browser_begins_anew(
    waterdam: Store, open_house: Callable[..., Any], query: Callable[..., list[Any]]
) -> None:
    async with open_house(waterdam) as enter:
        wiebel = enter()
        await live(wiebel)
        await wiebel.say("vergeet mij")
        await wiebel.say("ja")

        _, body = await wiebel.begin(2)

        assert "automatische assistent" in body
        assert query(waterdam.path, "SELECT id FROM person") == [2]


async def test_nothing_of_it_stands_in_the_log_of_the_program(
    waterdam: Store,
    open_house: Callable[..., Any],
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    with structlog.testing.capture_logs() as logged:
        async with open_house(waterdam) as enter:
            wiebel = enter()
            await live(wiebel)
            await wiebel.say("vergeet mij")
            await wiebel.say("ja")

    told = f"{logged} {capfd.readouterr()} {caplog.text}"
    assert [secret for secret in (*SECRETS, wiebel.token, wiebel.hash) if secret in told] == []


async def live(browser: Browser) -> None:
    """Do all that a person can do, and leave something half-way."""
    await browser.begin(1)
    for text in LIFE:
        status, _ = await browser.say(text)
        assert status == 200


async def read_on(browser: Browser, stop: asyncio.Event) -> int:
    """Read the page and the stream again and again; return how often."""
    pages = 0
    while not stop.is_set():
        async with browser.session.get(
            f"{browser.address}/chat", headers=browser.headers
        ) as answer:
            await answer.read()
        async with browser.session.get(
            f"{browser.address}/chat/stream", headers=browser.headers
        ) as answer:
            if answer.status == 200:
                await answer.content.readline()
        pages += 1
        await asyncio.sleep(0)
    return pages
