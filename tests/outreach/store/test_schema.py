"""The steps make exactly the tables that the models describe, on either database."""

from typing import Any

import pytest
from sqlalchemy import Connection, inspect
from sqlmodel import SQLModel

from outreach.store.store import Store

pytestmark = [
    pytest.mark.sqlite,
    pytest.mark.postgresql,
    # read below as text
    pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index"),
]
INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
}


def schema(connection: Connection) -> dict[str, list[Any]]:
    """Every column with its type, null and default, every key, and every index, by table."""
    tables = inspect(connection)
    found: dict[str, list[Any]] = {
        table: [
            *sorted(
                (column["name"], str(column["type"]), column["nullable"], column["default"])
                for column in tables.get_columns(table)
            ),
            tables.get_pk_constraint(table)["constrained_columns"],
            *sorted(
                (key["constrained_columns"], key["referred_table"], key["options"])
                for key in tables.get_foreign_keys(table)
            ),
            *sorted(key["column_names"] for key in tables.get_unique_constraints(table)),
        ]
        for table in sorted(tables.get_table_names())
        if table != "alembic_version"
    }
    found["indexes"] = sorted(
        [name, " ".join(definition.split())]
        for name, definition in connection.exec_driver_sql(INDEXES[connection.dialect.name])
        if name != "alembic_version_pkc"
    )
    return found


def test_models_and_steps_agree(store: Store) -> None:
    with store.database.migrating() as connection:
        migrated = schema(connection)
        SQLModel.metadata.drop_all(connection)
        SQLModel.metadata.create_all(connection)

        described = schema(connection)

    assert migrated == described
    assert len(migrated) == len(SQLModel.metadata.tables) + 1
