"""An answer is the same however its bytes come, and none takes more than its limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.client.answer import BODY_LIMIT, FRAME_LIMIT, Answer, NoAnswer, Reading

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
PIECES = st.lists(
    st.sampled_from(
        [
            b"HTTP/1.1 200 OK",
            b"HTTP/1.0 502 Bad",
            b"HTTP/1.1 100 Continue\r\n\r\n",
            b"HTTP/1.1 204 No",
            b"\r\n",
            b"\r\n\r\n",
            b"Content-Length: 3",
            b"Content-Length: 0",
            b"Transfer-Encoding: chunked",
            b"Connection: close",
            b"3\r\nabc\r\n",
            b"0\r\n\r\n",
            b"abc",
            b"\n",
            b"\0",
            b" ",
            b":",
        ]
    )
    | st.binary(max_size=3),
    max_size=14,
)


def read(*pieces: bytes) -> Answer | str | None:
    """The answer in these pieces and then the end; a text if it is refused."""
    reading = Reading()
    try:
        for piece in pieces:
            if (answer := reading.feed(piece)) is not None:
                return answer
    except NoAnswer:
        return "refused"
    return reading.end()


@given(PIECES)
def test_pieces_of_any_size_give_the_same(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)

    assert read(*pieces) == read(whole) == read(*[bytes([byte]) for byte in whole])


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_none(data: bytes) -> None:
    assert read(data) in (None, "refused")


@given(st.lists(st.binary(min_size=1, max_size=50), max_size=5))
def test_chunks_become_the_body(parts: list[bytes]) -> None:
    chunks = [b"%x\r\n%b\r\n" % (len(part), part) for part in parts]

    assert read(CHUNKED, *chunks, b"0\r\n\r\n") == Answer(200, b"".join(parts))


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"]
)
def test_body_that_does_not_end_is_refused(head: bytes) -> None:
    part = b"x" * (BODY_LIMIT // 16)

    assert read(head, *[part] * 17) == "refused"


@pytest.mark.parametrize(
    ("begin", "more"),
    [
        (b"HTTP/1.1 200 ", b"OK" * 100),
        (b"HTTP/1.1 200 OK\r\nX: ", b"x" * 100),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 10),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (CHUNKED + b"1;x=", b"y" * 100),
        (CHUNKED, b"1\r\nx\r\n" * 10),
        (CHUNKED + b"0\r\n", b"X: y\r\n" * 10),
    ],
)
def test_frame_that_does_not_end_is_refused(begin: bytes, more: bytes) -> None:
    assert read(begin, *[more] * (FRAME_LIMIT // 10)) == "refused"


def test_one_reading_reads_answer_after_answer() -> None:
    reading = Reading()
    answers = []

    for body in (b"one", b"two"):
        reading.begin()
        answers.append(reading.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" + body))

    assert (answers, reading.last) == ([(200, b"one"), (200, b"two")], False)
