"""A versioned release as one that says what each field said last.

It holds for every field all values it ever had, each with the release that said so (OCDS
1.1, "versioned release").
"""

from typing import Any

MARKS = {"releaseDate", "releaseID", "releaseTag", "value"}


def last_of(versioned: dict[str, Any]) -> dict[str, Any]:
    """Return the newest value of each field, as a compiled release of the newest date."""
    dates: list[str] = []
    found = {name: _last(value, dates) for name, value in versioned.items()}
    date = max(dates, default=None)
    return (
        found
        | {"tag": ["compiled"]}
        | ({"date": date} if date is not None and "date" not in found else {})
    )


def _last(value: Any, dates: list[str]) -> Any:
    if isinstance(value, dict):
        return {name: _last(item, dates) for name, item in value.items()}
    if not isinstance(value, list):
        return value
    if not value or not all(
        isinstance(item, dict) and "value" in item and item.keys() <= MARKS for item in value
    ):
        return [_last(item, dates) for item in value]
    dates += [item["releaseDate"] for item in value if isinstance(item.get("releaseDate"), str)]
    return max(value, key=lambda item: str(item.get("releaseDate", "")))["value"]
