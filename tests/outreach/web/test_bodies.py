"""What is posted is looked at before anybody reads it: its size, its kind and its fields."""

import gzip
from collections.abc import AsyncIterator

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from outreach.web.limits import BODY_LIMIT
from tests.outreach.conftest import Browse
from tests.outreach.web.forms import FORM


async def test_body_that_is_too_large_is_refused(browse: Browse) -> None:
    client = await browse()

    answer = await client.post("/echo", data={"text": "x" * BODY_LIMIT})

    assert answer.status == 413
    assert "<h1>Te lang</h1>" in await answer.text()


async def test_body_that_comes_in_pieces_is_counted_too(browse: Browse) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(80):
            yield b"x" * 1024

    client = await browse()

    answer = await client.post(
        "/echo", data=pieces(), headers={"Content-Type": "application/x-www-form-urlencoded"}
    )

    assert answer.status == 413


PACKED = gzip.compress(b"text=hoi")


@pytest.mark.parametrize("body", [b'{"text": "hoi"}', b""])
@pytest.mark.parametrize(
    "kind",
    [
        "application/json",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "text/plain",
        "",
        "///;;=",
        f"{FORM}; charset=utf-7",
        f"{FORM}; charset=utf-16",
        f"{FORM}; charset=klingon",
        f"{FORM}, {FORM}",
        f"{FORM}x",
        f"{FORM}; charset=",
        f"{FORM}; charset*=utf-8''utf-8",
        f"{FORM}; charset*1*={'9' * 100}",
        # Read by aiohttp each of these holds the server for seconds, or fails in it.
        f"{FORM}{';a=b' * 7_000}",
        f'{FORM}; a="{chr(34) + ";" + chr(34)}' * 400,
        f'{FORM};"{";" * 30_000}',
        f"{FORM}; charset*{'9' * 5_000}=x",
        f"{FORM}{'(' * 30_000}",
        f"{FORM}{' ' * 30_000};",
    ],
)
async def test_body_of_another_kind_is_refused(browse: Browse, kind: str, body: bytes) -> None:
    client = await browse()

    answer = await client.post("/echo", data=body, headers={"Content-Type": kind})

    assert answer.status == 415


@pytest.mark.parametrize(
    "kind", [FORM, FORM.upper(), f"{FORM};charset=UTF-8", f'{FORM}; charset="utf8"', f"{FORM} ;"]
)
async def test_form_is_read_as_browsers_send_it(browse: Browse, kind: str) -> None:
    client = await browse()

    answer = await client.post("/echo", data=b"text=h%C3%A9", headers={"Content-Type": kind})

    assert await answer.json() == {"text": "hé"}


@pytest.mark.parametrize(
    "body", [b"text=hoi", PACKED, PACKED[:12], PACKED + b"x", gzip.compress(PACKED), b""]
)
@pytest.mark.parametrize(
    "encoding", ["gzip", "GZIP", "deflate", "br", "zstd", "gzip, gzip", "x-gzip", "aws-chunked"]
)
async def test_packed_body_is_refused(
    browse: Browse, encoding: str, body: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    client = await browse()

    answer = await client.post(
        "/echo", data=body, headers={"Content-Type": FORM, "Content-Encoding": encoding}
    )

    assert answer.status in (400, 415)
    assert "Traceback" not in "".join(capfd.readouterr())


async def test_last_value_of_a_repeated_field_counts(browse: Browse) -> None:
    client = await browse()

    answer = await client.post("/echo", data=[("text", "een"), ("text", "twee"), ("leeg", "")])

    assert await answer.json() == {"text": "twee", "leeg": ""}


async def test_form_with_very_many_fields_is_refused(browse: Browse) -> None:
    client = await browse()

    answer = await client.post("/echo", data=[(f"f{number}", "x") for number in range(30)])

    assert answer.status == 400


@tries(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=300))
async def test_any_form_gets_an_answer(browse: Browse, body: bytes) -> None:
    client = await browse(posts_per_minute=10_000)

    answer = await client.post(
        "/echo", data=body, headers={"Content-Type": "application/x-www-form-urlencoded"}
    )

    assert answer.status in (200, 400)
