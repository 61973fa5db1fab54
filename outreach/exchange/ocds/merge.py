"""Several releases of one process as one: what a later one says counts, what it leaves out stays.

After the merging rules of OCDS 1.1, with two exceptions. A null stays a null: nothing that was
imported is lost. And nothing in the place of a list or an object (null, [] or {}) says nothing:
many systems write that for what they leave out, and an open record would lose its parts by it.
"""

import hashlib
from collections.abc import Iterable
from typing import Any

import orjson

Release = dict[str, Any]


def merged(releases: Iterable[Release]) -> Release:
    """Merge releases, oldest first; a compiled one replaces what it does not leave empty."""
    found: Release = {}
    for release in releases:
        found = (
            _instead(found, release) if _compiled(release) or not found else _merge(found, release)
        )
    return found


def in_order(releases: Iterable[Release]) -> list[Release]:
    """Sort releases of one date, without duplicates; the order of arrival does not matter.

    A compiled release comes first; otherwise it would hide the rest.
    """
    once = {content_of(release): release for release in releases}
    return [
        once[content]
        for content in sorted(once, key=lambda content: (not _compiled(once[content]), content))
    ]


def content_of(release: Release) -> str:
    """Name the content of a release: the same for the same facts in any order."""
    return hashlib.sha256(orjson.dumps(release, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _compiled(release: Release) -> bool:
    tags = release.get("tag")
    return isinstance(tags, list) and "compiled" in tags


def _instead(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Replace what was by a compiled release: what it lacks goes, what is empty says nothing."""
    found: dict[str, Any] = {}
    for key, value in new.items():
        before = old.get(key)
        if isinstance(before, dict) and isinstance(value, dict) and value:
            found[key] = _instead(before, value)
        else:
            found[key] = (
                before
                if before and isinstance(before, (dict, list)) and value in (None, [], {})
                else value
            )
    return found


def _merge(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return old | {key: _value(old.get(key), value) for key, value in new.items()}


def _value(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        return _merge(old, new)
    if isinstance(old, (dict, list)) and old and (new is None or new in ([], {})):
        return old
    if _numbered(old) and _objects(new):
        return _items(old, new)
    return new


def _items(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Merge by id; what has no id is known by nothing but itself, so it comes beside the rest."""
    items = {str(item["id"]): item for item in old if item.get("id") is not None}
    others = [item for item in old if item.get("id") is None]
    for item in new:
        key = str(item.get("id"))
        if item.get("id") is None:
            others += [] if item in others else [item]
        else:
            items[key] = _merge(items[key], item) if key in items else item
    return [*items.values(), *others]


def _objects(items: Any) -> bool:
    return isinstance(items, list) and all(isinstance(item, dict) for item in items)


def _numbered(items: Any) -> bool:
    """A list of objects with ids of their own, so that merging loses none of them."""
    ids = (
        [str(item["id"]) for item in items if item.get("id") is not None] if _objects(items) else []
    )
    return bool(ids) and len(set(ids)) == len(ids)
