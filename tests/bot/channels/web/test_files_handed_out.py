"""Files in the web chat: handed out to who sent them, and to nobody else."""

import pytest

from tests.attached import mp4, png
from tests.bot.channels.web.sending import Open, file, sent


async def test_file_is_handed_out_as_something_to_store(open_chat: Open) -> None:
    client = await open_chat()
    await sent(client, file(png(), "één tuin.png"))

    answer = await client.get("/chat/bestand/1")

    assert await answer.read() == png()
    kept = ("Content-Type", "Content-Disposition", "Content-Security-Policy", "Cache-Control")
    assert [answer.headers[name] for name in (*kept, "X-Content-Type-Options")] == [
        "image/png",
        "attachment; filename*=UTF-8''%C3%A9%C3%A9n-tuin.png",
        "default-src 'none'; sandbox",
        "no-store",
        "nosniff",
    ]


@pytest.mark.parametrize(
    ("asked", "status", "begin", "end"),
    [
        ("bytes=0-1", 206, 0, 2),
        ("bytes=5-", 206, 5, None),
        ("bytes=0-99999", 206, 0, None),
        ("bytes=99999-", 416, 0, 0),
        ("bytes=5-2", 416, 0, 0),
        ("bytes=0-1,4-5", 200, 0, None),
        ("nonsense", 200, 0, None),
    ],
)
async def test_sound_is_handed_out_from_any_place(
    open_chat: Open, asked: str, status: int, begin: int, end: int | None
) -> None:
    client = await open_chat()
    await sent(client, file(mp4(), "b.m4a"))

    answer = await client.get("/chat/bestand/1", headers={"Range": asked})

    assert answer.status == status
    assert await answer.read() == mp4()[begin:end]


async def test_own_data_tell_where_each_file_is(open_chat: Open) -> None:
    client = await open_chat()
    await sent(client)
    await sent(client, file(b"MZ", "spel.exe", "nonce-twee"))

    data = await (await client.get("/chat/mijn-gegevens.json")).json()

    told = [(row["name"], row.get("address")) for row in data["attachment"]]
    assert told == [("tuin.jpg", "http://127.0.0.1:8080/chat/bestand/1"), ("spel.exe", None)]


async def test_nobody_else_opens_it(open_chat: Open) -> None:
    client, other, stranger = await open_chat(), await open_chat(), await open_chat(known=False)
    await sent(client)

    answers = [await one.get("/chat/bestand/1") for one in (other, stranger)]

    assert [answer.status for answer in answers] == [404, 404]


@pytest.mark.parametrize("number", ["0", "2", "99999999999999", "x", "%00"])
async def test_number_that_is_none_opens_nothing(open_chat: Open, number: str) -> None:
    client = await open_chat()
    await sent(client)

    assert (await client.get(f"/chat/bestand/{number}")).status == 404
