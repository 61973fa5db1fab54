"""JSON bit by bit: a list of a hundred thousand rows is written while it is read."""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson


def written(value: Any, indent: str = "") -> Iterator[str]:
    """Write a value as indented JSON; an iterator becomes an array, also inside an object."""
    if isinstance(value, Iterator):
        signs, parts = "[]", (("", each) for each in value)
    elif isinstance(value, Mapping) and any(isinstance(each, Iterator) for each in value.values()):
        signs, parts = (
            "{}",
            ((f"{orjson.dumps(name).decode()}: ", each) for name, each in value.items()),
        )
    else:
        text = orjson.dumps(value, option=orjson.OPT_INDENT_2, default=str).decode()
        yield text.replace("\n", f"\n{indent}")
        return
    before = signs[0]
    for name, each in parts:
        yield f"{before}\n{indent}  {name}"
        yield from written(each, f"{indent}  ")
        before = ","
    yield signs if before == signs[0] else f"\n{indent}{signs[1]}"
