"""Several releases of one process as one: what a later one says counts, what it leaves out stays.

After the merging rules of OCDS 1.1, but a null stays a null: nothing that was imported is lost.
"""

from collections.abc import Iterable
from typing import Any


def merged(releases: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Merge releases, oldest first; a compiled one stands for all before it."""
    found: dict[str, Any] = {}
    for release in releases:
        tags = release.get("tag")
        compiled = isinstance(tags, list) and "compiled" in tags
        found = release if compiled or not found else _merge(found, release)
    return found


def _merge(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return old | {key: _value(old.get(key), value) for key, value in new.items()}


def _value(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        return _merge(old, new)
    if _numbered(old) and _numbered(new):
        items = {str(item["id"]): item for item in old}
        for item in new:
            key = str(item["id"])
            items[key] = _merge(items[key], item) if key in items else item
        return list(items.values())
    return new


def _numbered(items: Any) -> bool:
    """A list of objects that each have an id of their own, so that merging loses none of them."""
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) and "id" in item for item in items):
        return False
    return len({str(item["id"]) for item in items}) == len(items)
