"""Photos, voices and files in the web chat: taken, shown and told."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable

import pytest

from outreach.store.store import Store
from tests.attached import jpeg, mp4, pdf
from tests.bot.channels.web.sending import JSON, Open, file, sent
from tests.conftest import Dump

KIND = {"Content-Type": "multipart/form-data; boundary=grens"}
HEAD = b'--grens\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'


async def test_photo_is_kept_and_said_so(
    open_chat: Open, waterdam: Store, dump: Callable[[Store], Dump]
) -> None:
    client = await open_chat()

    event = await sent(client)

    assert event["text"].startswith("Je foto is binnen.")
    assert event["mine"]["file"] == {
        "number": 1,
        "kind": "photo",
        "name": "tuin.jpg",
        "state": "kept",
    }
    (row,) = dump(waterdam)["attachment"]
    assert (row["content"], row["opportunity_id"]) == (jpeg(), 1)


async def test_page_shows_what_was_sent_without_a_script(open_chat: Open) -> None:
    client = await open_chat()

    for number, (content, name) in enumerate(
        [(jpeg(), "a.jpg"), (mp4(), "b.m4a"), (pdf(), "<b>.pdf"), (b"MZ", "d.exe")]
    ):
        answer = await client.post("/chat/bestand", data=file(content, name, f"nonce-{number}-x"))
    page = await answer.text()

    assert re.findall(r'<img src="([^"]+)" alt="([^"]+)"', page) == [
        ("/chat/bestand/1", "Foto: a.jpg")
    ]
    assert '<audio controls preload="none" src="/chat/bestand/2"' in page
    assert '<a href="/chat/bestand/3" download>b.pdf</a>' in page
    assert "d.exe</span> <span>niet bewaard</span>" in page
    assert "Dit soort bestand kan ik niet aannemen." in page


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"<html><script>alert(1)</script>", "tuin.jpg", "Dit soort bestand"),
        (b"<svg onload='alert(1)'/>", "tuin.svg", "Dit soort bestand"),
        (b"PK\x03\x04" + bytes(50), "plan.pdf", "Dit soort bestand"),
        (jpeg()[:-9], "tuin.jpg", "Dat bestand is niet heel."),
        (b"", "tuin.jpg", "Dat bestand is leeg."),
        (b"\xff\xd8\xff" + bytes(1024 * 1024), "tuin.jpg", "Dat bestand is te groot."),
    ],
    ids=["page", "svg", "packed", "cut", "empty", "large"],
)
async def test_what_is_not_accepted_is_told_kindly_and_not_kept(
    open_chat: Open,
    waterdam: Store,
    dump: Callable[[Store], Dump],
    content: bytes,
    name: str,
    told: str,
) -> None:
    client = await open_chat(file_mb=1)

    event = await sent(client, file(content, name))

    assert event["text"].startswith(told)
    assert event["mine"]["file"]["state"] == "refused"
    assert [row["content"] for row in dump(waterdam)["attachment"]] == [None]


async def test_no_file_at_all_does_no_harm(open_chat: Open) -> None:
    client = await open_chat()

    answer = await client.post("/chat/bestand", data=file(b"", ""), headers=JSON)

    assert answer.status == 200


async def test_same_file_sent_again_is_kept_once(
    open_chat: Open, waterdam: Store, dump: Callable[[Store], Dump]
) -> None:
    client = await open_chat()

    await asyncio.gather(*(sent(client) for _ in range(3)))

    assert len(dump(waterdam)["attachment"]) == 1


async def test_several_at_once_are_answered_once(
    open_chat: Open, waterdam: Store, dump: Callable[[Store], Dump]
) -> None:
    client = await open_chat()
    before = len(dump(waterdam)["delivery"])

    for number in range(3):
        await sent(client, file(nonce=f"nonce-{number}-x", album="nonce-album"))

    assert len(dump(waterdam)["attachment"]) == 3
    assert len(dump(waterdam)["delivery"]) == before + 1


async def test_whoever_has_no_conversation_sends_nothing(
    open_chat: Open, waterdam: Store, dump: Callable[[Store], Dump]
) -> None:
    client = await open_chat(known=False)

    answer = await client.post("/chat/bestand", data=file(), allow_redirects=False)

    assert (answer.status, answer.headers["Location"]) == (303, "/chat")
    assert dump(waterdam)["attachment"] == []


async def test_script_is_told_that_there_is_no_conversation_any_more(open_chat: Open) -> None:
    client = await open_chat(known=False)

    event = await sent(client)

    assert event["gone"]
    assert event["text"].startswith("Dit hoort bij een gesprek dat ik niet meer heb.")


async def test_form_of_another_site_is_refused(open_chat: Open) -> None:
    client = await open_chat()

    answer = await client.post(
        "/chat/bestand", data=file(), headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert answer.status == 403


async def test_somebody_forgotten_while_they_upload_leaves_nothing(
    open_chat: Open, waterdam: Store, dump: Callable[[Store], Dump]
) -> None:
    client = await open_chat()
    began, forgotten = asyncio.Event(), asyncio.Event()

    async def pieces() -> AsyncIterator[bytes]:
        yield HEAD + jpeg()[:50]
        began.set()
        await forgotten.wait()
        yield jpeg()[50:] + b"\r\n--grens--\r\n"

    upload = asyncio.create_task(client.post("/chat/bestand", data=pieces(), headers=KIND | JSON))
    await began.wait()
    for text in ("vergeet mij", "ja"):
        await client.post("/chat", data={"text": text}, headers=JSON)
    assert dump(waterdam)["person"] == []
    forgotten.set()
    answer = await upload

    assert answer.status == 200
    assert dump(waterdam)["attachment"] == dump(waterdam)["person"] == []
    events = (await answer.json())["events"]
    assert events[-1]["text"].startswith("Dit hoort bij een gesprek dat ik niet meer heb.")


async def test_upload_that_breaks_off_leaves_nothing_and_is_sent_again(
    open_chat: Open, waterdam: Store, dump: Callable[[Store], Dump]
) -> None:
    client = await open_chat()
    began = asyncio.Event()

    async def pieces() -> AsyncIterator[bytes]:
        yield HEAD + jpeg()[:50]
        began.set()
        await asyncio.Event().wait()

    upload = asyncio.create_task(client.post("/chat/bestand", data=pieces(), headers=KIND | JSON))
    await began.wait()
    upload.cancel()
    await asyncio.gather(upload, return_exceptions=True)
    before = dump(waterdam)["attachment"]
    await sent(client)

    assert before == []
    assert [row["state"] for row in dump(waterdam)["attachment"]] == ["kept"]


async def test_installation_that_keeps_no_files_offers_none(open_chat: Open) -> None:
    client = await open_chat(files_mb=0)

    page = await (await client.get("/chat")).text()
    answer = await client.post("/chat/bestand", data=file())

    assert 'type="file"' not in page
    assert answer.status in (404, 413)


async def test_page_of_the_chat_alone_may_use_the_microphone(open_chat: Open) -> None:
    client = await open_chat()

    chat, pages = await client.get("/chat"), await client.get("/")

    assert "microphone=(self)" in chat.headers["Permissions-Policy"]
    assert "media-src 'self' blob:" in chat.headers["Content-Security-Policy"]
    assert "microphone=()" in pages.headers["Permissions-Policy"]
    assert "blob:" not in pages.headers["Content-Security-Policy"]
