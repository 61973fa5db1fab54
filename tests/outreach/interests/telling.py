"""The title of the green strip as its notices have it, and how many rows a table has."""

from outreach.store.store import Store
from tests.statements import one_value

TITLE = "Zorg mee voor het plantsoen in de Lindenstraat"


def count(store: Store, table: str) -> int:
    return int(one_value(store, f"SELECT count(*) FROM {table}"))
