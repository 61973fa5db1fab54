"""Bring a database to the present shape: locked, all steps or none, a file after a backup.

A step has the name of its file, so whether any is lacking is known without Alembic.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect

from outreach.store.database import database
from outreach.store.errors import DatabaseNewer, DatabaseUnreleased, NotUnicode

UNICODE = "UTF8"

STEPS = Path(__file__).with_name("migrations")
"""The folder of our steps."""
UNRELEASED = {f"{number:04}" for number in range(1, 25)}
"""The steps before the first release. They became the first one, `0001_first_tables`."""


def migrate(path: Path, url: str = "", *, steps: Path = STEPS) -> bool:
    """Make or update the database; returns whether anything changed.

    A step that is killed half-way leaves the database as it was, so that it can be run again. If
    two processes start at once, one takes the steps and the other waits. Raises DatabaseNewer if a
    newer Kansenbode wrote this database, DatabaseUnreleased if it was made before the first
    release, and NotUnicode if it could not hold every message: one that it cannot store would be
    lost.
    """
    place = database(path, url)
    if place.encoding() != UNICODE:
        raise NotUnicode
    with place.connect() as connection:
        if not _pending(connection, steps):
            return False
        # not "no file": a first start that was killed leaves an empty one
        fresh = present(connection) is None
    if not fresh:
        place.copy_before_migration(f"before-{newest(steps)}")
    with place.migrating() as connection:
        take_steps(connection, steps)
    return True


def take_steps(connection: Connection, steps: Path = STEPS) -> None:
    """Take the steps that a database lacks, within the transaction of its connection."""
    if _pending(connection, steps):
        # Only here: it takes a quarter of a second to load, and every command but the first finds
        # nothing to do.
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(steps))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def newest(steps: Path = STEPS) -> str:
    """The name of the last step that this program knows."""
    return max(_known(steps))


def present(connection: Connection) -> str | None:
    """The name of the last step that this database has taken."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    step: str | None = connection.exec_driver_sql(
        "SELECT version_num FROM alembic_version"
    ).scalar()
    return step


def _pending(connection: Connection, steps: Path) -> bool:
    step = present(connection)
    if step is not None and step not in _known(steps):
        # before the first release a step was named by its number alone
        raise DatabaseUnreleased if step in UNRELEASED else DatabaseNewer
    return step != newest(steps)


def _known(steps: Path) -> list[str]:
    return [file.stem for file in steps.glob("versions/[0-9]*.py")]
