"""A form with a file is read as it comes: never more than the limit is held, nothing is guessed."""

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from aiohttp import FormData, web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as some

from outreach.web.upload import DROPPED, FIELDS_ROOM, Upload, parsed, read_upload

MOST = 50_000
KIND = {"Content-Type": "multipart/form-data; boundary=grens"}


def part(name: str, inside: bytes, file: str | None = None) -> bytes:
    named = "" if file is None else f'; filename="{file}"\r\nContent-Type: image/jpeg'
    head = f'--grens\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
    return head.encode() + inside + b"\r\n"


def form(*parts: bytes) -> bytes:
    return b"".join(parts) + b"--grens--\r\n"


WHOLE = form(part("nonce", b"een-twee-drie"), part("file", b"\xff\xd8\r\n--gren", "tuin.jpg"))


@pytest.fixture
async def client() -> AsyncIterator[Any]:
    """A server that tells what it was uploaded; who asks for it is given half a second."""

    async def told(request: web.Request) -> web.Response:
        upload = await read_upload(request, MOST, float(request.query.get("seconds", 20)))
        facts = [upload.fields, upload.name, len(upload.content), upload.too_large]
        return web.json_response(facts)

    app = web.Application()
    app.router.add_post("/", told)
    async with TestClient(TestServer(app)) as client:
        yield client


async def test_browser_uploads_a_file(client: Any) -> None:
    # as browsers write it, in UTF-8
    data = FormData({"nonce": "een-twee-drie"}, quote_fields=False)
    data.add_field("file", b"x" * MOST, filename="één %22tuin%22.jpg")

    answer = await client.post("/", data=data)

    assert await answer.json() == [{"nonce": "een-twee-drie"}, 'één "tuin".jpg', MOST, False]


@pytest.mark.parametrize("size", [MOST + 1, MOST + FIELDS_ROOM, 5_000_000])
async def test_file_that_is_too_large_is_read_to_its_end_and_dropped(
    client: Any, size: int
) -> None:
    body = form(part("nonce", b"een-twee-drie"), part("file", b"x" * size, "tuin.jpg"))

    answer = await client.post("/", data=BytesIO(body), headers=KIND)

    assert await answer.json() == [{"nonce": "een-twee-drie"}, "tuin.jpg", 0, True]


async def test_endless_upload_ends(client: Any) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield WHOLE[:200]
        while True:
            yield bytes(DROPPED // 16)

    answer = await client.post("/", data=pieces(), headers=KIND)

    assert answer.status == 413


async def test_slow_upload_ends(client: Any) -> None:
    held = asyncio.Event()

    async def pieces() -> AsyncIterator[bytes]:
        yield WHOLE[:200]
        await held.wait()

    answer = await client.post("/?seconds=0.05", data=pieces(), headers=KIND)

    assert answer.status == 408


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data"},
        {"Content-Type": "multipart/form-data; boundary="},
        {"Content-Type": f"multipart/form-data; boundary={'x' * 71}"},
        {"Content-Type": f"multipart/form-data{' ' * 3_000}; boundary=grens"},
        {"Content-Type": "image/jpeg"},
        KIND | {"Content-Encoding": "gzip"},
    ],
)
async def test_other_bodies_are_refused(client: Any, headers: dict[str, str]) -> None:
    answer = await client.post("/", data=b"\x1f\x8b", headers=headers)

    assert answer.status in (400, 415)


def test_form_is_taken_apart() -> None:
    assert parsed(WHOLE, b"grens", MOST) == Upload(
        {"nonce": "een-twee-drie"}, "tuin.jpg", b"\xff\xd8\r\n--gren", False
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--grens",
        b"--grens--",
        b"--grens\r\n\r\n\r\n--grens--",
        b"--ander\r\n" + WHOLE,
        WHOLE[:-10],
        WHOLE[:60],
        form(*[part("a", b"")] * 21),
        form(part("x" * 3_000, b"")),
    ],
)
def test_what_is_no_form_is_refused(body: bytes) -> None:
    with pytest.raises(web.HTTPBadRequest):
        parsed(body, b"grens", MOST)


def test_second_file_is_passed_over() -> None:
    body = form(part("file", b"een", "een.jpg"), part("file", b"twee", "twee.jpg"))

    assert parsed(body, b"grens", MOST) == Upload({}, "een.jpg", b"een", False)


@given(some.binary(max_size=400))
def test_any_body_is_a_form_or_is_refused(body: bytes) -> None:
    for whole in (body, b"--grens\r\n" + body, form(part("file", body, "x"))):
        try:
            parsed(whole, b"grens", MOST)
        except web.HTTPBadRequest:
            continue
