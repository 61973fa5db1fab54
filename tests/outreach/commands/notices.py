"""The notices that wait to be sent."""

from pathlib import Path

import orjson

from outreach.store.store import Store


def notices(folder: Path) -> list[str]:
    with Store(folder / "kansenbode.db") as store:
        rows = store.look(
            lambda unit: (
                unit.connection.exec_driver_sql("SELECT message FROM delivery ORDER BY id")
                .scalars()
                .all()
            )
        )
    return [orjson.loads(row)["text"] for row in rows]
