"""A call with a file in it: a form, as the Bot API takes one (RFC 7578)."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from bot.papers import File

LINE = "\r\n"
NO_NAME = str.maketrans(dict.fromkeys('\r\n"\\', "_"))
"""What would break the line that a name stands in."""


def form(values: Mapping[str, Any], name: str, file: File) -> tuple[str, bytes]:
    """Return the kind of a form, and its body: values, then one file.

    What stands between its parts is made of the file, so that no part holds it by chance.
    """
    between = hashlib.sha256(file.body).hexdigest()
    body = b"".join(_parts(between, values, name, file))
    return f"multipart/form-data; boundary={between}", body


def _parts(between: str, values: Mapping[str, Any], name: str, file: File) -> Iterator[bytes]:
    for field, value in values.items():
        yield _head(between, f'name="{field}"')
        yield value.encode() if isinstance(value, str) else orjson.dumps(value)
        yield LINE.encode()
    called = file.name.translate(NO_NAME)
    yield _head(between, f'name="{name}"; filename="{called}"', "application/pdf")
    yield file.body
    yield f"{LINE}--{between}--{LINE}".encode()


def _head(between: str, disposition: str, kind: str = "") -> bytes:
    lines = [f"--{between}", f"Content-Disposition: form-data; {disposition}"]
    lines += [f"Content-Type: {kind}"] if kind else []
    return (LINE.join(lines) + LINE + LINE).encode()
