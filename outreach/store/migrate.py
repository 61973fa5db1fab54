"""Bring a database to the present shape: behind the write lock, after a backup, all steps or none."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from outreach.store.backup import backup
from outreach.store.engine import write_engine
from outreach.store.errors import DatabaseNewer


def migrate(path: Path) -> bool:
    """Make or update the database; returns whether anything changed.

    A step that is killed half-way leaves the database as it was, so that it can be run again. Raises DatabaseNewer
    where a newer Kansenbode wrote this database.
    """
    engine = write_engine(path)
    try:
        with engine.connect() as connection:
            if not _pending(connection):
                return False
            fresh = present(connection) is None  # not "no file": a first start that was killed leaves an empty one
        if not fresh:
            backup(path, path.with_name(f"{path.stem}-before-{newest()}.db"))
        with engine.begin() as connection:
            if _pending(connection):
                config = _config()
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        return True
    finally:
        engine.dispose()


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
