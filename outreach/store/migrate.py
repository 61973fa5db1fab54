"""Bring a database to the present shape: behind a lock, all steps or none; a file after a backup of it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from outreach.store.database import database
from outreach.store.errors import DatabaseNewer


def migrate(path: Path, url: str = "") -> bool:
    """Make or update the database; returns whether anything changed.

    A step that is killed half-way leaves the database as it was, so that it can be run again. Of two processes that
    start at once one takes the steps, and the other waits. Raises DatabaseNewer where a newer Kansenbode wrote this
    database.
    """
    place = database(path, url)
    with place.looking() as connection:
        if not _pending(connection):
            return False
        fresh = present(connection) is None  # not "no file": a first start that was killed leaves an empty one
    if not fresh:
        place.keep(f"before-{newest()}")
    with place.stepping() as connection:
        take_steps(connection)
    return True


def take_steps(connection: Connection) -> None:
    """Take the steps that a database lacks, within the transaction of its connection."""
    if _pending(connection):
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def newest() -> str:
    """The name of the last step that this program knows."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def present(connection: Connection) -> str | None:
    """The name of the last step that this database has taken."""
    return MigrationContext.configure(connection).get_current_revision()


def _pending(connection: Connection) -> bool:
    known = [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]
    step = present(connection)
    if step is not None and step not in known:
        raise DatabaseNewer
    return step != newest()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    return config
