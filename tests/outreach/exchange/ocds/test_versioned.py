"""A versioned release says what each field said last."""

from typing import Any

from outreach.exchange.ocds.versioned import last_of


def said(value: Any, day: int) -> dict[str, Any]:
    return {
        "releaseDate": f"2026-01-0{day}T00:00:00Z",
        "releaseID": str(day),
        "releaseTag": ["tender"],
        "value": value,
    }


def test_last_of_takes_the_newest_value_of_each_field() -> None:
    lot = {"id": "1", "title": [said("Perken", 1), said("Gras", 3)], "tags": [said(["a", "b"], 1)]}
    tender = {
        "id": "T-5",
        "title": [said("Koken", 2), said("Samen", 1)],
        "lots": [lot],
        "items": [],
    }

    found = last_of({"ocid": "ocds-abc123-5", "language": [said("nl", 1)], "tender": tender})

    assert found == {
        "ocid": "ocds-abc123-5",
        "language": "nl",
        "tender": {
            "id": "T-5",
            "title": "Koken",
            "lots": [{"id": "1", "title": "Gras", "tags": ["a", "b"]}],
            "items": [],
        },
        "tag": ["compiled"],
        "date": "2026-01-03T00:00:00Z",
    }


def test_last_of_takes_any_shape() -> None:
    odd = {
        "a": [{"value": 1}, {"value": 2, "releaseDate": 7}],
        "b": [[], 3],
        "c": None,
        "d": [{"value": 1, "x": 2}],
    }

    assert last_of(odd) == {
        "a": 2,
        "b": [[], 3],
        "c": None,
        "d": [{"value": 1, "x": 2}],
        "tag": ["compiled"],
    }
