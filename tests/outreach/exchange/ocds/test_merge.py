"""Of several releases the later ones count, and nothing that they leave out is lost."""

from typing import Any

import pytest

from outreach.exchange.ocds.merge import content_of, in_order, merged


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
        ([{"x": 1, "y": "b"}, {"x": None, "y": ""}], {"x": None, "y": ""}),
        ([{"x": {"a": 1}}, {"x": None}], {"x": {"a": 1}}),
        ([{"x": {"a": {"b": 1}}}, {"x": {"a": {}}}], {"x": {"a": {"b": 1}}}),
        ([{"lots": [{"id": 1}]}, {"lots": []}], {"lots": [{"id": 1}]}),
        ([{"lots": [{"id": 1}]}, {"lots": None}], {"lots": [{"id": 1}]}),
        (
            [{"lots": [{"id": 1, "items": ["a"]}]}, {"lots": [{"id": 1, "items": []}]}],
            {"lots": [{"id": 1, "items": ["a"]}]},
        ),
        ([{"x": ["a"]}, {"x": []}], {"x": ["a"]}),
        ([{}, {"x": [], "y": {}, "z": None}], {"x": [], "y": {}, "z": None}),
        (
            [{"lots": [{"id": 1}]}, {"lots": [{"a": 2}]}, {"lots": [{"a": 2}]}],
            {"lots": [{"id": 1}, {"a": 2}]},
        ),
        ([{"x": [{"a": 1}]}, {"x": [{"a": 2}]}], {"x": [{"a": 2}]}),
        (
            [{"a": 1, "tag": ["tender"]}, {"b": 2, "tag": ["compiled"]}],
            {"b": 2, "tag": ["compiled"]},
        ),
        (
            [
                {"tender": {"lots": [{"id": 1}], "a": 1}},
                {"tender": {"lots": [], "b": 2}, "tag": ["compiled"]},
            ],
            {"tender": {"lots": [{"id": 1}], "b": 2}, "tag": ["compiled"]},
        ),
        (
            [
                {"tender": {"criteria": [{"id": 1}]}},
                {"tender": {"criteria": [], "requirements": []}},
            ],
            {"tender": {"criteria": [{"id": 1}], "requirements": []}},
        ),
        (
            [
                {"x": {"requirements": [{"text": "a"}], "criteria": ["b"]}},
                {"x": {"requirements": [], "criteria": None}},
            ],
            {"x": {"requirements": [{"text": "a"}], "criteria": ["b"]}},
        ),
        ([{}], {}),
    ],
)
def test_merged_lets_the_later_release_count(
    releases: list[dict[str, Any]], one: dict[str, Any]
) -> None:
    assert merged(releases) == one


def test_merged_changes_nothing_it_was_handed() -> None:
    releases: list[dict[str, Any]] = [
        {"t": {"lots": [{"id": 1}]}},
        {"t": {"lots": [{"id": 1, "a": 1}]}},
    ]

    merged(releases)

    assert releases == [{"t": {"lots": [{"id": 1}]}}, {"t": {"lots": [{"id": 1, "a": 1}]}}]


def test_in_order_gives_each_content_once_in_the_same_order() -> None:
    one: dict[str, Any] = {"id": "1", "a": 1}
    two: dict[str, Any] = {"id": "2"}
    compiled: dict[str, Any] = {"id": "3", "tag": ["compiled"]}

    orders = [
        in_order(given)
        for given in ([one, two, compiled], [two, compiled, {"a": 1, "id": "1"}, two])
    ]

    assert orders[0] == orders[1]
    assert orders[0][0] == compiled
    assert len(orders[0]) == 3


def test_content_of_hangs_on_facts_and_not_on_their_order() -> None:
    assert content_of({"a": 1, "b": {"c": 2, "d": 3}}) == content_of(
        {"b": {"d": 3, "c": 2}, "a": 1}
    )
    assert content_of({"a": 1}) != content_of({"a": "1"})
