"""Contact persons in a release: those of public bodies may stay, all others are dropped."""

from typing import Any

PUBLIC_ROLES = {"buyer", "procuringEntity", "reviewBody"}
KEYS = {
    "contactPoint",
    "additionalContactPoints",
    "contactPerson",
    "persons",
    "persones",
    "beneficialOwners",
}


def drop_contacts(release: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """Drop contact persons of parties that are not public bodies; return also how many."""
    kept, dropped = _kept(release, public=False)
    return kept, dropped


def _kept(value: Any, *, public: bool) -> tuple[Any, int]:
    if isinstance(value, list):
        pairs = [_kept(item, public=public) for item in value]
        return [item for item, _ in pairs], sum(count for _, count in pairs)
    if not isinstance(value, dict):
        return value, 0
    kept: dict[str, Any] = {}
    dropped = 0
    public = public or _is_public(value)
    for key, item in value.items():
        if key in KEYS and not public:
            dropped += bool(item)
            continue
        kept[key], more = _kept(item, public=public or key in PUBLIC_ROLES)
        dropped += more
    return kept, dropped


def _is_public(value: dict[str, Any]) -> bool:
    roles = value.get("roles")
    return isinstance(roles, list) and any(
        isinstance(role, str) and role in PUBLIC_ROLES for role in roles
    )
