"""What can go wrong in the store; read by operators and developers.

StoreError
├── NotNow
│   ├── StoreClosed
│   ├── StoreBusy
│   ├── TooMany
│   └── StoreFailed
│       ├── DatabaseAway
│       └── StoreDamaged
├── Unreadable
├── ClockInDoubt
├── SwallowedError
├── RuleCommits
├── RowFailed
├── DatabaseMissing
├── DatabaseNewer
├── DatabaseUnreleased
├── NotUnicode
├── StepBreaks
├── FolderInUse
├── DatabaseInUse
├── NotShared
├── FileThere
├── ErasuresBroken
├── ErasuresLost
├── NotWiped
├── NotABackup
├── BackupFailed
│   └── ToolOlder
└── ToolMissing

That a rule says no to a person is something else: `outreach/refusal.py`.
"""

import inspect


class StoreError(Exception):
    """The store cannot do this."""

    def __str__(self) -> str:
        paragraphs = inspect.cleandoc(self.__doc__ or "").split("\n\n")
        said = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
        return " ".join([said, *map(str, self.args)])


class NotNow(StoreError):
    """The store takes nothing at the moment, whatever it is; the same may be taken later."""


class StoreClosed(NotNow):
    """The store is closing down and takes no new work."""


class StoreBusy(NotNow):
    """Another program has held the database for too long; end it, or try again in a moment."""


class TooMany(NotNow):
    """More people write than can be answered in time; who comes back in a moment is taken."""

    def __init__(self, wait: int) -> None:
        super().__init__()
        self.wait = wait


class StoreFailed(NotNow):
    """The database cannot be written; look at the disk, then at `kansenbode doctor`."""


class DatabaseAway(StoreFailed):
    """The database server cannot be reached; see that PostgreSQL runs, and what
    KANSENBODE_DATABASE_URL says.
    """


class StoreDamaged(StoreFailed):
    """The database is damaged; stop the server and put the newest good copy back:
    `kansenbode restore FILE`.
    """


class Unreadable(StoreError):
    """Something in the database is no date or JSON any more. Where it
    stands, says: kansenbode doctor
    """


class ClockInDoubt(StoreError):
    """The clock is far from what was noted last; what goes for good waits an hour, in
    which it has to run evenly.
    """


class SwallowedError(StoreError):
    """A rule caught a database error and went on; use ON CONFLICT for
    conflicts that are expected.
    """


class RuleCommits(StoreError):
    """A rule may not commit or roll back; the store does, after the rule."""


class RowFailed(StoreError):
    """Some rows of a unit cannot be dealt with; the others can."""

    def __init__(self, error: Exception) -> None:
        super().__init__(type(error).__name__)
        self.error = error


class DatabaseMissing(StoreError):
    """There is no database here; `kansenbode serve` makes one, `--data` names another folder."""


class DatabaseNewer(StoreError):
    """This database was made by a newer Kansenbode; install that version,
    or restore an older backup.
    """


class DatabaseUnreleased(StoreError):
    """This database was made before the first release, whose steps are no longer known. To keep
    something of it, export that with the program that made it. Then start with another data folder
    or another database, and import it there.
    """


class NotUnicode(StoreError):
    """This PostgreSQL database cannot hold every letter: it is not UTF-8. Make
    one that is, and name that:

    createdb --encoding=UTF8 --template=template0 --locale=C.UTF-8 kansenbode
    """


class StepBreaks(StoreError):
    """A step of the migration left rows without the rows that they
    point to; nothing was changed.
    """


class FolderInUse(StoreError):
    """Another Kansenbode serves this data folder; stop that one first."""


class DatabaseInUse(StoreError):
    """Other programs are connected to this database; stop them first."""


class NotShared(StoreError):
    """A database in a file is served by `kansenbode serve` alone; several servers
    need KANSENBODE_DATABASE_URL.
    """


class FileThere(StoreError):
    """There is a file of this name already; nothing is ever written over
    one. Choose another name.
    """


class ErasuresBroken(StoreError):
    """The list of forgotten persons cannot be read at this line; mend the line, so that nobody
    comes back. Is that impossible? Then you can go on --without-list.
    """


class ErasuresLost(StoreError):
    """This list of forgotten persons is lost or incomplete. Whoever stood on it would come back.
    Nothing was changed. Do you still have the list, from this or another machine? Give it by
    --erased FILE. Is it really gone? Then you can go on --without-list.
    """


class NotWiped(StoreError):
    """Who was forgotten still stands on the disk. Nobody can see it. Try again later."""

    # `way` is a word for what was in the way: a reader, busy, another, room, layout, failed, away,
    # or stopped.
    def __init__(self, way: str) -> None:
        super().__init__(way)
        self.way = way


class NotABackup(StoreError):
    """This file is not a sound Kansenbode backup; nothing was changed."""


class BackupFailed(StoreError):
    """pg_dump could not copy the database; it must reach the server, and be as new as that is."""


class ToolOlder(BackupFailed):
    """pg_dump is older than the server, so it refuses; install
    postgresql-client of the server's version.
    """


class ToolMissing(StoreError):
    """This needs a program that comes with PostgreSQL and is not on the PATH: apt-get
    install postgresql-client.
    """
