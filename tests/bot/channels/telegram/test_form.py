"""A call with a file becomes a form that any server reads back as it was."""

from email import message_from_bytes
from email.policy import HTTP
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.form import form
from bot.papers import File


def read(kind: str, body: bytes) -> dict[str, tuple[str | None, Any]]:
    """Read a form with a parser that is not ours."""
    mail = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body, policy=HTTP)
    return {
        str(part.get_param("name", header="content-disposition")): (
            part.get_filename(),
            part.get_payload(decode=True),
        )
        for part in mail.iter_parts()
    }


@given(body=st.binary().filter(lambda body: b"\r" not in body and b"\n" not in body))
def test_values_and_file_come_out_as_they_went_in(body: bytes) -> None:
    kind, sent = form({"chat_id": "7", "reply_markup": {"a": [1]}}, "document", File("b.pdf", body))

    assert read(kind, sent) == {
        "chat_id": (None, b"7"),
        "reply_markup": (None, b'{"a":[1]}'),
        "document": ("b.pdf", body),
    }


def test_name_breaks_no_line() -> None:
    _, sent = form({}, "document", File('a"\r\nX: y.pdf', b"x"))

    assert b'filename="a___X: y.pdf"\r\n' in sent
