"""Lists of a release, in which a source may have items of its own."""

from typing import Any


def joined(held: Any, ours: list[dict[str, Any]]) -> list[Any]:
    """The source's items, then ours; ours replaces one with the same id."""
    ids = {item["id"] for item in ours}
    kept = held if isinstance(held, list) else []
    return [item for item in kept if not (isinstance(item, dict) and item.get("id") in ids)] + ours
