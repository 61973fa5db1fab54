"""JSON that is written bit by bit reads as the same JSON written at once."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from outreach.commands.bits import written

ROWS = [
    [],
    [{}],
    [{"id": 1, "text": 'regel\n"twee"'}, {"id": 2, "keys": ["a", {"b": None}]}],
]


@pytest.mark.parametrize("rows", ROWS)
def test_rows_one_by_one_are_an_array(rows: list[dict[str, Any]]) -> None:
    assert "".join(written(iter(rows))) == json.dumps(rows, indent=2)


@pytest.mark.parametrize("people", [[], [{"person": 7}, {"person": 8}]])
def test_rows_inside_of_an_object_come_one_by_one_too(people: list[dict[str, int]]) -> None:
    said = "".join(written(iter([{"step": "new", "people": iter(people)}])))

    assert said == json.dumps([{"step": "new", "people": people}], indent=2)


def test_nothing_is_taken_before_it_is_written() -> None:
    taken: list[int] = []

    def some() -> Iterator[dict[str, int]]:
        for number in range(3):
            taken.append(number)
            yield {"id": number}

    bits = written(some())

    for _ in range(2):
        next(bits)

    assert taken == [0]
