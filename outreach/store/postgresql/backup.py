"""A backup of a PostgreSQL database: a file of pg_dump, put back within one transaction."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any, cast

from sqlalchemy import URL, Connection, make_url

from outreach.store.errors import BackupFailed, DatabaseInUse, NotABackup, ToolMissing
from outreach.store.new_file import sync

DUMP, RESTORE = "pg_dump", "pg_restore"
PLAIN = ("--no-owner", "--no-privileges")
OURS_ONLY = ("--table=public.*", "--exclude-table-data=public.tombstone_key")
"""A reader of a backup may not have the key to the marks in it."""
OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
TABLES = (
    "SELECT string_agg('public.' || quote_ident(tablename), ', ') FROM pg_tables WHERE schemaname "
    "= 'public'"
)
OURS = "SELECT to_regclass('public.opportunity') IS NOT NULL"
AS_IT_WAS = "RESET ALL"
"""A dump sets what it likes for its session; the search path among it."""


def can_dump() -> bool:
    """True if PostgreSQL's own programs are there."""
    return all(shutil.which(tool) for tool in (DUMP, RESTORE))


def tool_version() -> int:
    """Return the major version of pg_dump, the newest server it can copy; raises ToolMissing."""
    command = [_tool(DUMP), "--version"]
    told = subprocess.run(  # noqa: S603 - no shell
        command, capture_output=True, check=False, text=True
    )
    found = re.search(r"\d+", told.stdout)
    return int(found[0]) if found else 0


def dump(url: str, to: Path) -> None:
    """Copy the database to a new file, while servers go on; it appears whole or not at all."""
    part = to.with_name(to.name + ".part")
    with _password_aside(make_url(url)) as address:
        command = [
            _tool(DUMP),
            "--format=custom",
            *OURS_ONLY,
            *PLAIN,
            f"--file={part}",
            f"--dbname={address}",
        ]
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        part.unlink(missing_ok=True)
        raise BackupFailed
    sync(part)
    part.replace(to)
    sync(to.parent)


def put_dump_back(connection: Connection, file: Path) -> None:
    """Replace all tables by a dump, within the connection's transaction.

    Raises NotABackup, or DatabaseInUse if other programs are connected; then nothing was changed.
    """
    if connection.exec_driver_sql(OTHERS).scalar():
        raise DatabaseInUse
    with _script(file) as script:
        tables = connection.exec_driver_sql(TABLES).scalar()
        if tables:
            connection.exec_driver_sql(f"DROP TABLE {tables} CASCADE")
        raw: Any = connection.connection.dbapi_connection
        with raw.cursor() as cursor:
            _play(cursor, iter(script))
    connection.exec_driver_sql(AS_IT_WAS)
    if not connection.exec_driver_sql(OURS).scalar():
        raise NotABackup(file)


@contextmanager
def _password_aside(url: URL) -> Iterator[str]:
    """Return a URL without its password, which goes into a file: command lines are public."""
    password = url.password or url.query.get("password")
    address = url.set(drivername="postgresql", password=None).difference_update_query(["password"])
    # which only we can read
    with NamedTemporaryFile("w", encoding="utf-8") as file:
        if password:
            file.write("*:*:*:*:" + re.sub(r"[\\:]", r"\\\g<0>", str(password)))
            file.flush()
            address = address.update_query_dict({"passfile": file.name})
        yield address.render_as_string()


@contextmanager
def _script(file: Path) -> Iterator[IO[bytes]]:
    """Yield the statements of a dump, line by line; raises NotABackup if it is none."""
    command = [_tool(RESTORE), *PLAIN, "--file=-", str(file)]
    with subprocess.Popen(  # noqa: S603 - no shell
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        yield cast("IO[bytes]", process.stdout)
    if process.returncode:
        raise NotABackup(file)


def _play(cursor: Any, script: Iterator[bytes]) -> None:
    """Run a script of pg_restore: statements, and rows for COPY up to the line that ends them."""
    statement: list[bytes] = []
    for line in script:
        if line.startswith(b"COPY ") and line.endswith(b" FROM stdin;\n"):
            with cursor.copy(line.removesuffix(b";\n")) as rows:
                for row in iter(script.__next__, b"\\.\n"):
                    rows.write(row)
        elif not line.startswith((b"--", b"\\")):
            # remarks, and what only psql understands
            statement.append(line)
            if line.endswith(b";\n"):
                cursor.execute(b"".join(statement))
                statement = []


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise ToolMissing(name)
    return found
