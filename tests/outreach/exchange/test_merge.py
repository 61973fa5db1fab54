"""Of several releases the later ones count, and nothing that they leave out is lost."""

from typing import Any

import pytest

from outreach.exchange.merge import merged


@pytest.mark.parametrize(
    ("releases", "one"),
    [
        (
            [{"id": "1", "tender": {"a": 1, "b": 1}}, {"id": "2", "tender": {"b": 2}}],
            {"id": "2", "tender": {"a": 1, "b": 2}},
        ),
        (
            [{"lots": [{"id": 1, "a": 1}, {"id": 2}]}, {"lots": [{"id": "2", "b": 2}, {"id": 3}]}],
            {"lots": [{"id": 1, "a": 1}, {"id": "2", "b": 2}, {"id": 3}]},
        ),
        ([{"x": ["a", "b"]}, {"x": ["c"]}], {"x": ["c"]}),
        ([{"x": [{"id": 1}, {"id": 1}]}, {"x": [{"id": 1, "a": 1}]}], {"x": [{"id": 1, "a": 1}]}),
        ([{"x": {"a": 1}}, {"x": None}], {"x": None}),
        ([{"a": 1, "tag": ["tender"]}, {"b": 2, "tag": ["compiled"]}], {"b": 2, "tag": ["compiled"]}),
        ([{}], {}),
    ],
)
def test_merged_lets_the_later_release_count(releases: list[dict[str, Any]], one: dict[str, Any]):
    assert merged(releases) == one


def test_merged_changes_nothing_it_was_handed():
    releases: list[dict[str, Any]] = [{"t": {"lots": [{"id": 1}]}}, {"t": {"lots": [{"id": 1, "a": 1}]}}]

    merged(releases)

    assert releases == [{"t": {"lots": [{"id": 1}]}}, {"t": {"lots": [{"id": 1, "a": 1}]}}]
